/**
 * Univer without a page, for Node. Its ES modules do not load there (one of them imports a CommonJS package by name), `require` does.
 * Never import this from code that goes to the browser.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Core from "@univerjs/core";
import type * as Facade from "@univerjs/core/facade";
import type { FUniver } from "@univerjs/core/facade";
import type * as Docs from "@univerjs/docs";
import type * as EngineFormula from "@univerjs/engine-formula";
import type * as Sheets from "@univerjs/sheets";
import type * as SheetsFormula from "@univerjs/sheets-formula";
import { rememberEngine } from "../formulas/engine-formulas";

interface UniverPackages {
  "@univerjs/core": typeof Core;
  "@univerjs/core/facade": typeof Facade;
  "@univerjs/docs": typeof Docs;
  "@univerjs/engine-formula": typeof EngineFormula;
  "@univerjs/sheets": typeof Sheets;
  "@univerjs/sheets-formula": typeof SheetsFormula;
}

type Load = <K extends keyof UniverPackages>(name: K) => UniverPackages[K];

/** Each adds what its package can do to Univer's facade. */
const FACADES = [
  "@univerjs/sheets/facade",
  "@univerjs/engine-formula/facade",
  "@univerjs/sheets-formula/facade",
  "@univerjs/sheets-numfmt/facade",
];

/** A Univer with its formula engine and no user interface. `dispose` it when done. */
export function createHeadlessUniver(): FUniver {
  const require = createRequire(join(process.cwd(), "package.json"));
  const load: Load = require;
  for (const facade of FACADES) require(facade);
  const { LocaleType, LogLevel, Univer } = load("@univerjs/core");
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {}, logLevel: LogLevel.WARN });
  univer.registerPlugin(load("@univerjs/engine-formula").UniverFormulaEnginePlugin);
  univer.registerPlugin(load("@univerjs/docs").UniverDocsPlugin);
  univer.registerPlugin(load("@univerjs/sheets").UniverSheetsPlugin);
  univer.registerPlugin(load("@univerjs/sheets-formula").UniverSheetsFormulaPlugin);
  const univerAPI = load("@univerjs/core/facade").FUniver.newAPI(univer);
  const { IFormulaCurrentConfigService } = load("@univerjs/engine-formula");
  rememberEngine(univerAPI, () => univer.__getInjector().get(IFormulaCurrentConfigService));
  return univerAPI;
}
