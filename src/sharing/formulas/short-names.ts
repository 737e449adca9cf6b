/**
 * Short names: `TIER_ELIGIBLE(…)` for `ZJTX.TIER_ELIGIBLE(…)`, as names of a workbook that hold a LAMBDA. They need an Excel with LAMBDA;
 * names that somebody else has given are never touched.
 */
import type { Text } from "../../words/text";

/** What a short name is made from: a function and its parameters, in order. */
export interface NamedFunction {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly optional: boolean }[];
}

/** A name of the workbook. */
export interface ExistingName {
  readonly name: string;
  /** Null for the whole workbook. */
  readonly sheet: string | null;
  readonly formula: string;
}

export type ShortName =
  | { readonly name: string; readonly state: "free" | "ours"; readonly formula: string }
  | { readonly name: string; readonly state: "taken"; readonly formula: string; readonly reason: Text };

/**
 * The formula of a short name. What is left out is left out of the call too, as the functions have defaults of their own: one call for
 * every way to leave some out.
 */
export function shortNameFormula({ name, parameters }: NamedFunction): string {
  const own = parameters.map((parameter) => `p_${parameter.name}`);
  const call = (given: readonly string[]): string => `ZJTX.${name}(${given.join(",").replace(/,+$/, "")})`;
  const from = (index: number, given: readonly string[]): string => {
    const parameter = own[index];
    if (parameter === undefined) return call(given);
    const passed = from(index + 1, [...given, parameter]);
    return parameters[index]?.optional === true
      ? `IF(ISOMITTED(${parameter}),${from(index + 1, [...given, ""])},${passed})`
      : passed;
  };
  const listed = own.map((parameter, index) => (parameters[index]?.optional === true ? `[${parameter}]` : parameter));
  return `=LAMBDA(${[...listed, from(0, [])].join(",")})`;
}

/** For every function whether its short name is free, ours already, or somebody else's. */
export function shortNames(
  functions: readonly NamedFunction[],
  existing: readonly ExistingName[],
  tables: readonly string[] = [],
): readonly ShortName[] {
  const tableNames = new Map(tables.map((table) => [table.toUpperCase(), table]));
  return functions.map((one): ShortName => {
    const formula = shortNameFormula(one);
    const { name } = one;
    const same = existing.filter((other) => other.name.toUpperCase() === name);
    const foreign = same.find((other) => !isOurs(other, name));
    if (foreign) return { name, state: "taken", formula, reason: takenBy(foreign) };
    const table = tableNames.get(name);
    if (table !== undefined)
      return {
        name,
        state: "taken",
        formula,
        reason: { zh: `有一个表格已经叫“${table}”。`, en: `A table is called ${table} already.` },
      };
    return { name, state: same.length > 0 ? "ours" : "free", formula };
  });
}

/** A name of ours, of this version or an earlier one. */
function isOurs({ formula, sheet }: ExistingName, name: string): boolean {
  const plain = formula.replace(/_xlfn\.|_xlpm\.|_xldudf_/gi, "").toUpperCase();
  return sheet === null && /^=?LAMBDA\(/.test(plain) && new RegExp(`ZJTX[._]${name}\\(`).test(plain);
}

function takenBy({ name, sheet, formula }: ExistingName): Text {
  const short = formula.length > 40 ? `${formula.slice(0, 40)}…` : formula;
  return sheet === null
    ? {
        zh: `工作簿里已有名称“${name}”，指的是 ${short}，不去动它。`,
        en: `The workbook already has a name ${name} for ${short}; it is left alone.`,
      }
    : {
        zh: `工作表“${sheet}”里已有名称“${name}”，指的是 ${short}，在那张表里会盖过短名。`,
        en: `The sheet "${sheet}" already has a name ${name} for ${short}, which would hide the short name there.`,
      };
}
