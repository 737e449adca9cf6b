/**
 * One wrong file a mistake. Each folder of a `bad-seeds` holds the files that replace those of `good`, and in `expected.txt` the exact
 * message lines; `without.txt` lists files that are taken away. Adding a case is adding a folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSeedFiles } from "../src/commands/read-seeds";
import { SeedError, type SeedFiles } from "../src/policy/seed-file";

export class BadSeedFolders {
  readonly good: SeedFiles;
  readonly mistakes: readonly string[];

  /** @param folder under test/cases */
  constructor(private readonly folder: string) {
    this.good = readSeedFiles(this.path("good"));
    this.mistakes = readdirSync(this.path()).filter((name) => name !== "good");
  }

  /** The files that a mistake brings. */
  changed(mistake: string): SeedFiles {
    return readSeedFiles(this.path(mistake));
  }

  without(mistake: string): readonly string[] {
    return this.linesOf(mistake, "without.txt");
  }

  expected(mistake: string): readonly string[] {
    return this.linesOf(mistake, "expected.txt");
  }

  /** The good files with the mistake in them. */
  seedsOf(mistake: string): SeedFiles {
    const files = new Map([...this.good, ...this.changed(mistake)]);
    for (const path of this.without(mistake)) files.delete(path);
    return files;
  }

  private path(...below: string[]): string {
    return join(__dirname, "cases", this.folder, ...below);
  }

  private linesOf(...below: string[]): readonly string[] {
    const file = this.path(...below);
    return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  }
}

/** What a loader says of files, line by line. */
export function seedMessages(load: () => unknown): readonly string[] {
  try {
    load();
    return ["the seeds were accepted"];
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return error.message.split("\n");
  }
}
