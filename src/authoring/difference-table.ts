/** What differs between two editions, or a draft and its edition, in words: as a sheet and as Markdown. */
import { clauseText } from "../words/clause";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import type { Language, Text } from "../words/text";
import type { Difference, PartKind, Standing } from "./compare-editions";

const STANDINGS: Readonly<Record<Exclude<Standing, "same">, Text>> = {
  changed: { zh: "改了", en: "changed" },
  added: { zh: "新增", en: "added" },
  removed: { zh: "去掉", en: "dropped" },
};

const PARTS: Readonly<Record<PartKind, Text>> = {
  condition: { zh: "条件", en: "condition" },
  route: { zh: "直通条件", en: "direct route" },
  score: { zh: "评分", en: "score" },
  item: { zh: "评分项", en: "scored item" },
  general: { zh: "通用条件", en: "general condition" },
};

/** The two sides by name: “2026-04-01 版” and “草案”. */
export interface Sides {
  readonly before: Text;
  readonly after: Text;
}

/** One difference in a line: 上年度营业收入6000万元以上：≥5,000万元 → ≥6,000万元（附件2第2项）. */
export function differenceText({ standing, kind, before, after, changes }: Difference): Text {
  const shown = after ?? before;
  if (shown === null || standing === "same") return { zh: "", en: "" };
  const moved = changes.map(({ from, to }) => ({ zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` }));
  // Where no number changed the words did.
  const words =
    standing === "changed" && moved.length === 0 && before !== null && after !== null
      ? [{ zh: `“${before.text.zh}” → “${after.text.zh}”`, en: `“${before.text.en}” → “${after.text.en}”` }]
      : moved;
  const zh = words.map((one) => one.zh).join("；");
  const en = words.map((one) => one.en).join("; ");
  const [how, part] = [STANDINGS[standing], PARTS[kind]];
  return {
    zh: `${how.zh}${part.zh}：${shown.text.zh}${zh === "" ? "" : `：${zh}`}（${shown.clause}）`,
    en: `${part.en} ${how.en}: ${shown.text.en}${en === "" ? "" : `: ${en}`} (${clauseText(shown.clause).en})`,
  };
}

export function differenceSheet(differences: readonly Difference[], sides: Sides, language: Language): ResultSheet {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const rows = differences.flatMap((one): Cell[][] => {
    if (one.standing === "same") return [];
    const shown = one.after ?? one.before;
    return [
      [
        say(STANDINGS[one.standing]),
        say(PARTS[one.kind]),
        one.before === null ? "" : say(one.before.text),
        one.after === null ? "" : say(one.after.text),
        one.changes.map(({ from, to }) => `${say(from)} → ${say(to)}`).join(words("；", "; ")),
        shown === null ? "" : say(clauseText(shown.clause)),
      ],
    ];
  });
  return {
    name: words("评分_规则差别", "评分_Rule differences"),
    titleLines: [
      words(`规则差别：${sides.before.zh} → ${sides.after.zh}`, `Differences: ${sides.before.en} → ${sides.after.en}`),
      words(
        `${rows.length}处不同，${differences.length - rows.length}处相同。`,
        `${rows.length} differ, ${differences.length - rows.length} are the same.`,
      ),
    ],
    columns: [
      { heading: words("变化", "Change"), width: 10 },
      { heading: words("类别", "Kind"), width: 14 },
      { heading: say(sides.before), width: 50, wrap: true },
      { heading: say(sides.after), width: 50, wrap: true },
      { heading: words("数字", "Numbers"), width: 36, wrap: true },
      { heading: words("条款", "Clause"), width: 26, wrap: true },
    ],
    rows,
    asTable: true,
    frozenColumns: 2,
  };
}

export function differenceMarkdown(differences: readonly Difference[], sides: Sides, language: Language): string {
  const title =
    language === "zh"
      ? `# 规则差别：${sides.before.zh} → ${sides.after.zh}`
      : `# Differences: ${sides.before.en} → ${sides.after.en}`;
  const lines = differences.flatMap((one) => (one.standing === "same" ? [] : [`- ${differenceText(one)[language]}`]));
  const none = language === "zh" ? "没有不同。" : "Nothing differs.";
  return `${title}\n\n${lines.length === 0 ? none : lines.join("\n")}\n`;
}
