/** Why a file could not be read, said to the person who named it. */
import type { Text } from "../words/text";
import { address } from "../words/grid";
import { BrokenWorkbook, type WorkbookTooLarge } from "../xlsx/faults";
import type { CsvFault } from "./read-csv";

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

export function csvRefused(path: string, { kind, row, column, figure }: CsvFault): UnreadableFile {
  const cell = address(row - 1, column - 1);
  switch (kind) {
    case "open-quote":
      return new UnreadableFile("open-quote", {
        zh: `“${path}”第 ${row} 行（${cell}）有一个引号只开没有关，后面的行都会挤进这一格。请补上或删掉这个引号再试。`,
        en: `"${path}", row ${row} (${cell}): a quotation mark opens and never closes, so all rows after it would fall into one cell. Please close or delete it.`,
      });
    case "text":
      return new UnreadableFile("too-large", {
        zh: `“${path}”第 ${row} 行（${cell}）的文字有 ${figure} 个字符，Excel 一格最多 32,767 个。请改短再试；要是后面的行挤进了这一格，请检查引号。`,
        en: `"${path}", row ${row} (${cell}): the text has ${figure} characters, a cell of Excel holds 32,767. Please shorten it; where rows after it fell into the cell, check the quotation marks.`,
      });
    case "columns":
      return new UnreadableFile("too-large", {
        zh: `“${path}”第 ${row} 行超过了 16,384 列，Excel 的一行放不下。请检查换行和分隔符，或把表拆开再试。`,
        en: `"${path}", row ${row}: more than 16,384 columns, which no row of Excel holds. Please check line ends and separators, or split the table.`,
      });
    case "rows":
      return new UnreadableFile("too-large", {
        zh: `“${path}”超过了 1,048,576 行，Excel 的一张表放不下。请把表拆开再试。`,
        en: `"${path}" has more than 1,048,576 rows, which no sheet of Excel holds. Please split the table.`,
      });
  }
}

/** @param cause what exactly is broken; the place and reason are said where they are known */
export function isBroken(path: string, cause: Error): UnreadableFile {
  const known = cause instanceof BrokenWorkbook;
  const at = known && cause.place !== "" ? cause.place : "";
  const zh = known ? `（${at === "" ? "" : `${at}：`}${cause.reason.zh}）` : "";
  const en = known ? ` (${at === "" ? "" : `${at}: `}${cause.reason.en})` : "";
  const text = {
    zh: `“${path}”已损坏${zh}，可能没有下载完整。请重新下载，或用 Excel 打开修复后另存一份。`,
    en: `"${path}" is damaged${en}, perhaps an unfinished download. Please download it again, or repair it in Excel and save a copy.`,
  };
  return new UnreadableFile("broken", text, { cause });
}

/** @param cause what is too much, with the figure */
export function isTooMuch(path: string, { place, reason }: WorkbookTooLarge): UnreadableFile {
  const at = place === "" ? "" : place;
  return new UnreadableFile("too-large", {
    zh: `“${path}”读不进来：${at === "" ? "" : `${at}，`}${reason.zh}。请拆小或改短，保存后再试。`,
    en: `"${path}" can't be read: ${at === "" ? "" : `${at}, `}${reason.en}. Please split or shorten it, save and try again.`,
  });
}

export function isNoFile(path: string): UnreadableFile {
  return new UnreadableFile("no-access", {
    zh: `“${path}”是设备或管道，不是文件。请先存成文件，再写出它的名字。`,
    en: `"${path}" is a device or a pipe, no file. Please save what it gives as a file and name that.`,
  });
}

export function noSuchSheet(path: string, wanted: string, names: readonly string[]): UnreadableFile {
  const zh = names.length > 0 ? `有这些：${names.join("、")}` : "里面没有带单元格的工作表";
  const en = names.length > 0 ? `It has: ${names.join(", ")}` : "It has no sheet with cells";
  return new UnreadableFile("no-such-sheet", {
    zh: `“${path}”里没有名为“${wanted}”的工作表，${zh}。`,
    en: `"${path}" has no sheet named "${wanted}". ${en}.`,
  });
}
