/** Sheets that somebody on the page has the worker hold, by ids of their own; sent in pieces small enough not to hold up the page. */
import { CANCELLED, ExcelTrouble, type ExcelHost, type GridBlock, type SheetInfo } from "../../excel/host";
import type { Grid } from "../../words/grid";
import type { WorkerClient } from "./client";
import { WorkerLost } from "./refused";
import { frameOf, type SheetFrame } from "./sheet-frame";

/** A sheet's cells from the top, as far as they were read. */
export interface SheetPart {
  readonly frame: SheetFrame;
  readonly blocks: readonly GridBlock[];
}

export interface ReadControl {
  readonly signal: AbortSignal;
  /** Told of the rows read so far. */
  readonly progress?: (done: number) => void;
}

const CELLS_A_MESSAGE = 20_000;

/** Number formats matter only where they are percentages; leaving the others out halves what is sent. */
function percentFormats(formats: readonly (string | null)[] | undefined): (string | null)[] {
  return formats?.some((format) => format?.includes("%")) === true ? [...formats] : [];
}

/** The block in pieces of whole rows. */
function* pieces(block: GridBlock): Generator<GridBlock, void> {
  const width = block.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const height = Math.max(1, Math.floor(CELLS_A_MESSAGE / width));
  for (let from = 0; from < block.rows.length; from += height) {
    const rows = block.rows.slice(from, from + height);
    yield {
      top: block.top + from,
      left: block.left,
      rows,
      numberFormats: rows.map((_, index) => percentFormats(block.numberFormats[from + index])),
    };
  }
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export function rowsOf({ used }: SheetInfo): number {
  return used === null ? 0 : used.bottom - used.top + 1;
}

let shelves = 0;

export class Shelf {
  private readonly name: string;
  private readonly ids = new Set<string>();
  /** Of them those sent whole. */
  private readonly whole = new Set<string>();
  private holder = 0;

  constructor(private readonly client: WorkerClient) {
    shelves += 1;
    this.name = String(shelves);
  }

  /** What the worker knows a sheet by. */
  key(id: string): string {
    return `${this.name}/${id}`;
  }

  /** Whether the worker still holds what it was sent. */
  get holds(): boolean {
    return this.holder !== 0 && this.holder === this.client.holder;
  }

  /** Whether the worker holds a sheet to its end. */
  holdsWhole(id: string): boolean {
    return this.holds && this.whole.has(id);
  }

  clear(): void {
    if (this.holds) this.client.forget([...this.ids].map((id) => this.key(id)));
    this.ids.clear();
    this.whole.clear();
    this.holder = 0;
  }

  /**
   * Reads a sheet of the workbook and sends it. Gives its name where it holds nothing (it is there, empty, for the worker too), else null.
   * @param most rows from the top that are sent
   * @throws ExcelTrouble
   */
  async sendSheet(
    host: ExcelHost,
    id: string,
    most: number,
    { signal, progress }: ReadControl,
  ): Promise<string | null> {
    const shape = await host.shape(id);
    const { used, name } = shape.info;
    const bottom = used === null ? 0 : Math.min(used.bottom, used.top + most - 1);
    const control = { signal, ...(progress ? { progress } : {}) };
    const blocks = used === null ? [] : host.readBlocks(id, { ...used, bottom }, control);
    await this.send(id, frameOf(shape), blocks, signal);
    if (used === null || bottom === used.bottom) this.whole.add(id);
    return used === null ? name : null;
  }

  /** Sends sheets whole, one after the other; `progress` is told of the rows of all of them together. Gives their keys, and the names of empty ones. */
  async sendSheets(
    host: ExcelHost,
    sheets: readonly SheetInfo[],
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<{ readonly keys: string[]; readonly empty: readonly string[] }> {
    const total = sheets.reduce((sum, sheet) => sum + rowsOf(sheet), 0);
    const empty: string[] = [];
    let before = 0;
    for (const sheet of sheets) {
      const start = before;
      const control = { signal, progress: (done: number) => progress(Math.min(total, start + done), total) };
      const name = await this.sendSheet(host, sheet.id, Infinity, control);
      if (name !== null) empty.push(name);
      before += rowsOf(sheet);
    }
    return { keys: sheets.map(({ id }) => this.key(id)), empty };
  }

  /** Sends what has been read already. */
  async sendPart(id: string, { frame, blocks }: SheetPart, signal?: AbortSignal): Promise<void> {
    await this.send(id, frame, blocks, signal);
  }

  async sendGrid(id: string, grid: Grid, signal: AbortSignal): Promise<void> {
    const frame = { sheet: grid.sheet, merges: [], hiddenRows: [], hiddenColumns: [] };
    await this.send(id, frame, [{ top: 0, left: 0, rows: grid.rows, numberFormats: grid.numberFormats ?? [] }], signal);
  }

  private async send(
    id: string,
    frame: SheetFrame,
    blocks: Iterable<GridBlock> | AsyncIterable<GridBlock>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (!this.holds) this.clear();
    const key = this.key(id);
    this.ids.add(id);
    this.whole.delete(id);
    this.client.post({ kind: "sheet", id: key, frame });
    const { holder } = this.client;
    this.holder = holder;
    for await (const block of blocks)
      for (const piece of pieces(block)) {
        if (signal?.aborted === true) throw new ExcelTrouble("cancelled", CANCELLED);
        // What a lost worker held is not sent on to the next one, which knows nothing of its beginning.
        if (this.client.holder !== holder) throw new WorkerLost();
        this.client.post({ kind: "block", id: key, block: piece });
        await breathe();
      }
  }
}
