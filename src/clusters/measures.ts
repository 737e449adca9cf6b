/**
 * The measures of a cluster as plain arithmetic. NaN stands for a blank cell and gives "unknown"; what can't be (a negative output, a
 * whole of nothing) is refused with the reason. Shares are fractions.
 */
import type { Text } from "../words/text";
import { known, refused, sumOf, unknown, type Answer } from "./answer";

const LQ_NAMES: readonly Text[] = [
  { zh: "本地该产业", en: "the industry in the region" },
  { zh: "本地总量", en: "the region's total" },
  { zh: "全国该产业", en: "the industry in the reference area" },
  { zh: "全国总量", en: "the reference area's total" },
];

function blanksAmong(values: readonly number[], names: readonly Text[]): Answer | null {
  const missing = names.filter((_, at) => Number.isNaN(values[at]));
  return missing.length > 0 ? unknown(missing, missing.length) : null;
}

/**
 * Location quotient 区位商: (e_ij ÷ e_j) ÷ (e_i ÷ e), with e as employment, output or revenue, all four in one unit. No unit.
 * 1: the same share as the reference area; above 1: specialised. Cut-offs such as 1.25 are convention and not used here.
 */
export function locationQuotient(industry: number, local: number, wideIndustry: number, wide: number): Answer {
  const values = [industry, local, wideIndustry, wide];
  const blank = blanksAmong(values, LQ_NAMES);
  if (blank) return blank;
  const negative = LQ_NAMES[values.findIndex((value) => value < 0)];
  if (negative) return refused(`${negative.zh}是负数，请核对`, `${negative.en} is negative, please check it`);
  if (industry > local || wideIndustry > wide)
    return refused(
      "产业的数大于总量，参数的次序或口径不对，请核对",
      "An industry is larger than its total: check the order or the scope",
    );
  if (local === 0 || wideIndustry === 0 || wide === 0)
    return refused(
      "总量或全国该产业是0，区位商算不出来",
      "A total, or the industry in the reference area, is 0: there is no quotient",
    );
  return known(industry / local / (wideIndustry / wide));
}

const EVERY: Text = { zh: "各家的数", en: "some of the values" };

/** The values without blanks, and their sum; or why there are no shares. */
function sharesOf(values: readonly number[]): { readonly total: number } | Answer {
  const blanks = values.filter((value) => Number.isNaN(value)).length;
  if (values.length === 0) return unknown([EVERY]);
  if (blanks > 0) return unknown([EVERY], blanks);
  if (values.some((value) => value < 0))
    return refused("有负数，份额算不出来，请核对", "There are negative values, so there are no shares");
  const total = sumOf(values);
  if (!Number.isFinite(total)) return known(total);
  return total > 0 ? { total } : refused("合计是0，份额算不出来", "The total is 0, so there are no shares");
}

/** Herfindahl–Hirschman index: Σ (share in %)², 0 to 10,000. 30/30/20/20 gives 2,600. Any blank leaves it unknown. */
export function hhi(values: readonly number[]): Answer {
  const shares = sharesOf(values);
  if ("kind" in shares) return shares;
  return known((sumOf(values.map((value) => value * value)) / (shares.total * shares.total)) * 10_000);
}

/** CRn: the share of the n largest, 0 to 1; all of them where there are fewer. `n` is a whole number from 1. */
export function concentration(values: readonly number[], n = 4): Answer {
  if (!Number.isInteger(n) || n < 1)
    return refused("前几家要是1、2、3这样的整数", "The number of the largest is a whole number from 1");
  const shares = sharesOf(values);
  if ("kind" in shares) return shares;
  const largest = [...values].sort((a, b) => b - a).slice(0, n);
  return known(sumOf(largest) / shares.total);
}

/**
 * Part ÷ whole, 0 to 1, for shares such as SMEs' output ÷ cluster output. `names` are the part's and the whole's.
 * A part above its whole is refused: the two are of different scopes or units.
 */
