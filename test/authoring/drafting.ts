/** Drafts for tests: an edition of the release as a sheet, with cells changed by their row's id and column. */
import { rowsOf, originOf, readDraftSheet, type Draft, type DraftSource } from "../../src/authoring/draft";
import type { DraftColumn, DraftRow } from "../../src/authoring/draft-row";
import { HEADINGS } from "../../src/authoring/draft-words";
import { draftSheet } from "../../src/authoring/draft-sheet";
import type { DraftTrouble } from "../../src/authoring/read-draft";
import { ownVocabulary, readSeedFiles } from "../../src/commands/read-seeds";
import { YamlText } from "../../src/authoring/yaml-text";
import type { SeedFiles } from "../../src/policy/seed-file";
import { PROOFS } from "../../src/engine/rows/proofs";
import type { Cell, Grid } from "../../src/words/grid";
import type { Language } from "../../src/words/text";

/** Seeds as they are while nothing follows an edition: what these tests say of it holds after the next one was published, too. */
function unfollowed(files: SeedFiles, file: string): SeedFiles {
  const [folder = "", tier = ""] = [/^[^/]+/.exec(file)?.[0], file.split("/")[1]];
  const later = [...files.keys()].filter((path) => path.startsWith(`${folder}/${tier}/`) && path > file);
  if (later.length === 0) return files;
  const edition = new YamlText(files.get(file) ?? "");
  for (const key of ["in_force", "review_in_force"]) if (edition.has([key, "until"])) edition.set([key, "until"], null);
  const path = `${folder}/catalogue.yaml`;
  const catalogue = new YamlText(files.get(path) ?? "");
  for (let at = 0; catalogue.has(["tiers", at]); at += 1)
    for (let one = 0; catalogue.has(["tiers", at, "editions", one]); one += 1) {
      const name = String(catalogue.value(["tiers", at, "editions", one, "edition"]));
      const own = catalogue.value(["tiers", at, "id"]) === tier;
      if (own && later.includes(`${folder}/${tier}/${name}.yaml`)) catalogue.remove(["tiers", at, "editions", one]);
    }
  const kept = [...files].filter(([one]) => !later.includes(one));
  return new Map([...kept, [file, edition.result()], [path, catalogue.result()]]);
}

export const SOURCE: DraftSource = {
  files: unfollowed(readSeedFiles(), "national/little-giant/2026-04-01.yaml"),
  vocabulary: ownVocabulary(),
  proofs: PROOFS,
};

/** Rows above the first line of a draft's sheet: the title, the origin, how it is edited, the headings. */
export const ABOVE = 4;

/** Files of editions, below seeds/. */
export const EDITIONS = [...SOURCE.files.entries()].flatMap(([file, text]) =>
  /^tier: /m.test(text) && /^conditions:/m.test(text) ? [file] : [],
);

export interface SheetOfDraft {
  readonly file: string;
  readonly rows: readonly DraftRow[];
  /** To be changed by the test. */
  readonly cells: Cell[][];
}

export function sheetOf(file: string, language: Language = "zh"): SheetOfDraft {
  const rows = rowsOf(SOURCE.files, file, SOURCE.vocabulary);
  const sheet = draftSheet(rows, originOf(SOURCE.files, file), "x", language);
  const cells = [
    ...(sheet.titleLines ?? []).map((line): Cell[] => [line]),
    sheet.columns.map(({ heading }): Cell => heading),
    ...sheet.rows.map((row) => [...row]),
  ];
  return { file, rows, cells };
}

/** 0-based row of the sheet. @throws where the draft has no such row */
export function rowOf({ rows }: SheetOfDraft, id: string): number {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) throw new Error(`no row ${id}`);
  return at + ABOVE;
}

export function put(sheet: SheetOfDraft, id: string, column: DraftColumn, cell: Cell): void {
  const row = sheet.cells[rowOf(sheet, id)];
  const headings = sheet.cells[ABOVE - 1] ?? [];
  const at = (["zh", "en"] as const).map((language) => headings.indexOf(HEADINGS[column][language]));
  if (row !== undefined) row[Math.max(...at)] = cell;
}

export function gridOf({ cells }: SheetOfDraft): Grid {
  return { sheet: "评分_规则草案", rows: cells, merges: [], hiddenRows: new Set() };
}

export function readOf(sheet: SheetOfDraft): Draft | { readonly troubles: readonly DraftTrouble[] } {
  return readDraftSheet(gridOf(sheet), originOf(SOURCE.files, sheet.file), new Set(), SOURCE);
}

/** @throws where the draft is refused */
export function draftOf(sheet: SheetOfDraft): Draft {
  const draft = readOf(sheet);
  if ("text" in draft) return draft;
  throw new Error(draft.troubles.map(({ cell, text }) => `${cell} ${text.zh}`).join("\n"));
}
