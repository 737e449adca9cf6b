/** The pages, what each is made of, and how its HTML is written around the files that the build made. */
import type { Text } from "../../words/text";
import { contentPolicy, OFFICE_JS } from "../content-policy";
import type { OfficeSource, PageName } from "../content-policy";

export interface Page {
  readonly name: PageName;
  readonly title: Text;
  /** Names of the entries in loading order. */
  readonly entries: readonly string[];
  /** Microsoft's script that comes first: the chosen Office.js, the Excel client alone, or none. */
  readonly office: "chosen" | "client" | "none";
}

/** Microsoft's Excel client inside the built pages; the pane on the workbench runs on it without Office.js. */
export const EXCEL_CLIENT = "office/excel-web-16.00.js";

export const PAGES: readonly Page[] = [
  {
    name: "workbench",
    title: { zh: "专精特新评分 · 工作台", en: "ZJTX Scorecard · Workbench" },
    entries: ["workbench"],
    office: "none",
  },
  { name: "pane", title: { zh: "专精特新评分", en: "ZJTX Scorecard" }, entries: ["pane"], office: "client" },
  {
    name: "taskpane",
    title: { zh: "专精特新评分", en: "ZJTX Scorecard" },
    entries: ["rules-data", "functions", "taskpane"],
    office: "chosen",
  },
  {
    name: "gallery",
    title: { zh: "专精特新评分 · 组件一览", en: "ZJTX Scorecard · Components" },
    entries: ["gallery"],
    office: "none",
  },
];

/** Entry files by entry name, from the project root. */
export const ENTRIES: Readonly<Record<string, string>> = {
  workbench: "src/workbench/page/entry.ts",
  pane: "src/workbench/page/pane-entry.tsx",
  "rules-data": "src/pane/packed/rules-data.ts",
  functions: "src/pane/frame/functions-entry.ts",
  taskpane: "src/pane/frame/entry.tsx",
  gallery: "src/workbench/page/gallery-entry.tsx",
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * The HTML of a page.
 * @param files what the build made of the page's entries, in loading order, as addresses relative to the page.
 */
export function pageHtml(page: Page, files: readonly string[], office: OfficeSource): string {
  const first = { chosen: [OFFICE_JS[office]], client: [EXCEL_CLIENT], none: [] }[page.office];
  const styles = ["page.css", ...files.filter((file) => file.endsWith(".css"))];
  // All scripts are deferred, in order: a slow Office.js must not keep the notice below from showing.
  const scripts = [...first, ...files.filter((file) => file.endsWith(".js"))];
  const lines = [
    "<!doctype html>",
    '<html lang="zh-CN">',
    "  <head>",
    '    <meta charset="utf-8" />',
    `    <meta http-equiv="Content-Security-Policy" content="${escaped(contentPolicy(page.name, office, "meta"))}" />`,
    '    <meta name="viewport" content="width=device-width, initial-scale=1" />',
    '    <meta name="referrer" content="no-referrer" />',
    `    <title>${escaped(page.title.zh)}</title>`,
    '    <link rel="icon" type="image/png" sizes="32x32" href="icons/icon-32.png" />',
    ...styles.map((file) => `    <link rel="stylesheet" href="${escaped(file)}" />`),
    ...scripts.map((file) => `    <script defer src="${escaped(file)}"></script>`),
    "  </head>",
    "  <body>",
    '    <div id="root">',
    '      <main class="opening">',
    `        <h1>${escaped(page.title.zh)}</h1>`,
    '        <p>正在打开…… <span lang="en">Opening …</span></p>',
    ...(page.office === "chosen" ? SLOW_OFFICE : []),
    "      </main>",
    "    </div>",
    '    <noscript>这个页面要用 JavaScript。请在浏览器里允许后刷新。<span lang="en">This page needs JavaScript: allow it in the browser and reload.</span></noscript>',
    "  </body>",
    "</html>",
    "",
  ];
  return lines.join("\n");
}

/** Shown by page.css when Office.js has kept the page waiting for long; the pane's first drawing replaces it. */
const SLOW_OFFICE = [
  '        <p class="slow">',
  "          还没打开？多半是连不上 Office.js 的地址。请检查网络后重新打开窗格；内网环境请管理员改用自带 Office.js 的版本。",
  '          <span lang="en">Still waiting? Office.js is probably out of reach. Check the network and reopen the pane; on a closed network, ask your administrator for the build that carries Office.js itself.</span>',
  "        </p>",
];
