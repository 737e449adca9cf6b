/** Which sheets of a workbook hold enterprises, clusters, indicators and districts. Input sheets are only read. */
import type { Field, Vocabulary } from "../policy/vocabulary";
import type { Grid } from "../sheet/reading/grid";
import { readBook } from "../sheet/reading/read-book";
import type { ReadingFailure, SheetReading } from "../sheet/reading/read-sheet";

export type SheetKind = "enterprise" | "cluster" | "indicator" | "district";

/** The column without which a sheet is none of its kind. */
const KEYS: Readonly<Record<SheetKind, readonly string[]>> = {
  enterprise: ["name"],
  cluster: ["cluster_name"],
  indicator: ["indicator_name", "indicator_actual"],
  district: ["district", "district_industry"],
};

export const SHEET_KINDS: readonly SheetKind[] = ["enterprise", "cluster", "indicator", "district"];

export interface ClusterBook {
  /** The best reading of each kind; the sheet with the most columns recognised. */
  readonly readings: Readonly<Partial<Record<SheetKind, SheetReading>>>;
  /** Why the first sheet that fits no kind could not be read. */
  readonly failure: ReadingFailure | null;
}

function recognised(reading: SheetReading): number {
  return reading.columns.filter(({ use }) => use === "read").length;
}

/** The reading of a sheet as the kind of which it has the most columns; why not where it fits none. */
export function readAsAny(
  grid: Grid,
  vocabulary: Vocabulary,
  asOf: string,
): { readonly kind: SheetKind; readonly reading: SheetReading } | ReadingFailure {
  let best: { kind: SheetKind; reading: SheetReading } | null = null;
  let failure: ReadingFailure | null = null;
  for (const kind of SHEET_KINDS) {
    const of: Field["of"] = kind;
    const reading = readBook([grid], vocabulary, { asOf, of });
    if (reading.kind === "failure") {
      failure ??= reading;
      continue;
    }
    const fields = new Set(reading.columns.filter(({ use }) => use === "read").map(({ field }) => field));
    if (!KEYS[kind].every((key) => fields.has(key))) continue;
    if (best === null || recognised(reading) > recognised(best.reading)) best = { kind, reading };
  }
  return (
    best ??
    failure ?? {
      kind: "failure",
      sheet: grid.sheet,
      reason: "no-heading",
      message: {
        zh: `“${grid.sheet}”不像企业、集群、指标或区县产业表：至少要有企业名称、集群名称、指标和实际值、区县和产业中的一组标题。`,
        en: `"${grid.sheet}" is no sheet of enterprises, clusters, indicators or districts: it has none of their key headings.`,
      },
    }
  );
}

/** The best sheet of each kind in a workbook. */
export function readClusterBook(grids: readonly Grid[], vocabulary: Vocabulary, asOf: string): ClusterBook {
  const readings: Partial<Record<SheetKind, SheetReading>> = {};
  let failure: ReadingFailure | null = null;
  for (const grid of grids) {
    const found = readAsAny(grid, vocabulary, asOf);
    if (found.kind === "failure") {
      failure ??= found;
      continue;
    }
    const before = readings[found.kind];
    if (!before || recognised(found.reading) > recognised(before)) readings[found.kind] = found.reading;
  }
  return { readings, failure };
}
