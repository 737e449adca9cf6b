/** How long work runs before the page gets a turn: typing, scrolling and the cancel button are answered in between. */

export interface Pace {
  /** Milliseconds from any start. */
  now(): number;
  /** Milliseconds of the calendar, to be compared with those of other computers. */
  date(): number;
  /** Lets everything else that waits have its turn. */
  pause(): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

/** Timers of nested pauses are stretched to 4 ms each by browsers; a message is not. */
export const REAL_PACE: Pace = {
  now: () => performance.now(),
  date: () => Date.now(),
  pause: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Well below the 50 ms after which a page feels stuck, on a machine several times slower too. */
const SLICE_MS = 12;

/** Cuts a long loop into slices: call `breathe` after each small piece of work. */
export class Slices {
  private began: number;

  constructor(private readonly pace: Pace) {
    this.began = pace.now();
  }

  /** Starts the slice anew after something else was waited for. */
  restart(): void {
    this.began = this.pace.now();
  }

  async breathe(): Promise<void> {
    if (this.pace.now() - this.began < SLICE_MS) return;
    await this.pace.pause();
    this.began = this.pace.now();
  }
}
