/**
 * The rules by which a spreadsheet calls a custom function, in one place.
 *
 * A matrix argument arrives as rows of values, a scalar as a value; an argument left out is null on the desktop and undefined elsewhere.
 * An empty cell arrives as 0 in desktop Excel and as null or "" on the web (OfficeDev/office-js issues 1951, 4702 and 5262). Here a blank
 * must never count as 0, so where a 0 came in, the cells it came from are asked whether they are empty. Where they can't be asked, because
 * the argument is an array that Excel computed, the answer is given only if it is the same either way.
 */
import {
  isFailure,
  notKnown,
  valueFailure,
  type BoundRelease,
  type FunctionFailure,
  type FunctionCode,
  type FunctionRecord,
  type FunctionResult,
  type Matrix,
  type ResultCell,
} from "./function-record";
import type { Cell } from "../words/grid";

/**
 * Which cells of a range are empty, in the shape of the range. The address is Excel's, such as `企业名单!A2:K31`. A failed promise means
 * that nobody can tell.
 */
export type ReadBlanks = (address: string) => Promise<readonly (readonly boolean[])[]>;

/** What Excel passes behind the arguments, as far as it is used here. */
export interface Call {
  /** One an argument, where the metadata ask for them; "" or nothing for an argument that is no reference. */
  readonly parameterAddresses?: readonly (string | null | undefined)[] | undefined;
}

const UNSURE_ZERO: FunctionFailure = notKnown(
  "参数里有0，分不清是真的0还是空单元格，而结果因此不同。请直接引用单元格区域（不要先用公式算成数组），或把空着的补上。",
  "An argument holds a 0 that may be an empty cell, and the result depends on which. Refer to the range directly instead of an array computed by a formula, or fill in what is empty.",
);

/** A value as the host passes it, as a cell. What no sheet can hold counts as an error, not as a blank. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "object" && "code" in value && typeof value.code === "string") return { error: value.code };
  if (typeof value === "object" && "error" in value && typeof value.error === "string") return { error: value.error };
  return { error: "#VALUE!" };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function matrixOf(value: unknown): Matrix {
  if (!isList(value)) return [[cellOf(value)]];
  const rows = value.map((row) => (isList(row) ? row.map(cellOf) : [cellOf(row)]));
  return rows.length === 0 || rows[0]?.length === 0 ? [[null]] : rows;
}

/** One block a parameter, whatever the host left out or added. */
function argumentsOf(code: FunctionCode, values: readonly unknown[]): readonly Matrix[] {
  const blocks = code.takes.map((_, index) => matrixOf(values[index]));
  return code.endsWithLastNumber === true ? blocks.map(cutWhole) : blocks;
}

/** Rows and columns of a sheet: a block of so many is a whole column or row. */
const WHOLE = { rows: 1_048_576, columns: 16_384 };

function cutWhole(block: Matrix): Matrix {
  if (block.length === WHOLE.rows) return withoutEnd(block, "column");
  return block[0]?.length === WHOLE.columns ? withoutEnd(block, "row") : block;
}

/** A whole column up to its last row, or a whole row up to its last column, with more than blanks and zeros; the first one at least. */
export function withoutEnd(block: Matrix, whole: "column" | "row"): Matrix {
  if (whole === "column") return block.slice(0, Math.max(block.findLastIndex((row) => row.some(isFilled)) + 1, 1));
  const columns = block.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 1);
  return block.map((row) => row.slice(0, columns));
}

const isFilled = (cell: Cell): boolean => cell !== null && cell !== 0 && cell !== "";

/** Answers of more than a cell can hold, such as an infinite amount, are #NUM! as in Excel's own functions. */
function compute(code: FunctionCode, bound: BoundRelease, matrices: readonly Matrix[]): FunctionResult {
  const result = code.compute(bound, ...matrices);
  if (isFailure(result) || result.every((row) => row.every(isHeld))) return result;
  return result.map((row) => row.map((cell) => (isHeld(cell) ? cell : BEYOND)));
}

const isHeld = (cell: ResultCell): boolean => typeof cell !== "number" || Number.isFinite(cell);

const BEYOND: FunctionFailure = {
  code: "#NUM!",
  message: {
    zh: "算出来的数超过了单元格能存的范围，请核对参数的单位和位数。",
    en: "The result is beyond what a cell can hold; check units and digits of the arguments.",
  },
};

function isUnsure(code: FunctionCode, index: number, matrix: Matrix): boolean {
  // A scalar 0 is an argument left out, see chosenDate and chosenTier.
  return code.takes[index] === "matrix" && matrix.some((row) => row.includes(0));
}

