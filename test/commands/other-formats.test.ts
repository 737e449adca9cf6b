/** Workbooks in other formats read as the same workbook saved as .xlsx does, and a cut one is never read as a shorter one. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { utils, write, type BookType, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { readWorkbook } from "../../src/commands/read-workbook";
import { UnreadableFile } from "../../src/commands/unreadable-file";
import { openFile } from "../../src/workbench/xlsx/open-file";

const HEADINGS = ["企业名称", "统一社会信用代码", "成立日期", "营业收入（万元）", "资产负债率", "是否规上"];

function list(firms: number): WorkSheet {
  const rows = Array.from({ length: firms }, (_, at) => [
    `示例第${at + 1}公司`,
    `9137010${at % 10}MA00000001`,
    41035 + at,
    1200.5 + at,
    0.43,
    at % 2 === 0,
  ]);
  const sheet = utils.aoa_to_sheet([["2025年企业名单"], HEADINGS, ...rows]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 5 } }];
  for (let row = 3; row < firms + 3; row++) {
    const date: unknown = sheet[`C${row}`];
    const share: unknown = sheet[`E${row}`];
    if (typeof date === "object" && date !== null) Object.assign(date, { z: "yyyy/m/d" });
    if (typeof share === "object" && share !== null) Object.assign(share, { z: "0.00%" });
  }
  return sheet;
}

function bookOf(firms: number): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["说明"], ["只是说明"]]), "填报说明");
  utils.book_append_sheet(book, list(firms), "企业名单");
  return book;
}

function saved(book: WorkBook, bookType: BookType, sheet?: string): Uint8Array {
  const bytes: unknown = write(book, { type: "buffer", bookType, ...(sheet === undefined ? {} : { sheet }) });
  if (!(bytes instanceof Uint8Array)) throw new Error("no bytes");
  return Uint8Array.from(bytes);
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "other-formats-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function onDisk(bytes: Uint8Array, ending: string): string {
  files += 1;
  const path = join(folder, `${files}${ending}`);
  writeFileSync(path, bytes);
  return path;
}

const FORMATS: readonly { readonly type: BookType; readonly ending: string }[] = [
  { type: "biff8", ending: ".xls" },
  { type: "biff8", ending: ".et" },
  { type: "biff8", ending: ".xlsx" },
  { type: "xlsb", ending: ".xlsb" },
  { type: "ods", ending: ".ods" },
  { type: "xlml", ending: ".xml" },
];

describe("a workbook in another format reads as the same workbook in .xlsx", () => {
  test.each(FORMATS)("$type under the ending $ending", async ({ type, ending }) => {
    const book = bookOf(12);
    const expected = (await readWorkbook(onDisk(saved(book, "xlsx"), ".xlsx"), "企业名单")).grids[0];
    const file = await readWorkbook(onDisk(saved(book, type), ending), "企业名单");
    expect(file.grids[0]?.rows).toEqual(expected?.rows);
    expect(file.grids[0]?.merges).toEqual(expected?.merges);
    expect(file.grids[0]?.numberFormats?.[2]?.[4]).toContain("%");
    expect(file.leftBehind?.zh).toContain("公式");
  });

  test("a web page saved as .xls keeps its codes as text, to the last digit", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["代码"], ["913701000000000001"]]), "名单");
    const page = saved(book, "html").toString();
    const html = new TextDecoder().decode(saved(book, "html")).replaceAll(/ t="s"| data-[a-z]="[^"]*"/g, "");
    expect(page).not.toBe("");
    const { grids } = await readWorkbook(onDisk(new TextEncoder().encode(html), ".xls"));
    expect(grids[0]?.rows).toEqual([["代码"], ["913701000000000001"]]);
  });

  test("a hidden sheet stays hidden", async () => {
    const book = bookOf(3);
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
    const file = await readWorkbook(onDisk(saved(book, "biff8"), ".xls"));
    expect([...file.hiddenSheets]).toEqual(["填报说明"]);
  });

  test("formulas come as their results", async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([["营业收入"], [1]]);
    sheet.A2 = { t: "n", v: 3, f: "1+2" };
    utils.book_append_sheet(book, sheet, "名单");
    const file = await readWorkbook(onDisk(saved(book, "biff8"), ".xls"));
    expect(file.grids[0]?.rows).toEqual([["营业收入"], [3]]);
    const opened = await openFile("名单.xls", saved(book, "biff8"));
    expect(opened.book.sheets[0]?.cells[1]?.[0]).toMatchObject({ value: 3 });
    expect(opened.book.sheets[0]?.cells[1]?.[0]?.formula).toBeUndefined();
  });

  test("tab-separated text under the ending .xls is read as Excel reads it", async () => {
    const file = await readWorkbook(onDisk(new TextEncoder().encode("企业名称\t营业收入\n甲\t100\n"), ".xls"));
    expect(file.grids[0]?.rows).toEqual([
      ["企业名称", "营业收入"],
      ["甲", "100"],
    ]);
  });
});

describe("a file that was cut is refused or read whole, never read as a shorter one", () => {
  const cut: readonly { readonly type: BookType; readonly ending: string }[] = [
    ...FORMATS.filter(({ ending }) => ending !== ".et" && ending !== ".xlsx"),
    { type: "html", ending: ".html" },
  ];
  test.each(cut)("$type, by the command and on the workbench", async ({ type, ending }) => {
    const bytes = saved(bookOf(60), type, type === "html" ? "企业名单" : undefined);
    const whole = (await readWorkbook(onDisk(bytes, ending))).grids.map(({ rows }) => rows.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 600, max: bytes.length - 1 }), async (length) => {
        const part = bytes.slice(0, length);
        try {
          const { grids } = await readWorkbook(onDisk(part, ending));
          expect(grids.map(({ rows }) => rows.length)).toEqual(whole);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile);
          await expect(openFile(`cut${ending}`, part)).rejects.toBeInstanceOf(UnreadableFile);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a sheet that is cut inside a sound container is damaged", () => {
  function withHalf(bytes: Uint8Array, part: RegExp): Uint8Array {
    const parts = PackageParts.open(bytes);
    const name = parts.names().find((one) => part.test(one));
    if (name === undefined) throw new Error("no such part");
    const whole = parts.bytes(name);
    parts.set(name, whole.subarray(0, whole.length / 2));
    return parts.toBytes();
  }

  const book = bookOf(400);
  const damaged: readonly { readonly what: string; readonly ending: string; readonly bytes: () => Uint8Array }[] = [
    {
      what: "an old workbook whose second half is zeros, as an unfinished download leaves it",
      ending: ".xls",
      bytes: () => {
        const bytes = saved(book, "biff8");
        // The directory of the container stands at the start here, so that everything but the records is whole.
        return bytes.fill(0, bytes.length / 2);
      },
    },
    {
      what: "a binary sheet",
      ending: ".xlsb",
      bytes: () => withHalf(saved(book, "xlsb"), /sheet2\.bin$/),
    },
    { what: "an OpenDocument sheet", ending: ".ods", bytes: () => withHalf(saved(book, "ods"), /^content\.xml$/) },
  ];
  test.each(damaged)("$what", async ({ ending, bytes }) => {
    const file = bytes();
    await expect(readWorkbook(onDisk(file, ending))).rejects.toMatchObject({ code: "broken" });
    await expect(openFile(`half${ending}`, file)).rejects.toMatchObject({ code: "broken" });
  });
});
