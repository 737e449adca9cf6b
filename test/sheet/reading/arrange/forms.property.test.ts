/** Whatever the layout of a form, it gives what a list with the same values gives; and no list is ever taken for a form. */
import * as fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../../../src/commands/read-workbook";
import { arrangeForms } from "../../../../src/sheet/reading/arrange/forms/forms";
import { cellText, type Cell, type CellRange, type Grid } from "../../../../src/words/grid";
import { headingIndexOf } from "../../../../src/sheet/reading/heading-index";
import { readBook } from "../../../../src/sheet/reading/read-book";
import type { SheetReading } from "../../../../src/sheet/reading/read-sheet";
import { factsOf, fieldCases, sheetsOf, type Shown } from "../../../commands/field-case";
import { theRelease } from "../../../release";
import { gridOf, sheetCases } from "../sheet-case";

const asOf = "2026-11-21";
const known = (): Parameters<typeof arrangeForms>[1] => {
  const { vocabulary } = theRelease();
  return { vocabulary, index: headingIndexOf(vocabulary, "enterprise"), of: "enterprise", expectedYear: 2025 };
};

function sheet(name: string, rows: readonly (readonly Cell[])[], merges: readonly CellRange[] = []): Grid {
  return { sheet: name, rows, merges, hiddenRows: new Set() };
}

/** One question: its label without year, its unit and the years it is asked for. */
interface Question {
  readonly label: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly answer: fc.Arbitrary<Cell>;
}

const amount = fc.integer({ min: 1, max: 90_000 });
const questions: readonly Question[] = [
  { label: "统一社会信用代码", unit: "", years: [], answer: fc.constantFrom("91370100MA3C0LRH5L", null) },
  { label: "成立日期", unit: "", years: [], answer: fc.constantFrom("2012-05-06", "2018年3月1日") },
  { label: "主导产品", unit: "", years: [], answer: fc.constantFrom("甲泵", "高压阀门", null) },
  { label: "从业人员", unit: "人", years: [], answer: fc.oneof(amount, fc.constant(null)) },
  { label: "研发人员", unit: "人", years: [], answer: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant(null)) },
  { label: "Ⅰ类知识产权", unit: "项", years: [], answer: fc.integer({ min: 0, max: 30 }) },
  { label: "资产负债率", unit: "%", years: [], answer: fc.integer({ min: 2, max: 99 }) },
  { label: "是否列入经营异常名录", unit: "", years: [], answer: fc.constantFrom("是", "否", null) },
  { label: "营业收入", unit: "万元", years: [2023, 2024, 2025], answer: amount },
  { label: "研发费用", unit: "万元", years: [2024, 2025], answer: fc.oneof(amount, fc.constant(null)) },
  { label: "资产总额", unit: "万元", years: [2024, 2025], answer: amount },
];

interface Firm {
  readonly name: string;
  /** By question and year. */
  readonly answers: readonly (readonly Cell[])[];
}

const firmNames = ["甲一精密有限公司", "乙二泵业股份有限公司", "丙三软件有限公司", "丁四厂"];
/** A form with fewer than three answers is refused: two amounts are always there. */
const always = questions.filter(({ label }) => label === "营业收入" || label === "资产总额");
const asked = fc
  .subarray(
    questions.filter((question) => !always.includes(question)),
    { minLength: 2 },
  )
  .chain((chosen) => fc.shuffledSubarray([...always, ...chosen], { minLength: chosen.length + always.length }));

function firmOf(chosen: readonly Question[], name: string): fc.Arbitrary<Firm> {
  const answers = chosen.map(({ years, answer }) =>
    fc.tuple(...(years.length === 0 ? [answer] : years.map(() => answer))),
  );
  return fc.tuple(...answers).map((given) => ({ name, answers: given }));
}

interface Chosen {
  readonly chosen: readonly Question[];
  readonly firms: readonly Firm[];
}

const caseOf = fc
  .tuple(asked, fc.integer({ min: 1, max: 3 }))
  .chain(([chosen, count]) =>
    fc
      .tuple(...firmNames.slice(0, count).map((name) => firmOf(chosen, name)))
      .map((firms): Chosen => ({ chosen, firms })),
  );

function withUnit({ label, unit }: Question): string {
  return unit === "" ? label : `${label}（${unit}）`;
}

