import { accessibilityFindings } from "./harness/accessibility";
import { takePicture, useBrowser } from "./harness/browser";

const browser = useBrowser();

const LOOKS = [
  ["light", "zh"],
  ["dark", "zh"],
  ["contrast", "zh"],
  ["light", "en"],
] as const;

test.each(LOOKS)(
  "every component in every state, %s in %s: axe finds nothing, and nothing is wider than the pane",
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
    for (const width of [320, 350, 450]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll("main > section")].flatMap((scene) => {
          const widest = Math.max(...[scene, ...scene.querySelectorAll("section")].map((part) => part.scrollWidth));
          const name = scene.querySelector("h2")?.textContent ?? "";
          return widest > document.documentElement.clientWidth ? [`${name}: ${widest}`] : [];
        }),
      );
      expect([width, wide]).toEqual([width, []]);
    }
  },
);

test("where results went elsewhere, the summary says so and why", async () => {
  const { page } = await browser.open("gallery", { width: 350, height: 900, address: "?scene=done-elsewhere&lang=zh" });
  await page.getByText("“评分_结果”的 A305 有您自己的内容，为了不覆盖它，这次的结果写到了“评分_结果 (2)”。").waitFor();
});
