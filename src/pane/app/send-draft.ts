/** A draft's sheet sent to the worker as it is now, with what its cells alone don't tell. */
import type { ExcelHost } from "../../excel/host";
import { address } from "../../words/grid";
import { Refused } from "../worker/refused";
import type { Shelf } from "../worker/shelf";
import type { DraftInUse } from "./scoring/pane-settings";

export interface SentDraft {
  /** What the worker knows the sheet by. */
  readonly sheet: string;
  /** A1 addresses of its cells that hold formulas. */
  readonly formulas: string[];
}

/** @param sheet its id @throws ExcelTrouble */
export async function sendDraftSheet(
  host: ExcelHost,
  shelf: Shelf,
  sheet: string,
  signal: AbortSignal,
): Promise<SentDraft> {
  const [own] = await host.sharing.formulas(() => true, { signal, sheets: [sheet] });
  await shelf.sendSheet(host, sheet, Infinity, { signal });
  return { sheet: shelf.key(sheet), formulas: (own?.cells ?? []).map(({ row, column }) => address(row, column)) };
}

/** The sheet of the draft in use, wherever it is; null where it is gone. @throws ExcelTrouble */
export async function sheetInUse(host: ExcelHost, { id, name }: DraftInUse): Promise<string | null> {
  const { sheets } = await host.look();
  const found = sheets.find((one) => one.id === id) ?? sheets.find((one) => one.name === name);
  return found?.id ?? null;
}

/** The draft that the workbook is judged by. @throws Refused where its sheet is gone; ExcelTrouble */
export async function sendDraft(
  host: ExcelHost,
  shelf: Shelf,
  draft: DraftInUse,
  signal: AbortSignal,
): Promise<SentDraft & { readonly file: string }> {
  const sheet = await sheetInUse(host, draft);
  if (sheet === null)
    throw new Refused({
      zh: `这个工作簿按“${draft.name}”里的草案评，可这张表不在了，没有改按正式的标准评。请把它找回来，或在“规则”里停用草案。`,
      en: `This workbook is judged by the draft on "${draft.name}", but that sheet is gone; it was not judged by the rules in force instead. Bring it back, or stop using the draft in the view Rules.`,
    });
  return { ...(await sendDraftSheet(host, shelf, sheet, signal)), file: draft.file };
}
