/**
 * Rows that sit on the lines of a rule set: amounts that are exactly a share of another amount, growth that is exactly the rate asked,
 * and the same a hair off; some cells blank, some columns absent. The same seed gives the same rows.
 */
import { seededRandom, type Random } from "../../src/commands/samples/seeded-random";
import type { Purpose, Requirements, RuleSet } from "../../src/policy/rule-set";
import type { Field, Vocabulary } from "../../src/language/vocabulary";
import { FactColumns, asSheetNumber } from "../../src/engine/facts";
import { slotsOf } from "../../src/policy/cells-read";
import { bordersOf, hit } from "./border-cells";

/** 2026-11-21, the as-of day of these tests, and the fiscal year before. */
export const AS_OF = "2026-11-21";
export const AS_OF_SERIAL = 46347;
export const LAST_YEAR = 2025;

const SHARES = [
  0.005, 0.01, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8,
  0.9, 1,
] as const;
const GROWTHS = [0, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.35] as const;
const AMOUNTS = [
  0, 100, 400, 500, 1000, 1200, 1500, 2000, 3333.33, 5000, 8000, 10000, 12345.6789, 20000, 40000,
] as const;
const HAIRS = [0, 0, 0, 0.0001, -0.0001, 0.01, -0.01, 0.000001] as const;

/** A money amount: a plain one, one on a line's border to another amount of the row, or any with four decimals. */
function money(random: Random, row: ReadonlyMap<string, number>, field: Field): number {
  const others = [...row.values()].filter((value) => value > 1);
  const [first, ...rest] = others;
  const kind = random.whole(0, 5);
  if (first !== undefined && kind <= 3) {
    const base = random.pick([first, ...rest]);
    const hair = random.pick([...HAIRS]);
    const factor =
      kind === 0
        ? random.pick([...SHARES])
        : kind === 1
          ? 1 + random.pick([...GROWTHS])
          : kind === 2
            ? 1 / (1 + random.pick([...GROWTHS]))
            : (1 + random.pick([...GROWTHS])) ** 2;
    return Math.max(field.min, asSheetNumber(Number((base * factor + hair).toFixed(6))));
  }
  if (kind === 4) return random.pick([...AMOUNTS]);
  const amount = random.between(0, 60_000, 4);
  return field.min < 0 && random.chance(0.3) ? -amount : amount;
}

function value(random: Random, field: Field, row: ReadonlyMap<string, number>): number {
  switch (field.type) {
    case "money":
      return money(random, row, field);
    case "share":
      return random.chance(0.7) ? random.pick([...SHARES]) : random.between(0, 1, 4);
    case "flag":
      return random.whole(0, 1);
    case "choice":
      return random.whole(0, field.choices.length - 1);
    case "date":
      return random.chance(0.3)
        ? random.pick([
            AS_OF_SERIAL - 365,
            AS_OF_SERIAL - 364,
            AS_OF_SERIAL - 3652,
            AS_OF_SERIAL - 3653,
            44927,
            44562,
            42429,
          ])
        : random.whole(AS_OF_SERIAL - 7000, AS_OF_SERIAL);
    case "validity":
      return random.pick([-Infinity, AS_OF_SERIAL - 1, AS_OF_SERIAL, AS_OF_SERIAL + 400, Infinity]);
    case "industry":
      return random.whole(0, 15);
    case "rank":
      return random.whole(field.min, 12);
    case "points":
      return random.chance(0.7)
        ? random.whole(0, Math.min(field.max, 100))
        : Math.min(field.max, random.pick([49.99, 50, 59.99, 60, 73, 75, 85]));
    case "years":
      return random.chance(0.8) ? random.whole(0, 12) : random.pick([1.99, 2.5, 2.99]);
    default:
      return random.pick([random.whole(0, 12), random.whole(0, 1200), 20, 100, 300, 500, 1000]);
  }
}

export interface BorderOptions {
  readonly rows: number;
  readonly seed: number;
  /** Chance of a blank cell. */
  readonly blank: number;
  /** Chance of a column the sheet lacks. */
  readonly absent: number;
  /** Rows known to meet the rules or to fail them by a hair; two rows in three are one of these with a few cells changed. */
  readonly bases?: readonly Readonly<Record<string, number | null>>[];
}

export function borderRows(all: readonly Requirements[], vocabulary: Vocabulary, options: BorderOptions): FactColumns {
  const random = seededRandom(options.seed);
  const slots = [...new Set(all.flatMap((one) => [...slotsOf(one, vocabulary)]))];
  const borders = all.flatMap(bordersOf);
  const present = slots.filter(() => !random.chance(options.absent));
  const columns = new Map(present.map((slot) => [slot, new Float64Array(options.rows)]));
  for (let index = 0; index < options.rows; index += 1) {
    const row = new Map<string, number>();
    // Rows with few blanks reach the lines, rows with many the open answers.
    const blank = random.chance(0.5) ? 0 : options.blank;
    const bases = options.bases ?? [];
    const base = bases[random.whole(0, Math.floor(bases.length * 1.5))];
    const changed = random.pick([0, 1, 1, 2, 3]) / present.length;
    for (const slot of present) {
      const field = vocabulary.fields.get(slot.replace(/\[t-\d\]$/, ""));
      if (!field) throw new Error(`no field for ${slot}`);
      const given = base?.[slot];
      const kept = base !== undefined && !random.chance(changed);
      const cell = kept
        ? (given ?? (given === null ? NaN : harmless(field)))
        : random.chance(base === undefined ? blank : 0.4)
          ? NaN
          : value(random, field, row);
      if (field.type === "money" && !Number.isNaN(cell)) row.set(slot, cell);
      const column = columns.get(slot);
      if (column) column[index] = cell;
    }
    const [first, ...others] = borders;
    if (first === undefined || random.chance(0.25)) continue;
    const exact = new Map<string, number>();
    for (let times = random.whole(1, 4); times > 0; times -= 1) hit(random.pick([first, ...others]), exact, random);
    for (const [slot, cell] of exact) {
      const column = columns.get(slot);
      // A hit cell is blank once in a while too.
      if (column) column[index] = random.chance(0.04) ? NaN : cell;
    }
  }
  return new FactColumns(options.rows, columns);
}

/** What a row that meets its rules holds in a cell its example says nothing of. */
function harmless(field: Field): number {
  if (field.type === "flag") return /registered|resident|books/.test(field.id) ? 1 : 0;
  return field.type === "industry" ? 1 : NaN;
}

/** The rule set's own examples, those that may meet it for the purpose first and twice. */
export function basesOf(ruleSet: RuleSet, purpose: Purpose): readonly Readonly<Record<string, number | null>>[] {
  const met = ruleSet.examples.filter((example) => example.purpose === purpose && example.expect.status !== "unmet");
  return [...met, ...met, ...ruleSet.examples].map(({ given }) => given);
}
