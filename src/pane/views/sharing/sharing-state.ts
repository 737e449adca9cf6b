/** What the view 共享 shows. */
import type { Text } from "../../../words/text";
import type { Finding } from "../../../sharing/check/findings";
import type { ShortName } from "../../../sharing/formulas/short-names";
import type { UnderWay } from "../../app/work";
import type { CopyFile } from "../../worker/tasks/sharing";

/** Formulas of ours on one sheet. */
export interface SheetCount {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly working: number;
  /** Shown as #NAME?: Excel does not know the function. */
  readonly unknown: number;
  readonly waiting: number;
  /** Calls inside larger formulas. */
  readonly nested: number;
  /** Formulas that read another workbook, which a colleague may not have. */
  readonly linked: number;
}

/** What a provenance sheet says of the scoring of a list. */
export interface ScoredFacts {
  readonly asOf: string;
  readonly sheet: string;
  readonly enterprises: number;
  readonly editions: readonly Text[];
  readonly purpose: "new" | "review";
  readonly assumeGeneral: boolean;
}

export interface Contents {
  readonly formulas: readonly SheetCount[];
  /** Names of all sheets in sight. */
  readonly sheets: readonly string[];
  /** Names of the product's result sheets. */
  readonly results: readonly string[];
  /** Of each list that was scored and whose provenance can be read. */
  readonly scored: readonly ScoredFacts[];
  /** Places where values stand for formulas; null where there is no list of them. */
  readonly replaced: number | null;
  readonly shortNames: readonly ShortName[];
}

/** What was done last. */
export type Outcome =
  /** Formulas replaced by values, here or on copies of the sheets. */
  | {
      readonly kind: "values";
      readonly places: number;
      readonly sheets: readonly string[];
      readonly copied: boolean;
      /** False where this Excel keeps no notes on cells. */
      readonly noted: boolean;
    }
  | {
      readonly kind: "restored";
      readonly places: number;
      /** Values changed by hand since, which stay. */
      readonly changed: readonly string[];
      /** Sheets that are gone. */
      readonly gone: readonly string[];
    }
  | { readonly kind: "repaired"; readonly places: number; readonly still: number; readonly locked: readonly string[] }
  | { readonly kind: "named"; readonly added: readonly string[]; readonly taken: readonly Text[] }
  | { readonly kind: "unnamed"; readonly removed: number; readonly spelled: number }
  | {
      readonly kind: "file";
      readonly copy: "native" | "masked";
      readonly file: CopyFile;
      readonly name: string;
      readonly opened: boolean;
      /** Headings of columns that somebody asked to keep. */
      readonly keep: readonly string[];
    }
  | { readonly kind: "checked"; readonly findings: readonly Finding[] };

export interface SharingTrouble {
  readonly text: Text;
  readonly remedy: "again" | "repair" | null;
}

export interface SharingState {
  /** Null before the workbook has been looked through. */
  readonly contents: Contents | null;
  /** Cells, where they are so many that a person should say so first. */
  readonly toRead: number | null;
  /** The workbook has changed since. */
  readonly stale: boolean;
  readonly work: UnderWay | null;
  readonly outcome: Outcome | null;
  readonly trouble: SharingTrouble | null;
}

export const NOTHING_SHARED: SharingState = {
  contents: null,
  toRead: null,
  stale: false,
  work: null,
  outcome: null,
  trouble: null,
};
