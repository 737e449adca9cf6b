/** The sheet that says where every number comes from: editions and documents, clauses, assumptions, mapping, what could not be read. */
import { clauseText } from "../../words/clause";
import { documentText } from "../../words/citation";
import { editionText, inForceFor } from "../../policy/editions";
import type { Condition, ConditionNode, Purpose, RuleSet, ScoreItem } from "../../policy/rule-set";
import { conditionsOf } from "../../policy/rule-set";
import type { Text, Language } from "../../words/text";
import { yearText, type Field, type Vocabulary } from "../../language/vocabulary";
import { evidenceText } from "../../engine/rows/explain";
import type { Cell } from "../../words/grid";
import type { SheetReading } from "../reading/read-sheet";
import type { ResultColumn, ResultSheet } from "../../words/result-sheet";
import { DISCLAIMER, draftNotice, resultNotice } from "./result-notice";
import type { Tally } from "./row-counts";
import type { ScoreOptions } from "./row-scorer";
import type { SummaryContext } from "./summary-context";

export interface SourcesContext extends SummaryContext {
  readonly options: ScoreOptions;
  readonly tally: Tally;
  readonly fileName: string;
}

const CONFIDENCE: Readonly<Record<string, Text>> = {
  sure: { zh: "确定", en: "sure" },
  likely: { zh: "可能", en: "likely" },
  doubtful: { zh: "请确认", en: "please confirm" },
};

/** One line a fact: what kind it is, what it says, where it stands, what it rests on. */
export function sourcesSheet(context: SourcesContext): ResultSheet {
  const { language, ladder, reading, vocabulary, tally, options } = context;
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const rows: Cell[][] = [];
  const add = (kind: string, content: string, place: string, source = ""): void => {
    rows.push([kind, content, place, source]);
  };

  const run = words("本次评分", "This run");
  add(
    run,
    words(`输入文件：${context.fileName}`, `Input: ${context.fileName}`),
    `${reading.sheet}!${reading.firstRow}:${reading.lastRow}`,
  );
  add(
    run,
    words(`评分基准日：${options.asOf}`, `As of ${options.asOf}`),
    words(`上年度为${reading.t}年`, `Last fiscal year ${reading.t}`),
  );
  add(
    run,
    options.purpose === "new"
      ? words("用途：新申报", "Purpose: new application")
      : words("用途：复核", "Purpose: review"),
    "",
  );
  if (!options.assumeGeneral)
    add(
      run,
      words(
        "没有对应列的通用条件、空着的获奖排名都按“待补数据”处理",
        "General conditions without a column, and blank award ranks, count as not known",
      ),
      "",
    );
  add(run, say(DISCLAIMER), "");

  const assumed: Cell[][] = [];
  for (const { edition: one, condition, rows: count } of tally.assumed)
    assumed.push([
      words("假设", "Assumption"),
      words(
        `表中没有对应的列，按“符合”处理：${condition.text.zh}`,
        `No column for it, taken as holding: ${condition.text.en}`,
      ),
      words(`${say(one.name)}，${count}家`, `${say(one.name)}, ${count} ${count === 1 ? "enterprise" : "enterprises"}`),
      say(clauseText(condition.clause)),
    ]);
  return {
    name: words("评分_来源与假设", "评分_sources"),
    titleLines: [
      words("依据、假设与读表记录", "Sources, assumptions and how the sheet was read"),
      say(resultNotice(draftNotice(ladder.used))),
    ],
    columns: factColumns(language),
    rows: [
      ...rows,
      ...rulesFacts(ladder.used, options.purpose, language),
      ...readingFacts(reading, vocabulary, language, assumed),
    ],
    asTable: true,
    frozenColumns: 1,
  };
}

/** The columns of a sheet of facts: what kind, what it says, where it stands, what it rests on. */
export function factColumns(language: Language): ResultColumn[] {
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  return [
    { heading: words("类别", "Kind"), width: 16 },
    { heading: words("内容", "Content"), width: 80, wrap: true },
    { heading: words("位置", "Place"), width: 34, wrap: true },
    { heading: words("出处", "Source"), width: 44, wrap: true },
  ];
}

/** Editions with their documents, notes, what they leave out, and every clause. */
export function rulesFacts(ruleSets: readonly RuleSet[], purpose: Purpose, language: Language): Cell[][] {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const rows: Cell[][] = [];
  const add = (kind: string, content: string, place: string, source = ""): void => {
    rows.push([kind, content, place, source]);
  };
  const edition = words("采用的标准", "Rules applied");
  for (const one of ruleSets) {
    const { document } = one;
    const { from, until: end } = inForceFor(one, purpose);
    const until = end ?? words("今", "now");
    add(
      edition,
      `${say(one.name)} ${say(editionText(one.edition))}`,
      words(`${from} 至 ${until}`, `${from} to ${until}`),
      say(documentText(document)),
    );
    const draft = draftNotice([one]);
    if (draft !== null) add(words("草案", "Draft"), say(draft), say(one.name));
    if (one.notes) add(words("说明", "Note"), say(one.notes), say(one.name));
    for (const gap of one.notCovered) add(words("未覆盖", "Not covered"), say(gap), say(one.name));
  }
  for (const one of ruleSets)
    for (const clause of clausesOf(one, purpose))
      add(
        words("条款", "Clause"),
        `${say(one.name)}：${say(clause.text)}`,
        say(clauseText(clause.clause)),
        say(evidenceText(clause)),
      );
  return rows;
}

/** How a sheet was read: assumptions (`assumed` after them), what to check, unreadable cells, columns. */
export function readingFacts(
  reading: SheetReading,
  vocabulary: Vocabulary,
  language: Language,
  assumed: readonly Cell[][] = [],
): Cell[][] {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const rows: Cell[][] = [];
  const add = (kind: string, content: string, place: string, source = ""): void => {
    rows.push([kind, content, place, source]);
  };
  for (const { message, cell } of reading.assumptions) add(words("假设", "Assumption"), say(message), cell ?? "");
  rows.push(...assumed);
  for (const { message, cells } of reading.warnings)
    add(words("请核对", "Please check"), say(message), (cells ?? []).slice(0, 20).join("、"));
  for (const { cell, text, reason } of reading.unreadable)
    add(words("读不出的单元格", "Unreadable cell"), say(reason), cell, text);
  const yearIn = (field: Field, back: number): string => {
    const { zh, en } = yearText(field, back, reading.t);
    return words(`（${zh}）`, ` (${en})`);
  };
  for (const { address, heading, field, unit, confidence, use, back } of reading.columns) {
    const target = field === null ? undefined : vocabulary.fields.get(field);
    const year = target && target.periods > 1 ? yearIn(target, back) : "";
    const taken = target ? `${say(target.name)}${year}${unit === "" ? "" : ` ${unit}`}` : "";
    const meaning =
      use === "read"
        ? taken
        : use === "held"
          ? words(`${taken}？确认前不算数`, `${taken}? Not counted until confirmed`)
          : words("未使用", "not used");
    add(
      words("列的对应", "Column"),
      `${heading} → ${meaning}`,
      address,
      say(CONFIDENCE[confidence] ?? { zh: "", en: "" }),
    );
  }
  return rows;
}

function clausesOf(edition: RuleSet, purpose: "new" | "review"): readonly (Condition | ScoreItem)[] {
  const { conditions, general, routes, score } = edition.forPurpose[purpose];
  const all: readonly ConditionNode[] = [...conditions, ...routes, ...general];
  return [...conditionsOf(all), ...(score?.groups.flatMap(({ items }) => items) ?? [])];
}
