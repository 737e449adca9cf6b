/**
 * Univer without a page, for Node. Its ES modules do not load there (one of them imports a CommonJS package by name), `require` does.
 * Never import this from code that goes to the browser.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FUniver } from "@univerjs/core/facade";
import type * as NodePreset from "@univerjs/preset-sheets-node-core";
import type * as Presets from "@univerjs/presets";

interface UniverPackages {
  "@univerjs/presets": typeof Presets;
  "@univerjs/preset-sheets-node-core": typeof NodePreset;
}

type Load = <K extends keyof UniverPackages>(name: K) => UniverPackages[K];

/** A Univer with its formula engine and no user interface. `dispose` it when done. */
export function createHeadlessUniver(): FUniver {
  const load: Load = createRequire(join(process.cwd(), "package.json"));
  const { createUniver, LocaleType } = load("@univerjs/presets");
  const { UniverSheetsNodeCorePreset } = load("@univerjs/preset-sheets-node-core");
  const { univerAPI } = createUniver({
    locale: LocaleType.ZH_CN,
    locales: {},
    presets: [UniverSheetsNodeCorePreset()],
  });
  return univerAPI;
}
