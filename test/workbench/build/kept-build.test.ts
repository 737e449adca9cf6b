import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptBuild } from "../../../src/workbench/build/kept-build";

let folder: string;
let builds: string[];
let waits: number;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "zjtx-kept-")), "builds");
  builds = [];
  waits = 0;
});

/** Notes that it builds, and writes one file. */
async function write(into: string): Promise<void> {
  builds.push(into);
  mkdirSync(into);
  await Promise.resolve();
  writeFileSync(join(into, "page.html"), "built");
}

const keep = (fingerprint: string, build = write): Promise<string> =>
  keptBuild({ folder, fingerprint, build, onWait: () => (waits += 1) });

test("the same sources are built once, others again", async () => {
  const first = await keep("aaa");
  expect(readFileSync(join(first, "page.html"), "utf8")).toBe("built");
  expect(await keep("aaa")).toBe(first);
  expect(await keep("bbb")).not.toBe(first);
  expect(builds).toHaveLength(2);
});

test("several that start at once build once, and all but the first say that they wait", async () => {
  let allWait = (): void => undefined;
  const others = new Promise<void>((resolve) => (allWait = resolve));
  const start = (): Promise<string> =>
    keptBuild({
      folder,
      fingerprint: "aaa",
      onWait: () => {
        waits += 1;
        if (waits === 2) allWait();
      },
      build: async (into) => {
        await others;
        await write(into);
      },
    });
  const paths = await Promise.all([start(), start(), start()]);
  expect(new Set(paths).size).toBe(1);
  expect(builds).toHaveLength(1);
});

test("nothing lies at the place of a build before it is whole", async () => {
  await keep("aaa", async (into) => {
    await write(into);
    expect(existsSync(join(folder, "aaa"))).toBe(false);
  });
  expect(existsSync(join(folder, "aaa/page.html"))).toBe(true);
});

test("a build that fails leaves nothing, and the next one builds", async () => {
  const failing = async (into: string): Promise<void> => {
    await write(into);
    throw new Error("no such module");
  };
  await expect(keep("aaa", failing)).rejects.toThrow("no such module");
  expect(readdirSync(folder)).toEqual([]);
  await keep("aaa");
  expect(builds).toHaveLength(2);
});

test("what a process left that died while building is in nobody's way", async () => {
  mkdirSync(join(folder, ".lock"), { recursive: true });
  utimesSync(join(folder, ".lock"), new Date(0), new Date(0));
  // No system gives a process so high a number.
  for (const name of ["aaa.4294967295", "aaa.4294967295.parts"]) mkdirSync(join(folder, name));
  await keep("aaa");
  expect(readdirSync(folder)).toEqual(["aaa"]);
});

test("the three builds used last are kept", async () => {
  for (const name of ["aaa", "bbb", "ccc"]) {
    const path = await keep(name);
    utimesSync(path, new Date(1000 * builds.length), new Date(1000 * builds.length));
  }
  await keep("aaa");
  await keep("ddd");
  expect(readdirSync(folder).toSorted()).toEqual(["aaa", "ccc", "ddd"]);
});

test("where a build may not be written, the reason is told at once", async () => {
  writeFileSync(folder, "a file where the folder should be");
  await expect(keep("aaa")).rejects.toThrow(/EEXIST|ENOTDIR/);
});
