/** Builds the pages into a folder: what they carry of seeds/, what Excel registers the functions by, then the bundle (webpack.config.js). */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { releaseFiles } from "../../commands/release-files";
import { metadataFiles, RecordsWrong } from "../../functions/metadata-files";
import { SeedError } from "../../policy/seed-file";
import type { OfficeSource } from "../content-policy";
import { BuildFailed } from "./build-failed";
import { runWebpack } from "./run-webpack";

export interface BuildChoice {
  readonly mode: "development" | "production";
  readonly office: OfficeSource;
  /** Where the pages will be: the functions' help addresses are absolute. */
  readonly origin: string;
}

export interface BuildFolders {
  /** Where the pages go. */
  readonly into: string;
  /** Where what they are bundled from is written first. The same at every build, or nothing that webpack remembers fits. */
  readonly parts: string;
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Writes what the pages carry of seeds/ as they are now. Throws BuildFailed with every wrong line. */
export function writeRelease(parts: string): void {
  try {
    write(join(parts, "release"), releaseFiles());
  } catch (error) {
    throw error instanceof SeedError ? new BuildFailed(error.message) : error;
  }
}

/** Writes all that the pages are bundled from, anew. Throws BuildFailed. */
export function writeParts(parts: string, origin: string): void {
  rmSync(parts, { recursive: true, force: true });
  writeRelease(parts);
  try {
    write(join(parts, "functions"), metadataFiles(origin));
  } catch (error) {
    throw error instanceof RecordsWrong ? new BuildFailed(error.message) : error;
  }
}

/** What webpack is told of the pages. */
export const pagesArguments = ({ mode, office }: BuildChoice, { into, parts }: BuildFolders): readonly string[] => [
  ...["--config-name", "pages", "--mode", mode],
  ...["--env", `officejs=${office}`, `into=${into}`, `parts=${parts}`],
];

/**
 * Builds the pages.
 * @param progress hears how much is done, from 0 to 1.
 * @throws BuildFailed, with what is wrong or after webpack has said it.
 */
export async function buildPages(
  choice: BuildChoice,
  folders: BuildFolders,
  progress: (share: number) => void = () => undefined,
): Promise<void> {
  writeParts(folders.parts, choice.origin);
  await runWebpack(pagesArguments(choice, folders), { share: progress });
}
