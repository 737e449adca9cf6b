/** The effect of a change of rules as result sheets: by condition, and by enterprise. */
import { clauseText } from "../words/clause";
import { editionText } from "../policy/editions";
import type { Verdict } from "../policy/rule-set";
import type { Text, Language } from "../words/text";
import type { Cell } from "../words/grid";
import type { ResultChart, ResultSheet } from "../words/result-sheet";
import { statusText } from "../sheet/results/score-tables";
import { resultNotice } from "../sheet/results/result-notice";
import type { ConditionImpact } from "../engine/rows/in-the-way";
import type { FirmImpact, ImpactDates, TierImpact } from "./edition-impact";

const VERDICTS: readonly Verdict[] = ["met", "unmet", "unknown"];

export function impactSheets(tiers: readonly TierImpact[], dates: ImpactDates, language: Language): ResultSheet[] {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const subtitle = words(
    `同一份数据、同一天（${dates.after}），按${dates.before}和${dates.after}施行的两版标准各评一次，只比实质条件。`,
    `The same data on the same day (${dates.after}) under the editions of ${dates.before} and ${dates.after}; substance alone.`,
  );
  const notice = say(resultNotice(tiers.map(({ draft }) => draft).find((draft) => draft !== null) ?? null));
  const editions = ({ before, after }: TierImpact): string =>
    `${say(editionText(before))} → ${say(editionText(after))}`;
  const conditionRow = (tier: TierImpact, kind: string, one: ConditionImpact): Cell[] => [
    say(tier.name),
    editions(tier),
    kind,
    say(one.text),
    one.firms,
    one.alone,
    say(clauseText(one.clause)),
  ];
  const overview: Cell[][] = [];
  const charts: ResultChart[] = [];
  for (const tier of tiers) {
    for (const before of VERDICTS)
      for (const after of VERDICTS)
        overview.push([
          say(tier.name),
          editions(tier),
          words("企业数", "Enterprises"),
          `${say(statusText(before))} → ${say(statusText(after))}`,
          tier.moves[before][after],
          null,
          "",
        ]);
    const first = overview.length;
    for (const one of tier.losingBy)
      overview.push(conditionRow(tier, words("失去：新版条件", "Lost by the new condition"), one));
    for (const one of tier.gainingBy)
      overview.push(
        conditionRow(tier, words("新增：旧版条件不再是障碍", "Gained: the old condition no longer bars"), one),
      );
    if (overview.length > first)
      charts.push({
        kind: "bar",
        title: words(`${tier.name.zh}：失去和新增，按条件`, `${tier.name.en}: lost and gained, by condition`),
        categories: 3,
        values: [4, 5],
        rows: [first, overview.length - 1],
      });
  }
  const firmRow = (tier: TierImpact, kind: string, firm: FirmImpact): Cell[] => [
    firm.sheetRow,
    firm.name,
    firm.creditCode,
    say(tier.name),
    kind,
    say(statusText(firm.before)),
    say(statusText(firm.after)),
    firm.conditions.map(({ text }) => say(text)).join(words("；", "; ")),
  ];
  const firms = tiers.flatMap((tier) => [
    ...tier.losses.map((firm) => firmRow(tier, words("✗ 失去", "✗ loses"), firm)),
    ...tier.gains.map((firm) => firmRow(tier, words("✓ 新增", "✓ gains"), firm)),
  ]);
  const common = {
    asTable: true,
    frozenColumns: 2,
    statusWords: [
      { word: "✓", tone: "good" },
      { word: "✗", tone: "bad" },
      { word: "?", tone: "unknown" },
    ],
  } as const;
  return [
    {
      ...common,
      name: words("评分_换版影响", "评分_Impact of rules"),
      titleLines: [words("标准换版的影响", "What the change of rules does"), subtitle, notice],
      columns: [
        { heading: words("层级", "Tier"), width: 26 },
        { heading: words("版本", "Editions"), width: 24 },
        { heading: words("类别", "Kind"), width: 26, wrap: true },
        { heading: words("条件或变化", "Condition or move"), width: 60, wrap: true },
        { heading: words("企业数", "Enterprises"), width: 10, format: "#,##0" },
        { heading: words("只因这一条", "By this alone"), width: 12, format: "#,##0" },
        { heading: words("条款", "Clause"), width: 30, wrap: true },
      ],
      rows: overview,
      charts,
    },
    {
      ...common,
      role: "enterprises",
      name: words("评分_换版影响企业", "评分_Impact by enterprise"),
      titleLines: [words("换版后失去和新增的企业", "Enterprises that lose and gain"), subtitle, notice],
      columns: [
        { heading: words("行号", "Row"), width: 6 },
        { heading: words("企业名称", "Enterprise"), width: 30 },
        { heading: words("统一社会信用代码", "Credit code"), width: 21 },
        { heading: words("层级", "Tier"), width: 26 },
        { heading: words("变化", "Change"), width: 10, status: true },
        { heading: words("旧版", "Old edition"), width: 14, status: true },
        { heading: words("新版", "New edition"), width: 14, status: true },
        { heading: words("起作用的条件", "Conditions that did it"), width: 70, wrap: true },
      ],
      rows: firms,
    },
  ];
}
