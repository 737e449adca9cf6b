/**
 * How the pane, which can read a draft of rules, tells the formulas of its workbook what they judge by. They may be in another bundle or
 * another frame, so it is plain data, handed to a function of the window that holds them.
 */
import { unpackRelease } from "../policy/pack-release";
import type { Text } from "../words/text";
import type { RulesSaid } from "./rules-in-use";

export type HandedRules =
  | { readonly kind: "released" }
  /** @property packed the release with the draft in it, as `packRelease` writes it */
  | { readonly kind: "draft"; readonly packed: string }
  | { readonly kind: "refused"; readonly message: Text };

declare global {
  interface Window {
    /** Tells the formulas that this window holds. */
    zjtxRules?: (handed: HandedRules) => void;
  }
}

/** What is handed over, as the formulas take it. */
export function rulesSaid(handed: HandedRules): RulesSaid {
  return handed.kind === "draft" ? { kind: "draft", policy: unpackRelease(handed.packed).policy } : handed;
}

/** Where the workbook keeps how it is scored, its draft in use among it. */
export const SETTINGS_KEY = "zjtx.scoring";

/** Whether what is kept there says that a draft is in use. Anybody may have edited it. */
export function saysDraft(kept: unknown): boolean {
  return typeof kept === "object" && kept !== null && "draft" in kept && kept.draft !== null;
}
