/**
 * What the sessions of one book share: their requests are carried out one at a time, and each is told of the changes of all. What a
 * request changes is told once it has succeeded.
 */
import type { Book, BookEvent } from "../book/book";

/** Who made a change: a session, or, for null, somebody by hand on this page. */
export type Author = object | null;

type Listener = (events: readonly BookEvent[], author: Author) => void;

const known = new WeakMap<Book, SharedBook>();

export class SharedBook {
  private readonly listeners = new Set<Listener>();
  private last: Promise<unknown> = Promise.resolve();
  /** Events of the request that is running; null between requests. */
  private held: BookEvent[] | null = null;

  private constructor(book: Book) {
    book.listen((event) => {
      if (this.held === null) this.tell([event], null);
      else this.held.push(event);
    });
  }

  static of(book: Book): SharedBook {
    const shared = known.get(book) ?? new SharedBook(book);
    known.set(book, shared);
    return shared;
  }

  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Does `work` when all work asked for before is done. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }

  /** Keeps events back until the request has succeeded. */
  hold(): void {
    this.held = [];
  }

  release(author: Author): void {
    const events = this.held ?? [];
    this.held = null;
    this.tell(events, author);
  }

  /** The request was undone: nothing happened. */
  drop(): void {
    this.held = null;
  }

  private tell(events: readonly BookEvent[], author: Author): void {
    for (const listener of [...this.listeners]) listener(events, author);
  }
}
