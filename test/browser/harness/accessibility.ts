/** axe on a page or a part of it, every finding as a sentence that names the element. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds against WCAG 2.2 AA; empty where nothing is wrong.
 * @param part CSS selectors to look inside and to leave out; Univer's own toolbar is not ours to mend.
 */
export async function accessibilityFindings(
  page: Page,
  part: { readonly inside?: string; readonly without?: readonly string[] } = {},
): Promise<readonly string[]> {
  let builder = new AxeBuilder({ page }).withTags(WCAG_2_2_AA);
  if (part.inside !== undefined) builder = builder.include(part.inside);
  for (const selector of part.without ?? []) builder = builder.exclude(selector);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(" ")} — ${node.failureSummary ?? ""} — ${node.html}`),
  );
}