/** The list that a form is compared with. */
function listOf(chosen: readonly Question[], firms: readonly Firm[]): Grid {
  const headings = chosen.flatMap((question) =>
    question.years.length === 0 ? [withUnit(question)] : question.years.map((year) => `${year}年${withUnit(question)}`),
  );
  return sheet("名单", [["企业名称", ...headings], ...firms.map(({ name, answers }) => [name, ...answers.flat()])]);
}

/** A way to lay out one enterprise, or several on one sheet. */
type Layout = (chosen: readonly Question[], firms: readonly Firm[], look: Look) => readonly Grid[];

interface Look {
  readonly pairs: number;
  readonly gap: number;
  readonly merged: boolean;
  readonly numbered: boolean;
  readonly sections: boolean;
  readonly unitColumn: boolean;
  readonly everyday: boolean;
  readonly newestFirst: boolean;
}

const looks: fc.Arbitrary<Look> = fc.record({
  pairs: fc.integer({ min: 1, max: 3 }),
  gap: fc.integer({ min: 0, max: 2 }),
  merged: fc.boolean(),
  numbered: fc.boolean(),
  sections: fc.boolean(),
  unitColumn: fc.boolean(),
  everyday: fc.boolean(),
  newestFirst: fc.boolean(),
});

/** Labels beside answers, and a block of years for what is asked by year. */
function beside(chosen: readonly Question[], firm: Firm, look: Look): Grid {
  const rows: Cell[][] = [["企业基本情况表"]];
  const merges: CellRange[] = [];
  let number = 0;
  const label = (text: string): string => (look.numbered ? `${++number}、${text}` : text);
  const lone: [string, Cell][] = [[label("企业名称"), firm.name]];
  chosen.forEach((question, at) => {
    if (question.years.length === 0) lone.push([label(withUnit(question)), firm.answers[at]?.[0] ?? null]);
  });
  if (look.everyday) lone.push(["法定代表人", "张三"], ["通讯地址", null], ["注册资本（万元）", 500]);
  if (look.sections) rows.push(["一、基本信息"]);
  const span = look.gap + 1;
  for (let at = 0; at < lone.length; at += look.pairs) {
    const row: Cell[] = [];
    for (const [text, answer] of lone.slice(at, at + look.pairs)) {
      if (look.merged && span > 1) {
        merges.push({ top: rows.length, bottom: rows.length, left: row.length, right: row.length + span - 1 });
        merges.push({
          top: rows.length,
          bottom: rows.length,
          left: row.length + span,
          right: row.length + 2 * span - 1,
        });
      }
      row.push(text, ...blanks(look.gap), answer, ...blanks(look.gap));
    }
    rows.push(row);
  }
  const yearly = chosen.flatMap((question, at) => (question.years.length > 0 ? [{ question, at }] : []));
  if (yearly.length > 0) {
    if (look.sections) rows.push(["二、经营情况"]);
    const years = look.newestFirst ? [2025, 2024, 2023] : [2023, 2024, 2025];
    rows.push(["经济指标", ...(look.unitColumn ? ["计量单位"] : []), ...years.map((year) => `${year}年`)]);
    for (const { question, at } of yearly) {
      const answers = years.map((year) => firm.answers[at]?.[question.years.indexOf(year)] ?? null);
      rows.push([
        look.unitColumn ? question.label : withUnit(question),
        ...(look.unitColumn ? [question.unit] : []),
        ...answers,
      ]);
    }
  }
  return sheet(firm.name, rows, merges);
}

function blanks(count: number): Cell[] {
  return new Array<Cell>(count).fill(null);
}

/** All labels and answers of an enterprise, years in the labels. */
function flat(chosen: readonly Question[], firm: Firm): readonly (readonly [string, Cell])[] {
  return [
    ["企业名称", firm.name],
    ...chosen.flatMap((question, at) =>
      (question.years.length === 0 ? [null] : question.years).map(
        (year, nth) =>
          [`${year === null ? "" : `${year}年`}${withUnit(question)}`, firm.answers[at]?.[nth] ?? null] as const,
      ),
    ),
  ];
}

