import type { Purpose, RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import type { Facts } from "../facts";
import type { ScorerOptions } from "./evaluate";
import { Improver, type Improvement } from "./improve";

/** The searches for plans of several editions, each made when it is first wanted. They are bound to no sheet. */
export class Improvers {
  private readonly made = new Map<RuleSet, Improver>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly purpose: Purpose,
    private readonly options: ScorerOptions,
  ) {}

  /** The smallest changes that would meet an edition, `most` plans at the most. */
  improve(edition: RuleSet, facts: Facts, row: number, most: number): Improvement {
    let improver = this.made.get(edition);
    if (!improver) {
      improver = new Improver(edition.forPurpose[this.purpose], this.vocabulary, this.options);
      this.made.set(edition, improver);
    }
    return improver.improve(facts, row, most);
  }
}
