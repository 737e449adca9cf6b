/** What stands beside the built program: the packed rules, the types of the library and the package's own description. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transpileDeclaration } from "typescript";
import { z } from "zod";
import { releaseFiles } from "../../commands/release-files";
import { readSeedFiles } from "../../commands/read-seeds";
import { packSeeds } from "../../policy/pack-seeds";

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});

/** What can't be bundled: DuckDB is native, and Univer, for formulas, loads in Node by require alone. */
const NEEDED = /^@duckdb\/node-api$|^@univerjs\/(?:core|docs|engine-formula|sheets|sheets-formula|sheets-numfmt)$/;

export function packageFiles(root: string): ReadonlyMap<string, string> {
  const { name, version, description, license, engines, dependencies } = manifestSchema.parse(
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
  );
  const manifest = {
    name,
    version,
    description,
    license,
    type: "module",
    engines,
    bin: { zjtx: "zjtx.mjs" },
    exports: { ".": { types: "./library.d.ts", import: "./library.mjs" }, "./package.json": "./package.json" },
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([one]) => NEEDED.test(one))),
  };
  const packed = [...releaseFiles()].map(([file, content]): [string, string] => [`packed/${file}`, content]);
  return new Map([
    ...packed,
    ["packed/seeds.json", packSeeds(readSeedFiles())],
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["library.d.ts", typesOf(join(root, "src/program/library.ts"))],
    ["LICENSE", readFileSync(join(root, "LICENSE"), "utf8")],
  ]);
}

/** The declarations of a file that says all its types itself. */
function typesOf(path: string): string {
  const { outputText } = transpileDeclaration(readFileSync(path, "utf8"), {
    fileName: path,
    compilerOptions: { isolatedDeclarations: true, declaration: true },
  });
  return outputText;
}
