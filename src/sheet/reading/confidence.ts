/** How sure a reading is. */

/**
 * `sure`: said so. `likely`: what anybody would take it for, told in a line. `doubtful`: a person should look first.
 */
export type Confidence = "sure" | "likely" | "doubtful";

const order: readonly Confidence[] = ["sure", "likely", "doubtful"];

/** Negative where `one` is the surer. */
export function compareConfidence(one: Confidence, other: Confidence): number {
  return order.indexOf(one) - order.indexOf(other);
}

/** The weaker of two confidences. */
export function weaker(one: Confidence, other: Confidence): Confidence {
  return compareConfidence(one, other) > 0 ? one : other;
}
