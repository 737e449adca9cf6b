/** What TIER_MEETS and TIER_ELIGIBLE share: TRUE, FALSE or #N/A for each row. */
import type { Outcome } from "../engine/rows/evaluate";
import type { BatchScores } from "../engine/columns/score-columns";
import { MET, UNMET } from "../engine/rows/test-nodes";
import { OpenRows, type Open } from "./batch-verdicts";
import { chosenDate } from "./chosen-date";
import { chosenPlace } from "./chosen-place";
import { PlacedScores } from "./placed-scores";
import { chosenTier, editionFor } from "./chosen-tier";
import {
  isFailure,
  single,
  type BoundRelease,
  type FunctionResult,
  type Matrix,
  type ResultCell,
} from "./function-record";
import { readRows } from "./rows-given";

/** The tier asked about where a formula names none. */
export const DEFAULT_TIER = "specialized";

export interface VerdictOf {
  readonly pick: (scores: BatchScores) => Uint8Array;
  readonly why: (outcome: Outcome) => Open;
}

export function rowVerdicts(
  bound: BoundRelease,
  [headings, rows, tier, asOf, place]: readonly [Matrix, Matrix, Matrix, Matrix, Matrix],
  { pick, why }: VerdictOf,
): FunctionResult {
  const day = chosenDate(single(asOf), bound.policy);
  if (isFailure(day)) return day;
  const id = chosenTier(single(tier), bound.policy, DEFAULT_TIER);
  if (isFailure(id)) return id;
  const edition = editionFor(id, day, bound.policy);
  if (isFailure(edition)) return edition;
  const where = chosenPlace(single(place), bound.vocabulary);
  if (isFailure(where)) return where;
  const given = readRows(headings, rows, day, bound, { place: where });
  if (isFailure(given)) return given;
  const { reading } = given;
  if (!reading) return given.rows.map((row) => [row.fact === null ? row.answer : ""]);
  const placed = new PlacedScores(reading, day, bound, [id]);
  const open = new OpenRows(reading, day, bound);
  return given.rows.map((row): ResultCell[] => {
    if (row.fact === null) return [row.answer];
    const own = placed.of(id, row.fact);
    const verdict = own === null ? null : pick(own.scores)[row.fact];
    if (verdict === MET) return [true];
    return [verdict === UNMET ? false : open.why(own?.edition ?? edition, row.fact, why)];
  });
}
