/** The check of this workbook: sends what every scoring and the list of formulas name to the worker, which rescores and compares. */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import type { Finding } from "../../../sharing/check/findings";
import { scoredLists } from "../../../sharing/check/scored-lists";
import { valuesSheets, VALUES_SHEET } from "../../../sharing/formulas/values-list";
import { Shelf } from "../../worker/shelf";
import { headsOf } from "./provenance-heads";
import { HEAD_ROWS, readGrid, sheetNamed } from "./read-grid";
import type { WorkerClient } from "../../worker/client";
import type { WorkControl } from "../../app/work";

export async function checkThisWorkbook(
  host: ExcelHost,
  client: WorkerClient,
  { signal, stage }: WorkControl,
): Promise<readonly Finding[]> {
  stage("looking");
  const { sheets } = await host.look();
  const wanted = await sheetsNamed(host, sheets, signal);
  const shelf = new Shelf(client);
  try {
    const { keys } = await shelf.sendSheets(
      host,
      sheets.filter(({ name }) => wanted.has(name)),
      signal,
      stage("reading"),
    );
    return (await client.ask("check-book", { sheets: keys }, { signal, progress: stage("checking") })).answer;
  } finally {
    shelf.clear();
  }
}

/** What every scoring left and was made from, and what the list of formulas names. */
async function sheetsNamed(
  host: ExcelHost,
  sheets: readonly SheetInfo[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const heads = await headsOf(host, sheets, { signal });
  const values = sheetNamed(sheets, [VALUES_SHEET.zh, VALUES_SHEET.en]);
  return new Set([
    ...scoredLists(sheets.map(({ name }) => name)).flatMap(({ provenance, results }) => [provenance, results]),
    ...heads.flatMap(({ sheet, sheets: together = [] }) => [sheet, ...together]),
    ...(values === null ? [] : [values.name, ...valuesSheets(await readGrid(host, values, { signal }, HEAD_ROWS))]),
  ]);
}
