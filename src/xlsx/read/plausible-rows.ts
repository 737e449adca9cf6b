/**
 * Rows that a file can't have room for. A row that says something takes some bytes even packed; a small file that claims a million rows
 * repeats one row, and reading, scoring and writing it would take minutes and gigabytes.
 */
import type { Text } from "../../words/text";
import { WorkbookTooLarge } from "../faults";

/** The shortest row of a list (a name of four characters and an amount) takes about 14 bytes of an xlsx file, 16 of a csv. */
const LEAST_BYTES_A_ROW = 10;
/** So many rows of a sheet are read whatever is in them: numbers filled down beside a list do not hurt. */
const HARMLESS_ROWS = 200_000;
/** So many enterprises are scored in the time that a short wait is. */
const HARMLESS_FIRMS = 20_000;

function isRepeated(rows: number, harmless: number, fileSize: number): boolean {
  return rows > harmless && rows * LEAST_BYTES_A_ROW > fileSize;
}

function reasonFor(rows: number, fileSize: number): Text {
  const kilobytes = Math.ceil(fileSize / 1000);
  return {
    zh: `文件只有 ${kilobytes} KB，却已有 ${rows} 行，平均每行不到 ${LEAST_BYTES_A_ROW} 字节，正常的名单写不了这么短，多半是把同一行往下填充了`,
    en: `the file has ${kilobytes} KB and ${rows} rows already, under ${LEAST_BYTES_A_ROW} bytes a row, which no list can do with; often one row was filled down`,
  };
}

/**
 * To be asked while the rows of a sheet are read.
 * @param rows how many with cells were read so far @param fileSize in bytes, as packed
 * @throws WorkbookTooLarge
 */
export function refuseRepeatedRows(place: string, rows: number, fileSize: number): void {
  if (isRepeated(rows, HARMLESS_ROWS, fileSize)) throw new WorkbookTooLarge(place, reasonFor(rows, fileSize));
}

/** What a text file is refused with for its rows, those without a value aside; null where they can be. @param fileSize in bytes */
export function repeatedLines(lines: readonly (readonly unknown[])[], fileSize: number): WorkbookTooLarge | null {
  if (lines.length <= HARMLESS_ROWS) return null;
  const rows = lines.filter((line) => line.some((value) => value !== null && value !== "")).length;
  return isRepeated(rows, HARMLESS_ROWS, fileSize) ? new WorkbookTooLarge("", reasonFor(rows, fileSize)) : null;
}

/** Why a list can't be one that somebody wrote, null where it can. @param fileSize in bytes, as packed */
export function repeatedRows(firms: number, fileSize: number): Text | null {
  return isRepeated(firms, HARMLESS_FIRMS, fileSize) ? reasonFor(firms, fileSize) : null;
}
