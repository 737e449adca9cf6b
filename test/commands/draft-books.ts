/** Workbooks with a draft of rules, as the command writes them, for tests. */
import { writeFileSync } from "node:fs";
import { originOf, rowsOf } from "../../src/authoring/draft";
import { DRAFT_COLUMNS, type DraftColumn } from "../../src/authoring/draft-row";
import { draftSheet } from "../../src/authoring/draft-sheet";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { buildWorkbook } from "../../src/commands/write-workbook";
import type { Cell } from "../../src/words/grid";
import type { ResultSheet } from "../../src/words/result-sheet";
import { SOURCE } from "../authoring/drafting";

export type DraftChange = readonly [id: string, column: DraftColumn, cell: Cell];

/** A draft of the edition in a seeds file in which cells were changed. */
export function draftSheetOf(file: string, changes: readonly DraftChange[]): ResultSheet {
  // The commands read the seeds themselves.
  const files = readSeedFiles();
  const rows = rowsOf(files, file, SOURCE.vocabulary);
  const sheet = draftSheet(rows, originOf(files, file), "小巨人", "zh");
  const cells = [...sheet.rows].map((line, at) =>
    line.map((cell, column) => {
      const change = changes.find(([id, where]) => id === rows[at]?.id && where === DRAFT_COLUMNS[column]);
      return change === undefined ? cell : change[2];
    }),
  );
  return { ...sheet, rows: cells };
}

/** Writes it as a workbook of its own, `sheets` times over. Gives the path. */
export function draftBook(path: string, file: string, changes: readonly DraftChange[], sheets = 1): string {
  const sheet = draftSheetOf(file, changes);
  writeFileSync(
    path,
    buildWorkbook(
      { kind: "none" },
      Array.from({ length: sheets }, () => sheet),
    ).bytes,
  );
  return path;
}
