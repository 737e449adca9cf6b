/** A workbook without a page: Univer headless, the executor, and Microsoft's Excel client on top. For Node only. */
import { bookFromFile } from "../book/load-book";
import type { Book } from "../book/book";
import { createHeadlessUniver } from "../book/headless-univer";
import type { BookFile } from "../book-file";
import { deliverEvents } from "../executor/deliver-events";
import { createSession, type ExcelSession, type SessionOptions } from "../executor/session";
import { loadExcelClient, type ExcelClient, type ExcelNamespace } from "./excel-client";

export interface Headless {
  readonly book: Book;
  readonly session: ExcelSession;
  /** As add-in code knows it; use it as `Excel.run({ session }, …)`. */
  readonly Excel: ExcelNamespace;
  readonly close: () => void;
}

const EMPTY: BookFile = {
  sheets: [
    {
      name: "Sheet1",
      visibility: "visible",
      cells: [],
      columnWidths: {},
      rowHeights: {},
      hiddenRows: [],
      hiddenColumns: [],
      merges: [],
      frozen: { rows: 0, columns: 0 },
      showGridlines: true,
      protected: false,
      tables: [],
      conditionalFormats: [],
      charts: [],
    },
  ],
  active: 0,
  names: [],
  styles: [],
  settings: {},
};

let client: ExcelClient | null = null;

/** Opens `file`, or a workbook with one empty sheet. The Excel client is loaded once and serves the workbook opened last with events. */
export async function openHeadless(file: BookFile = EMPTY, options: SessionOptions = {}): Promise<Headless> {
  client ??= loadExcelClient();
  const univerAPI = createHeadlessUniver();
  const book = bookFromFile(univerAPI, file);
  const session = createSession(book, options);
  const stop = deliverEvents(client.OfficeExtension, session);
  await book.link.calculation.settle();
  return {
    book,
    session,
    Excel: client.Excel,
    close: () => {
      stop();
      univerAPI.dispose();
    },
  };
}
