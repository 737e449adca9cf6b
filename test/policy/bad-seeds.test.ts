/**
 * One malformed seed set a mistake. Each folder of test/cases/bad-seeds holds the files that replace those of `good`, and the exact
 * message lines. `without.txt` lists files that are taken away. Adding a case is adding a folder.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSeedFiles } from "../../src/cli/read-seeds";
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import { SeedError, type SeedFiles } from "../../src/policy/seed-file";
import { Scorer } from "../../src/engine/rows/evaluate";
import { FactColumns } from "../../src/engine/facts";

const FOLDER = join(__dirname, "..", "cases", "bad-seeds");
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
  try {
    loadPolicy(files, loadVocabulary(files), PROOFS);
    return ["the seeds were accepted"];
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return error.message.split("\n");
  }
}

describe("A wrong seed file is refused with file, line, reason and fix", () => {
  for (const mistake of mistakes)
    test(mistake.replaceAll("-", " "), () => {
      expect(messagesOf(seedsOf(mistake))).toEqual(linesOf(join(FOLDER, mistake, "expected.txt")));
    });

  test("every folder differs from the good set and says what is expected", () => {
    const idle = mistakes.filter((mistake) => {
      const changed = [...readSeedFiles(join(FOLDER, mistake))].filter(([path, text]) => good.get(path) !== text);
      const taken = linesOf(join(FOLDER, mistake, "without.txt"));
      const expected = linesOf(join(FOLDER, mistake, "expected.txt"));
      return changed.length + taken.length === 0 || expected.length === 0;
    });
    expect(idle).toEqual([]);
  });

  test("every message ends its reason and its fix as sentences", () => {
    const lines = mistakes.flatMap((mistake) => linesOf(join(FOLDER, mistake, "expected.txt")));
    expect(lines.filter((line) => !/^seeds\/[^:]+\.yaml:\d+: .+\. [A-Z].*[.?]$/.test(line))).toEqual([]);
  });
});

describe("The good seed set", () => {
  const vocabulary = loadVocabulary(good);
  const policy = loadPolicy(good, vocabulary, PROOFS);

  test("loads with all its parts", () => {
    expect([...vocabulary.fields.keys()]).toEqual([
      "industry",
      "employees",
      "revenue",
      "total_assets",
      "total_liabilities",
      "debt_ratio",
      "main_share",
      "rd_expense",
      "rd_staff",
      "rd_institution",
      "strategic_industry",
      "high_tech_until",
      "expert_mark",
    ]);
    expect(vocabulary.sizeIndustries.map(({ id }) => id)).toEqual(["industry", "software"]);
    expect(policy.tiers.get("specialized")?.editions.map(({ edition }) => edition)).toEqual([
      "2022-08-01",
      "2026-04-01",
    ]);
    const first = policy.tiers.get("specialized")?.editions[0]?.forPurpose.new;
    expect(first?.general.map(({ id }) => id)).toEqual(["sme-size"]);
    expect(first?.routes.map(({ id }) => id)).toEqual(["provincial-institution"]);
    expect(first?.score?.groups.map(({ floor }) => floor)).toEqual([{ relation: ">=", points: 20 }, null]);
  });

  test("gives its own examples", () => {
    for (const { forPurpose, examples } of policy.tiers.get("specialized")?.editions ?? [])
      for (const { given, expect: wanted } of examples) {
        const facts = FactColumns.fromRecord(given);
        const { status, score } = new Scorer(forPurpose.new, facts, vocabulary, { asOf: 46000, t: 2024 }).evaluate(0);
        expect(status).toBe(wanted.status);
        expect(score?.lo).toBe(wanted.score);
      }
  });
});
