/** Industries in several columns, from the section down to the class: of each row the finest that can be read. */
import type { Mapping } from "./map-columns";
import type { ReadColumn, Trouble } from "./read-column";

export interface IndustryColumn {
  readonly mapping: Mapping;
  readonly column: ReadColumn;
}

export interface MergedIndustries {
  /** The finest column, which stands for all of them. */
  readonly mapping: Mapping;
  readonly values: Float64Array;
  /** Cells that can't be read in rows where no other column helps. */
  readonly troubles: readonly { readonly mapping: Mapping; readonly trouble: Trouble }[];
  /** Data rows (from 0) whose columns say different things. */
  readonly differing: readonly number[];
}

const levels = [/门类/, /大类/, /中类/, /小类/];

/** How fine a column is by its heading; one that names no level may hold any. */
function fineness({ heading }: Mapping): number {
  const level = levels.findIndex((word) => word.test(heading));
  return level < 0 ? 1.5 : level;
}

/** Null for no columns. */
export function mergeIndustries(columns: readonly IndustryColumn[]): MergedIndustries | null {
  const fine = [...columns].sort((one, other) => fineness(other.mapping) - fineness(one.mapping));
  const [first] = fine;
  if (first === undefined) return null;
  if (fine.length === 1) {
    const { mapping, column } = first;
    return {
      mapping,
      values: column.values,
      troubles: column.troubles.map((trouble) => ({ mapping, trouble })),
      differing: [],
    };
  }
  const differing: number[] = [];
  const values = first.column.values.map((_, at) => {
    const known = fine.map(({ column }) => column.values[at] ?? NaN).filter((value) => !Number.isNaN(value));
    if (new Set(known).size > 1) differing.push(at);
    return known[0] ?? NaN;
  });
  const told = new Set<number>();
  const troubles = fine.flatMap(({ mapping, column }) =>
    column.troubles.flatMap((trouble) => {
      if (!Number.isNaN(values[trouble.at] ?? NaN) || told.has(trouble.at)) return [];
      told.add(trouble.at);
      return [{ mapping, trouble }];
    }),
  );
  return { mapping: first.mapping, values, troubles, differing };
}
