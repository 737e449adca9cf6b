/**
 * One rider in one month under the platform's scheme: whether the subsidy is due, why or why not, and how much. Three answers as
 * everywhere: a blank income, an unknown place or a month without a known base leaves the answer open, it never counts as 0.
 *
 * A list holds the same few platforms, places and months over and over, so what follows from them alone is worked out once.
 */
import type { Verdict } from "../policy/rule-set";
import type { Text } from "../words/text";
import { placesOf, type PlacesMeant } from "../language/places";
import { areaMeant, type AreaMeant } from "./base-areas";
import { baseOf, type BaseArea } from "./bases";
import type { Month } from "./month";
import { premiumsOf, type Premiums } from "./premiums";
import {
  atLeast,
  DEFAULT_OPTIONS,
  INCOME_FIELDS,
  weakest,
  type Counting,
  type MonthCheck,
  type Rider,
  type SubsidyOptions,
  type SubsidyOutcome,
  type SubsidyRules,
} from "./rider";
import { rolledOut, schemeOf, type IncomeTest, type Scheme } from "./schemes";
import { amountReasons, REASONS, windowText } from "./subsidy-reasons";

/** A list with more different words than that is judged at the price of working them out each time. */
const MOST_KEPT = 10_000;

/** What was worked out before, by a key. */
class Kept<V> {
  private readonly values = new Map<string, V>();

  of(key: string, make: () => V): V {
    const known = this.values.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.values.size < MOST_KEPT) this.values.set(key, made);
    return made;
  }
}

/** The answers to the parts of a case, and why they are no yes. */
class Case {
  status: Verdict = "met";
  readonly reasons: Text[] = [];
  readonly missing: string[] = [];

  no(reason: Text): void {
    this.status = "unmet";
    this.reasons.push(reason);
  }

  open(reason: Text, missing: readonly string[] = []): void {
    if (this.status === "met") this.status = "unknown";
    this.reasons.push(reason);
    this.lacks(missing);
  }

  lacks(missing: readonly string[]): void {
    for (const field of missing) if (!this.missing.includes(field)) this.missing.push(field);
  }
}

/** The first later month that would qualify were the floor reached from now on. Months that fell short count against it as they are. */
function nextQualifying(
  checks: readonly MonthCheck[],
  { months, least }: { months: number; least: number },
  month: Month,
): Month | null {
  for (let ahead = 1; ahead <= months + 1; ahead += 1) {
    let met = 0;
    for (let back = 1; back <= months; back += 1) {
      // Months still to come reach it; those gone by stand in the checks, the latest first.
      if (back < ahead || checks[back - ahead]?.verdict === "met") met += 1;
    }
    if (met >= least) return month + ahead;
  }
  return null;
}

/** The floor an income is compared with; where what was paid on at the time was not found, the one published later stands in. */
function testFloor(area: BaseArea, at: Month, knownIn: Month, counting: Counting): number | null {
  const known = counting === "retested" ? null : baseOf(area, at, knownIn);
  const found = counting === "at-the-time" ? known : (known ?? baseOf(area, at));
  return found?.level.floor ?? null;
}

const UNKNOWN_CHECKS: readonly (number | null)[] = [];

export class RiderJudge {
  private readonly schemes = new Kept<{ readonly scheme: Scheme | null }>();
  private readonly areas = new Kept<AreaMeant>();
  private readonly started = new Kept<{ readonly open: boolean | null }>();
  private readonly floors = new Kept<readonly (number | null)[]>();
  private readonly premiums = new Kept<Premiums>();
  private readonly differences = new Kept<{ readonly differ: boolean }>();

  constructor(
    private readonly rules: SubsidyRules,
    private readonly options: SubsidyOptions = DEFAULT_OPTIONS,
  ) {}

