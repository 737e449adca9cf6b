/** The drafts that the worker can be asked about: the ones read last. */
import type { Draft } from "../../../authoring/draft";
import type { Purpose } from "../../../policy/rule-set";
import { Refused } from "../refused";

export interface KeptDraft {
  /** The number of the question that read it. */
  readonly id: number;
  readonly draft: Draft;
  readonly purpose: Purpose;
}

/** One that is shown, and one that is being read in its place. */
const KEPT = 2;

export class KeptDrafts {
  private drafts: readonly KeptDraft[] = [];

  add(draft: KeptDraft): void {
    this.drafts = [...this.drafts, draft].slice(-KEPT);
  }

  /** @throws Refused where it is no longer there */
  of(id: number): KeptDraft {
    const kept = this.drafts.find((one) => one.id === id);
    if (kept === undefined)
      throw new Refused(
        {
          zh: "这份草案已经改过，或者窗格重新打开过。请再读一次草案。",
          en: "The draft has been changed since, or the pane was opened anew. Please read the draft again.",
        },
        "gone",
      );
    return kept;
  }
}
