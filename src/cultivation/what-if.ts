/**
 * What would the verdicts be if some cells of a row said something else? Cells are written as in the sheet (its units, its yes and no,
 * its dates), read by the sheet's own reader, and scored against every tier. The reading itself is never touched.
 */
import type { Verdict } from "../policy/rule-set";
import { allSlots, slot, type Field, type Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import { FactColumns, type Facts } from "../engine/facts";
import type { PointInterval } from "../engine/rows/evaluate";
import { Ladder, type RowScores } from "../engine/rows/ladder";
import { CellWords } from "../sheet/reading/cell-words";
import { cellText, type Cell } from "../words/grid";
import { IndustryCodes } from "../sheet/reading/industry-codes";
import { unreadableReason } from "../sheet/reading/cell-messages";
import { fillPartsOfZero } from "../sheet/reading/parts-of-wholes";
import { readColumn } from "../sheet/reading/read-column";
import type { CultivationContext } from "./context";

/** Slot -> the cell as one would type it into the sheet; null empties it. */
export type WhatIfEdits = ReadonlyMap<string, Cell>;

export interface VerdictMove {
  readonly tier: string;
  readonly name: Text;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly eligibleBefore: Verdict;
  readonly eligibleAfter: Verdict;
  readonly scoreBefore: PointInterval | null;
  readonly scoreAfter: PointInterval | null;
  readonly moved: boolean;
}

export interface WhatIf {
  readonly kind: "scored";
  readonly scores: RowScores;
  /** Every tier in force, ladder first; `moved` where anything changed. */
  readonly moves: readonly VerdictMove[];
  readonly highestBefore: string | null;
  readonly highestAfter: string | null;
  /** The row with the edits, to be diagnosed or planned further. */
  readonly facts: FactColumns;
}

export interface WhatIfRefusal {
  readonly kind: "refused";
  /** One an edit that could not be read. */
  readonly problems: readonly { readonly slot: string; readonly message: Text }[];
}

/**
 * Rescores a row with edits.
 *
 * A part of a whole that the reader took as 0 because the whole is 0 follows the whole: where the whole is edited away from 0, the part
 * is unknown again, to be filled in.
 */
export function whatIf(
  { policy, vocabulary, reading, judgement }: Omit<CultivationContext, "cultivation">,
  row: number,
  edits: WhatIfEdits,
): WhatIf | WhatIfRefusal {
  const problems: { slot: string; message: Text }[] = [];
  const words = new CellWords(vocabulary.words);
  const codes = new IndustryCodes(vocabulary);
  const values = new Map<string, number>();
  for (const [key, cell] of edits) {
    const field = fieldOfSlot(key, vocabulary);
    if (!field) {
      problems.push({ slot: key, message: { zh: `没有“${key}”这一栏。`, en: `There is no column ${key}.` } });
      continue;
    }
    const mapping = reading.columns.find(
      (one) => one.use === "read" && one.field !== null && slot(one.field, one.back) === key,
    );
    const grid = { sheet: reading.sheet, rows: [[cell]], merges: [], hiddenRows: new Set<number>() };
    const { values: read, troubles } = readColumn(grid, [0], { column: 0, factor: mapping?.factor ?? 1 }, field, {
      words,
      codes,
    });
    const [trouble] = troubles;
    if (trouble) {
      const heading = mapping?.heading ?? field.name.zh;
      const message = unreadableReason(reading.rowNumbers[row] ?? 0, heading, cellText(cell), trouble.refusal);
      problems.push({ slot: key, message });
    } else values.set(key, read[0] ?? NaN);
  }
  if (problems.length > 0) return { kind: "refused", problems };

  const ladderOf = (facts: Facts): Ladder => {
    const { asOf, purpose, assumeGeneral } = judgement;
    return new Ladder(policy, vocabulary, facts, { asOf, purpose, t: reading.t, assumeGeneral });
  };
  const before = ladderOf(oneRow(reading.facts, row, vocabulary));
  const facts = edited(reading.facts, row, values, vocabulary);
  const after = ladderOf(facts);
  const scoresBefore = before.score(0);
  const scores = after.score(0);
  return {
    kind: "scored",
    scores,
    moves: after.editions.flatMap(({ tier, name }): VerdictMove[] => {
      const old = scoresBefore.outcomes.get(tier);
      const now = scores.outcomes.get(tier);
      if (!old || !now) return [];
      const moved =
        old.status !== now.status ||
        old.eligible !== now.eligible ||
        old.score?.lo !== now.score?.lo ||
        old.score?.hi !== now.score?.hi;
      return [
        {
          tier,
          name,
          before: old.status,
          after: now.status,
          eligibleBefore: old.eligible,
          eligibleAfter: now.eligible,
          scoreBefore: old.score,
          scoreAfter: now.score,
          moved,
        },
      ];
    }),
    highestBefore: scoresBefore.highest,
    highestAfter: scores.highest,
    facts,
  };
}

function fieldOfSlot(key: string, vocabulary: Vocabulary): Field | undefined {
  const [, id = "", back = "0"] = /^(\w+?)(?:\[t-(\d)\])?$/.exec(key) ?? [];
  const field = vocabulary.fields.get(id);
  return field && Number(back) < field.periods && field.of === "enterprise" ? field : undefined;
}

function cellsOf(facts: Facts, row: number, vocabulary: Vocabulary): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  for (const key of allSlots(vocabulary, "enterprise")) {
    const column = facts.column(key);
    if (column) columns.set(key, Float64Array.of(column[row] ?? NaN));
  }
  return columns;
}

function oneRow(facts: Facts, row: number, vocabulary: Vocabulary): FactColumns {
  return new FactColumns(1, cellsOf(facts, row, vocabulary));
}

function edited(facts: Facts, row: number, edits: ReadonlyMap<string, number>, vocabulary: Vocabulary): FactColumns {
  const columns = cellsOf(facts, row, vocabulary);
  for (const [key, value] of edits) columns.set(key, Float64Array.of(value));
  // Parts that were 0 beside a whole of 0, through parts of parts.
  for (let changed = true; changed;) {
    changed = false;
    for (const part of vocabulary.fields.values()) {
      const whole = part.partOf === null ? undefined : vocabulary.fields.get(part.partOf);
      if (!whole) continue;
      for (let back = 0; back < Math.min(part.periods, whole.periods); back += 1) {
        const [key, over] = [slot(part.id, back), slot(whole.id, back)];
        const cell = columns.get(key);
        const freed = facts.column(over)?.[row] === 0 && columns.get(over)?.[0] !== 0;
        if (!cell || !freed || edits.has(key) || cell[0] !== 0) continue;
        cell[0] = NaN;
        changed = true;
      }
    }
  }
  fillPartsOfZero(vocabulary, columns);
  return new FactColumns(1, columns);
}
