/** Parts of sheets, read from the workbook to see what they hold and which of them belong together. */
import type { ExcelHost, GridBlock, SheetInfo } from "../../../excel/host";
import type { CellRange } from "../../../words/grid";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { frameOf } from "../../worker/sheet-frame";
import type { SheetPart } from "../../worker/shelf";

export interface ReadPart extends SheetPart {
  readonly info: SheetInfo;
  readonly used: CellRange;
  readonly whole: boolean;
}

/** Rows of the other sheets that are looked at first. */
const HEAD_ROWS = 40;
/** Columns of them: further out no sheet says what it is. */
const HEAD_COLUMNS = 120;
/** Sheets looked at beside the one in view. */
const MOST_SHEETS = 250;

export function cellsOf({ top, bottom, left, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The rows of a sheet from its first used one on, at most `most`. Throws what the host throws. */
export async function readPart(host: ExcelHost, info: SheetInfo, most: number): Promise<ReadPart | null> {
  if (info.used === null) return null;
  const shape = await host.shape(info.id);
  const { used } = shape.info;
  if (used === null) return null;
  const bottom = Math.min(used.bottom, used.top + most - 1);
  const blocks: GridBlock[] = [];
  for await (const block of host.readBlocks(info.id, { ...used, bottom })) blocks.push(block);
  return { info: shape.info, used, frame: frameOf(shape), blocks, whole: bottom === used.bottom };
}

/** The heads of the other sheets in sight that hold anything and are no results, in the order of their tabs. */
export async function readOtherHeads(host: ExcelHost, sheets: readonly SheetInfo[], but: string): Promise<ReadPart[]> {
  const asked = sheets
    .filter(({ id, name, visible, used }) => id !== but && visible && used !== null && !isResultSheet(name))
    .slice(0, MOST_SHEETS)
    .flatMap((info) => {
      const { used } = info;
      if (used === null) return [];
      const bottom = Math.min(used.bottom, used.top + HEAD_ROWS - 1);
      const right = Math.min(used.right, used.left + HEAD_COLUMNS - 1);
      return [{ info, used, range: { ...used, bottom, right } }];
    });
  const heads = new Map(
    (await host.readHeads(asked.map(({ info, range }) => ({ sheet: info.id, range })))).map((head) => [
      head.sheet,
      head,
    ]),
  );
  return asked.flatMap(({ info, used, range }): ReadPart[] => {
    const head = heads.get(info.id);
    if (head === undefined) return [];
    const frame = { sheet: info.name, merges: [...head.merges], hiddenRows: [], hiddenColumns: [] };
    const whole = range.bottom === used.bottom && range.right === used.right;
    return [{ info, used, frame, blocks: [head.block], whole }];
  });
}
