/** Why a file could not be read, said to the person who named it. */
import type { Text } from "../policy/vocabulary";

export type UnreadableCode =
  | "not-found"
  | "folder"
  | "no-access"
  | "empty"
  | "not-a-workbook"
  | "password"
  | "broken"
  | "no-such-sheet"
  | "mapping"
  | "open-quote"
  | "too-large";

/** The input could not be read. `text` is for the person; `message` (of Error) is the same in both languages, for logs. */
export class UnreadableFile extends Error {
  override name = "UnreadableFile";
  constructor(
    readonly code: UnreadableCode,
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(`${text.zh} ${text.en}`, options);
  }
}

export function notFound(path: string): UnreadableFile {
  return new UnreadableFile("not-found", {
    zh: `没有找到文件“${path}”。请检查文件名和所在的文件夹。`,
    en: `There is no file "${path}". Please check its name and folder.`,
  });
}

export function isFolder(path: string): UnreadableFile {
  return new UnreadableFile("folder", {
    zh: `“${path}”是一个文件夹。请写出其中那个表格文件的名字。`,
    en: `"${path}" is a folder. Please name the spreadsheet file in it.`,
  });
}

export function noAccess(path: string): UnreadableFile {
  return new UnreadableFile("no-access", {
    zh: `打不开“${path}”：没有读取权限，或者文件正被别的程序占用。请关掉占用它的程序，或换一个位置再试。`,
    en: `"${path}" can't be opened: no permission, or another program holds it. Please close that program or copy the file elsewhere.`,
  });
}

export function isEmpty(path: string): UnreadableFile {
  return new UnreadableFile("empty", {
    zh: `“${path}”是空文件（0 字节）。请重新导出一份。`,
    en: `"${path}" is empty (0 bytes). Please export it again.`,
  });
}

/** @param looksLike what the first bytes look like, where that is known */
export function notAWorkbook(path: string, looksLike: Text | null): UnreadableFile {
  const zh = looksLike ? `看上去是${looksLike.zh}` : "认不出是什么格式";
  const en = looksLike ? `It looks like ${looksLike.en}` : "Its format is not known";
  return new UnreadableFile("not-a-workbook", {
    zh: `“${path}”不是 Excel 工作簿，${zh}。请用 Excel 或 WPS 打开原表，另存为 .xlsx 或 .csv 再试。`,
    en: `"${path}" is not an Excel workbook. ${en}. Please open the original in Excel or WPS and save it as .xlsx or .csv.`,
  });
}

export function hasPassword(path: string): UnreadableFile {
  return new UnreadableFile("password", {
    zh: `“${path}”设了打开密码。请在 Excel 里用“文件 → 信息 → 保护工作簿 → 用密码进行加密”清空密码，保存后再试。`,
    en: `"${path}" asks for a password to open. In Excel, clear it under File > Info > Protect Workbook > Encrypt with Password, save and try again.`,
  });
}

export function textNamedAsWorkbook(path: string): UnreadableFile {
  return new UnreadableFile("not-a-workbook", {
    zh: `“${path}”里是纯文本，只是扩展名写成了 Excel 的。请把扩展名改成 .csv 再试。`,
    en: `"${path}" holds plain text under an Excel ending. Please change the ending to .csv and try again.`,
  });
}

/** @param cell the cell whose opening quotation mark has no closing one, as Excel names it */
export function quoteLeftOpen(path: string, cell: string, row: number): UnreadableFile {
  return new UnreadableFile("open-quote", {
    zh: `“${path}”第 ${row} 行（${cell}）有一个引号只开没有关，后面的行都会挤进这一格。请补上或删掉这个引号再试。`,
    en: `"${path}", row ${row} (${cell}): a quotation mark opens and never closes, so all rows after it would fall into one cell. Please close or delete it.`,
  });
}

/** @param cause what exactly is broken, for whoever looks into it */
export function isBroken(path: string, cause: Error): UnreadableFile {
  const text = {
    zh: `“${path}”已损坏，可能没有下载完整。请重新下载，或用 Excel 打开修复后另存一份。`,
    en: `"${path}" is damaged, perhaps an unfinished download. Please download it again, or repair it in Excel and save a copy.`,
  };
  return new UnreadableFile("broken", text, { cause });
}

export function noSuchSheet(path: string, wanted: string, names: readonly string[]): UnreadableFile {
  const zh = names.length > 0 ? `有这些：${names.join("、")}` : "里面没有带单元格的工作表";
  const en = names.length > 0 ? `It has: ${names.join(", ")}` : "It has no sheet with cells";
  return new UnreadableFile("no-such-sheet", {
    zh: `“${path}”里没有名为“${wanted}”的工作表，${zh}。`,
    en: `"${path}" has no sheet named "${wanted}". ${en}.`,
  });
}

/** @param size rows and columns from A1 to the last cell that is not quite empty */
export function isTooLarge(path: string, size: { readonly rows: number; readonly columns: number }): UnreadableFile {
  return new UnreadableFile("too-large", {
    zh: `“${path}”里有一张表占到 ${size.rows} 行 × ${size.columns} 列，读不进来。多半是很远处有带格式的空单元格：请删掉数据下方和右侧的空行、空列，保存后再试。`,
    en: `"${path}" has a sheet of ${size.rows} rows by ${size.columns} columns, too large to read. Often there are formatted empty cells far away: please delete the empty rows and columns below and beside the data, save and try again.`,
  });
}
