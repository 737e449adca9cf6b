/** Pieces of the pages that are fetched when asked for stay as small as they are meant to be, or the build fails. */
import { randomBytes } from "node:crypto";
import { filesOfPiece, LAZY_LIMITS, lazyProblem, type PieceGroup } from "../../../src/workbench/build/lazy-limits";

const [LOADER] = LAZY_LIMITS;
if (LOADER === undefined) throw new Error("there is a limit");

test("the loader of rules has a limit of its size gzipped, all its files together", () => {
  expect(LOADER.most).toBeLessThanOrEqual(160_000);
  // Random bytes don't shrink.
  const files = (...sizes: number[]): Map<string, Uint8Array> =>
    new Map(sizes.map((size, at) => [`${at}.js`, randomBytes(size)]));
  expect(lazyProblem(LOADER, files(60_000, 45_000))).toBeNull();
  expect(lazyProblem(LOADER, files(60_000, 55_000))).toMatch(/110000 are the most: 0\.js \d+, 1\.js \d+/);
});

test("what shrinks counts as it travels, not as it lies", () => {
  expect(lazyProblem(LOADER, new Map([["a.js", "a".repeat(1_000_000)]]))).toBeNull();
});

test("a piece that has gone into the page that asks for it is a fault as well", () => {
  expect(lazyProblem(LOADER, new Map())).toContain("no piece");
});

test("of a piece those files count that what loads it does not bring already", () => {
  const group = (files: readonly string[], parents: readonly PieceGroup[]): PieceGroup => ({
    getFiles: () => files,
    getParents: () => parents,
    isInitial: () => parents.length === 0,
  });
  const worker = group(["worker.js", "shared.js"], []);
  const page = group(["page.js"], []);
  expect(filesOfPiece(group(["drafts.js", "shared.js", "yaml.js", "drafts.css"], [worker, page]))).toEqual([
    "drafts.js",
    "shared.js",
    "yaml.js",
  ]);
  expect(filesOfPiece(group(["drafts.js", "shared.js"], [worker]))).toEqual(["drafts.js"]);
});
