/**
 * Levels and premiums that a person fills in where the product has found none: kept in the workbook or in a file of their own, marked as
 * theirs wherever they are used, and never put in the place of a published figure.
 */
import { z } from "zod";
import type { Text } from "../words/text";
import { isoMonth, parseMonth, type Month } from "./month";

interface Spell {
  /** Where the entry stands in its list, from 0, those that could not be used counted too. */
  readonly at: number;
  /** A place as in a sheet: `福建`, `福建省泉州市`. */
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

/** An entry as written, before any of it is believed. */
const entrySchema = z.record(z.string(), z.unknown());
const figuresSchema = z.object({ levels: z.array(z.unknown()).default([]), medical: z.array(z.unknown()).default([]) });

/** The keys of an entry as people call them. */
const NAMES = {
  place: { zh: "地方（place）", en: "place" },
  from: { zh: "从哪个月（from）", en: "first month (from)" },
  until: { zh: "到哪个月（until）", en: "last month (until)" },
  floor: { zh: "下限（floor）", en: "floor" },
  ceiling: { zh: "上限（ceiling）", en: "ceiling" },
  amount: { zh: "缴费额（amount）", en: "amount" },
} as const satisfies Readonly<Record<string, Text>>;

type Key = keyof typeof NAMES;

const FORMS = {
  levels: {
    zh: "要写成一条条的基数：place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000（ceiling 可以不写），金额是元",
    en: "Write levels as place: 福建, from: 2026-01, until: 2026-12, floor: 4600, ceiling: 23000 (ceiling may be left out), in yuan",
  },
  medical: {
    zh: "要写成一条条的缴费额：place: 福建, from: 2026-01, until: 2026-12, amount: 500，金额是元",
    en: "Write premiums as place: 福建, from: 2026-01, until: 2026-12, amount: 500, in yuan",
  },
} as const satisfies Readonly<Record<keyof OwnFigures, Text>>;

/** More than any base or premium comes to, in yuan a month. */
const MOST = 1_000_000;

type Entry = z.infer<typeof entrySchema>;

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "zh" in value;
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function notGiven(key: Key): Text {
  return { zh: `没有写${NAMES[key].zh}`, en: `the ${NAMES[key].en} is missing` };
}

function written(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function wordOf(entry: Entry, key: Key): string | Text {
  const value = entry[key];
  if (isLeftOut(value)) return notGiven(key);
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : FORMS.levels;
}

function monthOf(entry: Entry, key: Key): Month | Text {
  const word = wordOf(entry, key);
  if (isText(word)) return word;
  return (
    parseMonth(word) ?? {
      zh: `${NAMES[key].zh}“${word}”看不出是哪个月，请写成 2026-01`,
      en: `the ${NAMES[key].en} "${word}" is no month; write it as 2026-01`,
    }
  );
}

function moneyOf(entry: Entry, key: Key): number | Text {
  const value = entry[key];
  if (isLeftOut(value)) return notGiven(key);
  if (typeof value === "number" && value > 0 && value <= MOST) return value;
  return {
    zh: `${NAMES[key].zh}“${written(value)}”用不了，请写一个大于0的数，单位是元，不带逗号和单位，如 4600`,
    en: `the ${NAMES[key].en} "${written(value)}" can't be used; write a number above 0 in yuan without commas or units, such as 4600`,
  };
}

function spellOf(entry: Entry, at: number): Spell | Text {
  const place = wordOf(entry, "place");
  if (isText(place)) return place;
  const from = monthOf(entry, "from");
  if (isText(from)) return from;
  const until = monthOf(entry, "until");
  if (isText(until)) return until;
  if (until < from)
    return {
      zh: `到${isoMonth(until)}为止，却从${isoMonth(from)}开始，起止写反了`,
      en: `it ends in ${isoMonth(until)}, before it begins in ${isoMonth(from)}`,
    };
  return { at, place, from, until };
}

function readLevel(entry: Entry, at: number): OwnLevel | Text {
  const spell = spellOf(entry, at);
  if (isText(spell)) return spell;
  const floor = moneyOf(entry, "floor");
  if (isText(floor)) return floor;
  const ceiling = isLeftOut(entry.ceiling) ? null : moneyOf(entry, "ceiling");
  if (isText(ceiling)) return ceiling;
  if (ceiling !== null && ceiling <= floor)
    return {
      zh: `上限${ceiling}不比下限${floor}大，是不是写反了`,
      en: `the ceiling ${ceiling} is not above the floor ${floor}; are they swapped?`,
    };
  return { ...spell, floor, ceiling };
}

function readPremium(entry: Entry, at: number): OwnPremium | Text {
  const spell = spellOf(entry, at);
  if (isText(spell)) return spell;
  const amount = moneyOf(entry, "amount");
  return isText(amount) ? amount : { ...spell, amount };
}

function readList<T extends object>(
  list: keyof OwnFigures,
  values: readonly unknown[],
  read: (entry: Entry, at: number) => T | Text,
  problems: OwnFigureProblem[],
): T[] {
  return values.flatMap((value, at) => {
    const entry = entrySchema.safeParse(value);
    const found = entry.success ? read(entry.data, at) : FORMS[list];
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
  if (!parsed.success) return { own: NO_OWN_FIGURES, problems: [{ list: "levels", at: null, text: FORMS.levels }] };
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
