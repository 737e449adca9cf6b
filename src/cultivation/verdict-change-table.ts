/** What changed since the last scoring, in words and as a result sheet. */
import type { Purpose } from "../policy/rule-set";
import { resultNotice } from "../sheet/results/result-notice";
import { statusText } from "../sheet/results/score-tables";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import type { Language, Text } from "../words/text";
import { TURNS, type Change, type Move, type Turn, type VerdictChanges } from "./verdict-changes";

export const CHANGES_SHEET: Text = { zh: "评分_与上次相比", en: "评分_changes" };

export const TURN_TEXTS: Readonly<Record<Turn, Text>> = {
  rose: { zh: "↑ 上升", en: "↑ rose" },
  fell: { zh: "↓ 下降", en: "↓ fell" },
  known: { zh: "✓ 补清楚了", en: "✓ known now" },
  open: { zh: "? 变成待补数据", en: "? open now" },
  new: { zh: "新增的企业", en: "new in the list" },
  gone: { zh: "不在名单里了", en: "gone from the list" },
};

const PURPOSES: Readonly<Record<Purpose, Text>> = {
  new: { zh: "新申报", en: "new application" },
  review: { zh: "复核", en: "review" },
};

const NONE: Text = { zh: "无", en: "none" };

const shown = (value: string, { zh, en }: Text): Text => (value === "" ? { zh, en } : { zh: value, en: value });

/** One thing that changed: `2025年研发费用 420 → 520（D12）`. */
export function changeText(change: Change): Text {
  switch (change.kind) {
    case "cell": {
      const { name, cell } = change;
      const blank = { zh: "空", en: "blank" };
      const [from, to] = [shown(change.from, blank), shown(change.to, blank)];
      const at = cell === null ? { zh: "", en: "" } : { zh: `（${cell}）`, en: ` (${cell})` };
      return {
        zh: `${name.zh} ${from.zh} → ${to.zh}${at.zh}`,
        en: `${name.en}: ${from.en} → ${to.en}${at.en}`,
      };
    }
    case "cells-not-kept":
      return {
        zh: "上次各格的数没有留底，说不出是哪一格",
        en: "what the cells said last time was not kept, so none can be named",
      };
    case "date":
      return { zh: `基准日 ${change.from} → ${change.to}`, en: `as of ${change.from} → ${change.to}` };
    case "purpose": {
      const [from, to] = [PURPOSES[change.from], PURPOSES[change.to]];
      return { zh: `用途 ${from.zh} → ${to.zh}`, en: `purpose: ${from.en} → ${to.en}` };
    }
    case "place":
      return { zh: "默认所在地改了", en: "the default place changed" };
    case "edition": {
      const [from, to] = [change.from ?? NONE, change.to ?? NONE];
      return {
        zh: `标准换版：${change.tier.zh} ${from.zh} → ${to.zh}`,
        en: `rules changed: ${change.tier.en} ${from.en} → ${to.en}`,
      };
    }
  }
}

/** One tier: `小巨人 ✗ 未达到 → ✓ 达到`. */
export function moveText({ name, from, to }: Move): Text {
  const word = (verdict: Move["from"]): Text =>
    verdict === null ? { zh: "没有标准", en: "no rules" } : statusText(verdict);
  return {
    zh: `${name.zh} ${word(from).zh} → ${word(to).zh}`,
    en: `${name.en}: ${word(from).en} → ${word(to).en}`,
  };
}

/** One line an enterprise, those that rose first. */
export function changesSheet(changes: VerdictChanges, language: Language): ResultSheet {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const join = (texts: readonly Text[]): string => texts.map(say).join(words("；", "; "));
  const { before, after, general, counts, unchanged } = changes;
  const counted = TURNS.filter((turn) => counts[turn] > 0).map((turn): Text => ({
    zh: `${TURN_TEXTS[turn].zh} ${counts[turn]} 家`,
    en: `${TURN_TEXTS[turn].en}: ${counts[turn]}`,
  }));
  return {
    role: "enterprises",
    name: CHANGES_SHEET[language],
    titleLines: [
      words(`与上次相比：${before.asOf} → ${after.asOf}`, `Compared with last time: ${before.asOf} → ${after.asOf}`),
      join([...counted, { zh: `没有变化 ${unchanged} 家`, en: `unchanged: ${unchanged}` }]),
      ...(general.length === 0 ? [] : [join(general.map(changeText))]),
      words(
        "列出的是这期间变了的数据和标准，不等于单凭其中一项就会改变结论。",
        "What is named changed in between; none of it need have been enough by itself.",
      ),
      say(resultNotice(changes.draft)),
    ],
    columns: [
      { heading: words("行号", "Row"), width: 8 },
      { heading: words("企业名称", "Enterprise"), width: 28 },
      { heading: words("变化", "Change"), width: 16, status: true },
      { heading: words("上次最高层级", "Highest before"), width: 18 },
      { heading: words("现在最高层级", "Highest now"), width: 18 },
      { heading: words("各层级", "Tiers"), width: 44, wrap: true },
      { heading: words("什么变了", "What changed"), width: 60, wrap: true },
    ],
    rows: changes.firms.map(({ row, name, turn, highest, moves, changes: what }): Cell[] => [
      row,
      name,
      say(TURN_TEXTS[turn]),
      say(highest.from ?? NONE),
      say(highest.to ?? NONE),
      join(moves.map(moveText)),
      join(what.map(changeText)),
    ]),
    asTable: true,
    frozenColumns: 2,
    statusWords: [
      { word: "↑", tone: "good" },
      { word: "✓", tone: "good" },
      { word: "↓", tone: "bad" },
      { word: "?", tone: "unknown" },
    ],
  };
}
