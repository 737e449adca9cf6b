import type { Cell } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { results, sheetOf, TWO } from "../host/made-up-results";
import { connected, saved, someoneWrites, troubleOf, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { connectExcel } from "../../src/excel/connect";
import { REAL_PACE } from "../../src/excel/pace";

const LIMIT = 5 * 1024 * 1024;

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(file: BookFile = book([sheet("名单", [["企业名称"], ["甲厂"]])])): Promise<Connected> {
  now = await connected(file);
  return now;
}

describe("all or nothing", () => {
  /** More than one request holds: few rows, each long. */
  const long = Array.from({ length: 600 }, (_, row): Cell[] => [`企业${row}`, "✓ 达到".repeat(1_200), row]);

  test("leaves the workbook as it was when cancelled in the middle", async () => {
    const connection = await open();
    await connection.host.writeResults([results(TWO)]);
    const before = saved(connection);
    const stop = new AbortController();
    const control = { signal: stop.signal, progress: (done: number) => done > 0 && stop.abort() };
    const trouble = await troubleOf(connection.host.writeResults([results(long)], control));
    expect(trouble.kind).toBe("cancelled");
    expect(saved(connection)).toEqual(before);
  });

  test("leaves the workbook as it was when the last step fails", async () => {
    const connection = await open();
    await connection.host.writeResults([results(TWO)]);
    const before = saved(connection);
    // The result's sheet is deleted between the last look at it and the exchange: then the exchange can't be done.
    const { between, book: workbook } = connection;
    const id = workbook.sheetNamed("评分_结果")?.id ?? "";
    await someoneWrites(connection, "名单", "B1", "新列");
    const changed = saved(connection);
    between.act = () => {
      if (!workbook.sheets.some(({ name }) => name.startsWith("评分_未写完"))) return;
      workbook.sheet(id)?.extras.set("protected", true);
      between.act = null;
    };
    const trouble = await troubleOf(connection.host.writeResults([results(long)]));
    expect(trouble.kind).toBe("protected");
    const after = saved(connection);
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect(sheetOf(after, "名单")).toEqual(sheetOf(changed, "名单"));
    expect(after.settings).toEqual(before.settings);
  });

  test("touches nothing where the earlier result is protected", async () => {
    const connection = await open();
    await connection.host.writeResults([results(TWO)]);
    connection.book.sheetNamed("评分_结果")?.extras.set("protected", true);
    const before = saved(connection);
    const trouble = await troubleOf(connection.host.writeResults([results(long)]));
    expect([trouble.kind, trouble.text.zh]).toEqual(["protected", expect.stringContaining("“评分_结果”受保护")]);
    expect(saved(connection)).toEqual(before);
  });

  test("says before anything is touched that a sheet can't hold so many rows", async () => {
    const connection = await open();
    const before = connection.session.traffic.requests;
    const rows = new Array<Cell[]>(1_048_576).fill(["甲", "", 1]);
    expect((await troubleOf(connection.host.writeResults([results(rows)]))).kind).toBe("too-large");
    expect(connection.session.traffic.requests).toBe(before);
  });

  const MINUTE = 60_000;
  const NOON = Date.UTC(2026, 10, 21, 12);

  /** A workbook in which somebody began to write results some minutes before noon, and the host of somebody else at noon. */
  async function begunBefore(minutes: number): Promise<Connected> {
    const entry = { owner: "somebody", at: NOON - minutes * MINUTE, sheets: ["评分_未写完 abc-1"] };
    const connection = await open(
      book([sheet("名单", [["甲"]]), sheet("评分_未写完 abc-1", [["半张表"]], { visibility: "hidden" })], {
        settings: { "zjtx.unfinished.abc": JSON.stringify(entry) },
      }),
    );
    return { ...connection, host: connectExcel(connection.session, { ...REAL_PACE, date: () => NOON }) };
  }

  test("clears away what a run left behind that was cut off more than an hour ago", async () => {
    const connection = await begunBefore(61);
    await connection.host.writeResults([results(TWO)]);
    const file = saved(connection);
    expect(file.sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果"]);
    expect(Object.keys(file.settings)).toEqual([expect.stringMatching(/^zjtx\.turn\.results\./), "zjtx.results"]);
  });

  test("leaves alone what somebody else began less than an hour ago", async () => {
    const connection = await begunBefore(59);
    await connection.host.writeResults([results(TWO)]);
    const file = saved(connection);
    expect(file.sheets.map(({ name }) => name)).toEqual(["名单", "评分_未写完 abc-1", "评分_结果"]);
    expect(Object.keys(file.settings)).toContain("zjtx.unfinished.abc");
  });

  test("clears away what its own cancelled run could not", async () => {
    const connection = await open();
    const stop = new AbortController();
    // Nothing is answered from the moment of cancelling until the run has ended.
    let refusing = false;
    connection.between.act = () => {
      if (refusing) throw new Error("the line is dead");
    };
    const progress = (done: number): void => {
      refusing = done > 0;
      stop.abort();
    };
    await expect(connection.host.writeResults([results(long)], { signal: stop.signal, progress })).rejects.toThrow();
    refusing = false;
    expect(saved(connection).sheets).toHaveLength(2);
    await connection.host.writeResults([results(TWO)]);
    expect(saved(connection).sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果"]);
  });
});

test("writes as much as 30,000 rows of results hold in few requests, each within the limit", async () => {
  // It is bytes that requests are cut by: fewer rows, each longer.
  const text = "研发费用占营业收入比重 2.1% → 3%；".repeat(15);
  const rows = Array.from({ length: 5_000 }, (_, row): Cell[] => [
    `山东第${row}号精密机械有限公司`,
    "✗ 未达到",
    row,
    text.repeat(3),
    text,
    ...Array.from({ length: 15 }, () => "? 待补数据"),
  ]);
  const columns = [
    ...results([]).columns,
    ...Array.from({ length: 17 }, (_, index) => ({ heading: `列${index}`, width: 12, wrap: index < 2 })),
  ];
  const connection = await open();
  const before = connection.session.traffic;
  await connection.host.writeResults([results(rows, { columns })]);
  const { requests, bytesSent, largest } = connection.session.traffic;
  const bytes = bytesSent - before.bytesSent;
  if (process.env.SHOW_TRAFFIC) console.info({ requests: requests - before.requests, bytes, largest });
  expect(requests - before.requests).toBeLessThanOrEqual(bytes / 4e6 + 10);
  expect(largest).toBeLessThan(LIMIT);
});
