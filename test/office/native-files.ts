/**
 * Native copies of every rule set, written without any stored result, must recalculate in LibreOffice to the product's results cell by
 * cell: verdicts, eligibility, least and most points, on rows at the lines and with blanks.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook } from "../../src/commands/read-workbook";
import { nativeSheets } from "../../src/sharing/copy/native-sheets";
import { nativeBooks } from "../sharing/native-books";
import { nativeDifferences } from "../sharing/native-comparison";

export interface NativeComparison {
  readonly rows: number;
  readonly compared: number;
  readonly wrong: readonly string[];
  /** How often each answer was given: a comparison in which nothing is ever met says little. */
  readonly answers: ReadonlyMap<string, number>;
}

/** @param rows of each book; there are two books a rule set and purpose */
export async function nativeComparison(rows: number, seed: number): Promise<NativeComparison> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-native-"));
  const saved = join(folder, "saved");
  const books = [...nativeBooks({ rows, seed })].map((book, index) => {
    const path = join(folder, `book-${index + 1}.xlsx`);
    writeFileSync(path, book.prepared.bytes);
    return { ...book, path, saved: join(saved, `book-${index + 1}.xlsx`) };
  });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const paths = books.map(({ path }) => path);
  execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, ...paths], {
    stdio: "ignore",
  });
  const wrong: string[] = [];
  const answers = new Map<string, number>();
  let compared = 0;
  for (const book of books) {
    const sheet = nativeSheets(book.prepared.score, "zh")[0]?.name ?? "";
    const [grid] = (await readWorkbook(book.saved, sheet)).grids;
    const found = nativeDifferences(book.prepared, (row, column) => grid?.rows[row]?.[column] ?? null);
    compared += found.compared;
    wrong.push(...found.wrong.map((line) => `${book.name}: ${line}`));
    for (let row = 0; row < book.rows; row += 1)
      for (const { what, value } of book.prepared.expected(row)) {
        if (!/(status|eligible)$/.test(what)) continue;
        const key = `${what.replace(/^.* /, "")} ${value}`;
        answers.set(key, (answers.get(key) ?? 0) + 1);
      }
  }
  return { rows: books.reduce((sum, book) => sum + book.rows, 0), compared, wrong, answers };
}
