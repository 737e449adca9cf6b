/** The place a formula names for rows that tell none themselves. */
import { commonPlace, placesOf, type PlaceCode } from "../language/places";
import type { Vocabulary } from "../language/vocabulary";
import { cellText, type Cell } from "../words/grid";
import { isLeftOut } from "./chosen-tier";
import { valueFailure, type FunctionFailure } from "./function-record";

/** Null where the argument is left out; a text that names no place, or one that several provinces know, is a failure. */
export function chosenPlace(cell: Cell, vocabulary: Vocabulary): PlaceCode | null | FunctionFailure {
  if (isLeftOut(cell)) return null;
  const text = cellText(cell);
  const places = placesOf(vocabulary);
  const meant = places.meant(text);
  const place = commonPlace(meant);
  if (place !== null) return place;
  if (meant.length === 0)
    return valueFailure(
      `没有认识的地方叫“${text}”。请写省或市，如 "浙江" 或 "浙江省杭州市"。`,
      `No place called "${text}" is known. Write a province or city, such as "浙江" or "Zhejiang".`,
    );
  const several = meant.slice(0, 4).map((code) => places.text(code));
  return valueFailure(
    `“${text}”可能是${several.map(({ zh }) => zh).join("、")}，请把省也写上。`,
    `"${text}" may be ${several.map(({ en }) => en).join("; ")}: name the province too.`,
  );
}
