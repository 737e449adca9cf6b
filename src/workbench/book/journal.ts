/** What it takes to undo a batch of changes: the inverse of each, run backwards. */
type Inverse = () => void | Promise<void>;

export class Journal {
  private inverses: Inverse[] | null = null;
  private readonly deferred = new Map<object, () => void>();
  /** True while a batch is being undone. */
  rollingBack = false;

  /** From now on changes are remembered, until `commit` or `rollback`. */
  begin(): void {
    this.inverses = [];
  }

  /** Remembers how to take back a change that is about to be made. The inverse is not itself remembered. */
  record(inverse: Inverse): void {
    this.inverses?.push(inverse);
  }

  get recording(): boolean {
    return this.inverses !== null;
  }

  /**
   * Puts work off to the end of the batch, where many small changes make one large one; `owner` has one such work at a time. Without a
   * batch it is done at once. A batch that fails never does it.
   */
  defer(owner: object, work: () => void): void {
    if (this.inverses === null) work();
    else this.deferred.set(owner, work);
  }

  /** Does now what an owner has put off. */
  catchUp(owner: object): void {
    if (this.deferred.size === 0) return;
    const work = this.deferred.get(owner);
    this.deferred.delete(owner);
    work?.();
  }

  commit(): void {
    for (const owner of [...this.deferred.keys()]) this.catchUp(owner);
    this.inverses = null;
  }

  async rollback(): Promise<void> {
    const inverses = this.inverses ?? [];
    this.inverses = null;
    this.deferred.clear();
    this.rollingBack = true;
    try {
      for (const inverse of inverses.reverse()) await inverse();
    } finally {
      this.rollingBack = false;
    }
  }
}
