/** Which sheets are the product's own. */

/** Every result sheet's name begins with this; a rerun replaces the sheets that do, and touches no other. */
export const RESULT_PREFIX = "评分_";

export function isResultSheet(name: string): boolean {
  return name.startsWith(RESULT_PREFIX);
}