const layouts: readonly (readonly [string, Layout])[] = [
  ["labels beside answers, years across", (chosen, firms, look) => firms.map((firm) => beside(chosen, firm, look))],
  [
    "indicators down, enterprises across",
    (chosen, firms, look) => {
      const lines = firms.map((firm) => flat(chosen, firm));
      const body = (lines[0] ?? []).map(([label], at) => [label, ...lines.map((line) => line[at]?.[1] ?? null)]);
      return firms.length < 2 ? firms.map((firm) => beside(chosen, firm, look)) : [sheet("对比", body)];
    },
  ],
  [
    "a head row 指标, 填写内容 and 备注",
    (chosen, firms) =>
      firms.map((firm) =>
        sheet(firm.name, [
          ["序号", "指标", "填写内容", "备注"],
          ...flat(chosen, firm).map(([label, answer], at): Cell[] => [
            at + 1,
            label,
            answer,
            at % 3 === 0 ? "见附件" : null,
          ]),
        ]),
      ),
  ],
  [
    "labels above answers",
    (chosen, firms) =>
      firms.map((firm) => {
        const all = flat(chosen, firm);
        const rows: Cell[][] = [];
        for (let at = 0; at < all.length; at += 3) {
          const some = all.slice(at, at + 3);
          rows.push(
            some.map(([label]) => label),
            some.map(([, answer]) => answer ?? "—"),
          );
        }
        return sheet(firm.name, rows);
      }),
  ],
  [
    "label and answer in one cell",
    (chosen, firms) =>
      firms.map((firm) =>
        sheet(
          firm.name,
          flat(chosen, firm).map(([label, answer]): Cell[] => [`${label}：${cellText(answer) || "____"}`]),
        ),
      ),
  ],
];

function told(grids: readonly Grid[]): { names: readonly string[]; facts: readonly Record<string, Shown>[] } {
  const reading = readBook(grids, theRelease().vocabulary, { asOf });
  if (reading.kind === "failure") throw new Error(reading.message.zh);
  return { names: reading.names, facts: reading.names.map((_, row) => factsOfRow(reading, row)) };
}

function factsOfRow(reading: SheetReading, row: number): Record<string, Shown> {
  const { product = "", ...facts } = factsOf(reading, row, theRelease().vocabulary, ["product"]);
  return { ...facts, product: product === "—" ? "" : product };
}

test.each(layouts)("A form with %s gives the facts of the list with the same values.", (_, layout) => {
  fc.assert(
    fc.property(caseOf, looks, ({ chosen, firms }, look) => {
      expect(told(layout(chosen, firms, look))).toEqual(told([listOf(chosen, firms)]));
    }),
    { numRuns: 40 },
  );
});

/** Cells of lists that sound like headings. */
const titles = fc.constantFrom("高新技术企业", "专精特新中小企业", "小巨人企业", "单项冠军", "无", "营业收入", "省级");

test("A list is never taken for a form, however few its columns and enterprises are.", () => {
  const extra = fc.constantFrom("资质荣誉", "备注", "联系人", "所在园区", "得分", "指标", "情况");
  fc.assert(
    fc.property(
      caseOf,
      fc.array(fc.tuple(extra, fc.array(titles, { minLength: 3, maxLength: 3 })), { maxLength: 3 }),
      fc.boolean(),
      ({ chosen, firms }, extras, titled) => {
        const list = listOf(chosen, firms);
        const rows = list.rows.map((row, at) => [
          ...row,
          ...extras.map(([heading, cells]) => (at === 0 ? heading : (cells[at - 1] ?? null))),
        ]);
        const grid = sheet("名单", titled ? [["企业名单"], ["单位：万元"], ...rows] : rows);
        expect(arrangeForms([grid], known())).toBeNull();
      },
    ),
    { numRuns: 100 },
  );
});

test("No sample workbook and no list of the other cases is taken for a form.", async () => {
  const samples = join(__dirname, "../../../../seeds/samples");
  for (const file of readdirSync(samples)) {
    const { grids } = await readWorkbook(join(samples, file));
    for (const grid of grids)
      expect([file, grid.sheet, arrangeForms([grid], known())]).toEqual([file, grid.sheet, null]);
  }
  for (const { title, given } of fieldCases()) {
    if (title.startsWith("forms")) continue;
    const { grids } = await sheetsOf(given);
    for (const grid of grids)
      expect([title, grid.sheet, arrangeForms([grid], known())]).toEqual([title, grid.sheet, null]);
  }
  for (const { cases } of sheetCases()) {
    for (const given of cases) {
      if (given.expect.says !== "转置")
        expect([given.name, arrangeForms([gridOf(given)], known())]).toEqual([given.name, null]);
    }
  }
});
