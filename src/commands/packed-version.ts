/** The version that the built program was packed with; it takes the place of `program-version` there. */
import { readFileSync } from "node:fs";
import { z } from "zod";

export function programVersion(): string {
  return z.string().parse(JSON.parse(readFileSync(new URL("packed/version.json", import.meta.url), "utf8")));
}
