/** Which view of the pane is open; views, the frame's tabs and the ribbon choose. */
import type { PlaceCode } from "../../language/places";

/** Editions of provinces may be named alike: only with the place it is one. */
export interface EditionAddress {
  readonly tier: string;
  readonly edition: string;
  /** Null for the nation's. */
  readonly place: PlaceCode | null;
}

export interface ChosenView {
  readonly view: string;
  /** For the rules: the edition to open at. */
  readonly edition: EditionAddress | null;
}

export class ViewChoice {
  private chosen: ChosenView = { view: "score", edition: null };
  private readonly listeners = new Set<() => void>();

  get current(): ChosenView {
    return this.chosen;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  choose(view: string, edition: ChosenView["edition"] = null): void {
    this.chosen = { view, edition };
    for (const listener of this.listeners) listener();
  }
}
