/** The search over all editions, by the cases of test/cases/rules/search.yaml. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { RuleIndex } from "../../src/authoring/search-rules";
import { fitsQuery } from "../../src/pane/texts/pinyin";
import { conditionsOf } from "../../src/policy/rule-set";
import { allRuleSets, ruleSetOf, theRelease } from "../release";

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      query: z.string(),
      finds: z.array(z.string()),
      misses: z.array(z.string()).default([]),
      count: z.number().optional(),
    }),
  )
  .parse(parse(readFileSync("test/cases/rules/search.yaml", "utf8")));

const index = new RuleIndex(allRuleSets(), theRelease().vocabulary, "new");

test.each(cases)("$name: $query", ({ query, finds, misses, count }) => {
  const found = index.find(query).map(({ edition, line }) => `${edition.tier} ${edition.edition} ${line.id}`);
  expect(found).toEqual(expect.arrayContaining(finds));
  expect(misses.filter((one) => found.includes(one))).toEqual([]);
  expect(found).toHaveLength(count ?? found.length);
});

test("what reads otherwise at a review is found beside what a new application asks, and said to be a review's", () => {
  const edition = ruleSetOf("specialized", "2026-04-01");
  const [debt] = conditionsOf(edition.forPurpose.new.conditions).filter(({ id }) => id === "debt");
  if (debt === undefined) throw new Error("there is no such condition");
  const reviewed = { ...debt, text: { zh: "复核时资产负债率不高于85%", en: "Debt ratio at most 85% at review" } };
  const two = {
    ...edition,
    forPurpose: {
      new: { ...edition.forPurpose.new, conditions: [debt] },
      review: { ...edition.forPurpose.review, conditions: [reviewed] },
    },
  };
  const found = new RuleIndex([two], theRelease().vocabulary, "new")
    .find("资产负债率")
    .map(({ purpose, line }) => `${purpose} ${line.id}`);
  expect(found).toEqual(["new debt", "review debt"]);
});

test("pinyin initials stand for the words where no line holds them as they are", () => {
  const found = index.find("zcfzl", fitsQuery);
  expect(found.length).toBeGreaterThan(0);
  for (const { line } of found) expect(line.text.zh).toContain("资产负债率");
  expect(index.find("r&d", fitsQuery)).toEqual(index.find("r&d"));
  expect(index.find("zcfzl")).toEqual([]);
});
