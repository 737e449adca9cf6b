/** The check of this workbook: sends what the scoring and the list of formulas name to the worker, which rescores and compares. */
import type { ExcelHost } from "../../../excel/host";
import { RESULTS_SHEET } from "../../../sharing/check/check-book";
import type { Finding } from "../../../sharing/check/findings";
import { valuesSheets, VALUES_SHEET } from "../../../sharing/formulas/values-list";
import { PROVENANCE_SHEET, readHead } from "../../../sharing/provenance";
import { Shelf } from "../../worker/shelf";
import { readGrid, sheetNamed } from "./read-grid";
import type { WorkerClient } from "../../worker/client";
import type { WorkControl } from "../../app/work";

/** Rows above the tables of the sheets that name others. */
const HEAD_ROWS = 60;

export async function checkThisWorkbook(
  host: ExcelHost,
  client: WorkerClient,
  { signal, stage }: WorkControl,
): Promise<readonly Finding[]> {
  stage("looking");
  const { sheets } = await host.look();
  const provenance = sheetNamed(sheets, [PROVENANCE_SHEET.zh, PROVENANCE_SHEET.en]);
  const values = sheetNamed(sheets, [VALUES_SHEET.zh, VALUES_SHEET.en]);
  const head = provenance === null ? null : readHead(await readGrid(host, provenance, { signal }, HEAD_ROWS));
  const named = [
    ...(head === null ? [] : [head.sheet]),
    ...(values === null ? [] : valuesSheets(await readGrid(host, values, { signal }, HEAD_ROWS))),
    RESULTS_SHEET.zh,
    RESULTS_SHEET.en,
  ];
  const wanted = sheets.filter((sheet) => sheet === provenance || sheet === values || named.includes(sheet.name));
  const shelf = new Shelf(client);
  try {
    const { keys } = await shelf.sendSheets(host, wanted, signal, stage("reading"));
    return (await client.ask("check-book", { sheets: keys }, { signal, progress: stage("checking") })).answer;
  } finally {
    shelf.clear();
  }
}
