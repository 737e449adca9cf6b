/**
 * A draft in the pane, from an edition to the files of the next: two lines raised in the sheet, read in words, tried on the list, one of
 * them swept, and exported; the files, laid over a copy of seeds/, are taken by the check of the seeds.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { rowsOf } from "../../src/authoring/draft";
import { DRAFT_COLUMNS, type DraftColumn } from "../../src/authoring/draft-row";
import { readSeedFiles } from "../../src/commands/read-seeds";
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import { address } from "../../src/words/grid";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { ABOVE, SOURCE } from "../authoring/drafting";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openWorkbench, showSheet, type } from "./harness/workbench";

const browser = useBrowser();
const FILE = "national/little-giant/2026-04-01.yaml";
const DRAFT = "评分_规则草案";

function cellOf(id: string, column: DraftColumn): string {
  const at = rowsOf(SOURCE.files, FILE, SOURCE.vocabulary).findIndex((row) => row.id === id);
  return address(at + ABOVE, DRAFT_COLUMNS.indexOf(column));
}

/** The draft of the Little Giant rules in force, its page open beside its sheet. */
async function drafted(page: Page, pane: Frame): Promise<void> {
  await pane.getByRole("tab", { name: "规则", exact: true }).click();
  await pane.getByRole("button", { name: "专精特新“小巨人”企业，2026-04-01 版" }).click();
  await pane.getByRole("button", { name: "从这一版起草" }).click();
  await pane.getByText("和 2026-04-01 版一样，还没有改动").waitFor();
  await showSheet(page, DRAFT);
}

/** Waits until the draft's cell box says the cell, as it does when it is selected. */
async function selected(page: Page, cell: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === wanted,
    cell,
  );
}

test("two lines raised in the sheet are read, tried on the list, swept and exported as an edition that the seeds take", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("button", { name: "给这张表打分" }).click();
  await pane.getByRole("button", { name: "打开结果表" }).waitFor();
  await drafted(page, pane);
  await type(page, cellOf("revenue", "value"), "30000");
  await type(page, cellOf("debt", "value"), "50");
  await pane.getByText("≥30,000万元").waitFor();
  await pane.getByText("≤50%").waitFor();
  // Who drops out, and by which of the two.
  await pane.getByRole("heading", { name: "因为这些不再达到" }).waitFor();
  await pane.getByRole("button", { name: /^不再达到的/ }).waitFor();
  const firm = pane.getByRole("button", { name: /（虚构）$/ }).first();
  const name = await firm.innerText();
  await pane.getByRole("button", { name: /^挪一步影响最大的线/ }).waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "draft-impact");

  await pane.getByLabel("哪条线").selectOption("debt");
  await pane.getByRole("button", { name: "从 0 试到两倍" }).click();
  await pane.getByRole("img", { name: /达到的企业数随这条线的值/ }).waitFor();
  // What is half under the tabs would be found too small.
  await pane.getByRole("heading", { level: 2 }).first().scrollIntoViewIfNeeded();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await pane.getByRole("img", { name: /达到的企业数随这条线的值/ }).scrollIntoViewIfNeeded();
  await takePicture(page, "draft-sweep");

  await pane.getByLabel("从哪一天施行").fill("2027-04-01");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pane.getByRole("button", { name: "导出 zip" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("little-giant-2027-04-01.zip");
  const path = join(mkdtempSync(join(tmpdir(), "zjtx-edition-")), download.suggestedFilename());
  await download.saveAs(path);
  const parts = PackageParts.open(new Uint8Array(readFileSync(path)));
  const laid = new Map(readSeedFiles());
  for (const file of parts.names()) if (file.startsWith("seeds/")) laid.set(file.slice(6), parts.text(file));
  const { tiers } = loadPolicy(laid, loadVocabulary(laid), PROOFS);
  expect(tiers.get("little-giant")?.editions.map(({ edition, inForce }) => [edition, inForce.until])).toEqual([
    ["2022-08-01", "2026-03-31"],
    ["2026-04-01", "2027-03-31"],
    ["2027-04-01", null],
  ]);
  expect(parts.text("test/cases/thresholds/little-giant-2027-04-01.yaml")).toContain("待手工");
  await pane.getByText("已导出 little-giant-2027-04-01.zip").scrollIntoViewIfNeeded();
  await takePicture(page, "draft-exported");

  // A firm leads to its row in the results.
  await firm.click();
  await page.getByText("评分_结果").first().waitFor();
  expect(name).toMatch(/（虚构）$/);
});

test("what is wrong with the draft leads to its cell, nothing is exported, and a draft that is there is asked about", async () => {
  const { page, pane } = await openWorkbench(browser);
  await drafted(page, pane);
  await pane.getByText("这个工作簿还没有评过名单").waitFor();
  const [value, unit] = [cellOf("revenue", "value"), cellOf("debt", "unit")];
  await type(page, value, "很多");
  await type(page, unit, "元");
  await pane.getByText("有 2 处要改").waitFor();
  await pane.getByText("上面的 2 处改好以后才能导出").waitFor();
  expect(await pane.getByRole("button", { name: "导出 zip" }).count()).toBe(0);
  await pane.getByRole("button", { name: `选中单元格 ${value}` }).click();
  await selected(page, value);
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "draft-faulty");

  await pane.getByRole("button", { name: "全部标准" }).click();
  await pane.getByText(`这个工作簿里有规则草案：“${DRAFT}”`).waitFor();
  await pane.getByRole("button", { name: "专精特新中小企业，2026-04-01 版" }).click();
  await pane.getByRole("button", { name: "从这一版起草" }).click();
  await pane.getByText(`工作簿里已经有规则草案：“${DRAFT}”`).waitFor();
  await pane.getByRole("button", { name: "看这份草案" }).click();
  await pane.getByText("有 2 处要改").waitFor();
});
