/**
 * Levels and premiums that a person fills in where the product has found none: kept in the workbook or in a file of their own, marked as
 * theirs wherever they are used, and never put in the place of a published figure.
 */
import { z } from "zod";
import type { Text } from "../words/text";
import { findPlace, type Bases, type Level, type MedicalPremium, type Place, type Source } from "./bases";
import { chineseMonth, isoMonth, parseMonth, type Month } from "./month";

interface Spell {
  /** A place as in a sheet: `福建`, `泉州`; one that is not covered becomes a place of its own under this name. */
  readonly place: string;
  readonly from: Month;
  readonly until: Month;
}

export interface OwnLevel extends Spell {
  /** Yuan a month. */
  readonly floor: number;
  readonly ceiling: number | null;
}

/** The fixed medical premium of flexible workers, yuan a month. */
export interface OwnPremium extends Spell {
  readonly amount: number;
}

export interface OwnFigures {
  readonly levels: readonly OwnLevel[];
  readonly medical: readonly OwnPremium[];
}

export const NO_OWN_FIGURES: OwnFigures = { levels: [], medical: [] };

/** Which entry can't be used and why; `at` counts from 0 in its list, null where the whole thing is at fault. */
export interface OwnFigureProblem {
  readonly list: keyof OwnFigures;
  readonly at: number | null;
  readonly text: Text;
}

const amount = z.number().positive().max(1_000_000);
const spell = { place: z.string().trim().min(1), from: z.string(), until: z.string() };
const levelSchema = z.object({ ...spell, floor: amount, ceiling: amount.nullish() });
const premiumSchema = z.object({ ...spell, amount });
const figuresSchema = z.object({ levels: z.array(z.unknown()).default([]), medical: z.array(z.unknown()).default([]) });

const SHAPES = {
  levels: {
    zh: "每一条要写成 place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000（ceiling 可以不写），金额是元",
    en: "Write each as place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000 (ceiling may be left out), in yuan",
  },
  medical: {
    zh: "每一条要写成 place: 福建, from: 2026-01, until: 2026-12, amount: 500，金额是元",
    en: "Write each as place: 福建, from: 2026-01, until: 2026-12, amount: 500, in yuan",
  },
} as const satisfies Readonly<Record<keyof OwnFigures, Text>>;

function spellOf(entry: { place: string; from: string; until: string }): Spell | Text {
  const [from, until] = [parseMonth(entry.from), parseMonth(entry.until)];
  if (from === null || until === null)
    return {
      zh: `月份要写成 2026-01，现在是“${from === null ? entry.from : entry.until}”`,
      en: `Months are written as 2026-01, not "${from === null ? entry.from : entry.until}"`,
    };
  if (until < from)
    return { zh: `${entry.until}在${entry.from}之前，起止写反了`, en: `${entry.until} is before ${entry.from}` };
  return { place: entry.place, from, until };
}

function isText(value: object): value is Text {
  return "zh" in value;
}

function readLevel(value: unknown): OwnLevel | Text {
  const entry = levelSchema.safeParse(value);
  if (!entry.success) return SHAPES.levels;
  const { floor, ceiling } = entry.data;
  if (typeof ceiling === "number" && ceiling <= floor)
    return {
      zh: `上限${ceiling}不比下限${floor}大，是不是写反了`,
      en: `The ceiling ${ceiling} is not above the floor ${floor}; are they swapped?`,
    };
  const found = spellOf(entry.data);
  return isText(found) ? found : { ...found, floor, ceiling: ceiling ?? null };
}

function readPremium(value: unknown): OwnPremium | Text {
  const entry = premiumSchema.safeParse(value);
  if (!entry.success) return SHAPES.medical;
  const found = spellOf(entry.data);
  return isText(found) ? found : { ...found, amount: entry.data.amount };
}

function readList<T extends object>(
  list: keyof OwnFigures,
  values: readonly unknown[],
  read: (value: unknown) => T | Text,
  problems: OwnFigureProblem[],
): T[] {
  return values.flatMap((value, at) => {
    const found = read(value);
    if (!isText(found)) return [found];
    problems.push({ list, at, text: found });
    return [];
  });
}

/**
 * Figures from a file or a workbook's settings: `{ levels: […], medical: […] }`, or a list of levels alone. What can't be used is left out
 * and told; nothing is thrown.
 */
