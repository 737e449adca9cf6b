/** A workbook without a page: Univer headless, the executor, and Microsoft's Excel client on top. For Node only. */
import type { BoundRelease } from "../../functions/function-record";
import { bookFromFile } from "../book/load-book";
import type { Book } from "../book/book";
import { createHeadlessUniver } from "../book/headless-univer";
import type { BookFile } from "../../xlsx/book-file";
import { deliverEvents } from "../executor/deliver-events";
import { createSession, type ExcelSession, type SessionOptions } from "../executor/session";
import { nodeEngine } from "../formulas/node-engine";
import { RulesInUse } from "../../functions/rules-in-use";
import { registerFunctions } from "../formulas/register-functions";
import { loadExcelClient, type ExcelClient, type ExcelNamespace } from "./excel-client";

export interface Headless {
  readonly book: Book;
  readonly session: ExcelSession;
  /** As add-in code knows it; use it as `Excel.run({ session }, …)`. */
  readonly Excel: ExcelNamespace;
  readonly close: () => void;
}

/** Somebody else at the same workbook. */
export type Coauthor = Pick<Headless, "session" | "Excel">;

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

/** One for the person at the workbook and one for each coauthor: a client tells all its handlers of every session's events. */
const clients: ExcelClient[] = [];

function clientFor(person: number): ExcelClient {
  return (clients[person] ??= loadExcelClient());
}

export interface HeadlessOptions extends SessionOptions {
  /** What the product's functions answer from; without it the workbook does not know them. */
  readonly functions?: BoundRelease;
}

/** Opens `file`, or a workbook with one empty sheet. The Excel client is loaded once and serves the workbook opened last with events. */
export async function openHeadless(file: BookFile = EMPTY, options: HeadlessOptions = {}): Promise<Headless> {
  const client = clientFor(0);
  const univerAPI = createHeadlessUniver();
  const book = bookFromFile(univerAPI, file);
  if (options.functions) registerFunctions(univerAPI, new RulesInUse(options.functions), nodeEngine());
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

/** Sits somebody else down at an open workbook, with a view and an Excel client of their own. Only one at a time hears of events. */
export function joinHeadless(
  { book }: Pick<Headless, "book">,
  options: SessionOptions = {},
): Coauthor & Pick<Headless, "close"> {
  const client = clientFor(1);
  const session = createSession(book, { ...options, distant: true });
  return { session, Excel: client.Excel, close: deliverEvents(client.OfficeExtension, session) };
}
