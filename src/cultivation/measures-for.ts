/** Which measures of the library speak to a gap, and which of them hold where the enterprise is. */
import { isWithin } from "../language/places";
import { dayOfJudgement } from "../words/calendar";
import type { CultivationContext } from "./context";
import type { Measure } from "./cultivation";
import type { Gap } from "./gaps";
import { heldTitle } from "./titles";

/** More than this is a list nobody reads. */
const MOST_MEASURES = 3;

/**
 * Measures that name a field of the gap and serve its aspect, the most to the point first (the larger part of its fields is the gap's);
 * where none does, those that serve the aspect as a whole. None is better than one that doesn't fit: what raises revenue does not raise
 * the R&D share of revenue.
 */
export function measuresFor(gap: Pick<Gap, "fields" | "aspect">, measures: readonly Measure[]): readonly Measure[] {
  const { fields: wanted, aspect } = gap;
  if (aspect === null) return [];
  const serving = measures.filter(({ aspects }) => aspects.includes(aspect));
  const fit = ({ fields }: Measure): number => fields.filter((field) => wanted.includes(field)).length / fields.length;
  const byField = serving.filter(({ fields }) => fields.some((field) => wanted.includes(field)));
  const chosen =
    byField.length > 0
      ? [...byField].sort((a, b) => fit(b) - fit(a))
      : serving.filter(({ fields }) => fields.length === 0);
  return chosen.slice(0, MOST_MEASURES);
}

/**
 * The measures of the whole country and of the province an enterprise is known to be in, but those whose titles it is known not to hold.
 * Where a title's cell is blank the measure stays: its condition is written beside it.
 */
export function measuresIn(
  row: number,
  { cultivation, reading, judgement }: Pick<CultivationContext, "cultivation" | "reading" | "judgement">,
): readonly Measure[] {
  const { place: own } = reading.placeOf(row);
  const asOf = dayOfJudgement(judgement.asOf);
  const shut = new Set(
    cultivation.titles.flatMap((rule) => {
      const { tier, standing } = heldTitle(rule, reading.facts, row, asOf);
      return standing === "none" || standing === "expired" ? [tier] : [];
    }),
  );
  return cultivation.measures.filter(
    ({ place, titles }) =>
      (place === null || (own !== null && isWithin(own, place.code))) && !titles?.every((tier) => shut.has(tier)),
  );
}
