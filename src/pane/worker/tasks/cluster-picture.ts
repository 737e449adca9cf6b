/** What a run over a workbook's cluster sheets gives the pane: plain data in both languages, so that it crosses to the page as it is. */
import { figureText } from "../../../words/figures";
import type { Text } from "../../../words/text";
import { grouped } from "../../../words/figures";
import { valueOf, whyNot, type Answer } from "../../../clusters/answer";
import { targetsWithoutActual, type BoardLine } from "../../../clusters/board-tables";
import { titleName, type ChainFirm, type ChainTable } from "../../../clusters/chain-leaders";
import type { ClusterRun } from "../../../clusters/cluster-run";
import { RANKING_TEXTS, type ClusterSheet, type Ranking } from "../../../clusters/cluster-sheet";
import type { DistrictMap, DistrictRow, IndustryRole } from "../../../clusters/district-map";
import { refusalOf } from "../../../clusters/indicator-sheet";
import { baseText, type Standing } from "../../../clusters/progress";
import { TITLE_FIELDS, TITLE_NAMES, type GroupField, type RolledUp, type RollUp } from "../../../clusters/roll-up";
import { figureName, indicatorOf, KIND_TEXTS, sourceText, printedText, type Targets } from "../../../clusters/targets";

export interface BoardEntry {
  /** The row of the sheet, as Excel counts. */
  readonly place: number | null;
  readonly name: Text;
  readonly standing: Standing;
  /** With its unit; null where blank or not read. */
  readonly actual: Text | null;
  /** What the completion is counted from; null where that is 0. */
  readonly base: Text | null;
  readonly target: Text | null;
  readonly kind: Text | null;
  readonly by: number | null;
  /** Fractions; null where there is none. */
  readonly completion: number | null;
  readonly elapsed: number | null;
  /** What it takes a year until the target year; null where nothing is lagging or the year is past. */
  readonly pace: Text | null;
  /** Why there is no answer, or what to know about it. */
  readonly remark: Text;
  readonly assumptions: readonly Text[];
  readonly source: Text | null;
}

export interface Board {
  readonly entries: readonly BoardEntry[];
  /** Targets of the documents that no row of the sheet speaks of. */
  readonly gaps: readonly Text[];
}

export interface RankEntry {
  readonly name: string;
  readonly place: number | null;
  /** The measure, or why there is none. */
  readonly value: Text;
  /** Of the largest, a fraction from 0 to 1; null where the measure is not known. */
  readonly part: number | null;
  /** Who stands above, how much is short of it, and in how many years it is caught up; null at the top. */
  readonly behind: Text | null;
}

export interface RankingPicture {
  readonly by: Ranking;
  readonly entries: readonly RankEntry[];
  readonly notes: readonly Text[];
}

export interface Fact {
  readonly name: Text;
  readonly value: Text;
}

export interface RollUpPicture {
  readonly by: GroupField;
  readonly unassigned: number;
  readonly notes: readonly Text[];
  readonly groups: readonly {
    readonly name: string;
    readonly firms: number;
    readonly revenue: Text;
    readonly facts: readonly Fact[];
  }[];
}

export interface ChainPicture {
  readonly chains: readonly {
    readonly name: string;
    readonly leaders: readonly Text[];
    readonly links: readonly {
      /** "" for firms whose link the sheet does not say. */
      readonly link: string;
      readonly firms: number;
      readonly candidates: readonly Text[];
      readonly remark: Text;
    }[];
  }[];
  readonly missing: readonly Text[];
  readonly unassigned: number;
}

export interface DistrictPicture {
  readonly industries: readonly string[];
  readonly districts: readonly (Pick<DistrictRow, "district" | "verdict" | "remark"> & {
    /** One for each industry; undefined where the district has not chosen it. */
    readonly roles: readonly (IndustryRole | undefined)[];
  })[];
  readonly limits: { readonly name: Text; readonly lead: number; readonly special: number; readonly source: Text };
  /** Rows that lack a district or an industry. */
  readonly incomplete: readonly number[];
}

/** The parts the workbook has sheets for; the others are null or empty. */
export interface ClusterPicture {
  readonly asOf: string;
  readonly board: Board | null;
  readonly ranking: RankingPicture | null;
  readonly rollUps: readonly RollUpPicture[];
  readonly chains: ChainPicture | null;
  readonly districts: DistrictPicture | null;
}

