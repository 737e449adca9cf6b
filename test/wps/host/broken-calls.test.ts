/** A WPS whose calls fail in the middle of things, and people who do something in between: all is done, or the workbook is as it was. */
import fc from "fast-check";
import { ExcelTrouble, type ExcelHost } from "../../../src/excel/host";
import type { Cell } from "../../../src/words/grid";
import type { Trace, Use } from "../../../src/workbench/wps/strict";
import { addSheet, deleteSheet } from "../../../src/workbench/book/sheet-list";
import { saved, troubleOf, type Connected } from "../../excel/connected";
import { book, sheet } from "../../excel/made-up-book";
import { results, sheetOf, TWO, valuesOf } from "../../host/made-up-results";
import { connectedInWps } from "../../host/rooms";

const LIST = book([sheet("名单", [["企业名称"], ["甲厂"]])]);
const FOUR: Cell[][] = [...TWO, ["丙厂", "✓ 达到", 91], ["丁厂", "✓ 达到", 92]];
const CHARTS = [{ kind: "bar", title: "得分", categories: 0, values: [2] }] as const;
const WANTED = [results(FOUR, { charts: CHARTS }), results(TWO, { name: "评分_新", charts: CHARTS })];

const opened: Connected[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A WPS that counts what it is asked for, and refuses what it is told to. */
class Breaking {
  asked = 0;
  readonly used = new Set<string>();
  refuses: (asked: number, use: string) => boolean = () => false;
  readonly trace: Trace = (member: string, use: Use): void => {
    this.asked += 1;
    this.used.add(`${member} ${use}`);
    if (this.refuses(this.asked, `${member} ${use}`)) throw new Error(`自动化错误 ${member}`);
  };
  /** From now on, counted from 1. */
  begin(refuses: Breaking["refuses"]): void {
    this.asked = 0;
    this.used.clear();
    this.refuses = refuses;
  }
  mend(): void {
    this.refuses = () => false;
  }
}

interface Opened {
  readonly connection: Connected;
  readonly host: ExcelHost;
  readonly breaking: Breaking;
}

/** A workbook with results of an earlier run. */
async function open(): Promise<Opened> {
  const breaking = new Breaking();
  const connection = await connectedInWps(LIST, undefined, { trace: breaking.trace });
  opened.push(connection);
  await connection.host.writeResults([results(TWO, { charts: CHARTS })]);
  return { connection, host: connection.host, breaking };
}

/** Everything in the workbook. A part that is put back is another part of the same content. */
function asItIs(connection: Connected): object {
  const { settings, ...others } = saved(connection);
  return { ...others, settings: Object.values(settings) };
}

/** What a piece of work is told by a failing WPS; null where it was done. */
async function said(work: Promise<unknown>): Promise<ExcelTrouble | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ExcelTrouble) return error;
      throw error;
    },
  );
}

function expectQuoted({ kind, text }: ExcelTrouble): void {
  expect(kind).toBe("unexpected");
  expect(text.zh).toMatch(/没有完成：WPS 没能完成这一步（自动化错误 .+）。请再试一次/);
  expect(text.en).toMatch(/^Not finished .+: WPS could not finish this step \(自动化错误 .+\)\. Please try again/);
}

/**
 * Does the work again and again, each time with a WPS that refuses one call more. What is refused while the screen is turned on again, or
 * while tidying up behind what is done, is tried again, and nobody is told that it was not done.
 * @returns how often the work was refused
 */
async function refusedEverywhere(work: (host: ExcelHost) => Promise<unknown>): Promise<number> {
  let one = await open();
  let before = asItIs(one.connection);
  const whole = await open();
  await work(whole.host);
  const sheets = saved(whole.connection).sheets.map(({ name }) => name);
  let refused = 0;
  for (let at = 1; ; at++) {
    const { connection, host, breaking } = one;
    breaking.begin((asked) => asked === at);
    const trouble = await said(work(host));
    breaking.mend();
    if (trouble !== null) {
      refused += 1;
      expectQuoted(trouble);
      expect({ at, book: asItIs(connection) }).toEqual({ at, book: before });
      continue;
    }
    expect([at, saved(connection).sheets.map(({ name }) => name)]).toEqual([at, sheets]);
    if (breaking.asked < at) return refused;
    connection.close();
    one = await open();
    before = asItIs(one.connection);
  }
}

test("wherever WPS throws once while results are written, the workbook is as it was", async () => {
  expect(await refusedEverywhere((host) => host.writeResults(WANTED))).toBeGreaterThan(550);
});

const WORKS: readonly (readonly [string, (host: ExcelHost) => Promise<unknown>])[] = [
  ["a sheet is added", (host) => host.addSheet("示例", [["甲"], ["乙"]])],
  ["a setting is kept", (host) => host.saveSetting("mapping", { a: 1 })],
  ["a setting is changed", (host) => host.changeSetting("mapping", () => 2)],
  [
    "names are set",
    (host) =>
      host.sharing.setNames(
        [
          { name: "甲", formula: "=1" },
          { name: "乙", formula: "=2" },
        ],
        [],
      ),
  ],
  [
    "sheets are copied",
    (host) =>
      host.sharing.copySheets([
        { sheet: "名单", name: "副本" },
        { sheet: "评分_结果", name: "副本2" },
      ]),
  ],
  [
    "notes are written",
    (host) =>
      host.sharing.addNotes([
        { sheet: "名单", row: 0, column: 0, text: "一" },
        { sheet: "名单", row: 1, column: 0, text: "二" },
      ]),
  ],
  [
    "cells are exchanged",
    (host) =>
      host.sharing.change(
        [1, 0].map((row) => ({
          sheet: "名单",
          range: { top: row, left: 0, bottom: row, right: 0 },
          to: { kind: "values", rows: [["新"]] },
          back: { kind: "values", rows: [[row === 0 ? "企业名称" : "甲厂"]] },
        })),
        {},
      ),
  ],
];

