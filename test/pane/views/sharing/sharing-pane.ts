/** The pane's minds for sharing over a real workbook and Microsoft's Excel client, with the product's functions in its cells. */
import { loadKnowledge } from "../../../../src/commands/read-seeds";
import type { SheetCount, Outcome } from "../../../../src/pane/views/sharing/sharing-state";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { WorkerClient } from "../../../../src/pane/worker/client";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { SharingModel } from "../../../../src/pane/views/sharing/sharing-model";
import type { BookFile } from "../../../../src/xlsx/book-file";
import { connected, type Connected } from "../../../excel/connected";
import { paneWorker, release, reported } from "../../pane-release";

export interface SharingPane {
  readonly connection: Connected;
  readonly scoring: ScoringModel;
  readonly sharing: SharingModel;
  /** Files handed to the person, by their names. */
  readonly files: Map<string, Uint8Array>;
  /** Errors of the worker that are our own fault. */
  readonly reported: unknown[];
  readonly close: () => void;
}

export async function sharingPane(file: BookFile, version = release.version): Promise<SharingPane> {
  const connection = await connected(file, loadKnowledge());
  const files = new Map<string, Uint8Array>();
  const { host } = connection;
  const client = new WorkerClient(() => paneWorker({ ...release, version }));
  const scoring = new ScoringModel({
    host,
    client,
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => 0,
  });
  await scoring.start();
  const sharing = new SharingModel({
    host,
    scoring,
    release,
    drafted: () => null,
    version,
    client,
    saveFile: (bytes, name) => files.set(name, bytes),
  });
  return {
    connection,
    scoring,
    sharing,
    files,
    reported,
    close: () => {
      scoring.dispose();
      sharing.dispose();
      connection.close();
    },
  };
}

/** The outcome of the kind that was expected. */
export function outcomeOf<K extends Outcome["kind"]>({ sharing }: SharingPane, kind: K): Extract<Outcome, { kind: K }> {
  const { outcome, trouble } = sharing.state;
  if (outcome !== null && isOf(outcome, kind)) return outcome;
  throw new Error(`${kind} expected: ${outcome?.kind ?? trouble?.text.en ?? "nothing"}`);
}

function isOf<K extends Outcome["kind"]>(outcome: Outcome, kind: K): outcome is Extract<Outcome, { kind: K }> {
  return outcome.kind === kind;
}

export function countsOf({ sharing }: SharingPane, sheet: string): SheetCount {
  const found = sharing.state.contents?.formulas.find(({ name }) => name === sheet);
  if (!found) throw new Error(`no formulas of ours on ${sheet}`);
  return found;
}
