import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { readWorkbook } from "../../src/commands/read-workbook";
import { madeUpCreditCode } from "../../src/commands/samples/made-up-code";
import { sampleWorkbooks } from "../../src/commands/samples/sample-workbooks";
import { seededRandom } from "../../src/commands/samples/seeded-random";
import { isCreditCodeValid } from "../../src/sheet/reading/credit-code";
import { readSheet } from "../../src/sheet/reading/read-sheet";
import { SheetScoring } from "../../src/sheet/results/score-sheet";
import { theRelease } from "../release";
import { cellText, type Cell, type Grid } from "../../src/words/grid";

const folder = join(__dirname, "../../seeds/samples");

async function gridOf(file: string, sheet: string): Promise<Grid> {
  const [grid] = (await readWorkbook(join(folder, file), sheet)).grids;
  if (!grid) throw new Error(`no ${sheet}`);
  return grid;
}

/** The cells of a column under its heading in the first row. */
function column(grid: Grid, heading: string): Cell[] {
  const index = grid.rows[0]?.indexOf(heading) ?? -1;
  expect([heading, index >= 0]).toEqual([heading, true]);
  return grid.rows.slice(1).map((row) => row[index] ?? null);
}

test("the samples on disk are those that the code writes", async () => {
  for (const { file, bytes } of await sampleWorkbooks()) {
    // Part by part: how well a zip is packed differs between machines.
    const [kept, made] = [PackageParts.open(readFileSync(join(folder, file))), PackageParts.open(bytes)];
    expect([file, kept.names()]).toEqual([file, made.names()]);
    for (const name of made.names()) expect([file, name, kept.text(name)]).toEqual([file, name, made.text(name)]);
  }
});

describe("the clean list", () => {
  let grid: Grid;
  beforeAll(async () => {
    grid = await gridOf("山东示例企业.xlsx", "企业名单");
  });

  test("holds 300 enterprises, every one said to be made up in its name", () => {
    const names = column(grid, "企业名称");
    expect(names).toHaveLength(300);
    for (const name of names) expect(name).toMatch(/^示例\d{3}号.+（虚构）$/);
  });

  test("has codes whose check digits fit, that all differ and that can be nobody's", () => {
    const codes = column(grid, "统一社会信用代码").map(String);
    expect(new Set(codes).size).toBe(300);
    for (const code of codes) expect([code, isCreditCodeValid(code), code.slice(8, 10)]).toEqual([code, true, "XN"]);
  });

  test("stands in all 16 cities and all the fields of the cluster plan", () => {
    expect(new Set(column(grid, "所在市")).size).toBe(16);
    const fields =
      "动力装备 高端铝业 智能家电 生物医药 新一代信息技术 先进金属材料 化工新材料 新能源汽车 食品 新能源装备 智能制造装备 海工装备 轨道交通 现代轻纺 生态环保";
    expect(new Set(column(grid, "所属产业集群"))).toEqual(
      new Set(fields.split(" ").map((field) => `${field}产业集群`)),
    );
  });

  test("has no part larger than its whole", () => {
    const pairs = [
      ["2025年主营业务收入（万元）", "2025年营业收入（万元）"],
      ["2024年主营业务收入（万元）", "2024年营业收入（万元）"],
      ["2023年主营业务收入（万元）", "2023年营业收入（万元）"],
      ["2025年研发费用（万元）", "2025年营业收入（万元）"],
      ["2024年研发费用（万元）", "2024年营业收入（万元）"],
      ["2025年研发人员（人）", "2025年从业人员（人）"],
      ["2025年负债总额（万元）", "2025年资产总额（万元）"],
      ["Ⅰ类高价值知识产权（项）", "Ⅰ类知识产权（项）"],
      ["实际应用并产生效益的Ⅰ类知识产权（项）", "Ⅰ类知识产权（项）"],
    ] as const;
    for (const [part, whole] of pairs) {
      const wholes = column(grid, whole);
      for (const [index, value] of column(grid, part).entries()) {
        const limit = wholes[index];
        if (typeof value === "number" && typeof limit === "number")
          expect([part, index, value <= limit]).toEqual([part, index, true]);
      }
    }
  });

  test("leaves some cells of the deciding columns blank, and most filled", () => {
    for (const heading of [
      "2025年主营业务收入（万元）",
      "2024年研发费用（万元）",
      "专精特新发展评价得分",
      "全球排名",
    ]) {
      const filled = column(grid, heading).filter((cell) => cell !== null).length;
      expect(filled).toBeLessThan(300);
      if (heading !== "全球排名") expect(filled).toBeGreaterThan(270);
    }
  });
});

describe("judged on 21 November 2026, the clean list", () => {
  const LADDER = ["innovative", "tech-sme", "specialized", "little-giant", "champion-province", "champion-national"];
  const verdicts = new Map<string, number>();
  let warnings: readonly unknown[] = [];
  beforeAll(async () => {
    const { policy, vocabulary } = theRelease();
    const reading = readSheet(await gridOf("山东示例企业.xlsx", "企业名单"), vocabulary, { asOf: "2026-11-21" });
    if (reading.kind === "failure") throw new Error(reading.message.en);
    warnings = reading.warnings;
    const options = { asOf: "2026-11-21", purpose: "new" as const, assumeGeneral: true, plans: 0 };
    for (const { scores } of new SheetScoring(reading, policy, vocabulary, options).rows()) {
      for (const [tier, { status }] of scores.outcomes) {
        verdicts.set(`${tier} ${status}`, (verdicts.get(`${tier} ${status}`) ?? 0) + 1);
      }
    }
  });

  test.each(LADDER)("has enterprises that reach %s, that miss it, and that lack the cell that would decide", (tier) => {
    for (const verdict of ["met", "unmet", "unknown"]) {
      expect([verdict, (verdicts.get(`${tier} ${verdict}`) ?? 0) >= 3]).toEqual([verdict, true]);
    }
  });

  test("is read without a warning", () => {
    expect(warnings).toEqual([]);
  });
});

