/** Which sheets are the product's own. */

/** Every result sheet's name begins with this; a rerun replaces the sheets that do, and touches no other. */
export const RESULT_PREFIX = "评分_";

export function isResultSheet(name: string): boolean {
  return name.startsWith(RESULT_PREFIX);
}

/** Sheets of drafts of rules begin with this. They are read by nobody as a list, and a person's work: no rerun takes their place. */
export const DRAFT_NAME = "评分_规则草案";

export function isDraftSheet(name: string): boolean {
  return name.startsWith(DRAFT_NAME);
}
