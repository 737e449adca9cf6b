/** What the pane writes into a workbook or hands out as a file, saved by the workbench. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { columnLetters } from "../../src/words/grid";
import { sampleSheet } from "../../src/pane/views/score/sample/sample-sheet";
import type { BookFile } from "../../src/xlsx/book-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { saved } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { outcomeOf, sharingPane } from "../pane/views/sharing/sharing-pane";

/** The pane's sample with a spill of ours beside it, and amounts by formula. */
function withFormulas(language: "zh" | "en"): BookFile {
  const { name, rows } = sampleSheet(language);
  const list = sheet(name, rows);
  const last = columnLetters((rows[0]?.length ?? 1) - 1);
  const table = `=ZJTX.TIER_TABLE($A$1:$${last}$1,A2:${last}${rows.length})`;
  const cells = list.cells.map((row, at) =>
    at === 0 ? [...(row ?? []), undefined, { value: null, formula: table }] : row,
  );
  const amounts = sheet("补贴 '甲'&<乙>", [["基数"], [4433], [null]]);
  const withAmounts = amounts.cells.map((row, at) =>
    at === 0
      ? row
      : [...(row ?? [undefined]), { value: null, formula: `=IFERROR(ZJTX.SUBSIDY(A${at + 1},20%)*2,"没有基数")` }],
  );
  return book([
    { ...list, cells },
    { ...amounts, cells: withAmounts },
  ]);
}

/** Writes them into the folder and gives their paths. */
export async function writeFromPane(folder: string): Promise<readonly string[]> {
  const written: string[] = [];
  const keep = (name: string, bytes: Uint8Array): void => {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, bytes);
    written.push(path);
  };
  for (const language of ["zh", "en"] as const) {
    const pane = await sharingPane(withFormulas(language));
    const now = (name: string): void => {
      keep(`窗格_${name}_${language}`, saveXlsx(saved(pane.connection)));
    };
    await pane.sharing.open();
    await pane.scoring.look();
    await pane.scoring.score(language);
    now("评分");
    await pane.sharing.copy("native", language, ["specialized", "little-giant"]);
    await pane.sharing.copy("masked", language);
    for (const [name, bytes] of pane.files) keep(`窗格_${name.replace(/\.xlsx$/, "")}_${language}`, bytes);
    await pane.sharing.values("copies", language);
    outcomeOf(pane, "values");
    now("值副本");
    await pane.sharing.values("here", language);
    outcomeOf(pane, "values");
    now("换成数值");
    pane.close();
  }
  return written;
}
