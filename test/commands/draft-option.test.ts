/** A list judged by a draft says so on every sheet, in the JSON and in copies; without the option no draft judges anything. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cultivateCommand } from "../../src/commands/cultivate-command";
import type { Terminal } from "../../src/commands/kit/terminal";
import { NODE_CODEC } from "../../src/commands/node-codec";
import { readWorkbook } from "../../src/commands/read-workbook";
import { scoreCommand } from "../../src/commands/score-command";
import { buildWorkbook } from "../../src/commands/write-workbook";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { draftBook, draftSheetOf, type DraftChange } from "./draft-books";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const FILE = "national/little-giant/2026-04-01.yaml";
const RAISED: readonly DraftChange[] = [
  ["revenue", "value", 30000],
  ["revenue", "zh", "上年度营业收入3亿元以上"],
];
const folder = mkdtempSync(join(tmpdir(), "zjtx-draft-"));
const at = (name: string): string => join(folder, name);

type Run = (argv: readonly string[], terminal: Terminal) => Promise<number>;

async function run(command: Run, ...argv: readonly string[]): Promise<{ code: number; said: string; wrong: string }> {
  const said: string[] = [];
  const wrong: string[] = [];
  const code = await command(argv, { print: (line) => said.push(line), complain: (line) => wrong.push(line) });
  return { code, said: said.join("\n"), wrong: wrong.join("\n") };
}
const score = (...argv: readonly string[]) => run((given, terminal) => scoreCommand(given, terminal), ...argv);
const cultivate = (...argv: readonly string[]) => run(cultivateCommand, ...argv);

/** The cells of every sheet of a workbook, by its name. */
async function sheetsOf(path: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = names.map(async (name): Promise<[string, string]> => {
    const { grids } = await readWorkbook(path, name);
    return [name, JSON.stringify(grids[0]?.rows)];
  });
  return new Map(await Promise.all(texts));
}

const raised = draftBook(at("raised.xlsx"), FILE, RAISED);
const RESULTS = ["评分_汇总", "评分_结果", "评分_差距与方案", "评分_来源与假设", "评分_凭据"];
const NOTICE = /草案（改自 2026-04-01 版，指纹 [0-9a-f]{8}），不是施行中的标准/;

test("every sheet that a draft judged names it, its sheet, its edition and its fingerprint", async () => {
  const [out, json] = [at("scored.xlsx"), at("scored.json")];
  const { code, said } = await score(SAMPLE, "--draft", raised, "--out", out, "--json", json);
  expect(code).toBe(0);
  expect(said).toMatch(NOTICE);
  expect(said).toContain("企业（草案）：22家");
  for (const [name, cells] of await sheetsOf(out, RESULTS)) {
    expect({ name, notice: NOTICE.test(cells) }).toEqual({ name, notice: true });
    expect(cells).toContain("[raised.xlsx]评分_规则草案");
  }
  const text = readFileSync(json, "utf8");
  expect(text).toMatch(/"little-giant":"2026-04-01\+draft\.[0-9a-f]{8}"/);
  const lines: unknown = JSON.parse(text);
  expect(lines).toMatchObject({
    drafts: { "little-giant": { sheet: "[raised.xlsx]评分_规则草案", from: "2026-04-01", isNew: false } },
  });
});

test("a draft in the list's own workbook judges nothing unless it is named", async () => {
  const own = at("own.xlsx");
  writeFileSync(own, buildWorkbook({ kind: "xlsx", bytes: readFileSync(SAMPLE) }, [draftSheetOf(FILE, RAISED)]).bytes);
  const [plain, drafted] = [at("own-plain.xlsx"), at("own-drafted.xlsx")];
  expect((await score(own, "--out", plain)).said).not.toContain("草案");
  for (const [name, cells] of await sheetsOf(plain, RESULTS))
    expect({ name, draft: cells.includes("草案") }).toEqual({ name, draft: false });
  const { said } = await score(own, "--draft", own, "--out", drafted);
  expect(said).toContain("工作表“评分_规则草案”里的草案");
  expect(said).toContain("企业（草案）：22家");
});

test("copies in plain formulas say draft on the sheet, above the columns and in the notes", async () => {
  const out = at("native.xlsx");
  expect((await score(SAMPLE, "--draft", raised, "--native", "--out", out, "--tiers", "little-giant")).code).toBe(0);
  const book = await sheetsOf(out, ["评分_透明评分表", "评分_规则与标准线"]);
  expect(book.get("评分_透明评分表")).toMatch(NOTICE);
  expect(book.get("评分_透明评分表")).toMatch(/企业（草案） 2026-04-01 草案 [0-9a-f]{8} 新申报/);
  expect(book.get("评分_规则与标准线")).toMatch(/企业（草案） 2026-04-01 草案 [0-9a-f]{8}/);
  const parts = PackageParts.open(readFileSync(out), NODE_CODEC);
  const notes = parts
    .names()
    .filter((name) => name.includes("comments"))
    .map((name) => parts.text(name))
    .join("");
  expect(notes.match(/草案（2026-04-01 草案 [0-9a-f]{8}），不是施行中的标准/g)?.length).toBeGreaterThan(20);
});

test("masked copies keep the word", async () => {
  const out = at("masked.xlsx");
  expect((await score(SAMPLE, "--draft", raised, "--masked", "--out", out)).code).toBe(0);
  for (const [name, cells] of await sheetsOf(out, ["评分_汇总", "评分_结果", "评分_差距与方案", "评分_来源与假设"]))
    expect({ name, notice: NOTICE.test(cells) }).toEqual({ name, notice: true });
});

test("lists, plans and their printed pages say draft", async () => {
  const out = at("library.xlsx");
  const json = at("library.json");
  const { code, said } = await cultivate(
    SAMPLE,
    "--draft",
    raised,
    "--library",
    "--plans",
    "--out",
    out,
    "--json",
    json,
  );
  expect(code).toBe(0);
  expect(said).toMatch(NOTICE);
  for (const [name, cells] of await sheetsOf(out, ["评分_应报尽报", "评分_临门一脚", "评分_种子企业", "评分_成长方案"]))
    expect({ name, notice: NOTICE.test(cells) }).toEqual({ name, notice: true });
  expect(readFileSync(json, "utf8")).toMatch(NOTICE);
});

test.each([
  ["a faulty draft", ["--draft", draftBook(at("faulty.xlsx"), FILE, [["revenue", "value", "很多"]])], /[A-Z]\d+ /],
  ["no draft in the workbook", ["--draft", SAMPLE], /没有规则草案/],
  ["two drafts", ["--draft", draftBook(at("two.xlsx"), FILE, [], 2)], /2份规则草案/],
  ["a day on which it judges nobody", ["--draft", raised, "--as-of", "2025-06-01"], /2025-06-01 这一天用不上这份草案/],
  ["a draft for DuckDB", ["--draft", raised, "--engine", "duckdb"], /--draft 不能和 --engine duckdb/],
  ["a file that is not there", ["--draft", at("nowhere.xlsx")], /nowhere\.xlsx/],
])("%s is refused, and nothing is scored by the edition instead", async (_, options, message) => {
  const out = at("refused.xlsx");
  const { code, wrong } = await score(SAMPLE, ...options, "--out", out);
  expect({ code, written: existsSync(out) }).toEqual({ code: 2, written: false });
  expect(wrong).toMatch(message);
});

test("the result can't be written over the draft", async () => {
  const { code, wrong } = await score(SAMPLE, "--draft", raised, "--out", raised);
  expect(code).toBe(2);
  expect(wrong).toContain("--draft");
});
