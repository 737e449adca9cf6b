/** One run: reads the whole sheet, scores it in the worker, writes the results. */
import type { PlaceCode } from "../../language/places";
import type { ExcelHost, SheetInfo } from "../../excel/host";
import type { SavedMapping } from "../../sheet/reading/saved-mapping";
import type { Language } from "../../words/text";
import type { Purpose } from "../../policy/rule-set";
import { ScoringRefused, type ScoringClient, type SentSheet } from "./scoring-client";
import type { Progress, Results, Stage } from "./scoring-state";
import { frameOf } from "./sheet-frame";
import { rowSheetsOf } from "../views/diagnosis/row-sheets";
import { troubles } from "./troubles";

/** How often progress is shown. */
const SHOW_MS = 100;

export interface RunOptions {
  readonly host: ExcelHost;
  readonly client: ScoringClient;
  readonly sheet: SheetInfo;
  /** All sheets to be read as one list, in the order of their tabs, `sheet` among them. */
  readonly sheets: readonly SheetInfo[];
  readonly asOf: string;
  readonly purpose: Purpose;
  /** The place of enterprises that tell none. */
  readonly place: PlaceCode | null;
  readonly mapping: SavedMapping | undefined;
  /** First and last sheet row to score; null scores all. */
  readonly rows: readonly [number, number] | null;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly show: (progress: Progress) => void;
}

export interface RunResult extends Pick<Results, "summary" | "written" | "list" | "run" | "rowSheets" | "lastColumn"> {
  /** The sheet's name when it was read. */
  readonly name: string;
}

/** Runs from the sheet to the results. Throws `ScoringRefused` or `ExcelTrouble`; the workbook is then as it was. */
export async function runScoring(options: RunOptions): Promise<RunResult> {
  const { host, client, sheet, sheets: toRead, asOf, purpose, place, mapping, rows, language, signal } = options;
  const shape = await host.shape(sheet.id);
  const { used, name } = shape.info;
  if (used === null) throw new ScoringRefused({ kind: "trouble", text: troubles.nowEmpty(name) });
  const reading = stage("reading", options);
  const total = toRead.reduce((sum, one) => sum + rowsOf(one), 0);
  reading(0, total);
  async function* sent(): AsyncGenerator<SentSheet, void> {
    let before = 0;
    for (const one of toRead) {
      const its = one.id === sheet.id ? shape : await host.shape(one.id);
      const start = before;
      const progress = (done: number): void => reading(Math.min(total, start + done), total);
      before += rowsOf(one);
      if (its.info.used === null) throw new ScoringRefused({ kind: "trouble", text: troubles.nowEmpty(its.info.name) });
      yield { frame: frameOf(its), blocks: host.readBlocks(one.id, its.info.used, { signal, progress }) };
    }
  }
  const { sheets, summary, run } = await client.score({
    sheets: sent(),
    request: {
      asOf,
      mapping,
      purpose,
      place,
      language,
      rows: rows === null ? null : [[rows[0], rows[1]]],
      fileName: name,
      ...(toRead.length > 1 ? { inView: name } : {}),
    },
    signal,
    progress: stage("scoring", options),
  });
  const writing = stage("writing", options);
  writing(
    0,
    sheets.reduce((sum, one) => sum + one.rows.length, 0),
  );
  const written = await host.writeResults(sheets, { signal, progress: writing });
  client.settle(run);
  const list = written[sheets.findIndex(({ role }) => role === "results")] ?? null;
  return { summary, written, list, run, lastColumn: used.right, rowSheets: rowSheetsOf(sheets, written), name };
}

function rowsOf({ used }: SheetInfo): number {
  return used === null ? 0 : used.bottom - used.top + 1;
}

/** A progress function for a stage that shows at most ten steps a second. */
function stage(name: Stage, { now, show }: Pick<RunOptions, "now" | "show">): (done: number, total: number) => void {
  let began: number | null = null;
  let shown = -Infinity;
  return (done, total) => {
    const time = now();
    began ??= time;
    if (time - shown < SHOW_MS && done < total && done > 0) return;
    shown = time;
    show({ stage: name, done, total, elapsed: time - began });
  };
}
