/** A source of riders' subsidies in one line: its document and where it stands in it. */
import { clauseText } from "../words/clause";
import type { Text } from "../words/text";
import type { Source } from "./bases";

export function sourceText({ document, clause }: Source): Text {
  return { zh: `${document.zh}，${clause}`, en: `${document.en}, ${clauseText(clause).en}` };
}
