/** One call made both ways: as Excel calls our functions and as WPS does, from the same cells. */
import { RulesInUse } from "../../../src/functions/rules-in-use";
import { associateFunctions } from "../../../src/functions/associate";
import { NAMESPACE, RECORDS } from "../../../src/functions/records";
import { registerFunctions, type WpsFunctionCode } from "../../../src/wps/functions/register-functions";
import { recordOf, release } from "../../functions/sample-sheet";

/** What WPS passes for an argument left out. */
export const LEFT_OUT = -2147352572;

type ExcelFunction = (...given: readonly unknown[]) => unknown;

class ExcelError {
  constructor(
    readonly code: string,
    readonly message = "",
  ) {}
}

const inExcel = new Map<string, ExcelFunction>();
export const inWps = new Map<string, WpsFunctionCode>();

/** The block whose cells Excel's shim asks for, by the address it is passed. */
const asked = new Map<string, readonly (readonly unknown[])[]>();

/** What the workbook in front says of drafts of rules. */
export const draft = { inUse: false };

/** Registers all functions with both. */
export function registerBoth(): void {
  Object.assign(globalThis, {
    CustomFunctions: {
      associate: (id: string, code: ExcelFunction) => inExcel.set(id, code),
      Error: ExcelError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    },
  });
  const readBlanks = (address: string): Promise<boolean[][]> =>
    Promise.resolve((asked.get(address) ?? []).map((row) => row.map((cell) => cell === null || cell === "")));
  associateFunctions(new RulesInUse(release), readBlanks, "zh");
  registerFunctions(
    { AddCustomFunction: (namespace, name, code) => void inWps.set(`${namespace}.${name}`, code) },
    NAMESPACE,
    RECORDS,
    release,
    () => draft.inUse,
  );
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const errorOf = (cell: unknown): string | null =>
  typeof cell === "object" && cell !== null && "code" in cell
    ? String(cell.code)
    : typeof cell === "object" && cell !== null && "error" in cell
      ? String(cell.error)
      : null;

/** Numbers of errors in Excel's automation, which WPS shares. */
const NUMBERS: Readonly<Record<string, number>> = {
  "#NULL!": 2000,
  "#DIV/0!": 2007,
  "#VALUE!": 2015,
  "#REF!": 2023,
  "#NAME?": 2029,
  "#NUM!": 2036,
  "#N/A": 2042,
};

/** A Range as WPS passes it. Its members are no own properties, as in a host object. */
export class Range {
  constructor(private readonly cells: readonly (readonly unknown[])[]) {}
  get Areas(): { readonly Count: number } {
    return { Count: 1 };
  }
  get Value2(): unknown {
    const [[only] = []] = this.cells;
    return this.cells.length === 1 && this.cells[0]?.length === 1 ? only : this.cells;
  }
}

const toWps = (cell: unknown): unknown => {
  const error = errorOf(cell);
  if (error !== null) return (NUMBERS[error] ?? 0) - 2146828288;
  return cell === "" || cell === null ? undefined : cell;
};

const blocksOf = (id: string, values: readonly unknown[]): readonly (readonly (readonly unknown[])[] | null)[] =>
  recordOf(id).parameters.map(({ dimensionality }, index) => {
    const value = values[index];
    if (dimensionality !== "matrix" || value === undefined || value === null) return null;
    if (!isList(value)) return [[value]];
    return value.map((row) => (isList(row) ? row : [row]));
  });

/** The call as desktop Excel makes it: an empty cell is 0, and which are empty is asked by address. `computed`: no cell has an address. */
export async function callInExcel(id: string, values: readonly unknown[], computed: boolean): Promise<string[][]> {
  const addresses: string[] = [];
  asked.clear();
  const given = blocksOf(id, values).map((block, index) => {
    if (block === null) return values[index] ?? null;
    const address = `表!${index}`;
    addresses[index] = computed ? "" : address;
    asked.set(address, block);
    return block.map((row) => row.map((cell) => (cell === null || cell === "" ? 0 : cell)));
  });
  const answer = await inExcel.get(id)?.(...given, { parameterAddresses: addresses });
  return shown(answer);
}

/** How a WPS passes what is not a block of cells. */
export interface Passing {
  /** What stands for an argument left out. */
  readonly leftOut: unknown;
  /** The call has no more arguments than were written. */
  readonly ends: boolean;
  /** A single value. */
  readonly single: (value: unknown) => unknown;
}

export const USUALLY: Passing = { leftOut: LEFT_OUT, ends: false, single: (value) => value };

/** The call as WPS makes it: a Range, or an array where the cells are `computed`. */
export function callInWps(
  id: string,
  values: readonly unknown[],
  computed: boolean,
  { leftOut, ends, single }: Passing = USUALLY,
): string[][] {
  const { parameters, name } = recordOf(id);
  const isLeftOut = (index: number): boolean => values[index] === null || values[index] === undefined;
  const given = blocksOf(id, values).map((block, index) => {
    if (isLeftOut(index)) return leftOut;
    if (block === null) return single(values[index]);
    if (computed) return block.map((row) => row.map((cell) => (cell === null || cell === "" ? 0 : toWps(cell))));
    return new Range(block.map((row) => row.map(toWps)));
  });
  const last = parameters.findLastIndex(({ optional }, index) => !optional || !isLeftOut(index));
  return shown(inWps.get(`${NAMESPACE}.${name}`)?.(...given.slice(0, ends ? last + 1 : given.length)));
}

/** Cells as texts with their kind; an error as it stands in WPS. Excel gives #NUM! no message, so that none counts here. */
function shown(answer: unknown): string[][] {
  if (!isList(answer)) throw new Error(`no block of cells: ${String(answer)}`);
  return answer.map((row) => (isList(row) ? row : [row]).map(cellShown));
}

function cellShown(cell: unknown): string {
  const text = cell instanceof ExcelError ? `${cell.code} ${cell.message}` : cell;
  if (typeof text === "string") return text.startsWith("#NUM!") ? "string #NUM!" : `string ${text}`;
  return `${typeof text} ${String(text)}`;
}
