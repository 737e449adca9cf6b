/**
 * A workbook scored on the workbench, with formulas of ours in it, saved as each of the copies for sharing: LibreOffice, which knows none
 * of our functions, must show every value that the workbench shows.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address, cellText, columnLetters, type Cell } from "../../src/words/grid";
import { sampleSheet } from "../../src/pane/views/score/sample/sample-sheet";
import type { BookFile, BookSheet } from "../../src/xlsx/book-file";
import { openHeadless } from "../../src/workbench/headless/open";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { fileFromBook } from "../../src/workbench/book/save-book";
import { saved } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { outcomeOf, sharingPane } from "../pane/views/sharing/sharing-pane";

export interface CopiesCompared {
  readonly cells: number;
  readonly wrong: readonly string[];
}

/** The sample list with a spill beside it, and amounts by formula. */
function withFormulas(): BookFile {
  const { name, rows } = sampleSheet("zh");
  const list = sheet(name, rows);
  const width = rows[0]?.length ?? 0;
  const last = columnLetters(width - 1);
  const table = `=ZJTX.TIER_TABLE($A$1:$${last}$1,A2:${last}${rows.length})`;
  const cells = list.cells.map((row, at) =>
    at === 0 ? [...(row ?? []), undefined, { value: null, formula: table }] : row,
  );
  const amounts = sheet("补贴", [["基数"], [4433], [4000.5], [null]]);
  const withAmounts = amounts.cells.map((row, at) =>
    at === 0
      ? row
      : [
          ...(row ?? [undefined]),
          { value: null, formula: `=ZJTX.SUBSIDY(A${at + 1},20%,50%)` },
          { value: null, formula: `=IFERROR(ZJTX.SUBSIDY(A${at + 1},20%)*2,"没有基数")` },
          { value: null, formula: `=IF(ISNUMBER(B${at + 1}),B${at + 1}+1,0)` },
        ],
  );
  return book([
    { ...list, cells },
    { ...amounts, cells: withAmounts },
  ]);
}

/** LibreOffice prints the same number as another double now and then; what people see is 15 digits. */
function shown(cell: Cell): string {
  return typeof cell === "number" ? String(Number(cell.toPrecision(15))) : cellText(cell);
}

function valuesOf({ cells }: BookSheet): Map<string, string> {
  const values = new Map<string, string>();
  cells.forEach((row, at) =>
    row?.forEach((cell, column) => {
      const text = shown(cell?.value ?? null);
      if (text !== "") values.set(address(at, column), text);
    }),
  );
  return values;
}

export async function sharedCopies(): Promise<CopiesCompared> {
  const folder = mkdtempSync(join(tmpdir(), "zjtx-copies-"));
  const expected = new Map<string, BookFile>();
  const keep = (name: string, bytes: Uint8Array, file: BookFile): void => {
    writeFileSync(join(folder, `${name}.xlsx`), bytes);
    expected.set(name, file);
  };

  const pane = await sharingPane(withFormulas());
  await pane.sharing.open();
  await pane.scoring.look();
  await pane.scoring.score("zh");
  const before = saved(pane.connection);
  await pane.sharing.copy("native", "zh", ["specialized", "little-giant"]);
  await pane.sharing.copy("masked", "zh");
  for (const [name, bytes] of pane.files) keep(name.replace(/\.xlsx$/, ""), bytes, await calculated(bytes));
  await pane.sharing.values("copies", "zh");
  const copies = outcomeOf(pane, "values").sheets;
  await pane.sharing.values("here", "zh");
  outcomeOf(pane, "values");
  const after = saved(pane.connection);
  keep("值副本", saveXlsx(after), after);
  pane.close();

  const wrong = differences("值副本", before, after);
  for (const [from, to] of [
    [sampleSheet("zh").name, copies[0]],
    ["补贴", copies[1]],
  ])
    wrong.push(...differences(`“${to ?? ""}”`, only(before, from ?? ""), only(after, to ?? "", from ?? "")));
  const out = join(folder, "saved");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const paths = [...expected.keys()].map((name) => join(folder, `${name}.xlsx`));
  execFileSync("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, ...paths], {
    stdio: "ignore",
  });
  let cells = 0;
  for (const [name, file] of expected) {
    const theirs = await openXlsx(new Uint8Array(readFileSync(join(out, `${name}.xlsx`))));
    cells += file.sheets.reduce((sum, one) => sum + valuesOf(one).size, 0);
    wrong.push(...differences(`${name} in LibreOffice`, file, theirs));
  }
  return { cells, wrong };
}

/** The file as the workbench shows it, its formulas worked out. */
async function calculated(bytes: Uint8Array): Promise<BookFile> {
  const { book: opened, close } = await openHeadless(await openXlsx(bytes));
  opened.link.recalculate();
  await opened.link.calculation.settle();
  const file = fileFromBook(opened);
  close();
  return file;
}

function only({ sheets, ...file }: BookFile, name: string, called = name): BookFile {
  return { ...file, sheets: sheets.filter((one) => one.name === name).map((one) => ({ ...one, name: called })) };
}

/** Every value of `ours` must stand in `theirs`, and nothing beside it on those sheets. */
function differences(what: string, ours: BookFile, theirs: BookFile): string[] {
  return ours.sheets.flatMap((one) => {
    const other = theirs.sheets.find(({ name }) => name === one.name);
    if (!other) return [`${what}: the sheet ${one.name} is missing`];
    const [left, right] = [valuesOf(one), valuesOf(other)];
    const places = new Set([...left.keys(), ...right.keys()]);
    return [...places].flatMap((place) => {
      const [is, should] = [right.get(place) ?? "", left.get(place) ?? ""];
      return is === should ? [] : [`${what}: ${one.name}!${place} is “${is}”, not “${should}”`];
    });
  });
}
