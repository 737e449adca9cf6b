import { RulesInUse } from "../../../src/functions/rules-in-use";
import { loadKnowledge } from "../../../src/commands/read-seeds";
import { createHeadlessUniver } from "../../../src/workbench/book/headless-univer";
import { constantPatch, formulaPatch } from "../../../src/workbench/book/cell-data";
import { bookFromFile } from "../../../src/workbench/book/load-book";
import type { BookCell } from "../../../src/xlsx/book-file";
import { nodeEngine } from "../../../src/workbench/formulas/node-engine";
import { registerFunctions } from "../../../src/workbench/formulas/register-functions";
import { activeCellNote } from "../../../src/workbench/page/cell-note";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";

const univerAPI = createHeadlessUniver();
afterAll(() => univerAPI.dispose());

const opened = (cell: BookCell) =>
  bookFromFile(univerAPI, {
    sheets: [{ ...emptySheet("表"), cells: [[cell]] }],
    active: 0,
    names: [],
    styles: [],
    settings: {},
  });

const ours: BookCell = { value: { error: "#N/A" }, formula: "=ZJTX.SUBSIDY(4433,B9)" };

test("an error of ours says why, also where the file brought it, in a second file too, and only while it stands there", async () => {
  const first = opened(ours);
  const { messages } = registerFunctions(univerAPI, new RulesInUse(loadKnowledge()), nodeEngine());
  await first.link.calculation.settle();
  expect(activeCellNote(first, messages)?.text.zh).toContain("费率");

  const second = opened(ours);
  await second.link.calculation.settle();
  univerAPI.disposeUnit(first.link.unitId);
  expect(activeCellNote(second, messages)?.text.zh).toContain("费率");

  second.active.write(0, 0, [[formulaPatch("=NA()")]]);
  await second.link.calculation.settle();
  expect(second.active.cell(0, 0)).toEqual({ error: "#N/A" });
  expect(activeCellNote(second, messages)).toBeNull();

  second.active.write(0, 0, [[constantPatch({ error: "#N/A" })]]);
  expect(activeCellNote(second, messages)).toBeNull();
});
