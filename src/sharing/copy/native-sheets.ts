/** A native copy as sheets: the table with its lines above the headings, and the locked rule sheet that holds the lines. */
import type { Text, Language } from "../../words/text";
import { serialOfIso } from "../../words/calendar";
import { draftNotice, resultNotice } from "../../sheet/results/result-notice";
import type { CopyCell, CopyLook, CopySheet } from "./copy-book";
import { inRow } from "../../engine/formulas/formula-parts";
import type { NativeScore } from "../../engine/formulas/native-score";
import { FIRST_LINE_ROW, type AboveCell, type NativeLook } from "../../engine/formulas/native-table";
import { NATIVE_WORDS } from "../../engine/formulas/words";

const TABLE: Text = { zh: "评分_透明评分表", en: "评分_native" };
const RULES: Text = { zh: "评分_规则与标准线", en: "评分_rules" };

/** Rows of the rule sheet, as Excel counts them. */
const AS_OF_ROW = 4;
const YEAR_ROW = 5;
const RULE_HEADING_ROW = 7;
const FIRST_RULE_ROW = RULE_HEADING_ROW + 1;
const VALUE_COLUMN = "D";

/** 0-based row of the table's headings and of its first enterprise. */
export function headingRowOf(score: NativeScore): number {
  const deepest = Math.max(0, ...score.columns.map(({ above }) => above.length));
  return FIRST_LINE_ROW - 1 + deepest;
}

export function nativeSheets(score: NativeScore, language: Language): readonly CopySheet[] {
  return [tableSheet(score, language), ruleSheet(score, language)];
}

const SHOWN: Readonly<Record<NativeLook, CopyLook>> = {
  text: "plain",
  number: "number",
  percent: "percent",
  date: "date",
  // The plain format is the one that needs no mark on the cell, in millions of cells.
  status: "plain",
  points: "plain",
};

const LINES: Readonly<Record<NativeLook, CopyLook>> = {
  text: "line-text",
  number: "line-number",
  percent: "line-percent",
  date: "line-text",
  status: "line-text",
  points: "line-points",
};

const FREE: Readonly<Record<NativeLook, CopyLook>> = {
  text: "free-text",
  number: "free-number",
  percent: "free-percent",
  date: "free-number",
  status: "free-text",
  points: "free-points",
};

function tableSheet(score: NativeScore, language: Language): CopySheet {
  const say = (text: Text): string => text[language];
  const heading = headingRowOf(score);
  const first = heading + 2;
  const rules = `'${say(RULES)}'!`;
  const { columns } = score;
  const rows: CopyCell[][] = [
    [{ value: say({ zh: "透明评分表", en: "Score sheet in plain formulas" }), look: "title" }],
    [{ value: remark(score)[language], look: "remark" }],
    [
      { value: say({ zh: "基准日", en: "As of" }), look: "remark" },
      { formula: `${rules}${VALUE_COLUMN}${AS_OF_ROW}`, look: "date" },
      { value: say({ zh: "上年度", en: "Last fiscal year" }), look: "remark" },
      { formula: `${rules}${VALUE_COLUMN}${YEAR_ROW}`, look: "line-points" },
    ],
    columns.map(({ band }, index) => ({ value: band === columns[index - 1]?.band ? null : band, look: "band" })),
  ];
  for (let row = FIRST_LINE_ROW; row <= heading; row += 1)
    rows.push(columns.map(({ above }) => aboveCell(above[row - FIRST_LINE_ROW], rules)));
  rows.push(columns.map((column) => ({ value: column.heading, look: "heading" })));
  const { met, unmet, unknown } = NATIVE_WORDS[language];
  return {
    name: say(TABLE),
    widths: columns.map(({ width }) => width),
    frozen: { rows: rows.length, columns: 2 },
    locked: false,
    rows,
    body: {
      count: score.rows,
      columns: columns.map(({ look, content }) => ({
        look: SHOWN[look],
        content: content.kind === "values" ? content : { kind: "formula", formula: inRow(content.formula, first) },
      })),
    },
    notes: columns.flatMap(({ note }, column) => (note === "" ? [] : [{ row: heading, column, text: note }])),
    ...(heading >= FIRST_LINE_ROW ? { folded: [FIRST_LINE_ROW, heading] as const } : {}),
    rowHeights: new Map([[heading + 1, 60]]),
    coloured: {
      columns: columns.flatMap(({ look }, index) => (look === "status" ? [index] : [])),
      words: [
        { word: met, tone: "good" },
        { word: unmet, tone: "bad" },
        { word: unknown, tone: "unknown" },
      ],
    },
    filter: true,
  };
}

