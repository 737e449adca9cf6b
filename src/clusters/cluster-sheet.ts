/**
 * A sheet of clusters: every cluster's measures, its verdict under each class, places and what it takes to catch up. Money in 万元,
 * shares as fractions.
 */
import { percentText } from "../words/figures";
import { editionOn } from "../policy/editions";
import type { Policy, RuleSet } from "../policy/rule-set";
import { slot, type Vocabulary } from "../language/vocabulary";
import type { Text } from "../words/text";
import { dayOfJudgement } from "../words/calendar";
import { Scorer, type Outcome } from "../engine/rows/evaluate";
import type { Facts } from "../engine/facts";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { sumOf, valueOf, type Answer } from "./answer";
import { catchUpYears, growth, localSupply, locationQuotient, meanGrowth, ranks, shareOf } from "./measures";
import { mergeSuggestions, type MergeSuggestion } from "./names";

export interface ClusterMeasures {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly name: string;
  readonly level: string;
  /** 中小企业产值 ÷ 集群产值. */
  readonly smeShare: Answer;
  /** 主导产业产值 ÷ 集群产值. */
  readonly leadShare: Answer;
  /** Output against the year before. */
  readonly growth: Answer;
  /** Arithmetic mean of three yearly growth rates of output. */
  readonly meanGrowth: Answer;
  /** 利润总额 ÷ 营业收入. */
  readonly margin: Answer;
  /** 研发费用 ÷ 营业收入. */
  readonly rdIntensity: Answer;
  /** 本地采购额 ÷ 采购总额, our definition. */
  readonly localSupply: Answer;
  /** By employment. */
  readonly locationQuotient: Answer;
  /** 万元, the year t. */
  readonly revenue: Answer;
  readonly revenueGrowth: Answer;
}

export interface ClusterVerdict {
  readonly edition: RuleSet;
  readonly outcome: Outcome;
}

export interface ClusterRow extends ClusterMeasures {
  /** One for each class in force whose columns the sheet has at least one of. */
  readonly verdicts: readonly ClusterVerdict[];
}

export interface RankedCluster {
  readonly cluster: ClusterRow;
  /** 1-based; ties share a place. Null where the measure is not known. */
  readonly place: number | null;
  readonly value: Answer;
  /** The cluster of the place above; null at the top and where there is no place. */
  readonly rival: string | null;
  /** How much is short of it, in the measure's unit. */
  readonly gap: number | null;
  /** At present growth of revenue; only for rankings by revenue. */
  readonly years: Answer | null;
}

/** Measures a ranking can be by. */
export const RANKINGS = [
  "revenue",
  "revenueGrowth",
  "meanGrowth",
  "margin",
  "rdIntensity",
  "smeShare",
  "leadShare",
  "locationQuotient",
  "localSupply",
] as const;
export type Ranking = (typeof RANKINGS)[number];

export const RANKING_TEXTS: Readonly<Record<Ranking, Text>> = {
  revenue: { zh: "营业收入", en: "Revenue" },
  revenueGrowth: { zh: "营业收入增速", en: "Revenue growth" },
  meanGrowth: { zh: "产值三年平均增速", en: "Mean growth of output" },
  margin: { zh: "营收利润率", en: "Profit margin" },
  rdIntensity: { zh: "研发投入强度", en: "R&D intensity" },
  smeShare: { zh: "中小企业产值占比", en: "SME share" },
  leadShare: { zh: "主导产业占比", en: "Lead share" },
  locationQuotient: { zh: "区位商", en: "Location quotient" },
  localSupply: { zh: "本地配套率", en: "Local supporting rate" },
};

const OUTPUT: Text = { zh: "集群产值", en: "cluster output" };
const REVENUE: Text = { zh: "集群营业收入", en: "cluster revenue" };

function cell(facts: Facts, key: string, row: number): number {
  return facts.column(key)?.[row] ?? NaN;
}

function measuresOf(reading: SheetReading, row: number): ClusterMeasures {
  const { facts } = reading;
  const of = (key: string, back = 0): number => cell(facts, slot(key, back), row);
  const output = of("cluster_output");
  const revenue = of("cluster_revenue");
  return {
    row,
    name: reading.text("cluster_name")[row] ?? "",
    level: reading.text("cluster_level")[row] ?? "",
    smeShare: shareOf(of("sme_output"), output, [{ zh: "中小企业产值", en: "SMEs' output" }, OUTPUT]),
    leadShare: shareOf(of("lead_output"), output, [{ zh: "主导产业产值", en: "the lead industry's output" }, OUTPUT]),
    growth: growth(output, of("cluster_output", 1), OUTPUT),
    meanGrowth: meanGrowth([output, of("cluster_output", 1), of("cluster_output", 2), of("cluster_output", 3)], OUTPUT),
    margin: ratio(of("cluster_profit"), revenue, { zh: "利润总额", en: "profit" }),
    rdIntensity: shareOf(of("cluster_rd"), revenue, [{ zh: "研发费用", en: "R&D expense" }, REVENUE]),
    localSupply: localSupply(of("local_purchases"), of("all_purchases")),
    locationQuotient: locationQuotient(
      of("cluster_employment"),
      of("region_employment"),
      of("nation_industry_employment"),
      of("nation_employment"),
    ),
    revenue: amount(revenue, REVENUE),
    revenueGrowth: growth(revenue, of("cluster_revenue", 1), REVENUE),
  };
}

