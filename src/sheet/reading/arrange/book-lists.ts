/** The sheets of a workbook that are lists, as outlines: who is in them, what they say, of which year. */
import type { Text } from "../../../words/text";
import { cellText, isBlank, type Grid } from "../../../words/grid";
import { readHeadingRows } from "../heading-rows";
import type { Assumption, Warning } from "../messages";
import type { LeftOut, ReadingFailure } from "../read-sheet";
import type { Arranged, ArrangeKnown } from "./arrangement";
import { arrangeSheet } from "./arrangements";
import { leftSheets } from "./arrange-messages";
import { identified, identityColumns, type IdentityColumns } from "./firm-identity";
import { isMeasured, listOutline, nameField, type ListColumn, type ListOutline } from "./list-outline";
import { periodOfSheet, yearOfTitle, type SheetPeriod } from "./sheet-year";

export interface ListedSheet {
  /** Its tab. */
  readonly sheet: string;
  readonly outline: ListOutline;
  readonly identity: IdentityColumns;
  /** Of figures whose headings name no year: as its tab says, else its title. */
  readonly period: SheetPeriod | null;
  /** How it became a list, where it did not come as one. */
  readonly arranged: Arranged | null;
  /** The tabs it was put together from. */
  readonly sheets: readonly string[];
}

/** What is said of lists that are part of another now, each row with its sheet. */
export function toldOf(
  lists: readonly ListedSheet[],
  own: { readonly assumptions: readonly Assumption[]; readonly warnings: readonly Warning[] },
): Pick<Arranged, "assumptions" | "warnings" | "leftOut"> {
  const told = lists.flatMap(({ arranged, sheet }) => (arranged === null ? [] : [{ arranged, sheet }]));
  return {
    assumptions: [...own.assumptions, ...told.flatMap(({ arranged }) => arranged.assumptions)],
    warnings: [...own.warnings, ...told.flatMap(({ arranged }) => arranged.warnings)],
    leftOut: told.flatMap(({ arranged, sheet }) => arranged.leftOut.map((one) => ({ sheet, ...one }))),
  };
}

export interface BookLists {
  readonly lists: readonly ListedSheet[];
  /** Sheets that are no list, with the reason. */
  readonly others: readonly LeftOut[];
  /** Of these, the lists that can't be read. */
  readonly refusals: readonly ReadingFailure[];
}

const MOST_LOOKED_AT = 50;

/** Columns that say something beside who it is about. */
export function saying({ outline: { columns }, identity }: ListedSheet): readonly ListColumn[] {
  const known = new Set([identity.code, identity.name]);
  return columns.filter(
    ({ field, mapping }) => field !== null && mapping.use !== "ignored" && !known.has(mapping.column),
  );
}

/** True where the column of names holds names of fields: a dictionary, a guide to filling in. */
function namesFields({ grid, rows }: ListOutline, name: number | undefined, known: ArrangeKnown): boolean {
  if (name === undefined) return false;
  const looked = rows.slice(0, MOST_LOOKED_AT);
  const fields = looked.filter((row) => known.index.match([cellText(grid.rows[row]?.[name])]).field !== null);
  return fields.length * 2 > looked.length;
}

/** Headings that name their years know better than the tab. */
function periodOf(sheet: string, { grid, columns, headings }: ListOutline): SheetPeriod | null {
  const measured = columns.filter(({ field }) => isMeasured(field));
  if (!measured.some(({ heading }) => heading.match.year === null)) return null;
  return periodOfSheet(sheet) ?? yearOfTitle(grid, headings.first);
}

function listed(grid: Grid, known: ArrangeKnown): ListedSheet | ReadingFailure | Text {
  if (grid.rows.every((row) => row.every(isBlank))) return leftSheets.empty;
  const arranged = arrangeSheet(grid, known);
  if (arranged?.kind === "failure") return arranged;
  const headings = arranged === null ? undefined : readHeadingRows(arranged.grid, known.index, ...arranged.headingRows);
  const outline = listOutline(arranged?.grid ?? grid, known, headings, arranged !== null);
  if (outline === null || outline.headings.recognised === 0) return leftSheets.noHeadings;
  const name = nameField(known.of);
  const identity = identityColumns(outline, name ?? "");
  if (namesFields(outline, identity.name, known)) return leftSheets.dictionary;
  if (outline.rows.length === 0) return leftSheets.noRows;
  // Riders may stand in as many rows as they have months: nothing is matched, so nothing has to tell them apart.
  if (known.of !== "rider" && !identified(identity) && outline.rows.length > 1) return leftSheets.noIdentity;
  const sheets = arranged?.sheets ?? [grid.sheet];
  // Lists of riders name the month of every row.
  const period = known.of === "rider" ? null : periodOf(grid.sheet, outline);
  return { sheet: grid.sheet, outline, identity, period, arranged, sheets };
}

/** Sorts sheets into lists and others, in the order of their tabs. */
export function bookLists(grids: readonly Grid[], known: ArrangeKnown): BookLists {
  const lists: ListedSheet[] = [];
  const others: LeftOut[] = [];
  const refusals: ReadingFailure[] = [];
  for (const grid of grids) {
    const found = listed(grid, known);
    if ("zh" in found) others.push({ sheet: grid.sheet, reason: found });
    else if ("reason" in found) {
      others.push({ sheet: grid.sheet, reason: found.message });
      refusals.push(found);
    } else lists.push(found);
  }
  return { lists, others, refusals };
}
