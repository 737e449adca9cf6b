/** The version of the program, as results carry it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const manifest = z.looseObject({ version: z.string() });

export function programVersion(): string {
  const path = fileURLToPath(new URL("../../package.json", import.meta.url));
  return manifest.parse(JSON.parse(readFileSync(path, "utf8"))).version;
}
