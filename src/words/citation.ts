/** What a statement of the product rests on: a document, a clause of it, and how sure its reading is. */
import { clauseText } from "./clause";
import type { Language, Text } from "./text";

/** How sure a figure is: seen in two independent copies, in one, or not settled. */
export type Evidence = "confirmed" | "single-source" | "provisional";

export interface Citation {
  readonly clause: string;
  readonly evidence: Evidence;
}

export interface SourceDocument {
  readonly title: Text;
  readonly number: string;
  readonly issuer: Text;
  /** The annex or part, empty where the whole document is meant. */
  readonly part: string;
}

/** A document that is cited by its id. */
export interface CitedDocument {
  readonly id: string;
  readonly title: Text;
  /** Empty where it has none. */
  readonly number: string;
  readonly issuer: Text;
  /** A year, a month or a day, as the text gives it. */
  readonly date: string;
}

/** A document in one line: 《title》（number）part, or Title (number), part. */
export function documentText({
  title,
  number,
  part = "",
}: Pick<SourceDocument, "title" | "number"> & { readonly part?: string }): Text {
  const say = (language: Language): string => {
    const [open, close, left, right] = language === "zh" ? ["《", "》", "（", "）"] : ["", "", " (", ")"];
    const end = part === "" ? "" : language === "zh" ? part : `, ${clauseText(part).en}`;
    return `${open}${title[language]}${close}${number === "" ? "" : `${left}${number}${right}`}${end}`;
  };
  return { zh: say("zh"), en: say("en") };
}
