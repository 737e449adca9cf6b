/**
 * Made-up firms with blanks, judged by the engine and by many ways to fill their blanks, each judged by the oracle: what the engine says
 * for certain every filling says, and no filling's points leave the engine's range. `ORACLE_FIRMS` sets how many firms a rule set gets.
 */
import { serialOfIso } from "../../src/words/calendar";
import { FactColumns } from "../../src/engine/facts";
import { Scorer } from "../../src/engine/rows/evaluate";
import { slotsOf } from "../../src/policy/cells-read";
import type { Requirements } from "../../src/policy/rule-set";
import { cellOfSlot, type Field } from "../../src/language/vocabulary";
import { seededRandom, type Random } from "../../src/commands/samples/seeded-random";
import { respectsWholes, withinWholes } from "../random-rows";
import { allRuleSets, theRelease } from "../release";
import { opinionOn, TooNear, type Opinion } from "./oracle";

const { vocabulary } = theRelease();
const FIRMS = Number(process.env.ORACLE_FIRMS ?? 12);
const FILLINGS = 24;
const DAYS = ["2026-11-21", "2027-03-31"] as const;

type Row = Record<string, number>;

function fieldOf(slot: string): Field {
  const field = vocabulary.fields.get(cellOfSlot(slot).field);
  if (!field) throw new Error(slot);
  return field;
}

function valueOf(field: Field, random: Random, asOf: number): number {
  switch (field.type) {
    case "flag":
      return random.whole(0, 1);
    case "choice":
      return random.whole(0, field.choices.length - 1);
    case "industry":
      return random.whole(0, vocabulary.sizeIndustries.length - 1);
    case "validity":
      return random.pick([-Infinity, asOf - 1, asOf, asOf + 300, Infinity]);
    case "date":
      return asOf - random.whole(0, 6000);
    case "share":
      return random.pick([0, 0.013, 0.027, 0.041, 0.063, 0.11, 0.31, 0.56, 0.73, 0.87, 0.97]);
    case "money":
      return random.pick([0, 1e-3, 37, 120, 530, 1700, 2300, 5600, 12_000, 43_000, 2e5, 1e9]);
    case "points":
      return random.whole(0, Math.min(field.max, 100));
    case "rank":
      return random.pick([field.min, 1, 2, 3, 5, 11, 500]);
    default:
      return random.pick([0, 1, 2, 3, 4, 6, 11, 60, 350, 1200, 1e6]);
  }
}

/** Cells that something stands in for where they are blank: they may stay blank. */
function backedOf(requirements: Requirements): ReadonlySet<string> {
  const marks = (requirements.score?.groups ?? []).flatMap(({ items }) =>
    items.flatMap(({ scoring }) => (scoring.kind === "mark" && scoring.fallback !== null ? [scoring.field] : [])),
  );
  const defined = [...vocabulary.fields.values()].flatMap(({ id, otherwise }) => (otherwise === null ? [] : [id]));
  return new Set([...marks, ...defined]);
}

function filled(row: Row, backed: ReadonlySet<string>, random: Random, asOf: number): Row | null {
  const blank = Object.keys(row).filter((slot) => Number.isNaN(row[slot]) && !backed.has(cellOfSlot(slot).field));
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const full = { ...row };
    for (const slot of blank) full[slot] = valueOf(fieldOf(slot), random, asOf);
    const lowered = withinWholes(full, vocabulary);
    const one = Object.fromEntries(
      Object.entries(full).map(([slot, value]) => [slot, blank.includes(slot) ? (lowered[slot] ?? value) : value]),
    );
    if (respectsWholes(one, vocabulary)) return one;
  }
  return null;
}

function opinion(requirements: Requirements, row: Row, asOf: number, t: number): Opinion | null {
  try {
    return opinionOn(requirements, {
      cells: new Map(Object.entries(row)),
      asOf,
      t,
      industries: vocabulary.sizeIndustries,
    });
  } catch (error) {
    if (error instanceof TooNear) return null;
    throw error;
  }
}

const CODES = { unmet: 0, unknown: 1, met: 2 } as const;

describe.each(DAYS)("Judged on %s", (day) => {
  const asOf = serialOfIso(day) ?? NaN;
  const t = Number(day.slice(0, 4)) - 1;
  for (const ruleSet of allRuleSets())
    for (const purpose of ["new", "review"] as const)
      test(`${ruleSet.tier} ${ruleSet.edition} ${purpose}: no way to fill the blanks says otherwise than the engine`, () => {
        const requirements = ruleSet.forPurpose[purpose];
        const slots = [...slotsOf(requirements, vocabulary)];
        const backed = backedOf(requirements);
        const random = seededRandom(20_260_410);
        const wrong: string[] = [];
        for (let firm = 0; firm < FIRMS; firm += 1) {
          const blanks = random.pick([0, 0.03, 0.1, 0.3]);
          const row = withinWholes(
            Object.fromEntries(
              slots.map((slot) => [
                slot,
                random.chance(blanks) || (backed.has(slot) && random.chance(0.5))
                  ? NaN
                  : valueOf(fieldOf(slot), random, asOf),
              ]),
            ),
            vocabulary,
          );
          const facts = new FactColumns(
            1,
            new Map(Object.entries(row).map(([slot, value]) => [slot, Float64Array.of(value)])),
          );
          const { status, score } = new Scorer(requirements, facts, vocabulary, { asOf, t }).evaluate(0);
          for (let count = 0; count < FILLINGS; count += 1) {
            const one = filled(row, backed, random, asOf);
            const said = one === null ? null : opinion(requirements, one, asOf, t);
            if (said === null) continue;
            const apart = status !== "unknown" && said.verdict !== CODES[status];
            const outside =
              score !== null &&
              said.points !== null &&
              (said.points.low < score.lo - 1e-9 || said.points.high > score.hi + 1e-9);
            if (apart || outside)
              wrong.push(`${status} ${JSON.stringify(score)} is ${JSON.stringify(said)} with ${JSON.stringify(one)}`);
          }
        }
        expect(wrong.slice(0, 2)).toEqual([]);
      });
});
