/** Which sheets of the workbook the pane's state speaks of, where several of them are read as one list. */
import type { SheetInfo } from "../../../excel/host";
import type { RunResult } from "./scored-runs";
import type { Results, ScoringState } from "./scoring-state";
import { placeOfSheetRow, type SheetRow } from "../../../sheet/reading/sheet-row";

/** What a run scores: the sheet looked at, and all that are read as one list, in the order of their tabs and of the reading. */
export interface ScoredSheets {
  readonly sheet: SheetInfo;
  readonly sheets: readonly SheetInfo[];
  readonly names: readonly string[];
}

/** The sheet looked at with those that are read as one list with it; null where nothing was recognised or one is no longer there. */
export function sheetsToScore({ sheet, reading, workbook }: ScoringState): ScoredSheets | null {
  if (sheet === null || reading === null) return null;
  const names = reading.sheets;
  if (names.length < 2) return { sheet, sheets: [sheet], names };
  const sheets = workbook?.sheets.filter(({ name }) => names.includes(name)) ?? [];
  return sheets.length === names.length ? { sheet, sheets, names } : null;
}

/** Whether a sheet is one of several that are read as one list. */
export function isReadWith({ reading, workbook }: ScoringState, id: string): boolean {
  const name = workbook?.sheets.find((one) => one.id === id)?.name;
  return name !== undefined && reading !== null && reading.sheets.length > 1 && reading.sheets.includes(name);
}

/**
 * The id of the sheet that an address stands on.
 * @param named the sheet the address names; null: that of the results, or the first of the list that is looked at
 */
export function sheetOfPlace(state: ScoringState, named: string | null): string | undefined {
  const { phase, results, reading, workbook, sheet } = state;
  const idOf = (name: string | undefined): string | undefined => workbook?.sheets.find((one) => one.name === name)?.id;
  if (named !== null) return idOf(named);
  if (phase === "done") return results?.sheet.id;
  const read = reading !== null && reading.sheets.length > 1 ? reading.sheet : sheet?.name;
  return idOf(read) ?? sheet?.id;
}

/**
 * The id of a sheet that was scored, by the name it had then.
 * @param named null: the first of them
 */
export function scoredSheet({ sheet, sheets }: Results, named: string | null): string | undefined {
  return named === null ? sheet.id : sheets.find(({ name }) => name === named)?.id;
}

/** Where a row of the list that was scored stands, its row counted from 0; null where no such sheet was scored. */
export function scoredPlace(results: Results, row: SheetRow): { readonly sheet: string; readonly row: number } | null {
  const place = placeOfSheetRow(row);
  const sheet = place === null ? undefined : scoredSheet(results, place.sheet);
  return place === null || sheet === undefined ? null : { sheet, row: place.row - 1 };
}

/** Of another list that was scored, where one of its sheets is in view; null where the results shown are those of the list in view. */
export function otherListInView({ lists, results, workbook }: ScoringState): Results | null {
  const of = (one: Results): boolean =>
    [...one.sheets.map(({ id }) => id), ...one.written.map(({ sheet }) => sheet)].includes(workbook?.active ?? "");
  if (results === null || of(results)) return null;
  return lists.find(of) ?? null;
}

/** The results of a run just done; of several sheets they belong to the first that was read. */
export function newResults(
  { sheet, sheets }: ScoredSheets,
  { name, ...outcome }: RunResult,
  others: Pick<Results, "at" | "stale" | "by" | "ending">,
): Results {
  const { summary } = outcome;
  const first = sheets.length > 1 ? sheets.find((one) => one.name === summary.sheet) : undefined;
  return {
    ...outcome,
    ...others,
    headingRow: summary.headingRow,
    sheet: first === undefined ? { id: sheet.id, name } : { id: first.id, name: first.name },
    sheets: sheets.map(({ id, name: called }) => ({ id, name: called })),
    kept: null,
    reopened: false,
    missing: [],
    replaced: false,
    filter: null,
    changes: null,
    before: null,
    exact: true,
    cells: null,
  };
}
