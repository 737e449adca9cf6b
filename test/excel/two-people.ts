/** Two people at one workbook, each with an Excel client, a view and a host of their own. */
import { connectExcel } from "../../src/excel/connect";
import type { ExcelHost } from "../../src/excel/host";
import type { BookFile } from "../../src/xlsx/book-file";
import type { SessionOptions } from "../../src/workbench/executor/session";
import { joinHeadless, openHeadless, type Coauthor, type Headless } from "../../src/workbench/headless/open";

export type Person = "first" | "second";

export interface TwoPeople {
  readonly book: Headless["book"];
  readonly hosts: Readonly<Record<Person, ExcelHost>>;
  readonly clients: Readonly<Record<Person, Coauthor>>;
  readonly close: () => void;
}

/** @param beforeRequest awaited before each request of either */
export async function twoPeople(
  file: BookFile,
  beforeRequest: (person: Person) => void | Promise<void> = () => undefined,
  options: Pick<SessionOptions, "settingsEvents"> = {},
): Promise<TwoPeople> {
  const first = await openHeadless(file, { ...options, beforeRequest: () => beforeRequest("first") });
  const second = joinHeadless(first, { ...options, beforeRequest: () => beforeRequest("second") });
  // The client of a page knows one person's events only, so each has another; which, the session tells.
  const run = (
    options: Excel.RunOptions,
    batch: (context: Excel.RequestContext) => Promise<unknown>,
  ): Promise<unknown> => {
    const client = options.session === second.session ? second : first;
    return client.Excel.run(options, batch);
  };
  Object.assign(globalThis, { Excel: { ...first.Excel, run } });
  return {
    book: first.book,
    hosts: { first: connectExcel(first.session), second: connectExcel(second.session) },
    clients: { first, second },
    close: () => {
      second.close();
      first.close();
    },
  };
}

/**
 * Lets requests through one at a time, in an order that is asked for: nobody goes on until everybody still at work stands here, so that the
 * same choices are the same order every time.
 */
export class Turnstile {
  private readonly waiting = new Map<Person, () => void>();
  private readonly working = new Set<Person>();

  /** @param choose who goes first of those who wait */
  constructor(private readonly choose: (waiting: readonly Person[]) => Person) {}

  pass = (person: Person): Promise<void> => {
    if (!this.working.has(person)) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.set(person, resolve);
      this.next();
    });
  };

  /** Does work of several people, their requests in turns. */
  async together<T>(work: Readonly<Record<Person, () => Promise<T>>>): Promise<PromiseSettledResult<T>[]> {
    const people = ["first", "second"] as const;
    for (const person of people) this.working.add(person);
    return Promise.allSettled(
      people.map((person) =>
        work[person]().finally(() => {
          this.working.delete(person);
          this.next();
        }),
      ),
    );
  }

  private next(): void {
    if (this.waiting.size === 0 || this.waiting.size < this.working.size) return;
    const person = this.choose([...this.waiting.keys()]);
    const go = this.waiting.get(person);
    this.waiting.delete(person);
    go?.();
  }
}
