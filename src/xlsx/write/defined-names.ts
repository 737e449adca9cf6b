/** The list of names of a workbook part: those that are there, as sheets move or go, and new ones. */
import { fixedCells, printNames } from "../fixed-cells";
import { attributeOf, childrenOf, escapeAttribute, escapeText, withAttribute, type Splice } from "../xml/markup";
import type { SheetEntry } from "../workbook-outline";
import type { WrittenSheet } from "./written-sheet";

export interface WrittenName {
  readonly name: string;
  /** As the file keeps it, without `=`. */
  readonly formula: string;
  /** Place of the sheet it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
  readonly comment?: string;
  readonly hidden?: boolean;
}

/** Excel keeps what is printed of the sheet at a place, and its filter, under names of its own; it mends files that lack the latter. */
export function ownNames({ name, page, filter }: WrittenSheet, sheet: number): readonly WrittenName[] {
  const printed = page ? printNames(name, page).map(([own, formula]) => ({ name: own, formula, sheet })) : [];
  if (!filter) return printed;
  const formula = fixedCells(name, filter.range);
  return [...printed, { name: "_xlnm._FilterDatabase", formula, sheet, hidden: true }];
}

export interface NameChanges {
  readonly added: readonly WrittenName[];
  /** Sheets that are no more, nor another of their name. */
  readonly gone: readonly SheetEntry[];
  /** Where the sheet that was at a place is now; null where it is no more. */
  readonly moved: (index: number) => number | null;
}

/** Names that belong to a sheet by its place follow it; those of a sheet taken out go with it, as in Excel. */
export function nameSplices(xml: string, { added, gone, moved }: NameChanges): Splice[] {
  const children = childrenOf(xml);
  const list = children.find(({ tag }) => tag.name === "definedNames");
  // The list of names follows the sheets, the groups of functions and the other workbooks (CT_Workbook).
  const before = children.findLast(({ tag }) => ["sheets", "functionGroups", "externalReferences"].includes(tag.name));
  const prefix = (list ?? before)?.tag.prefix ?? "";
  const kept = (list ? childrenOf(xml, list) : []).flatMap(({ tag, text }) => {
    const local = attributeOf(tag, "localSheetId");
    const index = local === undefined ? null : moved(Number(local));
    if (local !== undefined && index === null) return [];
    const opening = index === null ? tag.text : withAttribute(tag, "localSheetId", String(index));
    const body = text.slice(tag.text.length, text.lastIndexOf("</"));
    const lost = gone.some(({ name }) =>
      [`${escapeAttribute(name)}!`, `${escapeAttribute(name)}'!`].some((mark) => body.includes(mark)),
    );
    return [`${opening}${lost ? "#REF!" : body}</${tag.prefix}definedName>`];
  });
  const names = [...kept, ...added.map((name) => nameXml(prefix, name))];
  const [start, end] = list ? [list.start, list.end] : [before?.end ?? 0, before?.end ?? 0];
  if (names.length === 0) return list ? [{ start, end, text: "" }] : [];
  const opening = list?.tag.text.replace(/\s*\/>$/, ">") ?? `<${prefix}definedNames>`;
  return [{ start, end, text: `${opening}${names.join("")}</${prefix}definedNames>` }];
}

function nameXml(prefix: string, { name, formula, sheet, comment, hidden }: WrittenName): string {
  const attributes =
    (comment ? ` comment="${escapeAttribute(comment)}"` : "") +
    (sheet === null ? "" : ` localSheetId="${sheet}"`) +
    (hidden ? ` hidden="1"` : "");
  return `<${prefix}definedName name="${escapeAttribute(name)}"${attributes}>${escapeText(formula)}</${prefix}definedName>`;
}
