/** What it takes to undo a batch of changes: the inverse of each, run backwards. */
type Inverse = () => void | Promise<void>;

export class Journal {
  private inverses: Inverse[] | null = null;
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

  commit(): void {
    this.inverses = null;
  }

  async rollback(): Promise<void> {
    const inverses = this.inverses ?? [];
    this.inverses = null;
    this.rollingBack = true;
    try {
      for (const inverse of inverses.reverse()) await inverse();
    } finally {
      this.rollingBack = false;
    }
  }
}
