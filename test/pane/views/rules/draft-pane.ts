/** The mind of drafts over a real workbook and Microsoft's Excel client. */
import { DRAFT_COLUMNS, type DraftColumn } from "../../../../src/authoring/draft-row";
import { rowsOf } from "../../../../src/authoring/draft";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { DraftModel } from "../../../../src/pane/views/rules/draft/draft-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { WorkerClient } from "../../../../src/pane/worker/client";
import { address } from "../../../../src/words/grid";
import { ABOVE, SOURCE } from "../../../authoring/drafting";
import { eventually } from "../../../eventually";
import { connected, someoneWrites, type Connected } from "../../../excel/connected";
import { book, sheet } from "../../../excel/made-up-book";
import { paneWorker, release, reported } from "../../pane-release";

export const GIANT = "national/little-giant/2026-04-01.yaml";

export interface DraftPane {
  readonly connection: Connected;
  readonly scoring: ScoringModel;
  readonly drafts: DraftModel;
  readonly client: WorkerClient;
  /** Files handed to the person, by their names. */
  readonly files: Map<string, Uint8Array>;
  /** Errors of the worker that are our own fault. */
  readonly reported: unknown[];
  readonly close: () => void;
}

/** A workbook with the sample's list. */
export async function draftPane(): Promise<DraftPane> {
  const connection = await connected(book([sheet("名单", sampleSheet("zh").rows)]));
  const { host } = connection;
  const client = new WorkerClient(() => paneWorker());
  const now = (): number => 0;
  const scoring = new ScoringModel({ host, client, checked: release.policy.checked, sample: sampleSheet, now });
  await scoring.start();
  const files = new Map<string, Uint8Array>();
  const saveFile = (bytes: Uint8Array, name: string): void => void files.set(name, bytes);
  const drafts = new DraftModel({ host, client, scoring, saveFile, now });
  await drafts.look();
  return {
    connection,
    scoring,
    drafts,
    client,
    files,
    reported,
    close: () => {
      scoring.dispose();
      drafts.dispose();
      connection.close();
    },
  };
}

/** The address of a cell of a draft, by its row's id and its column. */
export function cellOf(id: string, column: DraftColumn, file = GIANT): string {
  const at = rowsOf(SOURCE.files, file, SOURCE.vocabulary).findIndex((row) => row.id === id);
  if (at < 0) throw new Error(`no row ${id}`);
  return address(at + ABOVE, DRAFT_COLUMNS.indexOf(column));
}

/** Somebody types into the draft. */
export async function types(
  { connection }: DraftPane,
  cell: string,
  text: string,
  tab = "评分_规则草案",
): Promise<void> {
  await someoneWrites(connection, tab, cell, text);
}

/** Waits until what is read is what is there. */
export async function settled({ drafts }: DraftPane, holds: (state: DraftModel["state"]) => boolean): Promise<void> {
  await eventually(() => expect(drafts.state.live === null && holds(drafts.state)).toBe(true));
}
