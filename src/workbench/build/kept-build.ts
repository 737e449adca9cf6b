/** Keeps what was built, a folder for each fingerprint, so that the same sources are built once. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { lock } from "proper-lockfile";

/** Builds that are kept: going back to earlier sources, or a server still running on them, needs no new build. */
const KEPT = 3;

export interface KeptBuild {
  /** Where builds are kept. */
  readonly folder: string;
  readonly fingerprint: string;
  /** Builds into the folder it is given, which is not there yet. */
  readonly build: (into: string) => Promise<void>;
  /** Another process is building; called once, before waiting for it. */
  readonly onWait: () => void;
}

/**
 * The folder with what `build` makes of these sources, built where it is missing. Nobody ever finds a half-made one there: it is made
 * beside and renamed when it is whole, and a build that fails leaves nothing.
 */
export async function keptBuild({ folder, fingerprint, build, onWait }: KeptBuild): Promise<string> {
  const path = join(folder, fingerprint);
  if (markUsed(path)) return path;
  mkdirSync(folder, { recursive: true });
  const letGo = await soleBuilder(folder, onWait);
  try {
    if (!markUsed(path)) {
      removeLeftovers(folder);
      const begun = `${path}.${process.pid}`;
      try {
        await build(begun);
        renameSync(begun, path);
      } finally {
        rmSync(begun, { recursive: true, force: true });
      }
    }
    removeUnused(folder);
  } finally {
    await letGo();
  }
  return path;
}

/** Waits until no other process builds here; the place of one that has died is taken. The function given back lets the next one in. */
async function soleBuilder(folder: string, onWait: () => void): Promise<() => Promise<void>> {
  const options = {
    realpath: false,
    lockfilePath: join(folder, ".lock"),
    stale: 30_000,
    // So busy that it was taken for dead: another then builds the same beside it, which costs time and harms nothing.
    onCompromised: () => undefined,
  };
  const first = await lock(folder, options).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ELOCKED") return null;
    throw error;
  });
  if (first !== null) return first;
  onWait();
  return await lock(folder, { ...options, retries: { forever: true, factor: 1, minTimeout: 250, maxTimeout: 250 } });
}

/** Whether it is there; then it counts as used just now. */
function markUsed(path: string): boolean {
  if (!existsSync(path)) return false;
  const now = new Date();
  utimesSync(path, now, now);
  return true;
}

/** Finished builds have no dot in their name, begun ones end with the process that began them. */
const isFinished = (name: string): boolean => /^\w+$/.test(name);

/** Removes what processes began that are no more. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, begunBy] = /^\w+\.(\d+)/.exec(name) ?? [];
    if (begunBy !== undefined && !isRunning(Number(begunBy))) rmSync(join(folder, name), { recursive: true });
  }
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Removes all but the builds used last. */
function removeUnused(folder: string): void {
  const builds = readdirSync(folder)
    .filter(isFinished)
    .map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.used - a.used);
  for (const { path } of builds.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
