import * as fc from "fast-check";
import { asSheetNumber } from "../../../src/engine/facts";
import type { Text } from "../../../src/words/text";
import { columnIndex, type Cell, type Grid } from "../../../src/words/grid";
import { readSheet, type SheetReading } from "../../../src/sheet/reading/read-sheet";
import { smallVocabulary } from "./small-vocabulary";

const asOf = "2026-11-21";

function gridOf(rows: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid {
  return { sheet: "表", rows, merges: [], hiddenRows: new Set(), ...more };
}

function reading(rows: readonly (readonly Cell[])[]): SheetReading {
  const result = readSheet(gridOf(rows), smallVocabulary, { asOf });
  if (result.kind === "failure") throw new Error(result.message.zh);
  return result;
}

/** Amounts people type: up to ten digits before the point, up to four behind it. */
const amounts = fc
  .tuple(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => ({ text: (digits / 10 ** decimals).toFixed(decimals), value: digits / 10 ** decimals }));

const fullWidth = (text: string): string =>
  text.replace(/[0-9.,-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const commas = (text: string): string =>
  text.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));
const unsigned = (text: string): string => text.replace(/^-/, "");
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["with commas", commas],
  ["full-width", (text) => fullWidth(commas(text))],
  ["between blanks", (text) => ` ${text}\u3000`],
  ["with its unit", (text) => `${text}万元`],
  ["with commas and unit", (text) => `${commas(text)} 万元`],
  ["with a unit in brackets", (text) => `${text}（万元）`],
  ["with a currency sign", (text) => `¥${text}`],
  ["with a long minus", (text) => text.replace("-", "−")],
  ["with the word for minus", (text) => text.replace("-", "负")],
  ["negative in brackets", (text) => (text.startsWith("-") ? `（${commas(unsigned(text))}）` : text)],
  ["with the minus behind", (text) => (text.startsWith("-") ? `${unsigned(text)}-` : text)],
];

test.each(forms)("Any amount written %s reads back as the same number.", (_, form) => {
  fc.assert(
    fc.property(amounts, ({ text, value }) => {
      const [read] =
        reading([
          ["企业名称", "净利润（万元）"],
          ["甲公司", form(text)],
        ]).facts.column("net_profit") ?? [];
      expect(read).toBe(asSheetNumber(value) + 0);
    }),
  );
});

test("An amount is the same in whatever unit it is written.", () => {
  const units = fc.constantFrom(
    { heading: "净利润（元）", times: 10_000 },
    { heading: "净利润（千元）", times: 10 },
    { heading: "净利润（百万元）", times: 0.01 },
    { heading: "净利润（亿元）", times: 0.0001 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), units, (value, { heading, times }) => {
      // Written with twelve digits, as a sheet would show it.
      const written = Number((value * times).toPrecision(12));
      const [read] =
        reading([
          ["企业名称", heading],
          ["甲公司", written],
        ]).facts.column("net_profit") ?? [];
      expect(read).toBe(value);
    }),
  );
});

test("Percentages read alike as 5.2% and as 5.2 under （%）.", () => {
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 10_000 }), (hundredths) => {
      const text = (hundredths / 100).toFixed(2);
      const rows = [
        ["企业名称", "国内市场占有率（%）"],
        ["甲", Number(text)],
        ["乙", text],
        ["丙", `${text}%`],
      ];
      const share = asSheetNumber(hundredths / 10_000);
      expect([...(reading(rows).facts.column("niche_share_cn") ?? [])]).toEqual([share, share, share]);
    }),
  );
});

