/** The columns under the headings with the field each of them may hold, a person's saved choices applied. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import type { ColumnHeading, HeadingRows } from "./heading-rows";
import type { Warning } from "./messages";
import { warnings as warn } from "./warning-messages";
import { headingText, savedChoices } from "./saved-choices";
import type { SavedColumn, SavedMapping } from "./saved-mapping";
import type { YearMark } from "./year-marks";

export interface Candidate {
  readonly heading: ColumnHeading;
  readonly text: string;
  readonly saved: SavedColumn | undefined;
  readonly field: Field | null;
  /** null too where the saved mapping gives the year. */
  readonly mark: YearMark | null;
}

/** A person's saved choices and the kind of rows they are for: a field of another kind is not taken. */
export interface SavedFor {
  readonly saved: SavedMapping | undefined;
  readonly of: Field["of"];
}

/** One candidate a column, in their order. What no longer fits of the saved mapping is added to `warnings`. */
export function candidatesOf(
  rows: HeadingRows,
  vocabulary: Vocabulary,
  { saved, of }: SavedFor,
  warnings: Warning[],
): Candidate[] {
  const choices = saved === undefined ? null : savedChoices(saved, rows.columns);
  for (const { heading, column } of choices?.lost ?? []) {
    warnings.push({ id: "saved-column-lost", message: warn.savedColumnLost(heading, column) });
  }
  return rows.columns.map((heading) => {
    const choice = choices?.ofColumn.get(heading.column);
    const text = headingText(heading.levels);
    let field = heading.match.field;
    if (choice?.field === null) field = null;
    else if (choice?.field !== undefined) {
      const chosen = vocabulary.fields.get(choice.field);
      if (chosen?.of === of) field = chosen;
      else if (chosen !== undefined) {
        const message = warn.savedFieldOfOthers(text, chosen.name);
        warnings.push({ id: "saved-field-of-others", message, cells: [heading.address] });
      } else {
        const message = warn.savedFieldUnknown(text, choice.field);
        warnings.push({ id: "saved-field-unknown", message, cells: [heading.address] });
      }
    }
    return { heading, text, saved: choice, field, mark: choice?.back === undefined ? heading.match.year : null };
  });
}

/** Why a heading that names a field was not mapped to it, or null where it names none. */
export function refusedWarning({ heading, text }: Candidate, vocabulary: Vocabulary): Warning | null {
  const { refused } = heading.match;
  if (refused === null) return null;
  const meant = vocabulary.fields.get(heading.match.alternatives()[0] ?? "")?.name.zh ?? "";
  const cells = [heading.address];
  if (refused === "derived") return { id: "derived-heading", message: warn.derivedHeading(text, meant), cells };
  if (refused === "unit") return { id: "unit-of-heading", message: warn.unitOfHeading(text, meant), cells };
  return { id: "foreign-currency", message: warn.foreignCurrency(text), cells };
}
