import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterCommand } from "../../src/commands/cluster-command";
import { readWorkbook } from "../../src/commands/read-workbook";

const SAMPLE = "seeds/samples/山东集群示例.xlsx";
const folder = mkdtempSync(join(tmpdir(), "zjtx-cluster-"));

async function run(...argv: readonly string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await clusterCommand(argv, {
    print: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

describe("From the sample, one command", () => {
  const out = join(folder, "out.xlsx");
  test("gives the board with 6 of 8 and 20 of 30, refuses 18,071 of 2,500, and leaves the input sheets as they are", async () => {
    const { code, said } = await run(SAMPLE, "--out", out);
    expect(code).toBe(0);
    expect(said).toContain("国家级先进制造业集群 6/8 = 75%");
    expect(said).toContain("省级先进制造业集群 20/30 = 66.67%");
    expect(said).toMatch(/⊘ 不能比 省级以上专精特新中小企业 18,071\/2,500：.*18071÷2500 不是完成率/);
    expect(said).toContain("“新能源汽车集群（虚构）”和“新能源汽车产业集群（虚构）”像是同一个集群的两种写法");
    const written = await readWorkbook(out);
    expect(written.grids.map(({ sheet }) => sheet).filter((name) => name.startsWith("评分_"))).toEqual([]);
    const [before, after] = await Promise.all([readWorkbook(SAMPLE, "集群清单"), readWorkbook(out, "集群清单")]);
    expect(after.grids[0]?.rows).toEqual(before.grids[0]?.rows);
    const results = [
      "目标看板",
      "落后指标",
      "目标来源",
      "集群",
      "集群排名",
      "按产业集群汇总",
      "按产业链汇总",
      "链主",
      "产业地图",
    ];
    for (const name of results) expect((await readWorkbook(out, `评分_${name}`)).grids).toHaveLength(1);
  });

  test("says the same in English", async () => {
    const { code, said } = await run(SAMPLE, "--out", join(folder, "en.xlsx"), "--lang", "en");
    expect(code).toBe(0);
    expect(said).toContain("not comparable Provincial-and-above: Specialised SMEs 18,071/2,500: different scopes");
    expect(said).toContain("Written to");
  });
});

describe("Wrong arguments are said with what to write", () => {
  test.each([
    [["--targets", "sd-clusters-2024"], "是不是 sd-clusters-2023？"],
    [["--as-of", "2026-02-30"], "真实存在的日期"],
    [["--by", "city"], "只能是 cluster"],
    [["--rank", "size"], "可以写：revenue"],
    [["--out", "x.csv"], "要以 .xlsx 结尾"],
    [["--out", SAMPLE], "输出文件不能是输入文件"],
    [["--lang", "fr"], "只能是 zh 或 en"],
    [["--speed"], "参数不对"],
  ])("%j", async (more, words) => {
    const { code, complained } = await run(SAMPLE, ...more);
    expect(code).toBe(2);
    expect(complained).toContain(words);
  });

  test("A file that is not there, and a workbook without any cluster sheet", async () => {
    expect((await run("没有.xlsx")).code).toBe(2);
    const { code, complained } = await run("seeds/samples/骑手示例.xlsx", "--out", join(folder, "none.xlsx"));
    expect([code, complained.length > 10]).toEqual([2, true]);
  });

  test("A list with more rows than its file has room for", async () => {
    const path = join(folder, "filled-down.csv");
    const rows = Array.from({ length: 21_000 }, (_, row) => `${row.toString(36)},乙\n`).join("");
    writeFileSync(path, `企业名称,所属产业集群\n${rows}`);
    const { code, complained } = await run(path, "--out", join(folder, "filled-down.xlsx"));
    expect([code, complained]).toEqual([2, expect.stringContaining("平均每行不到 10 字节")]);
  });

  test("--help lists the target documents in both languages", async () => {
    expect((await run("--help")).said).toContain("sd-clusters-2023");
    expect((await run("--help", "--lang", "en")).said).toContain("Shandong's 3830 cluster targets");
  });
});
