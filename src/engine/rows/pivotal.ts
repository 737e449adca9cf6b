/**
 * Which items of a score could still decide whether a line is reached. An open item matters only if the others can land where its
 * points make the difference: with 58 points certain and a line of 60, an open item of 0 or 1 point is idle beside one of 0 or 5.
 */
import type { Line } from "../../policy/rule-set";
import { asPoints } from "../as-points";

/** The points an item can still come to, in any order; one number where it is settled. */
export type PossiblePoints = readonly number[];

/** For each item, whether some outcome of the others leaves the sum short with its least points and at the line with its most. */
export function pivotalItems(items: readonly PossiblePoints[], line: Line): boolean[] {
  const spans = items.map(spanOf);
  const low = total(spans.map(({ least }) => least));
  const high = total(spans.map(({ most }) => most));
  return items.map((own, index) => {
    const span = spans[index];
    if (span === undefined || own.length < 2) return false;
    const decides = (others: number): boolean =>
      !reachesLine(others + span.least, line) && reachesLine(others + span.most, line);
    const least = low - span.least;
    const most = high - span.most;
    if (decides(least) || decides(most)) return true;
    if (reachesLine(least + span.least, line) || !reachesLine(most + span.most, line)) return false;
    // Raising the others one level at a time leads from their least to their most sum. No step is wider than the widest gap between
    // two levels, so a window at least that wide cannot be stepped over.
    const others = spans.filter((_, position) => position !== index);
    if (span.most - span.least >= Math.max(0, ...others.map(({ gap }) => gap))) return true;
    return items
      .filter((_, position) => position !== index)
      .reduce(sums, [0])
      .some(decides);
  });
}

function spanOf(points: PossiblePoints): { least: number; most: number; gap: number } {
  const sorted = [...points].sort((a, b) => a - b);
  let gap = 0;
  for (let i = 1; i < sorted.length; i += 1) gap = Math.max(gap, (sorted[i] ?? 0) - (sorted[i - 1] ?? 0));
  return { least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, gap };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function reachesLine(sum: number, { relation, points: line }: Line): boolean {
  const points = asPoints(sum);
  return relation === ">" ? points > line : points >= line;
}

/** Every sum of one of the first and one of the second. */
export function sums(first: PossiblePoints, second: PossiblePoints): PossiblePoints {
  const [only] = second;
  if (second.length === 1 && only !== undefined) return first.map((points) => points + only);
  return [...new Set(first.flatMap((a) => second.map((b) => a + b)))];
}