describe("the messy list", () => {
  let grid: Grid;
  beforeAll(async () => {
    grid = await gridOf("山东示例企业.xlsx", "杂乱企业名单");
  });

  test("has a merged title, a unit in the title rows and two heading rows with merged groups", () => {
    expect(grid.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 25 });
    expect(grid.merges).toContainEqual({ top: 2, left: 5, bottom: 2, right: 7 });
    expect(grid.merges).toContainEqual({ top: 2, left: 1, bottom: 3, right: 1 });
    expect(grid.rows[1]).toContain("单位：元");
    expect(grid.rows[2]?.slice(5, 9)).toEqual(["营业收入", null, null, "研发费用（万元）"]);
    expect(grid.rows[3]?.slice(5, 8)).toEqual(["2025年", "2024年", "2023年"]);
  });

  test("has everything that goes wrong in real lists at least once", () => {
    const cells = grid.rows.flat();
    const texts = cells.filter((cell) => typeof cell === "string");
    for (const word of ["是", "否", "√", "×", "有", "无", "—", "不适用", "待补", "小计", "合计", "约500"])
      expect([word, texts.includes(word)]).toEqual([word, true]);
    for (const shape of [
      /^\d{1,3}(,\d{3})+\.00$/,
      /^[０-９]+$/,
      /万元$/,
      /^\d{4}\.\d+\.\d+$/,
      /^\d{4}年\d+月$/,
      /^=示例/,
      /\n/,
      /^\u3000/,
    ]) {
      expect([String(shape), texts.some((text) => shape.test(text))]).toEqual([String(shape), true]);
    }
    const errors = cells.flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.error] : []));
    expect(new Set(errors)).toEqual(new Set(["#DIV/0!", "#N/A", "#公式未计算"]));
    expect(grid.hiddenRows.size).toBe(3);
    expect(grid.rows).toContainEqual([]);
  });

  test("has one enterprise twice, its code typed in another way", () => {
    const codes = grid.rows
      .map((row) => row[2])
      .filter((cell) => typeof cell === "string")
      .map((code) => code.replaceAll(" ", "").toUpperCase());
    const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(repeated).toHaveLength(1);
  });
});

describe("the enterprises of the newspaper report", () => {
  let grid: Grid;
  beforeAll(async () => {
    grid = await gridOf("公开报道企业.xlsx", "公开报道企业");
  });

  test("carry their source in every row", () => {
    for (const source of column(grid, "来源"))
      expect(source).toContain("《新赛道跑出加速度——山东加快工业企业梯度培育观察》");
  });

  test("carry the one printed share as a percentage, said to be a lower bound", () => {
    expect(column(grid, "国内市场占有率").filter((cell) => cell !== null)).toEqual([0.3]);
    expect(grid.numberFormats?.[1]?.[5]).toBe("0%");
    expect(column(grid, "备注")[0]).toContain("30%以上");
  });

  test("carry titles only where the report prints that very title", () => {
    const names = column(grid, "企业名称");
    const holders = (heading: string): Cell[] => names.filter((_, index) => column(grid, heading)[index] === "是");
    expect(holders("国家级单项冠军有效期至")).toEqual(["山东国创精密机械有限公司", "泰山玻璃纤维有限公司", "海克斯康"]);
    expect(holders("小巨人有效期至")).toEqual(["山东瑞福锂电有限公司"]);
  });
});

test("every sample begins with a sheet that says what it is", async () => {
  for (const file of ["山东示例企业.xlsx", "公开报道企业.xlsx"]) {
    const [first] = (await readWorkbook(join(folder, file))).grids;
    expect([file, first?.sheet]).toEqual([file, "说明"]);
  }
  expect((await gridOf("山东示例企业.xlsx", "说明")).rows.flat().map(cellText).join()).toContain("虚构");
});

test("a made-up code has both of its check characters", () => {
  expect(madeUpCreditCode("3701", 1)).toBe("91370100XN0000012P");
});

test("random numbers come out the same everywhere", () => {
  const random = seededRandom(1);
  expect([random.whole(1, 100), random.between(0, 1, 4), random.pick(["a", "b", "c"]), random.chance(0.5)]).toEqual([
    63,
    0.0027,
    "b",
    false,
  ]);
});

test("the list of several provinces comes out as docs/places says: each by its own province's rules, others' left open", async () => {
  const { policy, vocabulary } = theRelease();
  const reading = readSheet(await gridOf("各省示例企业.xlsx", "企业名单"), vocabulary, { asOf: "2026-11-28" });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  const options = { asOf: "2026-11-28", purpose: "new" as const, assumeGeneral: true, plans: 0 };
  const found = [...new SheetScoring(reading, policy, vocabulary, options).rows()].map(({ row, scores }) => {
    const outcome = scores.outcomes.get("champion-province");
    return [reading.rowNumbers[row], reading.placeOf(row).source, outcome?.status, outcome?.unmet.join()];
  });
  expect(found).toEqual([
    [2, "columns", "unmet", "province-first"],
    [3, "credit-code", "met", ""],
    [4, "columns", "met", ""],
    [5, "columns", "unmet", "mean-revenue"],
    [6, "columns", "unmet", "years-in-field"],
    [7, "columns", "met", ""],
    [8, "columns", "unknown", ""],
    [9, "columns", "unknown", ""],
    [10, null, "unknown", ""],
    [11, null, "unknown", ""],
  ]);
  expect(reading.warnings.map(({ id }) => id)).toContain("place-several");
});
