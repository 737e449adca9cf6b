/** What TIER_GAPS and TIER_PLAN start from: one enterprise on its ladder and the tier that is asked about. */
import type { RuleSet } from "../policy/rule-set";
import type { Outcome } from "../engine/rows/evaluate";
import { Ladder } from "../engine/rows/ladder";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { chosenDate } from "./chosen-date";
import { chosenPlace } from "./chosen-place";
import { chosenTier, editionFor, isLeftOut, noRungs } from "./chosen-tier";
import {
  isFailure,
  single,
  type BoundRelease,
  type FunctionFailure,
  type Matrix,
  type ResultCell,
} from "./function-record";
import { onlyRow, readRows } from "./rows-given";

export interface OneEnterprise {
  readonly reading: SheetReading;
  readonly ladder: Ladder;
  readonly fact: number;
  readonly edition: RuleSet;
  readonly outcome: Outcome;
}

/** `top` where no tier is named and the enterprise has none above it; a cell where the row is blank or no enterprise. */
export type Asked =
  | { readonly kind: "enterprise"; readonly one: OneEnterprise }
  | { readonly kind: "top" }
  | { readonly kind: "answer"; readonly answer: ResultCell };

function answer(cell: ResultCell): Asked {
  return { kind: "answer", answer: cell };
}

export function oneEnterprise(
  bound: BoundRelease,
  [headings, row, tier, asOf, place]: readonly [Matrix, Matrix, Matrix, Matrix, Matrix],
): Asked {
  const { policy, vocabulary } = bound;
  const day = chosenDate(single(asOf), policy);
  if (isFailure(day)) return answer(day);
  const named = isLeftOut(single(tier)) ? null : editionNamed(bound, tier, day);
  if (named !== null && isFailure(named)) return answer(named);
  const where = chosenPlace(single(place), vocabulary);
  if (isFailure(where)) return answer(where);
  const given = readRows(headings, row, day, bound, { place: where });
  if (isFailure(given)) return answer(given);
  const only = onlyRow(given);
  if (typeof only !== "object" || isFailure(only)) return answer(only);
  const { reading, fact } = only;
  const ladder = new Ladder(policy, vocabulary, reading.facts, {
    asOf: day,
    purpose: "new",
    t: reading.t,
    assumeGeneral: true,
  });
  if (named === null && ladder.rungTiers.length === 0) return answer(noRungs(day, policy));
  const scores = ladder.score(fact);
  const edition =
    (named === null ? null : ladder.edition(named.tier, fact)) ??
    (scores.next === null ? undefined : ladder.edition(scores.next, fact));
  if (!edition) return { kind: "top" };
  const outcome = scores.outcomes.get(edition.tier);
  if (!outcome) throw new Error(`the ladder scores every tier in force, but not ${edition.tier}`);
  return { kind: "enterprise", one: { reading, ladder, fact, edition, outcome } };
}

function editionNamed({ policy }: BoundRelease, tier: Matrix, day: string): RuleSet | FunctionFailure {
  const id = chosenTier(single(tier), policy, "");
  return isFailure(id) ? id : editionFor(id, day, policy);
}
