/** Which sheet of a workbook holds the list of enterprises, or of whatever else its rows are. */
import type { Field, Vocabulary } from "../policy/vocabulary";
import { readSheet, type ReadingFailure, type SheetReading } from "../sheet/reading/read-sheet";
import type { WorkbookFile } from "./read-workbook";

/** The sheet asked for, or of those in sight the one with the most columns recognised; why the first can't be read where none can. */
export function chooseReading(
  file: WorkbookFile,
  vocabulary: Vocabulary,
  asOf: string,
  of: Field["of"] = "enterprise",
): SheetReading | ReadingFailure {
  let best: SheetReading | null = null;
  let failure: ReadingFailure | null = null;
  const used = (reading: SheetReading): number => reading.columns.filter(({ use }) => use === "read").length;
  const visible = file.grids.filter(({ sheet }) => !file.hiddenSheets.has(sheet));
  for (const grid of [...visible, ...file.grids.filter((one) => !visible.includes(one))]) {
    // Nobody expects results about a sheet that is out of sight; it is read only where no other can be.
    if (best !== null && !visible.includes(grid)) break;
    const reading = readSheet(grid, vocabulary, { asOf, of });
    if (reading.kind === "failure") failure ??= reading;
    else if (best === null || used(reading) > used(best)) best = reading;
  }
  return (
    best ??
    failure ?? {
      kind: "failure",
      sheet: "",
      reason: "empty-sheet",
      message: { zh: "这个工作簿里没有可读的工作表。", en: "There is no sheet to read in this workbook." },
    }
  );
}
