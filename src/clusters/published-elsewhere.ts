/** A number that is the very figure published of something else. */
import type { Text } from "../words/text";
import { comparable, measured } from "./progress";
import { actualsOf, type Target, type Targets } from "./targets";

/** Below this many a number is too common to be told for a published figure by itself. */
const TELLING = 100;

/** Why a number can't be the target's: the reasons for which the published figure with this number isn't. Null where nothing speaks against it. */
export function publishedElsewhere(value: number, target: Target, targets: Targets): readonly Text[] | null {
  if (!(Math.abs(value) >= TELLING)) return null;
  const same = actualsOf(targets).filter((one) => one.indicator === target.indicator && one.value === value);
  const verdicts = same.map((one) => comparable(target, measured(one), targets));
  if (verdicts.some(({ kind }) => kind !== "refused")) return null;
  const [first] = verdicts;
  return first?.kind === "refused" ? first.reasons : null;
}
