/**
 * Times contenders in turn (a, b, c, a, b, c …), so that whatever else the machine does hits all of them alike, and compares each
 * round's times with the same round's.
 */

export interface Contender {
  readonly name: string;
  /** Rows one call works through; a slow contender may take fewer than the others. */
  readonly rows: number;
  readonly run: () => void | Promise<void>;
}

export interface Timing {
  readonly name: string;
  readonly rows: number;
  /** Median of the rounds. */
  readonly rowsPerSecond: number;
  /** Rows a second as a multiple of the first contender's, median of the rounds. */
  readonly ratio: number;
  /** Lowest and highest ratio of any round. */
  readonly spread: readonly [number, number];
}

/** A round works on each contender at least this long, so that the clock's grain does not count. Milliseconds. */
const LEAST = 60;

/** @param rounds how often each contender is timed; one more round before them warms up and does not count */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<readonly Timing[]> {
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const rate = await rateOf(contender);
      if (round > 0) rates[index]?.push(rate);
    }
  }
  const base = rates[0] ?? [];
  return contenders.map(({ name, rows }, index) => {
    const own = rates[index] ?? [];
    const ratios = own.map((rate, round) => rate / (base[round] ?? NaN));
    return {
      name,
      rows,
      rowsPerSecond: median(own),
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
    };
  });
}

async function rateOf({ rows, run }: Contender): Promise<number> {
  const begun = performance.now();
  let calls = 0;
  let spent = 0;
  while (spent < LEAST) {
    const running = run();
    // Awaiting nothing would still cost a turn of the event loop.
    if (running) await running;
    calls += 1;
    spent = performance.now() - begun;
  }
  return (calls * rows * 1000) / spent;
}

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}
