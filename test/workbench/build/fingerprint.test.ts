import { mkdirSync, mkdtempSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprint } from "../../../src/workbench/build/fingerprint";

let root: string;
const PATHS = ["src", "package.json", "missing.json"];
const now = (more?: string): string => fingerprint(root, PATHS, more);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zjtx-fingerprint-"));
  mkdirSync(join(root, "src/deep"), { recursive: true });
  writeFileSync(join(root, "src/deep/one.ts"), "one");
  writeFileSync(join(root, "src/two.ts"), "two");
  writeFileSync(join(root, "package.json"), "{}");
});

test("files written again with the same content count as the same, wherever they lie", () => {
  const before = now();
  writeFileSync(join(root, "src/two.ts"), "two");
  utimesSync(join(root, "src/deep/one.ts"), new Date(), new Date());
  expect(now()).toBe(before);
  writeFileSync(join(root, "beside.ts"), "not asked for");
  expect(now()).toBe(before);
});

test.each<readonly [string, () => void]>([
  ["content that is as long and as old as before", () => rewrite("src/deep/one.ts", "eno")],
  ["a file more", () => writeFileSync(join(root, "src/three.ts"), "")],
  ["a file under another name", () => renameSync(join(root, "src/two.ts"), join(root, "src/too.ts"))],
  ["a file in another folder", () => renameSync(join(root, "src/two.ts"), join(root, "src/deep/two.ts"))],
  ["a path that was missing", () => writeFileSync(join(root, "missing.json"), "{}")],
  [
    "letters that moved from one file to the next",
    () => {
      rewrite("src/deep/one.ts", "onet");
      rewrite("src/two.ts", "wo");
    },
  ],
])("%s makes a difference", (_, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});

test("what else is built makes a difference", () => {
  expect(new Set([now(), now("production"), now("development")]).size).toBe(3);
});

/** Other content, nothing else changed that can be seen from outside. */
function rewrite(path: string, content: string): void {
  const time = new Date("2026-01-01");
  writeFileSync(join(root, path), content);
  utimesSync(join(root, path), time, time);
}
