import { packRelease, unpackRelease } from "../../src/policy/pack-release";
import { loadRelease } from "../../src/commands/read-seeds";

const release = loadRelease();
const back = unpackRelease(packRelease(release));

test("the vocabulary comes back from the packed release as it was, infinite bounds and maps included", () => {
  expect(back.vocabulary).toEqual(release.vocabulary);
});

test("every edition comes back from the packed release as it was, but for its examples", () => {
  for (const [id, tier] of release.policy.tiers) {
    const bare = { ...tier, editions: tier.editions.map((edition) => ({ ...edition, examples: [] })) };
    expect(back.policy.tiers.get(id)).toEqual(bare);
  }
  expect([...back.policy.tiers.keys()]).toEqual([...release.policy.tiers.keys()]);
});
