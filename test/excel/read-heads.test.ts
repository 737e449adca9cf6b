/** The first rows of many sheets at once, over Microsoft's client and the workbench's book. */
import type { Cell } from "../../src/words/grid";
import { connected, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";

let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

test("several sheets come with their cells, number formats and merged cells; one that has gone is left out", async () => {
  const rows: Cell[][] = [
    ["企业名称", "研发占比"],
    ["甲公司", 0.052],
    ["乙公司", null],
  ];
  const shares = {
    ...sheet("占比", []),
    cells: [
      [{ value: "企业名称" }, { value: "占比" }],
      [{ value: "甲公司" }, { value: 0.052, style: 0 }],
    ],
    merges: [{ top: 0, left: 2, bottom: 0, right: 3 }],
  };
  now = await connected(book([sheet("名单", rows), shares], { styles: [{ numberFormat: "0.0%" }] }));
  const idOf = (name: string): string => now?.book.sheetNamed(name)?.id ?? "";
  const heads = await now.host.readHeads([
    { sheet: idOf("名单"), range: { top: 0, left: 0, bottom: 1, right: 1 } },
    { sheet: "nowhere", range: { top: 0, left: 0, bottom: 1, right: 1 } },
    { sheet: idOf("占比"), range: { top: 0, left: 0, bottom: 1, right: 3 } },
  ]);
  expect(heads.map((head) => head.sheet)).toEqual([idOf("名单"), idOf("占比")]);
  expect(heads[0]?.block).toMatchObject({ top: 0, left: 0, rows: rows.slice(0, 2) });
  expect(heads[1]?.block.numberFormats[1]?.[1]).toBe("0.0%");
  expect(heads[1]?.merges).toEqual([{ top: 0, left: 2, bottom: 0, right: 3 }]);
});

test("more cells than one answer holds are asked for in several, every sheet once and in order", async () => {
  const wide = Array.from({ length: 100 }, (_, row): Cell[] =>
    Array.from({ length: 150 }, (__, column) => `${row}·${column}`),
  );
  const names = ["一", "二", "三", "四"];
  now = await connected(book(names.map((name) => sheet(name, wide))));
  const range = { top: 0, left: 0, bottom: 99, right: 149 };
  const before = now.session.traffic.requests;
  const ids = names.map((name) => now?.book.sheetNamed(name)?.id ?? "");
  const heads = await now.host.readHeads(ids.map((id) => ({ sheet: id, range })));
  expect(heads.map(({ sheet: id }) => id)).toEqual(ids);
  expect(heads.every(({ block }) => block.rows.length === 100 && block.rows[99]?.[149] === "99·149")).toBe(true);
  expect(now.session.traffic.requests - before).toBeLessThan(8);
});
