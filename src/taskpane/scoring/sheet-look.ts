/** A quick look at a sheet: what its first rows hold, and how many enterprises there are likely to be. */
import type { ExcelHost, GridBlock, SheetInfo, SheetShape, WorkbookView } from "../../excel/host";
import type { ReadingFailure } from "../../sheet/reading/read-sheet";
import type { SavedMapping } from "../../sheet/reading/saved-mapping";
import type { ReadingView } from "./reading-view";
import type { ScoringClient } from "./scoring-client";
import type { SheetFrame } from "./scoring-messages";
import type { ScoringState } from "./scoring-state";

/** Rows read to see what a sheet holds. */
const PREVIEW_ROWS = 200;

export interface Look {
  readonly reading: ReadingView | ReadingFailure;
  readonly enterprises: ScoringState["enterprises"];
}

/** Looks at the first rows of `sheet`; null where it is empty. Throws what the host throws. */
export async function lookAtSheet(
  host: ExcelHost,
  client: ScoringClient,
  sheet: SheetInfo,
  asOf: string,
  mapping: SavedMapping | undefined,
): Promise<Look | null> {
  const { used } = sheet;
  if (used === null) return null;
  const bottom = Math.min(used.bottom, used.top + PREVIEW_ROWS - 1);
  const shape = await host.shape(sheet.id);
  const blocks: GridBlock[] = [];
  for await (const block of host.readBlocks(sheet.id, { ...used, bottom })) blocks.push(block);
  const reading = await client.preview(frameOf(shape), blocks, asOf, mapping);
  if (reading.kind === "failure") return { reading, enterprises: { count: 0, exact: true } };
  const exact = bottom === used.bottom;
  const count = exact ? reading.enterprises : used.bottom + 1 - reading.headingRows[1];
  return { reading, enterprises: { count, exact } };
}

export function frameOf({ info, merges, hiddenRows, hiddenColumns }: SheetShape): SheetFrame {
  return { sheet: info.name, merges: [...merges], hiddenRows: [...hiddenRows], hiddenColumns: [...hiddenColumns] };
}

/** The sheet in view; null where the host names none of the list. */
export function activeSheet({ sheets, active }: WorkbookView): SheetInfo | null {
  return sheets.find(({ id }) => id === active) ?? null;
}
