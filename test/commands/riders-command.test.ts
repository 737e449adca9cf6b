import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { ridersCommand } from "../../src/commands/riders-command";

const SAMPLE = "seeds/samples/骑手示例.xlsx";
const folder = mkdtempSync(join(tmpdir(), "zjtx-riders-"));
let files = 0;

function file(text: string, ending = "csv"): string {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  writeFileSync(path, text);
  return path;
}

const HEADINGS =
  "骑手编号,平台,骑手类别,就业地,参保地,缴费月份,本月收入,前1月收入,前2月收入,前3月收入,前4月收入,前5月收入,前6月收入";

function list(...rows: readonly string[]): string {
  return file(`${HEADINGS}\n${rows.join("\n")}\n`);
}

async function run(...argv: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await ridersCommand(argv, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

async function result(...argv: readonly string[]) {
  files += 1;
  const out = join(folder, `out-${files}.xlsx`);
  const done = await run(...argv, "--out", out);
  expect(done).toMatchObject({ code: 0, complained: "" });
  const bytes = readFileSync(out);
  const { sheets } = await readXlsx(bytes);
  const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return { ...done, bytes, names: sheets.map(({ name }) => name), rows };
}

test("All printed amounts come out to the fen, and the list itself stays in front", async () => {
  const input = list(
    "R1,美团,众包,北京,泉州,2025-12,7400,7500,7000,7300,6000,7200,5000",
    "R2,美团,众包,南通,南通,2025-10,6000,6000,6000,6000,6000,6000,6000",
    "R3,淘宝闪购,荣誉骑士,北京,北京,2026-03,8000,8000,8000,8000,8000,8000,8000",
    "R4,美团,众包,北京,泉州,2025-12,7161.99,7500,7000,7300,6000,7200,5000",
  );
  const { rows, names, printed } = await result(input);
  expect(names.slice(1)).toEqual(["评分_骑手补贴", "评分_补贴汇总", "评分_补贴来源"]);
  const answers = rows("评分_骑手补贴").slice(3);
  expect(answers.map((row) => [row[1], row[3], row[4], row[5]])).toEqual([
    ["R1", "✓ 应发", 443.3, "4,433 × 20% × 50% = 443.30"],
    ["R2", "✓ 应发", 495.2, "4,952 × 20% × 50% = 495.20"],
    ["R3", "✓ 应发", 2017.32, "7,162 × 20% + 584.92 = 2,017.32"],
    ["R4", "✗ 不发", 0, "4,433 × 20% × 50% = 443.30"],
  ]);
  expect(printed).toContain("金额合计 2,955.82 元");
});

test("The level known at the time and what is paid later when it is published", async () => {
  const input = list("R1,美团,众包,南通,南通,2025-06,6000,6000,6000,6000,0,0,0");
  const then = await result(input, "--at-the-time", "--back-payment");
  expect(then.rows("评分_骑手补贴")[3]?.[4]).toBe(487.9);
  expect(then.rows("评分_补发")[3]).toEqual(["江苏省 2025-06", "美团养老保险补贴", 1, 4879, 4952, 7.3]);
  expect(then.printed).toContain("要补发 7.30 元");
});

test("A platform and a month for all fill what the list leaves out, and the six months may include this one", async () => {
  const input = file(
    "骑手编号,就业地,参保地,本月收入,前1月收入,前2月收入,前3月收入,前4月收入,前5月收入,前6月收入\nR1,北京,泉州,7400,7500,7000,7300,6000,5000,5000\n",
  );
  const amount = async (...argv: readonly string[]) =>
    (await result(input, ...argv)).rows("评分_骑手补贴")[3]?.[4] ?? null;
  expect(await amount()).toBeNull();
  expect(await amount("--scheme", "美团", "--month", "2025-12")).toBe(0);
  expect(await amount("--scheme", "meituan", "--month", "2025-12", "--include-current")).toBe(443.3);
});

test("Own figures fill a gap and are said to be one's own", async () => {
  const input = list("R1,美团,众包,泉州,泉州,2026-03,9000,9000,9000,9000,9000,9000,9000");
  const levels = file("levels:\n  - { place: 福建, from: 2026-01, until: 2026-12, floor: 4600 }\n", "yaml");
  const { rows } = await result(input, "--levels", levels);
  expect(rows("评分_骑手补贴")[3]?.slice(4, 7)).toEqual([460, "4,600 × 20% × 50% = 460.00", "自己填的"]);
  expect(rows("评分_补贴来源").some((row) => row[4] === 4600 && row[7] === "自己填的")).toBe(true);
});

test("The sample gives every sheet, with native charts", async () => {
  const { names, bytes, rows } = await result(SAMPLE, "--sheet", "骑手名单", "--budget", "--back-payment");
  expect(names.slice(-5)).toEqual(["评分_骑手补贴", "评分_补贴汇总", "评分_补发", "评分_补贴测算", "评分_补贴来源"]);
  expect(bytes.toString("latin1").match(/xl\/charts\/chart\d+\.xml/g)?.length).toBeGreaterThanOrEqual(5);
  const budget = rows("评分_补贴测算");
  expect(String(budget[0]?.[0])).toContain("2025-12");
  expect(budget.some((row) => row[1] === "18%符合" && String(row[7]).includes("22,000名骑手中约4,000名"))).toBe(true);
  expect(budget.some((row) => row[1] === "80%符合" && String(row[7]).includes("站长"))).toBe(true);
});

const GOOD = "R1,美团,众包,北京,泉州,2025-12,7400,7500,7000,7300,6000,7200,5000";
test.each([
  ["no file", [], "用法"],
  ["a file that is not there", [join(folder, "nowhere.xlsx")], "nowhere.xlsx"],
  ["two files", [SAMPLE, "more.xlsx"], "more.xlsx"],
  ["an option nobody knows", [SAMPLE, "--platform", "美团"], "--platform"],
  ["a scheme nobody knows", [SAMPLE, "--scheme", "闪送"], "没有叫“闪送”的方案。可以写：meituan"],
  ["a month that is none", [SAMPLE, "--month", "2025-13"], "--month 要写成 2025-12，现在是“2025-13”"],
  ["a language nobody knows", [SAMPLE, "--lang", "fr"], "--lang 只能是 zh 或 en"],
  ["an output that is no workbook", [SAMPLE, "--out", "out.csv"], "要以 .xlsx 结尾"],
  ["the input as its own output", [SAMPLE, "--out", SAMPLE], "就是输入文件"],
  ["own figures that are not there", [list(GOOD), "--levels", "nowhere.yaml"], "打不开“nowhere.yaml”"],
  [
    "own figures that break off",
    [list(GOOD), "--levels", file("levels:\n  - { place: 福建\n", "yaml")],
    "行不是能用的 YAML 或 JSON",
  ],
  [
    "own figures that repeat themselves without end",
    [list(GOOD), "--levels", file("levels: &all\n  - *all\n", "yaml")],
    "行不是能用的 YAML 或 JSON",
  ],
  [
    "own figures over published ones",
    [list(GOOD), "--levels", file('[{"place":"泉州","from":"2025-01","until":"2025-12","floor":1}]', "json")],
    "基数（levels）第1条：福建省泉州市2025年1月至2025年12月已经有缴费基数",
  ],
  ["a sheet without riders", ["seeds/samples/公开报道企业.xlsx", "--sheet", "说明"], "没找到认识的表头"],
])("%s is told in words and ends with 2", async (_name, argv, says) => {
  const { code, complained } = await run(...argv);
  expect(complained).toContain(says);
  expect(code).toBe(2);
});

test("Help is printed in both languages and errors follow the language asked for", async () => {
  const help = await run("--help");
  expect(help.code).toBe(0);
  expect(help.printed).toContain("--back-payment");
  expect((await run("--help", "--lang", "en")).printed).toContain("levels and medical premiums of your own");
  expect((await run("nowhere.xlsx", "--lang", "en")).complained).toMatch(/nowhere\.xlsx/);
  expect((await run("nowhere.xlsx", "--month", "x", "--lang", "en")).complained).toContain("--month is written as");
});

test("The JSON names each rider as the list does", async () => {
  const input = list("R1,美团,众包,北京,泉州,2025-12,7400,7500,7000,7300,6000,7200,5000");
  const out = join(folder, "named.xlsx");
  const { printed } = await run(input, "--out", out, "--json", "-");
  expect(printed).toContain('"name":"R1"');
});

const JD = "R9,京东,全职,济南,济南,2026-05,9000,9000,9000,9000,9000,9000,9000";

test("A printed average stands in the budget where it is asked for, and in no rider's row", async () => {
  const input = list(JD, "R8,京东,全职,青岛,青岛,2026-05,9000,9000,9000,9000,9000,9000,9000");
  const plain = await result(input, "--budget");
  const asked = await result(input, "--budget", "--printed-cost");
  const total = (rows: typeof plain.rows) => rows("评分_补贴测算").find((row) => row[0] === "合计")?.[5];
  expect([total(plain.rows), total(asked.rows)]).toEqual([null, 4000]);
  expect(JSON.stringify(asked.rows("评分_补贴测算"))).toContain("按公布的平均数每人每月约2000元估计");
  expect(
    asked
      .rows("评分_骑手补贴")
      .slice(3)
      .map((row) => row[4]),
  ).toEqual([null, null]);
});

test("Without a budget there is nothing to take a printed average for", async () => {
  const { code, complained } = await run(list(JD), "--printed-cost", "--out", join(folder, "none.xlsx"));
  expect([code, complained]).toEqual([2, "--printed-cost 只在测算里用，请加上 --budget。"]);
});

test("A scheme that looks at no floor tells of none", async () => {
  const { rows } = await result(list(JD));
  expect(JSON.stringify(rows("评分_骑手补贴"))).not.toContain("收入和已公布的下限");
});
