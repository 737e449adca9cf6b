/**
 * Parts of blocks in which a property is the same for all cells. Excel answers null for a block whose cells differ, so such a block is
 * halved until it has one answer: a column of 30,000 equal cells costs one question.
 */
import type { CellRange } from "../../words/grid";
import type { Steps } from "../connection";
import { columnsOf, rangeAt, rowsOf } from "../places";
import { throwIfCancelled } from "../trouble";
import { cellsOf, type SheetRange } from "./sheet-ranges";

export interface UniformPart extends SheetRange {
  readonly value: boolean;
}

/** Questions of one request; an answer takes some hundred bytes. */
const QUESTIONS = 1000;

export interface Property {
  /** Queues the loading of the property, and gives the way to read it. */
  readonly ask: (range: Excel.Range) => () => boolean | null;
  /** Stands for a single cell of which Excel says nothing. */
  readonly otherwise: boolean;
}

export async function uniformParts(
  steps: Steps,
  blocks: readonly SheetRange[],
  { ask, otherwise }: Property,
  signal?: AbortSignal,
): Promise<readonly UniformPart[]> {
  const parts: UniformPart[] = [];
  const waiting = [...blocks];
  while (waiting.length > 0) {
    throwIfCancelled(signal);
    const asked = waiting.splice(0, QUESTIONS);
    const answers = await steps.step(({ workbook }) =>
      asked.map(({ sheet, range }) => ask(rangeAt(workbook.worksheets.getItem(sheet), range))),
    );
    for (const [index, one] of asked.entries()) {
      const value = answers[index]?.() ?? null;
      if (value !== null || cellsOf(one.range) === 1) parts.push({ ...one, value: value ?? otherwise });
      else for (const range of halves(one.range)) waiting.push({ sheet: one.sheet, range });
    }
  }
  return parts;
}

function halves(range: CellRange): readonly CellRange[] {
  const { top, left, bottom, right } = range;
  if (rowsOf(range) >= columnsOf(range)) {
    const middle = (top + bottom) >> 1;
    return [
      { ...range, bottom: middle },
      { ...range, top: middle + 1 },
    ];
  }
  const middle = (left + right) >> 1;
  return [
    { ...range, right: middle },
    { ...range, left: middle + 1 },
  ];
}