  judge(rider: Rider, counting: Counting = this.options.levels): SubsidyOutcome {
    const { month, platform } = rider;
    const scheme = this.schemeOf(platform);
    const work = this.areaOf(rider.workPlace);
    const insured = this.areaOf(rider.insuredPlace);
    const [workPlace, insuredPlace] = [work?.area ?? null, insured?.area ?? null];
    const one = new Case();
    if (scheme === null || month === null) {
      if (scheme === null)
        one.open(platform === null ? REASONS.noPlatform : REASONS.unknownPlatform(platform), ["platform"]);
      if (month === null) one.open(REASONS.noMonth, ["month"]);
      const { status, reasons, missing } = one;
      const nothing = { checks: [], parts: [], amount: null, fullAmount: null, arithmetic: "", nextMonth: null };
      return { scheme, workPlace, insuredPlace, status, reasons, missing, ...nothing };
    }
    const knownIn = counting === "at-the-time" ? month : null;
    this.judgeScheme(one, scheme, rider, month);
    const { test } = scheme;
    const checks = test === null ? [] : this.checksOf(rider, month, workPlace, test.months, counting);
    if (test !== null) {
      if (workPlace !== null) this.judgeIncomes(one, checks, test, workPlace);
      else one.open(work?.doubt ? REASONS.unclearWorkPlace(work.doubt) : REASONS.noWorkPlace, ["work_place"]);
    }
    const premiums = this.premiumsOf(scheme, rider.category, insuredPlace, month, knownIn);
    if (one.status !== "unmet" && premiums.total === null) {
      one.reasons.push(...amountReasons(scheme, insured, premiums.parts, month));
      if (scheme.amount !== null && insuredPlace === null) one.lacks(["insured_place"]);
      if (premiums.parts.some(({ share }) => share === null)) one.lacks(["category"]);
    }
    const { status, reasons, missing } = one;
    const beforeStart = reasons.length > 0 && this.rolledOut(scheme, month, rider.workPlace) === false;
    return {
      scheme,
      workPlace,
      insuredPlace,
      status,
      reasons,
      missing,
      checks,
      parts: premiums.parts,
      amount: status === "unmet" ? 0 : status === "met" ? premiums.total : null,
      fullAmount: premiums.total,
      arithmetic: premiums.arithmetic,
      nextMonth: status === "unmet" && test !== null && !beforeStart ? nextQualifying(checks, test, month) : null,
    };
  }

  /** Whether any level the rider's answer rests on was published after the month of payment. */
  levelsDiffer({ platform, month, workPlace, insuredPlace }: Rider): boolean {
    const months = this.schemeOf(platform)?.test?.months ?? 0;
    if (month === null) return false;
    const [work = null, insured = null] = [this.areaOf(workPlace)?.area, this.areaOf(insuredPlace)?.area];
    const key = `${work?.id ?? ""}|${insured?.id ?? ""}|${month}|${months}`;
    return this.differences.of(key, () => {
      const differs = (place: BaseArea | null, at: Month): boolean =>
        place !== null && baseOf(place, at)?.level !== baseOf(place, at, month)?.level;
      const looked = Array.from({ length: months + 1 }, (_, back) => month - back);
      return { differ: differs(insured, month) || looked.some((at) => differs(work, at)) };
    }).differ;
  }

  private schemeOf(platform: string | null): Scheme | null {
    if (platform === null) return null;
    return this.schemes.of(platform, () => ({ scheme: schemeOf(platform, this.rules.schemes) })).scheme;
  }

  private areaOf(text: string | null): AreaMeant | null {
    return text === null ? null : this.areas.of(text, () => areaMeant(text, this.rules.bases));
  }

  private rolledOut(scheme: Scheme, month: Month, place: string | null): boolean | null {
    const key = `${scheme.id}|${month}|${place ?? ""}`;
    return this.started.of(key, () => ({ open: rolledOut(scheme, month, this.meant(place)) })).open;
  }

  private meant(place: string | null): PlacesMeant {
    return place === null ? [] : placesOf(this.rules.bases).meant(place);
  }

