/**
 * Where the results of a workbook come from, as a sheet of it: rules, day, mapping, version, and a fingerprint of every enterprise's
 * input and result. With it the workbook can be checked later: what was changed since, and by what. The seal over the sheet shows
 * careless edits; it is no signature, whoever knows the program can write a new one.
 */
import { z } from "zod";
import { editionText, isDraftEdition } from "../policy/editions";
import type { RuleSet } from "../policy/rule-set";
import type { Text, Language } from "../words/text";
import type { Cell, Grid } from "../words/grid";
import type { RowSpan } from "../sheet/reading/only-rows";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../words/result-sheet";
import { draftNotice } from "../sheet/results/result-notice";
import { savedMappingSchema, type SavedMapping } from "../sheet/reading/saved-mapping";
import type { ScoreOptions } from "../sheet/results/row-scorer";
import { slot } from "../language/vocabulary";
import { fingerprint, shortFingerprint } from "./sha-256";

/** The form of the sheet; a later one is read by no earlier program. */
export const PROVENANCE_FORMAT = 1;
export const PROVENANCE_SHEET: Text = { zh: "评分_凭据", en: "评分_provenance" };

const edition = z.strictObject({
  tier: z.string(),
  edition: z.string(),
  /** The province whose edition it is; left out for everybody's. */
  place: z.int().optional(),
  rules: z.string(),
});
const column = z.strictObject({
  address: z.string(),
  heading: z.string(),
  field: z.string(),
  back: z.int(),
  unit: z.string(),
});

const headSchema = z.strictObject({
  format: z.int(),
  version: z.string(),
  language: z.enum(["zh", "en"]),
  sheet: z.string(),
  /** All sheets the list was read from, where it was put together from several. */
  sheets: z.array(z.string()).optional(),
  rows: z.tuple([z.int(), z.int()]),
  /** Enterprises scored. */
  count: z.int(),
  headingRows: z.tuple([z.int(), z.int()]),
  asOf: z.string(),
  t: z.int(),
  purpose: z.enum(["new", "review"]),
  assumeGeneral: z.boolean(),
  /** The place of enterprises that told none; left out where none was chosen. */
  place: z.int().optional(),
  /** How many plans the run looked for; they fill columns of the results. */
  plans: z.int(),
  editions: z.array(edition),
  columns: z.array(column),
  /** How a person had set the columns; left out where they were read as recognised. */
  mapping: savedMappingSchema.optional(),
  /** The rows that were scored, as Excel counts them; left out where all were. */
  selected: z.array(z.tuple([z.int(), z.int()])).optional(),
  /** Over all rows' input fingerprints, and over all results'. */
  inputs: z.string(),
  results: z.string(),
});

export type ProvenanceHead = z.infer<typeof headSchema>;

export interface RowPrint {
  /** The enterprise's row in the input sheet, as Excel counts it. */
  readonly row: number;
  /** Fingerprint of name, code and figures as they were read. */
  readonly input: string;
  /** Fingerprint of the row of the results as it was written. */
  readonly result: string;
}

export interface Provenance {
  readonly head: ProvenanceHead;
  readonly rows: readonly RowPrint[];
}

/** What of a run the reading, the options and the results do not say. */
export interface RunCircumstances {
  readonly version: string;
  readonly language: Language;
  readonly mapping?: SavedMapping | undefined;
  readonly selected?: readonly RowSpan[] | null;
  /** The same digest as `shortFingerprint`, where the host has a quicker one. */
  readonly print?: Print;
}

/** The short fingerprint of a text. */
export type Print = (text: string) => string;

