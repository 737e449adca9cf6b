/** Clusters of a list: measures, verdicts and places; and an enterprise list rolled up by cluster or chain, as result sheets. */
import { conditionsOf } from "../policy/rule-set";
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { Cell } from "../words/grid";
import type { ResultColumn, ResultSheet } from "../words/result-sheet";
import { statusText } from "../sheet/results/score-tables";
import { valueOf, whyNot, type Answer } from "./answer";
import { answerCell } from "./board-tables";
import { RANKING_TEXTS, type ClusterSheet, type ClusterVerdict, type Ranking } from "./cluster-sheet";
import { LOCAL_SUPPLY_NOTE } from "./measures";
import { revenueStep } from "./revenue-steps";
import { TITLE_FIELDS, TITLE_NAMES, type GroupField, type RollUp, type RolledUp } from "./roll-up";
import type { Targets } from "./targets";
import { sheetRowOf } from "../sheet/reading/sheet-row";

/** 万元 in 亿元. */
const YI = 10_000;

const VERDICT_WORDS = [
  { word: "✓", tone: "good" },
  { word: "✗", tone: "bad" },
  { word: "?", tone: "unknown" },
] as const;

const GROUP_TEXTS: Readonly<Record<GroupField, Text>> = {
  cluster: { zh: "产业集群", en: "Cluster" },
  chain: { zh: "产业链", en: "Chain" },
};

/** What stands behind a verdict: the conditions not met, or the columns that are missing. */
export function verdictRemark({ edition, outcome }: ClusterVerdict, vocabulary: Vocabulary): Text {
  if (outcome.status === "met") return { zh: "", en: "" };
  if (outcome.status === "unknown") {
    const names = outcome.missing.map(
      (id) => vocabulary.fields.get(id.replace(/\[.*/, ""))?.name ?? { zh: id, en: id },
    );
    return { zh: `缺${names.map(({ zh }) => zh).join("、")}`, en: `missing: ${names.map(({ en }) => en).join(", ")}` };
  }
  const { conditions } = edition.forPurpose.new;
  const texts = new Map([...conditions, ...conditionsOf(conditions)].map(({ id, text }) => [id, text]));
  const unmet = outcome.unmet.map((id) => texts.get(id) ?? { zh: id, en: id });
  return { zh: unmet.map(({ zh }) => zh).join("；"), en: unmet.map(({ en }) => en).join("; ") };
}

const MEASURES = [
  { key: "smeShare", format: "0.0%" },
  { key: "leadShare", format: "0.0%" },
  { key: "meanGrowth", format: "0.0%" },
  { key: "margin", format: "0.0%" },
  { key: "rdIntensity", format: "0.0%" },
  { key: "localSupply", format: "0.0%" },
  { key: "locationQuotient", format: "0.00" },
] as const;

export interface ClusterTexts {
  readonly vocabulary: Vocabulary;
  readonly targets: Targets;
  readonly language: Language;
}

/** Measures and verdicts of a list of clusters. */
export function clusterTable(sheet: ClusterSheet, { vocabulary, targets, language }: ClusterTexts): ResultSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const editions = sheet.clusters[0]?.verdicts.map(({ edition }) => edition) ?? [];
  const columns: ResultColumn[] = [
    { heading: say("行号", "Row"), width: 6 },
    { heading: say("集群", "Cluster"), width: 30 },
    { heading: say("级别", "Level"), width: 10 },
    { heading: say("营业收入（亿元）", "Revenue (100 m yuan)"), width: 16, format: "#,##0.##" },
    { heading: say("营业收入增速", "Revenue growth"), width: 14, format: "0.0%" },
    { heading: say("收入规模档", "Class by revenue"), width: 16 },
    { heading: say("距下一档（亿元）", "Short of the next"), width: 16, format: "#,##0.##" },
    ...MEASURES.map(({ key, format }) => ({ heading: RANKING_TEXTS[key][language], width: 16, format })),
    ...editions.flatMap(({ name }) => [
      { heading: name[language], width: 20, status: true },
      { heading: say(`${name.zh}：说明`, `${name.en}: remark`), width: 44, wrap: true },
    ]),
  ];
  const rows = sheet.clusters.map((cluster): Cell[] => {
    const step = revenueStep(cluster.revenue, targets);
    const revenue = valueOf(cluster.revenue);
    return [
      sheetRowOf(sheet.reading, cluster.row),
      cluster.name,
      cluster.level,
      revenue === null ? whyNot(cluster.revenue)[language] : revenue / YI,
      answerCell(cluster.revenueGrowth, language),
      step?.reached ?? "?",
      step?.short ?? null,
      ...MEASURES.map(({ key }) => answerCell(cluster[key], language)),
      ...cluster.verdicts.flatMap((verdict) => [
        statusText(verdict.outcome.status)[language],
        verdictRemark(verdict, vocabulary)[language],
      ]),
    ];
  });
  return {
    name: say("评分_集群", "评分_clusters"),
    titleLines: [
      say("集群指标与标准", "Measures and verdicts of clusters"),
      say("空白不当作0：缺数的格子写明缺什么。金额亿元。", "A blank is not 0: cells say what is missing."),
      LOCAL_SUPPLY_NOTE[language],
    ],
    columns,
    rows,
    asTable: true,
    frozenColumns: 2,
    statusWords: VERDICT_WORDS,
    notes: [...sheet.warnings, ...sheet.suggestions.map(({ message }) => message)].map((text) => text[language]),
    charts: [
      { kind: "column", title: say("各集群营业收入（亿元）", "Revenue of clusters"), categories: 1, values: [3] },
    ],
  };
}

