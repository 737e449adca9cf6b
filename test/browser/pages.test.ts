import { PAGES } from "../../src/workbench/pages/page-list";
import { accessibilityFindings } from "./harness/accessibility";
import { useBrowser } from "./harness/browser";

const browser = useBrowser();
// The pane lives in the workbench's frame and is opened with it.
const built = PAGES.filter(({ name }) => name !== "pane");

test.each(built)(
  "$name.html opens without an error, a policy violation or a request elsewhere",
  async ({ name, title }) => {
    const { page } = await browser.open(name);
    await expect(page.title()).resolves.toBe(title.zh);
    // Its own code has drawn something over the notice that it is opening.
    await page.waitForFunction(() => document.querySelector("main.opening") === null);
  },
);

test("the page about the add-in has nothing axe would complain of", async () => {
  const { page } = await browser.open("workbench");
  await page.goto(`${browser.origin()}/about.html`);
  await expect(accessibilityFindings(page)).resolves.toEqual([]);
});

test("the page about the add-in leads to the licences of everything that the pages are made of", async () => {
  const { page } = await browser.open("workbench");
  await page.goto(`${browser.origin()}/about.html`);
  await page.getByRole("link", { name: "清单" }).click();
  const notice = await page.locator("body").innerText();
  for (const name of ["@univerjs/core", "react", "@microsoft/office-js"])
    expect(notice).toMatch(new RegExp(`^${name} \\d`, "m"));
});
