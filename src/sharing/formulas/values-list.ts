/**
 * The list of formulas that a copy in values has replaced, as a sheet of the workbook: what stood where, under which rules it was
 * computed, and fingerprints of the values left in its place and of all cells beside them. With it the formulas can be put back, and
 * the values checked. As with the provenance of a scoring, the seal shows careless edits and is no signature.
 */
import { z } from "zod";
import { editionText } from "../../policy/editions";
import type { RuleSet } from "../../policy/rule-set";
import type { Text, Language } from "../../words/text";
import type { Cell, CellRange, Grid } from "../../words/grid";
import { rangeAddress, rangeOfAddress } from "../../words/range-address";
import type { ResultSheet } from "../../words/result-sheet";
import { draftNotice, resultNotice } from "../../sheet/results/result-notice";
import { factLines, parsedFacts, shownText } from "../provenance";
import { fingerprint, shortFingerprint } from "../sha-256";

/** The form of the sheet; a later one is read by no earlier program. */
const FORMAT = 1;
export const VALUES_SHEET: Text = { zh: "评分_公式清单", en: "评分_formulas" };

export interface ReplacedFormula {
  /** The sheet's name. */
  readonly sheet: string;
  readonly range: CellRange;
  /** With `=`. */
  readonly formula: string;
  /** Fingerprint of the values left in its place. */
  readonly print: string;
}

const headSchema = z.strictObject({
  format: z.int(),
  version: z.string(),
  language: z.enum(["zh", "en"]),
  /** The day whose rules hold where a formula names none. */
  checked: z.string(),
  /** Sheet -> fingerprint of all its cells but the replaced ones. */
  others: z.record(z.string(), z.string()),
});

export type ValuesHead = Omit<z.infer<typeof headSchema>, "format">;

export interface ValuesList {
  readonly head: ValuesHead;
  readonly formulas: readonly ReplacedFormula[];
}

/** Of the values in a block, row by row. */
export function valuesPrint(rows: readonly (readonly Cell[])[]): string {
  return shortFingerprint(rows.map((row) => row.map(shownText).join("\u001f")).join("\u001e"));
}

/** Fingerprint of a sheet's cells but some; rows are added from top to bottom, in as many goes as it takes. */
export class OthersPrint {
  private print = "";
  private readonly left = new Map<number, Set<number>>();

  constructor(replaced: readonly CellRange[]) {
    for (const { top, left, bottom, right } of replaced)
      for (let row = top; row <= bottom; row += 1) {
        const columns = this.left.get(row) ?? new Set<number>();
        for (let column = left; column <= right; column += 1) columns.add(column);
        this.left.set(row, columns);
      }
  }

  /** @param row 0-based @param first the column of the first cell, 0-based */
  add(row: number, first: number, cells: readonly Cell[]): void {
    const out = this.left.get(row);
    let text = "";
    for (const [at, cell] of cells.entries()) {
      const shown = out?.has(first + at) === true ? "" : shownText(cell);
      if (shown !== "") text += `\u001f${first + at}=${shown}`;
    }
    if (text !== "") this.print = shortFingerprint(`${this.print}\u001e${row}${text}`);
  }

  finish(): string {
    return this.print === "" ? shortFingerprint("") : this.print;
  }
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["工作表", "单元格", "原来的公式", "值的指纹"],
  en: ["Sheet", "Cells", "Formula", "Values"],
};
const SEAL: Text = { zh: "校验值", en: "Seal" };

function lineOf({ sheet, range, formula, print }: ReplacedFormula): string[] {
  return [sheet, rangeAddress(range), formula, print];
}

const linePrints = new WeakMap<ReplacedFormula, string>();

/**
 * The part of a line in the seal. Kept once worked out: whoever has a hundred thousand lines asks for them one by one beforehand, with
 * pauses for the page.
 */
export function linePrint(line: ReplacedFormula): string {
  const known = linePrints.get(line);
  if (known !== undefined) return known;
  const print = shortFingerprint(lineOf(line).join("\u001f"));
  linePrints.set(line, print);
  return print;
}