function aboveCell(cell: AboveCell | undefined, rules: string): CopyCell {
  if (!cell) return {};
  if (cell.kind === "label") return { value: cell.text, look: "line-text" };
  if (cell.kind === "value") return { value: cell.value, look: LINES[cell.look] };
  return { formula: `${rules}${VALUE_COLUMN}${FIRST_RULE_ROW + cell.line}`, look: LINES[cell.look] };
}

function remark(score: NativeScore): Text {
  const notice = resultNotice(draftNotice(score.answers.map(({ ruleSet }) => ruleSet)));
  return {
    zh: `${score.rows}家企业。全是普通公式，不装加载项也能重算；灰色折叠行是各列用到的标准线，改“${RULES.zh}”里的黄色单元格即可试算。${notice.zh}`,
    en: `${score.rows} enterprises. Plain formulas throughout, no add-in needed; the folded rows hold each column's lines, vary the yellow cells of "${RULES.en}" to try others. ${notice.en}`,
  };
}

function ruleSheet(score: NativeScore, language: Language): CopySheet {
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const head = [
    words("标准", "Rule set"),
    words("条件或得分项", "Condition or item"),
    words("含义", "Meaning"),
    words("标准线（可改）", "Line (may be varied)"),
    words("单位", "Unit"),
    words("条款", "Clause"),
    words("依据把握", "Evidence"),
    words("原值", "As published"),
    words("是否改过", "Varied"),
  ];
  const varied = (row: number): string => `IF(D${row}=H${row},"",${words('"已改"', '"varied"')})`;
  const rows: CopyCell[][] = [
    [{ value: words("规则与标准线", "Rules and lines"), look: "title" }],
    [
      {
        value: words(
          "本表已锁定（没有密码），只有黄色单元格可以改；改过的行会标出，改动后的结果不再是按原标准的结果。",
          "This sheet is locked (no password); only the yellow cells can be varied. What was varied is marked, and is no longer the published rule.",
        ),
        look: "remark",
      },
    ],
    [{ value: limitText(score)[language], look: "remark" }],
    dateRow(words("评分基准日", "As of"), serialOfIso(score.asOf) ?? 0, "date"),
    dateRow(words("上年度", "Last fiscal year"), score.t, "free-points"),
    [],
    head.map((value) => ({ value, look: "heading" })),
    ...score.lines.map((line, index): CopyCell[] => [
      { value: line.band },
      { value: line.text, look: "wrapped" },
      { value: line.label, look: "wrapped" },
      { value: line.value, look: line.free ? FREE[line.look] : SHOWN[line.look] },
      { value: line.unit },
      { value: line.clause, look: "wrapped" },
      { value: line.evidence },
      { value: line.value, look: SHOWN[line.look] },
      { formula: varied(FIRST_RULE_ROW + index) },
    ]),
  ];
  return {
    name: words(RULES.zh, RULES.en),
    widths: [34, 44, 30, 16, 8, 34, 12, 12, 10],
    frozen: { rows: RULE_HEADING_ROW, columns: 0 },
    locked: true,
    rows,
    notes: [],
  };
}

function dateRow(label: string, value: number, look: CopyLook): CopyCell[] {
  return [{ value: label }, {}, {}, { value, look: look === "date" ? "free-date" : look }];
}

/** How exact the formulas are. */
function limitText({ limits }: NativeScore): Text {
  const worst = [...new Map(limits.map((one) => [one.text, one])).values()];
  const exact: Text = {
    zh: "踩线判断：先把除法改成乘法，再把差额四舍五入到足够多的小数位后与0比较，正好等于标准线的算达到，不受浮点误差影响；年均增长率离标准线不到十万亿分之一的，按等于处理。",
    en: "At the line: divisions are multiplied out and the difference is rounded before it is compared with 0, so that a value exactly on the line counts; a mean growth rate within 1 in 10^13 of its line counts as on it.",
  };
  if (worst.length === 0) return exact;
  const list = worst.map(({ text }) => text).slice(0, 8);
  return {
    zh: `${exact.zh}本表部分数据位数很多，下列条件在差额小于公式所取位数时无法分辨：${list.join("；")}。`,
    en: `${exact.en} Some figures here have so many digits that these conditions cannot tell differences below the rounding: ${list.join("; ")}.`,
  };
}
