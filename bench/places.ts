/** Scoring of a list of enterprises of 31 provinces against the same enterprises as a list of one province, in one run. */
import type { Release } from "../src/commands/read-seeds";
import { readWorkbook } from "../src/commands/read-workbook";
import { readSheet } from "../src/sheet/reading/read-sheet";
import { SheetScoring } from "../src/sheet/results/score-sheet";
import type { Cell, Grid } from "../src/words/grid";
import { measure } from "./interleaved";
import { grouped, printTimings, times } from "./print-timings";
import { target } from "./targets";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const AS_OF = "2026-11-21";
/** Columns of the sample that tell a place; only the added one is to do so. */
const TELL_A_PLACE = /信用代码|注册地|^省|^市|^区|所在/;

/** The sample's enterprises again and again, each at the place that `placeOf` gives for its row. */
function placedGrid({ rows: [heading = [], ...enterprises], ...grid }: Grid, count: number, placeOf: PlaceOf): Grid {
  const tells = heading.map((cell) => typeof cell === "string" && TELL_A_PLACE.test(cell));
  const rows = Array.from({ length: count }, (_, index): readonly Cell[] => {
    const enterprise = enterprises[index % enterprises.length] ?? [];
    const cells = enterprise.map((cell, at) => (tells[at] ? null : at === 0 ? `企业${index}` : cell));
    return [...cells, placeOf(index)];
  });
  return { ...grid, rows: [[...heading, "评价所在地"], ...rows] };
}

type PlaceOf = (row: number) => string;

export async function benchPlaces({ policy, vocabulary }: Release, count: number, rounds: number): Promise<void> {
  const { grids } = await readWorkbook(SAMPLE, "企业名单");
  const [sample] = grids;
  if (sample === undefined) throw new Error(`${SAMPLE} has no sheet 企业名单`);
  const names = vocabulary.provinces.map(({ name }) => name.zh);
  const scored = (placeOf: PlaceOf): (() => void) => {
    const reading = readSheet(placedGrid(sample, count, placeOf), vocabulary, { asOf: AS_OF });
    if (reading.kind === "failure") throw new Error(reading.message.en);
    return () => {
      const scoring = new SheetScoring(reading, policy, vocabulary, {
        asOf: AS_OF,
        purpose: "new",
        assumeGeneral: true,
        plans: 3,
      });
      let rows = 0;
      for (const { row } of scoring.rows()) rows = row + 1;
      if (rows !== count) throw new Error(`${rows} of ${count} rows were scored`);
    };
  };
  const timings = await measure(
    [
      { name: "one province (山东)", rows: count, run: scored(() => "山东省") },
      { name: `${names.length} provinces`, rows: count, run: scored((row) => names[row % names.length] ?? "") },
    ],
    rounds,
  );
  printTimings(`Scoring of ${grouped(count)} enterprises by place, reading and writing left out`, timings);
  const ratio = timings[1]?.ratio ?? NaN;
  target(`a mixed list at most 1.1 × the time of one province: ${times(1 / ratio)} ×`, 1 / ratio <= 1.1);
}
