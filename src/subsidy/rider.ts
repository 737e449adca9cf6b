/**
 * One rider in one month under the platform's scheme: whether the subsidy is due, why or why not, and how much. Three answers as
 * everywhere: a blank income, an unknown place or a month without a known base leaves the answer open, it never counts as 0.
 */
import type { Verdict } from "../policy/rule-set";
import type { Text } from "../policy/vocabulary";
import { baseOf, findPlace, medicalOf, type BaseInForce, type Bases, type LevelEvidence, type Place } from "./bases";
import { product, sum, yuan } from "./money";
import { chineseMonth, isoMonth, type Month } from "./month";
import { rolledOut, schemeOf, shareOf, type Insurance, type Scheme } from "./schemes";

/** What a sheet says of a rider; null where it says nothing. */
export interface Rider {
  readonly platform: string | null;
  readonly category: string | null;
  readonly workPlace: string | null;
  readonly insuredPlace: string | null;
  readonly month: Month | null;
  /** Yuan in the month of payment. */
  readonly income: number | null;
  /** Yuan in the months before, the latest first. */
  readonly earlier: readonly (number | null)[];
}

export interface SubsidyRules {
  readonly bases: Bases;
  readonly schemes: readonly Scheme[];
}

export interface SubsidyOptions {
  /** The months looked back at include the month of payment. */
  readonly includeCurrent: boolean;
  /** `at-the-time`: with the levels known in the month of payment; `settled`: with those that hold in the end. */
  readonly levels: "settled" | "at-the-time";
}

/** One month of the income test. */
export interface MonthCheck {
  readonly month: Month;
  readonly current: boolean;
  readonly income: number | null;
  readonly floor: number | null;
  readonly verdict: Verdict;
}

/** One premium and the part of it that is paid. */
export interface PremiumPart {
  readonly insurance: Insurance;
  /** The floor for pension, the premium itself for medical; null where it was not found. */
  readonly base: number | null;
  readonly rate: number;
  readonly share: number | null;
  readonly amount: number | null;
  readonly evidence: LevelEvidence | null;
  readonly carriedOn: boolean;
}

export interface SubsidyOutcome {
  readonly scheme: Scheme | null;
  readonly status: Verdict;
  /** Why it is not due, or what leaves it open; empty where it is due. */
  readonly reasons: readonly Text[];
  /** Field ids of cells that could still change the answer. */
  readonly missing: readonly string[];
  readonly checks: readonly MonthCheck[];
  readonly parts: readonly PremiumPart[];
  /** Yuan to the fen: what is due; 0 where it is not due, null where either is not known. */
  readonly amount: number | null;
  /** What would be paid if the rider qualified; null where a base or a share is not known. */
  readonly fullAmount: number | null;
  /** The arithmetic written out: `4,433 × 20% × 50% = 443.30`. */
  readonly arithmetic: string;
  /** The first later month in which the test would be met if every income from now on reached the floor; null where it can't be told. */
  readonly nextMonth: Month | null;
}

/** Field ids of the incomes, this month's first. */
export const INCOME_FIELDS = [
  "income",
  "income_m1",
  "income_m2",
  "income_m3",
  "income_m4",
  "income_m5",
  "income_m6",
] as const;

const DEFAULTS: SubsidyOptions = { includeCurrent: false, levels: "settled" };

function atLeast(count: number, verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((one) => one === "met").length;
  const open = verdicts.filter((one) => one === "unknown").length;
  return met >= count ? "met" : met + open < count ? "unmet" : "unknown";
}

function weakest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("unmet") ? "unmet" : verdicts.includes("unknown") ? "unknown" : "met";
}

/**
 * At least `least` of the earlier months reach the floor, and the current one too: the rule itself on plain numbers, for the function
 * of the same name and for riders. An income that is null is not known.
 */
export function incomeTest(
  current: number | null,
  earlier: readonly (number | null)[],
  floor: number,
  { least = 3, includeCurrent = false }: { readonly least?: number; readonly includeCurrent?: boolean } = {},
): Verdict {
  const reach = (income: number | null): Verdict => (income === null ? "unknown" : income >= floor ? "met" : "unmet");
  const looked = includeCurrent ? [reach(current), ...earlier.slice(0, -1).map(reach)] : earlier.map(reach);
  return weakest([reach(current), atLeast(least, looked)]);
}

class Case {
  readonly reasons: Text[] = [];
  readonly missing = new Set<string>();
  private readonly verdicts: Verdict[] = [];

  judge(verdict: Verdict, reason: Text, missing: readonly string[] = []): void {
    this.verdicts.push(verdict);
    if (verdict === "met") return;
    this.reasons.push(reason);
    if (verdict === "unknown") for (const field of missing) this.missing.add(field);
  }

  get status(): Verdict {
    return weakest(this.verdicts);
  }
}

function placeIn(text: string | null, bases: Bases): Place | null {
  return text === null ? null : findPlace(text, bases);
}

