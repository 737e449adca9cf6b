/** A person's changes to how a sheet's columns are read, and the order in which columns are looked at. */
import type { Field } from "../../../language/vocabulary";
import type { Doubt } from "../../../sheet/reading/doubts";
import type { Mapping } from "../../../sheet/reading/map-columns";
import { lettersOf } from "../../../sheet/reading/saved-choices";
import type { SavedColumn, SavedMapping } from "../../../sheet/reading/saved-mapping";

export interface ColumnChange {
  /** null leaves the column out. */
  readonly field?: string | null;
  readonly back?: number;
  readonly unit?: string;
}

const NOTHING: SavedMapping = { version: 1, columns: [] };

function isOf(entry: SavedColumn, mapping: Pick<Mapping, "column" | "address" | "heading">): boolean {
  return entry.column === lettersOf(mapping.address, mapping.column) && entry.heading === mapping.heading;
}

/** The saved mapping with one column changed. Another field starts over: the old one's year and unit say nothing of it. */
export function withColumn(
  saved: SavedMapping | undefined,
  mapping: Pick<Mapping, "column" | "address" | "heading">,
  change: ColumnChange,
): SavedMapping {
  const before = saved ?? NOTHING;
  const known = before.columns.find((entry) => isOf(entry, mapping));
  const kept = change.field === undefined ? known : undefined;
  const entry: SavedColumn = {
    ...kept,
    ...change,
    column: lettersOf(mapping.address, mapping.column),
    heading: mapping.heading,
  };
  return { ...before, columns: [...before.columns.filter((one) => one !== known), entry] };
}

/** The saved mapping with the columns of a doubt confirmed as they were recognised, or in another unit. */
export function withDoubtConfirmed(
  saved: SavedMapping | undefined,
  columns: readonly Mapping[],
  doubt: Pick<Doubt, "columns">,
  inUnit?: string,
): SavedMapping | undefined {
  return columns
    .filter(({ column }) => doubt.columns.includes(column))
    .reduce<SavedMapping | undefined>(
      (before, { column, address, heading, field, back, unit, unitFrom }) =>
        withColumn(
          before,
          { column, address, heading },
          { field, back, ...(inUnit === undefined && unitFrom === "none" ? {} : { unit: inUnit ?? unit }) },
        ),
      saved,
    );
}

/** The saved mapping with every doubt of a sheet confirmed. */
export function withAllConfirmed(
  saved: SavedMapping | undefined,
  { columns, doubts }: { readonly columns: readonly Mapping[]; readonly doubts: readonly Pick<Doubt, "columns">[] },
): SavedMapping | undefined {
  return doubts.reduce((before, doubt) => withDoubtConfirmed(before, columns, doubt), saved);
}

/** Doubts that one unit would answer: it is the likeliest for each of them. */
export interface SharedUnit<D> {
  readonly unit: string;
  readonly doubts: readonly D[];
}

/** The unit that is likeliest for more than one doubt, or null. */
export function sharedUnit<D extends Pick<Doubt, "units" | "standing">>(doubts: readonly D[]): SharedUnit<D> | null {
  const unlikely = doubts.filter(({ standing, units }) => standing === "unlikely" && units.length > 0);
  const unit = unlikely[0]?.units[0];
  const alike = unlikely.filter(({ units }) => units[0] === unit);
  return unit === undefined || alike.length < 2 ? null : { unit, doubts: alike };
}

/** The saved mapping with the columns of several doubts in one unit. */
export function withSharedUnit(
  saved: SavedMapping | undefined,
  columns: readonly Mapping[],
  { unit, doubts }: SharedUnit<Pick<Doubt, "columns">>,
): SavedMapping | undefined {
  return doubts.reduce((before, doubt) => withDoubtConfirmed(before, columns, doubt, unit), saved);
}

/**
 * What may be confirmed in one go: `safe` where each reading shown is the better guess, `open` where some are as likely wrong, `no` where
 * something speaks against one.
 */
export function confirmingAll(doubts: readonly Pick<Doubt, "standing">[]): "safe" | "open" | "no" {
  if (doubts.some(({ standing }) => standing === "unlikely")) return "no";
  return doubts.some(({ standing }) => standing === "uncertain") ? "open" : "safe";
}

/** The saved mapping without a column's entry: it is read as recognised again. */
export function withoutColumn(
  saved: SavedMapping | undefined,
  mapping: Pick<Mapping, "column" | "address" | "heading">,
): SavedMapping | undefined {
  if (saved === undefined) return undefined;
  const columns = saved.columns.filter((entry) => !isOf(entry, mapping));
  return columns.length === 0 && saved.headingRows === undefined ? undefined : { ...saved, columns };
}

/** True where a person set something of the column. */
export function isChanged(
  saved: SavedMapping | undefined,
  mapping: Pick<Mapping, "column" | "address" | "heading">,
): boolean {
  return saved?.columns.some((entry) => isOf(entry, mapping)) ?? false;
}

/** The saved mapping with the heading rows chosen by hand; null finds them again. */
export function withHeadingRows(
  saved: SavedMapping | undefined,
  rows: readonly [number, number] | null,
): SavedMapping | undefined {
  const { version, columns } = saved ?? NOTHING;
  if (rows === null) return columns.length === 0 ? undefined : { version, columns };
  return { version, columns, headingRows: [rows[0], rows[1]] };
}

export type ColumnGroup = "doubtful" | "likely" | "unused" | "sure";
export const COLUMN_GROUPS: readonly ColumnGroup[] = ["doubtful", "likely", "unused", "sure"];

export function groupOf({ use, confidence }: Pick<Mapping, "use" | "confidence">): ColumnGroup {
  if (use === "duplicate" || use === "held") return "doubtful";
  return use === "read" ? confidence : "unused";
}

/** Columns by how sure they are, the most doubtful group first, each in the order of the sheet. */
export function grouped<T extends Pick<Mapping, "use" | "confidence">>(
  columns: readonly T[],
): ReadonlyMap<ColumnGroup, readonly T[]> {
  return new Map(COLUMN_GROUPS.map((group) => [group, columns.filter((column) => groupOf(column) === group)]));
}

/** Units a column of the field may be in; "" is a plain fraction. Fewer than two where there is nothing to choose. */
export function unitsOf(field: Pick<Field, "type" | "unit">, current: string): readonly string[] {
  const usual =
    field.type === "money"
      ? ["元", "千元", "万元", "百万元", "亿元"]
      : field.type === "share"
        ? ["%", "‰", ""]
        : field.type === "years"
          ? ["年", "月"]
          : field.type === "count" && field.unit === "人"
            ? ["人", "万人"]
            : [field.unit];
  return usual.includes(current) ? usual : [current, ...usual];
}
