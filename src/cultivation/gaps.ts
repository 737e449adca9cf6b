/** What stands between an enterprise and a rung, condition by condition, in the words and units people act on. */
import type { Aspect, Condition, ConditionNode, Requirements, Verdict } from "../policy/rule-set";
import { slot, type Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import type { ConditionOutcome, Outcome, PointInterval } from "../engine/rows/evaluate";
import { evidenceText, explainCondition, type Explanation } from "../engine/rows/explain";
import { grouped } from "../words/figures";
import { fieldsOfTest } from "../language/tree";
import { cellsOfItem } from "../policy/cells-read";
import { standingOf } from "../policy/nodes";
import { itemLine } from "./attainment";

export interface Gap {
  /** Id of the condition, scored item or score in its rule set. */
  readonly id: string;
  /** `item`: it gives less than its share of the pass mark; only where the score fails. */
  readonly kind: Condition["kind"] | "score" | "item";
  readonly status: Verdict;
  readonly aspect: Aspect | null;
  readonly text: Text;
  /** The group of alternatives it belongs to: any of them will do. Null where it stands alone. */
  readonly within: Text | null;
  /** One a comparison; the failing ones where any fails. */
  readonly lines: readonly Explanation[];
  readonly clause: string;
  readonly evidence: Text;
  /** Fields it reads, for measures and for editing. */
  readonly fields: readonly string[];
  /** The slots it reads. */
  readonly slots: readonly string[];
}

/** Conditions, score and items of a tier that don't hold yet: failing ones first, then open ones, each in the order of the text. */
export function gapsOf(outcome: Outcome, requirements: Requirements, vocabulary: Vocabulary): readonly Gap[] {
  const standing = new Map(outcome.conditions.map((one) => [one.condition.id, one]));
  const gaps = [...requirements.conditions, ...requirements.general].flatMap((node) =>
    standingOf(node, standing) === "met" ? [] : conditionGaps(node, null, standing, vocabulary),
  );
  gaps.push(...scoreGaps(outcome, requirements));
  return [...gaps.filter(({ status }) => status === "unmet"), ...gaps.filter(({ status }) => status === "unknown")];
}

function conditionGaps(
  node: ConditionNode,
  within: Text | null,
  standing: ReadonlyMap<string, ConditionOutcome>,
  vocabulary: Vocabulary,
): readonly Gap[] {
  if (standingOf(node, standing) === "met") return [];
  if (node.node !== "condition") {
    const group = node.node === "all" ? within : node.text;
    return node.parts.flatMap((part) => conditionGaps(part, group, standing, vocabulary));
  }
  const outcome = standing.get(node.id);
  if (!outcome) return [];
  const cells = fieldsOfTest(node.test);
  return [
    {
      id: node.id,
      kind: node.kind,
      status: outcome.verdict,
      aspect: node.aspect,
      text: node.text,
      within,
      lines: explainCondition(outcome, vocabulary),
      clause: node.clause,
      evidence: evidenceText(node),
      ...namesOf(cells),
    },
  ];
}

function namesOf(cells: readonly { field: string; back: number }[]): { fields: string[]; slots: string[] } {
  return {
    fields: [...new Set(cells.map(({ field }) => field))],
    slots: [...new Set(cells.map(({ field, back }) => slot(field, back)))],
  };
}

/** The score where neither it nor a direct route holds, and the items below their share of the pass mark. */
function scoreGaps(outcome: Outcome, { score }: Requirements): readonly Gap[] {
  if (!score || !outcome.score || outcome.route !== null) return [];
  const status: Verdict = outcome.unmet.includes(score.id) ? "unmet" : "unknown";
  const { points, relation } = score.pass;
  const short = points - outcome.score.hi;
  const line = `${relation === ">" ? "＞" : "≥"}${points}`;
  const items = outcome.items.flatMap((one) => {
    const { item, lo, hi } = one;
    // An item at or above its share is no weak point; an open one may be.
    if (lo >= Math.min(itemLine(item, score), item.max)) return [];
    return [
      {
        id: item.id,
        kind: "item" as const,
        status: lo === hi ? ("unmet" as const) : ("unknown" as const),
        aspect: item.aspect,
        text: item.text,
        within: score.text,
        lines: [
          {
            actual: pointsText({ lo, hi }),
            required: { zh: `满分${item.max}分`, en: `of ${item.max}` },
            gap:
              lo === hi
                ? { zh: `可再得${grouped(item.max - lo, 2)}分`, en: `${grouped(item.max - lo, 2)} more to gain` }
                : NONE,
          },
        ],
        clause: item.clause,
        evidence: evidenceText(item),
        ...namesOf(cellsOfItem(item)),
      },
    ];
  });
  return [
    {
      id: score.id,
      kind: "score",
      status,
      aspect: null,
      text: score.text,
      within: null,
      lines: [
        {
          actual: pointsText(outcome.score),
          required: { zh: `${line}分`, en: `${line} points` },
          gap: short > 0 ? { zh: `差${grouped(short, 2)}分`, en: `short by ${grouped(short, 2)}` } : NONE,
        },
      ],
      clause: score.clause,
      evidence: evidenceText(score),
      fields: [],
      slots: [],
    },
    ...items,
  ];
}

const NONE: Text = { zh: "", en: "" };

/** 85, or 70–85 where blanks leave it open. */
function pointsText({ lo, hi }: PointInterval): Text {
  const points = lo === hi ? grouped(lo, 2) : `${grouped(lo, 2)}–${grouped(hi, 2)}`;
  return { zh: `${points}分`, en: `${points} points` };
}