/** The numbers a ranking's measure is shown in. */
function shown(by: Ranking): { readonly divide: number; readonly format: string; readonly unit: Text } {
  if (by === "revenue") return { divide: YI, format: "#,##0.##", unit: { zh: "（亿元）", en: " (100 m yuan)" } };
  if (by === "locationQuotient") return { divide: 1, format: "0.00", unit: { zh: "", en: "" } };
  return { divide: 1, format: "0.0%", unit: { zh: "", en: "" } };
}

/** Places by one measure 比学赶超, with what it takes to catch up. */
export function rankingTable(sheet: ClusterSheet, by: Ranking, language: Language): ResultSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const { divide, format, unit } = shown(by);
  const measure = RANKING_TEXTS[by];
  const ranked = sheet.ranking(by);
  return {
    name: say("评分_集群排名", "评分_ranking"),
    titleLines: [
      say(`集群排名：按${measure.zh}`, `Places by ${measure.en}`),
      say(
        "并列的占同一名次，下一名次空出（1、2、2、4）。赶超没有官方算法，这里按现有增速推算：年数＝ln（前一名÷自己）÷ln（（1＋自己增速）÷（1＋前一名增速）），增速不比前一名快的追不上。",
        "Ties share a place. There is no official method of catching up; years = ln(rival / own) / ln((1 + own growth) / (1 + rival's growth)) at present growth.",
      ),
    ],
    columns: [
      { heading: say("名次", "Place"), width: 8 },
      { heading: say("集群", "Cluster"), width: 30 },
      { heading: `${measure[language]}${unit[language]}`, width: 18, format },
      { heading: say("前一名", "The one above"), width: 30 },
      { heading: say("还差", "Short of it"), width: 16, format },
      { heading: say("营业收入增速", "Revenue growth"), width: 16, format: "0.0%" },
      { heading: say("按现有增速几年赶上", "Years to catch up"), width: 24, format: "0.0" },
    ],
    rows: ranked.map(({ cluster, place, value, rival, gap, years }): Cell[] => {
      const own = valueOf(value);
      return [
        place,
        cluster.name,
        own === null ? whyNot(value)[language] : own / divide,
        rival ?? "",
        gap === null ? null : gap / divide,
        answerCell(cluster.revenueGrowth, language),
        years === null ? "" : answerCell(years, language),
      ];
    }),
    asTable: true,
    frozenColumns: 2,
    charts: [{ kind: "bar", title: measure[language], categories: 1, values: [2] }],
  };
}

