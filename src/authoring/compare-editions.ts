/** Two editions of a tier (or one edition for two purposes) side by side: what stayed, what changed and how, what came and went. */
import type { Purpose, Requirements, RuleSet, ScoreItem, Scoring } from "../policy/rule-set";
import { conditionsOf } from "../policy/rule-set";
import type { Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { linesOf, pointsText, testText } from "./rule-words";

export type Standing = "same" | "changed" | "added" | "removed";
export type PartKind = "condition" | "route" | "score" | "item" | "general";

/** One statement of a rule set, with its numbers in words. */
export interface Statement {
  readonly text: Text;
  readonly clause: string;
  readonly numbers: readonly Text[];
}

export interface Difference {
  readonly id: string;
  readonly kind: PartKind;
  readonly standing: Standing;
  readonly before: Statement | null;
  readonly after: Statement | null;
  /** Numbers that changed, each as what it was and what it is: ≥2年 → ≥3年. */
  readonly changes: readonly { readonly from: Text; readonly to: Text }[];
}

type Statements = ReadonlyMap<string, { readonly kind: PartKind; readonly statement: Statement }>;

const same = (both: string): Text => ({ zh: both, en: both });

function points(max: number): Text {
  return { zh: `${max}分`, en: `${max} points` };
}

function scoringNumbers(scoring: Scoring, vocabulary: Vocabulary): Text[] {
  switch (scoring.kind) {
    case "bands":
      return scoring.bands.map(({ relation, cut, points: range }) => {
        const [line = same("")] = linesOf(
          {
            kind: "compare",
            left: scoring.value,
            relation,
            right: { kind: "constant", value: cut },
            dimension: "plain",
          },
          vocabulary,
        );
        const mark = pointsText(range);
        return { zh: `${line.zh} ${mark}分`, en: `${line.en}: ${mark} points` };
      });
    case "first-of":
      return scoring.cases.map(({ when, points: range }) => {
        const test = testText(when, vocabulary);
        const mark = pointsText(range);
        return { zh: `${test.zh} ${mark}分`, en: `${test.en}: ${mark} points` };
      });
    case "better-of":
      return scoring.options.flatMap((option) => scoringNumbers(option, vocabulary));
    case "parts":
      return scoring.items.flatMap((item) => itemNumbers(item, vocabulary));
    case "mark":
      return scoring.fallback === null ? [] : scoringNumbers(scoring.fallback, vocabulary);
  }
}

/** The points of an item in words: 满分20分, ≥5% 20分. */
export function itemNumbers(item: ScoreItem, vocabulary: Vocabulary): Text[] {
  const most = points(item.max);
  return [{ zh: `满分${most.zh}`, en: `at most ${most.en}` }, ...scoringNumbers(item.scoring, vocabulary)];
}

function statementsOf(requirements: Requirements, vocabulary: Vocabulary): Statements {
  const found = new Map<string, { kind: PartKind; statement: Statement }>();
  const { conditions, routes, general, score } = requirements;
  const lists = [
    ["condition", conditionsOf(conditions)],
    ["route", routes],
    ["general", conditionsOf(general)],
  ] as const;
  for (const [kind, list] of lists)
    for (const { id, text, clause, test } of list)
      found.set(`${kind} ${id}`, { kind, statement: { text, clause, numbers: linesOf(test, vocabulary) } });
  if (score === null) return found;
  const pass = `${score.pass.relation === ">" ? "＞" : "≥"}${score.pass.points}`;
  found.set("score", {
    kind: "score",
    statement: {
      text: score.text,
      clause: score.clause,
      numbers: [{ zh: `${pass}分`, en: `${pass} points` }],
    },
  });
  for (const item of score.groups.flatMap(({ items }) => items))
    found.set(`item ${item.id}`, {
      kind: "item",
      statement: { text: item.text, clause: item.clause, numbers: itemNumbers(item, vocabulary) },
    });
  return found;
}

/** Numbers pair up where both sides have as many; otherwise all of them stand for the change. */
function changesOf(before: Statement, after: Statement): Difference["changes"] {
  if (before.numbers.length !== after.numbers.length) {
    const distinct = (numbers: readonly Text[]): string => [...new Set(numbers.map(({ zh }) => zh))].sort().join();
    if (distinct(before.numbers) === distinct(after.numbers)) return [];
    const all = (numbers: readonly Text[]): Text => ({
      zh: numbers.map(({ zh }) => zh).join("；"),
      en: numbers.map(({ en }) => en).join("; "),
    });
    return [{ from: all(before.numbers), to: all(after.numbers) }];
  }
  return before.numbers.flatMap((from, index) => {
    const to = after.numbers[index];
    return to === undefined || (from.zh === to.zh && from.en === to.en) ? [] : [{ from, to }];
  });
}

function differ(one: Statement, other: Statement): boolean {
  return one.text.zh !== other.text.zh || changesOf(one, other).length > 0;
}

/** Statements of both sides by id: those of the later one in its order, then what it dropped. */
export function compareRequirements(before: Requirements, after: Requirements, vocabulary: Vocabulary): Difference[] {
  const [old, now] = [statementsOf(before, vocabulary), statementsOf(after, vocabulary)];
  const kept = [...now].map(([key, { kind, statement }]): Difference => {
    const known = old.get(key)?.statement;
    const id = key.replace(/^\w+ /, "");
    if (known === undefined) return { id, kind, standing: "added", before: null, after: statement, changes: [] };
    const changed = differ(known, statement);
    return {
      id,
      kind,
      standing: changed ? "changed" : "same",
      before: known,
      after: statement,
      changes: changed ? changesOf(known, statement) : [],
    };
  });
  const gone = [...old]
    .filter(([key]) => !now.has(key))
    .map(([key, { kind, statement }]): Difference => ({
      id: key.replace(/^\w+ /, ""),
      kind,
      standing: "removed",
      before: statement,
      after: null,
      changes: [],
    }));
  return [...kept, ...gone];
}

export function compareEditions(
  before: RuleSet,
  after: RuleSet,
  purpose: Purpose,
  vocabulary: Vocabulary,
): Difference[] {
  return compareRequirements(before.forPurpose[purpose], after.forPurpose[purpose], vocabulary);
}

/** What a review asks otherwise than a new application. */
export function reviewDifferences(edition: RuleSet, vocabulary: Vocabulary): Difference[] {
  return compareRequirements(edition.forPurpose.new, edition.forPurpose.review, vocabulary).filter(
    ({ standing }) => standing !== "same",
  );
}
