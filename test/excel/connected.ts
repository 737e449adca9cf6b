/** A headless workbook with Microsoft's client as the global `Excel`, as on a page. */
import { connectExcel } from "../../src/excel/connect";
import { ExcelTrouble, type ExcelHost, type GridBlock } from "../../src/excel/host";
import type { BoundRelease } from "../../src/functions/function-record";
import type { CellRange } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { fileFromBook } from "../../src/workbench/book/save-book";
import { openHeadless, type Headless } from "../../src/workbench/headless/open";

export interface Connected extends Headless {
  readonly host: ExcelHost;
  /** Done by somebody else before the next request. */
  readonly between: { act: (() => void | Promise<void>) | null };
}

/** @param functions what the product's functions answer from; without it the workbook does not know them */
export async function connected(file: BookFile, functions?: BoundRelease): Promise<Connected> {
  const between: Connected["between"] = { act: null };
  const beforeRequest = (): void | Promise<void> => between.act?.();
  const headless = await openHeadless(file, { beforeRequest, ...(functions && { functions }) });
  Object.assign(globalThis, { Excel: headless.Excel });
  return { ...headless, host: connectExcel(headless.session), between };
}

export async function blocksOf(host: ExcelHost, sheet: string, range: CellRange): Promise<GridBlock[]> {
  const blocks: GridBlock[] = [];
  for await (const block of host.readBlocks(sheet, range)) blocks.push(block);
  return blocks;
}

export async function sheetId(host: ExcelHost, name: string): Promise<string> {
  const { sheets } = await host.look();
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found.id;
}

/** The trouble that work ends in. */
export async function troubleOf(work: Promise<unknown>): Promise<ExcelTrouble> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ExcelTrouble) return error;
    throw error;
  }
  throw new Error("there was no trouble");
}

/** Somebody types a text into a cell. */
export async function someoneWrites(
  { Excel, session }: Connected,
  sheet: string,
  address: string,
  value: string,
): Promise<void> {
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

/** The workbook as it would be saved. */
export function saved({ book }: Connected): BookFile {
  return fileFromBook(book);
}
