/**
 * Which cells of a range are empty. Desktop Excel hands a custom function 0 for an empty cell, and a blank must not be taken for 0.
 * Loaded with the custom functions, so it stays small.
 */
import { Connection } from "./connection";
import { OPENING } from "./edit-guard";
import { intersect, parseAddress, RANGE_NUMBERS, rangeAt, rangeFrom, type AddressedRange } from "./places";
import { READ_AIM } from "./payload";
import { goneTrouble, isLimit, trouble } from "./trouble";

/** `"RichValue",` is the longest kind of value. */
const BYTES_A_CELL = 13;

/**
 * Whole columns are answered too: what lies beyond the cells in use is empty and not asked for.
 * @param address as Excel gives it to a custom function: `'企业 名单'!A3:D302`; without a sheet's name, the sheet in view
 * @returns rows of the range, true where a cell is empty; a formula that shows nothing is not
 * @throws ExcelTrouble of kind "unexpected" for what is no address of one block, "sheet-gone" where the sheet is not there
 */
export async function readBlanks(address: string, session?: object): Promise<boolean[][]> {
  const asked = parseAddress(address);
  if (asked === null)
    throw trouble("unexpected", OPENING, {
      zh: `“${address}”不是一块连续的单元格。请改用一块连续的区域。`,
      en: `"${address}" is not one block of cells. Please use one block.`,
    });
  const { range } = asked;
  const width = range.right - range.left + 1;
  const allBlank: boolean[] = new Array<boolean>(width).fill(true);
  const rows: boolean[][] = new Array<boolean[]>(range.bottom - range.top + 1).fill(allBlank);
  await new Connection(session).run(OPENING, async ({ step }) => {
    const { sheet, used } = await step((context) => {
      const found = sheetOf(context, asked);
      found.load("name");
      const cells = found.getUsedRangeOrNullObject();
      cells.untrack();
      cells.load(RANGE_NUMBERS);
      return { sheet: found, used: cells };
    });
    if (sheet.isNullObject) throw goneTrouble(OPENING);
    const part = used.isNullObject ? null : intersect(range, rangeFrom(used));
    if (part === null) return;
    let size = Math.max(1, Math.floor(READ_AIM / BYTES_A_CELL / (part.right - part.left + 1)));
    for (let top = part.top; top <= part.bottom;) {
      const bottom = Math.min(part.bottom, top + size - 1);
      try {
        const cells = await step((context) => {
          const block = rangeAt(sheetOf(context, asked), { ...part, top, bottom });
          block.load("valueTypes");
          return block;
        });
        const kinds: readonly (readonly string[])[] = cells.valueTypes;
        for (const [index, types] of kinds.entries()) {
          const row = [...allBlank];
          for (const [column, type] of types.entries()) row[part.left - range.left + column] = type === "Empty";
          rows[top - range.top + index] = row;
        }
        top = bottom + 1;
      } catch (error) {
        if (!isLimit(error) || size === 1) throw error;
        size = Math.floor(size / 2);
      }
    }
  });
  return rows;
}

function sheetOf({ workbook: { worksheets } }: Excel.RequestContext, { sheet }: AddressedRange): Excel.Worksheet {
  return sheet === null ? worksheets.getActiveWorksheet() : worksheets.getItemOrNullObject(sheet);
}
