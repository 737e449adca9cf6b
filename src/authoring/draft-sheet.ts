/** A draft as a sheet to be edited: one row a line, the cells that are no entry said to be none by their heading. */
import { address, cellText, type Cell, type Grid } from "../words/grid";
import type { ResultColumn, ResultSheet } from "../words/result-sheet";
import type { Language } from "../words/text";
import { DRAFT_NAME } from "../sheet/results/sheet-names";
import { columnsIn, type DraftCell, type DraftColumn, type DraftRow } from "./draft-row";
import { HEADINGS, KINDS, LISTS, YES } from "./draft-words";
import { SIGNS } from "./rule-words";

/** What a draft was made from. */
export interface DraftOrigin {
  /** Below seeds/: `national/little-giant/2026-04-01.yaml`. */
  readonly file: string;
  /** Of the file's text: tells a draft of another version of it. */
  readonly fingerprint: string;
}

const WIDTHS: Readonly<Record<DraftColumn, number>> = {
  order: 6,
  id: 24,
  kind: 12,
  zh: 48,
  en: 48,
  relation: 8,
  value: 14,
  unit: 8,
  points: 8,
  clause: 22,
  evidence: 14,
  aspect: 12,
  purpose: 14,
  expression: 40,
  noteZh: 36,
  noteEn: 36,
  remove: 8,
};

/** The first of the title's lines that names the origin; found again by `readOrigin`. */
export function originLine({ file, fingerprint }: DraftOrigin, language: Language): string {
  return language === "zh" ? `改自：${file}（${fingerprint}）` : `Drafted from: ${file} (${fingerprint})`;
}

const ORIGIN = /^(?:改自：|Drafted from: )(\S+?)\s?[（(]([0-9a-f]+)[）)]$/;

/** Null for a line that names no origin. */
export function readOrigin(line: string): DraftOrigin | null {
  const [, file, fingerprint] = ORIGIN.exec(line.trim()) ?? [];
  return file === undefined || fingerprint === undefined ? null : { file, fingerprint };
}

/** The origin that a sheet names above its rows, and the cell it stands in; null where it names none. */
export function originIn({ rows }: Grid): { readonly origin: DraftOrigin; readonly cell: string } | null {
  for (const [row, cells] of rows.slice(0, MOST_ABOVE).entries()) {
    const origin = readOrigin(cellText(cells[0]));
    if (origin !== null) return { origin, cell: address(row, 0) };
  }
  return null;
}

/** A row or two may have been inserted above. */
const MOST_ABOVE = 5;

export function draftSheet(
  rows: readonly DraftRow[],
  origin: DraftOrigin,
  name: string,
  language: Language,
): ResultSheet {
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return {
    name: DRAFT_NAME,
    titleLines: [
      say(`规则草案：${name}`, `Draft of rules: ${name}`),
      originLine(origin, language),
      say(
        "改“值”“比较”“得分”“内容”“条款”等格即可；序、编号、类别、单位不改。要加一档、一条，就插入一行，写好类别和内容；要去掉一行，在“删除”写“是”，不要删行。",
        "Change values, comparisons, points, texts, clauses; leave No., Id, Kind and Unit. Insert a row for a new band or condition and write its kind; to drop a row write yes under Remove, don't delete it.",
      ),
    ],
    columns: columnsIn(language).map((column) => columnOf(column, language)),
    rows: rows.map((row) => columnsIn(language).map((column) => shownCell(column, row.cells.get(column), language))),
    asTable: false,
    frozenColumns: 3,
    toBeEdited: true,
  };
}

function columnOf(column: DraftColumn, language: Language): ResultColumn {
  const choices = choicesOf(column)?.map((text) => text[language]);
  const wrap =
    column === "zh" || column === "en" || column === "noteZh" || column === "noteEn" || column === "expression";
  return {
    heading: HEADINGS[column][language],
    width: WIDTHS[column],
    ...(wrap ? { wrap } : {}),
    ...(choices === undefined ? {} : { choices }),
  };
}

function choicesOf(column: DraftColumn): readonly { readonly zh: string; readonly en: string }[] | undefined {
  switch (column) {
    case "evidence":
    case "aspect":
    case "purpose":
      return LISTS[column].map(([, text]) => text);
    case "relation":
      return Object.values(SIGNS).map((sign) => ({ zh: sign, en: sign }));
    case "remove":
      return [YES];
    default:
      return undefined;
  }
}

/** As it stands in the sheet; also what an unchanged cell is recognised by. */
export function shownCell(column: DraftColumn, cell: DraftCell | undefined, language: Language): Cell {
  if (cell?.shown === undefined || cell.shown === null) return null;
  const { shown, source } = cell;
  if (column === "kind") return Object.entries(KINDS).find(([id]) => id === shown)?.[1][language] ?? shown;
  if (column === "relation") return Object.entries(SIGNS).find(([sign]) => sign === shown)?.[1] ?? shown;
  if (source?.as === "word") return LISTS[source.list].find(([id]) => id === shown)?.[1][language] ?? shown;
  return shown;
}
