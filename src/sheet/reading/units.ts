/** The units headings and cells carry, and what one of them is in the unit the product keeps inside. */
import type { Field } from "../../language/vocabulary";
import { isForeignCurrency, moneyFactor, moneyUnitName } from "./money-units";
import { foldKey } from "../../words/plain-text";

const countWords = new Set(
  "人 名 位 项 件 个 家 户 台 套 条 次 人次 种 款 篇 所 支 只 张 本 persons person people staff items item units firms".split(
    " ",
  ),
);
const shareUnits: ReadonlyMap<string, number> = new Map([
  ["%", 0.01],
  ["percent", 0.01],
  ["百分比", 0.01],
  ["百分数", 0.01],
  ["‰", 0.001],
  ["千分比", 0.001],
]);
const yearUnits: ReadonlyMap<string, number> = new Map([
  ["年", 1],
  ["周年", 1],
  ["岁", 1],
  ["years", 1],
  ["year", 1],
  ["月", 1 / 12],
  ["个月", 1 / 12],
  ["months", 1 / 12],
]);
const areaUnits: ReadonlyMap<string, number> = new Map([
  ["km2", 1],
  ["平方公里", 1],
  ["平方千米", 1],
  ["公顷", 0.01],
  ["亩", 1 / 1500],
  ["平方米", 1e-6],
  ["m2", 1e-6],
]);
const pointUnits = new Set(["分", "点", "points", "point"]);
const rankUnits = new Set(["名", "位"]);

function countFactor(unit: string): number | undefined {
  const key = foldKey(unit);
  if (countWords.has(key)) return 1;
  if (key === "万") return 10_000;
  if (key.length < 2 || !countWords.has(key.slice(1))) return undefined;
  return key.startsWith("万") ? 10_000 : key.startsWith("千") ? 1_000 : key.startsWith("百") ? 100 : undefined;
}

/**
 * What one `unit` is in the field's inside unit (万元, fraction, years, or the count itself).
 * undefined where the text is no unit of the field's type.
 */
export function unitFactor(field: Pick<Field, "type" | "unit">, unit: string): number | undefined {
  const key = foldKey(unit);
  switch (field.type) {
    case "money":
      return moneyFactor(unit);
    case "share":
      return shareUnits.get(key);
    case "years":
      return yearUnits.get(key);
    case "points":
      return pointUnits.has(key) ? 1 : undefined;
    case "rank":
      return rankUnits.has(key) ? 1 : undefined;
    case "count":
      return countFactor(unit) ?? (key !== "" && key === foldKey(field.unit) ? 1 : undefined);
    case "number":
      if (areaUnits.has(foldKey(field.unit))) return areaUnits.get(key);
      return key !== "" && key === foldKey(field.unit) ? 1 : countFactor(unit);
    default:
      return undefined;
  }
}

/** True where the text is a unit of anything: what stands in the brackets of a heading. */
export function isUnit(text: string): boolean {
  const key = foldKey(text);
  return (
    moneyFactor(text) !== undefined ||
    isForeignCurrency(text) ||
    shareUnits.has(key) ||
    yearUnits.has(key) ||
    areaUnits.has(key) ||
    pointUnits.has(key) ||
    countFactor(text) !== undefined
  );
}

/** The word for a unit of a field: RMB million is said as 百万元, anything but money as it was written. */
export function unitName(field: Pick<Field, "type" | "unit">, written: string): string {
  return (field.type === "money" ? moneyUnitName(written) : undefined) ?? written;
}

/** The unit a column has where nothing names one. */
export function defaultUnit(field: Field): string {
  return field.unit !== "" || field.type !== "money" ? field.unit : "万元";
}

/** `value` units in the inside unit. Dividing by a whole number keeps 元 -> 万元 exact where multiplying by 0.0001 does not. */
export function scaled(value: number, factor: number): number {
  if (factor === 1) return value;
  return factor > 1 ? value * factor : value / Math.round(1 / factor);
}
