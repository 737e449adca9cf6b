/** The area whose contribution base holds at a place as a sheet names it. What may be several areas is told and never guessed. */
import { placeChain, placesOf, provinceOf, type PlaceCode } from "../language/places";
import type { Text } from "../words/text";
import type { BaseArea, Bases } from "./bases";

/** The area a text means, or why none can be told. */
export type AreaMeant =
  { readonly area: BaseArea; readonly doubt: null } | { readonly area: null; readonly doubt: Text };

/** The most places a sentence names. */
const MOST_NAMED = 4;

const indexes = new WeakMap<Bases, ReadonlyMap<PlaceCode, BaseArea>>();

function areasByPlace(bases: Bases): ReadonlyMap<PlaceCode, BaseArea> {
  const known = indexes.get(bases);
  if (known) return known;
  const made = new Map(bases.areas.flatMap((area) => area.places.map((place) => [place, area] as const)));
  indexes.set(bases, made);
  return made;
}

/** The smallest area a place lies in; null where its province has none. */
export function areaAt(place: PlaceCode, bases: Bases): BaseArea | null {
  const byPlace = areasByPlace(bases);
  for (const whole of placeChain(place)) {
    const area = byPlace.get(whole);
    if (area) return area;
  }
  return null;
}

function listed(texts: readonly Text[]): Text {
  const some = texts.slice(0, MOST_NAMED);
  const more = texts.length > some.length;
  return {
    zh: `${some.map(({ zh }) => zh).join("、")}${more ? "等" : ""}`,
    en: `${some.map(({ en }) => en).join("; ")}${more ? "; …" : ""}`,
  };
}

function doubtful(doubt: Text): AreaMeant {
  return { area: null, doubt };
}

/** The areas within a province whose levels its name alone may mean as well. */
function withinProvince(place: PlaceCode, { areas }: Bases): readonly BaseArea[] {
  if (place !== provinceOf(place)) return [];
  return areas.filter(
    ({ places, apart }) => !apart && places.some((one) => one !== place && provinceOf(one) === place),
  );
}

/** `泉州`, `福建省泉州市丰泽区`, `福建`, `350500`. */
export function areaMeant(text: string, bases: Bases): AreaMeant {
  const places = placesOf(bases);
  const meant = places.meant(text);
  const [first] = meant;
  if (first === undefined)
    return doubtful({
      zh: `“${text}”不是认得的地名，请写省名或市名，如“福建省泉州市”`,
      en: `"${text}" is no place that is known; name the province or city, such as 福建省泉州市`,
    });
  const found = meant.map((place) => areaAt(place, bases));
  const [area = null] = found;
  if (found.some((one) => one !== area)) {
    const named = listed(meant.map((place) => places.text(place)));
    return doubtful({
      zh: `“${text}”可以是好几个地方（${named.zh}），请写上省名和市名，只写一个地方`,
      en: `"${text}" may mean several places (${named.en}); give one, with its province and city`,
    });
  }
  if (area === null) {
    const name = places.text(first);
    return doubtful({
      zh: `${name.zh}的缴费基数没有收录`,
      en: `No contribution base is known for ${name.en}`,
    });
  }
  const inner = meant.length === 1 ? withinProvince(first, bases) : [];
  if (inner.length === 0) return { area, doubt: null };
  const named = listed(inner.map(({ name }) => name));
  return doubtful({
    zh: `${area.name.zh}各地的缴费基数不一样（${named.zh}另有数），请写明是哪个市`,
    en: `Bases differ within ${area.name.en} (${named.en}); name the city`,
  });
}