test.each(WORKS)("wherever WPS throws once while %s, the workbook is as it was", async (_name, work) => {
  expect(await refusedEverywhere(work)).toBeGreaterThan(3);
});

/** What undoing needs itself: to take away what was made, and to bring back what was in view. */
const UNDOING = [
  "Worksheet.Activate",
  "Worksheet.Delete",
  "Worksheet.Visible",
  "ChartObject.Delete",
  "CustomXMLPart.Delete",
];

test("a WPS that refuses one member for good is named with it, and leaves no half a result", async () => {
  const counted = await open();
  counted.breaking.begin(() => false);
  await counted.host.writeResults(WANTED);
  const members = [...counted.breaking.used];
  expect(members.length).toBeGreaterThan(80);
  const told: unknown[] = [];
  let [one, before] = [await open(), {}];
  before = asItIs(one.connection);
  for (const member of members) {
    const { connection, host, breaking } = one;
    breaking.begin((_asked, use) => use === member);
    const trouble = await said(host.writeResults(WANTED));
    breaking.mend();
    const after = asItIs(connection);
    const isSame = JSON.stringify(after) === JSON.stringify(before);
    const isWhole =
      saved(connection)
        .sheets.map(({ name }) => name)
        .join() === "名单,评分_结果,评分_新";
    const undoing = UNDOING.includes(member.split(" ")[0] ?? "");
    if (!undoing && (trouble === null ? !isWhole : !isSame)) told.push({ member, said: trouble?.text.zh });
    if (isSame) continue;
    // What was left behind goes with the next run.
    await host.writeResults(WANTED);
    expect([member, saved(connection).sheets.map(({ name }) => name)]).toEqual([
      member,
      ["名单", "评分_结果", "评分_新"],
    ]);
    connection.close();
    one = await open();
    before = asItIs(one.connection);
  }
  expect(told).toEqual([]);
});

test("where WPS has no print setup, the results are there and say so", async () => {
  const { connection, host, breaking } = await open();
  breaking.begin((_asked, use) => use.startsWith("PageSetup."));
  const written = await host.writeResults(WANTED);
  breaking.mend();
  // The one in place of the earlier results keeps how that was set up.
  expect(written.map(({ note }) => note?.zh)).toEqual([
    undefined,
    expect.stringContaining("“评分_新”没能按 A4 设置打印"),
  ]);
  expect(written[1]?.note?.en).toContain('"评分_新" could not be set up for printing on A4: WPS refused');
  expect(saved(connection).sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果", "评分_新"]);
});

test("a workbook that is closed meanwhile is said to be closed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 600 }), async (at) => {
      const { host, breaking } = await open();
      breaking.begin((asked) => asked >= at);
      const { kind, text } = await troubleOf(host.writeResults(WANTED));
      expect([kind, text.zh]).toEqual(["unreachable", expect.stringContaining("工作簿已经关闭，或者 WPS 已经退出。")]);
      expect(text.en).toContain(
        "the workbook was closed, or WPS has quit. Please open the workbook and the pane again.",
      );
    }),
    { numRuns: 20 },
  );
});

describe("somebody does something while results are being built", () => {
  /** Done once, after the first rows. */
  async function during(
    act: (one: Opened) => void,
  ): Promise<Opened & { readonly told: ExcelTrouble | null; readonly before: object }> {
    const one = await open();
    const before = asItIs(one.connection);
    let acted = false;
    const progress = (): void => {
      if (!acted) act(one);
      acted = true;
    };
    return { ...one, before, told: await said(one.host.writeResults(WANTED, { progress })) };
  }
  const names = ({ connection }: Opened): string[] => saved(connection).sheets.map(({ name }) => name);

  test("a name taken meanwhile is left to its owner", async () => {
    const done = await during(({ connection }) => void addSheet(connection.book, "评分_新"));
    expect([done.told, names(done)]).toEqual([null, ["名单", "评分_结果", "评分_新", "评分_新 (2)"]]);
    expect(valuesOf(sheetOf(saved(done.connection), "评分_新"))).toEqual([]);
  });

  test("where the earlier results are deleted meanwhile, the new ones get a sheet of their own", async () => {
    const done = await during(({ connection }) => {
      const earlier = connection.book.sheetNamed("评分_结果");
      if (earlier) void deleteSheet(connection.book, earlier);
    });
    expect([done.told, names(done)]).toEqual([null, ["名单", "评分_结果", "评分_新"]]);
    expect(valuesOf(sheetOf(saved(done.connection), "评分_结果"))[3]?.[0]).toBe("甲厂");
  });

  test("where a hidden draft is deleted meanwhile, nothing is written, and it is said", async () => {
    const done = await during(({ connection }) => {
      const draft = connection.book.sheets.find(({ name }) => name.includes("未写完"));
      if (draft) void deleteSheet(connection.book, draft);
    });
    expect(done.told?.text.zh).toContain("写结果表没有完成");
    expect(done.told?.text.en).toContain("Not finished writing the results");
    expect(asItIs(done.connection)).toEqual(done.before);
  });
});
