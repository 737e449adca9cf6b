/**
 * One wrong file a mistake. Each folder of test/cases/subsidy/bad-seeds holds the files that replace those of `good`, and the exact
 * message lines. `without.txt` lists files that are taken away. Adding a case is adding a folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownVocabulary, readSeedFiles } from "../../src/cli/read-seeds";
import { SeedError, type SeedFiles, type SeedProblem } from "../../src/policy/seed-file";
import { loadBases } from "../../src/subsidy/load-bases";

const FOLDER = join(__dirname, "..", "cases", "subsidy", "bad-seeds");
const vocabulary = ownVocabulary();
const good = readSeedFiles(join(FOLDER, "good"));
const mistakes = readdirSync(FOLDER).filter((name) => name !== "good");

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}

function seedsOf(mistake: string): SeedFiles {
  const files = new Map([...good, ...readSeedFiles(join(FOLDER, mistake))]);
  for (const path of linesOf(join(FOLDER, mistake, "without.txt"))) files.delete(path);
  return files;
}

function messagesOf(files: SeedFiles): string[] {
  const problems: SeedProblem[] = [];
  loadBases(files, vocabulary, problems);
  return problems.length === 0 ? [] : new SeedError(problems).message.split("\n");
}

describe("A wrong file of bases is refused with file, line, reason and fix", () => {
  for (const mistake of mistakes)
    test(mistake.replaceAll("-", " "), () => {
      expect(messagesOf(seedsOf(mistake))).toEqual(linesOf(join(FOLDER, mistake, "expected.txt")));
    });

  test("every message ends its reason and its fix as sentences", () => {
    const lines = mistakes.flatMap((mistake) => linesOf(join(FOLDER, mistake, "expected.txt")));
    expect(lines.length).toBeGreaterThanOrEqual(mistakes.length);
    expect(lines.filter((line) => !/^seeds\/[^:]+\.yaml:\d+: .+\. [A-Z].*[.?]$/.test(line))).toEqual([]);
  });
});

test("The good files give areas and rate", () => {
  expect(messagesOf(good)).toEqual([]);
  const bases = loadBases(good, vocabulary, []);
  expect(bases?.areas.map(({ id, levels }) => [id, levels.length])).toEqual([
    ["zhejiang", 2],
    ["zhejiang-ningbo", 0],
  ]);
});
