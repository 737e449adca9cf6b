import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";
import { cutTexts } from "./harness/cut-texts";

const browser = useBrowser();

const LOOKS = [
  ["light", "zh"],
  ["dark", "zh"],
  ["contrast", "zh"],
  ["light", "en"],
] as const;

/** Dialogs cover what lies below them, so each is shown alone. */
const DIALOGS = ["headings", "date-dialog"];

/** A pane of 350 and of 450 pixels at 200 % zoom has half of them; 320 is what WCAG asks for. */
const WIDTHS = [175, 225, 320, 350, 450];

test.each(LOOKS)(
  "every component in every state, %s in %s: axe finds nothing, and nothing is cut off in a narrow or enlarged pane",
  async (theme, lang) => {
    const { page } = await browser.open("gallery", {
      width: 350,
      height: 900,
      address: `?theme=${theme}&lang=${lang}`,
    });
    await page.waitForSelector("section");
    const colours = theme !== "light";
    expect(await accessibilityFindings(page, { pieces: !colours, colours })).toEqual([]);
    await takePicture(page, `gallery-${theme}-${lang}`, { whole: true });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await cutTexts(page)]).toEqual([width, []]);
    }
  },
);

test("where results went elsewhere, the summary says so and why", async () => {
  const { page } = await browser.open("gallery", { width: 350, height: 900, address: "?scene=done-elsewhere&lang=zh" });
  await page.getByText("“评分_结果”的 A305 有您自己的内容，为了不覆盖它，这次的结果写到了“评分_结果 (2)”。").waitFor();
});

test.each(DIALOGS)(
  "nothing of the dialog %s is cut off or out of reach, in a narrow or enlarged pane",
  async (scene) => {
    for (const lang of ["zh", "en"]) {
      const { page } = await browser.open("gallery", {
        width: 350,
        height: 640,
        address: `?scene=${scene}&lang=${lang}`,
      });
      await page.getByRole("dialog").waitFor();
      expect(await accessibilityFindings(page, { pieces: true })).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 640 });
        expect([width, await cutTexts(page)]).toEqual([width, []]);
      }
    }
  },
);

test("in Chinese no label is English, not even one that a component brings along", async () => {
  const { page } = await browser.open("gallery", { width: 350, height: 900, address: "?lang=zh" });
  await page.waitForSelector("section");
  const english = await page.evaluate(() =>
    [...document.querySelectorAll("section *")].flatMap((element) =>
      ["aria-label", "aria-description", "title", "placeholder", "alt"].flatMap((name) => {
        const label = element.getAttribute(name) ?? "";
        return /\b[A-Z]?[a-z]{3,}\b/.test(label) ? [`${element.tagName.toLowerCase()} ${name}: ${label}`] : [];
      }),
    ),
  );
  expect([...new Set(english)]).toEqual([]);
});

test("in a palette of the system every link is told from text by a line below it", async () => {
  const { page } = await browser.open("gallery", { width: 350, height: 900, forcedColors: true });
  await page.waitForSelector("section");
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll("section .fui-Link")].map((link) => getComputedStyle(link).textDecorationLine),
  );
  expect([lines.length > 100, [...new Set(lines)]]).toEqual([true, ["underline"]]);
});
