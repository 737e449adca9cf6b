/** Where an enterprise is judged, with what told it, as results and diagnoses say it. */
import { placesOf } from "../../language/places";
import type { Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import type { PlaceRead, PlaceSource } from "../reading/enterprise-place";

const UNKNOWN: Text = { zh: "还不知道在哪个省", en: "province not known yet" };

/** What told a place: the name of its column, or words where it was no column of places. */
function sourceText(source: PlaceSource, field: string | null, vocabulary: Vocabulary): Text {
  const column = vocabulary.fields.get(field ?? "")?.name;
  switch (source) {
    case "chosen":
      return { zh: "默认所在地", en: "the chosen place" };
    case "own-column":
    case "columns":
    case "credit-code":
    case "registered":
      return column ?? { zh: "本表", en: "the sheet" };
  }
}

/** 浙江省杭州市（所在市）. */
export function placeText({ place, source, field }: PlaceRead, vocabulary: Vocabulary): Text {
  if (place === null || source === null) return UNKNOWN;
  const [where, told] = [placesOf(vocabulary).text(place), sourceText(source, field, vocabulary)];
  return { zh: `${where.zh}（${told.zh}）`, en: `${where.en} (${told.en})` };
}
