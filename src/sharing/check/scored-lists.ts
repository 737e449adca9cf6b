/** Which lists of a workbook were scored, as the names of its sheets tell: each leaves a provenance sheet and a sheet of results. */
import type { Grid } from "../../words/grid";
import type { Language, Text } from "../../words/text";
import { PROVENANCE_SHEET } from "../provenance";

export const RESULTS_SHEET: Text = { zh: "评分_结果", en: "评分_results" };

/** A workbook that is checked, wherever it lies. */
export interface CheckedBook {
  /** Names of its sheets. */
  readonly names: readonly string[];
  /** The cells of a sheet; null where there is none of that name. */
  readonly sheet: (name: string) => Promise<Grid | null>;
}

/** The sheets that one scoring of a list left; either may be gone. */
export interface ScoredList {
  readonly language: Language;
  readonly provenance: string;
  readonly results: string;
}

const LANGUAGES: readonly Language[] = ["zh", "en"];

/** In the order of the sheets; the names of the first list's end with nothing, those of the others with its name. */
export function scoredLists(names: readonly string[]): readonly ScoredList[] {
  const found = new Map<string, ScoredList>();
  for (const name of names)
    for (const language of LANGUAGES)
      for (const base of [PROVENANCE_SHEET[language], RESULTS_SHEET[language]]) {
        const ending = name.startsWith(base) ? name.slice(base.length) : null;
        if (ending === null || !/^(_.*)?$/.test(ending)) continue;
        const [provenance, results] = [PROVENANCE_SHEET[language] + ending, RESULTS_SHEET[language] + ending];
        found.set(provenance, { language, provenance, results });
      }
  return [...found.values()];
}
