/**
 * The known bases with a person's own figures in their gaps: marked as theirs wherever they are used, and never put in the place of a
 * published figure.
 */
import { placesOf } from "../language/places";
import type { Text } from "../words/text";
import { areaAt, areaMeant } from "./base-areas";
import type { BaseArea, Bases, Level, MedicalPremium, Source } from "./bases";
import { chineseMonth, isoMonth, type Month } from "./month";
import type { OwnFigureProblem, OwnFigures, OwnLevel, OwnPremium } from "./own-figures";

const YOURS: Source = { document: { zh: "自己填的", en: "your own figure" }, clause: "没有核对过" };

function overlaps(a: { from: Month; until: Month }, b: { from: Month; until: Month }): boolean {
  return a.from <= b.until && b.from <= a.until;
}

function taken(area: BaseArea, spell: { from: Month; until: Month }, what: Text): Text {
  const when = {
    zh: `${chineseMonth(spell.from)}至${chineseMonth(spell.until)}`,
    en: `${isoMonth(spell.from)} to ${isoMonth(spell.until)}`,
  };
  return {
    zh: `${area.name.zh}${when.zh}已经有${what.zh}，自己填的没有用上；请改成没有查到的月份`,
    en: `${area.name.en} already has ${what.en} from ${when.en}; yours was not used. Give months that were not found`,
  };
}

function isText(value: BaseArea | Text): value is Text {
  return !("id" in value);
}

class AreasInUse {
  private areas: readonly BaseArea[];

  constructor(private readonly bases: Bases) {
    this.areas = bases.areas;
  }

  /** As it stands now; a new object whenever an area was changed, since areas are looked up by it. */
  get result(): Bases {
    return { ...this.bases, areas: this.areas };
  }

  /** The area an entry is for: a city gets one of its own, so that its figure speaks for no other city. */
  private areaFor(name: string): BaseArea | Text {
    const places = placesOf(this.bases);
    const meant = places.meant(name);
    const [place] = meant;
    if (place === undefined || meant.length > 1) {
      const { doubt } = areaMeant(name, this.result);
      return doubt ?? { zh: `“${name}”是好几个地方，请只写一个`, en: `"${name}" means several places; give one` };
    }
    const own = this.areas.find((area) => area.places.length === 1 && area.places[0] === place);
    if (own) return own;
    const around = areaAt(place, this.result);
    return {
      id: `own-${place}`,
      name: places.text(place),
      places: [place],
      apart: true,
      levels: around?.levels ?? [],
      medical: around?.medical ?? [],
      gaps: around?.gaps ?? [],
      lastChecked: around?.lastChecked ?? "",
    };
  }

  private put(area: BaseArea): void {
    const others = this.areas.filter(({ id }) => id !== area.id);
    this.areas =
      others.length === this.areas.length
        ? [...this.areas, area]
        : this.areas.map((one) => (one.id === area.id ? area : one));
  }

  addLevel({ place, from, until, floor, ceiling }: OwnLevel): Text | null {
    const area = this.areaFor(place);
    if (isText(area)) return area;
    const before = area.levels.find((one) => overlaps(one, { from, until }));
    if (before !== undefined) return taken(area, before, { zh: "缴费基数", en: "a contribution base" });
    const level: Level = {
      from,
      until,
      published: null,
      floor,
      ceiling,
      kind: "flexible",
      evidence: "yours",
      source: YOURS,
      note: null,
      beside: [],
    };
    this.put({ ...area, levels: [...area.levels, level].sort((a, b) => a.from - b.from) });
    return null;
  }

  addPremium({ place, from, until, amount }: OwnPremium): Text | null {
    const area = this.areaFor(place);
    if (isText(area)) return area;
    const before = area.medical.find((one) => overlaps(one, { from, until }));
    if (before !== undefined) return taken(area, before, { zh: "医疗保险缴费额", en: "a medical premium" });
    const premium: MedicalPremium = { from, until, amount, evidence: "yours", source: YOURS };
    this.put({ ...area, medical: [...area.medical, premium].sort((a, b) => a.from - b.from) });
    return null;
  }
}

/** The bases with a person's own figures in their gaps, each marked `yours`. An entry that overlaps a figure already there is left out and told. */
export function withOwnFigures(
  bases: Bases,
  { levels, medical }: OwnFigures,
): { readonly bases: Bases; readonly problems: readonly OwnFigureProblem[] } {
  const areas = new AreasInUse(bases);
  const problems: OwnFigureProblem[] = [];
  const add = <T extends { readonly at: number }>(
    list: keyof OwnFigures,
    entries: readonly T[],
    one: (entry: T) => Text | null,
  ): void => {
    for (const entry of entries) {
      const text = one(entry);
      if (text !== null) problems.push({ list, at: entry.at, text });
    }
  };
  add("levels", levels, (entry) => areas.addLevel(entry));
  add("medical", medical, (entry) => areas.addPremium(entry));
  return { bases: areas.result, problems };
}
