/** Builds the pages: the release, the functions' metadata, then webpack. Knows when what is built is older than its sources. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { OfficeSource } from "./content-policy";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Where the built pages lie. */
export const BUILT = join(ROOT, "dist/pages");

/** What the build says of itself in build.json beside the pages. */
const buildSchema = z.object({
  mode: z.enum(["development", "production"]),
  office: z.enum(["global", "china", "self"]),
  /** Pages left out because their sources are missing are not listed. */
  pages: z.array(z.string()),
});
export type Build = z.infer<typeof buildSchema>;

/** The build that lies in a folder, null where there is none. */
export function readBuild(folder: string = BUILT): Build | null {
  const path = join(folder, "build.json");
  return existsSync(path) ? buildSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : null;
}

/** The time of the newest file in or below the paths, in milliseconds. */
function newest(paths: readonly string[]): number {
  const times = paths.flatMap((path) => {
    const entry = statSync(path);
    if (!entry.isDirectory()) return [entry.mtimeMs];
    return [entry.mtimeMs, newest(readdirSync(path).map((name) => join(path, name)))];
  });
  return Math.max(0, ...times);
}

const SOURCES = ["src", "seeds", "webpack.config.js", "package.json", "package-lock.json"];

/** Whether the pages are missing or older than any source. */
export function isStale(): boolean {
  const stamp = join(BUILT, "build.json");
  return !existsSync(stamp) || statSync(stamp).mtimeMs < newest(SOURCES.map((path) => join(ROOT, path)));
}

/** A step of the build failed; its own output has said why. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new BuildFailed(`node ${args.join(" ")} ended with ${code ?? "a signal"}`)),
    );
  });
}

export interface BuildChoice {
  readonly mode: Build["mode"];
  readonly office: OfficeSource;
  /** Where the pages will be: the functions' help addresses are absolute. */
  readonly origin: string;
  /** Also the command line as one file. */
  readonly cli: boolean;
}

/** Builds everything that was chosen into dist/. Throws BuildFailed when a step fails. */
export async function buildPages({ mode, office, origin, cli }: BuildChoice): Promise<void> {
  await run(["--import", "tsx", "src/cli/write-release.ts"]);
  await run(["--import", "tsx", "src/functions/write-metadata.ts", "--base-url", origin]);
  const names = cli ? [] : ["--config-name", "pages"];
  await run(["node_modules/webpack/bin/webpack.js", "--mode", mode, "--env", `officejs=${office}`, ...names]);
}
