/** Small sheets for the tests, read as a workbook's would be. */
import { loadTargets } from "../../src/clusters/load-targets";
import { readClusterBook, type ClusterBook } from "../../src/clusters/cluster-book";
import { runClusters, type ClusterOptions, type ClusterRun } from "../../src/clusters/cluster-run";
import { readSeedFiles } from "../../src/commands/read-seeds";
import type { Cell, Grid } from "../../src/words/grid";
import { theRelease } from "../release";

export const targets = loadTargets(readSeedFiles());
export const knowledge = { ...theRelease(), targets };

export function grid(sheet: string, rows: readonly (readonly Cell[])[]): Grid {
  return { sheet, rows, merges: [], hiddenRows: new Set() };
}

export function bookOf(...grids: readonly Grid[]): ClusterBook {
  return readClusterBook(grids, knowledge.vocabulary, "2026-11-21");
}

export function runOf(grids: readonly Grid[], options: Partial<ClusterOptions> = {}): ClusterRun {
  return runClusters(bookOf(...grids), knowledge, {
    asOf: "2025-06-30",
    documents: ["sd-clusters-2023"],
    by: ["cluster", "chain"],
    ranking: "revenue",
    language: "zh",
    ...options,
  });
}
