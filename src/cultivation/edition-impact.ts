/**
 * What a change of rules does to a sheet: the same data, on the same day, under the editions in force on two dates. Who gains a tier, who
 * loses it, and by which condition. Substance alone is compared; titles and general conditions change with people, not with editions.
 */
import { editionOn, firstDay, inForceFor } from "../policy/editions";
import type { Policy, Purpose, RuleSet, Verdict } from "../policy/rule-set";
import { provinceOf, type PlaceCode } from "../language/places";
import type { Text } from "../words/text";
import { isoOfSerial, serialOfIso } from "../words/calendar";
import { verdictOf } from "../engine/columns/score-columns";
import { StretchScores } from "../engine/columns/stretch-scores";
import { Scorer } from "../engine/rows/evaluate";
import { byCondition, standingInTheWay, type ConditionImpact, type NamedCondition } from "../engine/rows/in-the-way";
import type { CultivationContext } from "./context";
import { draftNotice } from "../sheet/results/result-notice";
import type { Firm } from "./library";
import { sheetRowOf } from "../sheet/reading/sheet-row";

export interface ImpactDates {
  /** ISO; the editions in force on it are the old ones. */
  readonly before: string;
  /** ISO; the day of judgement for both. */
  readonly after: string;
}

/**
 * The dates that show the last change of rules: the day before the newest edition in force on `asOf` began, and `asOf` itself. Null where
 * the ladder has no edition that replaced another.
 */
export function lastChange(policy: Policy, asOf: string, purpose: Purpose): ImpactDates | null {
  const begins = policy.rungs.flat().flatMap((id) => {
    const tier = policy.tiers.get(id);
    const edition = tier ? editionOn(tier, asOf, purpose) : null;
    const from = edition ? firstDay(inForceFor(edition, purpose).from) : null;
    const before = from === null ? null : dayBefore(from);
    return tier && before !== null && editionOn(tier, before, purpose) ? [before] : [];
  });
  const [before] = begins.sort().reverse();
  return before === undefined ? null : { before, after: asOf };
}

function dayBefore(day: string): string | null {
  const serial = serialOfIso(day);
  return serial === null ? null : isoOfSerial(serial - 1);
}

export interface FirmImpact extends Firm {
  readonly before: Verdict;
  readonly after: Verdict;
  /** A loss: what fails or is open under the new edition. A gain: what failed or was open under the old one. */
  readonly conditions: readonly NamedCondition[];
}

export interface TierImpact {
  readonly tier: string;
  readonly name: Text;
  readonly before: string;
  readonly after: string;
  /** Enterprises by verdict before, then after. */
  readonly moves: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  /** Not met before, met after. */
  readonly gains: readonly FirmImpact[];
  /** Met before, not met or not known after. */
  readonly losses: readonly FirmImpact[];
  /** Conditions of the new edition by which enterprises lose it, the most first. */
  readonly losingBy: readonly ConditionImpact[];
  /** Conditions of the old edition that held the gainers back, the most first. */
  readonly gainingBy: readonly ConditionImpact[];
  /** Which of the two is a draft; null where none is. */
  readonly draft: Text | null;
}

interface Compared extends Moved {
  readonly old: RuleSet;
  readonly now: RuleSet;
  readonly oldScorer: Scorer;
  readonly nowScorer: Scorer;
}

/** What becomes of a tier, whichever province's editions judge a row. */
interface Moved {
  readonly moves: Record<Verdict, Record<Verdict, number>>;
  readonly gains: FirmImpact[];
  readonly losses: FirmImpact[];
}

/** Made once; `add` every row, then read `result`. Tiers whose edition is the same on both days are left out. */
export class EditionImpact {
  private readonly tiers: readonly Compared[];
  /** Verdicts of the old and the new edition of each tier, one pair after the other. */
  private readonly verdicts: StretchScores;
  private readonly purpose: Purpose;

