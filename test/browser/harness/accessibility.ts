/** axe on a page or a part of it, every finding as a sentence that names the element. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const RULES_OF_WHOLE_PAGES = [
  "heading-order",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-main",
  "landmark-unique",
  "page-has-heading-one",
  "region",
];

/** All that another theme of the same page can break. */
const RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds against WCAG 2.2 AA; empty where nothing is wrong.
 * @param part CSS selectors to look inside and to leave out; Univer's own toolbar is not ours to mend.
 *   `pieces`: the page shows pieces of pages beside one another, so rules about a page's headings and landmarks say nothing.
 *   `colours`: the page was looked at whole in another theme; only what themes change is looked at again.
 */
export async function accessibilityFindings(
  page: Page,
  part: {
    readonly inside?: string;
    readonly without?: readonly string[];
    readonly pieces?: boolean;
    readonly colours?: boolean;
  } = {},
): Promise<readonly string[]> {
  // Fluent's focus keepers: each hands the focus on at once, so nobody ever stands on one.
  let builder = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(WCAG_2_2_AA)
    .exclude("[data-tabster-dummy]")
    .exclude(["iframe", "[data-tabster-dummy]"]);
  if (part.inside !== undefined) builder = builder.include(part.inside);
  for (const selector of part.without ?? []) builder = builder.exclude(selector);
  if (part.colours === true) builder = builder.withRules(RULES_OF_COLOURS);
  // All of axe runs in the page where there are no frames to go through: what is right then needs not be carried over node by node.
  if (page.frames().length === 1) builder = builder.setLegacyMode();
  if (part.pieces === true) builder = builder.disableRules(RULES_OF_WHOLE_PAGES);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")} — ${node.failureSummary ?? ""} — ${node.html}`),
  );
}
