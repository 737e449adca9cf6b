import { constantPatch } from "../../../src/workbench/book/cell-data";
import { openHeadless } from "../../../src/workbench/headless/open";
import { writtenPatch } from "../../../src/workbench/executor/typed-values";

const typed = (text: string) => writtenPatch(text, "General");

test("What a calculation finds for a cell that was cleared or typed into meanwhile is left out.", async () => {
  const { book, close } = await openHeadless();
  try {
    const sheet = book.active;
    const began = new Promise<void>((resolve) => {
      let first = true;
      book.link.api.getFormula().calculationStart(() => {
        if (!first) return;
        first = false;
        // The engine has the cells it will calculate; what is written now comes in between.
        sheet.write(1, 0, [[constantPatch(null)]]);
        sheet.write(2, 0, [[typed("typed")]]);
        resolve();
      });
    });
    sheet.write(0, 0, [[typed("=B1+1")], [typed("=B1+2")], [typed("=B1+3")], [typed("=B1+4")]]);
    await began;
    await book.link.calculation.settle();
    expect([0, 1, 2, 3].map((row) => sheet.cell(row, 0))).toEqual([1, null, "typed", 4]);
  } finally {
    close();
  }
});