export function readOwnFigures(value: unknown): {
  readonly own: OwnFigures;
  readonly problems: readonly OwnFigureProblem[];
} {
  const problems: OwnFigureProblem[] = [];
  const parsed = figuresSchema.safeParse(Array.isArray(value) ? { levels: value } : value);
  if (!parsed.success) return { own: NO_OWN_FIGURES, problems: [{ list: "levels", at: null, text: SHAPES.levels }] };
  const levels = readList("levels", parsed.data.levels, readLevel, problems);
  const medical = readList("medical", parsed.data.medical, readPremium, problems);
  return { own: { levels, medical }, problems };
}

/** Plain JSON that `readOwnFigures` reads again. */
export function packOwnFigures({ levels, medical }: OwnFigures): {
  readonly levels: unknown[];
  readonly medical: unknown[];
} {
  const months = ({ from, until }: Spell) => ({ from: isoMonth(from), until: isoMonth(until) });
  return {
    levels: levels.map((one) => ({ place: one.place, ...months(one), floor: one.floor, ceiling: one.ceiling })),
    medical: medical.map((one) => ({ place: one.place, ...months(one), amount: one.amount })),
  };
}

const YOURS: Source = { document: "自己填的", clause: "没有核对过" };

function overlaps(a: { from: Month; until: Month }, b: { from: Month; until: Month }): boolean {
  return a.from <= b.until && b.from <= a.until;
}

function taken(place: Place, spell: { from: Month; until: Month }, what: Text): Text {
  const when = {
    zh: `${chineseMonth(spell.from)}至${chineseMonth(spell.until)}`,
    en: `${isoMonth(spell.from)} to ${isoMonth(spell.until)}`,
  };
  return {
    zh: `${place.name.zh}${when.zh}已经有${what.zh}，自己填的没有用上；请改成没有查到的月份`,
    en: `${place.name.en} already has ${what.en} from ${when.en}; yours was not used. Give months that were not found`,
  };
}

class PlacesInUse {
  private readonly places: Place[];

  constructor(private readonly bases: Bases) {
    this.places = [...bases.places];
  }

  /** The place an entry names, made where nothing is known of it. */
  indexOf(name: string): number {
    const found = findPlace(name, { ...this.bases, places: this.places });
    const at = found === null ? -1 : this.places.indexOf(found);
    if (at >= 0) return at;
    const bare = name.replace(/[省市]$/, "");
    const words = bare === "" ? name : bare;
    return (
      this.places.push({
        id: `own-${name}`,
        name: { zh: name, en: name },
        cities: [words],
        levels: [],
        medical: [],
        gaps: [],
      }) - 1
    );
  }

  addLevel({ place: name, from, until, floor, ceiling }: OwnLevel): Text | null {
    const at = this.indexOf(name);
    const place = this.places[at];
    if (place === undefined) return null;
    const before = place.levels.find((one) => overlaps(one, { from, until }));
    if (before !== undefined) return taken(place, before, { zh: "缴费基数", en: "a contribution base" });
    const level: Level = { from, until, published: null, floor, ceiling, evidence: "yours", source: YOURS, note: null };
    this.places[at] = { ...place, levels: [...place.levels, level].sort((a, b) => a.from - b.from) };
    return null;
  }

  addPremium({ place: name, from, until, amount: money }: OwnPremium): Text | null {
    const at = this.indexOf(name);
    const place = this.places[at];
    if (place === undefined) return null;
    const before = place.medical.find((one) => overlaps(one, { from, until }));
    if (before !== undefined) return taken(place, before, { zh: "医疗保险缴费额", en: "a medical premium" });
    const premium: MedicalPremium = { from, until, amount: money, evidence: "yours", source: YOURS };
    this.places[at] = { ...place, medical: [...place.medical, premium].sort((a, b) => a.from - b.from) };
    return null;
  }

  result(): Bases {
    return { ...this.bases, places: this.places };
  }
}

/** The bases with a person's own figures in their gaps, each marked `yours`. An entry that overlaps a figure already there is left out and told. */
export function withOwnFigures(
  bases: Bases,
  { levels, medical }: OwnFigures,
): { readonly bases: Bases; readonly problems: readonly OwnFigureProblem[] } {
  const places = new PlacesInUse(bases);
  const problems: OwnFigureProblem[] = [];
  const add = <T>(list: keyof OwnFigures, entries: readonly T[], one: (entry: T) => Text | null): void => {
    entries.forEach((entry, at) => {
      const text = one(entry);
      if (text !== null) problems.push({ list, at, text });
    });
  };
  add("levels", levels, (entry) => places.addLevel(entry));
  add("medical", medical, (entry) => places.addPremium(entry));
  return { bases: places.result(), problems };
}
