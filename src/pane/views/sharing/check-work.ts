/** The check of this workbook: sends what the scoring and the list of formulas name to the worker, which rescores and compares. */
import type { ExcelHost } from "../../../excel/host";
import { RESULTS_SHEET } from "../../../sharing/check/check-book";
import type { Finding } from "../../../sharing/check/findings";
import { valuesSheets, VALUES_SHEET } from "../../../sharing/formulas/values-list";
import { PROVENANCE_SHEET, readHead } from "../../../sharing/provenance";
import { sendSheet, sheetBySheet, type SheetMessage } from "../../worker/send-sheet";
import { readGrid, sheetNamed } from "./read-grid";
import type { SharingClient } from "./sharing-client";
import type { SharingStage } from "./sharing-state";

/** Rows above the tables of the sheets that name others. */
const HEAD_ROWS = 60;

export async function checkThisWorkbook(
  host: ExcelHost,
  client: SharingClient,
  signal: AbortSignal,
  stage: (stage: SharingStage, done: number, total: number) => void,
): Promise<readonly Finding[]> {
  stage("looking", 0, 0);
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
  client.send({ kind: "clear" });
  const send = (message: SheetMessage): void => client.send(message);
  await sheetBySheet(
    wanted,
    (done, total) => stage("reading", done, total),
    async (sheet, progress) => {
      await sendSheet({ host, sheet, most: Infinity, send, signal, progress });
    },
  );
  stage("checking", 0, 0);
  return await client.check(signal);
}
