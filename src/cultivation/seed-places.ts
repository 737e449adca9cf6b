/** What the builders of seeds/cultivation share: the documents references name, and ids that stand once. */
import { reportDuplicates, type SeedFile, type SeedPath, type SeedProblem } from "../policy/seed-file";
import type { SeedReport } from "../policy/seed-report";
import type { Vocabulary } from "../language/vocabulary";
import type { CitedDocument } from "../words/citation";
import { nearestId } from "../words/nearest-id";

/** What all files need to be checked against. */
export interface SeedPlaces {
  readonly documents: ReadonlyMap<string, CitedDocument>;
  readonly vocabulary: Vocabulary;
  /** Where a document that is missing is written: the list of all, or a province's own file. */
  readonly written: string;
}

/** Reports ids of a list that stand twice. */
export function uniqueIds(
  { file, line }: Pick<SeedFile<unknown>, "file" | "line">,
  list: readonly { readonly id: string }[],
  key: string,
  what: string,
  problems: SeedProblem[],
): void {
  const placed = list.map(({ id }, index) => ({ id, file, line: line([key, index, "id"]) }));
  reportDuplicates(placed, what, problems);
}

/** The document of an id; null, with the problem said, where there is none. */
export function documentOf(id: string, path: SeedPath, places: SeedPlaces, report: SeedReport): CitedDocument | null {
  const document = places.documents.get(id);
  if (document) return document;
  const near = nearestId(id, [...places.documents.keys()]);
  report.add(
    [...path, "document"],
    `unknown document ${id}`,
    near ? `Did you mean ${near}?` : `Add it to ${places.written}`,
  );
  return null;
}
