import type { PageOptions } from "./harness/open-page";
import { useBrowser } from "./harness/browser";
import { seen, type Seen } from "./harness/pixels";
import { openWorkbench, selectCell } from "./harness/workbench";

const browser = useBrowser();

/** Within one cell of the sample: the name of an enterprise, without the lines around it. */
const NAME = { x: 52, y: 253, width: 200, height: 14 };
/** Right of all the sample's columns, away from the selected cell. */
const EMPTY_CELLS = { x: 700, y: 350, width: 200, height: 200 };

const LOOKS: readonly (readonly [string, PageOptions, "light" | "dark"])[] = [
  ["a forced palette that is light", { forcedColors: true, colorScheme: "light" }, "light"],
  ["a forced palette that is dark", { forcedColors: true, colorScheme: "dark" }, "dark"],
  ["a forced light palette over a dark theme", { forcedColors: true, address: "?theme=dark" }, "light"],
  ["the contrast theme", { address: "?theme=contrast" }, "dark"],
];

test.each(LOOKS)(
  "in %s the sheet's cells, their text and the lines between them are seen",
  async (_, options, ground) => {
    const { page } = await openWorkbench(browser, options);
    const name = await seen(page, NAME);
    expect([name.contrast >= 7, name]).toEqual([true, name]);
    expect(isLight(name.ground)).toBe(ground === "light");
    await selectCell(page, "BZ2");
    const cells = await seen(page, EMPTY_CELLS);
    expect([cells.contrast >= 3, cells]).toEqual([true, cells]);
  },
);

test("the sheet follows when the system's palette changes", async () => {
  const { page } = await openWorkbench(browser, { forcedColors: true, colorScheme: "light" });
  expect(isLight((await seen(page, NAME)).ground)).toBe(true);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(() => document.documentElement.classList.contains("univer-dark"));
  const name = await seen(page, NAME);
  expect([isLight(name.ground), name.contrast >= 7, name]).toEqual([false, true, name]);
});

test.each(["light", "dark"] as const)(
  "in a forced palette that is %s a bar is told from its track",
  async (colorScheme) => {
    const { page, pane } = await openWorkbench(browser, { forcedColors: true, colorScheme });
    await pane.getByRole("button", { name: "给这张表打分" }).click();
    await pane.getByRole("button", { name: "打开结果表" }).waitFor();
    const groundOf = async (name: string): Promise<Seen> => {
      const box = await pane.getByRole("button", { name }).locator("[aria-hidden]").last().boundingBox();
      if (box === null) throw new Error(`no bar of ${name}`);
      return seen(page, box);
    };
    // The longest bar fills its track; of the shortest nearly all is track.
    const [longest, shortest] = [await groundOf("创新型中小企业："), await groundOf("制造业单项冠军企业（国家级）：")];
    expect(isLight(shortest.ground)).toBe(colorScheme === "light");
    expect(longest.ground).not.toBe(shortest.ground);
    expect([shortest.contrast >= 3, shortest]).toEqual([true, shortest]);
  },
);

function isLight(colour: string): boolean {
  const parts = colour.match(/\d+/g)?.map(Number) ?? [];
  return parts.reduce((sum, part) => sum + part, 0) > 3 * 128;
}
