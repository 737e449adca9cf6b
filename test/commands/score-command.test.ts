import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre";
import { z } from "zod";
import { readWorkbook } from "../../src/commands/read-workbook";
import { scoreCommand } from "../../src/commands/score-command";
import { cellText } from "../../src/words/grid";
import { markupOf } from "./result-example";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const REPORTED = "seeds/samples/公开报道企业.xlsx";

const folder = mkdtempSync(join(tmpdir(), "zjtx-score-"));

async function run(...argv: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await scoreCommand(argv, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

const verdict = z.enum(["met", "unmet", "unknown"]);
const resultSchema = z.object({
  asOf: z.string(),
  editions: z.record(z.string(), z.string()),
  assumptions: z.array(z.looseObject({ id: z.string(), message: z.string() })),
  unreadable: z.array(z.strictObject({ cell: z.string(), text: z.string(), reason: z.string() })),
  rows: z.array(
    z.object({
      row: z.number().int(),
      name: z.string(),
      tier: z.string().nullable(),
      tiers: z.record(
        z.string(),
        z.object({
          status: verdict,
          eligible: verdict,
          score: z.number().nullable(),
          scoreRange: z.tuple([z.number(), z.number()]).nullable(),
          groups: z.record(z.string(), z.number().nullable()),
          route: z.string().nullable(),
          unmet: z.array(z.string()),
          missing: z.array(z.string()),
        }),
      ),
    }),
  ),
});

let runs = 0;

async function scoreToJson(input: string, ...options: string[]): Promise<z.infer<typeof resultSchema>> {
  runs += 1;
  const json = join(folder, `${runs}.json`);
  const out = json.replace(/json$/, "xlsx");
  const { code, complained } = await run(input, "--json", json, "--out", out, ...options);
  expect([code, complained]).toEqual([0, ""]);
  return resultSchema.parse(JSON.parse(readFileSync(json, "utf8")));
}

/** A csv of one sheet, given as rows. */
function csv(name: string, rows: readonly (readonly (string | number)[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => row.join(",")).join("\n"));
  return path;
}

describe("Scoring a file", () => {
  test("The sample workbook gives every enterprise a status for every tier in force, in the shape that docs/results promises", async () => {
    const result = await scoreToJson(SAMPLE);
    expect(result.asOf).toBe("2026-11-21");
    expect(result.editions).toMatchObject({
      specialized: "2026-04-01",
      "little-giant": "2026-04-01",
      innovative: "2022-08-01",
    });
    expect(result.rows).toHaveLength(300);
    for (const { tiers } of result.rows) expect(Object.keys(tiers).sort()).toEqual(Object.keys(result.editions).sort());
    expect(new Set(result.rows.map(({ tier }) => tier)).size).toBeGreaterThanOrEqual(6);
  });

  test("The date decides the edition, and so does the purpose", async () => {
    const before = await scoreToJson(SAMPLE, "--as-of", "2026-03-31");
    expect(before.editions).toMatchObject({ specialized: "2022-08-01", "little-giant": "2022-08-01" });
    const review = await scoreToJson(SAMPLE, "--purpose", "review");
    expect(review.editions).toMatchObject({ specialized: "2026-04-01", "little-giant": "2022-08-01" });
  });

  test("Enterprises known only from the newspaper are mostly not known yet, and none is judged to fail", async () => {
    const result = await scoreToJson(REPORTED);
    const statuses = result.rows.flatMap(({ tiers }) => Object.values(tiers).map(({ status }) => status));
    expect(statuses.filter((status) => status === "unknown").length / statuses.length).toBeGreaterThan(0.9);
    for (const { tiers } of result.rows)
      for (const { status, missing } of Object.values(tiers)) expect(missing.length > 0).toBe(status === "unknown");
  });

  test("A blank award rank means no award; with --no-assume it is not known, and only a rank that says none is none", async () => {
    const rows = [
      ["企业名称", "营业收入（万元）", "近五年国家级科技奖励排名"],
      ["甲公司", 1500, ""],
      ["乙公司", 1500, "无"],
      ["丙公司", 1500, "—"],
      ["丁公司", 1500, 2],
    ];
    const path = csv("ranks.csv", rows);
    const asked = (result: z.infer<typeof resultSchema>): boolean[] =>
      result.rows.map(({ tiers }) => tiers["tech-sme"]?.missing.includes("national_award_rank_5y") ?? false);
    expect(asked(await scoreToJson(path))).toEqual([false, false, false, false]);
    expect(asked(await scoreToJson(path, "--no-assume"))).toEqual([true, false, true, false]);
  });

  test("A general condition without a column is assumed and listed; with --no-assume it is unknown; a blank cell is always unknown", async () => {
    const rows = [
      [
        "企业名称",
        "从事细分市场年限",
        "营业收入（万元）",
        "主营业务收入占比",
        "资产负债率",
        "2025年研发费用（万元）",
        "2024年研发费用（万元）",
        "2024年营业收入（万元）",
        "实际应用并产生效益的Ⅰ类知识产权",
        "市场占有率位居前列",
        "专精特新发展评价得分",
        "创新型中小企业有效期至",
        "列入经营异常名录",
      ],
      ["甲公司", 3, 1500, "80%", "80%", 100, 100, 1500, 1, "是", 50, "2028-12-31", "否"],
      ["乙公司", 3, 1500, "80%", "80%", 100, 100, 1500, 1, "是", 50, "2028-12-31", ""],
    ];
    const path = csv("general.csv", rows);
    const assumed = await scoreToJson(path);
    const statuses = (result: z.infer<typeof resultSchema>): string[] =>
      result.rows.map(({ tiers }) => `${tiers.specialized?.status} ${tiers.specialized?.eligible}`);
    expect(statuses(assumed)).toEqual(["met met", "met unknown"]);
    expect(
      assumed.assumptions
        .filter(({ id, tier }) => id === "general-condition" && tier === "specialized")
        .map(({ condition }) => condition),
    ).toContain("dishonest-list");
    expect(statuses(await scoreToJson(path, "--no-assume"))).toEqual(["met unknown", "met unknown"]);
  });

  test("The output holds the input sheets as they were, with results, gaps and sources beside them", async () => {
    const out = join(folder, "out.xlsx");
    expect((await run(SAMPLE, "--out", out)).code).toBe(0);
    const [before, after] = [await readWorkbook(SAMPLE), await readWorkbook(out)];
    expect(after.grids.map(({ rows }) => rows)).toEqual(before.grids.map(({ rows }) => rows));
    const results = await readWorkbook(out, "评分_结果");
    expect(results.grids[0]?.rows.length).toBe(300 + 3);
    const sources = (await readWorkbook(out, "评分_来源与假设")).grids[0]?.rows.flat().map(cellText).join("\n") ?? "";
    expect(sources).toContain("工信部企业〔2026〕2号");
    expect(sources).toContain("按“没有”算");
  });

  test("Whoever may still meet a rung is not called a failure, and why a rung met can't be applied for is said", async () => {
    const out = join(folder, "open.xlsx");
    const { printed } = await run(REPORTED, "--out", out);
    expect(printed).toContain("尚未达到任何层级：10家，其中10家数据不够、还说不准");
    const rung = (await readWorkbook(out, "评分_结果")).grids[0]?.rows.slice(3).map((row) => row[4]);
    expect(new Set(rung)).toEqual(new Set(["待补数据，还说不准"]));
    const listed = csv("listed.csv", [
      ["企业名称", "高新技术企业证书有效期至", "列入经营异常名录"],
      ["甲公司", "2028-12-31", "是"],
    ]);
    const reasons = join(folder, "listed.xlsx");
    expect((await run(listed, "--out", reasons)).code).toBe(0);
    const [, , heading = [], row = []] = (await readWorkbook(reasons, "评分_结果")).grids[0]?.rows ?? [];
    expect(row[heading.indexOf("已达到层级不能申报的原因")]).toBe("未列入经营异常名录");
  });

  test("A review names the dates on which reviews follow each edition", async () => {
    const out = join(folder, "review.xlsx");
    expect((await run(REPORTED, "--purpose", "review", "--out", out)).code).toBe(0);
    const rows = (await readWorkbook(out, "评分_来源与假设")).grids[0]?.rows ?? [];
    expect(rows.find((row) => cellText(row[1]).includes("“小巨人”企业 2022-08-01"))?.[2]).toBe(
      "2022-08-01 至 2026-12-31",
    );
  });

  test("A name that begins with = stays text in the results", async () => {
    const out = join(folder, "messy.xlsx");
    expect((await run(SAMPLE, "--sheet", "杂乱企业名单", "--out", out)).code).toBe(0);
    const rows = (await readWorkbook(out, "评分_结果")).grids[0]?.rows ?? [];
    expect(rows.map((row) => row[1])).toContain("=示例012号汽车部件有限公司（虚构）");
  });

  test("English is complete: no Chinese but document names, headings and cell contents", async () => {
    const { printed } = await run(SAMPLE, "--lang", "en", "--out", join(folder, "en.xlsx"));
    expect(printed).toContain("300 enterprises as of 2026-11-21, new");
    const headings = (await readWorkbook(join(folder, "en.xlsx"), "评分_results")).grids[0]?.rows[2] ?? [];
    expect(headings.map(cellText).join()).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

test.each(["--help", "-h"])("%s prints how the command is called and is no mistake", async (option) => {
  const { code, printed, complained } = await run(option);
  expect([code, complained]).toEqual([0, ""]);
  expect(printed).toMatch(/^用法：npm run score/);
});

test("A hidden sheet is scored only where no visible one can be, and then it is said", async () => {
  const list = {
    name: "企业名单",
    rows: [
      ["企业名称", "营业收入（万元）"],
      ["甲公司", 500],
    ],
  };
  const blank = { name: "说明", rows: [["这里没有名单"]] };
  const hiddenOnly = join(folder, "hidden.xlsx");
  writeFileSync(hiddenOnly, await writeXlsx({ sheets: [blank, { ...list, name: "旧名单", hidden: true }] }));
  const both = join(folder, "both.xlsx");
  writeFileSync(
    both,
    await writeXlsx({ sheets: [{ ...list, name: "旧名单", hidden: true, rows: [...list.rows, ["乙公司", 1]] }, list] }),
  );
  const out = join(folder, "hidden-out.xlsx");
  expect((await run(hiddenOnly, "--out", out)).printed).toMatch(/“旧名单”是隐藏的工作表/);
  expect((await run(both, "--out", out)).printed).toMatch(/^专精特新评分：企业名单/);
});

describe("What can't be scored is said, with what to do, and exit code 2", () => {
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ["no file named", () => [], /^用法：/],
    ["an option that does not exist", () => [SAMPLE, "--fast"], /参数不对.*用法/s],
    ["a file that is not there", () => ["没有.xlsx"], /没有找到文件“没有\.xlsx”/],
    ["a date that does not exist", () => [SAMPLE, "--as-of", "2026-02-30"], /--as-of 要写成.*2026-02-30/],
    ["a purpose that is none", () => [SAMPLE, "--purpose", "both"], /--purpose 只能是 new/],
    ["a sheet that is not there", () => [SAMPLE, "--sheet", "二月"], /没有名为“二月”的工作表.*企业名单/],
    ["the input as output", () => [SAMPLE, "--out", SAMPLE], /就是输入文件/],
    [
      "one file for both outputs",
      () => [REPORTED, "--out", join(folder, "x.xlsx"), "--json", join(folder, "x.xlsx")],
      /同一个文件/,
    ],
    ["an output that is no workbook", () => [REPORTED, "--out", join(folder, "x.docx")], /以 \.xlsx 结尾.*x\.docx/],
    [
      "a day before any rule",
      () => [REPORTED, "--as-of", "2010-01-01", "--out", join(folder, "x.xlsx")],
      /没有任何一版标准施行/,
    ],
    ["a language that is none", () => [REPORTED, "--lang", "fr"], /--lang 只能是 zh 或 en/],
    ["an output folder that is not there", () => [REPORTED, "--out", "/没有/的/文件夹.xlsx"], /文件夹不存在/],
    [
      "a JSON folder that is not there",
      () => [REPORTED, "--out", join(folder, "x.xlsx"), "--json", "/没有/x.json"],
      /文件夹不存在/,
    ],
    ["a password", () => ["test/cases/files/password.xlsx", "--out", join(folder, "x.xlsx")], /密码/],
    [
      "no headings",
      () => [
        csv("numbers.csv", [
          [1, 2],
          [3, 4],
        ]),
        "--out",
        join(folder, "x.xlsx"),
      ],
      /表头|标题/,
    ],
  ];
  test.each(cases)("%s", async (_name, argv, message) => {
    const { code, printed, complained } = await run(...argv());
    expect([code, printed]).toEqual([2, ""]);
    expect(complained).toMatch(message);
  });
});

test.each([
  ["zh", "评分_结果"],
  ["en", "评分_results"],
])("every enterprise of the sample takes one line of the results when printed (%s)", async (language, sheet) => {
  const out = join(folder, `lines-${language}.xlsx`);
  expect((await run(SAMPLE, "--out", out, "--lang", language)).code).toBe(0);
  const heights = [...markupOf(readFileSync(out), sheet).matchAll(/<row r="(\d+)" ht="/g)].map(([, row]) =>
    Number(row),
  );
  expect(heights).toEqual([3]);
});