/** The block with those of its zeros as blanks that stand on an empty cell. */
function withBlanks(matrix: Matrix, isEmpty: (row: number, column: number) => boolean): Matrix {
  return matrix.map((cells, row) =>
    cells.includes(0) ? cells.map((cell, column) => (cell === 0 && isEmpty(row, column) ? null : cell)) : cells,
  );
}

/**
 * Computes at once: for hosts that pass empty cells as null. A call with too few arguments is refused.
 * @param unsure which arguments hold zeros that may be empty cells all the same, such as arrays computed by a formula
 */
export function invokeNow(
  record: FunctionRecord,
  bound: BoundRelease,
  values: readonly unknown[],
  unsure: (index: number) => boolean = () => false,
): FunctionResult {
  const missing = record.parameters.find(({ optional }, index) => !optional && index >= values.length);
  if (missing) {
    return valueFailure(
      `还缺参数“${missing.name.zh}”：${missing.description.zh}。`,
      `The argument ${missing.name.en} is missing: ${missing.description.en}.`,
    );
  }
  const matrices = argumentsOf(record, values);
  const open = matrices.flatMap((matrix, index) => (unsure(index) && isUnsure(record, index, matrix) ? [index] : []));
  return computeUnsure(record, bound, matrices, new Set(open));
}

function sameCell(one: ResultCell | undefined, other: ResultCell | undefined): boolean {
  if (isFailure(one) && isFailure(other)) return one.code === other.code;
  return one === other;
}

/** Where zeros may be blanks: what is the same either way. Two errors of one kind are the same, with the message for blanks. */
function agreed(asBlanks: FunctionResult, asZeros: FunctionResult): FunctionResult {
  if (isFailure(asBlanks) || isFailure(asZeros)) {
    return isFailure(asBlanks) && isFailure(asZeros) && asBlanks.code === asZeros.code ? asBlanks : UNSURE_ZERO;
  }
  return asBlanks.map((row, at) =>
    row.map((cell, column) => (sameCell(cell, asZeros[at]?.[column]) ? cell : UNSURE_ZERO)),
  );
}

/** Computes with the zeros at `unsure` arguments of an unknown kind. */
function computeUnsure(
  code: FunctionCode,
  bound: BoundRelease,
  matrices: readonly Matrix[],
  unsure: ReadonlySet<number>,
): FunctionResult {
  if (unsure.size === 0) return compute(code, bound, matrices);
  const blanks = matrices.map((matrix, index) => (unsure.has(index) ? withBlanks(matrix, () => true) : matrix));
  const asBlanks = compute(code, bound, blanks);
  if (code.unsureZero === "blank") return asBlanks;
  return agreed(asBlanks, compute(code, bound, matrices));
}

/**
 * Computes a call as Excel makes it. Only a call with zeros in cells whose address is known waits for `readBlanks`; any other answers at once.
 */
export function invoke(
  code: FunctionCode,
  bound: BoundRelease,
  values: readonly unknown[],
  call: Call | undefined,
  readBlanks: ReadBlanks | null,
): FunctionResult | Promise<FunctionResult> {
  const matrices = argumentsOf(code, values);
  const unsure = new Set(matrices.flatMap((matrix, index) => (isUnsure(code, index, matrix) ? [index] : [])));
  const asked = [...unsure].flatMap((index) => {
    const address = call?.parameterAddresses?.[index];
    return address ? [{ index, address }] : [];
  });
  if (asked.length === 0 || readBlanks === null) return computeUnsure(code, bound, matrices, unsure);
  return Promise.all(
    asked.map(async ({ index, address }) => ({ index, empty: await emptyCells(readBlanks, address) })),
  ).then((answers) => {
    const settled = [...matrices];
    for (const { index, empty } of answers) {
      const matrix = matrices[index];
      // A block of another shape is not the one that was passed: nothing can be told from it. One that was cut begins alike.
      if (!matrix || !empty || !sameShape(empty, values[index])) continue;
      settled[index] = withBlanks(matrix, (row, column) => empty[row]?.[column] === true);
      unsure.delete(index);
    }
    return computeUnsure(code, bound, settled, unsure);
  });
}

function sameShape(block: readonly (readonly unknown[])[], given: unknown): boolean {
  const [rows, columns] = isList(given) ? [given.length, isList(given[0]) ? given[0].length : 1] : [1, 1];
  return block.length === rows && block[0]?.length === columns;
}

async function emptyCells(read: ReadBlanks, address: string): Promise<readonly (readonly boolean[])[] | null> {
  try {
    return await read(address);
  } catch {
    // Excel refuses to read while a cell is being edited: then the zeros stay unsure.
    return null;
  }
}