function checksOf(
  rider: Rider,
  month: Month,
  place: Place | null,
  test: { months: number },
  known: Month | null,
): MonthCheck[] {
  return [rider.income, ...Array.from({ length: test.months }, (_, index) => rider.earlier[index] ?? null)].map(
    (income, back): MonthCheck => {
      const floor = place === null ? null : (baseOf(place, month - back, known)?.level.floor ?? null);
      const verdict = income === null || floor === null ? "unknown" : income >= floor ? "met" : "unmet";
      return { month: month - back, current: back === 0, income, floor, verdict };
    },
  );
}

/** The first later month that would qualify were the floor reached from now on. Months that fell short count against it as they are. */
function nextQualifying(
  checks: readonly MonthCheck[],
  { months, least }: { months: number; least: number },
  month: Month,
): Month | null {
  const reached = new Map(checks.map((check) => [check.month, check.verdict]));
  for (let ahead = 1; ahead <= months + 1; ahead += 1) {
    let met = 0;
    for (let back = 1; back <= months; back += 1) {
      const at = month + ahead - back;
      if (at > month || reached.get(at) === "met") met += 1;
    }
    if (met >= least) return month + ahead;
  }
  return null;
}

function partsOf(
  scheme: Scheme,
  category: string | null,
  place: Place | null,
  month: Month,
  bases: Bases,
  known: Month | null,
): PremiumPart[] {
  const share = shareOf(scheme, category);
  return (scheme.amount?.insurances ?? []).map((insurance): PremiumPart => {
    const base: BaseInForce | null = place === null ? null : baseOf(place, month, known);
    const medical = place === null ? null : medicalOf(place, month);
    const pension = insurance === "pension";
    const money = pension ? (base?.level.floor ?? null) : (medical?.amount ?? null);
    const rate = pension ? bases.rate : 1;
    return {
      insurance,
      base: money,
      rate,
      share,
      amount: money === null || share === null ? null : product(product(money, rate), share),
      evidence: (pension ? base?.level.evidence : medical?.evidence) ?? null,
      carriedOn: pension && base?.carriedOn === true,
    };
  });
}

function percent(share: number): string {
  return `${product(share, 100)}%`;
}

function plainNumber(value: number): string {
  return yuan(value).replace(/\.00$/, "");
}

function written(parts: readonly PremiumPart[], total: number | null): string {
  const terms = parts.map(({ base, rate, share }) =>
    base === null || share === null
      ? "?"
      : [plainNumber(base), ...(rate === 1 ? [] : [percent(rate)]), ...(share === 1 ? [] : [percent(share)])].join(
          " × ",
        ),
  );
  return terms.length === 0 ? "" : `${terms.join(" + ")} = ${total === null ? "?" : yuan(total)}`;
}

const SAY = {
  platform: {
    zh: "没有填平台，或者平台不在已知的方案里（美团、淘宝闪购、京东）",
    en: "The platform is blank or has no known scheme (Meituan, Taobao Flash, JD)",
  },
  month: {
    zh: "没有填缴费月份，或者读不出是哪一个月",
    en: "The month of payment is blank or can't be read as a month",
  },
};

/** Judges one rider. `options` defaults to six months before the month of payment, and levels as they hold in the end. */
export function judgeRider(
  rider: Rider,
  { bases, schemes }: SubsidyRules,
  options: SubsidyOptions = DEFAULTS,
): SubsidyOutcome {
  const scheme = rider.platform === null ? null : schemeOf(rider.platform, schemes);
  const one = new Case();
  const nothing = { scheme, checks: [], parts: [], amount: null, fullAmount: null, arithmetic: "", nextMonth: null };
  if (scheme === null || rider.month === null) {
    if (scheme === null) one.judge("unknown", SAY.platform, ["platform"]);
    if (rider.month === null) one.judge("unknown", SAY.month, ["month"]);
    return { ...nothing, status: "unknown", reasons: one.reasons, missing: [...one.missing] };
  }
  const { month } = rider;
  const known = options.levels === "at-the-time" ? month : null;
  if (scheme.categories !== null) {
    const verdict = rider.category === null ? "unknown" : scheme.categories.includes(rider.category) ? "met" : "unmet";
    const who = scheme.categories.join("、");
    one.judge(verdict, { zh: `这个方案只面向${who}骑手`, en: `The scheme is for ${who} riders only` }, ["category"]);
  }
  const open = rolledOut(scheme, month, rider.workPlace);
  one.judge(
    open === null ? "unknown" : open ? "met" : "unmet",
    {
      zh: `${chineseMonth(month)}这个方案还没有在就业地实行`,
      en: `In ${isoMonth(month)} the scheme did not apply at the work place yet`,
    },
    ["work_place"],
  );

  const workPlace = placeIn(rider.workPlace, bases);
  const insuredPlace = placeIn(rider.insuredPlace, bases);
  const { test } = scheme;
  const checks = test === null ? [] : checksOf(rider, month, workPlace, test, known);
  if (test !== null) {
    if (workPlace === null)
      one.judge(
        "unknown",
        {
          zh: `就业地“${rider.workPlace ?? ""}”的缴费基数没有收录`,
          en: `No contribution base is known for the work place "${rider.workPlace ?? ""}"`,
        },
        ["work_place"],
      );
    else judgeIncomes(one, checks, test, options, workPlace);
  }
  const parts = partsOf(scheme, rider.category, insuredPlace, month, bases, known);
  const amounts = parts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const fullAmount = scheme.amount !== null && amounts.length === parts.length ? sum(amounts) : null;
  const { status } = one;
  const reasons = [...one.reasons];
  const missing = new Set(one.missing);
  if (status !== "unmet" && fullAmount === null) {
    reasons.push(...amountReasons(rider, scheme, insuredPlace, parts, month));
    if (scheme.amount !== null) {
      if (insuredPlace === null) missing.add("insured_place");
      if (parts.some(({ share }) => share === null)) missing.add("category");
    }
  }
  return {
    scheme,
    status,
    reasons,
    missing: [...missing],
    checks,
    parts,
    amount: status === "unmet" ? 0 : status === "met" ? fullAmount : null,
    fullAmount,
    arithmetic: written(parts, fullAmount),
    nextMonth: status === "unmet" && test !== null && open !== false ? nextQualifying(checks, test, month) : null,
  };
}

