/** Where an enterprise is judged, with what told it, as results and diagnoses say it. */
import { placesOf } from "../../language/places";
import type { Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import type { Warning } from "../reading/messages";
import type { SheetReading } from "../reading/read-sheet";
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

/** Said where nothing tells the place of some enterprises, and no place was chosen; null where all are known or were asked about. */
export function placesUnknown(reading: Pick<SheetReading, "placeOf" | "facts" | "warnings">): Warning | null {
  let unknown = 0;
  for (let row = 0; row < reading.facts.count; row += 1) if (reading.placeOf(row).place === null) unknown += 1;
  if (unknown === 0 || reading.warnings.some(({ id }) => id.startsWith("place-"))) return null;
  return {
    id: "place-unknown",
    message: {
      zh: `有 ${unknown} 家看不出在哪个省，各省自定的层级（省级单项冠军、瞪羚等）、措施和奖补说不准。请补上省、市或统一社会信用代码一列，或者选一个默认所在地。`,
      en: `Nothing tells the province of ${unknown} enterprises, so what each province sets for itself (provincial champions, gazelles, measures, rewards) stays open. Add a column of province, city or credit code, or choose a default place.`,
    },
  };
}

/** 浙江省杭州市（所在市）. */
export function placeText({ place, source, field }: PlaceRead, vocabulary: Vocabulary): Text {
  if (place === null || source === null) return UNKNOWN;
  const [where, told] = [placesOf(vocabulary).text(place), sourceText(source, field, vocabulary)];
  return { zh: `${where.zh}（${told.zh}）`, en: `${where.en} (${told.en})` };
}
