/** `npm run icons`: draws the SVG marks as PNG files in every size the manifests ask for. Run it after changing a mark and commit what it writes. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { ADD_IN } from "./add-in";
import { PACKAGE_FILES } from "./unified-manifest";

const icons = (name: string): string => fileURLToPath(new URL(`icons/${name}`, import.meta.url));

interface Drawing {
  readonly mark: string;
  readonly size: number;
  readonly file: string;
  /** Colour behind the mark; none leaves it transparent. */
  readonly behind?: string;
}

const drawings: readonly Drawing[] = [
  ...[...ADD_IN.iconSizes, 128].map((size) => ({
    mark: size <= 20 ? "mark-small.svg" : "mark.svg",
    size,
    file: `icon-${size}.png`,
  })),
  { mark: "mark.svg", size: 192, file: PACKAGE_FILES.color, behind: "#fff" },
  { mark: "outline.svg", size: 32, file: PACKAGE_FILES.outline },
];

const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const { mark, size, file, behind } of drawings) {
  await page.setViewportSize({ width: size, height: size });
  const picture = Buffer.from(readFileSync(icons(mark))).toString("base64");
  // App stores want space around the mark on a filled ground.
  const drawn = behind === undefined ? size : size * 0.75;
  await page.setContent(
    `<body style="margin:0;width:${size}px;height:${size}px;display:grid;place-items:center;background:${behind ?? "transparent"}"><img width="${drawn}" height="${drawn}" src="data:image/svg+xml;base64,${picture}" style="display:block"></body>`,
  );
  await page.screenshot({ path: icons(file), omitBackground: behind === undefined });
  console.log(file);
}
await browser.close();