/** What a run leaves behind. `results` are the fingerprints of the rows of results as they are written. */
export function provenanceOf(
  reading: SheetReading,
  editions: readonly RuleSet[],
  options: ScoreOptions,
  results: readonly string[],
  { version, language, mapping, selected, print = shortFingerprint }: RunCircumstances,
): Provenance {
  const inputOf = inputPrints(reading, print);
  const rows = reading.rowNumbers.map((row, index): RowPrint => ({
    row,
    input: inputOf(index),
    result: results[index] ?? resultPrint([]),
  }));
  return {
    head: {
      format: PROVENANCE_FORMAT,
      version,
      language,
      sheet: reading.sheet,
      ...(reading.sheets.length > 1 ? { sheets: [...reading.sheets] } : {}),
      rows: [reading.firstRow, reading.lastRow],
      count: rows.length,
      headingRows: [...reading.headingRows],
      asOf: options.asOf,
      t: reading.t,
      purpose: options.purpose,
      assumeGeneral: options.assumeGeneral,
      ...(options.place === undefined || options.place === null ? {} : { place: options.place }),
      plans: options.plans,
      editions: editions.map((one) => ({
        tier: one.tier,
        edition: one.edition,
        ...(one.place === null ? {} : { place: one.place }),
        rules: rulesPrint(one),
      })),
      columns: columnsOf(reading),
      ...(mapping === undefined ? {} : { mapping }),
      ...(selected ? { selected: selected.map(([first, last]): [number, number] => [first, last]) } : {}),
      inputs: inputsPrint(rows.map(({ input }) => input)),
      results: fingerprint(rows.map(({ result }) => result).join("")),
    },
    rows,
  };
}

/** What a result rests on beside editions in force: the input of all rows, and the draft that judged them where one did. */
export function inputsJudged({ inputs, editions }: Pick<ProvenanceHead, "inputs" | "editions">): string {
  const drafts = editions.map(({ edition: id }) => id).filter(isDraftEdition);
  return [inputs, ...new Set(drafts)].join(" ");
}

/** Over the input of all rows, as a head keeps it: tells whether a list still is as it was scored. */
export function inputsOf(reading: SheetReading): string {
  const inputOf = inputPrints(reading);
  return inputsPrint(Array.from(reading.rowNumbers, (_, index) => inputOf(index)));
}

function inputsPrint(prints: readonly string[]): string {
  return fingerprint(prints.join(""));
}

/** The columns that were read, as they are kept. */
export function columnsOf(reading: SheetReading): ProvenanceHead["columns"] {
  return reading.columns.flatMap(({ address, heading, field, back, unit, use }) =>
    field === null || use !== "read" ? [] : [{ address, heading, field, back, unit }],
  );
}

/** Everything of a rule set that decides a result. */
export function rulesPrint(ruleSet: RuleSet): string {
  return shortFingerprint(JSON.stringify(ruleSet.forPurpose));
}

/** Name, code and figures of an enterprise. Figures are hashed as read, so that 1,000 and １０００ are the same. */
export function inputPrints(reading: SheetReading, print: Print = shortFingerprint): (index: number) => string {
  // A print holds its cells in the order of their texts, which is that of their keys: no key ends where another goes on.
  const keyed = columnsOf(reading).map(({ field, back }) => ({ field, key: `${slot(field, back)}=` }));
  const cells = keyed.sort(byText).map(({ field, key: start }): ((index: number) => string) => {
    const key = start.slice(0, -1);
    const column = reading.facts.column(key);
    if (column !== undefined) return (index) => `${key}=${numberText(column[index] ?? NaN)}`;
    const texts = reading.text(field);
    return (index) => `${key}=${texts[index] ?? ""}`;
  });
  return (index) =>
    print(
      [reading.names[index] ?? "", reading.creditCodes[index] ?? "", ...cells.map((textOf) => textOf(index))].join(
        "\u001f",
      ),
    );
}

function byText(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : Number(one.key > other.key);
}

function numberText(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}

/** A row of results as people see it: 15 digits, lines ends and outer blanks aside. */
export function resultPrint(cells: readonly Cell[], print: Print = shortFingerprint): string {
  const texts = cells.map(shownText);
  while (texts.at(-1) === "") texts.pop();
  return print(texts.join("\u001f"));
}

export function shownText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return cell.error;
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return String(cell).replace(/\r\n?/g, "\n").trim();
}

const ROW_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["行号", "输入指纹", "结果指纹"],
  en: ["Row", "Input", "Result"],
};
const SEAL: Text = { zh: "校验值", en: "Seal" };

function sealOf({ head, rows }: Provenance): string {
  return fingerprint(JSON.stringify([head, rows.map(({ row, input, result }) => [row, input, result])]));
}