  constructor(
    private readonly context: Omit<CultivationContext, "cultivation">,
    private readonly dates: ImpactDates,
  ) {
    const { policy, vocabulary, reading, judgement } = context;
    this.purpose = judgement.purpose;
    const [before, asOf] = [serialOfIso(dates.before), serialOfIso(dates.after)];
    if (before === null || asOf === null) throw new RangeError("both days must be dates YYYY-MM-DD");
    const options = { asOf, t: reading.t, assumeGeneral: judgement.assumeGeneral };
    const places = new Set<PlaceCode | null>([null]);
    for (let row = 0; row < reading.facts.count; row += 1) {
      const { place } = reading.placeOf(row);
      if (place !== null) places.add(provinceOf(place));
    }
    this.tiers = [...policy.tiers.values()].flatMap((tier): Compared[] => {
      const none = (): Record<Verdict, number> => ({ met: 0, unmet: 0, unknown: 0 });
      const moved: Moved = { moves: { met: none(), unmet: none(), unknown: none() }, gains: [], losses: [] };
      const pairs = new Map<string, Compared>();
      for (const place of places) {
        const old = editionOn(tier, dates.before, this.purpose, place);
        const now = editionOn(tier, dates.after, this.purpose, place);
        if (!old || !now || old.edition === now.edition) continue;
        const scorer = (edition: RuleSet): Scorer =>
          new Scorer(edition.forPurpose[this.purpose], reading.facts, vocabulary, options);
        const key = `${String(old.place)} ${String(now.place)}`;
        if (!pairs.has(key)) pairs.set(key, { ...moved, old, now, oldScorer: scorer(old), nowScorer: scorer(now) });
      }
      return [...pairs.values()];
    });
    const requirements = this.tiers.flatMap(({ old, now }) =>
      [old, now].map(({ forPurpose }) => forPurpose[this.purpose]),
    );
    this.verdicts = new StretchScores(requirements, reading.facts, vocabulary, options);
  }

  /** Takes a row in; quick where one comes after the other. Only a tier won or lost is explained. */
  add(row: number): void {
    const { reading } = this.context;
    const { scores, at } = this.verdicts.of(row);
    const { place } = reading.placeOf(row);
    for (const [index, { old, now, oldScorer, nowScorer, moves, gains, losses }] of this.tiers.entries()) {
      if (!this.judges(old, now, place)) continue;
      const before = verdictOf(scores[2 * index]?.status[at]);
      const after = verdictOf(scores[2 * index + 1]?.status[at]);
      moves[before][after] += 1;
      const gained = before !== "met" && after === "met";
      if (!gained && !(before === "met" && after !== "met")) continue;
      const conditions = gained
        ? standingInTheWay(oldScorer.evaluate(row), old, this.purpose)
        : standingInTheWay(nowScorer.evaluate(row), now, this.purpose);
      (gained ? gains : losses).push({
        row,
        sheetRow: sheetRowOf(reading, row),
        name: reading.names[row] ?? "",
        creditCode: reading.creditCodes[row] ?? "",
        before,
        after,
        conditions,
      });
    }
  }

  /** Whether these are the editions that judge an enterprise of a place. */
  private judges(old: RuleSet, now: RuleSet, place: PlaceCode | null): boolean {
    const tier = this.context.policy.tiers.get(now.tier);
    if (tier === undefined) return false;
    return (
      editionOn(tier, this.dates.before, this.purpose, place) === old &&
      editionOn(tier, this.dates.after, this.purpose, place) === now
    );
  }

  result(): readonly TierImpact[] {
    const first = this.tiers.filter(({ now }, at) => this.tiers.findIndex((one) => one.now.tier === now.tier) === at);
    return first.map(({ old, now, moves, gains, losses }) => ({
      tier: now.tier,
      name: now.name,
      before: old.edition,
      after: now.edition,
      moves,
      gains,
      losses,
      losingBy: byCondition(losses, now, this.purpose),
      gainingBy: byCondition(gains, old, this.purpose),
      draft: draftNotice([old, now]),
    }));
  }
}
