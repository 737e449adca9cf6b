/**
 * What a draft does to a list: who gains the tier by it, who loses it, for whom it becomes open, and by which condition. Each row is judged
 * by the rules of its own province, on the same day under both; rows that another edition judges are counted apart.
 */
import { verdictOf } from "../engine/columns/score-columns";
import { StretchScores } from "../engine/columns/stretch-scores";
import { Scorer } from "../engine/rows/evaluate";
import { byCondition, standingInTheWay, type ConditionImpact, type NamedCondition } from "../engine/rows/in-the-way";
import { provinceOf, type PlaceCode } from "../language/places";
import type { Vocabulary } from "../language/vocabulary";
import { editionOn, firstDay, inForceFor } from "../policy/editions";
import type { Judgement } from "../policy/judgement";
import { editionsOf, type Policy, type Purpose, type RuleSet, type Verdict } from "../policy/rule-set";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { sheetRowOf, type SheetRow } from "../sheet/reading/sheet-row";
import { serialOfIso } from "../words/calendar";

export interface ImpactContext {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly reading: SheetReading;
  readonly judgement: Judgement;
}

export interface MovedFirm {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly sheetRow: SheetRow;
  readonly name: string;
  readonly place: PlaceCode | null;
  readonly before: Verdict;
  readonly after: Verdict;
  /** A gain: what was in the way before. Otherwise what is in the way now. */
  readonly conditions: readonly NamedCondition[];
}

export interface DraftImpact {
  /** Enterprises by verdict under the edition, then under the draft. */
  readonly moves: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  readonly moved: readonly MovedFirm[];
  readonly gainingBy: readonly ConditionImpact[];
  readonly losingBy: readonly ConditionImpact[];
  /** Rows that another edition judges: of a province with rules of its own. */
  readonly elsewhere: number;
}

interface Pair {
  readonly before: RuleSet;
  readonly after: RuleSet;
}

/** The editions of one file that judge the rows of a list, by province: the release's and the draft's. */
export class DraftPairs {
  readonly list: readonly Pair[];
  private readonly placed = new Map<PlaceCode | null, number>();

  /** @param drafted the draft's rule sets */
  constructor({ policy, reading, judgement: { purpose } }: ImpactContext, drafted: readonly RuleSet[]) {
    const [first] = drafted;
    const tier = first === undefined ? undefined : (policy.tiers.get(first.tier) ?? policy.clusters.get(first.tier));
    const pairs: Pair[] = [];
    if (first !== undefined && tier !== undefined) {
      const isNew = !editionsOf(policy).some(({ file }) => file === first.file);
      const day = firstDay(inForceFor(first, purpose).from);
      for (const place of placesOf(reading)) {
        const before = editionOn(tier, day, purpose, place);
        // An edition of its own takes the place of the one it was made from; a new one that of whatever judged there before.
        const own = drafted.find((one) => one.place === before?.place && one.file === before.file);
        const after = own ?? (isNew ? drafted.find((one) => one.place === null || one.place === place) : undefined);
        if (before === null || after === undefined) continue;
        const known = pairs.findIndex((pair) => pair.before === before);
        this.placed.set(place, known < 0 ? pairs.push({ before, after }) - 1 : known);
      }
    }
    this.list = pairs;
  }

  /** The pair that judges an enterprise of a place; null where another edition does. */
  at(place: PlaceCode | null): number | null {
    return this.placed.get(place === null ? null : provinceOf(place)) ?? null;
  }
}

function placesOf(reading: SheetReading): ReadonlySet<PlaceCode | null> {
  const places = new Set<PlaceCode | null>();
  for (let row = 0; row < reading.facts.count; row += 1) {
    const { place } = reading.placeOf(row);
    places.add(place === null ? null : provinceOf(place));
  }
  return places;
}

export function draftImpact(context: ImpactContext, drafted: readonly RuleSet[]): DraftImpact {
  const { reading, vocabulary, judgement } = context;
  const { purpose } = judgement;
  const pairs = new DraftPairs(context, drafted);
  const options = scorerOptions(context);
  const sets = pairs.list.flatMap(({ before, after }) => [before.forPurpose[purpose], after.forPurpose[purpose]]);
  const scores = new StretchScores(sets, reading.facts, vocabulary, options);
  const scorers = new Map<RuleSet, Scorer>();
  const scorerOf = (edition: RuleSet): Scorer => {
    const known = scorers.get(edition);
    if (known) return known;
    const scorer = new Scorer(edition.forPurpose[purpose], reading.facts, vocabulary, options);
    scorers.set(edition, scorer);
    return scorer;
  };
  const none = (): Record<Verdict, number> => ({ met: 0, unmet: 0, unknown: 0 });
  const moves = { met: none(), unmet: none(), unknown: none() };
  const moved: MovedFirm[] = [];
  let elsewhere = 0;
  for (let row = 0; row < reading.facts.count; row += 1) {
    const { place } = reading.placeOf(row);
    const index = pairs.at(place);
    const pair = index === null ? undefined : pairs.list[index];
    if (index === null || pair === undefined) {
      elsewhere += 1;
      continue;
    }
    const { scores: stretch, at } = scores.of(row);
    const before = verdictOf(stretch[2 * index]?.status[at]);
    const after = verdictOf(stretch[2 * index + 1]?.status[at]);
    moves[before][after] += 1;
    if (before === after) continue;
    const told = after === "met" ? pair.before : pair.after;
    moved.push({
      row,
      sheetRow: sheetRowOf(reading, row),
      name: reading.names[row] ?? "",
      place,
      before,
      after,
      conditions: standingInTheWay(scorerOf(told).evaluate(row), told, purpose),
    });
  }
  return {
    moves,
    moved,
    gainingBy: conditionsOfAll(
      moved.filter(({ after }) => after === "met"),
      pairs,
      "before",
      purpose,
    ),
    losingBy: conditionsOfAll(
      moved.filter(({ before }) => before === "met"),
      pairs,
      "after",
      purpose,
    ),
    elsewhere,
  };
}

/** Texts and clauses are those of the first of the pairs: they differ in a province's points alone. */
function conditionsOfAll(
  firms: readonly MovedFirm[],
  { list: [pair] }: DraftPairs,
  side: keyof Pair,
  purpose: Purpose,
): readonly ConditionImpact[] {
  return pair === undefined ? [] : byCondition(firms, pair[side], purpose);
}

/** @throws RangeError where the day of judgement is none */
export function scorerOptions({ reading, judgement }: ImpactContext): {
  readonly asOf: number;
  readonly t: number;
  readonly assumeGeneral: boolean;
} {
  const asOf = serialOfIso(judgement.asOf);
  if (asOf === null) throw new RangeError("the day of judgement must be a date YYYY-MM-DD");
  return { asOf, t: reading.t, assumeGeneral: judgement.assumeGeneral };
}
