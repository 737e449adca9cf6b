/**
 * What Excel would repair in a workbook, or not open it for, although every part may follow its schema (`schema-documents.ts` is for
 * those). Gathered from ECMA-376, [MS-OI29500], Excel's published limits and files that Excel repaired.
 */
import { checkConditions, checkValidations } from "./check-conditions";
import { checkDrawings } from "./check-drawings";
import { SheetCells } from "./check-cells";
import { checkNotes } from "./check-notes";
import { checkPage } from "./check-page";
import { checkParts } from "./check-parts";
import { checkSheet, checkViews } from "./check-sheet";
import { checkStyles } from "./check-styles";
import { checkTableNames, checkTables } from "./check-tables";
import { checkedTexts } from "./check-texts";
import { checkWorkbook } from "./check-workbook";
import { Findings, says, type Finding } from "./finding";
import { openPackage, type PackageUnderCheck } from "./package-under-check";
import { schemaDocuments, type SchemaDocument } from "./schema-documents";
import { factsOf, holdsCells, type BookFacts, type SheetFacts } from "./sheet-facts";
import { readXml } from "./xml-tree";
import { unpackedParts } from "./zip-entries";

export interface PackageCheck {
  readonly findings: readonly Finding[];
  /** Its parts, ready for a validator that knows the schemas. */
  readonly documents: readonly SchemaDocument[];
}

/** @param extension the file's ending in lower case without its dot, where it has one; kind and ending must agree */
export function checkPackage(bytes: Uint8Array, extension?: string): PackageCheck {
  const findings = new Findings();
  const parts = unpackedParts(bytes, findings);
  if (parts === null) return { findings: findings.list(), documents: [] };
  const opened = openPackage(parts, findings);
  checkParts(opened, findings);
  const book = factsOf(opened);
  if (book !== null) {
    checkKind(book, opened, extension, findings);
    checkBook(book, opened, findings);
  }
  const documents = [...opened.parts.values()].flatMap(({ name, text }) =>
    text === null || name.toLowerCase().endsWith(".vml") ? [] : schemaDocuments(name, text),
  );
  return { findings: findings.list(), documents };
}

/** Excel opens a workbook with macros under .xlsm alone, and one without under .xlsx alone. */
function checkKind(
  book: BookFacts,
  opened: PackageUnderCheck,
  extension: string | undefined,
  findings: Findings,
): void {
  const type = opened.contentType(book.part) ?? "";
  const right = new Map([
    ["xlsx", ".sheet.main+xml"],
    ["xlsm", ".sheet.macroEnabled.main+xml"],
    ["xltx", ".template.main+xml"],
    ["xltm", ".template.macroEnabled.main+xml"],
  ]).get(extension ?? "");
  if (right !== undefined && !type.endsWith(right))
    findings
      .of(book.part)
      .add(
        "kind",
        "",
        says(
          `类型是 ${type}，文件名却以 .${extension ?? ""} 结尾`,
          `its type is ${type} and the file's name ends in .${extension ?? ""}`,
        ),
        says("按类型改文件名，有宏的用 .xlsm", "name the file as its kind asks: .xlsm where it has macros"),
      );
}

function checkBook(book: BookFacts, opened: PackageUnderCheck, findings: Findings): void {
  const workbook = opened.tree(book.part);
  if (workbook) checkWorkbook(workbook, book, findings.of(book.part));
  const [styles] = opened.links(book.part, "styles");
  const formats = styles && opened.tree(styles.target);
  if (styles && formats) checkStyles(formats, findings.of(styles.target));
  const texts = checkedTexts(book.part, opened, findings);
  checkTableNames(book, findings);
  const seen = new Set<string>();
  for (const sheet of book.sheets) {
    if (holdsCells(sheet) && !seen.has(sheet.part)) checkCells(sheet, texts, book, opened, findings);
    seen.add(sheet.part);
  }
  checkDrawings(opened, book, findings);
}

function checkCells(
  sheet: SheetFacts,
  texts: readonly string[],
  book: BookFacts,
  opened: PackageUnderCheck,
  findings: Findings,
): void {
  const root = opened.tree(sheet.part);
  const xml = opened.parts.get(sheet.part.toLowerCase())?.text;
  if (!root || xml === undefined || xml === null) return;
  const report = findings.of(sheet.part);
  const cells = new SheetCells(sheet, book, texts, report);
  readXml(xml, {
    taken: (element, parent) => {
      if (element.name !== "row" || parent !== "sheetData") return false;
      cells.see(element);
      return true;
    },
  });
  cells.finish();
  checkSheet(sheet, root, book, report);
  checkViews(root, book, report);
  checkPage(root, report);
  checkConditions(root, book, report);
  checkValidations(root, book, report);
  checkTables(sheet, cells.headings, book, findings);
  checkNotes(sheet, opened, findings);
}