const words = [
  "企业名称",
  "营业收入",
  "2025年营业收入（万元）",
  "2024年",
  "研发费用（元）",
  "从业人员",
  "主营业务收入占比（%）",
  "资产负债率",
  "成立日期",
  "高新技术企业证书有效期至",
  "研发机构级别",
  "行业代码",
  "国内排名",
  "近两年新增股权融资",
  "统一社会信用代码",
  "单位：万元",
  "合计",
  "注：",
  "是",
  "否",
  "无",
  "—",
  "不适用",
  "约500",
  "1,200万元",
  "1.2亿",
  "5.2%",
  "（500）",
  "#N/A",
  "=A1",
  "2024-05-01",
  "第3名",
  "省级",
  "C35",
  "__proto__",
  "constructor",
  "(((",
  ")",
  "（",
  "t-1",
  "年",
  "%",
  "一",
  "𠮷",
  "\u0000",
  "\ud800",
];
const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((pair) => pair.join("")) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 3, arbitrary: fc.double() },
  { weight: 3, arbitrary: fc.integer({ min: -10, max: 100_000 }) },
  fc.boolean(),
  { weight: 3, arbitrary: fc.constant(null) },
  fc.constantFrom("#N/A", "#REF!", "").map((error) => ({ error })),
);
const ranges = fc.record({
  top: fc.integer({ min: -1, max: 12 }),
  left: fc.integer({ min: -1, max: 9 }),
  bottom: fc.integer({ min: -1, max: 12 }),
  right: fc.integer({ min: -1, max: 9 }),
});
const grids: fc.Arbitrary<Grid> = fc.record({
  sheet: fc.string(),
  rows: fc.array(fc.array(cells, { maxLength: 8 }), { maxLength: 10 }),
  merges: fc.array(ranges, { maxLength: 4 }),
  hiddenRows: fc.array(fc.nat(12)).map((rows) => new Set(rows)),
});

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !(value instanceof Set))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function isSaid({ zh, en }: Text): boolean {
  return zh !== "" && en !== "" && !/undefined|NaN|\[object/.test(zh + en);
}

test("Reading never throws and never changes the grid, whatever it holds.", () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const before = structuredClone(grid.rows);
      const result = readSheet(frozen(grid), smallVocabulary, { asOf });
      expect(grid.rows).toEqual(before);
      expect(result.sheet).toBe(grid.sheet);
    }),
    { numRuns: 400 },
  );
});

test("Whatever is read holds together: one value a row, unreadable cells are unknown, every message is said in both languages.", () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const result = readSheet(grid, smallVocabulary, { asOf });
      if (result.kind === "failure") {
        expect(isSaid(result.message)).toBe(true);
        return;
      }
      const { rowNumbers, facts, columns } = result;
      expect(rowNumbers.length).toBe(facts.count);
      expect(rowNumbers).toEqual([...new Set(rowNumbers)].sort((one, other) => one - other));
      expect(result.names.length).toBe(facts.count);
      expect(result.creditCodes.length).toBe(facts.count);
      const read = columns.filter(({ use }) => use === "read");
      // Industries and dates of a title may stand in several columns, which are read together.
      const isShared = (field: string | null): boolean =>
        ["industry", "validity"].includes(smallVocabulary.fields.get(field ?? "")?.type ?? "");
      const used = read.filter(({ field }) => !isShared(field)).map(({ field, back }) => `${field ?? ""} ${back}`);
      expect(new Set(used).size).toBe(used.length);
      for (const { field, back } of read) {
        const own = read.filter((one) => one.field === field && one.back === back).map(({ column }) => column);
        const key = back === 0 ? (field ?? "") : `${field ?? ""}[t-${back}]`;
        const values = facts.column(key);
        if (values === undefined) continue;
        expect(values.length).toBe(facts.count);
        const { min = NaN, max = NaN } = smallVocabulary.fields.get(field ?? "") ?? {};
        values.forEach((value, row) => {
          expect(Number.isNaN(value) || (value >= min && value <= max)).toBe(true);
          const cell = result.cellOf(row, key) ?? "";
          expect(own).toContain(columnIndex(cell.replace(/\d+/, "")));
          const unreadable = result.unreadable.some((one) => one.cell === cell);
          const partOf = smallVocabulary.fields.get(field ?? "")?.partOf;
          if (unreadable && partOf === null) expect(value).toBeNaN();
        });
      }
      const said = [...result.assumptions, ...result.warnings].map(({ message }) => message);
      expect(
        [...said, ...result.unreadable.map(({ reason }) => reason)].every((text) => text.zh !== "" && text.en !== ""),
      ).toBe(true);
    }),
    { numRuns: 200 },
  );
});
