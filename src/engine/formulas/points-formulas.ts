/**
 * The points of an item as two columns: the least and the most it can come to. They follow engine/rows/score-nodes: the first step that
 * surely holds gives the least, the first that may hold gives the most. Steps stand best first, which is checked here.
 */
import type { Band, PointRange, ScoreItem, Scoring } from "../../policy/rule-set";
import { slot } from "../../language/vocabulary";
import { choose, blank } from "./formula-parts";
import { NotNative } from "./not-native";
import type { NativeInputs } from "./native-inputs";
import type { ColumnDraft } from "./native-table";
import type { Ends, TestFormulas } from "./test-formulas";
import type { Quantity, Relation } from "../../language/tree";

export interface PointCells {
  readonly low: string;
  readonly high: string;
}

/** What the columns of an item need from the table. */
export interface PointColumns {
  readonly inputs: NativeInputs;
  /** Opens the two columns of an item or a part of it. */
  open(item: ScoreItem, part: string): { readonly low: ColumnDraft; readonly high: ColumnDraft };
  /** Tests whose lines stand above a column. */
  tests(column: ColumnDraft, item: ScoreItem): TestFormulas;
  /** A threshold of a banded value above a column. */
  cut(
    column: ColumnDraft,
    item: ScoreItem,
    value: Quantity,
    relation: Relation,
    cut: number,
  ): { cell: string; value: number };
  /** Points above a column. */
  points(column: ColumnDraft, item: ScoreItem, points: number): string;
}

interface Step {
  readonly ends: Ends;
  readonly low: string;
  readonly high: string;
}

/** Adds the columns of an item and gives the cells of its points. */
export function pointsOf(item: ScoreItem, columns: PointColumns): PointCells {
  return columnsOf(item.scoring, item, "", columns);
}

function columnsOf(scoring: Scoring, item: ScoreItem, part: string, columns: PointColumns): PointCells {
  switch (scoring.kind) {
    case "bands":
      checkOrder([...scoring.bands.map(({ points }) => points), scoring.otherwise]);
      return steps(item, part, columns, scoring.otherwise, (column) => {
        const tests = columns.tests(column, item);
        return scoring.bands.map(({ relation, cut, points }: Band) => {
          const line = columns.cut(column, item, scoring.value, relation, cut);
          return { ends: tests.compare(scoring.value, relation, line), points };
        });
      });
    case "first-of":
      checkOrder([...scoring.cases.map(({ points }) => points), scoring.otherwise]);
      return steps(item, part, columns, scoring.otherwise, (column) => {
        const tests = columns.tests(column, item);
        return scoring.cases.map(({ when, points }) => ({ ends: tests.test(when), points }));
      });
    case "better-of": {
      const options = scoring.options.map((option, index) => columnsOf(option, item, `${part}${index + 1}`, columns));
      return pair(item, part, columns, (end) => `MAX(${options.map((option) => option[end]).join(",")})`);
    }
    case "parts": {
      const parts = scoring.items.map((one) => columnsOf(one.scoring, one, "", columns));
      return pair(item, part, columns, (end) => `MIN(SUM(${parts.map((one) => one[end]).join(",")}),${scoring.max})`);
    }
    case "mark": {
      const { fallback, max, field } = scoring;
      const without = fallback === null ? null : columnsOf(fallback, item, `${part}*`, columns);
      const mark = columns.inputs.cell(slot(field));
      return pair(item, part, columns, (end) =>
        choose(blank(mark), without?.[end] ?? (end === "low" ? "0" : String(max)), `MIN(MAX(${mark},0),${max})`),
      );
    }
  }
}

function pair(
  item: ScoreItem,
  part: string,
  columns: PointColumns,
  formula: (end: "low" | "high") => string,
): PointCells {
  const { low, high } = columns.open(item, part);
  low.formula = formula("low");
  high.formula = formula("high");
  return { low: low.cell, high: high.cell };
}

function steps(
  item: ScoreItem,
  part: string,
  columns: PointColumns,
  otherwise: PointRange,
  make: (column: ColumnDraft) => readonly { readonly ends: Ends; readonly points: PointRange }[],
): PointCells {
  const { low, high } = columns.open(item, part);
  const points = (range: PointRange): { low: string; high: string } => {
    const least = columns.points(low, item, range.low);
    return { low: least, high: range.high === range.low ? least : columns.points(low, item, range.high) };
  };
  const all = make(low).map(({ ends, points: range }): Step => ({ ends, ...points(range) }));
  const last = points(otherwise);
  low.formula = all.reduceRight((rest, step) => choose(step.ends.sure, step.low, rest), last.low);
  high.formula = all.reduceRight((rest, step) => choose(step.ends.possible, step.high, rest), last.high);
  return { low: low.cell, high: high.cell };
}

function checkOrder(ranges: readonly PointRange[]): void {
  ranges.forEach((range, index) => {
    const before = ranges[index - 1];
    if (before && (range.low > before.low || range.high > before.high))
      throw new NotNative("steps of points that do not stand best first");
  });
}
