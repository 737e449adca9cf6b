/**
 * The session that Microsoft's Excel client works on: `Excel.run({ session }, batch)`. Each `sync` becomes one request, which is
 * answered from the book; a failed request leaves the book as it was.
 */
import type { Book } from "../book/book";
import { makers } from "./classes";
import { bind } from "./member-table";
import { ExcelEvents, type EventMessage } from "./events";
import { Interpreter, type Outcome } from "./interpreter";
import { References } from "./references";
import { SharedBook } from "./shared-book";
import { Slices } from "./slices";
import { DistantView, PageView } from "./view";
import { parseBody } from "./wire";
import { workbookTable } from "./workbook";

/** "Excel on the web has a payload size limit for requests and responses of 5MB" (Office add-ins, resource limits). */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface Traffic {
  readonly requests: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** The largest request or response so far, in bytes. */
  readonly largest: number;
}

export interface SessionOptions {
  /** Awaited before each request is looked at: to have someone else change the workbook between two requests. */
  readonly beforeRequest?: () => void | Promise<void>;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** The session of somebody at another screen, who works on the same book: they have a view of their own. */
  readonly distant?: boolean;
  /** False: nobody is told of changed settings, as in Excel on the desktop. */
  readonly settingsEvents?: boolean;
}

interface Response {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly HttpStatusCode: number;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

interface RequestExecutor {
  executeAsync(customData: unknown, flags: unknown, message: { readonly Body: unknown }): Promise<Response>;
}

export interface ExcelSession {
  readonly traffic: Traffic;
  _resolveRequestUrlAndHeaderInfo(): Promise<{ url: string; headers: Record<string, string> }>;
  _createRequestExecutorOrNull(): RequestExecutor;
  /** Sends events to a client from now on (see `deliverEvents`); gives the way to stop. */
  onEvent(receive: (message: EventMessage) => void): () => void;
}

const encoder = new TextEncoder();

function bytes(json: string): number {
  return encoder.encode(json).length;
}

function failure(ErrorCode: string, ErrorMessage: string): Response {
  return { ErrorCode, ErrorMessage, HttpStatusCode: 400, Headers: {}, Body: null };
}

/** Makes a session of a book; a book may have several, each with a client of its own. */
export function createSession(book: Book, options: SessionOptions = {}): ExcelSession {
  const traffic = { requests: 0, bytesSent: 0, bytesReceived: 0, largest: 0 };
  const references = new References();
  const shared = SharedBook.of(book);
  const distant = options.distant === true;
  const author = {};
  const events = new ExcelEvents(book, author, distant, options.settingsEvents ?? true);
  const view = distant ? new DistantView(book, (event) => events.view(event)) : new PageView(book);
  const root = bind(workbookTable, book);
  let last: Promise<unknown> = Promise.resolve();

  const execute = async (json: string): Promise<Response> => {
    const sent = bytes(json);
    traffic.requests += 1;
    traffic.bytesSent += sent;
    traffic.largest = Math.max(traffic.largest, sent);
    if (sent > PAYLOAD_LIMIT)
      return failure("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit of 5 MB.");
    const scope = {
      book,
      make: makers,
      view,
      slices: new Slices(),
      reference: (id: string) => references.get(id),
      release: (id: string) => {
        references.release(id);
      },
    };
    const { journal } = book.link;
    journal.begin();
    shared.hold();
    try {
      const outcome = await new Interpreter(parseBody(json), root, scope, references).run();
      const response = answer(outcome);
      if (outcome.error !== null || response.ErrorCode !== "") {
        await undo();
      } else {
        journal.commit();
        shared.release(author);
      }
      return response;
    } catch (cause) {
      await undo();
      const message = cause instanceof Error ? cause.message : String(cause);
      console.error(cause);
      return answer({
        results: [],
        traces: [],
        error: { Code: "GeneralException", Message: message, Location: "", ActionIndex: 0, HttpStatusCode: 500 },
      });
    }
  };

  const undo = async (): Promise<void> => {
    await book.link.journal.rollback();
    shared.drop();
    events.drop();
  };

  const answer = ({ results, traces, error }: Outcome): Response => {
    const json = JSON.stringify({ Results: results, TraceIds: traces, ...(error !== null && { Error: error }) });
    const received = bytes(json);
    traffic.bytesReceived += received;
    traffic.largest = Math.max(traffic.largest, received);
    if (received > PAYLOAD_LIMIT)
      return failure("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit of 5 MB.");
    const Body: unknown = JSON.parse(json);
    return { ErrorCode: "", ErrorMessage: "", HttpStatusCode: error?.HttpStatusCode ?? 200, Headers: {}, Body };
  };

  return {
    get traffic() {
      return { ...traffic };
    },
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "https://workbook.invalid/", headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_customData, _flags, message) => {
        // The text is taken at once: what the add-in does to its arrays afterwards must not reach the workbook.
        const json = JSON.stringify(message.Body);
        const next = last.then(async () => {
          await options.beforeRequest?.();
          if (options.latency !== undefined) await wait(options.latency);
          return shared.inTurn(() => execute(json));
        });
        last = next.catch(() => undefined);
        return next;
      },
    }),
    onEvent: (receive) => events.listen(receive),
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
