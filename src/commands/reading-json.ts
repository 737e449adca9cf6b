/** How a sheet was read, as JSON: every column with what it was taken for, what was left out and why, and what is asked. */
import type { Mapping } from "../sheet/reading/map-columns";
import type { SheetReading } from "../sheet/reading/read-sheet";

/** `read` gives facts, `aside` was understood and is not used, `unused` was not understood. */
export type ColumnUseJson = "read" | "aside" | "unused";

export interface ReadingJson {
  readonly sheets: readonly string[];
  readonly headingRows: readonly [number, number];
  readonly columns: readonly {
    readonly cell: string;
    readonly heading: string;
    readonly field: string | null;
    /** Years before t. */
    readonly back: number;
    readonly unit: string;
    readonly use: ColumnUseJson;
    readonly confidence: Mapping["confidence"];
  }[];
  readonly leftOut: readonly { readonly sheet?: string; readonly rows?: string; readonly reason: string }[];
  readonly doubts: readonly {
    readonly id: string;
    readonly cell: string;
    readonly heading: string;
    readonly field: string;
    readonly back: number;
    readonly unit: string;
    /** Units it may be in, the likeliest first ("" is a plain fraction); empty where nothing is asked about the unit. */
    readonly units: readonly string[];
    readonly question: string;
    readonly examples: readonly string[];
  }[];
}

/** Warnings about columns whose meaning is clear and does not fit any field. */
const understood: ReadonlySet<string> = new Set([
  "derived-heading",
  "unit-of-heading",
  "foreign-currency",
  "not-whole-year",
]);

/** What was done with each column, in the three words of the JSON. */
export function columnUses({ columns, warnings }: Pick<SheetReading, "columns" | "warnings">): ColumnUseJson[] {
  const apart = new Set(warnings.flatMap(({ id, cells }) => (understood.has(id) ? (cells ?? []) : [])));
  return columns.map(({ use, address }) =>
    use === "read" ? "read" : use !== "unknown" || apart.has(address) ? "aside" : "unused",
  );
}

export function readingJson(reading: SheetReading): ReadingJson {
  const uses = columnUses(reading);
  return {
    sheets: reading.sheets,
    headingRows: reading.headingRows,
    columns: reading.columns.map(({ address, heading, field, back, unit, confidence }, at) => ({
      cell: address,
      heading,
      field,
      back,
      unit,
      use: uses[at] ?? "unused",
      confidence,
    })),
    leftOut: reading.leftOut.map(({ reason, ...place }) => ({ ...place, reason: reason.zh })),
    doubts: reading.doubts.map(({ id, cells, heading, field, back, unit, units, question, examples }) => ({
      id,
      cell: cells[0] ?? "",
      heading,
      field,
      back,
      unit,
      units,
      question: question.zh,
      examples,
    })),
  };
}
