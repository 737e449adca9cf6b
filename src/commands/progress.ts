/** Progress on stderr: in place where a person is watching a terminal, else a line now and then where it takes long. */
import type { Language } from "../words/text";

const ROWS_A_BREATH = 50;
/** From so many rows on a run is long enough to be told of where nobody is seen to watch. */
const LONG = 20_000;
const LINES = 10;

/** Where progress goes: `process.stderr` fits. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export class Progress {
  private done = 0;
  private shown = 0;
  private readonly watched: boolean;
  /** Rows from one message to the next. */
  private readonly every: number;

  constructor(
    private readonly total: number,
    private readonly language: Language,
    private readonly stream: ProgressStream = process.stderr,
  ) {
    this.watched = stream.isTTY === true;
    this.every = this.watched ? 500 : total < LONG ? Infinity : Math.ceil(total / LINES);
  }

  step(): void {
    this.done += 1;
    if (this.done - this.shown < this.every) return;
    this.shown = this.done;
    const text = `${this.language === "zh" ? "已评" : "scored"} ${this.done} / ${this.total}`;
    this.stream.write(this.watched ? `\r${text}` : `${text}\n`);
  }

  /** Now and then lets the process hear that it shall stop; wanted where files are being written meanwhile. */
  async breathe(): Promise<void> {
    if (this.done % ROWS_A_BREATH === 0) await new Promise(setImmediate);
  }

  end(): void {
    if (this.watched && this.shown > 0) this.stream.write("\r\u001b[K");
  }
}
