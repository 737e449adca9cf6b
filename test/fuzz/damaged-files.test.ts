/**
 * Thousands of damaged files: each is read as it was saved, or refused in words. No crash, no hang, no lost row, no silent change.
 * Bounded here; more by hand, see `TIMES`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { csvFault, csvRows } from "../../src/commands/read-csv";
import { readWorkbook } from "../../src/commands/read-workbook";
import { UnreadableFile } from "../../src/commands/unreadable-file";
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import { SeedError } from "../../src/policy/seed-file";
import type { Cell } from "../../src/words/grid";
import { openFile } from "../../src/workbench/xlsx/open-file";
import { damagedBytes, damagedText, seeded, TIMES } from "./mutate";

const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Answer {
  /** Sheets with their cells; null where the file is refused. */
  readonly sheets: readonly (readonly [string, readonly (readonly Cell[])[]])[] | null;
  readonly refused: string;
}

async function answer(read: () => Promise<NonNullable<Answer["sheets"]>>): Promise<Answer> {
  try {
    return { sheets: await read(), refused: "" };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { sheets: null, refused: error.code };
  }
}

const byCommand = (path: string) =>
  answer(async () => (await readWorkbook(path)).grids.map(({ sheet, rows }) => [sheet, rows]));

/** Trailing blanks dropped, as the commands do. */
function plain(rows: readonly (readonly Cell[])[]): Cell[][] {
  const trimmed = rows.map((row) => {
    const cells = row.map((cell) => (cell === "" ? null : cell));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (trimmed.length > 0 && trimmed.at(-1)?.length === 0) trimmed.pop();
  return trimmed;
}

const byWorkbench = (bytes: Uint8Array) =>
  answer(async () =>
    (await openFile("名单.xlsx", bytes)).book.sheets.map(({ name, cells }) => [
      name,
      plain(Array.from(cells, (row) => Array.from(row ?? [], (cell) => cell?.value ?? null))),
    ]),
  );

const ORIGINAL = readFileSync("seeds/samples/公开报道企业.xlsx");

/** Runs one try and, where it fails, says which it was. */
async function tried(seed: number, one: (random: () => number) => void | Promise<void>): Promise<void> {
  try {
    await one(seeded(seed));
  } catch (error) {
    throw new Error(`try ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, {
      cause: error,
    });
  }
}

test("a workbook with damaged bytes is refused, or read as it was saved", async () => {
  const path = join(folder, "bytes.xlsx");
  writeFileSync(path, ORIGINAL);
  const saved = JSON.stringify((await byCommand(path)).sheets);
  let refused = 0;
  for (let seed = 0; seed < 1500 * TIMES; seed++)
    await tried(seed, async (random) => {
      const bytes = damagedBytes(ORIGINAL, random);
      writeFileSync(path, bytes);
      const [one, two] = [await byCommand(path), await byWorkbench(bytes)];
      if (one.sheets === null) refused += 1;
      else if (JSON.stringify(one.sheets) !== saved) throw new Error("read otherwise than it was saved");
      if (two.refused !== one.refused) throw new Error(`commands: ${one.refused}, workbench: ${two.refused}`);
      if (two.sheets !== null && JSON.stringify(two.sheets) !== saved)
        throw new Error("opened otherwise than it was saved");
    });
  expect(refused).toBeGreaterThan(1000 * TIMES);
});

const MARKUP = [
  "<",
  ">",
  "/>",
  "</c>",
  "</row>",
  `"`,
  "'",
  "&",
  "<!--",
  '<c r="A1"/>',
  ` r="B2"`,
  ` t="s"`,
  "<v>9999</v>",
  "-1",
  "1e999",
  "_x0000_",
  "\u0000",
  "]]>",
  "<x:c/>",
];

test("a workbook whose parts are garbled is refused, or read alike by commands and workbench", async () => {
  const parts = unzipSync(ORIGINAL);
  const names = Object.keys(parts).filter((name) =>
    /sheet|sharedStrings|workbook|styles|Content_Types|rels/.test(name),
  );
  const path = join(folder, "parts.xlsx");
  for (let seed = 0; seed < 500 * TIMES; seed++)
    await tried(seed, async (random) => {
      const name = names[Math.floor(random() * names.length)] ?? "";
      const garbled = strToU8(damagedText(strFromU8(parts[name] ?? new Uint8Array()), MARKUP, random));
      const bytes = zipSync({ ...parts, [name]: garbled }, { level: 1 });
      writeFileSync(path, bytes);
      const [one, two] = [await byCommand(path), await byWorkbench(bytes)];
      if (one.sheets === null || two.sheets === null) {
        if (one.refused !== two.refused)
          throw new Error(`${name}: commands: ${one.refused}, workbench: ${two.refused}`);
        return;
      }
      if (JSON.stringify(one.sheets) !== JSON.stringify(two.sheets)) throw new Error(`${name}: read in two ways`);
    });
});

const LIST = `企业名称,统一社会信用代码,营业收入（万元）,备注\n${Array.from({ length: 30 }, (_, at) => `示例${at}公司（虚构）,91370100XN${String(at).padStart(8, "0")},"${at},000.5","第一行\n""第二行"""`).join("\n")}\n`;

/** Rows of a text table by RFC 4180, written apart from the code under test. */
function rowsBy4180(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at++) {
        if (text[at] === '"') at += 1;
        cell += text[at] ?? "";
      }
      at += 1;
    }
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r")
      cell += text[at++] ?? "";
    rows.at(-1)?.push(cell);
    if (at >= text.length) break;
    if (text[at] === separator) {
      if (at + 1 === text.length) rows.at(-1)?.push("");
    } else {
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
      rows.push([]);
    }
    at += 1;
  }
  return rows;
}

test("a damaged text table is refused, or no row and no cell of it is lost", async () => {
  const words = [",", ";", "\t", "\n", "\r\n", "\r", '"', '""', '",', "=", "\ufeff", "，", " "];
  for (let seed = 0; seed < 2000 * TIMES; seed++)
    await tried(seed, (random) => {
      const text = damagedText(LIST, words, random);
      if (text.trim() === "" || csvFault(text) !== null) return;
      const found = plain(csvRows(text));
      const wanted = [",", ";", "\t"].map((separator) => JSON.stringify(plain(rowsBy4180(text, separator))));
      if (!wanted.includes(JSON.stringify(found)))
        throw new Error(`${JSON.stringify(found).slice(-300)}\n${wanted[0]?.slice(-300)}`);
    });
});

test("a damaged seed file is refused with file and line, or means what it says", async () => {
  const good = readSeedFiles("test/cases/bad-seeds/good");
  const paths = [...good.keys()];
  const words = [
    "&a ",
    "*a",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    "\n",
    "\t",
    '"',
    "'",
    "(",
    ")",
    "not ",
    "万",
    "%",
    "|",
    "? ",
    "<<: *a",
    "!!binary ",
    "#",
  ];
  for (let seed = 0; seed < 500 * TIMES; seed++)
    await tried(seed, (random) => {
      const path = paths[Math.floor(random() * paths.length)] ?? "";
      const files = new Map([...good, [path, damagedText(good.get(path) ?? "", words, random)]]);
      try {
        loadPolicy(files, loadVocabulary(files), PROOFS);
      } catch (error) {
        if (!(error instanceof SeedError)) throw error;
        for (const { file, line, reason } of error.problems)
          if (file === "" || line < 1 || reason === "")
            throw new Error("a problem without its place", { cause: error });
      }
    });
});
