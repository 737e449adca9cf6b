/** Files that go into the built pages as they are. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { OfficeSource } from "../content-policy";
import { EXCEL_CLIENT } from "./page-list";

export interface StaticFile {
  /** Where it lies now. */
  readonly from: string;
  /** Where it goes, relative to the built pages, with forward slashes. */
  readonly to: string;
}

/**
 * What Office.js loads beside itself in Excel: one client by host, platform and version, the texts of the display language, telemetry, and sign-in.
 * `excel-win32-16.00.js` serves Excel 2016 without updates: too old for us, but only through it can the pane say so.
 */
const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.00.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "excel-ios-16.00.js",
  "telemetry/oteljs_agave.js",
];
const STRINGS = "office_strings.js";

/** The files of the npm copy of Office.js that Excel needs, relative to its dist folder. */
export function officeFiles(dist: string): readonly string[] {
  const languages = readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dist, entry.name, STRINGS)))
    .map(({ name }) => `${name}/${STRINGS}`);
  return [...OFFICE_FILES, ...languages];
}

/** Every file below a folder, with forward slashes. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}

/**
 * All static files of a build.
 * @param root the project's folder.
 * @param functions the folder with what Excel registers the functions by, and their help.
 */
export function staticFiles(root: string, functions: string, office: OfficeSource): readonly StaticFile[] {
  const officeDist = join(root, "node_modules/@microsoft/office-js/dist");
  const folder = (from: string, to: string, wanted: (path: string) => boolean = () => true): readonly StaticFile[] =>
    filesBelow(from)
      .filter(wanted)
      .map((path) => ({ from: join(from, path), to: `${to}${path}` }));
  const offices =
    office === "self"
      ? officeFiles(officeDist).map((path) => ({ from: join(officeDist, path), to: `office/${path}` }))
      : [{ from: join(officeDist, EXCEL_CLIENT.replace("office/", "")), to: EXCEL_CLIENT }];
  return [
    { from: join(root, "src/workbench/pages/page.css"), to: "page.css" },
    ...folder(join(root, "src/manifest/icons"), "icons/", (path) => path.endsWith(".png")),
    ...folder(join(root, "seeds/samples"), "samples/", (path) => path.endsWith(".xlsx")),
    ...folder(functions, ""),
    ...offices,
  ];
}
