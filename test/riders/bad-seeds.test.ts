/** Wrong files of bases, a folder a mistake. See `bad-seed-folders`. */
import { ownVocabulary } from "../../src/commands/read-seeds";
import { SeedError, type SeedFiles, type SeedProblem } from "../../src/policy/seed-file";
import { loadBases } from "../../src/riders/load-bases";
import { documentTitles } from "../../src/policy/document-titles";
import { BadSeedFolders } from "../bad-seed-folders";

const folders = new BadSeedFolders("riders/bad-seeds");
const { good, mistakes } = folders;
const vocabulary = ownVocabulary();

function messagesOf(files: SeedFiles): string[] {
  const problems: SeedProblem[] = [];
  loadBases(files, vocabulary, documentTitles(files, []), problems);
  return problems.length === 0 ? [] : new SeedError(problems).message.split("\n");
}

describe("A wrong file of bases is refused with file, line, reason and fix", () => {
  for (const mistake of mistakes)
    test(mistake.replaceAll("-", " "), () => {
      expect(messagesOf(folders.seedsOf(mistake))).toEqual(folders.expected(mistake));
    });

  test("every message ends its reason and its fix as sentences", () => {
    const lines = mistakes.flatMap((mistake) => folders.expected(mistake));
    expect(lines.length).toBeGreaterThanOrEqual(mistakes.length);
    expect(lines.filter((line) => !/^seeds\/[^:]+\.yaml:\d+: .+\. [A-Z].*[.?]$/.test(line))).toEqual([]);
  });
});

test("The good files give areas and rate", () => {
  expect(messagesOf(good)).toEqual([]);
  const bases = loadBases(good, vocabulary, documentTitles(good, []), []);
  expect(bases?.areas.map(({ id, levels }) => [id, levels.length])).toEqual([
    ["zhejiang", 2],
    ["zhejiang-ningbo", 0],
  ]);
});
