/** Sends a sheet to a worker as it is read, in pieces small enough not to hold up the page. */
import { CANCELLED, ExcelTrouble, type ExcelHost, type GridBlock, type SheetInfo } from "../../excel/host";
import type { Grid } from "../../words/grid";
import { pieces } from "../scoring/scoring-client";
import { frameOf, type SheetFrame } from "../scoring/sheet-frame";

export type SheetMessage =
  | { readonly kind: "begin"; readonly id: string; readonly frame: SheetFrame }
  | { readonly kind: "block"; readonly id: string; readonly block: GridBlock };

export function rowsOf({ used }: SheetInfo): number {
  return used === null ? 0 : used.bottom - used.top + 1;
}

/** Does `work` for one sheet after the other; `progress` is told of the rows of all of them together. */
export async function sheetBySheet(
  sheets: readonly SheetInfo[],
  progress: (done: number, total: number) => void,
  work: (sheet: SheetInfo, progress: (done: number) => void) => Promise<void>,
): Promise<void> {
  const total = sheets.reduce((sum, sheet) => sum + rowsOf(sheet), 0);
  let before = 0;
  for (const sheet of sheets) {
    const start = before;
    await work(sheet, (done) => progress(start + done, total));
    before += rowsOf(sheet);
  }
}

export interface Sending {
  readonly host: ExcelHost;
  readonly sheet: SheetInfo;
  /** Rows from the top that are sent. */
  readonly most: number;
  readonly send: (message: SheetMessage) => void;
  readonly signal: AbortSignal;
  /** Told of the rows read so far. */
  readonly progress?: (done: number) => void;
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Sends a sheet that has been read already, under an id of the caller's. */
export async function sendGrid(
  grid: Grid,
  id: string,
  send: (message: SheetMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  send({ kind: "begin", id, frame: { sheet: grid.sheet, merges: [], hiddenRows: [], hiddenColumns: [] } });
  for (const block of pieces({ top: 0, left: 0, rows: grid.rows, numberFormats: grid.numberFormats ?? [] })) {
    if (signal.aborted) throw new ExcelTrouble("cancelled", CANCELLED);
    send({ kind: "block", id, block });
    await breathe();
  }
}

/** Whether the sheet has gone whole; an empty one is not sent. @throws ExcelTrouble */
export async function sendSheet({ host, sheet, most, send, signal, progress }: Sending): Promise<boolean> {
  const shape = await host.shape(sheet.id);
  const { used } = shape.info;
  if (used === null) return false;
  const bottom = Math.min(used.bottom, used.top + most - 1);
  send({ kind: "begin", id: sheet.id, frame: frameOf(shape) });
  for await (const block of host.readBlocks(
    sheet.id,
    { ...used, bottom },
    { signal, ...(progress ? { progress } : {}) },
  ))
    for (const piece of pieces(block)) {
      if (signal.aborted) throw new ExcelTrouble("cancelled", CANCELLED);
      send({ kind: "block", id: sheet.id, block: piece });
      await breathe();
    }
  return bottom === used.bottom;
}
