/** The sheets of the workbook, what is selected, and what a sheet looks like beside its cells. */
import type { CellRange } from "../words/grid";
import { supportsSet, type Connection, type Steps } from "./connection";
import { OPENING, reading } from "./edit-guard";
import type { SheetInfo, SheetShape, WorkbookView } from "./host";
import { CELL_LIMIT } from "./payload";
import { columnsOf, RANGE_NUMBERS, rangeAt, rangeFrom } from "./places";
import { codeOf, goneTrouble, isTooOld, type Doing } from "./trouble";

const LOOKING: Doing = { zh: "查看工作簿", en: "looking at the workbook" };

export async function look(connection: Connection): Promise<WorkbookView> {
  const view = await connection.run(LOOKING, async ({ step }) => {
    const { sheets, active } = await step((context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id");
      const inView = worksheets.getActiveWorksheet();
      inView.load("id");
      return { sheets: worksheets, active: inView };
    });
    const ids = sheets.items.map(({ id }) => id);
    return { sheets: await sheetInfos(ids, step), active: active.id };
  });
  return { ...view, selection: await selection(connection) };
}

/** Sheets that have gone in between are left out. */
async function sheetInfos(ids: readonly string[], step: Steps["step"]): Promise<SheetInfo[]> {
  const asked = await step(({ workbook }) =>
    ids.map((id) => {
      const sheet = workbook.worksheets.getItemOrNullObject(id);
      sheet.load("id,name,visibility");
      const { protection } = sheet;
      protection.load("protected");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.untrack();
      used.load(RANGE_NUMBERS);
      return { sheet, protection, used };
    }),
  );
  return asked
    .filter(({ sheet }) => !sheet.isNullObject)
    .map(({ sheet, protection, used }) => ({
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      protected: protection.protected,
      used: used.isNullObject ? null : rangeFrom(used),
    }));
}

/** Excel refuses to name the selection where it is a picture or several blocks. */
async function selection(connection: Connection): Promise<WorkbookView["selection"]> {
  return connection.run(LOOKING, async ({ step }) => {
    try {
      const { range, sheet } = await step((context) => {
        const selected = context.workbook.getSelectedRange();
        selected.untrack();
        selected.load(RANGE_NUMBERS);
        const { worksheet } = selected;
        worksheet.load("id");
        return { range: selected, sheet: worksheet };
      });
      return { sheet: sheet.id, range: rangeFrom(range) };
    } catch (error) {
      if (["InvalidSelection", "InvalidOperation", "GeneralException"].includes(codeOf(error))) return null;
      throw error;
    }
  });
}

export async function shape(connection: Connection, sheet: string): Promise<SheetShape> {
  const info = await connection.run(OPENING, async ({ step }) => (await sheetInfos([sheet], step))[0]);
  if (info === undefined) throw goneTrouble(OPENING);
  const { used } = info;
  if (used === null) return { info, merges: [], hiddenRows: [], hiddenColumns: [] };
  return connection.run(reading(info.name), async ({ step }) => {
    const { merges, rowHidden, columnHidden } = await outline(sheet, used, step);
    return {
      info,
      merges,
      hiddenRows: await which(rowHidden, used.top, used.bottom, () => hiddenRows(sheet, used, step)),
      hiddenColumns: await which(columnHidden, used.left, used.right, () => hiddenColumns(sheet, used, step)),
    };
  });
}

interface Outline {
  readonly merges: CellRange[];
  /** Null where some are hidden and some are not. */
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/** In one request where Excel knows merged areas (from ExcelApi 1.13 on); before, merged cells can't be told. */
async function outline(id: string, used: CellRange, step: Steps["step"], withMerges = true): Promise<Outline> {
  const asksMerges = withMerges && supportsSet("ExcelApi", "1.13");
  try {
    const { cells, areas, list } = await step((context) => {
      const range = rangeAt(context.workbook.worksheets.getItem(id), used);
      range.load("rowHidden,columnHidden");
      if (!asksMerges) return { cells: range, areas: null, list: null };
      const merged = range.getMergedAreasOrNullObject();
      merged.load("cellCount");
      merged.areas.load(`items/rowIndex,items/columnIndex,items/rowCount,items/columnCount`);
      return { cells: range, areas: merged, list: merged.areas };
    });
    const merges = areas === null || areas.isNullObject ? [] : list.items.map(rangeFrom);
    return { merges, rowHidden: cells.rowHidden, columnHidden: cells.columnHidden };
  } catch (error) {
    if (asksMerges && isTooOld(error)) return outline(id, used, step, false);
    throw error;
  }
}

/** Excel says null where some are hidden and some are not, whatever the types say. */
async function which(
  all: boolean | null,
  first: number,
  last: number,
  ask: () => Promise<number[]>,
): Promise<readonly number[]> {
  if (all === null) return ask();
  return all ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
}

/** Rows of one question; their answer is about 20 bytes a row, but Excel goes through the cells of each. */
const ROWS_A_QUESTION = 50_000;

async function hiddenRows(id: string, used: CellRange, step: Steps["step"]): Promise<number[]> {
  const found: number[] = [];
  const most = Math.max(1, Math.min(ROWS_A_QUESTION, Math.floor(CELL_LIMIT / columnsOf(used))));
  for (let top = used.top; top <= used.bottom; top += most) {
    const bottom = Math.min(used.bottom, top + most - 1);
    const answer = await step((context) =>
      rangeAt(context.workbook.worksheets.getItem(id), { ...used, top, bottom, right: used.left }).getRowProperties({
        rowHidden: true,
      }),
    );
    for (const [index, row] of answer.value.entries()) if (row.rowHidden === true) found.push(top + index);
  }
  return found;
}

async function hiddenColumns(id: string, used: CellRange, step: Steps["step"]): Promise<number[]> {
  const answer = await step((context) =>
    rangeAt(context.workbook.worksheets.getItem(id), { ...used, bottom: used.top }).getColumnProperties({
      columnHidden: true,
    }),
  );
  return answer.value.flatMap((column, index) => (column.columnHidden === true ? [used.left + index] : []));
}
