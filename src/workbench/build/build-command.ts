/** `npm run build`: everything that is delivered, in dist/. The manifests for the given origin go to dist/manifest. */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { runCommand, type Call, type Command } from "../../commands/kit/command";
import type { ValueOption } from "../../commands/kit/option";
import type { Terminal } from "../../commands/kit/terminal";
import { writeManifests } from "../../manifest/write-manifests";
import { BuildFailed } from "./build-failed";
import { buildPages, type BuildChoice } from "./build-pages";
import { ORIGIN, originGiven } from "./origin-option";
import { ROOT } from "./project-root";
import { runWebpack } from "./run-webpack";

const OFFICE: ValueOption = {
  kind: "value",
  name: "officejs",
  value: { zh: "来源", en: "SOURCE" },
  choices: [
    { id: "global", name: { zh: "微软全球 CDN，不写就是它", en: "Microsoft's CDN (the default)" } },
    { id: "china", name: { zh: "中国运营商 CDN", en: "the China operator's CDN" } },
    { id: "self", name: { zh: "和页面放在一起，适合内网", en: "a copy beside the pages, for closed networks" } },
  ],
  about: { zh: "Office.js 从哪里来", en: "where Office.js is loaded from" },
};
const MODE: ValueOption = {
  kind: "value",
  name: "mode",
  value: { zh: "方式", en: "MODE" },
  choices: [
    { id: "production", name: { zh: "交付用，不写就是它", en: "as delivered (the default)" } },
    { id: "development", name: { zh: "开发用，不压缩", en: "for development, not minified" } },
  ],
  about: { zh: "生成交付用的还是开发用的页面", en: "pages as delivered, or for development" },
};
const officeSchema = z.enum(["global", "china", "self"]);
const modeSchema = z.enum(["production", "development"]);

/** Builds beside, so that a build that fails leaves the one before. */
async function buildAll(choice: BuildChoice): Promise<void> {
  const pages = join(ROOT, "dist/pages");
  const begun = `${pages}.${process.pid}`;
  try {
    await buildPages(choice, { into: begun, parts: `${pages}.parts` });
    await runWebpack(["--config-name", "cli", "--mode", "production"]);
    rmSync(pages, { recursive: true, force: true });
    renameSync(begun, pages);
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
}

async function build({ given, terminal }: Call): Promise<0 | 1> {
  const choice = {
    office: officeSchema.parse(given.value(OFFICE) ?? "global"),
    mode: modeSchema.parse(given.value(MODE) ?? "production"),
    origin: originGiven(given),
  };
  try {
    await buildAll(choice);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    terminal.complain(error.message);
    return 1;
  }
  terminal.print([join(ROOT, "dist/pages"), join(ROOT, "dist/cli"), ...writeManifests(choice.origin)].join("\n"));
  return 0;
}

const BUILD: Command<0 | 1> = {
  name: "build",
  input: null,
  about: {
    zh: "生成交付的全部内容：dist/pages 是页面，dist/manifest 是清单，dist/cli 是命令行程序。",
    en: "Builds everything that is delivered: pages in dist/pages, manifests in dist/manifest, the command line in dist/cli.",
  },
  options: [{ options: [ORIGIN, OFFICE, MODE] }],
  examples: [
    {
      about: { zh: "放到单位内网上", en: "for a closed network" },
      words: {
        zh: "--origin https://zjtx.example.cn --officejs self",
        en: "--origin https://zjtx.example.cn --officejs self",
      },
    },
  ],
  exitCodes: [
    { code: 1, about: { zh: "有一步没做成，已说明原因；或程序出错", en: "a step failed and said why, or a bug" } },
  ],
  run: build,
};

/** Runs the command and gives its exit code. A bug throws. */
export async function buildCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return await runCommand(BUILD, argv, terminal);
}
