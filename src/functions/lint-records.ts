/**
 * Refuses records that Microsoft's metadata generator lets through and Excel, or a workbook of the last release, then fails on.
 * Each problem is one line for a developer: the function, what is wrong, what to do.
 */
import type { Text } from "../words/text";
import { RESERVED_NAMES } from "./reserved-names";
import { signatureOf, type Signature } from "./signatures";
import type { FunctionRecord } from "./function-record";

export interface LintInput {
  readonly records: readonly FunctionRecord[];
  /** Ids that the runtime associates, in their order. */
  readonly associated: readonly string[];
  /** Ids of the functions that stand in the source files, listed or not. */
  readonly written: readonly string[];
  /** The functions of the last release; empty before the first. */
  readonly released: readonly Signature[];
}

type Gate = (input: LintInput) => readonly string[];

/** Columns end at XFD and rows at 1048576; a name within them is a cell. */
function isCellAddress(name: string): boolean {
  const match = /^([A-Z]{1,3})([0-9]{1,7})$/i.exec(name);
  if (match) {
    const [, letters = "", digits = ""] = match;
    const row = Number(digits);
    return (letters.length < 3 || letters.toUpperCase() <= "XFD") && row >= 1 && row <= 1_048_576;
  }
  return /^R\d*C\d*$/i.test(name) || /^[RC]\d*$/i.test(name);
}

const namesExcelTakes: Gate = ({ records }) =>
  records.flatMap(({ id, name }) => {
    const problems: string[] = [];
    if (name.length < 3) problems.push("names have at least three characters");
    if (name.length > 128) problems.push("names have at most 128 characters");
    // Excel takes more letters than these, but names are the same in every language and typed on every keyboard.
    if (!/^[A-Z][A-Z0-9_.]*$/.test(name)) problems.push("names are A-Z, 0-9, _ and . and start with a letter");
    if (isCellAddress(name)) problems.push("Excel reads it as a cell; choose a name that is no address");
    if (RESERVED_NAMES.has(name)) problems.push("Excel has a function or macro command of that name; choose another");
    if (!/^[A-Za-z][A-Za-z0-9_.]*$/.test(id)) problems.push("ids are A-Z, a-z, 0-9, _ and . and start with a letter");
    return problems.map((problem) => `${id}: name ${name}: ${problem}`);
  });

const everythingOnce: Gate = ({ records }) => {
  const twice = (values: readonly string[]): string[] => [
    ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
  ];
  return [
    ...twice(records.map(({ id }) => id.toUpperCase())).map((id) => `${id}: two records have this id`),
    ...twice(records.map(({ name }) => name)).map((name) => `${name}: two records have this name`),
    ...records.flatMap(({ id, parameters }) =>
      (["zh", "en"] as const).flatMap((language) =>
        twice(parameters.map(({ name }) => name[language])).map((name) => `${id}: two parameters are called ${name}`),
      ),
    ),
  ];
};

const noneLost: Gate = ({ records, associated, written }) => [
  ...written
    .filter((id) => !records.some((record) => record.id === id) || !associated.includes(id))
    .map((id) => `${id}: its file holds a function that records.ts or codes.ts does not list; Excel would show #NAME?`),
  ...records
    .filter(({ id }) => !associated.includes(id))
    .map(({ id }) => `${id}: no code is associated with it; Excel would wait for ever`),
];

/** The code is told what it takes beside the parameters, which its bundle does not carry. */
const takesAsDescribed: Gate = ({ records }) =>
  records
    .filter(({ takes, parameters }) => takes.join() !== parameters.map(({ dimensionality }) => dimensionality).join())
    .map(({ id, takes }) => `${id}: the code takes ${takes.join(", ")}, which is not what the parameters say`);

/**
 * Excel passes null for an argument left out, so a default value in the code never counts. A function's `length` ends before its first
 * default or rest parameter: fewer than one for the release and one for each parameter means there is one, or a parameter is not read.
 */
const noDefaults: Gate = ({ records }) =>
  records
    .filter(({ compute, parameters }) => compute.length !== parameters.length + 1)
    .map(
      ({ id, compute, parameters }) =>
        `${id}: compute takes ${Math.max(0, compute.length - 1)} of ${parameters.length} parameters; name each one, without default values (Excel passes null)`,
    );

