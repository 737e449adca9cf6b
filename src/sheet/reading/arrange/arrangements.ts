/** The kinds of sheet that are put in order before they are read, in the order in which they are tried. */
import type { Grid } from "../../../words/grid";
import type { ReadingFailure } from "../read-sheet";
import { firmYears } from "./firm-years";
import { indicatorRows } from "./indicator-rows";
import { mergedNames } from "./merged-names";
import type { Arranged, ArrangeKnown, Arrangement } from "./arrangement";

const arrangements: readonly Arrangement[] = [indicatorRows, firmYears, mergedNames];

/** The sheet as a list; null where it is one already, or of no kind known here. */
export function arrangeSheet(grid: Grid, known: ArrangeKnown): Arranged | ReadingFailure | null {
  for (const { arrange } of arrangements) {
    const arranged = arrange(grid, known);
    if (arranged !== null) return arranged;
  }
  return null;
}
