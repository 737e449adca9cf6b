/** One kit under all commands: what it says of options, whichever command they belong to. */
import { linkSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { checkCommand } from "../../src/commands/check-command";
import { checkWorkbooksCommand } from "../../src/commands/check-workbooks-command";
import { clusterCommand } from "../../src/commands/cluster-command";
import { cultivateCommand } from "../../src/commands/cultivate-command";
import type { Terminal } from "../../src/commands/kit/terminal";
import { ridersCommand } from "../../src/commands/riders-command";
import { scoreCommand } from "../../src/commands/score-command";
import { seedsCommand } from "../../src/commands/seeds-command";
import { buildCommand } from "../../src/workbench/build/build-command";
import { checkManifestCommand } from "../../src/workbench/build/check-manifest-command";
import { manifestCommand } from "../../src/workbench/build/manifest-command";
import { metadataCommand } from "../../src/workbench/build/metadata-command";
import { serveCommand } from "../../src/workbench/serve-command";
import { formulaCommand } from "../../src/workbench/formulas/formula-command";

type Command = (argv: readonly string[], terminal: Terminal) => Promise<number>;

const LISTS: readonly (readonly [string, Command])[] = [
  ["score", scoreCommand],
  ["riders", ridersCommand],
  ["cluster", clusterCommand],
  ["cultivate", cultivateCommand],
];
const ALL: readonly (readonly [string, Command])[] = [
  ...LISTS,
  ["check", checkCommand],
  ["check:workbooks", (argv, terminal) => checkWorkbooksCommand(argv, terminal, () => Promise.resolve([]))],
  ["formula", formulaCommand],
  ["seeds", seedsCommand],
  ["start", (argv, terminal) => serveCommand(argv, terminal, false)],
  ["dev:excel", (argv, terminal) => serveCommand(argv, terminal, true)],
  ["build", buildCommand],
  ["manifest", manifestCommand],
  ["check:manifest", checkManifestCommand],
  ["metadata", metadataCommand],
];

const folder = mkdtempSync(join(tmpdir(), "zjtx-kit-"));
let files = 0;

function given(ending: string, text: string): string {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  writeFileSync(path, text);
  return path;
}

async function run(command: Command, ...argv: readonly string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await command(argv, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

describe.each(ALL)("%s", (name, command) => {
  test("explains every option it takes, with examples and exit codes, in both languages", async () => {
    const zh = await run(command, "--help");
    const en = await run(command, "--help", "--lang", "en");
    expect([zh.code, en.code, zh.complained, en.complained]).toEqual([0, 0, "", ""]);
    expect(zh.printed).toMatch(new RegExp(`^用法：npm run ${name} -- [^]*例子[^]*退出码：0 `));
    expect(en.printed).toMatch(new RegExp(`^Usage: npm run ${name} -- [^]*Examples[^]*Exit codes: 0 `));
    const options = (text: string): string[] => [...text.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, word]) => word ?? "");
    expect(options(zh.printed)).toEqual(options(en.printed));
    expect(options(zh.printed)).toEqual(expect.arrayContaining(["--lang", "--help"]));
    expect(zh.printed + en.printed).not.toContain("undefined");
  });

  test.each([
    [["--lnag", "en"], "--lang"],
    [["--halp"], "--help"],
    [["-lang", "en"], "--lang"],
    [["——lang", "en"], "--lang"],
    [["--LANG=en"], "--lang"],
  ])("a mistyped %j is named with the option it means", async (words, meant) => {
    const { code, complained } = await run(command, "x.xlsx", ...words);
    expect(code).toBe(2);
    expect(complained).toContain(`“${(words[0] ?? "").replace(/=.*/, "")}”`);
    expect(complained).toMatch(new RegExp(`(?:是不是 |Did you mean )${meant}`));
  });

  test("a word that is not one of the choices, and a value that is missing", async () => {
    expect((await run(command, "x.xlsx", "--lang", "fr")).complained).toContain("--lang 只能是 zh 或 en，现在是“fr”");
    expect((await run(command, "x.xlsx", "--lang")).complained).toContain("--lang 后面要写");
    expect((await run(command, "x.xlsx", "--lang", "zh", "--lang", "en")).complained).toContain("--lang");
  });
});

describe.each(LISTS)("%s", (_, command) => {
  test.each([
    [["--savemap", "x.json"], "--save-map"],
    [["--sheets", "x"], "--sheet"],
    [["--jsn", "-"], "--json"],
    [["--output", "x.xlsx"], "--out"],
    [["--fact"], "--facts"],
  ])("%j is taken for a mistyped option", async (words, meant) => {
    const { code, complained } = await run(command, "x.xlsx", ...words);
    expect([code, complained.includes(`是不是 ${meant}？`)]).toEqual([2, true]);
  });

  test("an option without its value, a flag with one, and facts without the JSON they stand in", async () => {
    expect((await run(command, "x.xlsx", "--sheet", "--facts")).complained).toContain("--sheet 后面要写表名");
    expect((await run(command, "x.xlsx", "--facts=yes")).complained).toContain("--facts 后面不用写值");
    expect((await run(command, "x.xlsx", "--facts")).complained).toContain("--facts 和 --json 一起用");
  });

  test("nothing is written over what is read, whatever it is called, and no two files are one", async () => {
    const input = given("csv", "企业名称\n甲公司\n");
    const map = given("json", "{}");
    const [hard, soft] = [join(folder, `hard-${files}.xlsx`), join(folder, `soft-${files}.xlsx`)];
    linkSync(input, hard);
    symlinkSync(input, soft);
    const before = readFileSync(input, "utf8");
    for (const [words, said] of [
      [["--out", hard], "输出文件不能是输入文件"],
      [["--out", soft], "输出文件不能是输入文件"],
      [["--json", input], "输出文件不能是输入文件"],
      [["--map", map, "--save-map", map], "--map 读的文件"],
      [["--json", join(folder, "a.json"), "--save-map", join(folder, "b", "..", "a.json")], "同一个文件"],
    ] as const) {
      const { code, complained } = await run(command, input, ...words);
      expect([code, complained.includes(said)]).toEqual([2, true]);
    }
    expect(readFileSync(input, "utf8")).toBe(before);
  });
});

const told = z.object({
  reading: z.object({
    sheets: z.array(z.string()),
    columns: z.array(z.looseObject({ cell: z.string(), field: z.string().nullable(), use: z.string() })),
    doubts: z.array(z.looseObject({ id: z.string(), cell: z.string() })),
  }),
  rows: z.array(z.looseObject({ name: z.string(), facts: z.record(z.string(), z.unknown()) })),
});

/** A list of each kind with an amount in yuan under no unit, or a note nobody knows: its column, its field, and what it is in the end. */
const DOUBTFUL = [
  {
    name: "score",
    command: scoreCommand,
    text: "企业名称,营业收入,从业人员\n甲公司,120000000,100\n乙公司,80000000,80\n",
    cell: "B1",
    unit: "元",
    fact: "revenue",
    values: [12_000, 8_000],
  },
  {
    name: "cultivate",
    command: cultivateCommand,
    text: "企业名称,营业收入,从业人员\n甲公司,120000000,100\n乙公司,80000000,80\n",
    cell: "B1",
    unit: "元",
    fact: "revenue",
    values: [12_000, 8_000],
  },
  {
    name: "cluster",
    command: clusterCommand,
    text: "集群名称,营业收入（万亩）,利润总额（万元）\n甲集群,1200,100\n乙集群,800,80\n",
    cell: "B1",
    unit: "万元",
    fact: "cluster_revenue",
    values: [1_200, 800],
  },
  {
    name: "riders",
    command: ridersCommand,
    text: "骑手编号,平台,缴费月份,就业地,参保地,本月收入（百斤）\nR1,美团,2025-12,北京,泉州,7400\nR2,美团,2025-12,北京,泉州,7000\n",
    cell: "F1",
    unit: "元",
    fact: "income",
    values: [7_400, 7_000],
  },
] as const;

test.each(DOUBTFUL)("$name asks about a doubtful column, and reads it once the mapping answers", async (one) => {
  const { command, cell, unit, fact, values } = one;
  const input = given("csv", one.text);
  const [map, out] = [join(folder, `map-${files}.json`), join(folder, `out-${files}.xlsx`)];
  const first = await run(command, input, "--out", out, "--json", "-", "--facts", "--save-map", map);
  expect(first.code).toBe(0);
  const asked = told.parse(JSON.parse(first.printed));
  expect(asked.reading.doubts.map((doubt) => doubt.cell)).toEqual([cell]);
  expect(asked.rows.map(({ facts }) => facts[fact])).toEqual([undefined, undefined]);
  expect(first.complained).toContain("怎么确认：加 --save-map");
  expect(first.complained).toContain(map);

  const written = readFileSync(map, "utf8");
  expect(written).toContain('"confirmed":false');
  writeFileSync(
    map,
    written.replace(/"unit":"[^"]*","confirmed":false|"confirmed":false/, `"unit":"${unit}","confirmed":true`),
  );
  const again = await run(command, input, "--out", out, "--json", "-", "--facts", "--map", map);
  const answered = told.parse(JSON.parse(again.printed));
  expect(answered.reading.doubts).toEqual([]);
  expect(answered.rows.map(({ facts }) => facts[fact])).toEqual(values);
  expect(again.complained).not.toContain("怎么确认");
});

test("A likely column has one line where nothing is asked, and a sure one none", async () => {
  const input = given("csv", "企业名称,营业收入,2025年从业人员\n甲公司,12000,100\n");
  const { printed } = await run(scoreCommand, input, "--out", join(folder, "likely.xlsx"));
  expect(printed).toMatch(/^ {2}~ “营业收入”没写单位，按万元算/m);
  expect(printed).not.toContain("从业人员");
  expect(printed).not.toContain("怎么确认");
});
