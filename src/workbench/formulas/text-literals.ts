/**
 * Texts in quotes reach Excel's functions as the texts they are. Univer makes a number of one that looks like a date, a share or an amount
 * before a function sees it, unless the function says otherwise; only where Excel would read a number from the text is that right.
 */
import type { FUniver } from "@univerjs/core/facade";
import { functionService } from "./function-service";

/** Functions that take texts, or whatever they are given, as it is. */
const TAKE_TEXTS = `
ADDRESS AND AREAS ARRAYTOTEXT ASC BYCOL BYROW CELL CHOOSE CHOOSECOLS CHOOSEROWS CLEAN CODE COLUMNS CONCAT CONCATENATE COUNTA DBCS DROP
ENCODEURL ERROR.TYPE EXACT EXPAND FILTER FIND FINDB FORMULATEXT FREQUENCY HLOOKUP HSTACK HYPERLINK IF IFERROR IFNA IFS IMAGE INDEX INDIRECT
ISBLANK ISERR ISERROR ISFORMULA ISLOGICAL ISNA ISNONTEXT ISNUMBER ISREF ISTEXT LAMBDA LEFT LEFTB LEN LENB LET LOOKUP LOWER MAKEARRAY MAP
MATCH MID MIDB N NOT OR PROPER REDUCE REGEXEXTRACT REGEXREPLACE REPLACE REPLACEB REPT RIGHT RIGHTB ROWS SCAN SEARCH SEARCHB SHEET SORT
SORTBY SUBSTITUTE SWITCH T TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSPOSE TRIM TYPE UNICODE UNIQUE UPPER VALUETOTEXT
VLOOKUP VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR`;

/** Call it after a workbook was opened: Univer starts its formula engine with the first one. */
export function keepTextLiterals(univerAPI: FUniver): void {
  const service = functionService(univerAPI);
  for (const name of TAKE_TEXTS.trim().split(/\s+/)) {
    const executor = service.getExecutor(name);
    if (executor) executor.isArgumentsIgnoreNumberPattern = () => true;
  }
}
