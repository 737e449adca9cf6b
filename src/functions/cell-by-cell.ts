/** Functions that answer each cell by itself: arguments of one shape, where a single value, row or column stands for every cell along it. */
import type { Cell } from "../words/grid";
import {
  valueFailure,
  type FunctionFailure,
  type FunctionResult,
  type Matrix,
  type ResultCell,
} from "./function-record";

/** The shape of the answer: every argument is a single value or agrees with the others, down and across. */
function commonShape(
  matrices: readonly Matrix[],
): { readonly rows: number; readonly columns: number } | FunctionFailure {
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 1));
  const fits = (size: number, whole: number): boolean => size === 1 || size === whole;
  if (matrices.every((matrix) => fits(matrix.length, rows) && fits(matrix[0]?.length ?? 1, columns))) {
    return { rows, columns };
  }
  const shapes = matrices.map((matrix) => `${matrix.length}×${matrix[0]?.length ?? 1}`).join("、");
  return valueFailure(
    `几个参数的大小对不上（${shapes}）。请选同样多的行，或者只给一个值。`,
    `The arguments differ in size (${shapes}). Give the same number of rows, or a single value.`,
  );
}

/** The cell of an argument that stands at a row and column of the answer. */
export function cellFor(matrix: Matrix, row: number, column: number): Cell {
  const cells = matrix[matrix.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column] ?? null;
}

/** Answers every cell; `answer` gets one cell of each argument, in their order. Arguments of different sizes are a failure. */
export function cellByCell(given: readonly Matrix[], answer: (cells: readonly Cell[]) => ResultCell): FunctionResult {
  const shape = commonShape(given);
  if ("code" in shape) return shape;
  return Array.from({ length: shape.rows }, (_, row) =>
    Array.from({ length: shape.columns }, (__, column) => answer(given.map((matrix) => cellFor(matrix, row, column)))),
  );
}