export interface PictureFrame {
  readonly targets: Targets;
  readonly asOf: string;
  readonly documents: readonly string[];
  readonly ranking: Ranking;
  /** The row of the indicators' sheet that a row of its reading stands in. */
  readonly rowNumbers: readonly number[];
}

/** 万元 in 亿元. */
const YI = 10_000;
const NOTHING: Text = { zh: "", en: "" };

function amount(value: number): Text {
  return figureText(Number((value / YI).toFixed(2)), "亿元");
}

function percent(value: number, decimals = 1): Text {
  const shown = `${grouped(value * 100, decimals)}%`;
  return { zh: shown, en: shown };
}

function plain(value: number, decimals: number): Text {
  const shown = grouped(value, decimals);
  return { zh: shown, en: shown };
}

function shown(answer: Answer, format: (value: number) => Text): Text {
  const value = valueOf(answer);
  return value === null ? whyNot(answer) : format(value);
}

function rounded(value: number, unit: string): Text {
  if (unit === "%") {
    const points = grouped(value * 100, 2);
    return { zh: `${points}个百分点`, en: `${points} percentage points` };
  }
  return figureText(value < 10 ? value : Math.round(value), unit);
}

function boardEntry({ row, progress: one }: BoardLine, { targets, rowNumbers }: PictureFrame): BoardEntry {
  const place = rowNumbers[row.row] ?? null;
  const { assumptions } = row;
  if (one === null)
    return {
      place,
      name: { zh: row.name, en: row.name },
      standing: "refused",
      actual: null,
      base: null,
      target: null,
      kind: null,
      by: null,
      completion: null,
      elapsed: null,
      pace: null,
      remark: refusalOf(row),
      assumptions,
      source: null,
    };
  const { unit } = indicatorOf(targets, one.target.indicator);
  const [pace, growth] = [valueOf(one.pace), valueOf(one.growth)];
  return {
    place,
    name: figureName(targets, one.target),
    standing: one.standing,
    actual: one.actual === null ? null : figureText(one.actual, unit),
    base: baseText(one, targets),
    target: printedText(targets, one.target),
    kind: KIND_TEXTS[one.target.kind],
    by: one.target.by,
    completion: valueOf(one.completion),
    elapsed: valueOf(one.elapsed),
    pace: one.standing === "behind" && pace !== null ? paceText(rounded(pace, unit), growth) : null,
    remark: one.standing === "refused" ? refusalOf(row) : one.remark,
    assumptions,
    source: sourceText(targets, one.target),
  };
}

function paceText(pace: Text, growth: number | null): Text {
  if (growth === null) return { zh: `每年要增${pace.zh}`, en: `needs ${pace.en} a year` };
  const rate = percent(growth);
  return {
    zh: `每年要增${pace.zh}，年均增速${rate.zh}`,
    en: `needs ${pace.en} a year, a growth of ${rate.en}`,
  };
}

function boardOf(board: NonNullable<ClusterRun["board"]>, frame: PictureFrame): Board {
  const { targets, documents } = frame;
  const gaps = targets.sets
    .filter(({ document }) => documents.includes(document))
    .flatMap((set) => targetsWithoutActual(board.rows, set))
    .map((target) => figureName(targets, target));
  return { entries: board.lines.map((line) => boardEntry(line, frame)), gaps };
}

function measure(by: Ranking): (value: number) => Text {
  if (by === "revenue") return amount;
  return by === "locationQuotient" ? (value) => plain(value, 2) : (value) => percent(value);
}

function rankingOf(sheet: ClusterSheet, by: Ranking): RankingPicture {
  const ranked = sheet.ranking(by);
  const format = measure(by);
  const most = ranked.reduce((largest, { value }) => Math.max(largest, valueOf(value) ?? 0), 0);
  return {
    by,
    entries: ranked.map(({ cluster, place, value, rival, gap, years }) => {
      const own = valueOf(value);
      return {
        name: cluster.name,
        place,
        value: shown(value, format),
        part: own === null ? null : most > 0 ? Math.max(0, own / most) : 0,
        behind: rival === null || gap === null ? null : behindText(rival, format(gap), years),
      };
    }),
    notes: [...sheet.warnings, ...sheet.suggestions.map(({ message }) => message)],
  };
}

