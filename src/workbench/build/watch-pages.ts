/** Builds the pages for development and again whenever a source changes: `npm start -- --watch`. */
import { watch } from "node:fs";
import { join } from "node:path";
import { SEEDS } from "../../commands/read-seeds";
import { DEVELOPMENT_ORIGIN } from "../../manifest/add-in";
import type { OfficeSource } from "../content-policy";
import { BuildFailed } from "./build-failed";
import { pagesArguments, writeParts, writeRelease } from "./build-pages";
import { ROOT } from "./project-root";
import { runWebpack } from "./run-webpack";

/** Writes the release again where a seed has changed, for webpack to notice. Wrong seeds are named, and the release before stays. */
function followSeeds(parts: string): void {
  watch(SEEDS, { recursive: true }, () => {
    try {
      writeRelease(parts);
    } catch (error) {
      if (!(error instanceof BuildFailed)) throw error;
      console.error(error.message);
    }
  });
}

/**
 * Resolves with the folder once the pages are built; they then follow the sources until the process ends.
 * @param onBuilt hears of each build that went well; of others webpack has said what is wrong.
 * @throws BuildFailed
 */
export async function watchPages(office: OfficeSource, onBuilt: () => void): Promise<string> {
  const into = join(ROOT, "dist/watched-pages");
  const parts = `${into}.parts`;
  writeParts(parts, DEVELOPMENT_ORIGIN);
  followSeeds(parts);
  const choice = { mode: "development", office, origin: DEVELOPMENT_ORIGIN } as const;
  await runWebpack([...pagesArguments(choice, { into, parts }), "--watch"], { built: (well) => well && onBuilt() });
  return into;
}
