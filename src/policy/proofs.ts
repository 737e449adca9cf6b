/**
 * What only an engine can say of rules while they are loaded. The loader stands below every engine and is handed this from above, so that
 * a wrong rule is still refused with its file and line.
 */
import type { Test } from "../language/tree";
import type { Vocabulary } from "../language/vocabulary";
import type { Example, Requirements } from "./rule-set";

/** Where an example comes out otherwise than it expects; `path` leads there from its `expect`. */
export interface Departure {
  readonly path: readonly string[];
  readonly actual: string;
  readonly expected: string;
}

export interface Proofs {
  /** Whether no values at all meet a test. */
  cannotHold(test: Test, vocabulary: Vocabulary): boolean;
  /** Empty where the example comes out as it says. */
  departures(example: Example, requirements: Requirements, vocabulary: Vocabulary): readonly Departure[];
}
