/** One run: reads the sheets, has the worker score them, writes the results. */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import type { PlaceCode } from "../../../language/places";
import type { Purpose } from "../../../policy/rule-set";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { Language } from "../../../words/text";
import type { WorkerClient } from "../../worker/client";
import { Refused } from "../../worker/refused";
import { Shelf } from "../../worker/shelf";
import type { WorkControl } from "../work";
import { rowSheetsOf } from "./row-sheets";
import type { Results } from "./scoring-state";
import { troubles } from "./troubles";

export interface RunOptions {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
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
}

export interface RunResult extends Pick<Results, "summary" | "written" | "list" | "run" | "rowSheets" | "lastColumn"> {
  /** The sheet's name when it was read. */
  readonly name: string;
}

/** Runs from the sheet to the results. Throws `Refused` or `ExcelTrouble`; the workbook is then as it was. */
export async function runScoring(options: RunOptions, { signal, stage }: WorkControl): Promise<RunResult> {
  const { host, client, sheet, sheets, asOf, purpose, place, mapping, rows, language } = options;
  const { used, name } = (await host.shape(sheet.id)).info;
  if (used === null) throw new Refused(troubles.nowEmpty(name));
  const shelf = new Shelf(client);
  try {
    const { keys, empty } = await shelf.sendSheets(host, sheets, signal, stage("reading"));
    const [first] = empty;
    if (first !== undefined) throw new Refused(troubles.nowEmpty(first));
    const chosen = rows === null ? null : [[rows[0], rows[1]] satisfies [number, number]];
    const { answer, parts, question } = await client.ask(
      "score",
      { sheets: keys, asOf, mapping, purpose, place, language, rows: chosen, fileName: name },
      { signal, progress: stage("scoring") },
    );
    const written = await host.writeResults(parts, { signal, progress: stage("writing") });
    const list = written[parts.findIndex((part) => "role" in part && part.role === "results")] ?? null;
    const { summary } = answer;
    return {
      summary,
      written,
      list,
      run: question,
      lastColumn: used.right,
      rowSheets: rowSheetsOf(parts, written),
      name,
    };
  } finally {
    shelf.clear();
  }
}
