/** A quick look at a sheet: what its first rows hold, which sheets belong to it, and how many enterprises there are likely to be. */
import type { ExcelHost, SheetInfo, WorkbookView } from "../../../excel/host";
import type { ReadingFailure } from "../../../sheet/reading/read-sheet";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { ReadingView } from "../../worker/tasks/reading-view";
import { cellsOf, readOtherHeads, readPart, type ReadPart } from "./read-parts";
import { Shelf } from "../../worker/shelf";
import type { WorkerClient } from "../../worker/client";
import type { ScoringState } from "./scoring-state";
import type { Preview } from "../../worker/tasks/preview";
import type { JoinedMapping } from "../../worker/tasks/sheets-together";

/** Rows read to see what a sheet holds. */
const PREVIEW_ROWS = 200;
/** Cells of several sheets that are read whole to see how they belong together; beyond, their first rows say. */
const MOST_CELLS = 200_000;

export interface Look {
  readonly reading: ReadingView | ReadingFailure;
  readonly enterprises: ScoringState["enterprises"];
}

export interface LookQuestion {
  readonly asOf: string;
  readonly mapping: SavedMapping | undefined;
  readonly joined: readonly JoinedMapping[];
  /** Only the sheet itself, whatever others there are. */
  readonly alone: boolean;
}

/** Looks at the first rows of `sheet` and of what belongs to it; null where it is empty. Throws what the host throws. */
export async function lookAtSheet(
  {
    host,
    client,
    workbook,
  }: {
    readonly host: ExcelHost;
    readonly client: WorkerClient;
    readonly workbook: WorkbookView;
  },
  sheet: SheetInfo,
  { alone, ...options }: LookQuestion,
): Promise<Look | null> {
  const own = await readPart(host, sheet, PREVIEW_ROWS);
  if (own === null) return null;
  const { sheets } = workbook;
  const inOrder = (parts: readonly ReadPart[]): ReadPart[] => {
    const place = (part: ReadPart): number => sheets.findIndex(({ id }) => id === part.info.id);
    return [...parts].sort((one, other) => place(one) - place(other));
  };
  const inView = own.frame.sheet;
  const joined = options.joined.map(({ sheets: names, mapping }) => ({ sheets: [...names], mapping }));
  const preview = async (parts: readonly ReadPart[]): Promise<Preview> => {
    const shelf = new Shelf(client);
    for (const part of parts) await shelf.sendPart(part.info.id, part);
    const keys = parts.map(({ info }) => shelf.key(info.id));
    try {
      return (await client.ask("preview", { ...options, joined, sheets: keys, inView })).answer;
    } finally {
      shelf.clear();
    }
  };
  let parts = inOrder([own, ...(alone ? [] : await readOtherHeads(host, sheets, sheet.id))]);
  let seen = await preview(parts);
  const wanted = seen.reading.kind === "reading" && seen.reading.sheets.length > 1 ? seen.reading.sheets : seen.lists;
  const more = parts.filter((part) => part === own || wanted.includes(part.frame.sheet));
  const cells = more.reduce((sum, { used }) => sum + cellsOf(used), 0);
  if (more.length > 1 && more.some(({ whole }) => !whole)) {
    const most = cells <= MOST_CELLS ? Infinity : PREVIEW_ROWS;
    const read = await readMore(host, more, most);
    parts = inOrder([...parts.filter((part) => !read.some(({ info }) => info.id === part.info.id)), ...read]);
    seen = await preview(parts);
  }
  const { reading } = seen;
  if (reading.kind === "failure") return { reading, enterprises: { count: 0, exact: true } };
  return { reading, enterprises: enterprisesOf(reading, parts) };
}

/** The parts with more of their rows, as far as there are any. */
async function readMore(host: ExcelHost, parts: readonly ReadPart[], most: number): Promise<ReadPart[]> {
  const read: ReadPart[] = [];
  for (const part of parts) {
    const more = part.whole ? null : await readPart(host, part.info, most);
    read.push(more ?? part);
  }
  return read;
}

/** How many there are where only some of the rows were read: as many again as rows are left. */
function enterprisesOf(reading: ReadingView, parts: readonly ReadPart[]): ScoringState["enterprises"] {
  const used = parts.filter(({ frame }) => reading.sheets.includes(frame.sheet));
  if (used.every(({ whole }) => whole)) return { count: reading.enterprises, exact: true };
  const [only, ...others] = used;
  if (only !== undefined && others.length === 0)
    return { count: only.used.bottom + 1 - reading.headingRows[1], exact: false };
  const rows = (part: ReadPart): number => part.blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const read = used.reduce((sum, part) => sum + rows(part), 0);
  const all = used.reduce((sum, { used: { top, bottom } }) => sum + bottom - top + 1, 0);
  return { count: Math.round((reading.enterprises * all) / Math.max(1, read)), exact: false };
}

/** The sheet in view; null where the host names none of the list. */
export function activeSheet({ sheets, active }: WorkbookView): SheetInfo | null {
  return sheets.find(({ id }) => id === active) ?? null;
}
