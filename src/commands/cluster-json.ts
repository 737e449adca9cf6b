/** The JSON of a workbook's clusters: how each of its sheets was read, and the results of each. */
import { valueOf, whyNot, type Answer } from "../clusters/answer";
import { SHEET_KINDS, type ClusterBook, type SheetKind } from "../clusters/cluster-book";
import type { ClusterRun } from "../clusters/cluster-run";
import { RANKINGS, type ClusterSheet } from "../clusters/cluster-sheet";
import { whyOpen } from "../clusters/indicator-sheet";
import type { RolledUp } from "../clusters/roll-up";
import type { Vocabulary } from "../language/vocabulary";
import type { ClusterArguments } from "./cluster-arguments";
import { JsonRows, type JsonSink } from "./kit/json-rows";
import { assumptionsJson, factsOf, readingHead, rowHead } from "./reading-head";

/** Measures of a roll-up that are told. */
export const ROLLED = [
  "revenue",
  "rdIntensity",
  "margin",
  "growth",
  "smeShare",
  "leadShare",
  "hhi",
  "cr4",
  "scaleShare",
] as const;

/** A number, or null with the reason beside it. */
function answersJson<Key extends string>(keys: readonly Key[], of: (key: Key) => Answer) {
  const answers = keys.map((key) => ({ key, answer: of(key) }));
  const open = answers.filter(({ answer }) => answer.kind !== "known");
  return {
    measures: Object.fromEntries(answers.map(({ key, answer }) => [key, valueOf(answer)])),
    ...(open.length === 0 ? {} : { why: Object.fromEntries(open.map(({ key, answer }) => [key, whyNot(answer).zh])) }),
  };
}

function verdictsJson({ verdicts }: ClusterSheet["clusters"][number]) {
  return Object.fromEntries(
    verdicts.map(({ edition, outcome }) => [
      edition.tier,
      { edition: edition.edition, status: outcome.status, unmet: outcome.unmet, missingCells: outcome.missing },
    ]),
  );
}

function groupJson(group: RolledUp) {
  const { name, firms, titles } = group;
  return { name, firms, titles, ...answersJson(ROLLED, (key) => group[key]) };
}

/** What came out for a row of a kind of sheet, by the reading's row; nothing for rows of enterprises and districts. */
function outcomesOf({ board, clusters }: ClusterRun, kind: SheetKind): ReadonlyMap<number, object> {
  if (kind === "cluster" && clusters !== null)
    return new Map(
      clusters.clusters.map((cluster) => [
        cluster.row,
        { ...answersJson(RANKINGS, (key) => cluster[key]), classes: verdictsJson(cluster) },
      ]),
    );
  if (kind !== "indicator" || board === null) return new Map();
  return new Map(
    board.lines.map(({ row, progress }) => {
      const told =
        progress === null
          ? { target: null, standing: "refused", actual: null, completion: null }
          : {
              target: progress.target.id,
              standing: progress.standing,
              actual: progress.actual,
              completion: valueOf(progress.completion),
            };
      const why = whyOpen(row, progress).zh;
      return [
        row.row,
        {
          ...told,
          ...(why === "" ? {} : { why }),
          ...(row.assumptions.length === 0 ? {} : { assumed: row.assumptions.map(({ zh }) => zh) }),
        },
      ];
    }),
  );
}

/** Writes everything. `reading` tells every sheet that was read; where there are several, each column says whose it is. */
export async function writeClusterJson(
  sink: JsonSink,
  { readings }: ClusterBook,
  run: ClusterRun,
  {
    vocabulary,
    asOf,
    documents,
    facts,
  }: Pick<ClusterArguments, "asOf" | "documents" | "facts"> & { readonly vocabulary: Vocabulary },
): Promise<void> {
  const read = SHEET_KINDS.flatMap((kind) => {
    const reading = readings[kind];
    return reading === undefined ? [] : [{ kind, reading }];
  });
  const heads = read.map(({ kind, reading }) => ({ kind, ...readingHead(reading) }));
  const several = heads.length > 1;
  const lines = JsonRows.begin(sink, {
    asOf,
    documents,
    reading: {
      sheets: heads.flatMap(({ reading }) => reading.sheets),
      headingRows: heads[0]?.reading.headingRows ?? null,
      lists: heads.map(({ kind, sheet, t, reading }) => ({ of: kind, sheet, t, headingRows: reading.headingRows })),
      columns: heads.flatMap(({ sheet, reading }) =>
        reading.columns.map((column) => (several ? { sheet, ...column } : column)),
      ),
      leftOut: heads.flatMap(({ reading }) => reading.leftOut),
      doubts: heads.flatMap(({ sheet, reading }) =>
        reading.doubts.map((doubt) => (several ? { sheet, ...doubt } : doubt)),
      ),
    },
    unreadable: heads.flatMap(({ sheet, unreadable }) => unreadable.map((one) => ({ sheet, ...one }))),
    warnings: heads.flatMap(({ sheet, warnings }) => warnings.map((one) => ({ sheet, ...one }))),
  });
  for (const { kind, reading } of read) {
    const outcomes = outcomesOf(run, kind);
    for (let row = 0; row < reading.facts.count; row += 1) {
      const { creditCode, ...place } = rowHead(reading, row, kind);
      await lines.add({
        of: kind,
        sheet: reading.sheet,
        ...place,
        ...(creditCode === "" ? {} : { creditCode }),
        ...outcomes.get(row),
        ...factsOf(reading, row, vocabulary, facts),
      });
    }
  }
  const { rollUps, districts } = run;
  await lines.finish({
    rollUps: rollUps.map(({ by, groups, unassigned }) => ({ by, unassigned, groups: groups.map(groupJson) })),
    districts:
      districts?.districts.map(({ district, lead, special, open, verdict }) => ({
        district,
        lead,
        special,
        open,
        verdict,
      })) ?? [],
    assumptions: read.flatMap(({ reading }) => assumptionsJson(reading)),
  });
}
