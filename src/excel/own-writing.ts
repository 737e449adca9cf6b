/** A result sheet as this connection wrote it last. */
export interface WrittenByUs {
  readonly run: string;
  readonly sheet: string;
}

/** Knows which changes are the product's own, so that nobody is told that their results are out of date because results were written. */
export class OwnWriting {
  private readonly sheets = new Set<string>();
  private running = 0;
  private readonly waiting = new Set<() => void>();
  private readonly results = new Map<string, WrittenByUs>();

  get underWay(): boolean {
    return this.running > 0;
  }

  /** Sheets that only the product writes. */
  claim(sheet: string): void {
    this.sheets.add(sheet);
  }

  claims(sheet: string): boolean {
    return this.sheets.has(sheet);
  }

  /** A result of ours is in the workbook, under the key that results are kept by. */
  wrote(key: string, result: WrittenByUs): void {
    this.results.set(key, result);
  }

  /** Results of ours by their keys. */
  get ours(): ReadonlyMap<string, WrittenByUs> {
    return this.results;
  }

  /** Excel from ExcelApi 1.14 says which changes an add-in made; before, changes on result sheets count as ours. */
  isOwn(sheet: string, triggerSource: string | undefined): boolean {
    if (triggerSource !== undefined && triggerSource !== "Unknown") return triggerSource === "ThisLocalAddin";
    return this.running > 0 && this.sheets.has(sheet);
  }

  /** Calls `listener` once the writing is done, or at once. */
  afterwards(listener: () => void): void {
    if (this.running === 0) listener();
    else this.waiting.add(listener);
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      if (this.running === 0) {
        const listeners = [...this.waiting];
        this.waiting.clear();
        for (const listener of listeners) listener();
      }
    }
  }
}
