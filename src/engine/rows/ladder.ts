/** A sheet's rows against every tier in force on a day: which rung each meets, and which one comes next. */
import { editionsOn } from "../../policy/editions";
import type { Judgement } from "../../policy/judgement";
import type { Policy, RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { dayOfJudgement } from "../../words/calendar";
import { assumableConditions, type Assumable } from "./assumed-conditions";
import { Scorer, type Outcome, type ScorerOptions } from "./evaluate";
import type { Facts } from "../facts";
import type { Improvement } from "./improve";
import { Improvers } from "./improvers";
import { possibleSizes } from "../size-class";

export interface LadderOptions extends Judgement {
  /** The last complete fiscal year of the sheet. */
  readonly t: number;
}

export interface RowScores {
  /** Tier id -> outcome, for every tier with an edition in force. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The highest rung met in substance, or null. */
  readonly highest: string | null;
  /** The tier of the rung above it, or null at the top. */
  readonly next: string | null;
  /** Size class as an index of `SIZE_CLASSES`; null while the industry or a measure leaves it open. */
  readonly size: number | null;
}

export class Ladder {
  /** The editions in force, ladder first, lowest rung first. */
  readonly editions: readonly RuleSet[];
  /** The tiers on the ladder that are in force, lowest first. */
  readonly rungTiers: readonly string[];
  private readonly scorers = new Map<string, Scorer>();
  private readonly improvers: Improvers;
  private readonly rungs: readonly (readonly string[])[];
  private readonly scorerOptions: ScorerOptions;

  constructor(
    policy: Policy,
    private readonly vocabulary: Vocabulary,
    private readonly facts: Facts,
    private readonly options: LadderOptions,
  ) {
    const asOf = dayOfJudgement(options.asOf);
    this.scorerOptions = { asOf, t: options.t, assumeGeneral: options.assumeGeneral };
    this.editions = editionsOn(policy, options.asOf, options.purpose);
    this.improvers = new Improvers(this.editions, vocabulary, options.purpose, this.scorerOptions);
    const inForce = new Set(this.editions.map(({ tier }) => tier));
    this.rungs = policy.rungs.map((rung) => rung.filter((tier) => inForce.has(tier))).filter((rung) => rung.length > 0);
    this.rungTiers = this.rungs.flat();
  }

  score(row: number): RowScores {
    return this.placed(new Map(this.editions.map(({ tier }) => [tier, this.explain(tier, row)])), row);
  }

  /** One tier on one row, explained. */
  explain(tier: string, row: number): Outcome {
    let scorer = this.scorers.get(tier);
    if (!scorer) {
      const { forPurpose } = this.editionInForce(tier);
      scorer = new Scorer(forPurpose[this.options.purpose], this.facts, this.vocabulary, this.scorerOptions);
      this.scorers.set(tier, scorer);
    }
    return scorer.evaluate(row);
  }

  /** The general conditions of a tier that rows may assume. */
  assumable(tier: string): readonly Assumable[] {
    const { forPurpose } = this.editionInForce(tier);
    return assumableConditions(forPurpose[this.options.purpose], this.facts, this.vocabulary, this.scorerOptions);
  }

  /** Where a row with these outcomes stands. */
  placed(outcomes: ReadonlyMap<string, Outcome>, row: number): RowScores {
    let at = this.rungs.length - 1;
    while (at >= 0 && !this.metOn(at, outcomes)) at -= 1;
    return {
      outcomes,
      highest: this.metOn(at, outcomes) ?? null,
      next: this.rungs[at + 1]?.[0] ?? null,
      size: this.size(row),
    };
  }

  private size(row: number): number | null {
    const industry = this.vocabulary.sizeIndustries[this.facts.column("industry")?.[row] ?? NaN];
    if (!industry) return null;
    const { least, most } = possibleSizes([industry], (field) => {
      const value = this.facts.column(field)?.[row] ?? NaN;
      return Number.isNaN(value) ? { lo: 0, hi: Infinity } : { lo: value, hi: value };
    });
    return least === most ? least : null;
  }

  /** The smallest changes that would meet a tier; see `Improver`. */
  improve(tier: string, row: number, most: number): Improvement {
    return this.improvers.improve(tier, this.facts, row, most);
  }

  edition(tier: string): RuleSet | undefined {
    return this.editions.find((edition) => edition.tier === tier);
  }

  private editionInForce(tier: string): RuleSet {
    const edition = this.edition(tier);
    if (!edition) throw new RangeError(`no edition of ${tier} is in force`);
    return edition;
  }

  private metOn(rung: number, outcomes: ReadonlyMap<string, Outcome>): string | undefined {
    return this.rungs[rung]?.find((tier) => outcomes.get(tier)?.status === "met");
  }
}
