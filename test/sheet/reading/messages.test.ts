/** What the reader says, word for word where the wording carries the place, the fault and the way out. */
import type { Cell } from "../../../src/words/grid";
import { readSheet, type SheetReading } from "../../../src/sheet/reading/read-sheet";
import { smallVocabulary } from "./small-vocabulary";

function reading(...rows: Cell[][]): SheetReading {
  const grid = { sheet: "名单", rows, merges: [], hiddenRows: new Set<number>() };
  const result = readSheet(grid, smallVocabulary, { asOf: "2026-11-21" });
  if (result.kind === "failure") throw new Error(result.message.zh);
  return result;
}

test("An unreadable cell is said with its row, its heading, what it says and what to do.", () => {
  const [first] = reading(["企业名称", "研发费用"], ["甲", 1], ["乙", "约500"]).unreadable;
  expect(first).toEqual({
    cell: "B3",
    text: "约500",
    reason: {
      zh: "第 3 行“研发费用”写的是“约500”，是个大概数，没法当数字用。请改成数字，或留空按待补数据处理。",
      en: 'Row 3, 研发费用: "约500" is approximate and cannot be used as a number. Write a number, or leave it blank to count as data to come.',
    },
  });
});

test("A long text is cut short in the message and kept whole beside it.", () => {
  const long = "数据保密不便提供如有需要请与本公司财务部联系获取谢谢配合";
  const [first] = reading(["企业名称", "研发费用"], ["甲", long]).unreadable;
  expect(first?.text).toBe(long);
  expect(first?.reason.zh).toContain(`“${long.slice(0, 24)}…”`);
});

test("A code stored as a number is said with its own row.", () => {
  const [first] = reading(["企业名称", "统一社会信用代码"], ["甲", 9.14403001922e17]).unreadable;
  expect(first?.reason.zh).toMatch(/^第 2 行“统一社会信用代码”写的是“9144/);
});

test("A word outside the choices is answered with the choices.", () => {
  const [first] = reading(["企业名称", "数字化水平"], ["甲", "很高"]).unreadable;
  expect(first?.reason.zh).toContain("请从“一级”、“二级”、“三级”里选一个");
  expect(first?.reason.en).toContain('Write one of "level 1", "level 2", "level 3"');
});

test("Many places are counted and the first few named.", () => {
  const rows = Array.from({ length: 8 }, (_, at): Cell[] => [`企业${at}`, "无"]);
  const note = reading(["企业名称", "近两年新增股权融资（万元）"], ...rows).assumptions.find(
    ({ id }) => id === "none-as-zero",
  );
  expect(note?.message.zh).toContain("8 格（B2、B3、B4、B5、B6 等 8 处）");
  expect(note?.message.en).toContain("(B2, B3, B4, B5, B6 and 3 more)");
});

test("A unit that cannot be right is said with the number that gives it away and the likely unit.", () => {
  const { warnings } = reading(["企业名称", "营业收入", "从业人员"], ["甲", 120_000_000, 100], ["乙", 80_000_000, 80]);
  expect(warnings.map(({ message }) => message.zh)).toEqual([
    "“营业收入”（B1）按万元算的话，人均营业收入的中位数是 1,100,000 万元，单位像是元。眼下认作“营业收入”2025年，万元，确认之前按待补数据处理。请在对应关系里确认这一列，或改成对的项目、年份和单位。",
  ]);
});

test("A year that is older than expected is said with both years.", () => {
  const { assumptions } = reading(["企业名称", "2024年营业收入（万元）"], ["甲", 1]);
  expect(assumptions.map(({ message }) => message.zh)).toEqual([
    "表里最新的是 2024 年，“上年度”按 2024 年算；按评价日期应当是 2025 年。有 2025 年数据请补上。",
  ]);
});

test("Rows that share a credit code are named with the code.", () => {
  const code = "91350100M000100Y43";
  const { warnings } = reading(["企业名称", "统一社会信用代码"], ["甲", code], ["乙", null], ["丙", code]);
  expect(warnings.map(({ message }) => message.zh)).toEqual([
    `第 2、4 行的统一社会信用代码都是 ${code}，像是同一家，每行都照样评分。请核对留哪一行。`,
  ]);
});
