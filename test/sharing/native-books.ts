/** A native copy of every rule set, for a new application and for a review, on rows made for it. */
import { editionsOn } from "../../src/policy/editions";
import type { Purpose, RuleSet } from "../../src/policy/rule-set";
import { allRuleSets, theRelease } from "../release";
import { AS_OF, basesOf, borderRows } from "./border-rows";
import { prepare, type Prepared } from "./native-comparison";

export interface NativeBook {
  readonly name: string;
  readonly rows: number;
  readonly prepared: Prepared;
}

export interface BookOptions {
  /** Rows of each of the two books of a rule set: one with all columns, one that lacks some. */
  readonly rows: number;
  readonly seed: number;
}

/** Rule sets that read the same for both purposes are compiled once. */
export function variants(): readonly { readonly ruleSet: RuleSet; readonly purpose: Purpose }[] {
  return allRuleSets().flatMap((ruleSet) => {
    const same = JSON.stringify(ruleSet.forPurpose.new) === JSON.stringify(ruleSet.forPurpose.review);
    return [{ ruleSet, purpose: "new" as const }, ...(same ? [] : [{ ruleSet, purpose: "review" as const }])];
  });
}

export function* nativeBooks({ rows, seed }: BookOptions): Generator<NativeBook, void> {
  const { vocabulary } = theRelease();
  let count = 0;
  for (const { ruleSet, purpose } of variants()) {
    for (const absent of [0, 0.25]) {
      count += 1;
      const facts = borderRows([ruleSet.forPurpose[purpose]], vocabulary, {
        rows,
        seed: seed * 1000 + count,
        blank: 0.2,
        absent,
        bases: basesOf(ruleSet, purpose),
      });
      // Without the assumption once in a while, as --no-assume has it.
      const prepared = prepare(facts, [ruleSet], vocabulary, { purpose, assumeGeneral: count % 6 !== 0 });
      const name = `${ruleSet.tier} ${ruleSet.edition} ${purpose}${absent > 0 ? ", columns missing" : ""}`;
      yield { name, rows, prepared };
    }
  }
  yield ladderBook({ rows, seed });
}

/** All rule sets in force on the day in one book, with the highest rung met. */
function ladderBook({ rows, seed }: BookOptions): NativeBook {
  const { policy, vocabulary } = theRelease();
  const ruleSets = editionsOn(policy, AS_OF, "new");
  const facts = borderRows(
    ruleSets.map((ruleSet) => ruleSet.forPurpose.new),
    vocabulary,
    { rows, seed, blank: 0.2, absent: 0.05, bases: ruleSets.flatMap((ruleSet) => basesOf(ruleSet, "new")) },
  );
  return {
    name: "the ladder",
    rows,
    prepared: prepare(facts, ruleSets, vocabulary, { purpose: "new", rungs: policy.rungs }),
  };
}
