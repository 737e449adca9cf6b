/**
 * Results of which the workbook keeps no record, because an earlier version or the command line wrote them: the provenance sheet says how
 * they were made, and the list, scored once more, says the rest.
 */
import type { ExcelHost, SheetInfo, WorkbookView } from "../../../excel/host";
import { RESULTS_SHEET } from "../../../sharing/check/scored-lists";
import { inputsJudged, PROVENANCE_SHEET, readHead, type ProvenanceHead } from "../../../sharing/provenance";
import { GridBuilder } from "../../worker/grid-builder";
import type { DraftInUse } from "./pane-settings";
import type { ScoredBy } from "./scoring-state";

export interface OlderRun {
  readonly sheet: SheetInfo;
  readonly sheets: readonly SheetInfo[];
  readonly by: ScoredBy;
  readonly inputs: string;
  /** Of its result sheets those that say what they are: the one with a row an enterprise first. */
  readonly written: readonly SheetInfo[];
}

/** Rows above the table of a provenance sheet. */
const HEAD_ROWS = 60;

async function headOf(host: ExcelHost, { id, name, used }: SheetInfo): Promise<ProvenanceHead | null> {
  if (used === null) return null;
  const builder = new GridBuilder({ sheet: name, merges: [], hiddenRows: [], hiddenColumns: [] });
  const bottom = Math.min(used.bottom, used.top + HEAD_ROWS - 1);
  for await (const block of host.readBlocks(id, { ...used, bottom, right: used.left })) builder.add(block);
  return readHead(builder.grid());
}

/**
 * Null where nothing tells of such a run, or its list is no longer there.
 * @param draft the one in use now: which sheet held that of then nobody knows
 * @throws ExcelTrouble
 */
export async function olderRun(
  host: ExcelHost,
  { sheets: now }: WorkbookView,
  draft: DraftInUse | null,
): Promise<OlderRun | null> {
  const named = (...names: readonly string[]): SheetInfo | null => now.find(({ name }) => names.includes(name)) ?? null;
  const provenance = named(PROVENANCE_SHEET.zh, PROVENANCE_SHEET.en);
  const head = provenance === null ? null : await headOf(host, provenance);
  if (provenance === null || head === null) return null;
  const { asOf, purpose, place = null, mapping, language, selected } = head;
  // Several stretches of rows can't be chosen in the pane.
  if ((selected?.length ?? 0) > 1) return null;
  const names = head.sheets ?? [head.sheet];
  const sheets = now.filter(({ name }) => names.includes(name));
  const sheet = sheets.find(({ name }) => name === head.sheet);
  if (sheet === undefined || sheets.length < names.length) return null;
  const results = named(RESULTS_SHEET.zh, RESULTS_SHEET.en);
  return {
    sheet,
    sheets,
    by: { asOf, purpose, place, mapping, draft, rows: selected?.[0] ?? null, language },
    inputs: inputsJudged(head),
    written: results === null ? [provenance] : [results, provenance],
  };
}
