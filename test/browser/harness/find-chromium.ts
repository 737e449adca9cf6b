/** The Chromium that comes from npm, unpacked once a version and ready to run on machines that lack the libraries or fonts it needs. */
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { fingerprint } from "../../../src/workbench/build/fingerprint";
import { keptBuild } from "../../../src/workbench/build/kept-build";
import { ROOT } from "../../../src/workbench/build/project-root";

export interface FoundChromium {
  readonly path: string;
  /** Added to the environment it runs in. */
  readonly env: Readonly<Record<string, string>>;
}

const SYSTEM_FONTS = "/etc/fonts/fonts.conf";

/** An installed one where CHROMIUM names it, else the one from npm. Throws an Error with what to do where neither runs. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== "") return { path: named, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "The browser from npm runs on 64-bit Linux. Set CHROMIUM to the path of an installed Chrome or Edge.",
    );
  }
  const folder = await unpacked();
  const path = join(folder, "chromium");
  const fonts: Record<string, string> = existsSync(SYSTEM_FONTS) ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  // The machine's own libraries where it has them; else those that come along.
  const choices = [fonts, { ...fonts, LD_LIBRARY_PATH: join(folder, "al2023/lib") }];
  const tried = choices.map((env) => {
    const { status, stderr, error } = spawnSync(path, ["--version"], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    return { env, runs: status === 0, said: error?.message ?? stderr };
  });
  const found = tried.find(({ runs }) => runs);
  if (found !== undefined) return { path, env: found.env };
  throw new Error(
    `The browser from npm does not run here. Set CHROMIUM to the path of an installed Chromium or Chrome.\n${tried[0]?.said ?? ""}`,
  );
}

/** The folder it is unpacked in, shared by all checkouts. */
async function unpacked(): Promise<string> {
  const home = dirname(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));
  return await keptBuild({
    folder: join(tmpdir(), `zjtx-chromium-${userInfo().uid}`),
    fingerprint: fingerprint(home, ["bin"], version),
    onWait: () => console.log("Waiting for another process that unpacks the browser …"),
    build: unpackInto,
  });
}

const UNPACK = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

async function unpackInto(folder: string): Promise<void> {
  console.log("Unpacking the browser …");
  mkdirSync(folder);
  // The package unpacks into the folder for temporary files, and its libraries only where it takes the machine for one of Amazon's.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" };
  await promisify(execFile)(process.execPath, ["-e", UNPACK], { env, cwd: ROOT });
  // Its own list of fonts names folders of such machines.
  writeFileSync(
    join(folder, "fonts/fonts.conf"),
    '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><dir>/usr/share/fonts</dir></fontconfig>\n',
  );
}
