/** What keeps an answer open: cells that are blank, and what no cell can tell. */

/**
 * Why a figure can't be had: `no-base`: growth is asked for and its base is 0 or negative; `before-founding`: the enterprise was not
 * founded yet in its year.
 */
export type Beyond = "no-base" | "before-founding";

/** A figure that keeps an answer open and that nobody can fill in, or that says nothing as it stands. */
export interface Untold {
  readonly slot: string;
  readonly reason: Beyond;
}

export class Openings {
  /** Slots to be filled in. */
  readonly missing = new Set<string>();
  private readonly beyond = new Map<string, Untold>();

  /** Slots that are no use asking for, each with the reason. */
  get untold(): readonly Untold[] {
    return [...this.beyond.values()];
  }

  get isEmpty(): boolean {
    return this.missing.size === 0 && this.beyond.size === 0;
  }

  ask(slot: string): void {
    this.missing.add(slot);
  }

  cannotTell(slot: string, reason: Beyond): void {
    this.beyond.set(`${slot} ${reason}`, { slot, reason });
  }

  slots(): readonly string[] {
    return [...this.missing, ...this.untold.map(({ slot }) => slot)];
  }
}
