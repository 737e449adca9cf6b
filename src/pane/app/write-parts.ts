/** Sheets made of a run in the worker, and written to the workbook. */
import type { ExcelHost, WrittenSheet } from "../../excel/host";
import type { Language } from "../../words/text";
import type { WorkerClient } from "../worker/client";
import type { Composition } from "../worker/tasks/runs";
import { rowSheetsOf } from "./scoring/row-sheets";
import { namedFor } from "./scoring/scored-runs";
import type { WorkControl } from "./work";

export interface Wrote {
  readonly written: readonly WrittenSheet[];
  /** Ids of those whose first column holds the row of an enterprise. */
  readonly rowSheets: readonly string[];
}

export interface PartsWanted {
  readonly run: number;
  readonly wanted: Composition;
  readonly language: Language;
  /** What the names of the list's result sheets end with. */
  readonly ending: string;
}

/** Makes and writes them; whoever asked offers to open them. @throws Refused, ExcelTrouble */
export async function writeParts(
  { host, client }: { readonly host: ExcelHost; readonly client: WorkerClient },
  { ending, ...wanted }: PartsWanted,
  { signal, stage }: WorkControl,
): Promise<Wrote> {
  const { parts } = await client.ask("compose", wanted, { signal, progress: stage("composing") });
  const written = await host.writeResults(namedFor(parts, ending), { signal, progress: stage("writing") });
  return { written, rowSheets: rowSheetsOf(parts, written) };
}
