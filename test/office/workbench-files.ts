/**
 * A workbook saved by the workbench, opened and saved by LibreOffice, must come back with its cells, formats, tables, merges, names,
 * conditional formats and charts. (Without a window LibreOffice writes no views, so frozen panes and gridlines say nothing here.)
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellText } from "../../src/words/grid";
import type { BookFile, BookSheet } from "../../src/xlsx/book-file";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { EVERYTHING } from "../workbench/xlsx/books";

/** What differs, each as a sentence; empty where LibreOffice keeps everything. */
export async function workbenchDifferences(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-workbench-"));
  const path = join(folder, "book.xlsx");
  writeFileSync(path, saveXlsx(EVERYTHING));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const saved = join(folder, "saved");
  execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, path], {
    stdio: "ignore",
  });
  const theirs = await openXlsx(new Uint8Array(readFileSync(join(saved, "book.xlsx"))));
  return differences(EVERYTHING, theirs);
}

function differences(ours: BookFile, theirs: BookFile): string[] {
  const found: string[] = [];
  const compare = (what: string, one: unknown, other: unknown): void => {
    const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
    if (left !== right) found.push(`${what}: wrote ${left}, LibreOffice has ${right}`);
  };
  // LibreOffice knows no "very hidden".
  const visibility = (sheet: BookSheet): string => (sheet.visibility === "visible" ? "visible" : "hidden");
  compare(
    "sheets",
    ours.sheets.map(({ name }) => name),
    theirs.sheets.map(({ name }) => name),
  );
  compare("visibility", ours.sheets.map(visibility), theirs.sheets.map(visibility));
  compare("names", ours.names.map(({ name }) => name).sort(), theirs.names.map(({ name }) => name).sort());
  for (const [index, sheet] of ours.sheets.entries()) {
    const other = theirs.sheets[index];
    if (!other) continue;
    sheet.cells.forEach((line, row) => {
      line?.forEach((cell, column) => {
        const place = `${sheet.name} row ${row + 1} column ${column + 1}`;
        const read = other.cells[row]?.[column];
        // What add-ins' functions give, LibreOffice doesn't know.
        if (!fromFormula(sheet, row, column)) compare(place, cellText(cell?.value), cellText(read?.value));
        const style = cell?.style === undefined ? {} : (ours.styles[cell.style] ?? {});
        const readStyle = read?.style === undefined ? {} : (theirs.styles[read.style] ?? {});
        compare(`${place} fill`, style.fill, readStyle.fill);
        compare(`${place} bold`, style.font?.bold, readStyle.font?.bold);
        compare(`${place} format`, unquoted(style.numberFormat), unquoted(readStyle.numberFormat));
      });
    });
    compare(`${sheet.name} merges`, sheet.merges, other.merges);
    compare(`${sheet.name} protected`, sheet.protected, other.protected);
    compare(
      `${sheet.name} tables`,
      sheet.tables.map(({ range }) => range),
      other.tables.map(({ range }) => range),
    );
    compare(`${sheet.name} filter`, sheet.filter?.range, other.filter?.range);
    const rules = (one: BookSheet): string[] => one.conditionalFormats.map(({ rule }) => rule.kind).sort();
    compare(`${sheet.name} conditional formats`, rules(sheet), rules(other));
    const charts = (one: BookSheet): unknown[] =>
      one.charts.map(({ kind, title, series }) => [kind, title, series.length]);
    compare(`${sheet.name} charts`, charts(sheet), charts(other));
  }
  return found;
}

/** Whether a formula fills the cell, its own or one that spills into it. */
function fromFormula(sheet: BookSheet, row: number, column: number): boolean {
  return (
    sheet.cells.some((line) =>
      line?.some((cell) => {
        const { spill } = cell ?? {};
        return spill && spill.top <= row && row <= spill.bottom && spill.left <= column && column <= spill.right;
      }),
    ) || sheet.cells[row]?.[column]?.formula !== undefined
  );
}

/** `"年"` and `\年` are the same. */
function unquoted(format: string | undefined): string | undefined {
  return format?.replace(/"([^"])"|\\(.)/g, "$1$2");
}
