/** Headings whose levels stand in one cell: `营业收入-2025年报-万元`, `净利润-同比增长`, 营业收入 and Revenue on two lines. */

/** Signs that join levels; a hyphen within a word, a date or t-1 does not. */
const joint =
  /\s*\n+\s*|\s*[|>→»]\s*|\s+[-–—/]\s+|(?<![a-z0-9])[-–—_](?=\S)|(?<=\S)[-–—_](?![a-z0-9])|(?<=\d{4}(?:年?报)?)[-_](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[-_](?=\d{4})|(?<=[\u4e00-\u9fff])[:：](?=[\u4e00-\u9fff])/i;
/** The same in two languages: 营业收入 Revenue, 营业收入/Revenue, Revenue（营业收入）. */
const bilingual =
  /(?<=[\u4e00-\u9fff）)])\s*[/\s]\s*(?=[A-Za-z][A-Za-z& ]{2,})|(?<=[A-Za-z]{2})\s*[/\s]\s*(?=[\u4e00-\u9fff])/;

/** The levels of a heading in one text, from the top down; a single one where nothing joins them. */
export function headingSegments(heading: string): string[] {
  for (const pattern of [joint, bilingual]) {
    const segments = heading
      .split(pattern)
      .map((segment) => segment.trim())
      .filter((segment) => segment !== "");
    if (segments.length > 1 && segments.length <= 6) return segments;
  }
  return [heading];
}
