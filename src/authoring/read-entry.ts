/** What somebody typed into a cell of a draft, as the value that the file is to hold. */
import type { Relation } from "../language/tree";
import { cellText, isBlank, type Cell } from "../words/grid";
import { plainText } from "../words/plain-text";
import type { Text } from "../words/text";
import type { CellSource } from "./draft-row";
import { LISTS } from "./draft-words";
import { SIGNS } from "./rule-words";

/** A value for the file; `absent` takes the key out. */
export type Entry =
  | { readonly as: "value"; readonly value: string | number | null }
  | { readonly as: "points"; readonly value: number | readonly [number, number] }
  | { readonly as: "relation"; readonly relation: Relation }
  | { readonly as: "absent" };

export interface EntryTrouble {
  readonly trouble: Text;
}

export interface EntryLook {
  /** The cell is formatted as a percentage: 0.9 is shown as 90%. */
  readonly percent: boolean;
  /** The unit of the row. */
  readonly unit: string;
}

type Read = { readonly entry: Entry } | EntryTrouble;

const value = (given: string | number | null): Read => ({ entry: { as: "value", value: given } });
const wrong = (zh: string, en: string): EntryTrouble => ({ trouble: { zh, en } });

export function readEntry(typed: Cell, source: CellSource, look: EntryLook): Read {
  if (typeof typed === "object" && typed !== null)
    return wrong(
      `这一格是错误值 ${typed.error}。请写一个值。`,
      `This cell holds the error ${typed.error}. Write a value.`,
    );
  switch (source.as) {
    case "text":
      if (!isBlank(typed)) return value(cellText(typed));
      if (source.blank === "empty") return value("");
      return source.blank === "remove"
        ? { entry: { as: "absent" } }
        : wrong("这一格不能空。", "This cell can't be blank.");
    case "number": {
      if (isBlank(typed) && source.nullable) return value(null);
      const number = numberOf(typed, { percent: false, unit: "" });
      return number === null ? notANumber(typed, look) : value(Number(number));
    }
    case "amount": {
      const number = numberOf(typed, look);
      if (number === null) return notANumber(typed, look);
      return value(source.unit === "" ? Number(number) : number + source.unit);
    }
    case "points": {
      const points = pointsOf(typed);
      return points === null
        ? wrong(
            `“${cellText(typed)}”不是得分。请写一个数，专家酌定的写 7–8。`,
            `“${cellText(typed)}” is no points. Write a number, or 7–8 where an expert decides.`,
          )
        : { entry: { as: "points", value: points } };
    }
    case "key":
      return signOf(typed, relationsOf(source.keys));
    case "line":
      if (source.part === "relation") return signOf(typed, [">=", "<=", ">", "<", "=="]);
      return lineNumber(typed, look);
    case "word": {
      const word = cellText(typed);
      if (word === "" && source.absent !== null) return { entry: { as: "absent" } };
      const [id] = LISTS[source.list].find(([key, { zh, en }]) => [key, zh, en].includes(word)) ?? [];
      if (id !== undefined) return id === source.absent ? { entry: { as: "absent" } } : value(id);
      const [zh, en] = (["zh", "en"] as const).map((language) =>
        LISTS[source.list].map(([, text]) => text[language]).join(language === "zh" ? "、" : ", "),
      );
      return wrong(
        `“${word}”不在可选的词里。请选：${zh ?? ""}。`,
        `“${word}” is none of the words. Choose ${en ?? ""}.`,
      );
    }
  }
}

function lineNumber(typed: Cell, look: EntryLook): Read {
  const number = numberOf(typed, look);
  return number === null ? notANumber(typed, look) : value(number);
}

function notANumber(typed: Cell, { unit }: EntryLook): EntryTrouble {
  if (isBlank(typed)) return wrong("这一格不能空。请写一个数。", "This cell can't be blank. Write a number.");
  const [zh, en] = unit === "" ? ["", ""] : [`，单位${unit}`, ` in “${unit}”`];
  return wrong(
    `“${cellText(typed)}”不是能用的数。请写一个不小于0的数${zh}。`,
    `“${cellText(typed)}” is no number to use. Write a number of at least 0${en}.`,
  );
}

function relationsOf(keys: Readonly<Partial<Record<Relation, string>>>): readonly Relation[] {
  return ([">=", "<=", ">", "<", "=="] as const).filter((sign) => keys[sign] !== undefined);
}

function signOf(typed: Cell, allowed: readonly Relation[]): Read {
  const word = plainText(cellText(typed));
  const found = allowed.find((sign) => word === sign || word === plainText(SIGNS[sign]));
  if (found !== undefined) return { entry: { as: "relation", relation: found } };
  const choices = allowed.map((sign) => SIGNS[sign]).join(" ");
  return wrong(
    `“${cellText(typed)}”不是这里能用的比较。请选 ${choices}。`,
    `“${cellText(typed)}” can't stand here. Choose ${choices}.`,
  );
}

/** A number as decimal text in the row's unit; null for anything that isn't one. Rules have no negative numbers. */
export function numberOf(typed: Cell, { percent, unit }: EntryLook): string | null {
  if (typeof typed === "number") {
    if (!Number.isFinite(typed) || typed < 0) return null;
    return decimal(percent && unit === "%" ? shifted(typed, 2) : typed);
  }
  if (typeof typed !== "string") return null;
  const text = plainText(typed);
  const [, digits, behind = ""] = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(\D*)$/.exec(text) ?? [];
  if (digits === undefined || (behind !== "" && plainText(unit) !== behind && `${behind}元` !== unit)) return null;
  return digits.replaceAll(",", "").replace(/^0+(?=\d)/, "");
}

/** Through text, so that 0.07 becomes 7 and not 7.000000000000001. */
function shifted(number: number, power: number): number {
  return Number(`${number}e${power}`);
}

/** Without an exponent, since rules are written without one; null where that can't be. */
function decimal(number: number): string | null {
  const text = String(number);
  if (!text.includes("e")) return text;
  const long = number.toFixed(12).replace(/\.?0+$/, "");
  return Number(long) === number ? long : null;
}

function pointsOf(typed: Cell): number | readonly [number, number] | null {
  const one = numberOf(typed, { percent: false, unit: "分" });
  if (one !== null) return Number(one);
  const [, low, high] = /^(\d+(?:\.\d+)?)\s*[-–—~～至]\s*(\d+(?:\.\d+)?)$/.exec(plainText(cellText(typed))) ?? [];
  return low === undefined || high === undefined ? null : [Number(low), Number(high)];
}
