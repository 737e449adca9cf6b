import { formulaCommand } from "../../../src/workbench/formulas/formula-command";

interface Ran {
  readonly code: number;
  readonly printed: readonly string[];
  readonly complaints: string;
}

async function ran(...argv: readonly string[]): Promise<Ran> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await formulaCommand(argv, {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed, complaints: complaints.join("\n") };
}

const BOOK = ["--book", "seeds/samples/山东示例企业.xlsx"];

describe("refused with exit code 2:", () => {
  test.each([
    ["no formula", [], "用法"],
    ["a formula of nothing", ["="], "公式是空的"],
    ["two formulas", ["=1", "=2"], "=2"],
    ["an option nobody knows", ["=1", "--bock", "x.xlsx"], "参数不对"],
    ["a language there is not", ["=1", "--lang", "de"], "de"],
    ["a file that is not there", ["=1", "--book", "没有.xlsx"], "没有找到文件"],
    ["a folder as workbook", ["=1", "--book", "seeds"], "文件夹"],
    ["a formula that breaks off", ["=SUM(1,2"], "写得不完整"],
    ["a sheet that the workbook does not have", ["=SUM(名单!A1)", ...BOOK], "企业名单"],
    ["a quoted sheet without a workbook", ["=SUM('企业 名单'!A1)"], "--book"],
    ["wrong arguments, in English", ["=1", "=2", "--lang", "en"], "single quotes"],
  ])("%s", async (_what, argv, reason) => {
    const { code, printed, complaints } = await ran(...argv);
    expect(complaints).toContain(reason);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
  });
});

test.each([
  ["--help", "zh", "用法"],
  ["-h", "en", "Exit codes"],
])("%s in %s tells usage, options, functions and exit codes", async (option, language, word) => {
  const { code, printed, complaints } = await ran(option, "--lang", language);
  expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
  for (const said of [word, "--book", "TIER_ELIGIBLE", "2"]) expect(printed.join("\n")).toContain(said);
});

test("an error of Excel's own functions is explained too", async () => {
  const divided = await ran("=1/0");
  expect(divided).toMatchObject({ code: 2, printed: ["#DIV/0!"] });
  expect(divided.complaints).toContain("除数");
  expect((await ran('=SUM("a")', "--lang", "en")).complaints).toContain("wrong kind");
});

test("a value is printed", async () => {
  expect(await ran('=ZJTX.ENTERPRISE_SIZE("C35",120,5600)')).toEqual({ code: 0, printed: ["小型"], complaints: "" });
});

test("an Excel error is printed as Excel shows it, with its message beside and exit code 2", async () => {
  const size = await ran('=ZJTX.ENTERPRISE_SIZE("C35",20,A1)');
  expect(size).toEqual({ code: 2, printed: ["#N/A"], complaints: "规模还说不准，缺：营业收入。" });
  const english = await ran('=ZJTX.ENTERPRISE_SIZE("C35",20,A1)', "--lang", "en");
  expect(english.complaints).toBe("The size class is not known yet. Missing: Operating revenue.");
  expect(await ran("=NOPE(1)")).toMatchObject({ code: 2, printed: ["#NAME?"] });
});

test("a column of a workbook spills into lines; its errors are told and the exit code stays 0", async () => {
  const { code, printed, complaints } = await ran("=ZJTX.TIER_ELIGIBLE(企业名单!A1:BE1,企业名单!A2:BE4)", ...BOOK);
  expect(code).toBe(0);
  expect(printed).toEqual(["TRUE", "#N/A", "FALSE"]);
  expect(complaints).toMatch(/^第2行：.*从事细分市场年限/);
});

test("a table spills into tab-separated lines of one width", async () => {
  const { code, printed } = await ran('=ZJTX.CRITERIA("小巨人")');
  expect(code).toBe(0);
  expect(new Set(printed.map((line) => line.split("\t").length))).toEqual(new Set([6]));
  expect(printed[1]).toContain("专精特新“小巨人”企业");
});

test("Excel's own functions see the workbook's cells", async () => {
  expect(await ran("=COUNTA(企业名单!B2:B301)", ...BOOK)).toMatchObject({ code: 0, printed: ["300"] });
});
