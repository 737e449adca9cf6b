/**
 * What is kept of a scoring, so that the next one can say what changed: the verdict of every tier and the cells that were read. Compact
 * JSON: 300 enterprises take some 40 kB before they are packed.
 */
import { z } from "zod";
import type { Ladder, RowScores } from "../engine/rows/ladder";
import { cellOfSlot, slot, type Vocabulary } from "../language/vocabulary";
import type { Purpose, Verdict } from "../policy/rule-set";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { sheetRowOf, type SheetRow } from "../sheet/reading/sheet-row";
import { cellAt, cellText } from "../words/grid";

const FORMAT = "zjtx-verdicts";
const VERSION = 1;

export interface VerdictFirm {
  /** Its credit code, else its name. */
  readonly key: string;
  readonly name: string;
  readonly row: SheetRow;
  readonly highest: string | null;
  /** One a tier of the snapshot; null where no edition judges it. */
  readonly verdicts: readonly (Verdict | null)[];
  /** One a column of the snapshot, as the sheet shows it; null where they were not kept. */
  readonly cells: readonly string[] | null;
}

export interface VerdictSnapshot {
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly place: number | null;
  readonly tiers: readonly string[];
  /** The editions that judged, those of one tier together; `32` before a province's own. */
  readonly editions: Readonly<Record<string, readonly string[]>>;
  /** Columns that were read, by what they hold: `revenue@2025`. */
  readonly columns: readonly string[];
  readonly firms: readonly VerdictFirm[];
}

/** What a slot holds, whatever day it is read as of: `revenue[t-1]` is `revenue@2024` where t is 2025. */
export function columnKey(key: string, vocabulary: Vocabulary, t: number): string {
  const { field, back } = cellOfSlot(key);
  return (vocabulary.fields.get(field)?.periods ?? 1) > 1 ? `${field}@${t - back}` : field;
}

export interface Judged {
  readonly asOf: string;
  readonly purpose: Purpose;
  readonly place?: number | null;
}

/** Takes the verdicts of rows as they are scored. */
export class VerdictCollector {
  private readonly firms = new Map<string, VerdictFirm>();
  private readonly tiers: readonly string[];
  private readonly columns: readonly { readonly key: string; readonly column: number }[];

  constructor(
    private readonly reading: SheetReading,
    private readonly ladder: Ladder,
    vocabulary: Vocabulary,
    private readonly judged: Judged,
  ) {
    this.tiers = [...new Set(ladder.used.map(({ tier }) => tier))];
    this.columns = reading.columns.flatMap(({ column, field, back, use }) =>
      field === null || use !== "read" ? [] : [{ key: columnKey(slot(field, back), vocabulary, reading.t), column }],
    );
  }

  /** Of one that stands twice in the sheet the first counts; one without code and name can't be told from others. */
  add(row: number, { outcomes, highest }: RowScores): void {
    const { reading } = this;
    const name = reading.names[row]?.trim() ?? "";
    const code = reading.creditCodes[row] ?? "";
    const key = code === "" ? name : code;
    if (key === "" || this.firms.has(key)) return;
    const at = reading.gridRows[row] ?? -1;
    const cells = this.columns.map(({ column }) => cellText(cellAt(reading.grid, at, column)).trim());
    const verdicts = this.tiers.map((tier) => outcomes.get(tier)?.status ?? null);
    this.firms.set(key, { key, name, row: sheetRowOf(reading, row), highest, verdicts, cells });
  }

  finish(): VerdictSnapshot {
    const { asOf, purpose, place = null } = this.judged;
    const editions: Record<string, string[]> = {};
    for (const { tier, edition, place: own } of this.ladder.used)
      (editions[tier] ??= []).push(own === null ? edition : `${own} ${edition}`);
    const columns = this.columns.map(({ key }) => key);
    return { asOf, purpose, place, tiers: this.tiers, editions, columns, firms: [...this.firms.values()] };
  }
}

const SIGNS: readonly (Verdict | null)[] = ["met", "unmet", "unknown", null];

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  asOf: z.string(),
  purpose: z.enum(["new", "review"]),
  place: z.int().nullable(),
  tiers: z.array(z.string()),
  editions: z.record(z.string(), z.array(z.string())),
  columns: z.array(z.string()),
  /** Texts of cells, each once. */
  texts: z.array(z.string()),
  /** Key, name, row, highest and verdicts as places, cells as places in `texts`. */
  firms: z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.union([z.int(), z.string()]),
      z.int(),
      z.string().regex(/^[0-3]*$/),
      z.array(z.int()).nullable(),
    ]),
  ),
});

/** @param withCells false leaves out what the cells said, for lists too long to be kept whole */
export function packVerdicts({ firms, ...head }: VerdictSnapshot, withCells = true): string {
  const texts = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const packed = firms.map(({ key, name, row, highest, verdicts, cells }) => [
    key,
    name,
    row,
    highest === null ? -1 : head.tiers.indexOf(highest),
    verdicts.map((verdict) => SIGNS.indexOf(verdict)).join(""),
    withCells && cells !== null ? cells.map(placeOf) : null,
  ]);
  return JSON.stringify({ format: FORMAT, version: VERSION, ...head, texts: [...texts.keys()], firms: packed });
}

/** Null for anything else, and for another version: nothing is compared with what is not understood. */
export function readVerdicts(text: string): VerdictSnapshot | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const read = schema.safeParse(raw);
  if (!read.success) return null;
  const { asOf, purpose, place, tiers, editions, columns, texts, firms } = read.data;
  return {
    asOf,
    purpose,
    place,
    tiers,
    editions,
    columns,
    firms: firms.map(([key, name, row, highest, verdicts, cells]) => ({
      key,
      name,
      row,
      highest: tiers[highest] ?? null,
      verdicts: Array.from(verdicts, (sign) => SIGNS[Number(sign)] ?? null),
      cells: cells?.map((at) => texts[at] ?? "") ?? null,
    })),
  };
}
