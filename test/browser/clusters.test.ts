import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterCommand } from "../../src/commands/cluster-command";
import { readWorkbook } from "../../src/commands/read-workbook";
import type { Frame } from "playwright-core";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openFile, openWorkbench, paneOf, saveFile } from "./harness/workbench";

const SAMPLE = "seeds/samples/山东集群示例.xlsx";
const SHEETS = ["评分_目标看板", "评分_落后指标", "评分_集群", "评分_集群排名", "评分_链主", "评分_产业地图"];
const browser = useBrowser();

async function resultsIn(path: string): Promise<unknown> {
  return await Promise.all(
    SHEETS.map(async (sheet) => [sheet, (await readWorkbook(path, sheet)).grids[0]?.rows] as const),
  );
}

async function commandLine(): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), "zjtx-command-")), "out.xlsx");
  const said: string[] = [];
  const terminal = { print: () => undefined, complain: (line: string) => void said.push(line) };
  expect([await clusterCommand([SAMPLE, "--out", out], terminal), said]).toEqual([0, []]);
  return out;
}

/** Nothing in the pane is wider than the pane. */
async function expectNarrow(pane: Frame): Promise<void> {
  const { wide, clientWidth } = await pane.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll("header *, main *")].filter(
      (element) =>
        element.getBoundingClientRect().right > clientWidth + 1 && element.closest('[role="region"], option') === null,
    );
    return { wide: wide.map(({ tagName, textContent }) => `${tagName} ${textContent}`), clientWidth };
  });
  expect([clientWidth, wide]).toEqual([clientWidth, []]);
}

test("the sample of the menu and one click on 集群 give the 3830 board, with the refusal and its reason", async () => {
  const { page } = await openWorkbench(browser);
  const before = page.frames().find((frame) => frame.url().includes("pane.html"));
  const gone = before?.waitForSelector("body", { state: "detached" }).catch(() => undefined);
  await page.getByRole("button", { name: "示例" }).click();
  await page.getByRole("menuitem", { name: /山东集群示例/ }).click();
  await gone;
  const pane = await paneOf(page);
  await pane.getByRole("tab", { name: "集群" }).click();
  const line = (name: string): ReturnType<typeof pane.locator> =>
    pane.getByRole("listitem").filter({ has: pane.getByText(name, { exact: true }) });
  await line("国家级先进制造业集群").getByText("75% · 6个 / 8个").waitFor();
  await line("省级先进制造业集群").getByText("66.67% · 20个 / 30个").waitFor();
  const refused = line("省级以上专精特新中小企业");
  await refused.getByText("⊘ 不能比").waitFor();
  await refused.getByText("18,071家 / 2,500家").waitFor();
  await refused.getByText(/范围不同：目标是山东集群文件所列.*18071÷2500 不是完成率/).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await expectNarrow(pane);
  await takePicture(page, "clusters-board");
  for (const [tab, shows, picture] of [
    ["排名", "第1名", "clusters-ranking"],
    ["汇总", "像是同一个集群", "clusters-roll-up"],
    ["链主", "可以补链", "clusters-chains"],
    ["产业地图", /产业\d个，超过\d个的上限/, "clusters-districts"],
  ] as const) {
    await pane.getByRole("tab", { name: tab }).click();
    await pane.getByText(shows).first().waitFor();
    expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
    await expectNarrow(pane);
    await takePicture(page, picture);
  }
  await page.getByRole("button", { name: "English" }).click();
  await pane.getByRole("tab", { name: "Clusters" }).waitFor();
  for (const tab of ["Targets", "Ranking", "Roll-up", "Chains", "Map"]) {
    await pane.getByRole("tab", { name: tab, exact: true }).click();
    await expectNarrow(pane);
  }
  await takePicture(page, "clusters-english");
});

test("the result sheets come out cell for cell as on the command line", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, SAMPLE);
  await pane.getByRole("tab", { name: "集群" }).click();
  await pane.getByRole("button", { name: "写成结果表" }).click();
  await pane.getByText(/写好了：评分_目标看板/).waitFor();
  await takePicture(page, "clusters-written");
  expect(await resultsIn(await saveFile(page))).toEqual(await resultsIn(await commandLine()));
});

test("without a fitting sheet one button adds the sample, and an earlier day says what lagging lines need", async () => {
  const { page } = await openWorkbench(browser);
  const pane = await openFile(page, "seeds/samples/骑手示例.xlsx");
  await pane.getByRole("tab", { name: "集群" }).click();
  await pane.getByRole("button", { name: "加一张示例表" }).click();
  await pane.getByText("75% · 6个 / 8个").waitFor();
  await pane.getByRole("button", { name: /日期和用到的表/ }).click();
  await pane.getByLabel("看板按哪一天看").fill("2025-06-30");
  await pane
    .getByText(/每年要增[\d.]+个，年均增速/)
    .first()
    .waitFor();
  await takePicture(page, "clusters-earlier-day");
});