const ROLLED: readonly {
  readonly zh: string;
  readonly en: string;
  readonly format: string;
  readonly of: (one: RolledUp) => Answer;
}[] = [
  { zh: "研发投入强度", en: "R&D intensity", format: "0.00%", of: ({ rdIntensity }) => rdIntensity },
  { zh: "营收利润率", en: "Profit margin", format: "0.00%", of: ({ margin }) => margin },
  { zh: "营业收入增速", en: "Revenue growth", format: "0.0%", of: ({ growth }) => growth },
  { zh: "中小企业收入占比", en: "SME share", format: "0.0%", of: ({ smeShare }) => smeShare },
  { zh: "主导行业收入占比", en: "Lead share", format: "0.0%", of: ({ leadShare }) => leadShare },
  { zh: "HHI", en: "HHI", format: "#,##0", of: ({ hhi }) => hhi },
  { zh: "CR4", en: "CR4", format: "0.0%", of: ({ cr4 }) => cr4 },
  { zh: "规上企业占比", en: "Above-scale share", format: "0.0%", of: ({ scaleShare }) => scaleShare },
];

/** An enterprise list by cluster or chain. */
export function rollUpTable(rolled: RollUp, language: Language): ResultSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const group = GROUP_TEXTS[rolled.by];
  const titles = TITLE_FIELDS.filter((field) => rolled.groups.some((one) => one.titles[field] !== null));
  const rows = rolled.groups.map((one): Cell[] => {
    const revenue = valueOf(one.revenue);
    const open = titles.reduce((all, field) => all + (one.titles[field]?.open ?? 0), 0);
    return [
      one.name,
      one.firms,
      revenue === null ? whyNot(one.revenue)[language] : revenue / YI,
      ...ROLLED.map(({ of }) => answerCell(of(one), language)),
      one.leadIndustry,
      ...titles.map((field) => one.titles[field]?.held ?? null),
      open,
    ];
  });
  return {
    name: say(`评分_按${group.zh}汇总`, `评分_by ${group.en.toLowerCase()}`),
    titleLines: [
      say(`企业按${group.zh}汇总`, `Enterprises by ${group.en.toLowerCase()}`),
      say(
        "比率都是合计比合计（如研发费用合计÷营业收入合计）。缺一家的数就不算比率，写明缺什么、几处。称号数是填报有效的家数，没填的另列，不当作没有。规上按年营业收入2000万元以上。主导行业是收入最多的两位数行业，是本工具的读法。",
        "Ratios are totals over totals. With one firm's number missing there is no ratio. Titles are those filled in and valid; blanks are counted apart. Above-scale: 20 million yuan of yearly revenue. The lead industry is the two-digit one with the most revenue, our own reading.",
      ),
    ],
    columns: [
      { heading: group[language], width: 30 },
      { heading: say("企业数", "Firms"), width: 10 },
      { heading: say("营业收入（亿元）", "Revenue (100 m yuan)"), width: 18, format: "#,##0.00" },
      ...ROLLED.map(({ zh, en, format }) => ({ heading: say(zh, en), width: 16, format })),
      { heading: say("主导行业", "Lead industry"), width: 10 },
      ...titles.map((field) => ({ heading: TITLE_NAMES[field][language], width: 12 })),
      { heading: say("称号没填（处）", "Title cells blank"), width: 14 },
    ],
    rows,
    asTable: true,
    frozenColumns: 1,
    notes: [
      ...(rolled.unassigned > 0
        ? [
            say(
              `${rolled.unassigned}家没有写${group.zh}，没有汇总。`,
              `${rolled.unassigned} firms name no ${group.en.toLowerCase()} and are left out.`,
            ),
          ]
        : []),
      ...rolled.suggestions.map(({ message }) => message[language]),
    ],
    ...(rows.length > 0
      ? { charts: [{ kind: "bar" as const, title: say("营业收入（亿元）", "Revenue"), categories: 0, values: [2] }] }
      : {}),
  };
}
