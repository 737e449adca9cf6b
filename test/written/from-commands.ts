/** One workbook of every kind that the commands write, from lists as they come: samples, and files that make it hard. */
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterCommand } from "../../src/commands/cluster-command";
import { cultivateCommand } from "../../src/commands/cultivate-command";
import { ridersCommand } from "../../src/commands/riders-command";
import type { Terminal } from "../../src/commands/kit/terminal";
import { scoreCommand } from "../../src/commands/score-command";
import { craftPackage, sheetData, type CraftedWorkbook } from "../commands/craft-package";
import { goodParts, zipped } from "../xlsx/check/workbook-parts";

const SAMPLES = "seeds/samples";
const FIRMS = `${SAMPLES}/公开报道企业.xlsx`;
const MANY_FIRMS = `${SAMPLES}/山东示例企业.xlsx`;
const CLUSTERS = `${SAMPLES}/山东集群示例.xlsx`;
const RIDERS = `${SAMPLES}/骑手示例.xlsx`;

type Command = (argv: readonly string[], terminal: Terminal) => Promise<number>;

/** Name of the output -> the command and its arguments, the output aside. */
type Runs = Readonly<Record<string, readonly [Command, readonly string[]]>>;

const inSheet = (body: string, more: Partial<CraftedWorkbook> = {}): Uint8Array =>
  craftPackage({ sheets: [{ name: "名单", body }], ...more });

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const LIST = sheetData(
  text("A1", "企业名称") + text("B1", "营业收入（万元）") + text("C1", "备注"),
  `${text("A2", "示例甲公司（虚构）")}<c r="B2"><v>12000</v></c>${text("C2", "=1+1")}`,
  `${text("A3", "示例乙公司（虚构）")}<c r="B3"><v>800.5</v></c>`,
);

/** Lists that are hard to write beside, by file name. */
function hardInputs(): ReadonlyMap<string, string | Uint8Array> {
  const long = "很长的说明".repeat(6500);
  return new Map<string, string | Uint8Array>([
    // Tables with Chinese names, notes, a chart, conditions, validations, names, hidden sheets, days from 1904, a list of computations.
    ["齐全.xlsx", zipped(goodParts)],
    ["带前缀.xlsx", inSheet(LIST.replaceAll(/<(\/?)(?=\w)/g, "<$1x:"), { prefix: "x:" })],
    ["严格格式.xlsx", inSheet(LIST, { strict: true })],
    ["没有格式.xlsx", inSheet(LIST)],
    [
      "公式样的字.csv",
      `企业名称,营业收入（万元）,备注\n=示例甲（虚构）,12000,"-\u0007_x0041_<&>""\n第二行"\n+示例乙（虚构）,@800,${long}\n`,
    ],
    ["重复的栏目.csv", `企业名称,企业名称,备注,备注,,\n示例甲公司（虚构）,甲,一,二,三,四\n`],
  ]);
}

function runs(folder: string): Runs {
  const input = (name: string): string => join(folder, name);
  const inBoth = (name: string, command: Command, argv: readonly string[]): Runs => ({
    [name]: [command, argv],
    [`${name}_en`]: [command, [...argv, "--lang", "en"]],
  });
  return {
    ...inBoth("评分", scoreCommand, [FIRMS]),
    ...inBoth("透明评分表", scoreCommand, [FIRMS, "--native"]),
    ...inBoth("脱敏", scoreCommand, [FIRMS, "--masked"]),
    ...inBoth("培育库", cultivateCommand, [FIRMS]),
    ...inBoth("成长方案", cultivateCommand, [FIRMS, "--plans"]),
    ...inBoth("集群", clusterCommand, [CLUSTERS, "--targets", "all"]),
    ...inBoth("骑手", ridersCommand, [RIDERS, "--back-payment", "--budget"]),
    评分_复核: [scoreCommand, [MANY_FIRMS, "--purpose", "review", "--sheet", "杂乱企业名单"]],
    成长方案_很多家: [cultivateCommand, [MANY_FIRMS, "--plans"]],
    脱敏_很多家: [scoreCommand, [MANY_FIRMS, "--masked"]],
    评分_什么都有: [scoreCommand, ["test/cases/files/everything.xlsx"]],
    ...Object.fromEntries<Runs[string]>(
      [...hardInputs().keys()].flatMap((name) => {
        const plain = name.replace(/\.\w+$/, "");
        return [
          [`评分_${plain}`, [scoreCommand, [input(name)]]],
          [`脱敏_${plain}`, [scoreCommand, [input(name), "--masked"]]],
          [`成长方案_${plain}`, [cultivateCommand, [input(name), "--plans"]]],
        ] as const;
      }),
    ),
  };
}

/** Writes all of them into the folder and gives their paths. @throws Error where a command refuses */
export async function writeFromCommands(folder: string): Promise<readonly string[]> {
  for (const [name, content] of hardInputs()) writeFileSync(join(folder, name), content);
  const written: string[] = [];
  const run = async (name: string, [command, argv]: Runs[string]): Promise<void> => {
    const path = join(folder, `${name}.xlsx`);
    const said: string[] = [];
    const code = await command([...argv, "--out", path], {
      print: () => undefined,
      complain: (line) => said.push(line),
    });
    if (code !== 0) throw new Error(`${name}: ${said.join(" ")}`);
    written.push(path);
  };
  for (const [name, one] of Object.entries(runs(folder))) await run(name, one);
  // A workbook that holds results already: they are replaced, and plans join them.
  await run("评分_再评", [scoreCommand, [join(folder, "评分_齐全.xlsx")]]);
  await run("评分_再评方案", [cultivateCommand, [join(folder, "评分_齐全.xlsx"), "--plans"]]);
  const macros = join(folder, "带宏.xlsm");
  writeFileSync(macros, withMacros());
  await scoreCommand([macros, "--out", join(folder, "评分_带宏.xlsm")], {
    print: () => undefined,
    complain: () => undefined,
  });
  for (const sample of [FIRMS, MANY_FIRMS, CLUSTERS, RIDERS]) {
    const copy = join(folder, `样例_${sample.slice(SAMPLES.length + 1)}`);
    copyFileSync(sample, copy);
    written.push(copy);
  }
  return [...written, join(folder, "评分_带宏.xlsm")];
}

/** The same list as a workbook with macros (none in it). */
function withMacros(): Uint8Array {
  const types = goodParts.get("[Content_Types].xml") ?? "";
  const macro = types.replace(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  );
  return zipped(new Map([...goodParts, ["[Content_Types].xml", macro]]));
}
