/** Which verdicts wait for an answer about doubtful columns: open now, and told apart once the columns count as they stand. */
import { editionsOn } from "../../policy/editions";
import type { Policy } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Vocabulary } from "../../language/vocabulary";
import { serialOfIso } from "../../words/calendar";
import { scoreTiers, type BatchScores } from "../../engine/columns/score-columns";
import type { Doubt } from "../reading/doubts";
import type { SheetReading } from "../reading/read-sheet";
import type { ScoreOptions } from "./row-scorer";

export interface WaitingVerdicts {
  /** Enterprises with at least one verdict that waits. */
  readonly enterprises: number;
  /** Tiers with the enterprises whose verdict waits, those with most first; none without. */
  readonly tiers: readonly { readonly tier: string; readonly name: Text; readonly enterprises: number }[];
  /** By doubt, in the order of the reading: enterprises whose verdict waits for this answer even if all others were given. */
  readonly byDoubt: readonly number[];
}

/** More questions than that are not told apart: nobody answers them one by one. */
const MOST_DOUBTS = 20;

function differences(
  one: readonly BatchScores[],
  other: readonly BatchScores[],
): { rows: Set<number>; tiers: number[] } {
  const rows = new Set<number>();
  const tiers = one.map(({ status }, tier) => {
    const beside = other[tier]?.status ?? status;
    let count = 0;
    for (let row = 0; row < status.length; row += 1) {
      if (status[row] === beside[row]) continue;
      rows.add(row);
      count += 1;
    }
    return count;
  });
  return { rows, tiers };
}

/** Scores by columns: without the doubtful ones, with all of them, and with all but each. Null where nothing is doubtful. */
export function waitingVerdicts(
  reading: SheetReading,
  policy: Policy,
  vocabulary: Vocabulary,
  { asOf, purpose, assumeGeneral }: Pick<ScoreOptions, "asOf" | "purpose" | "assumeGeneral">,
): WaitingVerdicts | null {
  const { doubts } = reading;
  const day = serialOfIso(asOf);
  if (doubts.length === 0 || day === null) return null;
  const editions = editionsOn(policy, asOf, purpose);
  const requirements = editions.map(({ forPurpose }) => forPurpose[purpose]);
  const scores = ({ facts, t }: SheetReading): readonly BatchScores[] =>
    scoreTiers(requirements, facts, vocabulary, { asOf: day, t, assumeGeneral });
  const answered = scores(reading.confirming(doubts));
  const { rows, tiers } = differences(scores(reading), answered);
  const without = (doubt: Doubt): number => {
    if (doubts.length === 1) return rows.size;
    const others = reading.confirming(doubts.filter((one) => one !== doubt));
    return differences(scores(others), answered).rows.size;
  };
  return {
    enterprises: rows.size,
    tiers: editions
      .flatMap(({ tier, name }, at) => ((tiers[at] ?? 0) > 0 ? [{ tier, name, enterprises: tiers[at] ?? 0 }] : []))
      .sort((one, other) => other.enterprises - one.enterprises),
    byDoubt: doubts.length > MOST_DOUBTS ? doubts.map(() => rows.size) : doubts.map(without),
  };
}

/** How many columns, which, and what waits for them: 3 列请先确认：…；确认前 41 家的“专精特新中小企业”结论待定. */
export function waitingText({ doubts }: Pick<SheetReading, "doubts">, waiting: WaitingVerdicts | null): Text {
  const most = 5;
  const named = doubts.slice(0, most).map(({ heading, cells }) => ({ heading, cell: cells[0] ?? "" }));
  const rest = doubts.length > most;
  const tiers = waiting?.tiers.slice(0, 3) ?? [];
  return {
    zh:
      `${doubts.length} 列请先确认：${named.map(({ heading, cell }) => `“${heading}”（${cell}）`).join("、")}${rest ? " 等" : ""}` +
      (tiers.length === 0
        ? ""
        : `；确认前${tiers.map(({ name, enterprises }) => ` ${enterprises} 家的“${name.zh}”`).join("、")}结论待定`),
    en:
      `${doubts.length} columns to confirm first: ${named.map(({ heading, cell }) => `${heading} (${cell})`).join(", ")}${rest ? ", …" : ""}` +
      (tiers.length === 0
        ? ""
        : `; until then open: ${tiers.map(({ name, enterprises }) => `${name.en} of ${enterprises}`).join(", ")}`),
  };
}
