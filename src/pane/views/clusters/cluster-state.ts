/** What the view 集群 shows: what a person chose, what was read, and what came of it. */
import type { SheetKind } from "../../../clusters/cluster-book";
import { DEFAULT_SET } from "../../../clusters/cluster-run";
import type { Ranking } from "../../../clusters/cluster-sheet";
import type { DocumentStatements, PublishedScope } from "../../../clusters/published";
import type { WrittenSheet } from "../../../excel/host";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import type { Text } from "../../../words/text";
import type { UnderWay } from "../../app/work";
import type { FittingSheet, SetChoice, SheetsTogether } from "../../worker/tasks/clusters";
import type { ClusterPicture } from "../../worker/tasks/cluster-picture";
import type { SeenList } from "../../worker/tasks/seen-columns";

export interface ClusterChoices {
  /** The document whose targets are used; null for every document. */
  readonly set: string | null;
  /** The sheets used for each kind: none, one, or several that make one list. */
  readonly sheets: Readonly<Record<SheetKind, readonly string[]>>;
  readonly ranking: Ranking;
  /** The day of judgement chosen here; null follows the pane's. */
  readonly asOf: string | null;
}

export interface ClusterTrouble {
  readonly text: Text;
  /** The one button that helps. */
  readonly remedy: "sample" | "again" | null;
}

/** What was read of a kind, and how a person set its columns. */
export interface ReadList extends SeenList {
  readonly saved: SavedMapping | undefined;
}

/** What becomes of how columns were set; undefined where nothing is set. */
export type MappingChange = (saved: SavedMapping | undefined) => SavedMapping | undefined;

export interface ClusterState {
  readonly sets: readonly SetChoice[];
  /** The published figures of the release. */
  readonly published: readonly PublishedScope[];
  /** What its documents say without a figure. */
  readonly statements: readonly DocumentStatements[];
  /** Sheets that fit, in the order of the workbook; null before the first look. */
  readonly fitting: readonly FittingSheet[] | null;
  readonly together: readonly SheetsTogether[];
  readonly choices: ClusterChoices;
  /** The day of judgement, ISO. */
  readonly asOf: string;
  readonly picture: ClusterPicture | null;
  /** What of several sheets was not read, and why. */
  readonly leftOut: readonly Text[];
  readonly lists: readonly ReadList[];
  /** Rows to be read before anything can be shown, where they are so many that a person should say so first. */
  readonly toRead: number | null;
  /** Cells or sheets have changed since. */
  readonly stale: boolean;
  readonly work: UnderWay | null;
  readonly written: readonly WrittenSheet[];
  readonly trouble: ClusterTrouble | null;
}

const NO_SHEETS: ClusterChoices["sheets"] = { enterprise: [], cluster: [], indicator: [], district: [] };

export const NO_CLUSTERS: ClusterState = {
  sets: [],
  published: [],
  statements: [],
  fitting: null,
  together: [],
  choices: { set: DEFAULT_SET, sheets: NO_SHEETS, ranking: "revenue", asOf: null },
  asOf: "",
  picture: null,
  leftOut: [],
  lists: [],
  toRead: null,
  stale: false,
  work: null,
  written: [],
  trouble: null,
};

export const NOTHING_FITS: Text = {
  zh: "这个工作簿里没有能看的表。要有下面一样：指标和实际值，集群名称，企业名称和所属产业集群（或产业链），区县和产业。可以先加一张示例表看看。",
  en: "No sheet here can be used. One of these is needed: indicators with actuals, names of clusters, enterprises with their cluster or chain, or districts with industries. A sample sheet shows how.",
};

/** Of the enterprises of a sheet. */
export function nothingToRollUp(name: string): Text {
  return {
    zh: `“${name}”里没有写“所属产业集群”或“所属产业链”，没有东西可以汇总。请填上其中一栏，或先加一张示例表看看。`,
    en: `"${name}" names no cluster (所属产业集群) and no chain (所属产业链), so there is nothing to roll up. Fill in one of them, or add a sample sheet to see how.`,
  };
}

/** Why a column is not set as a person wants it. */
export const COLUMN_NEEDED: Text = {
  zh: "这样改，这张表就认不出是哪一种了，所以没有改。表里要有的一列（集群名称、企业名称、指标和实际值，或区县和产业）要先定给别的列。",
  en: "Set so, the sheet could not be read as what it is, so nothing was changed. The column it needs (name of the cluster or enterprise, indicator and actual, or district and industry) has to be given to another column first.",
};
