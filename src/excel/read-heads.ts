/**
 * The first rows of many sheets in few requests, to see which of them belong together. Hidden rows and columns are not asked for: sheets
 * that are used are read whole afterwards, see `readBlocks`.
 */
import type { CellRange } from "../words/grid";
import { toCell } from "./cell-values";
import { supportsSet, type Connection, type Steps } from "./connection";
import type { SheetHead } from "./host";
import { columnsOf, rangeAt, rangeFrom, rowsOf } from "./places";
import { codeOf, isLimit, isTooOld, type Doing } from "./trouble";

const LOOKING: Doing = { zh: "查看其他工作表", en: "looking at the other sheets" };
/** Of one request: values and number formats of so many cells stay well below 5 MB. */
const CELLS_A_REQUEST = 40_000;

interface Asked {
  readonly sheet: string;
  readonly range: CellRange;
}

/** Sheets that have gone meanwhile, and rows too large for one answer, are left out. */
export async function readHeads(connection: Connection, asked: readonly Asked[]): Promise<readonly SheetHead[]> {
  const heads: SheetHead[] = [];
  let group: Asked[] = [];
  let cells = 0;
  for (const one of asked) {
    const size = rowsOf(one.range) * columnsOf(one.range);
    if (group.length > 0 && cells + size > CELLS_A_REQUEST) {
      heads.push(...(await readGroup(connection, group)));
      [group, cells] = [[], 0];
    }
    group.push(one);
    cells += size;
  }
  if (group.length > 0) heads.push(...(await readGroup(connection, group)));
  return heads;
}

/** Halved as often as it takes where an answer is too large or one of the sheets has gone. */
async function readGroup(connection: Connection, group: readonly Asked[]): Promise<readonly SheetHead[]> {
  const answer = await connection.run(LOOKING, async ({ step }) => {
    try {
      return await ask(step, group, supportsSet("ExcelApi", "1.13"));
    } catch (error) {
      if (isTooOld(error)) return await ask(step, group, false);
      if (isLimit(error) || codeOf(error) === "ItemNotFound") return null;
      throw error;
    }
  });
  if (answer !== null) return answer;
  if (group.length === 1) return [];
  const middle = Math.ceil(group.length / 2);
  return [
    ...(await readGroup(connection, group.slice(0, middle))),
    ...(await readGroup(connection, group.slice(middle))),
  ];
}

/** Merged cells can't be told before ExcelApi 1.13. */
async function ask(step: Steps["step"], group: readonly Asked[], withMerges: boolean): Promise<readonly SheetHead[]> {
  const loaded = await step(({ workbook }) =>
    group.map(({ sheet, range }) => {
      const cells = rangeAt(workbook.worksheets.getItem(sheet), range);
      cells.load("values,numberFormat");
      if (!withMerges) return { sheet, range, cells, areas: null, list: null };
      const areas = cells.getMergedAreasOrNullObject();
      areas.load("cellCount");
      areas.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      return { sheet, range, cells, areas, list: areas.areas };
    }),
  );
  return loaded.map(({ sheet, range, cells, areas, list }) => {
    const values: unknown[][] = cells.values;
    const formats: unknown[][] = cells.numberFormat;
    return {
      sheet,
      merges: areas === null || areas.isNullObject ? [] : list.items.map(rangeFrom),
      block: {
        top: range.top,
        left: range.left,
        rows: values.map((row) => row.map(toCell)),
        numberFormats: formats.map((row) => row.map((format) => (typeof format === "string" ? format : null))),
      },
    };
  });
}
