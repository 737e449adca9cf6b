/** The rules as drafts from the command line, with real workbooks. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { buildWorkbook } from "../../src/commands/write-workbook";
import { readWorkbook } from "../../src/commands/read-workbook";
import { rulesCommand } from "../../src/commands/rules/rules-command";
import { draftBook, type DraftChange } from "./draft-books";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const FILE = "national/little-giant/2026-04-01.yaml";
const folder = mkdtempSync(join(tmpdir(), "zjtx-rules-"));

async function run(...argv: readonly string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await rulesCommand(argv, {
    print: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

/** A workbook with a draft in which cells were changed by row and column. */
function edited(name: string, changes: readonly DraftChange[], sheets = 1): string {
  return draftBook(join(folder, name), FILE, changes, sheets);
}

const raised = edited("raised.xlsx", [
  ["revenue", "value", 30000],
  ["revenue", "zh", "上年度营业收入3亿元以上"],
  ["debt", "value", 50],
  ["debt", "zh", "上年末资产负债率不高于50%"],
]);

test("an edition becomes a workbook whose draft differs in nothing", async () => {
  const out = join(folder, "draft.xlsx");
  expect(await run("draft", "little-giant", "--out", out)).toMatchObject({ code: 0 });
  const { said } = await run("diff", "little-giant@2026-04-01", out);
  expect(said).toContain("没有不同");
});

test.each(["zh", "en"])("what a draft changes is said in words, with the clause (%s)", async (language) => {
  const { code, said } = await run("diff", "little-giant", raised, "--lang", language);
  expect(code).toBe(0);
  expect(said).toContain(
    language === "zh" ? "≥5,000万元 → ≥30,000万元（附件2第2项）" : "≥ 50 million yuan → ≥ 300 million yuan",
  );
});

test("two editions are compared, as Markdown and as a sheet", async () => {
  const [markdown, sheet] = [join(folder, "diff.md"), join(folder, "diff.xlsx")];
  for (const out of [markdown, sheet])
    expect((await run("diff", "specialized@2022-08-01", "specialized@2026-04-01", "--out", out)).code).toBe(0);
  expect(readFileSync(markdown, "utf8")).toContain("≥2年 → ≥3年（附件1第1项）");
  const { grids } = await readWorkbook(sheet, "评分_规则差别");
  expect(JSON.stringify(grids[0]?.rows)).toContain("≥2年 → ≥3年");
});

test("who gains and loses is written beside the list, which stays as it was", async () => {
  const out = join(folder, "impact.xlsx");
  const { code, said } = await run(
    "impact",
    raised,
    SAMPLE,
    "--sweep",
    "revenue",
    "--values",
    "5000,20000",
    "--out",
    out,
  );
  expect(code).toBe(0);
  expect(said).toContain("失去36家");
  const { grids } = await readWorkbook(out, "评分_草案影响");
  const rows = grids[0]?.rows ?? [];
  expect(rows.filter(([kind]) => kind === "逐个试").map(([, what, met]) => [what, met])).toEqual([
    ["5000万元", 30],
    ["20000万元", 29],
  ]);
  const [before, after] = await Promise.all([readWorkbook(SAMPLE, "企业名单"), readWorkbook(out, "企业名单")]);
  expect(after.grids[0]?.rows).toEqual(before.grids[0]?.rows);
});

test("scoring a workbook that holds a draft leaves the draft there", () => {
  const before = readFileSync(raised);
  const { bytes, sheetNames } = buildWorkbook({ kind: "xlsx", bytes: before }, [
    { name: "评分_结果", columns: [{ heading: "x", width: 9 }], rows: [], asTable: false },
  ]);
  const path = join(folder, "scored.xlsx");
  writeFileSync(path, bytes);
  expect(sheetNames).toEqual(["评分_结果"]);
  return expect(readWorkbook(path, "评分_规则草案")).resolves.toMatchObject({ kind: "xlsx" });
});

