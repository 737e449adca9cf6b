/** Numbers as people read them, said in one place: thousands separated, two decimals at most, units in the words of the language. */
import type { Text } from "./text";

/** 12345.678 -> "12,345.68"; no trailing zeros. */
export function grouped(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  // Most numbers are small and whole: they are written as they are.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  const trimmed = fraction === "" ? "" : fraction.replace(/0+$/, "");
  const sign = value < 0 && Number(`${whole}.${fraction}`) !== 0 ? "-" : "";
  const thousands = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return sign + thousands + (trimmed === "" ? "" : `.${trimmed}`);
}

/** Two decimals at most; what they would make nothing of keeps its first two figures. */
export function spoken(value: number): string {
  return value !== 0 && Math.abs(value) < 0.005 ? String(Number(value.toPrecision(2))) : grouped(value, 2);
}

/** As many decimals, two at least, as it takes to see that a number is not the line it is held against. */
export function decimalsToTell(value: number, line: number): number {
  for (let decimals = 2; decimals < 8; decimals += 1)
    if (value === line || grouped(value, decimals) !== grouped(line, decimals)) return decimals;
  return 8;
}

/** A share as a percentage that never looks like the line where it is not: 99.996% of a target is not 100%. */
export function percentText(share: number, line = 1): string {
  const [percent, whole] = [share, line].map((one) => Number((one * 100).toPrecision(15)));
  return `${grouped(percent ?? NaN, decimalsToTell(percent ?? NaN, whole ?? NaN))}%`;
}

const YUAN_SCALES: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/** Yuan in English: 50 million yuan where that is exact to two decimals, else every yuan. */
function yuanInEnglish(yuan: number, decimals: number): string {
  const exact = Number(yuan.toPrecision(15));
  for (const [scale, name] of YUAN_SCALES) {
    const scaled = Number((exact / scale).toPrecision(15));
    if (Math.abs(scaled) >= 1 && Number(scaled.toFixed(2)) === scaled) return `${grouped(scaled, 2)} ${name} yuan`;
  }
  return `${grouped(exact, decimals)} yuan`;
}

/** An amount in 万元, as it is kept inside. */
export function moneyText(wan: number, decimals: number): Text {
  return {
    zh: `${grouped(wan, decimals)}万元`,
    en: yuanInEnglish(wan * 10_000, Math.max(0, Math.min(2, decimals - 2))),
  };
}

/** A unit of Chinese sheets in English, one and many; "" where English names the thing counted and no unit. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  人: ["person", "persons"],
  名: ["person", "persons"],
  年: ["year", "years"],
  个月: ["month", "months"],
  天: ["day", "days"],
  分: ["point", "points"],
  家次: ["visit", "visits"],
  百分点: ["percentage point", "percentage points"],
  倍: ["time", "times"],
  场: ["event", "events"],
  次: ["time", "times"],
  批: ["batch", "batches"],
  平方公里: ["km²", "km²"],
};
const MONEY: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
};
const MANY: Readonly<Record<string, readonly [factor: number, unit: string]>> = { 万辆: [10_000, "vehicles"] };

/** What English writes behind a number for a unit: " persons", or nothing. */
export function unitAfter(value: number, unit: string): string {
  const [one, more] = UNITS[unit] ?? ["", ""];
  const name = value === 1 ? one : more;
  return name === "" ? "" : ` ${name}`;
}

/** The unit of a sheet's numbers by itself, as beside a box: 万元, in English 10,000 yuan. */
export function unitText(unit: string): Text {
  const yuan = MONEY[unit];
  if (yuan !== undefined) return { zh: unit, en: yuan === 1 ? "yuan" : yuanInEnglish(yuan, 2).replace(/^1 /, "") };
  return { zh: unit, en: unit === "%" ? unit : (UNITS[unit]?.[1] ?? "") };
}

/** A unit in the words of an English sentence; one that is not known stands as it was written. */
export function unitInEnglish(unit: string): string {
  return unitText(unit).en || unit;
}

/** A figure in a unit as sheets and documents name it: 1,163家, 4.1 trillion yuan. `%` takes a share. */
export function figureText(value: number, unit: string): Text {
  if (unit === "%") {
    const shown = `${spoken(Number((value * 100).toPrecision(15)))}%`;
    return { zh: shown, en: shown };
  }
  const zh = `${spoken(value)}${unit}`;
  const yuan = MONEY[unit];
  if (yuan !== undefined) return { zh, en: yuanInEnglish(value * yuan, 2) };
  const many = MANY[unit];
  if (many !== undefined) return { zh, en: `${spoken(value * many[0])} ${many[1]}` };
  return { zh, en: `${spoken(value)}${unitAfter(value, unit)}` };
}
