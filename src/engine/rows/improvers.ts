import type { Purpose, RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import type { Facts } from "../facts";
import type { ScorerOptions } from "./evaluate";
import { Improver, type Improvement } from "./improve";

/** The searches for plans of several editions, each made when it is first wanted. They are bound to no sheet. */
export class Improvers {
  private readonly made = new Map<string, Improver>();

  constructor(
    private readonly editions: readonly RuleSet[],
    private readonly vocabulary: Vocabulary,
    private readonly purpose: Purpose,
    private readonly options: ScorerOptions,
  ) {}

  /** The smallest changes that would meet a tier, `most` plans at the most. @throws RangeError where no edition of it is in force */
  improve(tier: string, facts: Facts, row: number, most: number): Improvement {
    let improver = this.made.get(tier);
    if (!improver) {
      const edition = this.editions.find((one) => one.tier === tier);
      if (!edition) throw new RangeError(`no edition of ${tier} is in force`);
      improver = new Improver(edition.forPurpose[this.purpose], this.vocabulary, this.options);
      this.made.set(tier, improver);
    }
    return improver.improve(facts, row, most);
  }
}