function judgeIncomes(
  one: Case,
  checks: readonly MonthCheck[],
  { months, least, current }: { months: number; least: number; current: boolean },
  { includeCurrent }: SubsidyOptions,
  place: Place,
): void {
  const [now, ...earlier] = checks;
  const missingOf = (list: readonly MonthCheck[]): string[] =>
    list.flatMap((check) => (check.income === null ? [INCOME_FIELDS[checks.indexOf(check)] ?? "income"] : []));
  const noBase = checks.filter(({ floor }) => floor === null);
  for (const { month } of noBase.slice(0, 1))
    one.judge("unknown", {
      zh: `${place.name.zh}${chineseMonth(month)}的缴费基数下限没有查到`,
      en: `The floor of ${place.name.en} for ${isoMonth(month)} was not found`,
    });
  if (current && now !== undefined)
    one.judge(
      now.verdict,
      now.verdict === "unmet"
        ? {
            zh: `当月收入${plainNumber(now.income ?? 0)}元，低于就业地下限${plainNumber(now.floor ?? 0)}元`,
            en: `This month's income of ${plainNumber(now.income ?? 0)} is below the floor of ${plainNumber(now.floor ?? 0)} at the work place`,
          }
        : {
            zh: "当月收入是否达到就业地下限还不知道",
            en: "Whether this month's income reaches the floor is not known",
          },
      missingOf([now]),
    );
  const looked = includeCurrent ? checks.slice(0, months) : earlier;
  const met = looked.filter(({ verdict }) => verdict === "met").length;
  const verdict = atLeast(
    least,
    looked.map((check) => check.verdict),
  );
  const window: Text = includeCurrent
    ? { zh: `含当月的近${months}个月`, en: `Of the last ${months} months, this one included,` }
    : { zh: `前${months}个月`, en: `Of the ${months} months before` };
  one.judge(
    verdict,
    verdict === "unmet"
      ? {
          zh: `${window.zh}只有${met}个月达到下限，要${least}个月`,
          en: `${window.en} ${met} reached the floor; ${least} are needed`,
        }
      : {
          zh: `${window.zh}已知${met}个月达到下限，要${least}个月`,
          en: `${window.en} ${met} are known to reach the floor; ${least} are needed`,
        },
    missingOf(looked),
  );
}

function amountReasons(
  rider: Rider,
  scheme: Scheme,
  place: Place | null,
  parts: readonly PremiumPart[],
  month: Month,
): Text[] {
  if (scheme.amount === null)
    return [
      {
        zh: "由企业全额承担，没有公布按人计算的金额",
        en: "The company pays all of it; no amount a person was published",
      },
    ];
  if (place === null)
    return [
      {
        zh: `参保地“${rider.insuredPlace ?? ""}”的缴费基数没有收录，金额算不出`,
        en: `No contribution base is known for the place of insurance "${rider.insuredPlace ?? ""}", so the amount is not known`,
      },
    ];
  const when = { zh: `${place.name.zh}${chineseMonth(month)}`, en: `${place.name.en} in ${isoMonth(month)}` };
  return parts.flatMap(({ insurance, base, share }): Text[] => [
    ...(base === null
      ? [
          insurance === "pension"
            ? {
                zh: `${when.zh}的缴费基数下限没有查到，金额算不出`,
                en: `The floor of ${when.en} was not found, so the amount is not known`,
              }
            : {
                zh: `${when.zh}的医疗保险缴费额没有查到，金额算不出`,
                en: `The medical premium of ${when.en} was not found, so the amount is not known`,
              },
        ]
      : []),
    ...(share === null && insurance === "pension"
      ? [{ zh: "没有填骑手类别，补贴比例定不下来", en: "The rider's category is blank, so the share is not known" }]
      : []),
  ]);
}
