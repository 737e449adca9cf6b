/** The first case that holds counts: the code has a bit for each case met. */
import type { PointRange, Scoring } from "../../policy/rule-set";
import type { RowContext } from "../rows/row-context";
import type { PointsNode } from "../rows/score-nodes";
import type { Block } from "./block";
import { caseCodes, lineCaseCodes } from "./case-loops";
import { CodedColumn, placesWhere } from "./coded-column";
import { bindTestColumn, type BlockContext, type CellLine, type TestColumn } from "./test-columns";
import { MAYBE } from "./verdict-loops";

type FirstOf = Extract<Scoring, { kind: "first-of" }>;

/** Points of a code by the case that its highest bit stands for. */
function pointsByCase({ cases, otherwise }: FirstOf): readonly PointRange[] {
  const byRank = [otherwise, ...cases.map(({ points }) => points).reverse()];
  return Array.from({ length: 2 ** cases.length }, (_, code) => byRank[32 - Math.clz32(code)] ?? otherwise);
}

/** True where later cases pay less: the least is then what the first met gives, the most what the first that may be met gives. */
export function isFalling({ cases, otherwise }: FirstOf): boolean {
  const points = [...cases.map((one) => one.points), otherwise];
  return points.every(({ low, high }, index) => {
    const before = points[index - 1];
    return before === undefined || (low <= before.low && high <= before.high);
  });
}

/** Cases of any kind. */
export class FirstOfColumn extends CodedColumn {
  private readonly cases: readonly TestColumn[];
  private readonly verdicts: readonly Uint8Array[];
  private readonly falling: boolean;

  constructor(scoring: FirstOf, node: PointsNode, context: BlockContext) {
    super(pointsByCase(scoring), node, context.row);
    this.cases = scoring.cases.map(({ when }) => bindTestColumn(when, context));
    this.verdicts = this.cases.map(({ verdict }) => verdict);
    this.falling = isFalling(scoring);
  }

  evaluate(block: Block): void {
    const { cases, verdicts, codes, highCodes } = this;
    for (const one of cases) one.evaluate(block);
    caseCodes(verdicts, false, codes, block.count);
    const open = cases.some((one) => one.open);
    this.setOpen(open);
    if (!open) return;
    if (this.falling) {
      caseCodes(verdicts, true, highCodes, block.count);
      return;
    }
    this.ask(
      block,
      placesWhere(block.count, (i) => verdicts.some((verdict) => verdict[i] === MAYBE)),
    );
  }
}

/** Cases each of which asks no more than whether a cell reaches a line. */
export class CellCasesColumn extends CodedColumn {
  private readonly bounded: boolean;

  constructor(
    scoring: FirstOf,
    private readonly cells: readonly CellLine[],
    node: PointsNode,
    row: RowContext,
  ) {
    super(pointsByCase(scoring), node, row);
    this.bounded = cells.some(({ bounded }) => bounded);
  }

  evaluate(block: Block): void {
    const { cells, codes, highCodes } = this;
    for (const { column } of cells) column.evaluate(block);
    const cases = cells.map(({ column, line }) => ({ values: column.values, line }));
    const open = lineCaseCodes(cases, false, codes, block.count);
    this.setOpen(open);
    if (!open) return;
    lineCaseCodes(cases, true, highCodes, block.count);
    if (this.bounded)
      this.ask(
        block,
        placesWhere(block.count, (i) => codes[i] !== highCodes[i]),
      );
  }
}
