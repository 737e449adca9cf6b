/** What the checks of one sheet need to know of the workbook around it. */
import type { CellRange } from "./cell-range";
import { rangeOf } from "./cell-range";
import type { PackageUnderCheck } from "./package-under-check";
import { allOf, childOf, childrenOf, numberOf, unescaped, type XmlElement } from "./xml-tree";

/** Sizes of the lists that cells refer to by number. */
export interface BookFacts {
  /** The part that is the workbook. */
  readonly part: string;
  /** Sheets in the order of the tabs. */
  readonly sheets: readonly SheetFacts[];
  readonly texts: number;
  readonly cellFormats: number;
  readonly dressings: number;
  readonly cellMetadata: number;
  readonly valueMetadata: number;
  /** Other workbooks that formulas may name, by number from 1. */
  readonly otherBooks: number;
  readonly views: number;
  /** Cells that the list of computations names, as `sheetId!B3`; null where there is none. */
  readonly chain: ReadonlySet<string> | null;
}

export interface SheetFacts {
  readonly name: string;
  readonly part: string;
  readonly kind: string;
  readonly sheetId: number;
  readonly hidden: boolean;
  readonly tables: readonly TableFacts[];
  /** What the hidden name says that Excel keeps for the sheet's filter; undefined where there is none. */
  readonly filterName: string | undefined;
}

export interface TableFacts {
  readonly part: string;
  readonly element: XmlElement;
  readonly name: string;
  readonly range: CellRange | null;
  readonly headers: boolean;
  readonly columns: readonly string[];
}

export function factsOf(book: PackageUnderCheck): BookFacts | null {
  const [main] = book.links("", "officeDocument");
  const workbook = main && book.tree(main.target);
  if (!main || workbook?.name !== "workbook") return null;
  const part = main.target;
  const linked = (type: string): XmlElement | undefined => {
    const [link] = book.links(part, type);
    return link && book.tree(link.target);
  };
  const styles = linked("styles");
  const metadata = linked("sheetMetadata");
  const listed = (list: string): number => childOf(styles, list)?.children.length ?? 0;
  const blocks = (list: string): number => childrenOf(childOf(metadata, list), "bk").length;
  const names = childrenOf(childOf(workbook, "definedNames"), "definedName");
  const filterNames = new Map(
    names
      .filter(({ attributes }) => attributes.name === "_xlnm._FilterDatabase")
      .map(({ attributes, text }) => [attributes.localSheetId ?? "", text] as const),
  );
  const sheets = childrenOf(childOf(workbook, "sheets"), "sheet").map((element, index) =>
    sheetOf(element, part, book, filterNames.get(String(index))),
  );
  return {
    part,
    sheets,
    texts: textCount(book, part),
    // A workbook without formats shows every cell in the first.
    cellFormats: Math.max(listed("cellXfs"), styles ? 0 : 1),
    dressings: listed("dxfs"),
    cellMetadata: blocks("cellMetadata"),
    valueMetadata: blocks("valueMetadata"),
    otherBooks: childrenOf(childOf(workbook, "externalReferences"), "externalReference").length,
    views: childrenOf(childOf(workbook, "bookViews"), "workbookView").length,
    chain: chainOf(linked("calcChain")),
  };
}

function sheetOf(
  element: XmlElement,
  workbook: string,
  book: PackageUnderCheck,
  filterName: string | undefined,
): SheetFacts {
  const link = book.linked(workbook, element.attributes["r:id"]);
  const part = link?.target ?? "";
  return {
    name: unescaped(element.attributes.name ?? ""),
    part,
    kind: link?.type ?? "",
    sheetId: numberOf(element, "sheetId") ?? Number.NaN,
    filterName,
    hidden: (element.attributes.state ?? "visible") !== "visible",
    tables: book.links(part, "table").flatMap(({ target }) => {
      const table = book.tree(target);
      return table ? [tableOf(target, table)] : [];
    }),
  };
}

function tableOf(part: string, element: XmlElement): TableFacts {
  const columns = childrenOf(childOf(element, "tableColumns"), "tableColumn");
  return {
    part,
    element,
    name: element.attributes.displayName ?? element.attributes.name ?? "",
    range: rangeOf(element.attributes.ref ?? ""),
    headers: numberOf(element, "headerRowCount") !== 0,
    columns: columns.map(({ attributes }) => unescaped(attributes.name ?? "")),
  };
}

/** How many texts the workbook shares. Their elements are not kept in the tree. */
function textCount(book: PackageUnderCheck, workbook: string): number {
  const [link] = book.links(workbook, "sharedStrings");
  return (link && book.parts.get(link.target.toLowerCase())?.many) ?? 0;
}

/** An entry without a sheet's number belongs to the sheet of the one before. */
function chainOf(chain: XmlElement | undefined): ReadonlySet<string> | null {
  if (chain === undefined) return null;
  let sheet = 0;
  const cells = new Set<string>();
  for (const cell of allOf(chain, "c")) {
    sheet = numberOf(cell, "i") ?? sheet;
    cells.add(`${sheet}!${cell.attributes.r ?? ""}`);
  }
  return cells;
}

/** True where the sheet is one of cells. */
export const holdsCells = ({ kind }: SheetFacts): boolean => kind === "worksheet";
