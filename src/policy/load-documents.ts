/** Loads seeds/documents.yaml: the documents that targets, measures, titles and printed figures cite by id. A province's own stand in its folder. */
import { z } from "zod";
import type { CitedDocument } from "../words/citation";
import { documentTitles, type TitleOf } from "./document-titles";
import { readRequired, reportDuplicates, type SeedFile, type SeedFiles, type SeedProblem } from "./seed-file";
import { idLike, partialDate, words } from "./seed-words";

const FILE = "documents.yaml";

/** A document as any seed file writes it. */
export const documentShape = {
  id: idLike("sd-quality-2021"),
  title: words,
  number: z.string(),
  issuer: words,
  date: partialDate,
};

/** A document with its title and its issuer in both languages. */
export function citedDocument(
  raw: Omit<CitedDocument, "title" | "issuer"> & { readonly title: string; readonly issuer: string },
  titleOf: TitleOf,
): CitedDocument {
  const { id, title, number, issuer, date } = raw;
  return { id, title: titleOf(title), number, issuer: titleOf(issuer), date };
}

const documentsFile = z.strictObject({ documents: z.array(z.strictObject(documentShape)).min(1) });

/**
 * Null, with the problem said, where the file can't be read.
 * @param beside documents that other files bring along, which must have ids of their own
 */
export function loadDocuments(
  files: SeedFiles,
  problems: SeedProblem[],
  beside: Parameters<typeof reportDuplicates>[0] = [],
): SeedFile<{ readonly documents: readonly CitedDocument[] }> | null {
  const seed = readRequired(files, FILE, documentsFile, problems);
  if (seed === null) return null;
  const placed = seed.data.documents.map(({ id }, at) => ({
    id,
    file: FILE,
    line: seed.line(["documents", at, "id"]),
  }));
  reportDuplicates([...placed, ...beside], "document", problems);
  // What is wrong with the titles is said by the loader of the rules.
  const titleOf = documentTitles(files, []);
  return { ...seed, data: { documents: seed.data.documents.map((raw) => citedDocument(raw, titleOf)) } };
}
