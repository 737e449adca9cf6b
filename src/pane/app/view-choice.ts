/** Which view of the pane is open; views, the frame's tabs and the ribbon choose. */
import type { PlaceCode } from "../../language/places";
import { Store } from "./store";

/** Editions of provinces may be named alike: only with the place it is one. */
export interface EditionAddress {
  readonly tier: string;
  readonly edition: string;
  /** Null for the nation's. */
  readonly place: PlaceCode | null;
  /** The condition, group or item to be marked; the whole edition where left out. */
  readonly line?: string;
}

/** A place in the rules, and the view that led there. */
export interface RulePlace extends EditionAddress {
  readonly from?: "diagnosis";
}

export interface ChosenView {
  readonly view: string;
  /** For the rules: where to open them. */
  readonly edition: RulePlace | null;
}

export class ViewChoice extends Store<ChosenView> {
  constructor() {
    super({ view: "score", edition: null });
  }

  choose(view: string, edition: ChosenView["edition"] = null): void {
    this.set({ view, edition });
  }
}
