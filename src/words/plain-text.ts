/** One spelling for texts that mean the same: full and half width, traditional and simplified, blanks seen and unseen, brackets of all kinds. */
import { simplify } from "./traditional";

/** Everything Unicode says is not to be seen: marks of direction, joiners, fillers, soft hyphens; and control characters that are no blanks. */
const invisible = /(?![\t\n\v\f\r])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/gu;
/** Footnote signs carry no meaning, but NFKC would turn ① into a 1 that looks like part of the word. */
const footnoteSigns =
  /[\u2460-\u2473\u2474-\u2487\u2776-\u2793\u24EA]|(?<=[\u4e00-\u9fff)）])[\u00B9\u00B2\u00B3\u2070-\u2079]/g;
const openBrackets = /[[{【〔〈《「『⟨<]/g;
const closeBrackets = /[\]}】〕〉》」』⟩>]/g;

/** The text without anything that cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}

/** NFKC (full-width digits and signs become half-width), without invisible characters, trimmed. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(invisible, "").trim();
}

/** A heading in lower case and simplified characters without footnote signs, every bracket a round one; blanks are kept. */
export function headingWords(text: string): string {
  return simplify(plainText(text.replace(footnoteSigns, "")))
    .toLowerCase()
    .replace(openBrackets, "(")
    .replace(closeBrackets, ")")
    .replace(/t[\u2010-\u2015\u2212](?=\d)/g, "t-")
    .replace(/[*★☆●※▲◆]/g, "")
    .trim();
}

/** `headingWords` as one line without blanks. */
export function plainHeading(text: string): string {
  return headingWords(text).replace(/\s+/g, "");
}

/**
 * The key under which two headings or words count as the same: letters, digits and the percent sign only, lower case.
 * The percent sign stays, since 研发费用% is a ratio and 研发费用 an amount.
 */
export function foldKey(text: string): string {
  return simplify(plainText(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%‰]/gu, "")
    .replace(/[1一]类(?=知识产权|高价值|自主)/g, "i类")
    .replace(/[2二]类(?=知识产权|高价值|自主)/g, "ii类");
}

/** As much of a text as fits into a message. */
export function shortened(text: string, length = 24): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = Array.from(line);
  return letters.length > length ? `${letters.slice(0, length).join("")}…` : line;
}
