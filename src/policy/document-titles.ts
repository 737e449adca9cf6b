/** Titles of documents and their issuers in English, from seeds/vocabulary/document-titles.yaml. */
import { z } from "zod";
import type { Text } from "../words/text";
import { readSeedFile, type SeedFiles, type SeedProblem } from "./seed-file";
import { words } from "./seed-words";

export const TITLES_FILE = "vocabulary/document-titles.yaml";

const titlesFile = z.strictObject({ titles: z.array(z.strictObject({ zh: words, en: words })).min(1) });

/** Behind a number that was read in another text. */
const QUOTED = /（转引）$/;

/** A title, or an issuer, as the document has it -> in both languages. */
export type TitleOf = (title: string) => Text;

/** The titles of a release. One that has no English, such as that of a new document, stands as it is. */
export function documentTitles(files: SeedFiles, problems: SeedProblem[]): TitleOf {
  const content = files.get(TITLES_FILE);
  const seed = content === undefined ? null : readSeedFile(TITLES_FILE, content, titlesFile, problems);
  const english = new Map<string, string>();
  seed?.data.titles.forEach(({ zh, en }, at) => {
    if (english.has(zh))
      problems.push({
        file: TITLES_FILE,
        line: seed.line(["titles", at]),
        reason: `the title ${zh} stands twice`,
        fix: "Keep one of them",
      });
    english.set(zh, en);
  });
  return (title) => ({ zh: title, en: english.get(title) ?? title.replace(QUOTED, " (quoted)") });
}
