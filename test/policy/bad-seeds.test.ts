/** Wrong seed sets of rules and vocabulary, a folder a mistake. See `bad-seed-folders`. */
import { PROOFS } from "../../src/engine/rows/proofs";
import { loadPolicy } from "../../src/policy/load-criteria";
import { loadVocabulary } from "../../src/policy/load-vocabulary";
import type { SeedFiles } from "../../src/policy/seed-file";
import { Scorer } from "../../src/engine/rows/evaluate";
import { FactColumns } from "../../src/engine/facts";
import { BadSeedFolders, seedMessages } from "../bad-seed-folders";

const folders = new BadSeedFolders("bad-seeds");
const { good, mistakes } = folders;
const messagesOf = (files: SeedFiles): readonly string[] =>
  seedMessages(() => loadPolicy(files, loadVocabulary(files), PROOFS));

describe("A wrong seed file is refused with file, line, reason and fix", () => {
  for (const mistake of mistakes)
    test(mistake.replaceAll("-", " "), () => {
      expect(messagesOf(folders.seedsOf(mistake))).toEqual(folders.expected(mistake));
    });

  test("every folder differs from the good set and says what is expected", () => {
    const idle = mistakes.filter((mistake) => {
      const changed = [...folders.changed(mistake)].filter(([path, text]) => good.get(path) !== text);
      const taken = folders.without(mistake);
      const expected = folders.expected(mistake);
      return changed.length + taken.length === 0 || expected.length === 0;
    });
    expect(idle).toEqual([]);
  });

  test("every message ends its reason and its fix as sentences", () => {
    const lines = mistakes.flatMap((mistake) => folders.expected(mistake));
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
