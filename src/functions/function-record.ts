/** What a custom function is: its texts, its parameters and what it computes. Everything any host needs is made from these records. */
import type { Release } from "../policy/pack-release";
import type { Targets } from "../clusters/targets";
import type { Text } from "../words/text";
import type { Cell } from "../words/grid";
import type { Subsidies } from "../riders/load-subsidies";

/** A block of cells, row by row, never ragged. A single value is a block of one; an argument left out is a block of one blank. */
export type Matrix = readonly (readonly Cell[])[];

/** An Excel error with what happened and what to do. `#VALUE!`: the call is wrong; `#N/A`: not known; `#NUM!`: no such number. */
export interface FunctionFailure {
  readonly code: "#VALUE!" | "#N/A" | "#NUM!";
  readonly message: Text;
}

/** One cell of an answer. A blank is "", never null: Excel shows a 0 for null. */
export type ResultCell = string | number | boolean | FunctionFailure;

/** Rows of an answer; a single answer is a block of one. */
export type ResultMatrix = readonly (readonly ResultCell[])[];

export type FunctionResult = ResultMatrix | FunctionFailure;

export interface FunctionParameter {
  /** Shown in Excel's formula bar; ASCII in the English metadata, the Chinese one in the Chinese. */
  readonly name: Text;
  readonly description: Text;
  readonly type: "any" | "string" | "number" | "boolean";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional: boolean;
}

export interface FunctionExample {
  /** As typed, with its `=`. */
  readonly formula: string;
  readonly shows: Text;
}

/** Computes with one argument a parameter, in their order; those left out are a block of one blank. Pure and synchronous. */
export type Compute = (bound: BoundRelease, ...args: readonly Matrix[]) => FunctionResult;

/** What a spreadsheet needs to call a function. */
export interface FunctionCode {
  /** Fixed for ever: workbooks refer to it. */
  readonly id: string;
  /** Whether each argument is a block of cells or one value; as the parameters say. */
  readonly takes: readonly FunctionParameter["dimensionality"][];
  /**
   * What a 0 stands for where nobody can tell it from an empty cell: `both` tries 0 and blank and gives only answers that agree,
   * `blank` takes it as blank (tables, where a message for each cell would help nobody).
   */
  readonly unsureZero: "both" | "blank";
  /**
   * Set where what is behind the last number of a whole column or row is no member of the list: =ZJTX.HHI(D:D). Only for functions to
   * which a 0 at the end means nothing, since on the desktop a blank there looks like one.
   */
  readonly endsWithLastNumber?: true;
  /** Set where it answers by the rules of tiers, for which a workbook may have a draft. */
  readonly judges?: true;
  readonly compute: Compute;
}

export interface FunctionRecord extends FunctionCode {
  /** What is typed behind `ZJTX.`; the same in every language. */
  readonly name: string;
  readonly description: Text;
  readonly parameters: readonly FunctionParameter[];
  /** Always a matrix: Excel tells only such functions where their arguments stand (see lint-records). */
  readonly result: {
    readonly type: "any" | "string" | "number" | "boolean";
    readonly dimensionality: "scalar" | "matrix";
  };
  /** Paragraphs of the help page. */
  readonly help: readonly Text[];
  readonly examples: readonly FunctionExample[];
}

/** The release as the functions use it. */
export interface BoundRelease extends Release {
  readonly subsidies: Subsidies;
  readonly targets: Targets;
}

export function isFailure(value: unknown): value is FunctionFailure {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

export function valueFailure(zh: string, en: string): FunctionFailure {
  return { code: "#VALUE!", message: { zh, en } };
}

export function notKnown(zh: string, en: string): FunctionFailure {
  return { code: "#N/A", message: { zh, en } };
}

/** The only cell of an argument that takes one value. */
export function single(argument: Matrix): Cell {
  return argument[0]?.[0] ?? null;
}
