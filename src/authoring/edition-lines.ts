/** An edition line by line, in the order of its text: what a person searches, and what is written of it onto a sheet. */
import { documentText, type Citation } from "../words/citation";
import type { Condition, ConditionNode, Purpose, RuleSet, ScoreGroup } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { itemNumbers } from "./compare-editions";
import { linesOf } from "./rule-words";

export type EditionLineKind =
  | "document"
  | "note"
  | "condition"
  | "prerequisite"
  | "judgement"
  | "group"
  | "route"
  | "score"
  | "score-group"
  | "item"
  | "general"
  | "term"
  | "not-covered";

export interface EditionLine {
  readonly kind: EditionLineKind;
  /** The id of the condition, group or item; "" for a line that has none. */
  readonly id: string;
  readonly text: Text;
  /** Its lines and points in words: ≥3%, 满分20分. */
  readonly numbers: readonly Text[];
  readonly note: Text | null;
  readonly cited: Citation | null;
  /** How many groups it stands in. */
  readonly depth: number;
}

const NONE: readonly Text[] = [];

function plain(kind: EditionLineKind, text: Text): EditionLine {
  return { kind, id: "", text, numbers: NONE, note: null, cited: null, depth: 0 };
}

/** How many parts of a group must hold, in words. */
export function groupText({ node, count, parts }: Exclude<ConditionNode, Condition>): Text {
  if (node === "all") return { zh: "以下都要符合", en: "all of these" };
  if (node === "any") return { zh: "以下符合一项即可", en: "one of these" };
  return {
    zh: `以下${parts.length}项至少符合${count}项`,
    en: `at least ${count} of these ${parts.length}`,
  };
}

function scoreGroupNumbers({ max, floor, cap }: ScoreGroup): Text[] {
  return [
    { zh: `满分${max}分`, en: `at most ${max} points` },
    ...(floor === null
      ? []
      : [
          {
            zh: `${floor.relation === ">" ? "＞" : "≥"}${floor.points}分`,
            en: `${floor.relation} ${floor.points} points`,
          },
        ]),
    ...(cap === null ? [] : [{ zh: `最多计${cap}分`, en: `counts ${cap} points at most` }]),
  ];
}

/** Two years may draw the same line: it is said once. */
function distinct(numbers: readonly Text[]): readonly Text[] {
  return numbers.filter(({ zh }, at) => numbers.findIndex((one) => one.zh === zh) === at);
}

class Lines {
  readonly lines: EditionLine[] = [];

  constructor(private readonly vocabulary: Vocabulary) {}

  nodes(nodes: readonly ConditionNode[], as: EditionLineKind | null, depth = 0): void {
    for (const node of nodes) {
      if (node.node === "condition") this.condition(node, as, depth);
      else {
        this.lines.push({
          kind: "group",
          id: node.id,
          text: node.text,
          numbers: [groupText(node)],
          note: null,
          cited: null,
          depth,
        });
        this.nodes(node.parts, as, depth + 1);
      }
    }
  }

  private condition(condition: Condition, as: EditionLineKind | null, depth: number): void {
    const { id, text, note, test, kind } = condition;
    const own = kind === "judgement" || kind === "prerequisite" ? kind : "condition";
    this.lines.push({
      kind: as ?? own,
      id,
      text,
      numbers: distinct(linesOf(test, this.vocabulary)),
      note,
      cited: condition,
      depth,
    });
  }

  score(score: NonNullable<RuleSet["forPurpose"]["new"]["score"]>): void {
    const sign = score.pass.relation === ">" ? "＞" : "≥";
    this.lines.push({
      kind: "score",
      id: score.id,
      text: score.text,
      numbers: [{ zh: `${sign}${score.pass.points}分`, en: `${score.pass.relation} ${score.pass.points} points` }],
      note: null,
      cited: score,
      depth: 0,
    });
    for (const group of score.groups) {
      this.lines.push({
        kind: "score-group",
        id: group.id,
        text: group.text,
        numbers: scoreGroupNumbers(group),
        note: null,
        cited: null,
        depth: 0,
      });
      for (const item of group.items)
        this.lines.push({
          kind: "item",
          id: item.id,
          text: item.text,
          numbers: distinct(itemNumbers(item, this.vocabulary)),
          note: item.note,
          cited: item,
          depth: 1,
        });
    }
  }
}

/** Every line of an edition as it reads for a purpose. */
export function editionLines(edition: RuleSet, purpose: Purpose, vocabulary: Vocabulary): readonly EditionLine[] {
  const { conditions, routes, score, general } = edition.forPurpose[purpose];
  const all = new Lines(vocabulary);
  all.lines.push(plain("document", documentText(edition.document)));
  if (edition.notes !== null) all.lines.push(plain("note", edition.notes));
  all.nodes(conditions, null);
  if (score !== null) all.score(score);
  all.nodes(routes, "route");
  all.nodes(general, "general");
  for (const { term, text, clause, evidence } of edition.definitions)
    all.lines.push({
      ...plain("term", { zh: `${term}：${text.zh}`, en: `${term}: ${text.en}` }),
      cited: { clause, evidence },
    });
  for (const gap of edition.notCovered) all.lines.push(plain("not-covered", gap));
  return all.lines;
}
