/** Where a sheet of a workbook holds formulas: a draft states values, and a formula's stored result may be an old one. */
import { address } from "../words/grid";
import { PackageParts } from "../xlsx/container/package-parts";
import { SheetReader } from "../xlsx/read/sheet-rows";
import { outlineOf } from "../xlsx/workbook-outline";
import { XmlScanner } from "../xlsx/xml/scan";
import { textsOf } from "./read-grids";
import { NODE_CODEC } from "./node-codec";

/** A1 addresses. None where the workbook has no such sheet. @throws BrokenWorkbook */
export function formulaCells(bytes: Uint8Array, sheet: string): ReadonlySet<string> {
  const parts = PackageParts.open(bytes, NODE_CODEC);
  const outline = outlineOf(parts);
  const entry = outline.sheets.find(({ name }) => name === sheet);
  const found = new Set<string>();
  if (entry === undefined) return found;
  const scanner = new XmlScanner(parts.pieces(entry.part), entry.part);
  for (const { row, cells } of new SheetReader(scanner, textsOf(parts, outline), 0).read())
    for (const { column, formula } of cells) if (formula !== null) found.add(address(row, column));
  return found;
}
