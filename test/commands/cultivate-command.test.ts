import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { cultivateCommand } from "../../src/commands/cultivate-command";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { markupOf } from "./result-example";

const folder = mkdtempSync(join(tmpdir(), "zjtx-cultivate-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...argv: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await cultivateCommand(argv, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

const at = (name: string): string => join(folder, name);
/** The first enterprises of the sample; two share part of a name. */
const INPUT = at("企业名单.xlsx");
let names: readonly string[] = [];

beforeAll(async () => {
  const { sheets } = await readXlsx(readFileSync("seeds/samples/山东示例企业.xlsx"), { sheets: ["企业名单"] });
  const rows = sheets[0]?.rows.slice(0, 25) ?? [];
  names = rows.slice(1).map(([name]) => String(name));
  writeFileSync(INPUT, await writeXlsx({ sheets: [{ name: "企业名单", rows }] }));
});

async function tabs(path: string): Promise<string[]> {
  return (await readXlsx(readFileSync(path))).sheets.map(({ name }) => name);
}

describe("The command for 一企一策", () => {
  test("writes library, impact and benchmarks where nothing is chosen, and leaves the input as it was", async () => {
    const before = readFileSync(INPUT);
    const out = at("全部.xlsx");
    const { code, printed, complained } = await run(INPUT, "--out", out);
    expect([code, complained]).toEqual([0, ""]);
    expect(readFileSync(INPUT).equals(before)).toBe(true);
    expect(await tabs(out)).toEqual([
      "企业名单",
      "评分_培育库总览",
      "评分_应报尽报",
      "评分_临门一脚",
      "评分_待补数据",
      "评分_到期复核",
      "评分_风险",
      "评分_种子企业",
      "评分_换版影响",
      "评分_换版影响企业",
      "评分_对照",
    ]);
    expect(printed).toContain("培育库：24家企业，评分基准日2026-11-21。");
    expect(printed).toContain(`已写入 ${out}：评分_培育库总览、`);
  });

  test("writes only what is chosen, in English too", async () => {
    const out = at("english.xlsx");
    const { code, printed } = await run(INPUT, "--benchmarks", "--lang", "en", "--out", out);
    expect([code, printed]).toEqual([0, `Written to ${out}: 评分_Benchmarks`]);
    expect(await tabs(out)).toEqual(["企业名单", "评分_Benchmarks"]);
  });

  test("draws the overview as a native chart over its own cells", async () => {
    const out = at("图.xlsx");
    await run(INPUT, "--library", "--out", out);
    const parts = PackageParts.open(readFileSync(out));
    const charts = parts.names().filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(1);
    const chart = parts.text(charts[0] ?? "");
    expect(chart).toContain('<c:barDir val="bar"/>');
    expect(chart).toContain("<c:f>'评分_培育库总览'!$B$5:$B$10</c:f>");
    expect(chart).toContain("<c:f>'评分_培育库总览'!$C$5:$C$10</c:f>");
    const { sheets } = await readXlsx(readFileSync(out), { sheets: ["评分_培育库总览"] });
    expect(sheets[0]?.rows.slice(4, 10).map((row) => row[1])).toEqual([
      "应报尽报",
      "临门一脚",
      "待补数据",
      "到期复核",
      "风险",
      "种子企业",
    ]);
  });

  test("writes the plan of one enterprise, by name or credit code, as a portrait A4 page with a radar of its aspects", async () => {
    const out = at("方案.xlsx");
    expect((await run(INPUT, "--plan", "示例001号", "--plan", "91370100XN0000012P", "--out", out)).code).toBe(0);
    const made = await tabs(out);
    expect(made.slice(1)).toHaveLength(2);
    const xml = markupOf(readFileSync(out), made[1] ?? "");
    expect(xml).toContain(`<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="portrait"/>`);
    expect(xml).toContain(`<drawing r:id="rId1"/>`);
    expect(xml).toContain(`${names[0] ?? "?"}优质企业成长方案`);
    expect(PackageParts.open(readFileSync(out)).text("xl/charts/chart1.xml")).toContain("<c:radarChart>");
  });

  test("writes every plan on one sheet, each beginning a page, with a table of all", async () => {
    const out = at("所有方案.xlsx");
    expect((await run(INPUT, "--plans", "--out", out)).code).toBe(0);
    expect(await tabs(out)).toEqual(["企业名单", "评分_成长方案", "评分_成长方案汇总"]);
    const xml = markupOf(readFileSync(out), "评分_成长方案");
    const starts = [...xml.matchAll(/<row r="(\d+)"[^>]*><c [^>]*><is><t[^>]*>[^<]*优质企业成长方案</g)].map(
      ([, row]) => Number(row),
    );
    expect(starts).toHaveLength(24);
    const breaks = new Set([...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row)));
    for (const row of starts.slice(1)) expect(breaks.has(row - 1)).toBe(true);
  });

  test("says who came and left since a run that was kept, naming the change of rules", async () => {
    const record = at("三月.json");
    expect((await run(INPUT, "--as-of", "2026-03-31", "--save-run", record, "--out", at("三月.xlsx"))).code).toBe(0);
    const out = at("十一月.xlsx");
    const { code, printed } = await run(INPUT, "--previous", record, "--out", out);
    expect(code).toBe(0);
    expect(printed).toContain("标准换版：专精特新中小企业 2022-08-01 → 2026-04-01");
    expect(await tabs(out)).toContain("评分_入库出库");
    expect(await tabs(out)).not.toContain("评分_对照");
  });

  test("a rerun into its own output replaces its sheets and their charts, and adds none", async () => {
    const [first, second] = [at("第一次.xlsx"), at("第二次.xlsx")];
    await run(INPUT, "--library", "--plan", "示例001号", "--out", first);
    await run(first, "--sheet", "企业名单", "--library", "--plan", "示例001号", "--out", second);
    expect(await tabs(second)).toEqual(await tabs(first));
    const parts = (path: string): string[] =>
      PackageParts.open(readFileSync(path))
        .names()
        .map((name) => name.replace(/\d+/g, "n"))
        .sort();
    expect(parts(second)).toEqual(parts(first));
  });
});

describe("What a person has to put right", () => {
  const broken = at("坏了.json");
  beforeAll(() => writeFileSync(broken, "{"));
  const cases: readonly (readonly [string, readonly string[], string, string])[] = [
    ["no input", [], "用法：npm run cultivate", "Usage: npm run cultivate"],
    ["an option that does not exist", [INPUT, "--libary"], "参数不对", "Wrong arguments"],
    ["a day that does not exist", [INPUT, "--as-of", "2026-02-30"], "真实存在的日期", "must be a real date"],
    [
      "a day before any rules",
      [INPUT, "--as-of", "1990-01-01", "--library"],
      "没有任何一版标准施行",
      "No edition of any tier",
    ],
    ["the input as the output", [INPUT, "--out", INPUT], "输出文件不能是输入文件", "An output can't be the input"],
    ["an output that is no workbook", [INPUT, "--out", "a.pdf"], "文件名要以 .xlsx 结尾", "must end in .xlsx"],
    ["--plan beside --plans", [INPUT, "--plans", "--plan", "甲"], "只能选一个", "Choose --plan or --plans"],
    [
      "a name that is not in the sheet",
      [INPUT, "--plan", "不存在的企业"],
      "没有找到“不存在的企业”",
      `There is no "不存在的企业"`,
    ],
    ["a name that fits several", [INPUT, "--plan", "示例0"], "对得上24家企业：第2行", "fits 24 enterprises: row 2"],
    ["a record that is damaged", [INPUT, "--previous", broken], "已损坏", "is damaged"],
    ["a record that is not there", [INPUT, "--previous", at("没有.json")], "打不开上次的记录", "can't be opened"],
    ["an input that is not there", [at("没有.xlsx")], "没有.xlsx", "没有.xlsx"],
  ];
  for (const [name, argv, zh, en] of cases)
    test(`${name} is said in either language, and nothing is written`, async () => {
      const out = at("不该有.xlsx");
      const given = argv.includes("--out") ? argv : [...argv, "--out", out];
      const asked = argv.length === 0 ? [] : given;
      const said = await run(...asked);
      expect([said.code, said.printed]).toEqual([2, ""]);
      expect(said.complained).toContain(zh);
      const again = await run(...asked, "--lang", "en");
      expect(again.code).toBe(2);
      expect(again.complained).toContain(en);
      expect(existsSync(out)).toBe(false);
    });

  test("a misspelt name is answered with the one it is likely to be", async () => {
    const name = names[0] ?? "";
    const { complained } = await run(INPUT, "--plan", name.replace("有限", "有很"), "--out", at("x.xlsx"));
    expect(complained).toContain(`是不是“${name}”？`);
  });

  test("--help lists every option in either language", async () => {
    for (const language of ["zh", "en"]) {
      const { code, printed } = await run("--help", "--lang", language);
      expect(code).toBe(0);
      for (const option of [
        "--library",
        "--plan",
        "--plans",
        "--impact",
        "--benchmarks",
        "--out",
        "--sheet",
        "--as-of",
        "--previous",
        "--save-run",
        "--lang",
      ])
        expect(printed).toContain(option);
    }
  });
});
