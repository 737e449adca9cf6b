/** A sheet's rows against every tier in force on a day: which rung each meets, and which one comes next. */
import { provinceOf, type PlaceCode } from "../../language/places";
import { editionsOn, provincesOn } from "../../policy/editions";
import type { Judgement } from "../../policy/judgement";
import type { Policy, RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { dayOfJudgement } from "../../words/calendar";
import type { Text } from "../../words/text";
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

/** The editions that judge the enterprises of one place. */
interface Regime {
  readonly editions: readonly RuleSet[];
  readonly byTier: ReadonlyMap<string, RuleSet>;
}

export class Ladder {
  /**
   * One edition a tier, ladder first, lowest rung first: the one that all rows share, else the one that stands for every province. Each
   * row is judged by its own (`edition`).
   */
  readonly editions: readonly RuleSet[];
  /** The tiers on the ladder that are in force, lowest first. */
  readonly rungTiers: readonly string[];
  private readonly regimes: readonly Regime[];
  /** Row -> its regime among them. */
  private readonly regimeOf: Uint8Array;
  private readonly scorers = new Map<RuleSet, Scorer>();
  private readonly improvers: Improvers;
  /** The rungs in force, lowest first; either tier of one is enough. */
  readonly rungs: readonly (readonly string[])[];
  private readonly scorerOptions: ScorerOptions;

  constructor(
    policy: Policy,
    private readonly vocabulary: Vocabulary,
    private readonly facts: Facts,
    private readonly options: LadderOptions,
  ) {
    const asOf = dayOfJudgement(options.asOf);
    this.scorerOptions = { asOf, t: options.t, assumeGeneral: options.assumeGeneral };
    const { regimes, regimeOf } = regimesOf(policy, facts, options);
    this.regimes = regimes;
    this.regimeOf = regimeOf;
    this.editions = sharedEditions(policy, editionsOn(policy, options.asOf, options.purpose), regimes);
    this.improvers = new Improvers(vocabulary, options.purpose, this.scorerOptions);
    const inForce = new Set(this.editions.map(({ tier }) => tier));
    this.rungs = policy.rungs.map((rung) => rung.filter((tier) => inForce.has(tier))).filter((rung) => rung.length > 0);
    this.rungTiers = this.rungs.flat();
  }

  /** Every edition that judges a row, those of one tier together. */
  get used(): readonly RuleSet[] {
    return this.editions.flatMap(({ tier }) => [
      ...new Set(this.regimes.flatMap(({ byTier }) => byTier.get(tier) ?? [])),
    ]);
  }

  /** The editions that judge a row, in the order of `editions`. */
  editionsAt(row: number): readonly RuleSet[] {
    return this.regimes[this.regimeOf[row] ?? 0]?.editions ?? this.editions;
  }

  score(row: number): RowScores {
    return this.placed(new Map(this.editionsAt(row).map(({ tier }) => [tier, this.explain(tier, row)])), row);
  }

  /** One tier on one row, explained. */
  explain(tier: string, row: number): Outcome {
    const edition = this.editionInForce(tier, row);
    let scorer = this.scorers.get(edition);
    if (!scorer) {
      scorer = new Scorer(edition.forPurpose[this.options.purpose], this.facts, this.vocabulary, this.scorerOptions);
      this.scorers.set(edition, scorer);
    }
    return scorer.evaluate(row);
  }

  /** The general conditions of an edition that the rows it judges may assume. */
  assumable({ forPurpose }: RuleSet): readonly Assumable[] {
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
    return this.improvers.improve(this.editionInForce(tier, row), this.facts, row, most);
  }

  /** The edition of a tier that judges a row. */
  edition(tier: string, row: number): RuleSet | undefined {
    return (this.regimes[this.regimeOf[row] ?? 0]?.byTier ?? new Map<string, RuleSet>()).get(tier);
  }

  /** What a tier is called where no single row is spoken of. */
  nameOf(tier: string): Text {
    return this.editions.find((edition) => edition.tier === tier)?.name ?? { zh: tier, en: tier };
  }

  private editionInForce(tier: string, row: number): RuleSet {
    const edition = this.edition(tier, row);
    if (!edition) throw new RangeError(`no edition of ${tier} is in force`);
    return edition;
  }

  private metOn(rung: number, outcomes: ReadonlyMap<string, Outcome>): string | undefined {
    return this.rungs[rung]?.find((tier) => outcomes.get(tier)?.status === "met");
  }
}

/** The places of the rows, as far as a place has editions of its own. */
function regimesOf(
  policy: Policy,
  facts: Facts,
  { asOf, purpose }: Judgement,
): { readonly regimes: readonly Regime[]; readonly regimeOf: Uint8Array } {
  const places = facts.column("place");
  const own = new Set(provincesOn(policy, asOf, purpose));
  const regimeOf = new Uint8Array(facts.count);
  const provinces: (PlaceCode | null)[] = [];
  for (let row = 0; row < facts.count; row += 1) {
    const code = places?.[row] ?? NaN;
    const province = Number.isNaN(code) || !own.has(provinceOf(code)) ? null : provinceOf(code);
    let at = provinces.indexOf(province);
    if (at < 0) at = provinces.push(province) - 1;
    regimeOf[row] = at;
  }
  const regimes = provinces.map((province): Regime => {
    const editions = editionsOn(policy, asOf, purpose, province);
    return { editions, byTier: new Map(editions.map((edition) => [edition.tier, edition])) };
  });
  return { regimes, regimeOf };
}

/** @param all the editions for everybody; a tier that only provinces have stands where one of its firms is among the rows */
function sharedEditions(policy: Policy, all: readonly RuleSet[], regimes: readonly Regime[]): readonly RuleSet[] {
  return [...policy.rungs.flat(), ...policy.beside].flatMap((tier) => {
    const own = new Set(regimes.flatMap(({ byTier }) => byTier.get(tier) ?? []));
    const [first] = own;
    return (own.size === 1 ? first : all.find((edition) => edition.tier === tier)) ?? first ?? [];
  });
}
