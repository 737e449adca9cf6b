import { readFileSync } from "node:fs";
import { readWorkbook } from "../../src/commands/read-workbook";
import { openFile } from "../../src/workbench/xlsx/open-file";
import { useBrowser } from "./harness/browser";
import { openWorkbench, saveFile } from "./harness/workbench";

const browser = useBrowser();

test("the pane over the stand-in for WPS scores the sample as over the one for Excel", async () => {
  const results: unknown[] = [];
  for (const address of ["?host=wps", ""]) {
    const { page, pane } = await openWorkbench(browser, { address });
    await pane.getByRole("button", { name: "给这张表打分" }).click();
    await pane.getByRole("button", { name: "打开结果表" }).waitFor();
    expect(await pane.getByText("已评 300 家", { exact: true }).count()).toBe(1);
    const saved = await saveFile(page);
    // WPS's host keeps what it keeps as custom XML parts: it was really there.
    const { settings } = (await openFile(saved, new Uint8Array(readFileSync(saved)))).book;
    expect(Object.keys(settings).some((key) => key.startsWith("wps.part."))).toBe(address !== "");
    const names = ["评分_汇总", "评分_结果", "评分_差距与方案"];
    const grids = await Promise.all(names.map(async (name) => (await readWorkbook(saved, name)).grids[0]?.rows));
    expect(grids.map((rows) => rows?.length ?? 0)).not.toContain(0);
    results.push(grids);
  }
  expect(results[0]).toEqual(results[1]);
});
