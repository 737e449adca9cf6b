/** Why a column of a known field has to be confirmed, as far as its heading and the title say. */
import type { Field } from "../../language/vocabulary";
import type { Candidate } from "./column-candidates";
import type { ColumnUnit } from "./column-units";
import type { Confidence } from "./confidence";
import { doubtReasons, type DoubtReason } from "./doubt-messages";
import type { ColumnHeading } from "./heading-rows";
import type { TitleNotes } from "./title-notes";

/** True where a person's choice for the column stands as it was made. */
export function isAnswered({ saved }: Candidate, field: Field, unit: ColumnUnit): boolean {
  return (
    saved !== undefined &&
    saved.confirmed !== false &&
    (saved.field === undefined || saved.field === field.id) &&
    (saved.unit === undefined || unit.from === "saved")
  );
}

/** What in the heading is doubtful, apart from its unit. */
function headingDoubts({ match }: ColumnHeading, unclear: string | null): DoubtReason[] {
  if (match.unknownNotes.length > 0) return [doubtReasons.headingNote(match.unknownNotes)];
  return unclear === null ? [doubtReasons.heading] : [];
}

/** Why a column of a known field has to be confirmed by a person. */
export function doubtsAbout(
  { saved, heading }: Candidate,
  ofHeading: Confidence,
  ofYear: Confidence,
  { unclear }: ColumnUnit,
): DoubtReason[] {
  return [
    ...(ofHeading === "doubtful" ? headingDoubts(heading, unclear) : []),
    ...(unclear === null ? [] : [doubtReasons.unitUnclear(unclear)]),
    ...(ofYear === "doubtful" ? [doubtReasons.year] : []),
    ...(saved?.confirmed === false ? [doubtReasons.unconfirmed] : []),
  ];
}

/** Amounts that name no year below a title that speaks of a quarter. */
export function doubtsOfPart(
  { type, periods }: Field,
  { mark, saved }: Candidate,
  { part }: Pick<TitleNotes, "part">,
): DoubtReason[] {
  if (part === null || type !== "money" || periods < 2 || mark?.kind === "year" || saved?.back !== undefined) return [];
  return [doubtReasons.partOfYear(part.text, part.place)];
}
