/** The native copy recalculated by the workbench's own engine; test/office does the same in LibreOffice on many more rows. */
import { bookFromFile } from "../../src/workbench/book/load-book";
import { createHeadlessUniver } from "../../src/workbench/book/headless-univer";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { nativeDifferences } from "./native-comparison";
import { nativeBooks } from "./native-books";

const ROWS = 8;

test.each([...nativeBooks({ rows: ROWS, seed: 11 })].map((book) => [book.name, book] as const))(
  "the formulas of %s give the product's own results, cell by cell",
  async (_, { prepared }) => {
    const file = await openXlsx(prepared.bytes);
    const univerAPI = createHeadlessUniver();
    try {
      const book = bookFromFile(univerAPI, file);
      await book.link.calculation.settle();
      const sheet = univerAPI.getActiveWorkbook()?.getSheets()[0];
      const cells = sheet?.getRange(0, 0, 200, prepared.score.columns.length).getValues() ?? [];
      const { compared, wrong } = nativeDifferences(prepared, (row, column) => cells[row]?.[column] ?? null);
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(compared).toBeGreaterThan(ROWS * 4);
    } finally {
      univerAPI.dispose();
    }
  },
);
