/**
 * Keeps the workbook of a page in the browser while it has changes that were not saved, so that a page reloaded by accident can offer them
 * back. It leaves this machine at no time, and is gone once it was saved, replaced, or not wanted. Each workbook opened has an id of its
 * own: two of the same name are two. Storage that is blocked or full keeps nothing and disturbs nobody.
 */

export interface KeptWork {
  readonly id: string;
  readonly name: string;
  /** Milliseconds of the clock. */
  readonly at: number;
  /** An xlsx file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where works are kept; any of it may fail. */
export interface WorkStore {
  all(): Promise<readonly KeptWork[]>;
  put(work: KeptWork): Promise<void>;
  remove(id: string): Promise<void>;
  /** Marks a work as that of a page that is open, until the page is gone. */
  hold(id: string): void;
  /** Ids of works whose pages are open. */
  held(): Promise<ReadonlySet<string>>;
}

export interface KeeperPlace {
  readonly store: WorkStore;
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls back once nothing has happened for so many milliseconds; gives the way to call it off. */
  readonly whenQuiet: (then: () => void, quiet: number) => () => void;
}

/** An open workbook, as far as the keeper knows it. */
export interface OpenWork {
  readonly name: string;
  /** Cells in use: a large workbook takes the page a moment to write down. */
  readonly cells: () => number;
  readonly write: () => Promise<Uint8Array<ArrayBuffer>>;
}

interface Current extends OpenWork {
  readonly id: string;
}

/** Milliseconds without a change after which the workbook is kept; a large one only once nobody seems to be there. */
const QUIET = { small: 3_000, large: 60_000 } as const;
const LARGE = 300_000;

export class WorkKeeper {
  private current: Current | null = null;
  private callOff: () => void = () => undefined;
  /** One write after the other: an earlier one never ends on top of a later. */
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly place: KeeperPlace) {}

  /** A workbook takes the place of the one before, whose changes are not wanted any more. */
  opened(work: OpenWork): void {
    this.saved();
    const id = this.place.newId();
    this.current = { ...work, id };
    this.place.store.hold(id);
  }

  /** The workbook has changed: it is kept once things have settled. */
  changed(): void {
    this.callOff();
    const { current } = this;
    if (current === null) return;
    const quiet = current.cells() > LARGE ? QUIET.large : QUIET.small;
    this.callOff = this.place.whenQuiet(() => this.inTurn(() => this.keep(current)), quiet);
  }

  private async keep(current: Current): Promise<void> {
    if (this.current !== current) return;
    const bytes = await current.write();
    if (this.current !== current) return;
    await this.place.store.put({ id: current.id, name: current.name, at: this.place.now(), bytes });
  }

  /** What there is has been saved, or is not wanted. */
  saved(): void {
    this.callOff();
    const { current } = this;
    if (current !== null) this.forget(current.id);
  }

  /** Works of pages that are gone, the newest first. */
  async left(): Promise<readonly KeptWork[]> {
    try {
      const [works, held] = await Promise.all([this.place.store.all(), this.place.store.held()]);
      return works.filter(({ id }) => !held.has(id)).sort((one, other) => other.at - one.at);
    } catch {
      return [];
    }
  }

  forget(id: string): void {
    this.inTurn(() => this.place.store.remove(id));
  }

  /** Done with all that was asked so far. */
  settled(): Promise<void> {
    return this.queue;
  }

  private inTurn(work: () => Promise<void>): void {
    // Without storage the work lasts as long as the page.
    this.queue = this.queue.then(work).catch(() => undefined);
  }
}