test("a new edition is a folder to be laid over a checkout", async () => {
  const out = join(folder, "new");
  // The newest, whichever it is by now.
  const newest = [...readSeedFiles().keys()]
    .filter((path) => path.startsWith("national/little-giant/"))
    .sort()
    .at(-1);
  const path = draftBook(join(folder, "newest.xlsx"), newest ?? "", [["debt", "value", 50]]);
  const day = `${Number(/(\d{4})-/.exec(newest ?? "")?.[1]) + 1}-04-01`;
  const { code, said } = await run("publish", path, "--edition", day, "--out", out);
  expect(code).toBe(0);
  expect(said).toContain("手工核对");
  for (const file of [`seeds/national/little-giant/${day}.yaml`, `test/cases/thresholds/little-giant-${day}.yaml`])
    expect(existsSync(join(out, file))).toBe(true);
});

test("doubts are said before anything else", async () => {
  const path = edited("stale.xlsx", [["revenue", "value", 6000]]);
  const { complained } = await run("diff", "little-giant", path);
  expect(complained).toContain("F26：值从5000改成了6000，“内容”里还写着5000");
});

test.each([
  ["nothing asked for", () => [], "没有写要做什么"],
  ["a verb that is none", () => ["drafts", "x"], "没有“drafts”这个做法"],
  ["too few words", () => ["diff", "little-giant"], "后面要写2个词"],
  ["an unknown tier", () => ["draft", "litle-giant"], "是不是 little-giant"],
  ["an edition that is not there", () => ["draft", "little-giant@2030-01-01"], "没有“little-giant@2030-01-01”"],
  ["an output that is no workbook", () => ["draft", "little-giant", "--out", "x.doc"], "要以 .xlsx 结尾"],
  ["a workbook without a draft", () => ["diff", "little-giant", SAMPLE], "没有规则草案"],
  ["a workbook with two drafts", () => ["diff", "little-giant", edited("two.xlsx", [], 2)], "有2份规则草案"],
  ["a file that is not there", () => ["diff", "little-giant", "nowhere.xlsx"], "没有找到文件"],
  [
    "a draft with a wrong cell",
    () => ["impact", edited("bad.xlsx", [["revenue", "value", "六千"]]), SAMPLE],
    "F26  “六千”不是能用的数",
  ],
  ["a line that the draft does not have", () => ["impact", raised, SAMPLE, "--sweep", "revenu"], "是不是 revenue"],
  [
    "a value that is none",
    () => ["impact", raised, SAMPLE, "--sweep", "revenue", "--values", "多"],
    "不是“上年度营业收入3亿元以上”能用的数",
  ],
  ["values without a line", () => ["impact", raised, SAMPLE, "--values", "1"], "--values 和 --sweep 一起用"],
  ["no day", () => ["publish", raised, "--out", folder], "要写施行日和文件夹"],
  ["a day too early", () => ["publish", raised, "--edition", "2026-01-01", "--out", join(folder, "no")], "不晚于"],
])("told with what to do, and nothing is written: %s", async (_, argv, said) => {
  const { code, complained } = await run(...argv());
  expect(code).toBe(2);
  expect(complained).toContain(said);
  expect(existsSync(join(folder, "no"))).toBe(false);
});

test.each([
  ["小巨人", "little-giant@2026-04-01"],
  ["小巨人@2022-08-01", "little-giant@2022-08-01"],
  ["Little Giant", "little-giant@2026-04-01"],
  ["山东/省级单项冠军", "shandong/champion-province@2023"],
])("an edition is named by the words people use: %s", async (word, id) => {
  const { code, said } = await run("draft", word, "--out", join(folder, "named.xlsx"));
  expect([code, said]).toEqual([0, expect.stringContaining(`改自 ${id}，`)]);
});

test.each([
  ["小巨仁", "是不是 小巨人？"],
  ["lttle-giant", "是不是 little-giant？"],
  ["little-giant@2026-04-02", "是不是 little-giant@2026-04-01？"],
  ["小巨人@2020", "有的是：little-giant@2022-08-01、little-giant@2026-04-01"],
])("a word that names no edition is answered with the nearest that does: %s", async (word, answer) => {
  const { code, complained } = await run("diff", word, raised);
  expect(code).toBe(2);
  expect(complained).toContain(answer);
});
