/** The masked copy holds what is known and nothing else: in its cells, its file's name, its other parts and the JSON beside it. */
import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readWorkbook } from "../../src/commands/read-workbook";
import { scoreCommand } from "../../src/commands/score-command";
import { Identities } from "../../src/sharing/masking/identities";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { craftPackage, sheetData } from "../commands/craft-package";

const folder = mkdtempSync(join(tmpdir(), "masked-copy-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;

function file(content: string | Uint8Array, name: string): string {
  files += 1;
  const path = join(mkdtempSync(join(folder, `${files}-`)), name);
  writeFileSync(path, content);
  return path;
}

const NAMES = [
  "青岛海川机械",
  "海川",
  "济南泉城软件",
  "烟台东方阀门",
  "烟台阀门",
  "王小明",
  "李四投资",
  "国家电网",
  "山东移动",
  "91370100XN0000012P",
  "13812345678",
  "wang@haichuan.cn",
];

const LIST = [
  "企业名称,企业简称,曾用名,统一社会信用代码,成立日期,营业收入（万元）,从业人员（人）,控股股东,实际控制人,主要客户,法人,备注,是否规上,流水号",
  "青岛海川机械有限公司,海川机械,青岛老海川机械厂,91370100XN0000012P,2012-09-13,9189.87,137,海川控股集团,王小明,国家电网公司,王小明,联系王小明 13812345678 wang@haichuan.cn,是,6222021234567890123",
  "济南泉城软件股份有限公司,泉软,,91370100MA3XN00012,2015-01-02,812.5,40,李四投资,李四,山东移动,李四,同青岛海川机械有限公司,否,",
  '烟台东方阀门有限公司,东阀,烟台阀门,91370600MA3XN00055,2009-03-04,"12,345.6",220,张三丰,张三丰,中石化,张三丰,,是（王小明填）,',
].join("\n");

async function masked(input: string, ...more: readonly string[]) {
  files += 1;
  const [out, json] = [join(folder, `${files}.xlsx`), join(folder, `${files}.json`)];
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const argv = [input, "--masked", "--out", out, "--json", json, ...more];
  const code = await scoreCommand(argv, { print: say, complain: say });
  const parts = existsSync(out) ? Object.values(unzipSync(readFileSync(out))).map((bytes) => strFromU8(bytes)) : [];
  const list = existsSync(out) ? ((await readWorkbook(out)).grids[0]?.rows ?? []) : [];
  return {
    code,
    said: said.join("\n"),
    text: parts.join(""),
    json: existsSync(json) ? readFileSync(json, "utf8") : "",
    list,
    out,
  };
}

test("names under whatever heading, numbers of persons and the file's own name stay behind", async () => {
  const { code, text, json, list, said } = await masked(file(LIST, "青岛海川机械有限公司.csv"));
  expect(code).toBe(0);
  for (const name of NAMES) expect([name, text.includes(name), json.includes(name)]).toEqual([name, false, false]);
  expect(said).toMatch(/没有放进脱敏副本的列.*C 曾用名.*H 控股股东.*I 实际控制人.*J 主要客户.*L 备注/);
  const [headings = [], first = []] = list;
  const of = (heading: string) => first[headings.indexOf(heading)];
  expect([of("营业收入（万元）"), of("从业人员（人）"), of("成立日期")]).toEqual(["9189.87", "137", "2012-09-13"]);
  expect(of("企业名称")).toMatch(/^企业\w{6}$/);
});

test("a figure's cell with a name beside the figure is left out, the known ones stay", async () => {
  const { list } = await masked(
    file(LIST.replace(",137,", ",137（含劳务）,").replace(",220,", ",220（王小明填）,"), "名单.csv"),
  );
  const column = list[0]?.indexOf("从业人员（人）") ?? -1;
  expect(list.slice(1).map((row) => row[column] ?? null)).toEqual([null, "40", null]);
});

test("a column that somebody keeps stays, its names masked", async () => {
  const { code, text, list } = await masked(file(LIST, "名单.csv"), "--keep-column", "备注");
  expect(code).toBe(0);
  for (const name of NAMES.slice(0, 8)) expect([name, text.includes(name)]).toEqual([name, false]);
  const column = list[0]?.indexOf("备注") ?? -1;
  expect(list[2]?.[column]).toMatch(/^同企业\w{6}$/);
});

test.each([
  ["a name split by a blank", "青岛海 川机械有限公司"],
  ["a name without its legal form", "见泉城软件：济南泉城软件一案"],
  ["a name in full-width letters and blanks", "青岛 海川　机械"],
])("%s that a kept column lets through keeps the copy from being written", async (_, remark) => {
  const { code, said, text, json } = await masked(
    file(LIST.replace("同青岛海川机械有限公司", remark), "名单.csv"),
    "--keep-column",
    "备注",
  );
  expect([code, text.length, json.length]).toEqual([2, 0, 0]);
  expect(said).toContain("没有写脱敏副本");
});

test("an output called by a name is refused", async () => {
  const said: string[] = [];
  const out = join(folder, "海川机械.xlsx");
  const argv = [file(LIST, "名单.csv"), "--masked", "--out", out];
  const code = await scoreCommand(argv, { print: () => undefined, complain: (line) => said.push(line) });
  expect([code, existsSync(out)]).toEqual([2, false]);
  expect(said.join("")).toContain("海川机械");
});

test("hidden sheets, rows and columns, sheets' names and titles stay behind; days are shown as days", async () => {
  const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const row = (at: number, name: string, hidden = ""): string =>
    `<row r="${at}"${hidden}>${text(`A${at}`, name)}<c r="B${at}" s="1"><v>41165</v></c><c r="C${at}"><v>9189</v></c>${text(`D${at}`, "深藏不露")}</row>`;
  const body =
    `<cols><col min="4" max="4" width="9" hidden="1"/></cols><sheetData><row r="1">${text("A1", "青岛海川集团 2025年 单位：万元")}</row>` +
    `<row r="2">${text("A2", "企业名称")}${text("B2", "成立日期")}${text("C2", "营业收入")}${text("D2", "从业人员")}</row>` +
    `${row(3, "青岛海川机械有限公司")}${row(4, "济南泉城软件有限公司", ` hidden="1"`)}${row(5, "烟台东方阀门有限公司")}</sheetData>`;
  const path = file(
    craftPackage({
      sheets: [
        { name: "海川集团", body },
        { name: "底稿", body: sheetData(text("A1", "内部资料勿传")), state: "hidden" },
      ],
      styles: `<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`,
    }),
    "名单.xlsx",
  );
  const { code, text: parts, json, out, said, list } = await masked(path);
  expect(code).toBe(0);
  for (const name of ["海川", "泉城", "东方阀门", "深藏", "内部资料", "底稿"])
    expect([name, parts.includes(name), json.includes(name)]).toEqual([name, false, false]);
  expect(said).toContain("底稿");
  expect(list[0]).toEqual(["2025年 单位：万元"]);
  expect(list[3]).toEqual([]);
  const book = await openXlsx(new Uint8Array(readFileSync(out)));
  const day = book.sheets[0]?.cells[2]?.[1];
  expect([day?.value, book.styles[day?.style ?? -1]?.numberFormat]).toEqual([41165, expect.stringMatching(/y/)]);
});

test("amounts are rounded, days cut to years and enterprises put in another order where asked", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `示例${at}号机械有限公司,2012-09-${String((at % 28) + 1).padStart(2, "0")},${9100 + at * 7},${100 + at}`,
  );
  const path = file(`企业名称,成立日期,营业收入（万元）,从业人员（人）\n${rows.join("\n")}`, "名单.csv");
  const { code, list } = await masked(path, "--round", "2", "--years-only", "--shuffle");
  expect(code).toBe(0);
  const cells = list.slice(1);
  expect(new Set(cells.map(([, day]) => day))).toEqual(new Set(["2012"]));
  expect(new Set(cells.map(([, , amount]) => amount))).toEqual(new Set(["9100", "9200", "9300", "9400"]));
  const employees = cells.map((row) => Number(row[3]));
  const inOrder = rows.map((_, at) => 100 + at);
  expect([...employees].sort((left, right) => left - right)).toEqual(inOrder);
  expect(employees).not.toEqual(inOrder);
});

test.each([["--keep-column", "备注"], ["--shuffle"], ["--round", "2"], ["--years-only"]])(
  "%s without --masked is refused",
  async (...words) => {
    const said: string[] = [];
    const argv = [file(LIST, "名单.csv"), ...words];
    expect(await scoreCommand(argv, { print: () => undefined, complain: (line) => said.push(line) })).toBe(2);
    expect(said.join("")).toContain("--masked");
  },
);

describe("identities are found", () => {
  const identities = new Identities();
  identities.addName("山东海纳百川（集团）股份有限公司");
  identities.addName("王五");
  identities.addCode("91370100XN0000012P");
  test.each([
    ["as they are", "甲山东海纳百川（集团）股份有限公司乙", true],
    ["without their legal form", "山东海纳百川的产品", true],
    ["split by blanks", "山东 海纳 百川", true],
    ["with marks nobody sees", "山东\u200b海纳\u00ad百川", true],
    ["full-width", "９１３７０１００ＸＮ００００012p", true],
    ["not in words that share their beginning", "山东海纳之外", false],
    ["not where two signs alone are known", "王五", false],
  ])("%s", (_, text, found) => {
    expect(identities.foundIn(text) !== null).toBe(found);
  });
});
