/**
 * The files of one run: all of them or none. Each is written beside its place under a name nobody else has and gets its own name when every
 * one is whole; what stood there before stays until then. So a full disk, an interrupted run and two runs at once leave whole files only.
 */
import { createHash, randomBytes } from "node:crypto";
import { rmSync, type Stats } from "node:fs";
import { link, lstat, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { systemErrorCode } from "../system-error";
import { UnwritableFile, unwritable } from "../unwritable-file";

/** A file that is being written. */
export interface OutputFile {
  /** @throws UnwritableFile */
  write(content: string | Uint8Array): Promise<void>;
  /** @throws UnwritableFile */
  close(): Promise<void>;
}

interface Staged {
  readonly path: string;
  readonly unfinished: string;
  readonly handle: FileHandle;
  /** Needed for the run alone: it never gets its name. */
  readonly passing: boolean;
  open: boolean;
}

/** Signals that end a run; what is unfinished goes with it. */
const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export class Outputs {
  private readonly staged: Staged[] = [];
  private listening = false;

  /** @throws UnwritableFile where the folder is missing or write-protected, or the name is none of a file */
  async open(path: string): Promise<OutputFile> {
    const staged = await this.stage(path);
    return {
      write: async (content) => {
        await this.guarded(path, () => staged.handle.appendFile(content));
      },
      close: async () => {
        await this.guarded(path, () => finish(staged));
      },
    };
  }

  /**
   * The path of a file that somebody else writes, such as a database: it gets its name, or is taken away, with the others.
   * @param passing it is needed for the run alone and never gets its name
   * @throws UnwritableFile
   */
  async place(path: string, passing: boolean): Promise<string> {
    const { unfinished } = await this.stage(path, passing);
    return unfinished;
  }

  /** @throws UnwritableFile */
  async add(path: string, content: string | Uint8Array): Promise<void> {
    const file = await this.open(path);
    await file.write(content);
    await file.close();
  }

  /** Gives every file its name. Where one can't have it, those before get back what they were. @throws UnwritableFile */
  async commit(): Promise<void> {
    const named: { readonly path: string; readonly before: string | null }[] = [];
    for (const staged of this.staged) {
      const { path, unfinished } = staged;
      try {
        await finish(staged);
        if (staged.passing) {
          await rm(unfinished, { force: true });
          continue;
        }
        const before = await keptAside(path);
        named.push({ path, before });
        await rename(unfinished, path);
      } catch (error) {
        for (const { path: other, before } of named.reverse())
          if (before !== null) await rename(before, other).catch(() => undefined);
          else if (other !== path) await rm(other, { force: true }).catch(() => undefined);
        await this.discard();
        throw unwritable(path, error);
      }
    }
    for (const { before } of named) if (before !== null) await rm(before, { force: true }).catch(() => undefined);
    this.staged.length = 0;
    this.listen(false);
  }

  /** Takes away what was not given its name; nothing after `commit`. */
  async discard(): Promise<void> {
    for (const staged of this.staged.splice(0)) {
      await close(staged).catch(() => undefined);
      await rm(staged.unfinished, { force: true }).catch(() => undefined);
    }
    this.listen(false);
  }

  private async stage(path: string, passing = false): Promise<Staged> {
    try {
      refuseSpecial(path, await found(path));
      await clearLeftovers(path);
      const unfinished = besideOf(path);
      const staged = { path, unfinished, handle: await open(unfinished, "wx"), passing, open: true };
      this.staged.push(staged);
      this.listen(true);
      return staged;
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  private async guarded(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.discard();
      throw unwritable(path, error);
    }
  }

  private listen(on: boolean): void {
    if (on === this.listening) return;
    this.listening = on;
    for (const signal of ENDINGS) {
      if (on) process.on(signal, this.interrupted);
      else process.off(signal, this.interrupted);
    }
  }

  private readonly interrupted = (signal: NodeJS.Signals): void => {
    for (const { unfinished } of this.staged) rmSync(unfinished, { force: true });
    this.listen(false);
    // The process then ends as it would have, for whoever waits for it.
    process.kill(process.pid, signal);
  };
}

/** This machine, so that in a folder that several share nobody takes another's process for a dead one. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

/** How all unfinished files of a name begin. */
const beginning = (path: string): string => `.${basename(path).slice(0, 40)}.${MACHINE}-`;

/** A name in the same folder, so that renaming is one step, and hidden where names with a point are. It says which process it belongs to. */
function besideOf(path: string): string {
  return join(dirname(path), `${beginning(path)}${process.pid}-${randomBytes(8).toString("hex")}.part`);
}

/** Takes away what runs onto the same name have left that were killed: files named as ours alone are, of processes of this machine that are no more. */
async function clearLeftovers(path: string): Promise<void> {
  const start = beginning(path);
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(start))) {
    const [, pid] = /^(\d+)-[0-9a-f]{16}\.part$/.exec(name.slice(start.length)) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const leftover = join(dirname(path), name);
    const stats = await lstat(leftover).catch(() => null);
    if (stats?.isFile() === true) await rm(leftover, { force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return systemErrorCode(error) !== "ESRCH";
  }
}

async function found(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** A folder can't be replaced by a file, and a device or a pipe must not be. */
function refuseSpecial(path: string, stats: Stats | null): void {
  if (stats === null || stats.isFile() || stats.isSymbolicLink()) return;
  if (stats.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
  throw new UnwritableFile({
    zh: `保存不了“${path}”：这是设备或管道，不是文件。请写出要保存的文件名。`,
    en: `"${path}" can't be saved: it is a device or a pipe, no file. Please give a file name.`,
  });
}

/** A second name for what stands under a name, so that it can come back; null where nothing does, or where the disk knows no second names. */
async function keptAside(path: string): Promise<string | null> {
  const aside = besideOf(path);
  try {
    await link(path, aside);
    return aside;
  } catch (error) {
    if (systemErrorCode(error) === "") throw error;
    return null;
  }
}

/** On the disk, not only on its way there: a name must never stand before its content. */
async function finish(staged: Staged): Promise<void> {
  if (!staged.open) return;
  await staged.handle.sync();
  await close(staged);
}

async function close(staged: Staged): Promise<void> {
  if (!staged.open) return;
  staged.open = false;
  await staged.handle.close();
}
