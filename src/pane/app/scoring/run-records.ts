/**
 * What the workbook keeps of the scoring of each of its lists: when and how it was scored, its summary, its verdicts for the next scoring
 * to compare with, and which sheets it wrote. Anybody may have edited it, so whatever does not fit is left out.
 */
import { z } from "zod";
import type { WorkbookView } from "../../../excel/host";
import { savedMappingSchema } from "../../../sheet/reading/saved-mapping";
import { compactText, fullText } from "../../worker/tasks/compact-text";
import { summarySchema } from "../../worker/tasks/score-answer";
import type { Results } from "./scoring-state";

export const RUNS_KEY = "zjtx.runs";

const sheet = z.object({ id: z.string(), name: z.string() });
const scoringSchema = z.object({
  sheet,
  sheets: z.array(sheet).min(1),
  at: z.number().nullable(),
  by: z.object({
    asOf: z.iso.date(),
    purpose: z.enum(["new", "review"]),
    place: z.int().nullable(),
    mapping: savedMappingSchema.optional(),
    // Workbooks of earlier versions know no drafts.
    draft: z.object({ id: z.string(), name: z.string(), file: z.string() }).nullable().default(null),
    rows: z.tuple([z.int(), z.int()]).nullable(),
    language: z.enum(["zh", "en"]),
  }),
  inputs: z.string(),
  summary: z.string(),
  /** Null where they could not be kept. */
  verdicts: z.string().nullable(),
  written: z.array(z.object({ sheet: z.string(), name: z.string(), table: z.string().nullable() })),
  extents: z.record(z.string(), z.tuple([z.int(), z.int()])),
  /** The place of the sheet with a row an enterprise among them. */
  list: z.int(),
  rowSheets: z.array(z.string()),
  lastColumn: z.int().min(0),
  ending: z.string(),
});
type Scoring = z.infer<typeof scoringSchema>;

const recordSchema = scoringSchema.extend({
  /** The scoring before with its cells, which undoing brings back; left out where there is none, or there was no room. */
  before: z.object({ scoring: scoringSchema, cells: z.string() }).exactOptional(),
});
export type RunRecord = z.infer<typeof recordSchema>;

const keptSchema = z.object({ version: z.literal(1), lists: z.array(z.unknown()) });

export interface KeptRecords {
  readonly version: 1;
  readonly lists: readonly RunRecord[];
}

/** Records of a later version are nobody's here; damaged ones are left out. */
export function readRecords(kept: unknown): readonly RunRecord[] {
  const outer = keptSchema.safeParse(kept);
  if (!outer.success) return [];
  return outer.data.lists.flatMap((one) => {
    const record = recordSchema.safeParse(one);
    return record.success ? [record.data] : [];
  });
}

/** What of the workbook's settings a record may take, tried from the first on. */
export const ROOMS = [
  { verdicts: true, before: true },
  { verdicts: true, before: false },
  { verdicts: false, before: false },
] as const;
export type Room = (typeof ROOMS)[number];

export function recordOf(results: Results, room: Room): RunRecord {
  const { before } = results;
  const cells = before?.cells ?? null;
  return {
    ...scoringOf(results, room.verdicts ? results.kept : null),
    ...(room.before && before !== null && cells !== null
      ? { before: { scoring: scoringOf(before, null), cells } }
      : {}),
  };
}

function scoringOf(results: Results, verdicts: string | null): Scoring {
  const {
    sheet: own,
    sheets,
    by,
    inputs,
    summary,
    written,
    extents,
    list,
    rowSheets,
    lastColumn,
    ending,
    at,
  } = results;
  return {
    sheet: own,
    sheets: [...sheets],
    at,
    by: { ...by, rows: by.rows === null ? null : [by.rows[0], by.rows[1]] },
    inputs,
    summary: compactText(JSON.stringify(summary)),
    verdicts,
    written: written.map(({ sheet: id, name, table }) => ({ sheet: id, name, table })),
    extents: Object.fromEntries(Object.entries(extents).map(([id, [bottom, right]]) => [id, [bottom, right]])),
    list: written.findIndex((one) => one.sheet === list?.sheet),
    rowSheets: [...rowSheets],
    lastColumn,
    ending,
  };
}

/** What is kept with the record of a list in the place of what was kept of it; null forgets it. */
export function withRecord(kept: unknown, list: string, record: RunRecord | null): KeptRecords {
  const others = readRecords(kept).filter(({ sheet: own }) => own.id !== list && own.name !== record?.sheet.name);
  return { version: 1, lists: record === null ? others : [...others, record] };
}

/**
 * The results that a record tells of, in the workbook as it is now: sheets are found by their ids, else by their names. Null where the
 * list is no longer there, or the record's summary can't be read.
 */
export function resultsOf({ before, ...record }: RunRecord, workbook: WorkbookView): Results | null {
  const results = scoringAgain(record, workbook);
  if (results === null || before === undefined) return results;
  const earlier = scoringAgain(before.scoring, workbook);
  return { ...results, before: earlier === null ? null : { ...earlier, cells: before.cells } };
}

function scoringAgain(record: Scoring, { sheets: now }: WorkbookView): Results | null {
  const find = ({ id, name }: { readonly id: string; readonly name: string }) =>
    now.find((one) => one.id === id) ?? now.find((one) => one.name === name);
  const lists = record.sheets.flatMap((one) => find(one) ?? []);
  const own = find(record.sheet);
  const summary = summarySchema.safeParse(jsonOf(fullText(record.summary)));
  if (own === undefined || lists.length < record.sheets.length || !summary.success) return null;
  const found = record.written.map((one) => ({ one, sheet: find({ id: one.sheet, name: one.name }) }));
  const ids = new Map(found.flatMap(({ one, sheet: is }) => (is === undefined ? [] : [[one.sheet, is.id] as const])));
  const written = found.flatMap(({ one, sheet: is }) =>
    is === undefined ? [] : [{ sheet: is.id, name: is.name, table: one.table }],
  );
  const list = found[record.list]?.sheet;
  return {
    summary: summary.data,
    written,
    extents: Object.fromEntries(
      Object.entries(record.extents).flatMap(([id, extent]) => {
        const is = ids.get(id);
        return is === undefined ? [] : [[is, extent] as const];
      }),
    ),
    list: written.find((one) => one.sheet === list?.id) ?? null,
    run: null,
    by: { ...record.by, mapping: record.by.mapping },
    inputs: record.inputs,
    kept: record.verdicts,
    rowSheets: record.rowSheets.flatMap((id) => ids.get(id) ?? (now.some((one) => one.id === id) ? [id] : [])),
    lastColumn: record.lastColumn,
    headingRow: summary.data.headingRow,
    sheet: { id: own.id, name: own.name },
    sheets: record.sheets.map((one, at) => ({ id: lists[at]?.id ?? one.id, name: one.name })),
    ending: record.ending,
    at: record.at,
    reopened: true,
    missing: found.flatMap(({ one, sheet: is }) => (is === undefined ? [one.name] : [])),
    stale: false,
    replaced: false,
    filter: null,
    changes: null,
    before: null,
    exact: false,
    cells: null,
  };
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
