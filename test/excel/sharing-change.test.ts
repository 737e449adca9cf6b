import { loadKnowledge } from "../../src/commands/read-seeds";
import type { CellChange, CellContent } from "../../src/excel/sharing-host";
import type { Cell, CellRange } from "../../src/words/grid";
import { connected, saved, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { LIST, MEETS, withFormulas } from "./sharing-book";

const knowledge = loadKnowledge();
let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(...args: Parameters<typeof connected>): Promise<Connected> {
  now = await connected(...args);
  return now;
}

/** The workbook as it would be saved once everything is worked out. */
async function asSaved(): Promise<ReturnType<typeof saved>> {
  if (!now) throw new Error("nothing is open");
  await now.book.link.calculation.settle();
  return saved(now);
}

const cell = (row: number, column: number): CellRange => ({ top: row, left: column, bottom: row, right: column });
const block = (top: number, left: number, bottom: number, right: number): CellRange => ({ top, left, bottom, right });
const values = (...rows: Cell[][]): CellContent => ({ kind: "values", rows });
const formula = (text: string): CellContent => ({ kind: "formula", formula: text });

/** What stands in a block, as it would be saved: the formula, or the value. */
function shown({ top, left, bottom, right }: CellRange, name = "名单"): unknown[][] {
  const cells = now ? (saved(now).sheets.find((one) => one.name === name)?.cells ?? []) : [];
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => {
      const there = cells[top + down]?.[left + across];
      return there?.formula ?? there?.value ?? null;
    }),
  );
}

const many = Array.from({ length: 4000 }, (_, row) => row);

test("20,000 formulas down columns are entered in a handful of requests, and values in one", async () => {
  const { host, session } = await open(book([sheet("名单", [["甲"]])]));
  const changes = many.flatMap((row) =>
    [1, 2, 4, 5, 7].map((column): CellChange => ({
      sheet: "名单",
      range: cell(row, column),
      to: formula(`=A${row + 1}`),
      back: values([null]),
    })),
  );
  let before = session.traffic.requests;
  const seen: [number, number][] = [];
  await host.sharing.change(changes, { progress: (done, total) => seen.push([done, total]) });
  expect(session.traffic.requests - before).toBeLessThanOrEqual(8);
  expect(seen.at(-1)).toEqual([20_000, 20_000]);
  expect(shown(block(3999, 0, 3999, 7))).toEqual([
    [null, "=A4000", "=A4000", null, "=A4000", "=A4000", null, "=A4000"],
  ]);
  before = session.traffic.requests;
  await host.sharing.change(
    changes.map(({ range, sheet: on, to, back }) => ({ sheet: on, range, to: back, back: to })),
  );
  expect(session.traffic.requests - before).toBeLessThanOrEqual(3);
  expect(shown(block(3999, 0, 3999, 7)).flat()).toEqual(Array.from({ length: 8 }, () => null));
});

/** Values for a spill on the first sheet, then a formula on each of two. */
function mixed(): { file: Parameters<typeof connected>[0]; changes: CellChange[] } {
  const file = book([
    withFormulas("名单", LIST, [
      { row: 0, column: 5, formula: MEETS },
      { row: 5, column: 0, formula: "=1+1" },
    ]),
    withFormulas("第二张", LIST, [{ row: 0, column: 5, formula: "=2+2" }]),
  ]);
  const changes: CellChange[] = [
    { sheet: "名单", range: block(0, 5, 2, 5), to: values(["甲"], ["乙"], ["丙"]), back: formula(MEETS) },
    { sheet: "第二张", range: cell(0, 5), to: values([4]), back: formula("=2+2") },
    { sheet: "名单", range: cell(5, 0), to: formula("=3+3"), back: formula("=1+1") },
  ];
  return { file, changes };
}

test("cancelled in the middle, everything is as it was", async () => {
  const { file, changes } = mixed();
  const { host, between } = await open(file, knowledge);
  const before = await asSaved();
  const stop = new AbortController();
  let wrote = false;
  between.act = () => {
    wrote ||= shown(cell(0, 5)).flat()[0] === "甲";
    if (wrote) stop.abort();
  };
  const cancelling = host.sharing.change(changes, {
    signal: stop.signal,
    progress: () => {
      stop.abort();
    },
  });
  expect((await troubleOf(cancelling)).kind).toBe("cancelled");
  expect(wrote).toBe(true);
  expect(await asSaved()).toEqual(before);
});

test("refused in the middle by a second sheet, the first is as it was", async () => {
  const { file, changes } = mixed();
  const { host, between, book: workbook } = await open(file, knowledge);
  const before = await asSaved();
  let requests = 0;
  between.act = () => {
    requests += 1;
    // After the look at what is protected, before anything is written.
    if (requests === 2) workbook.sheetNamed("第二张")?.extras.set("protected", true);
  };
  const trouble = await troubleOf(host.sharing.change(changes));
  expect(trouble.kind).toBe("protected");
  workbook.sheetNamed("第二张")?.extras.set("protected", false);
  expect(await asSaved()).toEqual(before);
});

test("a formula that fails after values were written takes them back", async () => {
  const { file, changes } = mixed();
  const { host, between, book: workbook } = await open(file, knowledge);
  const before = await asSaved();
  let failed = false;
  between.act = () => {
    // Somebody protects the sheet that the formula is meant for once the values are there, and unprotects it at the next request.
    const written = shown(cell(0, 5), "第二张").flat()[0] === 4;
    workbook.sheetNamed("名单")?.extras.set("protected", written && !failed);
    failed ||= written;
  };
  expect((await troubleOf(host.sharing.change(changes))).kind).toBe("protected");
  expect(failed).toBe(true);
  expect(await asSaved()).toEqual(before);
});

test("locked cells are found before anything is written, and named", async () => {
  const { file, changes } = mixed();
  const { host, session, book: workbook } = await open(file, knowledge);
  const before = await asSaved();
  workbook.sheetNamed("第二张")?.extras.set("protected", true);
  const requests = session.traffic.requests;
  const { kind, text } = await troubleOf(host.sharing.change(changes));
  expect(kind).toBe("protected");
  expect(text.zh).toContain("“第二张”受保护，F1 改不了");
  expect(text.en).toContain('"第二张" is protected, so F1');
  expect(session.traffic.requests - requests).toBe(2);
  workbook.sheetNamed("第二张")?.extras.set("protected", false);
  expect(await asSaved()).toEqual(before);
});
