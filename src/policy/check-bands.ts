/**
 * Checks on the steps of an item: tried from the best down, the first that holds counts, so each must let something through that the
 * ones before did not, and be worth less.
 */
import type { Relation, Test } from "../language/tree";
import type { PointRange } from "./rule-set";
import type { SeedPath } from "./seed-file";
import type { CriteriaReport } from "./criteria-report";

/** A line that a value is held against, as in `at_least: 5%`. */
export interface Step {
  readonly relation: Relation;
  readonly cut: number;
  /** As the file writes it. */
  readonly said: string;
  readonly path: SeedPath;
}

export interface PlacedPoints {
  readonly points: PointRange;
  readonly path: SeedPath;
}

/** Bands of one value: all in one direction, none in the shadow of a better one. */
export function checkBands(bands: readonly Step[], report: CriteriaReport): void {
  for (let index = 1; index < bands.length; index += 1) {
    const before = bands[index - 1];
    const here = bands[index];
    if (!before || !here) continue;
    if (isRising(before) !== isRising(here))
      report.add(
        here.path,
        {
          zh: `这一档 ${here.said} 和前一档 ${before.said} 方向相反，会重叠`,
          en: `the band ${here.said} overlaps the band ${before.said} before it: one counts upward, the other downward`,
        },
        {
          zh: "一个评分项的各档要么都写以上，要么都写以下",
          en: "Write all bands of an item with at_least or above, or all with at_most or below",
        },
      );
    else if (isShadowed(here, before))
      report.add(
        here.path,
        {
          zh: `这一档 ${here.said} 被前一档 ${before.said} 遮住，永远到不了`,
          en: `the band ${here.said} is in the shadow of ${before.said} before it and can never be reached`,
        },
        { zh: "从最好的一档往下排", en: "List the bands from the best down" },
      );
  }
}

/** Cases that ask the same quantity, such as one choice field rung by rung; cases of different quantities are left alone. */
export function checkCases(
  cases: readonly { readonly when: Test; readonly said: string; readonly path: SeedPath }[],
  report: CriteriaReport,
): void {
  const seen = new Map<string, Step[]>();
  for (const { when, said, path } of cases) {
    if (report.cannotHold(when))
      report.add(
        path,
        { zh: `这种情形 ${said} 永远不会成立`, en: `the case ${said} can never hold` },
        { zh: "看看线是不是超出了栏目能有的值", en: "Look for a line beyond what the field can be" },
      );
    if (when.kind !== "compare" || when.right.kind !== "constant" || when.relation === "==") continue;
    const step: Step = { relation: when.relation, cut: when.right.value, said, path };
    const key = JSON.stringify(when.left);
    const earlier = seen.get(key) ?? [];
    const shadow = earlier.find((one) => isRising(one) === isRising(step) && isShadowed(step, one));
    if (shadow)
      report.add(
        path,
        {
          zh: `这种情形 ${said} 被前面的 ${shadow.said} 遮住，永远轮不到`,
          en: `the case ${said} is in the shadow of ${shadow.said} before it and can never be reached`,
        },
        { zh: "从最好的情形往下排", en: "List the cases from the best down" },
      );
    seen.set(key, [...earlier, step]);
  }
}

/** From the best step down, points must fall. Returns the most an item can give by them. */
export function checkPoints(steps: readonly PlacedPoints[], report: CriteriaReport): number {
  steps.forEach(({ points, path }, index) => {
    if (points.low > points.high)
      report.add(
        path,
        {
          zh: `得分 [${points.low}, ${points.high}] 写反了`,
          en: `the points [${points.low}, ${points.high}] run backwards`,
        },
        { zh: "小的写在前面", en: "Write the lower number first" },
      );
    const before = steps[index - 1]?.points;
    if (before && (points.high >= before.high || points.low > before.low))
      report.add(
        path,
        {
          zh: `这一档 ${spoken(points)} 分没有比上一档的 ${spoken(before)} 分少`,
          en: `${spoken(points)} points do not fall: the step before gives ${spoken(before)}`,
        },
        { zh: "从最好的一档到其余，要一档比一档少", en: "From the best step down to `otherwise`, each must give less" },
      );
  });
  return Math.max(0, ...steps.map(({ points }) => points.high));
}

function spoken({ low, high }: PointRange): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

function isRising({ relation }: Step): boolean {
  return relation === ">=" || relation === ">";
}

function isStrict({ relation }: Step): boolean {
  return relation === ">" || relation === "<";
}

/** Whether everything that reaches `here` has reached `before` already. Both count the same way. */
function isShadowed(here: Step, before: Step): boolean {
  if (here.cut === before.cut) return isStrict(here) || !isStrict(before);
  return isRising(here) ? here.cut > before.cut : here.cut < before.cut;
}
