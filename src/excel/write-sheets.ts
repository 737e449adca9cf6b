/** Writes tables and pages together, all or nothing. */
import type { PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { Connection } from "./connection";
import type { Control, WrittenSheet } from "./host";
import type { OwnWriting } from "./own-writing";
import { removePages, writePages } from "./write-pages";
import { writeResults } from "./write-results";

/** Gives what was written in the order of `sheets`. */
export async function writeSheets(
  connection: Connection,
  writing: OwnWriting,
  sheets: readonly (ResultSheet | PageSheet)[],
  control: Control = {},
): Promise<readonly WrittenSheet[]> {
  const pages = sheets.flatMap((sheet) => ("breaks" in sheet ? [sheet] : []));
  const results = sheets.flatMap((sheet) => ("breaks" in sheet ? [] : [sheet]));
  if (pages.length === 0) return writeResults(connection, writing, results, control);
  const weight = pages.reduce((sum, { rows }) => sum + 2 * rows.length, 0);
  const total = weight + results.reduce((sum, { rows }) => sum + rows.length, 0);
  const part = (before: number): Control => ({
    ...control,
    progress: (done) => control.progress?.(before + done, total),
  });
  const first = [...(await writePages(connection, writing, pages, part(0)))];
  try {
    const second = [...(await writeResults(connection, writing, results, part(weight)))];
    return sheets.flatMap((sheet) => ("breaks" in sheet ? first.shift() : second.shift()) ?? []);
  } catch (error) {
    // Pages stand on new sheets: taking them away again leaves the workbook as it was.
    await removePages(
      connection,
      first.map(({ sheet }) => sheet),
    );
    throw error;
  }
}
