/**
 * Microsoft's own Excel client without Excel and without a page: `excel-web-16.00.js` of `@microsoft/office-js` in jsdom. For Node only.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { z } from "zod";
import type { EventClient } from "../executor/deliver-events";
import { addNoteClasses, type ClassMaker } from "../executor/note-classes";

/** `Excel` as add-in code knows it. */
export type ExcelNamespace = typeof globalThis.Excel;

export interface ExcelClient {
  readonly Excel: ExcelNamespace;
  readonly OfficeExtension: EventClient & ClassMaker & typeof globalThis.OfficeExtension;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
const loaded = z.object({
  Excel: z.custom<ExcelNamespace>(isObject),
  OfficeExtension: z.custom<ExcelClient["OfficeExtension"]>(isObject),
});

/** Loads a client of its own; about a tenth of a second and 3 MB of script each, so once a test file is enough. */
export function loadExcelClient(): ExcelClient {
  const require = createRequire(join(process.cwd(), "package.json"));
  const script = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  const { window } = new JSDOM("<!doctype html>", { runScripts: "outside-only", url: "https://workbook.invalid/" });
  window.eval(script);
  const excel: unknown = Reflect.get(window, "Excel");
  const extension: unknown = Reflect.get(window, "OfficeExtension");
  const client = loaded.parse({ Excel: excel, OfficeExtension: extension });
  addNoteClasses(client.Excel, client.OfficeExtension);
  return client;
}
