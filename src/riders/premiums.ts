/** The premiums a scheme pays towards, what is paid of each, and the arithmetic written out. */
import { baseOf, medicalOf, type BaseArea, type Bases, type Level, type LevelEvidence } from "./bases";
import { product, sum, yuan } from "./money";
import type { Month } from "./month";
import { shareOf, type Insurance, type Scheme } from "./schemes";

/** One premium and the part of it that is paid. */
export interface PremiumPart {
  readonly insurance: Insurance;
  /** The floor for pension, the premium itself for medical; null where it was not found. */
  readonly base: number | null;
  readonly rate: number;
  readonly share: number | null;
  readonly amount: number | null;
  readonly evidence: LevelEvidence | null;
  /** What the floor is; null for medical premiums and where none was found. */
  readonly level: Level | null;
  readonly carriedOn: boolean;
}

export interface Premiums {
  readonly parts: readonly PremiumPart[];
  /** What would be paid to a rider who qualified, yuan to the fen; null where a base or a share is not known or no amount was published. */
  readonly total: number | null;
  /** `4,433 × 20% × 50% = 443.30`; "?" for what is not known, "" where there is nothing to work out. */
  readonly arithmetic: string;
}

/** What a scheme pays a rider of a category insured at a place; `knownIn` as for `baseOf`. */
export function premiumsOf(
  scheme: Scheme,
  category: string | null,
  place: BaseArea | null,
  month: Month,
  bases: Bases,
  knownIn: Month | null,
): Premiums {
  const share = shareOf(scheme, category);
  const parts = (scheme.amount?.insurances ?? []).map((insurance): PremiumPart => {
    const level = place === null ? null : baseOf(place, month, knownIn);
    const medical = place === null ? null : medicalOf(place, month);
    const pension = insurance === "pension";
    const base = pension ? (level?.level.floor ?? null) : (medical?.amount ?? null);
    const rate = pension ? bases.rate : 1;
    return {
      insurance,
      base,
      rate,
      share,
      // The premium is a sum of money itself, to the fen, before a share of it is taken.
      amount: base === null || share === null ? null : product(product(base, rate), share),
      evidence: (pension ? level?.level.evidence : medical?.evidence) ?? null,
      level: pension ? (level?.level ?? null) : null,
      carriedOn: pension && level?.carriedOn === true,
    };
  });
  const amounts = parts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const total = scheme.amount !== null && amounts.length === parts.length ? sum(amounts) : null;
  return { parts, total, arithmetic: written(parts, total) };
}

/** 7162 as `7,162`, 584.92 as `584.92`. */
export function plainYuan(value: number): string {
  return yuan(value).replace(/\.00$/, "");
}

function percent(share: number): string {
  return `${product(share, 100)}%`;
}

function written(parts: readonly PremiumPart[], total: number | null): string {
  const terms = parts.map(({ base, rate, share }) =>
    base === null || share === null
      ? "?"
      : [plainYuan(base), ...(rate === 1 ? [] : [percent(rate)]), ...(share === 1 ? [] : [percent(share)])].join(" × "),
  );
  return terms.length === 0 ? "" : `${terms.join(" + ")} = ${total === null ? "?" : yuan(total)}`;
}