/** The sheet: what a person reads first, then the facts as they are read back, then one line an enterprise. */
export function provenanceSheet(provenance: Provenance, ruleSets: readonly RuleSet[]): ResultSheet {
  const { head, rows } = provenance;
  const words = (zh: string, en: string): string => (head.language === "zh" ? zh : en);
  const draft = draftNotice(ruleSets);
  const editions = ruleSets
    .map((one) => `${one.name[head.language]} ${editionText(one.edition)[head.language]}`)
    .join(words("、", ", "));
  return {
    name: PROVENANCE_SHEET[head.language],
    titleLines: [
      words("凭据：这份结果是怎么来的", "Provenance of these results"),
      words(
        `用“检查这个工作簿”或 npm run check 可以核对：输入改没改、结果有没有手工改过、标准换没换。请不要改动本表。`,
        `“Check this workbook” or npm run check tells whether input, results or rules changed. Please leave this sheet as it is.`,
      ),
      // One line whether a draft judged or not: the rows below stand where those of an earlier run stood, and take their place.
      words(
        `标准：${editions}${draft === null ? "" : `。${draft.zh}`}`,
        `Rules: ${editions}${draft === null ? "" : `. ${draft.en}`}`,
      ),
      words(`程序版本 ${head.version}，评分基准日 ${head.asOf}`, `Version ${head.version}, as of ${head.asOf}`),
      ...factLines(head),
      `${SEAL[head.language]} ${sealOf(provenance)}`,
    ],
    columns: ROW_HEADINGS[head.language].map((heading, index) => ({ heading, width: index === 0 ? 8 : 22 })),
    rows: rows.map(({ row, input, result }) => [row, input, result]),
    asTable: false,
  };
}

/** Marks the lines that hold the facts. */
const HEAD = "zjtx ";
/** Well below the most characters a cell keeps. */
const CHUNK = 20_000;

/** Facts as the lines of a sheet that `parsedFacts` reads back. */
export function factLines(facts: object): string[] {
  const text = JSON.stringify(facts);
  return Array.from(
    { length: Math.ceil(text.length / CHUNK) },
    (_, index) => HEAD + text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** Null where the sheet holds no such lines, or not all of them. */
export function parsedFacts(grid: Grid): unknown {
  const lines = grid.rows.flatMap(([first]) =>
    typeof first === "string" && first.startsWith(HEAD) ? [first.slice(HEAD.length)] : [],
  );
  try {
    return JSON.parse(lines.join(""));
  } catch {
    return null;
  }
}

/** What the lines above the table say; null where they can't be read. */
export function readHead(grid: Grid): ProvenanceHead | null {
  const head = headSchema.safeParse(parsedFacts(grid));
  return head.success && head.data.format === PROVENANCE_FORMAT ? head.data : null;
}

export type ProvenanceRead =
  | { readonly kind: "none" }
  /** The sheet is there, but can't be read: lines lost or rewritten. */
  | { readonly kind: "broken" }
  /** Written by a later version, in a form not known here. */
  | { readonly kind: "newer"; readonly format: number; readonly version: string }
  | { readonly kind: "read"; readonly provenance: Provenance; readonly sealHolds: boolean };

const anyHead = z.looseObject({ format: z.int(), version: z.string() });
const printSchema = z.tuple([z.int(), z.string().regex(/^[0-9a-f]{16}$/), z.string().regex(/^[0-9a-f]{16}$/)]);

/** Reads the sheet back from its cells. */
export function readProvenance(grid: Grid | null): ProvenanceRead {
  if (grid === null) return { kind: "none" };
  const first = grid.rows.map((row) => row[0]);
  const head = parsedFacts(grid);
  const any = anyHead.safeParse(head);
  if (any.success && any.data.format > PROVENANCE_FORMAT)
    return { kind: "newer", format: any.data.format, version: any.data.version };
  const known = headSchema.safeParse(head);
  if (!known.success) return { kind: "broken" };
  const headings = ROW_HEADINGS[known.data.language];
  const at = grid.rows.findIndex((row) => headings.every((heading, index) => row[index] === heading));
  if (at < 0) return { kind: "broken" };
  const rows: RowPrint[] = [];
  let whole = true;
  for (const line of grid.rows.slice(at + 1)) {
    const print = printSchema.safeParse(line.slice(0, 3));
    if (print.success) rows.push({ row: print.data[0], input: print.data[1], result: print.data[2] });
    else if (line.some((cell) => cell !== null && cell !== "")) whole = false;
  }
  const provenance: Provenance = { head: known.data, rows };
  const seal = first.find((cell) => typeof cell === "string" && cell.startsWith(`${SEAL[known.data.language]} `));
  const sealHolds = whole && seal === `${SEAL[known.data.language]} ${sealOf(provenance)}`;
  return { kind: "read", provenance, sealHolds };
}