function amount(value: number, name: Text): Answer {
  return Number.isNaN(value) ? { kind: "unknown", missing: [name], blanks: 1 } : { kind: "known", value };
}

/** Like `shareOf`, where the part may be a loss. */
function ratio(part: number, whole: number, name: Text): Answer {
  if (!Number.isNaN(part) && part < 0) {
    const positive = shareOf(-part, whole, [name, REVENUE]);
    return positive.kind === "known" ? { kind: "known", value: -positive.value } : positive;
  }
  return shareOf(part, whole, [name, REVENUE]);
}

/** The classes of clusters in force on a day (ISO). */
export function clusterEditions(policy: Policy, asOf: string): readonly RuleSet[] {
  return [...policy.clusters.values()].flatMap((entry) => editionOn(entry, asOf, "new") ?? []);
}

export class ClusterSheet {
  readonly clusters: readonly ClusterRow[];
  readonly suggestions: readonly MergeSuggestion[];
  /** What is wrong with the sheet as a whole. */
  readonly warnings: readonly Text[];

  constructor(
    readonly reading: SheetReading,
    policy: Policy,
    vocabulary: Vocabulary,
    asOf: string,
  ) {
    const serial = dayOfJudgement(asOf);
    const judges = clusterEditions(policy, asOf)
      .filter(({ tier }) => tier !== DISTRICT_CLASS)
      .map((edition) => ({
        edition,
        scorer: new Scorer(edition.forPurpose.new, reading.facts, vocabulary, { asOf: serial, t: reading.t }),
      }));
    this.clusters = reading.rowNumbers.map((_, row) => ({
      ...measuresOf(reading, row),
      verdicts: judges.map(({ edition, scorer }) => ({ edition, outcome: scorer.evaluate(row) })),
    }));
    this.suggestions = mergeSuggestions(this.clusters.map(({ name }) => name).filter((name) => name !== ""));
    this.warnings = [...this.sharesOverWhole(), ...this.namedTwice()];
  }

  private sharesOverWhole(): Text[] {
    const shares = [...(this.reading.facts.column("cluster_share") ?? [])].filter((share) => !Number.isNaN(share));
    const total = sumOf(shares);
    if (total <= 1 + 1e-12) return [];
    const shown = percentText(total);
    return [
      {
        zh: `各集群占全省比重加起来是${shown}，超过100%：请核对有没有重复计算，或者把省级以下的也列进来了`,
        en: `The clusters' shares of the province add up to ${shown}: check for double counting`,
      },
    ];
  }

  private namedTwice(): Text[] {
    const seen = new Map<string, number>();
    for (const { name } of this.clusters) if (name !== "") seen.set(name, (seen.get(name) ?? 0) + 1);
    return [...seen]
      .filter(([, times]) => times > 1)
      .map(([name, times]) => ({
        zh: `集群“${name}”有${times}行，每行各算各的`,
        en: `Cluster "${name}" has ${times} rows; each is counted by itself`,
      }));
  }

  /** Places by a measure 比学赶超: no official formula was found, so one measure at a time, the largest first. */
  ranking(by: Ranking): readonly RankedCluster[] {
    const places = ranks(this.clusters.map((cluster) => cluster[by]));
    const ranked = this.clusters
      .map((cluster, at) => ({ cluster, place: places[at] ?? null, value: cluster[by] }))
      .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.cluster.row - b.cluster.row);
    return ranked.map((one) => {
      const own = valueOf(one.value);
      // Those that tie have the same rival: the last of the place above.
      const above = ranked.filter(({ place }) => place !== null && one.place !== null && place < one.place).at(-1);
      const rival = above ? valueOf(above.value) : null;
      const years =
        by === "revenue" && above
          ? catchUpYears(
              own ?? NaN,
              rival ?? NaN,
              valueOf(one.cluster.revenueGrowth) ?? NaN,
              valueOf(above.cluster.revenueGrowth) ?? NaN,
            )
          : null;
      return {
        ...one,
        rival: above?.cluster.name ?? null,
        gap: own === null || rival === null ? null : rival - own,
        years,
      };
    });
  }
}

/** The class whose rows are districts. */
export const DISTRICT_CLASS = "cluster-district-chongqing";
