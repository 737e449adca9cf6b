/** What a draft of rules costs on a list: its impact and a sweep beside one scoring of the tier by columns, in one run. */
import { originOf, readDraftSheet, rowsOf } from "../src/authoring/draft";
import { draftImpact, scorerOptions, type ImpactContext } from "../src/authoring/draft-impact";
import { draftSheet } from "../src/authoring/draft-sheet";
import { lineWeights } from "../src/authoring/line-weights";
import { lineRows } from "../src/authoring/moved-line";
import { sweepLine, valuesAround } from "../src/authoring/sweep";
import { readSeedFiles, type Release } from "../src/commands/read-seeds";
import { readWorkbook } from "../src/commands/read-workbook";
import { scoreTiers } from "../src/engine/columns/score-columns";
import { PROOFS } from "../src/engine/rows/proofs";
import { readSheet } from "../src/sheet/reading/read-sheet";
import type { Cell } from "../src/words/grid";
import { measure } from "./interleaved";
import { grouped, printTimings } from "./print-timings";
import { target } from "./targets";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const FILE = "national/little-giant/2026-04-01.yaml";
const AS_OF = "2026-11-21";
/** Lines that are raised, so that some thousands of enterprises lose the tier and are explained. */
const RAISED: ReadonlyMap<Cell, number> = new Map([
  ["revenue", 30_000],
  ["debt", 50],
]);

export async function benchDrafts({ policy, vocabulary }: Release, count: number, rounds: number): Promise<void> {
  const { grids } = await readWorkbook(SAMPLE, "企业名单");
  const [heading = [], ...enterprises] = grids[0]?.rows ?? [];
  const rows = Array.from({ length: count }, (_, index) => enterprises[index % enterprises.length] ?? []);
  const grid = { sheet: "名单", rows: [heading, ...rows], merges: [], hiddenRows: new Set<number>() };
  const reading = readSheet(grid, vocabulary, { asOf: AS_OF });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  const context: ImpactContext = {
    policy,
    vocabulary,
    reading,
    judgement: { asOf: AS_OF, purpose: "new", assumeGeneral: true },
  };
  const source = { files: readSeedFiles(), vocabulary, proofs: PROOFS };
  const origin = originOf(source.files, FILE);
  const sheet = draftSheet(rowsOf(source.files, FILE, vocabulary), origin, "", "zh");
  const value = sheet.columns.findIndex(({ heading: name }) => name === "值");
  const edited = [...sheet.rows].map((cells) =>
    cells.map((cell, at) => (at === value ? (RAISED.get(cells[1] ?? null) ?? cell) : cell)),
  );
  const cells = [[sheet.titleLines?.[0] ?? ""], sheet.columns.map(({ heading: name }) => name), ...edited];
  const draft = readDraftSheet({ ...grid, rows: cells }, origin, new Set(), source);
  if ("troubles" in draft) throw new Error(draft.troubles.map(({ text }) => text.en).join("\n"));
  const lines = lineRows(draft.rows, "new", draft.textAt);
  const line = lines.find(({ row }) => row.id === "revenue");
  const tier = draft.ruleSets[0]?.forPurpose.new;
  if (line === undefined || tier === undefined) throw new Error("the draft has no line of revenue");
  const timings = await measure(
    [
      {
        name: "the tier once, by columns",
        rows: count,
        run: () => void scoreTiers([tier], reading.facts, vocabulary, scorerOptions(context)),
      },
      { name: "impact of two raised lines", rows: count, run: () => void draftImpact(context, draft.ruleSets) },
      {
        name: "one line at 50 values",
        rows: count,
        run: () => toTheEnd(sweepLine(context, draft.ruleSets, line, valuesAround(line, 50))),
      },
      {
        name: `${lines.length} lines, each a step to either side`,
        rows: count,
        run: () => toTheEnd(lineWeights(context, draft.ruleSets, lines)),
      },
    ],
    rounds,
  );
  printTimings(`A draft on ${grouped(count)} enterprises (the times are beside one scoring by columns)`, timings);
  const seconds = (index: number): number => count / (timings[index]?.rowsPerSecond ?? NaN);
  target(`impact of a draft at most 1 s: ${seconds(1).toFixed(2)} s`, seconds(1) <= 1);
  target(`a sweep of 50 values at most 5 s: ${seconds(2).toFixed(2)} s`, seconds(2) <= 5);
}

function toTheEnd(points: Iterable<unknown>): void {
  for (const point of points) if (point === undefined) return;
}
