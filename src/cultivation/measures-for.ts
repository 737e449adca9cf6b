/** Which measures of the library speak to a gap. */
import type { Measure } from "./cultivation";
import type { Gap } from "./gaps";

/** More than this is a list nobody reads. */
const MOST_MEASURES = 3;

/**
 * Measures that name a field of the gap, the most to the point first (the larger part of its fields is the gap's); where none does, those
 * that serve the gap's aspect as a whole. None is better than one that doesn't fit.
 */
export function measuresFor(gap: Pick<Gap, "fields" | "aspect">, measures: readonly Measure[]): readonly Measure[] {
  const fit = ({ fields }: Measure): number =>
    fields.filter((field) => gap.fields.includes(field)).length / fields.length;
  const byField = measures.filter(({ fields }) => fields.some((field) => gap.fields.includes(field)));
  const chosen =
    byField.length > 0
      ? [...byField].sort((a, b) => fit(b) - fit(a))
      : measures.filter(
          ({ fields, aspects }) => fields.length === 0 && gap.aspect !== null && aspects.includes(gap.aspect),
        );
  return chosen.slice(0, MOST_MEASURES);
}
