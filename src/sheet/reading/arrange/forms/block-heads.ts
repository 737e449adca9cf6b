/** The heads over the columns of a table inside a form: years, answers, enterprises, and what is no answer. */
import { plainText } from "../../../../words/plain-text";
import { isMeasured } from "../list-outline";
import type { CellRoles } from "./cell-roles";
import type { Area, FormAreas } from "./form-areas";
import { headWord } from "./form-words";

export type Head =
  | {
      readonly kind: "year";
      readonly area: Area;
      readonly shown: string;
      readonly level: string;
      readonly bare: boolean;
    }
  /** The answers, without saying of which year; `firm` is for columns of enterprises. */
  | { readonly kind: "answer" | "firm"; readonly area: Area }
  /** Heads labels, or says nothing known. */
  | { readonly kind: "label" | "text"; readonly area: Area }
  /** Names a field itself. */
  | { readonly kind: "field"; readonly area: Area; readonly measured: boolean }
  | { readonly kind: "aside" | "serial" | "unit"; readonly area: Area };

/** Beside 本年 the same period of last year is last year. */
const samePeriod = /^(?:上年度?|去年)同期(?:数|值|金额|累计)?$/;

/** What each filled area of a row would be as a head; null where one of them is a value, so that the row is none of heads. */
export function headsOf(areas: readonly Area[], roles: CellRoles): readonly Head[] | null {
  const heads: Head[] = [];
  for (const area of areas) {
    const head = headOf(area, roles);
    if (head === null) return null;
    heads.push(head);
  }
  const current = heads.some((head) => head.kind === "year" && head.level.startsWith("本年"));
  return current ? heads.map((head) => (isSamePeriod(head) ? lastYear(head.area) : head)) : heads;
}

function isSamePeriod(head: Head): boolean {
  return samePeriod.test(plainText(head.area.text).replace(/\s+/g, ""));
}

function lastYear(area: Area): Head {
  return { kind: "year", area, shown: area.text, level: "上年", bare: false };
}

function headOf(area: Area, roles: CellRoles): Head | null {
  const role = roles.of(area.cell);
  if (role.kind === "value" || role.kind === "blank") return null;
  if (role.kind === "year") return { kind: "year", area, shown: area.text, level: role.level, bare: role.bare };
  const word = headWord(area.text);
  // 企业情况 over answers is no name, and 单位 beside years is the unit; only what is surely a field's heading is one.
  const sure = role.kind === "label" && role.match.field !== null && role.match.confidence === "sure";
  if (sure && word !== "label" && word !== "unit")
    return { kind: "field", area, measured: isMeasured(role.match.field) };
  if (word !== null) return { kind: word, area };
  if (role.kind === "everyday") return { kind: "field", area, measured: false };
  if (role.kind === "label") return { kind: "field", area, measured: isMeasured(role.match.field) };
  return { kind: "text", area };
}

/** Bare numbers are years where they follow one another: 2023 2024 2025. */
function areConsecutive(years: readonly (Head & { kind: "year" })[]): boolean {
  const numbers = years.map(({ level }) => Number.parseInt(level, 10));
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}

const tableWords = /指标|数据|项目|科目|年度|年份|年\s*[度份]/;

/** Something beside it shows that the row heads a table: 指标, 单位, 得分, or nothing in the corner. */
function headsTable(heads: readonly Head[], corner: Head | undefined): boolean {
  if (corner === undefined) return true;
  if (corner.kind === "label" || corner.kind === "serial" || tableWords.test(corner.area.text)) return true;
  return heads.some(({ kind }) => kind === "aside" || kind === "unit" || kind === "serial");
}

/** True where the heads are those of years or answers over columns, with labels below the first of them. */
export function isHeadRow(heads: readonly Head[], areas: FormAreas, row: number): boolean {
  const years = heads.filter((head): head is Head & { kind: "year" } => head.kind === "year");
  const [first] = heads;
  const corner = first?.kind === "year" || first?.kind === "answer" ? undefined : first;
  if (corner === undefined && first?.area.column === 0 && areas.width > 1 && first.kind === "answer") return false;
  const fields = heads.filter(({ kind }) => kind === "field");
  // 成立日期 | 2012年 | 2015年 are answers: whoever is asked for a day gives one.
  if (corner?.kind === "field" && !corner.measured) return false;
  if (years.length >= 2) {
    if (first?.kind === "year" && first.area.column === 0) return false;
    const alternating = years.every(({ area }) =>
      heads.some((head) => head.kind === "field" && head.area.right + 1 === area.column),
    );
    if (alternating && fields.length > 1) return false;
    const bare = years.filter((year) => year.bare);
    return bare.length === 0 || bare.length < years.length || areConsecutive(dedupe(bare));
  }
  if (fields.some((field) => field !== corner)) return false;
  if (years.length === 1) {
    return (
      years[0]?.bare === false && corner?.kind !== "field" && headsTable(heads, corner) && hasBelow(areas, row, heads)
    );
  }
  const answers = heads.filter((head) => head.kind === "answer" && head !== first);
  return answers.length > 0 && corner?.kind !== "field" && headsTable(heads, corner) && hasBelow(areas, row, heads);
}

/** Years of several enterprises repeat: 2024 2025 2024 2025. */
function dedupe(years: readonly (Head & { kind: "year" })[]): readonly (Head & { kind: "year" })[] {
  const [first] = years;
  const again = years.findIndex((year, at) => at > 0 && year.level === first?.level);
  return again < 0 ? years : years.slice(0, again);
}

/** A label stands somewhere in the row below. */
function hasBelow(areas: FormAreas, row: number, heads: readonly Head[]): boolean {
  const lowest = Math.max(row, ...heads.map(({ area }) => area.bottom));
  for (let below = row + 1; below <= Math.min(lowest + 2, areas.rowCount - 1); below++) {
    const [label] = areas.row(below);
    if (label !== undefined) return typeof label.cell === "string" || areas.row(below).length > 1;
  }
  return false;
}
