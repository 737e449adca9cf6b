/** One title in several columns (有效期, 认定时间, 批次, 证书编号 …): each row takes what its columns say, the most exact first. */
import type { Mapping } from "./map-columns";
import { TITLES_LIST } from "./named-titles";
import { titleColumn } from "./title-cells";

/** What one column says of a title: NaN nothing, else its last day or ±Infinity (held, not held). One value a data row. */
export interface TitleSource {
  readonly mapping: Mapping;
  readonly values: Float64Array;
}

export interface MergedTitle {
  /** The most exact column. */
  readonly mapping: Mapping;
  readonly values: Float64Array;
  /** The source each row's value comes from; -1 where none says anything. */
  readonly sourceOf: Int8Array;
  /** Data rows (from 0) in which one source says that the title holds and another that it does not. */
  readonly differing: readonly number[];
}

/** How exactly a column dates its title: its last day, the day of the award, only its year, batch or certificate. */
function exactness({ heading, field }: Mapping): number {
  if (field === TITLES_LIST) return 9;
  const kind = titleColumn(heading);
  if (kind === "until") return 0;
  if (/编号|证号|证书号|号码|number/i.test(heading)) return 5;
  if (/批次|批$|批[)）]$|batch/i.test(heading)) return 4;
  if (/年份|年度/.test(heading)) return 3;
  return kind === "since" ? 1 : 2;
}

/** `sources` is not empty; `asOf` is the day of judgement, serial. */
export function mergeTitles(sources: readonly TitleSource[], asOf: number): MergedTitle | null {
  const order = sources
    .map((source, at) => ({ source, at, rank: exactness(source.mapping) }))
    .sort((one, other) => one.rank - other.rank);
  const [first] = order;
  if (first === undefined) return null;
  const length = first.source.values.length;
  const values = new Float64Array(length).fill(NaN);
  const sourceOf = new Int8Array(length).fill(-1);
  const differing: number[] = [];
  for (let row = 0; row < length; row++) {
    let [held, no, ended, yes] = [false, false, false, false];
    for (const { source, at } of order) {
      const value = source.values[row] ?? NaN;
      if (Number.isNaN(value)) continue;
      if (value === Infinity) yes = true;
      else if (value === -Infinity) no = true;
      else if (value < asOf) ended = true;
      held ||= value >= asOf;
      const known = values[row] ?? NaN;
      // A date says more than a yes.
      if (Number.isNaN(known) || (known === Infinity && Number.isFinite(value))) {
        values[row] = value;
        sourceOf[row] = at;
      }
    }
    // An award that has run out beside a last day that has not was renewed.
    if ((held && no) || (yes && ended)) differing.push(row);
  }
  return { mapping: first.source.mapping, values, sourceOf, differing };
}