export function shareOf(part: number, whole: number, names: readonly [Text, Text]): Answer {
  const blank = blanksAmong([part, whole], names);
  if (blank) return blank;
  const [own, all] = names;
  if (part < 0 || whole < 0)
    return refused(
      `${part < 0 ? own.zh : all.zh}是负数，请核对`,
      `${part < 0 ? own.en : all.en} is negative, please check it`,
    );
  if (whole === 0) return refused(`${all.zh}是0，占比算不出来`, `${all.en} is 0: there is no share`);
  if (part > whole)
    return refused(
      `${own.zh}大于${all.zh}，占比超过100%：请核对单位（亿元、万元）和口径`,
      `${own.en} is above ${all.en}: a share over 100 %. Check units (亿元, 万元) and scope`,
    );
  return known(part / whole);
}

/**
 * Local supporting rate 本地配套率: purchases from suppliers inside the area ÷ all purchases of parts and services, by value, 0 to 1.
 * No official formula was found; this is the product's own definition and is said so wherever it is shown.
 */
export function localSupply(local: number, all: number): Answer {
  return shareOf(local, all, [
    { zh: "本地采购额", en: "Local purchases" },
    { zh: "采购总额", en: "All purchases" },
  ]);
}

export const LOCAL_SUPPLY_NOTE: Text = {
  zh: "本地配套率没有官方公式，这里按“本地采购额÷采购总额”算，是本工具的定义。",
  en: "There is no official formula of the local supporting rate; here it is local purchases over all purchases, our own definition.",
};

/** Growth over one year: now ÷ before − 1. From a base that is not positive there is no rate. */
export function growth(now: number, before: number, name: Text): Answer {
  const names = [name, { zh: `上一年${name.zh}`, en: `${name.en} of the year before` }];
  const blank = blanksAmong([now, before], names);
  if (blank) return blank;
  if (before <= 0)
    return refused(
      `上一年${name.zh}不是正数，算不出增速`,
      `${name.en} of the year before is not positive: no growth rate`,
    );
  // The difference first: now / before - 1 would lose digits of a small growth.
  return known((now - before) / before);
}

/** Arithmetic mean of the yearly growth rates of a series, the newest year first. */
export function meanGrowth(series: readonly number[], name: Text): Answer {
  const rates: number[] = [];
  for (let at = 0; at + 1 < series.length; at += 1) {
    const rate = growth(series[at] ?? NaN, series[at + 1] ?? NaN, name);
    if (rate.kind !== "known") return rate;
    rates.push(rate.value);
  }
  return rates.length === 0 ? unknown([name]) : known(sumOf(rates) / rates.length);
}

/**
 * Catch-up 赶超, in years: ln(rival ÷ own) ÷ ln((1 + g_own) ÷ (1 + g_rival)). Defined only where own is behind and grows faster; the
 * product's own definition, since no official method was found. `own` and `rival` in one unit, growth as fractions a year.
 */
export function catchUpYears(own: number, rival: number, ownGrowth: number, rivalGrowth: number): Answer {
  const blank = blanksAmong(
    [own, rival, ownGrowth, rivalGrowth],
    [
      { zh: "自己的数", en: "the own figure" },
      { zh: "前一名的数", en: "the rival's figure" },
      { zh: "自己的增速", en: "the own growth" },
      { zh: "前一名的增速", en: "the rival's growth" },
    ],
  );
  if (blank) return blank;
  if (own <= 0 || rival <= 0 || ownGrowth <= -1 || rivalGrowth <= -1)
    return refused("数要是正数，增速要高于-100%", "Figures must be positive, growth above -100 %");
  if (own >= rival) return known(0);
  if (ownGrowth <= rivalGrowth)
    return refused("增速不比前一名快，追不上", "It does not grow faster, so it never catches up");
  return known(Math.log(rival / own) / (Math.log1p(ownGrowth) - Math.log1p(rivalGrowth)));
}

/**
 * Places from the largest down, ties share a place and the next one is left out (1, 2, 2, 4). Null for what is not known: it has no place.
 * Numbers that show the same 15 digits tie.
 */
export function ranks(values: readonly Answer[], better: "up" | "down" = "up"): readonly (number | null)[] {
  const sign = better === "up" ? 1 : -1;
  const sorted = values
    .flatMap((answer) => (answer.kind === "known" ? [answer.value * sign] : []))
    .sort((a, b) => b - a);
  const place = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!place.has(value)) place.set(value, at + 1);
  });
  return values.map((answer) => (answer.kind === "known" ? (place.get(answer.value * sign) ?? null) : null));
}
