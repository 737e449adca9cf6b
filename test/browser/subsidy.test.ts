import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook } from "../../src/commands/read-workbook";
import { ridersCommand } from "../../src/commands/riders-command";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openFile, openWorkbench, saveFile, type } from "./harness/workbench";

const SAMPLE = "seeds/samples/骑手示例.xlsx";
const SHEETS = ["评分_骑手补贴", "评分_补贴汇总", "评分_补发", "评分_补贴测算", "评分_补贴来源"];
const browser = useBrowser();

async function resultsIn(path: string): Promise<unknown> {
  return await Promise.all(
    SHEETS.map(async (sheet) => [sheet, (await readWorkbook(path, sheet)).grids[0]?.rows] as const),
  );
}

async function commandLine(): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), "zjtx-command-")), "out.xlsx");
  const said: string[] = [];
  const argv = [SAMPLE, "--sheet", "骑手名单", "--budget", "--back-payment", "--out", out];
  const terminal = { print: () => undefined, complain: (line: string) => void said.push(line) };
  expect([await ridersCommand(argv, terminal), said]).toEqual([0, []]);
  return out;
}

test("a list of riders in the pane comes out cell for cell as on the command line", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, SAMPLE);
  await pane.getByRole("tab", { name: "补贴" }).click();
  await pane.getByRole("tab", { name: "批量" }).click();
  await pane.getByRole("button", { name: "算这张表的补贴" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  expect(await pane.getByText("“骑手名单”算完了：204名骑手").count()).toBe(1);
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "subsidy-batch");
  expect(await resultsIn(await saveFile(page))).toEqual(await resultsIn(await commandLine()));
});

test("one rider is judged as typed, and a blank month leaves the answer open", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("tab", { name: "补贴" }).click();
  await pane.getByText("符合条件，这个月补贴443.30元。").waitFor();
  await pane.getByText("4,433 × 20% × 50% = 443.30").waitFor();
  await pane.getByLabel("当月", { exact: true }).fill("7161.99");
  await pane.getByText("这个月不发补贴。").waitFor();
  await pane.getByText("最早2026年1月能领").waitFor();
  await pane.getByLabel("当月", { exact: true }).fill("约7400");
  await pane.getByText("“约7400”没法当收入用").waitFor();
  await pane.getByText(/还说不准能不能领/).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "subsidy-one");
});

test("a budget follows its sliders' boxes, and own figures fill a gap and are kept with the workbook", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("tab", { name: "补贴" }).click();
  await pane.getByRole("tab", { name: "测算" }).click();
  await pane.getByText("每月 797,940.00元", { exact: true }).waitFor();
  await pane.getByRole("button", { name: "用 80%" }).click();
  await pane.getByText("每月 3,546,400.00元", { exact: true }).waitFor();
  await pane.getByLabel("缴费月份").fill("2026-03");
  await pane.getByText("每月 还不知道", { exact: true }).waitFor();
  await pane.getByRole("button", { name: "怎么算" }).click();
  for (const [label, text] of [
    ["地方", "福建"],
    ["下限（元/月）", "4600"],
    ["从（月）", "2026-01"],
    ["到（月）", "2026-12"],
  ] as const)
    await pane.getByLabel(label, { exact: true }).fill(text);
  await pane.getByRole("button", { name: "填上" }).click();
  await pane.getByText("每月 3,680,000.00元", { exact: true }).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "subsidy-budget");
});

test("the printed amounts come out in cells", async () => {
  const { page } = await openWorkbench(browser);
  const formulas = [
    "=ZJTX.SUBSIDY(4433,20%,50%)",
    '=ZJTX.SUBSIDY(ZJTX.CONTRIBUTION_BASE("南通","2025-06","2025-06"),20%,50%)',
    "=ZJTX.SUBSIDY(7162,20%)+584.92",
    "=12*(ZJTX.SUBSIDY(7162,20%)+584.92)",
    '=ZJTX.INJURY_FEE("外卖",1000)',
  ];
  for (const [at, formula] of formulas.entries()) await type(page, `BH${at + 2}`, formula);
  const [grid] = (await readWorkbook(await saveFile(page), "企业名单")).grids;
  const cells = formulas.map((_, at) => grid?.rows[at + 1]?.[59]);
  expect(cells.map((cell) => (typeof cell === "number" ? Math.round(cell * 100) / 100 : cell))).toEqual([
    443.3, 487.9, 2017.32, 24_207.84, 70,
  ]);
});
