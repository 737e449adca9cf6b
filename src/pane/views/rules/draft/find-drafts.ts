/** The drafts of rules in a workbook, and one of them sent to the worker to be read. */
import { originIn } from "../../../../authoring/draft-sheet";
import type { ExcelHost } from "../../../../excel/host";
import { isDraftSheet } from "../../../../sheet/results/sheet-names";
import type { Purpose } from "../../../../policy/rule-set";
import { sendDraftSheet } from "../../../app/send-draft";
import type { WorkerClient } from "../../../worker/client";
import type { Shelf } from "../../../worker/shelf";
import type { DraftView } from "../../../worker/tasks/draft-answers";
import type { DraftSheet } from "./draft-state";

/** Rows in which a sheet says what it was made from. */
const HEAD = { top: 0, bottom: 4, left: 0, right: 0 };

export interface FoundDrafts {
  readonly sheets: readonly DraftSheet[];
  /** Id of the sheet in view. */
  readonly active: string;
}

/** In the order of their tabs. @throws ExcelTrouble */
export async function findDrafts(host: ExcelHost): Promise<FoundDrafts> {
  const { sheets, active } = await host.look();
  const drafts = sheets.filter(({ name }) => isDraftSheet(name));
  if (drafts.length === 0) return { sheets: [], active };
  const heads = await host.readHeads(drafts.map(({ id }) => ({ sheet: id, range: HEAD })));
  return {
    sheets: drafts.map(({ id, name }) => {
      const block = heads.find(({ sheet }) => sheet === id)?.block;
      const found = originIn({ sheet: name, rows: block?.rows ?? [], merges: [], hiddenRows: new Set() });
      return { id, name, origin: found?.origin ?? null, cell: found?.cell ?? "A2" };
    }),
    active,
  };
}

/** Reads a draft's sheet as it is now. @throws ExcelTrouble, Refused */
export async function readDraft(
  { host, client, shelf }: { readonly host: ExcelHost; readonly client: WorkerClient; readonly shelf: Shelf },
  sheet: string,
  purpose: Purpose,
  signal: AbortSignal,
): Promise<DraftView> {
  const question = { ...(await sendDraftSheet(host, shelf, sheet, signal)), purpose };
  return (await client.ask("draft-read", question, { signal })).answer;
}
