/** The rules in the pane: what is looked for leads to its line and back, and an edition is written down, to be filtered and to be printed. */
import { readFileSync } from "node:fs";
import { openFile as openWorkbookFile } from "../../src/workbench/xlsx/open-file";
import type { BookSheet } from "../../src/xlsx/book-file";
import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { openWorkbench, saveFile } from "./harness/workbench";

const browser = useBrowser();

const textsOf = ({ cells }: BookSheet): string[] =>
  Array.from(cells, (row) => row ?? []).flatMap((row) =>
    Array.from(row).flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : [])),
  );

test("a number leads to its line in an edition, back to what was found, and the edition onto two sheets", async () => {
  const { page, pane } = await openWorkbench(browser);
  await pane.getByRole("tab", { name: "规则", exact: true }).click();
  const search = pane.getByRole("searchbox");
  await search.fill("资产负债率 ≤80%");
  await pane.getByText("1 版里找到 1 条").waitFor();
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);

  await pane.getByRole("button", { name: "上年末资产负债率不高于80%" }).click();
  await pane.getByRole("heading", { name: "专精特新中小企业", level: 2 }).waitFor();
  const marked = pane.locator('[aria-current="true"]');
  expect(await marked.innerText()).toContain("附件1第2项");
  await marked.and(pane.locator(":visible")).waitFor();
  // Under the tabs, which stay on top, nothing can be pressed.
  await pane.evaluate(() => window.scrollTo(0, 0));
  expect(await accessibilityFindings(page, { inside: "iframe" })).toEqual([]);
  await takePicture(page, "rules-marked");

  await pane.getByRole("button", { name: "写成工作表" }).click();
  await pane.getByText("写在“评分_标准_2026-04-01_专精特新中小企业”里了").waitFor();
  await pane.getByRole("button", { name: "写成打印页" }).click();
  await pane.getByText("写在“评分_标准打印_2026-04-01_专精特新中小企业”里了").waitFor();
  await takePicture(page, "rules-written");

  await pane.getByRole("button", { name: "回到查到的" }).click();
  expect(await search.inputValue()).toBe("资产负债率 ≤80%");
  await search.fill("没有这样的词");
  await pane.getByText("没有找到").waitFor();
  await search.press("Escape");
  await pane.getByRole("heading", { name: "梯度", exact: true }).waitFor();

  const path = await saveFile(page);
  const { sheets } = (await openWorkbookFile(path, new Uint8Array(readFileSync(path)))).book;
  for (const name of ["评分_标准_2026-04-01_专精特新中小企业", "评分_标准打印_2026-04-01_专精特新中小企业"]) {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    const texts = textsOf(sheet);
    expect(texts).toEqual(expect.arrayContaining(["≤80%", "附件1第2项", "已核对两处"]));
    expect(texts.join()).toContain("工信部企业〔2026〕2号");
  }
});

test("the keyboard alone finds a line in English, opens it and comes back", async () => {
  const { page, pane } = await openWorkbench(browser, { address: "?lang=en" });
  await pane.getByRole("tab", { name: "Rules", exact: true }).click();
  await pane.getByRole("searchbox").focus();
  await page.keyboard.type("debt ratio 80%");
  await pane.getByText("1 line found in 1 edition").waitFor();
  await pane.getByRole("button", { name: /^Debt ratio/ }).focus();
  await page.keyboard.press("Enter");
  await pane.locator('[aria-current="true"]').waitFor();
  await page.keyboard.press("Escape");
  await pane.getByText("1 line found in 1 edition").waitFor();
});
