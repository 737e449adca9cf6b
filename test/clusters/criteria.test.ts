import { exampleFailures } from "../check-rule-set";
import { theRelease } from "../release";

const { policy } = theRelease();
const ruleSets = [...policy.clusters.values()].flatMap(({ editions }) => editions);

test.each(ruleSets.map((ruleSet) => [ruleSet.tier, ruleSet] as const))(
  "%s: its examples come out as written",
  (_tier, ruleSet) => {
    expect(ruleSet.examples.flatMap((example) => exampleFailures(example, ruleSet))).toEqual([]);
  },
);

test("Clusters and districts stand apart from the enterprise ladder", () => {
  expect([...policy.clusters.keys()]).toEqual([
    "cluster-feature",
    "cluster-feature-yunnan",
    "cluster-digital-shandong",
    "cluster-district-chongqing",
  ]);
  const placed = new Set([...policy.rungs.flat(), ...policy.beside, ...policy.tiers.keys()]);
  expect([...policy.clusters.keys()].filter((id) => placed.has(id))).toEqual([]);
});

test("Every example set reaches met and unmet, so that each line is seen from both sides", () => {
  for (const { tier, examples } of ruleSets) {
    const seen = new Set(examples.map(({ expect: wanted }) => wanted.status));
    expect([tier, seen.has("met"), seen.has("unmet")]).toEqual([tier, true, true]);
  }
});

test("What was not found is left to a person and says so", () => {
  const feature = ruleSets.find(({ tier }) => tier === "cluster-feature");
  const judged = feature?.forPurpose.new.conditions.flatMap((node) =>
    node.node === "condition" && node.kind === "judgement" && node.text.zh.includes("没有查到") ? [node.id] : [],
  );
  expect(judged).toEqual(["platform", "green", "open", "governance"]);
});
