/** A sheet as a list before its values are read: headings, what each column is, which rows are enterprises. */
import type { Field } from "../../../language/vocabulary";
import { findDataRows, rowsBelow, type SkippedRow } from "../data-rows";
import type { Grid } from "../../../words/grid";
import { findHeadingRows, type ColumnHeading, type HeadingRows } from "../heading-rows";
import { mapColumns, type Mapping } from "../map-columns";
import { titleNotes, type TitleNotes } from "../title-notes";
import type { ArrangeKnown } from "./arrangement";

export interface ListColumn {
  readonly heading: ColumnHeading;
  readonly mapping: Mapping;
  /** What it is recognised as; null too where it is another column's duplicate. */
  readonly field: Field | null;
}

export interface ListOutline {
  readonly grid: Grid;
  readonly headings: HeadingRows;
  readonly title: TitleNotes;
  readonly columns: readonly ListColumn[];
  /** 0-based rows of enterprises. */
  readonly rows: readonly number[];
  readonly skipped: readonly SkippedRow[];
}

/** The column read as a field; undefined where there is none. */
export function columnOf({ columns }: ListOutline, field: string): number | undefined {
  return columns.find(({ mapping }) => mapping.field === field && mapping.use === "read")?.mapping.column;
}

/**
 * Null for a sheet without headings known here.
 * @param allRows every row below the headings is one of the list, as in a list put together before
 */
export function listOutline(grid: Grid, known: ArrangeKnown, found?: HeadingRows, allRows = false): ListOutline | null {
  const headings = found ?? findHeadingRows(grid, known.index);
  if (headings === null) return null;
  const title = titleNotes(grid, headings.first, headings);
  const saved = known.savedOf?.(grid.sheet);
  const { columns: mappings } = mapColumns(grid, headings, title, known.vocabulary, known.expectedYear, {
    saved,
    of: known.of,
  });
  const { rows, skipped } = allRows
    ? { rows: rowsBelow(grid, headings.last), skipped: [] }
    : findDataRows(grid, headings, mappings, known.vocabulary);
  const headingOf = new Map(headings.columns.map((heading) => [heading.column, heading]));
  return {
    grid,
    headings,
    title,
    columns: mappings.flatMap((mapping) => {
      const heading = headingOf.get(mapping.column);
      if (heading === undefined) return [];
      return [{ heading, mapping, field: known.vocabulary.fields.get(mapping.field ?? "") ?? null }];
    }),
    rows,
    skipped,
  };
}

const measuredTypes: ReadonlySet<Field["type"]> = new Set([
  "money",
  "count",
  "share",
  "years",
  "rank",
  "points",
  "number",
]);

/** A figure of a year, as against a name, a day or a yes. */
export function isMeasured(field: Field | null): field is Field {
  return field !== null && measuredTypes.has(field.type);
}

/** The columns read as something of the year of the judgement itself. */
export function judgedIn({ columns }: ListOutline): readonly ListColumn[] {
  return columns.filter(({ field, mapping }) => field?.ofJudgementYear === true && mapping.use === "read");
}

/** The field a row is known by; indicators and districts are known by more than one. */
export function nameField(of: Field["of"]): string | null {
  return of === "enterprise" ? "name" : of === "cluster" ? "cluster_name" : null;
}
