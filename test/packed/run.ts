/** The built program as a stranger gets it: packed, installed into an empty folder, run and imported there. Needs `npm run build` before. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

const EXPECTED = readFileSync("test/packed/expected.txt", "utf8");

function ran(
  program: string,
  words: readonly string[],
  cwd: string,
): { readonly status: number | null; readonly out: string; readonly all: string } {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8" });
  return { status, out: stdout, all: `${stdout}${stderr}` };
}

function check(folder: string): number {
  const packed = ran("npm", ["pack", resolve("dist/cli"), "--silent"], folder);
  const tarball = packed.out.trim();
  writeFileSync(join(folder, "package.json"), '{ "name": "somebody", "private": true, "type": "module" }\n');
  const installed = ran(
    "npm",
    ["install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball}`],
    folder,
  );
  const sample = resolve("seeds/samples/各省示例企业.xlsx");
  copyFileSync("test/packed/example.mjs", join(folder, "example.mjs"));
  copyFileSync("test/packed/types.ts", join(folder, "types.ts"));
  const help = ran("npx", ["--no-install", "zjtx", "--help"], folder);
  const scored = ran("npx", ["--no-install", "zjtx", "score", sample, "--out", "scored.xlsx"], folder);
  const judged = ran(
    "npx",
    ["--no-install", "zjtx", "score", sample, "--engine", "duckdb", "--out", "scored.parquet"],
    folder,
  );
  const sql = ran("npx", ["--no-install", "zjtx", "sql", "--tiers", "小巨人"], folder);
  const formula = ran("npx", ["--no-install", "zjtx", "formula", "=ZJTX.SUBSIDY(4433,20%,50%)"], folder);
  const example = ran("node", ["example.mjs"], folder);
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const types = ["nodenext", "bundler"].map((resolution) =>
    ran(
      "node",
      [
        tsc,
        "--noEmit",
        "--strict",
        "--module",
        resolution === "bundler" ? "esnext" : "nodenext",
        "--moduleResolution",
        resolution,
        "types.ts",
      ],
      folder,
    ),
  );
  const looked: readonly (readonly [what: string, holds: boolean, said: string])[] = [
    ["it packs and installs", packed.status === 0 && installed.status === 0, packed.all + installed.all],
    ["the help names every command", help.status === 0 && /score[\s\S]*formula[\s\S]*seeds/.test(help.out), help.all],
    ["a workbook is scored", scored.status === 0 && existsSync(join(folder, "scored.xlsx")), scored.all],
    ["a workbook is judged in DuckDB", judged.status === 0 && existsSync(join(folder, "scored.parquet")), judged.all],
    ["a tier is written as SQL", sql.status === 0 && sql.out.includes("SELECT"), sql.all],
    ["a formula is worked out", formula.out.trim() === "443.3", formula.all],
    ["the example prints what it says", example.out === EXPECTED, example.all],
    [
      "the types hold in both resolutions",
      types.every(({ status }) => status === 0),
      types.map(({ all }) => all).join("\n"),
    ],
  ];
  const wrong = looked.filter(([, holds]) => !holds);
  for (const [what, , said] of wrong) process.stdout.write(`not so: ${what}\n${said.slice(-3000)}\n`);
  process.stdout.write(`packed: ${looked.length - wrong.length} of ${looked.length} hold\n`);
  return wrong.length;
}

const folder = mkdtempSync(join(tmpdir(), "zjtx-packed-"));
try {
  process.exitCode = check(folder) === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
