/** Which sheets of a workbook hold enterprises, clusters, indicators and districts. Input sheets are only read. */
import type { Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { Grid } from "../words/grid";
import { notes } from "../sheet/reading/arrange/arrange-messages";
import { readBook, toldLeftOut } from "../sheet/reading/read-book";
import type { ReadingFailure, SheetReading } from "../sheet/reading/read-sheet";
import type { SavedMapping } from "../sheet/reading/saved-mapping";

export type SheetKind = "enterprise" | "cluster" | "indicator" | "district";

/** The column without which a sheet is none of its kind. */
const KEYS: Readonly<Record<SheetKind, readonly string[]>> = {
  enterprise: ["name"],
  cluster: ["cluster_name"],
  indicator: ["indicator_name", "indicator_actual"],
  district: ["district", "district_industry"],
};

/** Rows that are known by a name, so that those of several sheets can be put together. */
const JOINED: ReadonlySet<SheetKind> = new Set(["enterprise", "cluster"]);

export const SHEET_KINDS: readonly SheetKind[] = ["enterprise", "cluster", "indicator", "district"];

const KIND_NAMES: Readonly<Record<SheetKind, Text>> = {
  enterprise: { zh: "企业名单", en: "a list of enterprises" },
  cluster: { zh: "集群表", en: "a list of clusters" },
  indicator: { zh: "指标表", en: "a list of indicators" },
  district: { zh: "区县产业表", en: "a list of districts' industries" },
};

function noKind(sheet: string): Text {
  return {
    zh: `“${sheet}”不像企业、集群、指标或区县产业表：至少要有企业名称、集群名称、指标和实际值、区县和产业中的一组表头。`,
    en: `"${sheet}" is no sheet of enterprises, clusters, indicators or districts: it has none of their key headings.`,
  };
}

export interface ClusterBook {
  /** The sheets of each kind read together, or the one of them with the most columns recognised. */
  readonly readings: Readonly<Partial<Record<SheetKind, SheetReading>>>;
  /** Why the first sheet that fits no kind could not be read. */
  readonly failure: ReadingFailure | null;
}

function recognised(reading: SheetReading): number {
  return reading.columns.filter(({ use }) => use === "read").length;
}

function fieldsRead(reading: SheetReading): ReadonlySet<string | null> {
  return new Set(reading.columns.filter(({ use }) => use === "read").map(({ field }) => field));
}

/** Why a sheet whose headings fit a kind so far is none of it: the columns it lacks. */
function lacking(reading: SheetReading, kind: SheetKind, missing: readonly string[], vocabulary: Vocabulary): Text {
  const { zh, en } = KIND_NAMES[kind];
  const names = missing.flatMap((key) => vocabulary.fields.get(key)?.name ?? []);
  const [needed, neededEn] = [names.map((name) => `“${name.zh}”`).join("、"), names.map((name) => name.en).join(", ")];
  return {
    zh: `“${reading.sheet}”认得的列最像${zh}，但没有${needed}一列，没有读。${zh}要${needed}：有这一列的请把表头改成它，没有的请补上；如果是按地区汇总的数，这里用不上，请给明细。`,
    en: `The columns of "${reading.sheet}" are most like those of ${en}, yet it has none of ${neededEn}, so it was not read. Name that column so, or add it; sums by district are of no use here, give the rows they were summed from.`,
  };
}

/** How a person set the columns of a sheet. */
type MappingOf = (sheet: string) => SavedMapping | undefined;
const NO_MAPPING: MappingOf = () => undefined;

export interface ClusterMappings {
  readonly mappingOf?: MappingOf;
  /** How the columns of sheets read as one list were set, by their names; left out, those of each sheet hold there too. */
  readonly joinedMappingOf?: ((sheets: readonly string[]) => SavedMapping | undefined) | undefined;
}

/** The reading of a sheet as the kind of which it has the most columns; why not where it fits none. */
export function readAsAny(
  grid: Grid,
  vocabulary: Vocabulary,
  asOf: string,
  mappingOf: MappingOf = NO_MAPPING,
): { readonly kind: SheetKind; readonly reading: SheetReading } | ReadingFailure {
  let best: { kind: SheetKind; reading: SheetReading } | null = null;
  let almost: { kind: SheetKind; reading: SheetReading; missing: readonly string[] } | null = null;
  let failure: ReadingFailure | null = null;
  for (const kind of SHEET_KINDS) {
    const reading = readBook([grid], vocabulary, { asOf, of: kind, mappingOf });
    if (reading.kind === "failure") {
      // That a sheet has no headings of one kind says nothing of the others.
      if (reading.reason !== "no-heading" && reading.reason !== "not-enterprises") failure ??= reading;
      continue;
    }
    const fields = fieldsRead(reading);
    const missing = KEYS[kind].filter((key) => !fields.has(key));
    if (missing.length > 0) {
      if (almost === null || recognised(reading) > recognised(almost.reading)) almost = { kind, reading, missing };
    } else if (best === null || recognised(reading) > recognised(best.reading)) best = { kind, reading };
  }
  if (best !== null) return best;
  const message =
    almost === null ? noKind(grid.sheet) : lacking(almost.reading, almost.kind, almost.missing, vocabulary);
  return failure ?? { kind: "failure", sheet: grid.sheet, reason: "no-heading", message };
}

/** A reading of one sheet, the others of its kind named as left out. */
function besides(reading: SheetReading, sheets: readonly string[]): SheetReading {
  const left = sheets.map((sheet) => ({ sheet, reason: notes.notTogether }));
  return {
    ...reading,
    leftOut: [...reading.leftOut, ...left],
    warnings: [...reading.warnings, ...left.map(toldLeftOut)],
    confirming: (doubts) => besides(reading.confirming(doubts), sheets),
  };
}

/** Sheets of one kind read together, so that years and places join; the best of them alone where that gives less. */
function together(
  kind: SheetKind,
  found: readonly { readonly grid: Grid; readonly reading: SheetReading }[],
  vocabulary: Vocabulary,
  { asOf, mappingOf, joinedMappingOf }: { readonly asOf: string } & ClusterMappings,
): SheetReading | undefined {
  const [first, ...others] = found.map(({ reading }) => reading);
  if (first === undefined || others.length === 0) return first;
  const best = others.reduce((most, one) => (recognised(one) > recognised(most) ? one : most), first);
  const left = found.filter(({ reading }) => reading !== best).map(({ grid: { sheet } }) => sheet);
  const alone = besides(best, left);
  if (!JOINED.has(kind)) return alone;
  const grids = found.map(({ grid }) => grid);
  const options = { asOf, of: kind };
  const own = joinedMappingOf === undefined && mappingOf !== undefined ? { mappingOf } : {};
  const joined = readBook(grids, vocabulary, { ...options, ...own });
  if (joined.kind === "failure" || recognised(joined) < recognised(best)) return alone;
  const mapping = joinedMappingOf?.(joined.sheets);
  const set = mapping === undefined ? joined : readBook(grids, vocabulary, { ...options, mapping });
  if (set.kind === "failure") return alone;
  const fields = fieldsRead(set);
  return KEYS[kind].every((key) => fields.has(key)) ? set : alone;
}

/** The sheets of each kind in a workbook, read together. */
export function readClusterBook(
  grids: readonly Grid[],
  vocabulary: Vocabulary,
  asOf: string,
  { mappingOf = NO_MAPPING, joinedMappingOf }: ClusterMappings = {},
): ClusterBook {
  const sheets = new Map<SheetKind, { readonly grid: Grid; readonly reading: SheetReading }[]>();
  let failure: ReadingFailure | null = null;
  for (const grid of grids) {
    const found = readAsAny(grid, vocabulary, asOf, mappingOf);
    if (found.kind === "failure") failure ??= found;
    else sheets.set(found.kind, [...(sheets.get(found.kind) ?? []), { grid, reading: found.reading }]);
  }
  const readings: Partial<Record<SheetKind, SheetReading>> = {};
  for (const [kind, found] of sheets) {
    const reading = together(kind, found, vocabulary, { asOf, mappingOf, joinedMappingOf });
    if (reading !== undefined) readings[kind] = reading;
  }
  return { readings, failure };
}
