/** The copies and the check as the command line gives them. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { checkCommand } from "../../src/commands/check-command";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { outlineOf } from "../../src/xlsx/workbook-outline";
import { scoreCommand } from "../../src/commands/score-command";
import type { Terminal } from "../../src/commands/kit/terminal";

const SAMPLE = "seeds/samples/公开报道企业.xlsx";
const folder = mkdtempSync(join(tmpdir(), "zjtx-share-"));

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

async function ran(
  command: (argv: readonly string[], terminal: Terminal) => Promise<number>,
  ...argv: string[]
): Promise<Ran> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await command(argv, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed: printed.join("\n"), complained: complained.join("\n") };
}

/** The text of every part of a written workbook. */
function partsOf(path: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("the native copy", () => {
  test("holds plain formulas without stored results, notes with clauses, and a locked rule sheet with free lines", async () => {
    const out = join(folder, "native.xlsx");
    expect((await ran(scoreCommand, SAMPLE, "--native", "--out", out)).code).toBe(0);
    const parts = partsOf(out);
    const [table = "", rules = ""] = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"].map(
      (name) => parts.get(name) ?? "",
    );
    expect(parts.get("xl/workbook.xml")).toMatch(/评分_透明评分表.*评分_规则与标准线.*评分_来源与假设/);
    expect(table).toMatch(/<f t="shared" ref="[A-Z]+\d+:[A-Z]+\d+" si="\d+">IF\(/);
    expect(table).not.toMatch(/<\/f><v>/);
    expect(table + rules).not.toMatch(/LET\(|LAMBDA\(|IFS\(|_xlfn|ZJTX\./);
    expect(parts.get("xl/comments1.xml")).toContain("附件2第1项");
    expect(rules).toContain(`<sheetProtection sheet="1"`);
    expect(parts.get("xl/styles.xml")).toContain(`<protection locked="0"/>`);
  });

  test("no formula is longer than Excel takes, and shared ones stay on their sheet", async () => {
    const out = join(folder, "native-long.xlsx");
    await ran(scoreCommand, SAMPLE, "--native", "--out", out);
    const table = partsOf(out).get("xl/worksheets/sheet1.xml") ?? "";
    const shared = [...table.matchAll(/<f t="shared" ref[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    expect(shared.length).toBeGreaterThan(100);
    expect(Math.max(...shared.map((text) => text.length))).toBeLessThan(8192);
    expect(shared.filter((text) => text.includes("!"))).toEqual([]);
  });

  test.each(["little-giant，tech-sme", "小巨人、科小", "Little Giant, Technology SME", "little-giant tech-sme"])(
    "keeps to the tiers asked for by id, name or the word people use: %s",
    async (tiers) => {
      const out = join(folder, "native-tiers.xlsx");
      expect((await ran(scoreCommand, SAMPLE, "--native", "--tiers", tiers, "--out", out)).code).toBe(0);
      const rules = partsOf(out).get("xl/worksheets/sheet2.xml") ?? "";
      expect(rules).toContain("小巨人");
      expect(rules).toContain("科技型中小企业");
      expect(rules).not.toContain("单项冠军");
    },
  );

  test.each([
    [["--tiers", "little-giant"], "--tiers 和 --native 一起用：选透明评分表里要哪几个层级。"],
    [
      ["--native", "--tiers", "giant"],
      "--tiers 里的“giant”不认识，或这一天没有施行的标准。可以写：innovative（创新型中小企业）",
    ],
    [["--native", "--out", "x.xlsm"], "副本里没有宏，文件名要以 .xlsx 结尾，现在是“x.xlsm”。"],
  ])("%p is refused with what to do", async (options, message) => {
    const { code, complained } = await ran(scoreCommand, SAMPLE, ...options);
    expect([code, complained.slice(0, message.length)]).toEqual([2, message]);
  });
});

describe("the check", () => {
  test("finds nothing in a workbook as it was written, in either language", async () => {
    for (const language of ["zh", "en"]) {
      const out = join(folder, `scored-${language}.xlsx`);
      await ran(scoreCommand, SAMPLE, "--lang", language, "--out", out);
      const { code, printed } = await ran(checkCommand, out);
      expect([code, printed]).toEqual([0, "核对完毕：输入、结果和标准都和评分时一致。"]);
    }
  });

  test("finds a verdict that was changed inside the file", async () => {
    const out = join(folder, "scored.xlsx");
    await ran(scoreCommand, SAMPLE, "--out", out);
    const parts = PackageParts.open(readFileSync(out));
    const name = outlineOf(parts).sheets.find((sheet) => sheet.name === "评分_结果")?.part;
    if (name === undefined) throw new Error("no sheet of results");
    const items: readonly string[] = parts.text("xl/sharedStrings.xml").match(/<si\b.*?(?:<\/si>|\/>)/gs) ?? [];
    const open = `t="s"><v>${items.indexOf("<si><t>? 待补数据</t></si>")}</v>`;
    parts.set(name, parts.text(name).replace(open, `t="inlineStr"><is><t>✓ 达到</t></is>`));
    const tampered = join(folder, "tampered.xlsx");
    writeFileSync(tampered, parts.toBytes());
    const { code, printed } = await ran(checkCommand, tampered);
    expect(code).toBe(3);
    expect(printed).toMatch(/的结果被手工改过。\n +第\d+行“.*”：表里是“✓ 达到”，重算是“\? 待补数据”/);
  });

  test("calls a damaged sheet of results damaged, not missing", async () => {
    const parts = PackageParts.open(readFileSync(join(folder, "scored.xlsx")));
    const name = outlineOf(parts).sheets.find((sheet) => sheet.name === "评分_结果")?.part ?? "";
    parts.set(name, parts.text(name).replace(/t="s"><v>\d+/, `t="s"><v>99999`));
    const damaged = join(folder, "damaged.xlsx");
    writeFileSync(damaged, parts.toBytes());
    const { code, complained } = await ran(checkCommand, damaged);
    expect(code).toBe(2);
    expect(complained).toMatch(/99999/);
  });

  test("says of a workbook that was never scored what to do", async () => {
    const { code, printed } = await ran(checkCommand, SAMPLE);
    expect([code, printed]).toEqual([
      3,
      "没有凭据表，没法核对。可能没有用本程序评过，或者凭据表被删掉了。请用原名单重新评分。",
    ]);
  });

  test.each([[["没有.xlsx"]], [[]], [["a.xlsx", "b.xlsx"]], [[SAMPLE, "--nope"]]])(
    "%p can't be checked: exit code 2",
    async (argv) => {
      const { code, complained } = await ran(checkCommand, ...argv);
      expect(code).toBe(2);
      expect(complained).not.toBe("");
    },
  );
});