function behindText(rival: string, gap: Text, years: Answer | null): Text {
  const base = { zh: `比“${rival}”少${gap.zh}`, en: `${gap.en} less than ${rival}` };
  if (years === null) return base;
  const value = valueOf(years);
  const why = whyNot(years);
  return value === null
    ? { zh: `${base.zh}；${why.zh}`, en: `${base.en}; ${why.en}` }
    : {
        zh: `${base.zh}；按现在的增速要${grouped(value, 1)}年赶上`,
        en: `${base.en}; caught up in ${grouped(value, 1)} years at present growth`,
      };
}

const RATIOS: readonly {
  readonly name: Text;
  readonly of: (one: RolledUp) => Answer;
  readonly format: (value: number) => Text;
}[] = [
  { name: RANKING_TEXTS.rdIntensity, of: ({ rdIntensity }) => rdIntensity, format: (value) => percent(value, 2) },
  { name: RANKING_TEXTS.margin, of: ({ margin }) => margin, format: (value) => percent(value, 2) },
  { name: RANKING_TEXTS.revenueGrowth, of: ({ growth }) => growth, format: percent },
  { name: { zh: "中小企业收入占比", en: "SME share of revenue" }, of: ({ smeShare }) => smeShare, format: percent },
  { name: { zh: "主导行业收入占比", en: "Lead industry's share" }, of: ({ leadShare }) => leadShare, format: percent },
  { name: { zh: "集中度 HHI", en: "HHI" }, of: ({ hhi }) => hhi, format: (value) => plain(value, 0) },
  { name: { zh: "前四家占比 CR4", en: "CR4" }, of: ({ cr4 }) => cr4, format: percent },
  { name: { zh: "规上企业占比", en: "Above-scale firms" }, of: ({ scaleShare }) => scaleShare, format: percent },
];

function rollUpOf({ by, groups, unassigned, suggestions }: RollUp): RollUpPicture {
  return {
    by,
    unassigned,
    notes: suggestions.map(({ message }) => message),
    groups: groups.map((one) => ({
      name: one.name,
      firms: one.firms,
      revenue: shown(one.revenue, amount),
      facts: [
        ...RATIOS.map(({ name, of, format }) => ({ name, value: shown(of(one), (value) => format(value)) })),
        ...TITLE_FIELDS.flatMap((field) => {
          const count = one.titles[field];
          return count === null ? [] : [{ name: TITLE_NAMES[field], value: heldText(count.held, count.open) }];
        }),
      ],
    })),
  };
}

function heldText(held: number, open: number): Text {
  return open === 0
    ? { zh: `${held}家`, en: String(held) }
    : { zh: `${held}家，${open}家没填`, en: `${held}, ${open} blank` };
}

function firmText({ name, title, revenue }: ChainFirm): Text {
  const held = titleName(title);
  const size = Number.isNaN(revenue) ? NOTHING : amount(revenue);
  const text = (language: keyof Text, open: string, close: string, comma: string): string => {
    const inside = [held[language], size[language]].filter((part) => part !== "").join(comma);
    return inside === "" ? name : `${name}${open}${inside}${close}`;
  };
  return { zh: text("zh", "（", "）", "，"), en: text("en", " (", ")", ", ") };
}

function chainsOf({ links, missing, unassigned }: ChainTable): ChainPicture {
  const names = [...new Set(links.map(({ chain }) => chain))];
  return {
    chains: names.map((name) => {
      const own = links.filter(({ chain }) => chain === name);
      return {
        name,
        leaders: (own[0]?.leaders ?? []).map(firmText),
        links: own.map(({ link, firms, candidates, remark }) => ({
          link,
          firms,
          candidates: candidates.map(firmText),
          remark,
        })),
      };
    }),
    missing,
    unassigned,
  };
}

function districtsOf({ industries, districts, limits, incomplete }: DistrictMap, targets: Targets): DistrictPicture {
  return {
    industries,
    districts: districts.map(({ district, verdict, remark, roles }) => ({
      district,
      verdict,
      remark,
      roles: industries.map((industry) => roles.get(industry)),
    })),
    limits: { name: limits.name, lead: limits.lead, special: limits.special, source: sourceText(targets, limits) },
    incomplete,
  };
}

export function pictureOf(run: ClusterRun, frame: PictureFrame): ClusterPicture {
  const { board, clusters, rollUps, chains, districts } = run;
  return {
    asOf: frame.asOf,
    board: board === null ? null : boardOf(board, frame),
    ranking: clusters === null ? null : rankingOf(clusters, frame.ranking),
    rollUps: rollUps.map(rollUpOf),
    chains: chains === null ? null : chainsOf(chains),
    districts: districts === null ? null : districtsOf(districts, frame.targets),
  };
}
