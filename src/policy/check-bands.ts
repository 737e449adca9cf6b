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
        `the band ${here.said} overlaps the band ${before.said} before it: one counts upward, the other downward`,
        "Write all bands of an item with at_least or above, or all with at_most or below",
      );
    else if (isShadowed(here, before))
      report.add(
        here.path,
        `the band ${here.said} is in the shadow of ${before.said} before it and can never be reached`,
        "List the bands from the best down",
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
      report.add(path, `the case ${said} can never hold`, "Look for a line beyond what the field can be");
    if (when.kind !== "compare" || when.right.kind !== "constant" || when.relation === "==") continue;
    const step: Step = { relation: when.relation, cut: when.right.value, said, path };
    const key = JSON.stringify(when.left);
    const earlier = seen.get(key) ?? [];
    const shadow = earlier.find((one) => isRising(one) === isRising(step) && isShadowed(step, one));
    if (shadow)
      report.add(
        path,
        `the case ${said} is in the shadow of ${shadow.said} before it and can never be reached`,
        "List the cases from the best down",
      );
    seen.set(key, [...earlier, step]);
  }
}

/** From the best step down, points must fall. Returns the most an item can give by them. */
export function checkPoints(steps: readonly PlacedPoints[], report: CriteriaReport): number {
  steps.forEach(({ points, path }, index) => {
    if (points.low > points.high)
      report.add(path, `the points [${points.low}, ${points.high}] run backwards`, "Write the lower number first");
    const before = steps[index - 1]?.points;
    if (before && (points.high >= before.high || points.low > before.low))
      report.add(
        path,
        `${spoken(points)} points do not fall: the step before gives ${spoken(before)}`,
        "From the best step down to `otherwise`, each must give less",
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