const filled = (text: Text): boolean => text.zh.trim() !== "" && text.en.trim() !== "";
const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const textsInBoth: Gate = ({ records }) =>
  records.flatMap((record) => {
    const problems: string[] = [];
    const check = (what: string, text: Text): void => {
      if (!filled(text)) problems.push(`${what} needs a text in zh and en`);
      else if (!hasChinese(text.zh)) problems.push(`${what}: the zh text has no Chinese in it`);
    };
    check("description", record.description);
    for (const { name, description } of record.parameters) {
      check(`parameter ${name.en}`, name);
      check(`description of parameter ${name.en}`, description);
      if (!/^[a-z][a-z0-9_]*$/.test(name.en)) problems.push(`parameter ${name.en}: the en name is a-z, 0-9 and _`);
    }
    if (record.help.length === 0) problems.push("it has no help");
    record.help.forEach((text, index) => check(`help paragraph ${index + 1}`, text));
    if (record.examples.length === 0) problems.push("it has no example");
    for (const { formula, shows } of record.examples) {
      check(`example ${formula}`, shows);
      if (!formula.startsWith(`=ZJTX.${record.name}(`))
        problems.push(`example ${formula}: it does not call the function`);
    }
    return problems.map((problem) => `${record.id}: ${problem}`);
  });

const optionalLast: Gate = ({ records }) =>
  records.flatMap(({ id, parameters }) =>
    parameters
      .filter(({ optional }, at) => !optional && parameters.slice(0, at).some((before) => before.optional))
      .map(({ name }) => `${id}: required parameter ${name.en} stands behind an optional one`),
  );

/** Excel gives addresses of arguments only to functions whose result is a matrix. */
const matrixResults: Gate = ({ records }) =>
  records
    .filter(({ result }) => result.dimensionality !== "matrix")
    .map(({ id }) => `${id}: the result must be a matrix, or Excel does not tell where its arguments stand`);

const asReleased: Gate = ({ records, released }) =>
  released.flatMap((before) => {
    const record = records.find(({ id }) => id === before.id);
    if (!record) return [`${before.id}: released, and now missing or under another id; workbooks would show #NAME?`];
    return differences(before, signatureOf(record)).map((problem) => `${before.id}: ${problem}`);
  });

function differences(before: Signature, now: Signature): string[] {
  const problems: string[] = [];
  if (now.name !== before.name) problems.push(`its name was ${before.name} and is now ${now.name}; names are fixed`);
  if (now.result.type !== before.result.type || now.result.dimensionality !== before.result.dimensionality) {
    problems.push("its result changed");
  }
  before.parameters.forEach((old, at) => {
    const one = now.parameters[at];
    if (!one) problems.push(`parameter ${old.name} is gone`);
    else if (one.name !== old.name) {
      problems.push(`parameter ${at + 1} was ${old.name} and is now ${one.name}; new ones go to the end`);
    } else if (one.type !== old.type || one.dimensionality !== old.dimensionality) {
      problems.push(`parameter ${old.name} changed its type`);
    } else if (old.optional && !one.optional) problems.push(`parameter ${old.name} was optional and is now required`);
  });
  for (const one of now.parameters.slice(before.parameters.length)) {
    if (!one.optional) problems.push(`new parameter ${one.name} must be optional`);
  }
  return problems;
}

const GATES: readonly Gate[] = [
  namesExcelTakes,
  everythingOnce,
  noneLost,
  takesAsDescribed,
  noDefaults,
  textsInBoth,
  optionalLast,
  matrixResults,
  asReleased,
];

/** Every problem of every gate; none for records that may be released. */
export function lintRecords(input: LintInput): readonly string[] {
  return GATES.flatMap((gate) => gate(input));
}

/** The id of the record a source file holds, or null where it holds none. */
export function writtenId(source: string): string | null {
  return /^export const \w+: FunctionCode = \{\s*id: "([^"]+)"/m.exec(source)?.[1] ?? null;
}
