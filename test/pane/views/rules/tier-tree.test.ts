import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { loadRelease } from "../../../../src/commands/read-seeds";
import { allEditions } from "../../../../src/policy/rule-set";
import { TierTree } from "../../../../src/pane/views/rules/tier-tree";

const { policy, vocabulary } = loadRelease();

test("The tree of tiers lists the editions of every province that has its own, each under its place", () => {
  const page = renderToStaticMarkup(
    createElement(TierTree, {
      policy,
      vocabulary,
      asOf: policy.checked,
      purpose: "new",
      onEdition: () => undefined,
      onCompare: () => undefined,
    }),
  );
  for (const words of ["广东省自己的", "浙江省自己的", "山东省自己的"]) expect(page).toContain(words);
  const labels = [...page.matchAll(/aria-label="[^"]*，[^"]* 版"/g)];
  const editions = [...policy.rungs.flat(), ...policy.beside].flatMap((id) => {
    const tier = policy.tiers.get(id);
    return tier === undefined ? [] : allEditions(tier);
  });
  expect(labels).toHaveLength(editions.length);
  expect(new Set(labels.map(([label]) => label)).size).toBe(editions.length);
});
