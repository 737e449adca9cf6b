/** A line of a draft: what a row of the draft's sheet holds, and where each of its cells stands in the edition's file. */
import type { SeedPath } from "../policy/seed-file";
import type { Relation } from "../language/tree";
import type { Language } from "../words/text";

/** What is changed most stands in view beside the words: what is said in the other language is at the end. */
export const DRAFT_COLUMNS = [
  "order",
  "id",
  "kind",
  "zh",
  "relation",
  "value",
  "unit",
  "points",
  "clause",
  "evidence",
  "aspect",
  "purpose",
  "expression",
  "noteZh",
  "en",
  "noteEn",
  "remove",
] as const;
export type DraftColumn = (typeof DRAFT_COLUMNS)[number];

const OTHER_WORDS: Readonly<Partial<Record<DraftColumn, DraftColumn>>> = {
  zh: "en",
  en: "zh",
  noteZh: "noteEn",
  noteEn: "noteZh",
};

/** The columns of a sheet in a language: its own words stand where they are read. */
export function columnsIn(language: Language): readonly DraftColumn[] {
  return language === "zh" ? DRAFT_COLUMNS : DRAFT_COLUMNS.map((column) => OTHER_WORDS[column] ?? column);
}

export const ROW_KINDS = [
  "file",
  "condition",
  "prerequisite",
  "judgement",
  "any",
  "all",
  "at-least",
  "route",
  "review",
  "line",
  "score",
  "group",
  "item",
  "option",
  "band",
  "case",
  "otherwise",
  "definition",
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Where a cell's value stands in the file, and how it is written there. A cell without a source is not to be changed. */
export type CellSource =
  /** A text, and what an emptied cell means: the key goes, stands with nothing in it, or can't be blank. */
  | { readonly as: "text"; readonly path: SeedPath; readonly blank: "remove" | "empty" | "refuse" }
  /** A bare number; one that may be left out is `null` in the file. */
  | { readonly as: "number"; readonly path: SeedPath; readonly nullable: boolean }
  /** The number of an amount with its unit: `5%`, `100万`, or bare. */
  | { readonly as: "amount"; readonly path: SeedPath; readonly unit: string }
  /** Points: a number, or from–to. */
  | { readonly as: "points"; readonly path: SeedPath }
  /** A sign that is the name of a key in the file, such as ≥ for `at_least`. */
  | { readonly as: "key"; readonly path: SeedPath; readonly keys: Readonly<Partial<Record<Relation, string>>> }
  /** One of the words of a list; `absent` is what a missing key means. */
  | { readonly as: "word"; readonly path: SeedPath; readonly list: WordList; readonly absent: string | null }
  /** The sign or the number of a line of a test. */
  | { readonly as: "line"; readonly path: SeedPath; readonly index: number; readonly part: "relation" | "number" };

export type WordList = "evidence" | "aspect" | "purpose" | "status";

export interface DraftCell {
  /** As the sheet shows it; words of lists by their id, signs by the relation. Null is a blank cell. */
  readonly shown: string | number | null;
  readonly source: CellSource | null;
}

export interface DraftRow {
  /** Unique in the draft and the same as long as the edition's text is: `growth`, `rd-share#2`, `document-title`. */
  readonly id: string;
  readonly kind: RowKind;
  /** What the row stands for in the file. */
  readonly path: SeedPath;
  readonly cells: ReadonlyMap<DraftColumn, DraftCell>;
}

/** The keys of a band's line, by its sign. */
export const BAND_KEYS = [
  [">=", "at_least"],
  ["<=", "at_most"],
  [">", "above"],
  ["<", "below"],
] as const satisfies readonly (readonly [Relation, string])[];
