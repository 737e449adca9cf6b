/** The product's two languages. */

export type Language = "zh" | "en";

/** A text in the two languages of the product. Chinese is written first. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What is said of a mistake: in both languages where a sheet can make it, in English alone where only a file can. */
export type Said = string | Text;

export function saidIn(said: Said, language: Language): string {
  return typeof said === "string" ? said : said[language];
}
