/** Everything a workbook's cluster sheets give, in one call: the same for the pane, its worker and the command line. */
import type { Policy } from "../policy/rule-set";
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { dayOfJudgement } from "../words/calendar";
import type { ResultSheet } from "../words/result-sheet";
import { BoardTables, boardLines, type BoardLine } from "./board-tables";
import { chainTable, type ChainTable } from "./chain-leaders";
import type { ClusterBook } from "./cluster-book";
import { ClusterSheet, type Ranking } from "./cluster-sheet";
import { clusterTable, rankingTable, rollUpTable } from "./cluster-tables";
import { districtLimits, districtMap, type DistrictMap } from "./district-map";
import { IndicatorSheet, type IndicatorRow } from "./indicator-sheet";
import { chainSheet, districtTable } from "./map-tables";
import { rollUp, type GroupField, type RollUp } from "./roll-up";
import type { Targets, TargetSet } from "./targets";

export interface ClusterKnowledge {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly targets: Targets;
}

export interface ClusterOptions {
  /** The day of judgement, ISO. */
  readonly asOf: string;
  /** Ids of the documents whose targets are used; see `targetSets`. */
  readonly documents: readonly string[];
  /** Group fields to roll enterprises up by; those the sheet has no value of are left out. */
  readonly by: readonly GroupField[];
  readonly ranking: Ranking;
  readonly language: Language;
}

/** The parts a workbook has sheets for; the others are null. */
export interface ClusterRun {
  readonly board: {
    readonly rows: readonly IndicatorRow[];
    readonly lines: readonly BoardLine[];
    readonly summary: string;
  } | null;
  readonly clusters: ClusterSheet | null;
  readonly rollUps: readonly RollUp[];
  readonly chains: ChainTable | null;
  readonly districts: DistrictMap | null;
  /** For the workbook, in the order they are best read. */
  readonly sheets: readonly ResultSheet[];
}

/** The sets a person can choose from: documents with targets, in the order of the release. */
export function targetSets({ sets }: Targets): readonly TargetSet[] {
  return sets.filter(({ targets }) => targets.length > 0);
}

/** What a set is called: its own name, or its document's title. */
export function setName({ documents }: Targets, { name, document }: TargetSet): Text {
  const title = documents.find(({ id }) => id === document)?.title;
  return name ?? title ?? { zh: document, en: document };
}

/** The set chosen where nobody says otherwise. */
export const DEFAULT_SET = "sd-clusters-2023";

/** Candidates listed for a link of a chain. */
const MOST_CANDIDATES = 5;

/** RangeError for an `asOf` that is no date; everything else a sheet may hold comes out as data. */
export function runClusters({ readings }: ClusterBook, known: ClusterKnowledge, options: ClusterOptions): ClusterRun {
  const { policy, vocabulary, targets } = known;
  const { asOf, documents, language, ranking } = options;
  const day = dayOfJudgement(asOf);
  const sheets: ResultSheet[] = [];

  let board: ClusterRun["board"] = null;
  if (readings.indicator) {
    const rows = new IndicatorSheet(readings.indicator, targets, { asOf, documents }).rows();
    const sets = targets.sets.filter(({ document }) => documents.includes(document));
    const tables = new BoardTables(rows, targets, { asOf, language, rowNumbers: readings.indicator.rowNumbers, sets });
    board = { rows, lines: boardLines(rows), summary: tables.summary() };
    sheets.push(...tables.sheets());
  }

  const clusters = readings.cluster ? new ClusterSheet(readings.cluster, policy, vocabulary, asOf) : null;
  if (clusters)
    sheets.push(clusterTable(clusters, { vocabulary, targets, language }), rankingTable(clusters, ranking, language));

  const { enterprise } = readings;
  const rollUps = enterprise
    ? options.by
        .filter((by) => enterprise.text(by).some((text) => text.trim() !== ""))
        .map((by) => rollUp(enterprise, vocabulary, { by, asOf: day }))
    : [];
  sheets.push(...rollUps.map((rolled) => rollUpTable(rolled, language)));

  const named = enterprise?.text("chain").some((text) => text.trim() !== "") ?? false;
  const chains = enterprise && named ? chainTable(enterprise, vocabulary, { asOf: day, most: MOST_CANDIDATES }) : null;
  if (chains) sheets.push(chainSheet(chains, language));

  const limits = districtLimits(targets);
  const districts = readings.district && limits ? districtMap(readings.district, limits) : null;
  if (districts) sheets.push(districtTable(districts, targets, language));

  return { board, clusters, rollUps, chains, districts, sheets };
}
