/**
 * `npm run build -- [--officejs global|china|self] [--origin https://…] [--mode development]`: everything that is delivered, in dist/.
 * The manifests for the given origin go to dist/manifest. Exit code 2: a choice that can't be; 1: a step failed and said why.
 */
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { DEVELOPMENT_ORIGIN, parseOrigin } from "../../manifest/add-in";
import { writeManifests } from "../../manifest/write-manifests";
import { BuildFailed } from "./build-failed";
import { buildPages, type BuildChoice } from "./build-pages";
import { ROOT } from "./project-root";
import { runWebpack } from "./run-webpack";

/** The choices on the command line; an Error says what to write instead. */
function readChoice(): BuildChoice {
  const { values } = parseArgs({
    options: {
      officejs: { type: "string", default: "global" },
      origin: { type: "string", default: DEVELOPMENT_ORIGIN },
      mode: { type: "string", default: "production" },
    },
  });
  const office = z.enum(["global", "china", "self"]).safeParse(values.officejs);
  const mode = z.enum(["development", "production"]).safeParse(values.mode);
  if (!office.success || !mode.success) {
    throw new Error(
      `--officejs 写 global、china 或 self，--mode 写 production 或 development。\n--officejs takes global, china or self; --mode takes production or development.`,
    );
  }
  return { mode: mode.data, office: office.data, origin: parseOrigin(values.origin) };
}

/** Builds beside, so that a build that fails leaves the one before. */
async function build(choice: BuildChoice): Promise<void> {
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

let choice: BuildChoice;
try {
  choice = readChoice();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(2);
}
try {
  await build(choice);
  console.log([join(ROOT, "dist/pages"), join(ROOT, "dist/cli"), ...writeManifests(choice.origin)].join("\n"));
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
