/** Files of seeds/ as one JSON text, so that what has no disk to read them from can load rules: a page, or the built program. */
import { z } from "zod";
import type { SeedFiles } from "./seed-file";

const filesSchema = z.record(z.string(), z.string());

export function packSeeds(files: SeedFiles): string {
  return JSON.stringify(Object.fromEntries(files));
}

/** @throws SyntaxError, z.ZodError for a text that `packSeeds` did not write */
export function unpackSeeds(text: string): SeedFiles {
  return new Map(Object.entries(filesSchema.parse(JSON.parse(text))));
}