  private judgeScheme(one: Case, scheme: Scheme, { category, workPlace }: Rider, month: Month): void {
    const { categories } = scheme;
    if (categories !== null) {
      if (category === null) one.open(REASONS.categories(categories, null), ["category"]);
      else if (!categories.includes(category)) one.no(REASONS.categories(categories, category));
    }
    const open = this.rolledOut(scheme, month, workPlace);
    if (open === false) one.no(REASONS.notRolledOut(month));
    else if (open === null) one.open(REASONS.rolloutOpen(month), ["work_place"]);
  }

  private checksOf(
    { income, earlier }: Rider,
    month: Month,
    place: BaseArea | null,
    months: number,
    counting: Counting,
  ): readonly MonthCheck[] {
    const floors =
      place === null
        ? UNKNOWN_CHECKS
        : this.floors.of(`${place.id}|${month}|${months}|${counting}`, () =>
            Array.from({ length: months + 1 }, (_, back) => testFloor(place, month - back, month, counting)),
          );
    const checks: MonthCheck[] = [];
    for (let back = 0; back <= months; back += 1) {
      const own = back === 0 ? income : (earlier[back - 1] ?? null);
      const floor = floors[back] ?? null;
      const verdict = own === null || floor === null ? "unknown" : own >= floor ? "met" : "unmet";
      checks.push({ month: month - back, current: back === 0, income: own, floor, verdict });
    }
    return checks;
  }

  private judgeIncomes(
    one: Case,
    checks: readonly MonthCheck[],
    { months, least, current }: IncomeTest,
    place: BaseArea,
  ): void {
    const [now] = checks;
    const { includeCurrent } = this.options;
    const looked = includeCurrent ? checks.slice(0, months) : checks.slice(1);
    const verdicts = looked.map(({ verdict }) => verdict);
    const past = atLeast(least, verdicts);
    const thisMonth = current && now !== undefined ? now.verdict : "met";
    if (weakest([past, thisMonth]) === "met") return;
    const blanks = (list: readonly MonthCheck[]): string[] =>
      list.flatMap((check) => (check.income === null ? [INCOME_FIELDS[checks.indexOf(check)] ?? "income"] : []));
    const deciding = [
      ...(thisMonth === "unknown" && now !== undefined ? [now] : []),
      ...(past === "unknown" ? looked : []),
    ];
    const noFloor = deciding.find(({ floor }) => floor === null);
    if (noFloor !== undefined) one.open(REASONS.noFloor(place, noFloor.month));
    if (thisMonth === "unmet") one.no(REASONS.currentShort(now?.income ?? 0, now?.floor ?? 0));
    else if (thisMonth === "unknown" && now !== undefined) one.open(REASONS.currentOpen, blanks([now]));
    const met = verdicts.filter((verdict) => verdict === "met").length;
    const window = windowText(months, includeCurrent);
    if (past === "unmet") one.no(REASONS.monthsShort(window, met, least));
    else if (past === "unknown") one.open(REASONS.monthsOpen(window, met, least), blanks(looked));
  }

  private premiumsOf(
    scheme: Scheme,
    category: string | null,
    place: BaseArea | null,
    month: Month,
    knownIn: Month | null,
  ): Premiums {
    // Only its special shares tell categories apart; a list may hold any number of them.
    const special = scheme.amount?.shares.length === 0 ? "" : (category ?? "\u0000");
    const key = `${scheme.id}|${special}|${place?.id ?? ""}|${month}|${knownIn ?? ""}`;
    return this.premiums.of(key, () => premiumsOf(scheme, category, place, month, this.rules.bases, knownIn));
  }
}

/** Judges one rider by itself. `options` defaults to six months before the month of payment, and levels as they hold in the end. */
export function judgeRider(
  rider: Rider,
  rules: SubsidyRules,
  options: SubsidyOptions = DEFAULT_OPTIONS,
): SubsidyOutcome {
  return new RiderJudge(rules, options).judge(rider);
}
