/**
 * Which cells are formatted as a percentage. It is the only format that changes what a number means: 0.052 shown as 5.2% is a share
 * already, also under a heading that says （%）.
 */
import { columnIndex } from "../sheet/reading/grid";
import { attributeOf, childrenOf } from "./markup";
import type { PackageParts } from "./package-parts";

/** Excel's built-in formats 9 and 10 are `0%` and `0.00%`. */
const BUILT_IN: readonly (readonly [string, string])[] = [
  ["9", "0%"],
  ["10", "0.00%"],
];

/** Style index of a cell (its `s`) -> the percent format, from the text of the formats part. */
export function percentStyles(stylesXml: string): ReadonlyMap<string, string> {
  const formats = new Map(BUILT_IN);
  const sections = childrenOf(stylesXml);
  const own = sections.find((section) => section.tag.name === "numFmts");
  for (const { tag } of own ? childrenOf(stylesXml, own) : []) {
    const code = attributeOf(tag, "formatCode") ?? "";
    const id = attributeOf(tag, "numFmtId") ?? "";
    if (code.replace(/"[^"]*"|\\./g, "").includes("%")) formats.set(id, code);
    else formats.delete(id);
  }
  const cells = sections.find((section) => section.tag.name === "cellXfs");
  const styles = new Map<string, string>();
  for (const [index, { tag }] of (cells ? childrenOf(stylesXml, cells) : []).entries()) {
    const format = formats.get(attributeOf(tag, "numFmtId") ?? "");
    if (format !== undefined) styles.set(String(index), format);
  }
  return styles;
}

/** The percent formats of a sheet in the shape of its rows, or null where it has none. Rows with the same pattern share one array. */
export function percentFormats(
  parts: PackageParts,
  sheetPart: string,
  styles: ReadonlyMap<string, string>,
): (string | null)[][] | null {
  if (styles.size === 0) return null;
  const rows: (string | null)[][] = [];
  const patterns = new Map<string, (string | null)[]>();
  let row = -1;
  let column = -1;
  let pattern: (string | null)[] = [];
  const close = (): void => {
    if (pattern.length === 0) return;
    while (rows.length < row) rows.push([]);
    const key = pattern.join("\n");
    const shared = patterns.get(key) ?? pattern;
    patterns.set(key, shared);
    rows[row] = shared;
    pattern = [];
  };
  for (const [, name, attributes = ""] of parts.text(sheetPart).matchAll(/<(?:\w+:)?(row|c)(\s[^>]*)?>/g)) {
    const reference = /\sr="([A-Z]*)(\d+)"/.exec(attributes);
    if (name === "row") {
      close();
      row = reference ? Number(reference[2]) - 1 : row + 1;
      column = -1;
      continue;
    }
    column = reference?.[1] ? columnIndex(reference[1]) : column + 1;
    const format = styles.get(/\ss="(\d+)"/.exec(attributes)?.[1] ?? "");
    if (format === undefined) continue;
    while (pattern.length < column) pattern.push(null);
    pattern[column] = format;
  }
  close();
  return rows.length > 0 ? rows : null;
}
