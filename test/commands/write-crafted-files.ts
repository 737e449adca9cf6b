/** Writes test/cases/files anew, see crafted-files. */
import { writeFileSync } from "node:fs";
import { craftedFiles } from "./crafted-files";

for (const [name, bytes] of craftedFiles()) writeFileSync(`test/cases/files/${name}`, bytes);