function sealOf({ head, formulas }: ValuesList): string {
  return fingerprint(JSON.stringify(head) + formulas.map(linePrint).join(""));
}

/** @param ruleSets in force on `head.checked`, lowest rung first */
export function valuesListSheet(list: ValuesList, ruleSets: readonly RuleSet[]): ResultSheet {
  const { head } = list;
  const { language } = head;
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const editions = ruleSets.map(
    ({ name, edition, document }) =>
      `${name[language]} ${editionText(edition)[language]}${words("（", " (")}${document.title[language]}${words("）", ")")}`,
  );
  return {
    name: VALUES_SHEET[language],
    titleLines: [
      words("公式清单：这些单元格原来是公式，现在是数值", "Formulas replaced by their values"),
      words(
        "收到本工作簿的人不用装加载项也能看到数值。装了的人可以在窗格“共享”里恢复公式，或核对数值改没改过。请不要改动本表。",
        "Whoever gets this workbook sees the values without the add-in. With it, the view Share puts the formulas back, or checks whether values were changed. Please leave this sheet as it is.",
      ),
      words(
        `程序版本 ${head.version}。公式里没写日期的，按 ${head.checked} 施行的标准：${editions.join("；")}`,
        `Version ${head.version}. Formulas without a date follow the rules in force on ${head.checked}: ${editions.join("; ")}`,
      ),
      resultNotice(draftNotice(ruleSets))[language],
      ...factLines({ format: FORMAT, ...head }),
      `${SEAL[language]} ${sealOf(list)}`,
    ],
    columns: HEADINGS[language].map((heading, index) => ({
      heading,
      width: [20, 16, 90, 20][index] ?? 20,
      ...(index === 2 ? { wrap: true } : {}),
    })),
    rows: list.formulas.map(lineOf),
    asTable: false,
  };
}

export type ValuesListRead =
  | { readonly kind: "none" }
  /** The sheet is there, but lines of it are lost or rewritten. */
  | { readonly kind: "broken" }
  | { readonly kind: "newer"; readonly version: string }
  | { readonly kind: "read"; readonly list: ValuesList; readonly sealHolds: boolean };

const anyHead = z.looseObject({ format: z.int(), version: z.string() });
const lineSchema = z.tuple([z.string(), z.string(), z.string().startsWith("="), z.string().regex(/^[0-9a-f]{16}$/)]);

/** Reads the sheet back from its cells. */
export function readValuesList(grid: Grid | null): ValuesListRead {
  if (grid === null) return { kind: "none" };
  const facts = parsedFacts(grid);
  const any = anyHead.safeParse(facts);
  if (any.success && any.data.format > FORMAT) return { kind: "newer", version: any.data.version };
  const known = headSchema.safeParse(facts);
  if (!known.success) return { kind: "broken" };
  const { format: _, ...head } = known.data;
  const headings = HEADINGS[head.language];
  const at = grid.rows.findIndex((row) => headings.every((heading, index) => row[index] === heading));
  if (at < 0) return { kind: "broken" };
  const formulas: ReplacedFormula[] = [];
  let whole = true;
  for (const line of grid.rows.slice(at + 1)) {
    const cells = lineSchema.safeParse(line.slice(0, 4));
    const range = cells.success ? rangeOfAddress(cells.data[1]) : null;
    if (cells.success && range !== null)
      formulas.push({ sheet: cells.data[0], range, formula: cells.data[2], print: cells.data[3] });
    else if (line.some((cell) => cell !== null && cell !== "")) whole = false;
  }
  const list: ValuesList = { head, formulas };
  const seal = `${SEAL[head.language]} ${sealOf(list)}`;
  return { kind: "read", list, sealHolds: whole && grid.rows.some(([first]) => first === seal) };
}

/** The sheets that a list names, from the lines above its table; none where they can't be read. */
export function valuesSheets(grid: Grid): readonly string[] {
  const head = headSchema.safeParse(parsedFacts(grid));
  return head.success ? Object.keys(head.data.others) : [];
}
