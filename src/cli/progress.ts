/** Progress on stderr, only where a person is watching a terminal. */
import type { Language } from "../words/text";

const ROWS_A_BREATH = 50;

export class Progress {
  private done = 0;
  private shown = 0;
  private readonly watched = process.stderr.isTTY;

  constructor(
    private readonly total: number,
    private readonly language: Language,
  ) {}

  step(): void {
    this.done += 1;
    if (!this.watched || this.done - this.shown < 500) return;
    this.shown = this.done;
    const word = this.language === "zh" ? "已评" : "scored";
    process.stderr.write(`\r${word} ${this.done} / ${this.total}`);
  }

  /** Now and then lets the process hear that it shall stop; wanted where files are being written meanwhile. */
  async breathe(): Promise<void> {
    if (this.done % ROWS_A_BREATH === 0) await new Promise(setImmediate);
  }

  end(): void {
    if (this.shown > 0) process.stderr.write("\r\u001b[K");
  }
}
