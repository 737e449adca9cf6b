/** What the row path proves of rules for the loader: that a test can hold, and that the examples of a rule set come out as they say. */
import type { Vocabulary } from "../../language/vocabulary";
import type { Departure, Proofs } from "../../policy/proofs";
import type { Example, Requirements } from "../../policy/rule-set";
import { serialOfIso } from "../../words/calendar";
import { FactColumns } from "../facts";
import { Scorer, type Outcome } from "./evaluate";
import { cannotHold } from "./satisfiable";

export const PROOFS: Proofs = { cannotHold, departures };

/** The example's outcome; its last fiscal year is the one before its day. */
function outcomeOf({ given, asOf }: Example, requirements: Requirements, vocabulary: Vocabulary): Outcome {
  const serial = serialOfIso(asOf);
  if (serial === null) throw new RangeError(`an example's as_of must be a day, got "${asOf}"`);
  const options = { asOf: serial, t: Number(asOf.slice(0, 4)) - 1 };
  return new Scorer(requirements, FactColumns.fromRecord(given), vocabulary, options).evaluate(0);
}

function departures(example: Example, requirements: Requirements, vocabulary: Vocabulary): readonly Departure[] {
  const { expect: wanted } = example;
  const { status, eligible, score, groups, route, unmet, missing } = outcomeOf(example, requirements, vocabulary);
  const found: Departure[] = [];
  const compare = (path: readonly string[], actual: unknown, expected: unknown): void => {
    if (expected === undefined) return;
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) found.push({ path, actual: is, expected: should });
  };
  compare(["status"], status, wanted.status);
  compare(["eligible"], eligible, wanted.eligible);
  compare(["score"], settled(score), wanted.score);
  compare(["scoreRange"], score ? [score.lo, score.hi] : null, wanted.scoreRange);
  compare(["route"], route, wanted.route);
  compare(["unmet"], [...unmet].sort(), wanted.unmet && [...wanted.unmet].sort());
  compare(["missing"], fieldsOf(missing), wanted.missing && fieldsOf(wanted.missing));
  for (const [id, points] of Object.entries(wanted.groups ?? {}))
    compare(["groups", id], settled(groups.find((group) => group.id === id) ?? null), points);
  return found;
}

/** Points that are no range any more. */
function settled(points: { readonly lo: number; readonly hi: number } | null): number | null {
  return points && points.lo === points.hi ? points.lo : null;
}

/** Examples name missing fields, whatever their year. */
function fieldsOf(slots: readonly string[]): readonly string[] {
  return [...new Set(slots.map((key) => key.replace(/\[t-\d\]$/, "")))].sort();
}
