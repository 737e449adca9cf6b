import { loadKnowledge } from "../../src/commands/read-seeds";
import { Connection } from "../../src/excel/connection";

import { findSpills } from "../../src/excel/sharing/find-spills";
import { connected, troubleOf, type Connected } from "./connected";
import { book } from "./made-up-book";
import { isOurs, LIST, MEETS, withFormulas } from "./sharing-book";

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

test("an Excel that repeats a formula in the cells it spills into gives no more formulas", async () => {
  const { session } = await open(
    book([
      withFormulas("名单", LIST, [
        { row: 0, column: 5, formula: MEETS },
        { row: 3, column: 5, formula: MEETS },
        { row: 0, column: 6, formula: "=1+1" },
      ]),
    ]),
    knowledge,
  );
  const at = (row: number, column: number, formula: string) => ({ sheet: "名单", row, column, formula });
  const repeated = [0, 1, 2, 3, 4, 5].map((row) => at(row, 5, MEETS));
  const own = await new Connection(session).run({ zh: "", en: "" }, (steps) =>
    findSpills(steps, [...repeated, at(0, 6, "=1+1")]),
  );
  expect(own).toEqual([
    { ...at(0, 5, MEETS), spill: { top: 0, left: 5, bottom: 2, right: 5 } },
    { ...at(3, 5, MEETS), spill: { top: 3, left: 5, bottom: 5, right: 5 } },
    at(0, 6, "=1+1"),
  ]);
});

test("finds 20,000 formulas among other cells in a handful of requests, in order", async () => {
  const rows = Array.from({ length: 4000 }, (_, row) => [
    `企业${row}`,
    row,
    row * 2,
    null,
    null,
    null,
    null,
    null,
    "末",
  ]);
  const formulas = rows.flatMap((_, row) =>
    [3, 4, 5, 6, 7].map((column) => ({
      row,
      column,
      formula: `=ZJTX.TIER_MEETS($A$1:$C$1,A${row + 2}:C${row + 2},"小巨人")`,
      value: true,
    })),
  );
  const { host, session } = await open(book([withFormulas("名单", rows, formulas)]));
  const before = session.traffic.requests;
  const seen: [number, number][] = [];
  const [found] = await host.sharing.formulas(isOurs, { progress: (done, total) => seen.push([done, total]) });
  expect(session.traffic.requests - before).toBeLessThanOrEqual(12);
  expect(found?.cells).toHaveLength(20_000);
  expect(found?.cells.map(({ row, column }) => [row, column])).toEqual(
    formulas.map(({ row, column }) => [row, column]),
  );
  expect(found?.cells.every(({ value }) => value === true)).toBe(true);
  expect(seen.at(-1)).toEqual([20_000, 20_000]);
});

test("scattered formulas are read together", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [`企业${row}`]);
  const formulas = rows.flatMap((_, row) =>
    row % 2 === 0 ? [{ row, column: 3 + (row % 4), formula: "=ZJTX.SUBSIDY(4433,0.2,0.5)", value: 443.3 }] : [],
  );
  const { host, session } = await open(book([withFormulas("名单", rows, formulas)]));
  const before = session.traffic.requests;
  const [found] = await host.sharing.formulas(isOurs);
  expect(found?.cells).toHaveLength(2500);
  expect(session.traffic.requests - before).toBeLessThanOrEqual(8);
});

test("can be cancelled", async () => {
  const { host, between } = await open(book([withFormulas("名单", LIST, [{ row: 0, column: 5, formula: MEETS }])]));
  const stop = new AbortController();
  let requests = 0;
  between.act = () => {
    requests += 1;
    if (requests === 3) stop.abort();
  };
  expect((await troubleOf(host.sharing.formulas(isOurs, { signal: stop.signal }))).kind).toBe("cancelled");
  expect(requests).toBe(3);
});
