import fc from "fast-check";
import { dateOf } from "../../src/words/calendar";
import { conditionsOf, type Requirements, type RuleSet } from "../../src/policy/rule-set";
import { Scorer, type ScorerOptions } from "../../src/engine/rows/evaluate";
import { FactColumns } from "../../src/engine/facts";
import { scoreColumns, verdictOf } from "../../src/engine/columns/score-columns";
import { boundingSlots } from "../../src/language/relatives";
import { cellOfSlot, slot } from "../../src/language/vocabulary";
import { slotsOf } from "../../src/policy/cells-read";
import { AS_OF, recordOf, respectsWholes, tableFor, valueOf, withinWholes } from "../random-rows";
import { allRuleSets, theRelease } from "../release";

const { vocabulary } = theRelease();
const OPTIONS: ScorerOptions = { asOf: AS_OF, t: 2025 };
const ROWS = 24;

function rowOf(record: Readonly<Record<string, number>>): FactColumns {
  return new FactColumns(1, new Map(Object.entries(record).map(([slot, value]) => [slot, Float64Array.of(value)])));
}

function fieldOf(slot: string): NonNullable<ReturnType<typeof vocabulary.fields.get>> {
  const field = vocabulary.fields.get(slot.replace(/\[t-\d\]$/, ""));
  if (!field) throw new Error(slot);
  return field;
}

function scored(): readonly RuleSet[] {
  return allRuleSets().filter(({ forPurpose }) => forPurpose.new.score !== null);
}

describe("The row path and the columnar path give the same answers", () => {
  for (const ruleSet of allRuleSets()) {
    test(`${ruleSet.tier} ${ruleSet.edition}, new and review, blanks, absent columns and borders included`, () => {
      for (const purpose of ["new", "review"] as const) {
        const requirements = ruleSet.forPurpose[purpose];
        fc.assert(
          fc.property(tableFor(requirements, vocabulary, ROWS), (facts) => {
            const batch = scoreColumns(requirements, facts, vocabulary, OPTIONS);
            const scorer = new Scorer(requirements, facts, vocabulary, OPTIONS);
            for (let row = 0; row < ROWS; row += 1) {
              const outcome = scorer.evaluate(row);
              expect([verdictOf(batch.status[row]), verdictOf(batch.eligible[row])]).toEqual([
                outcome.status,
                outcome.eligible,
              ]);
              if (outcome.score)
                expect([batch.scoreLow[row], batch.scoreHigh[row]]).toEqual([outcome.score.lo, outcome.score.hi]);
            }
          }),
          { numRuns: 25, seed: 20260401 },
        );
      }
    });
  }
});

/** Values that reach both ends of every item: nothing, next to nothing, the middle, and more than any line. */
function fillings(slot: string): readonly number[] {
  const field = fieldOf(slot);
  switch (field.type) {
    case "flag":
      return [0, 1];
    case "choice":
      return field.choices.map((_, index) => index);
    case "share":
      return [field.min, 0.5, Math.min(field.max, 1e6)];
    case "money":
      // An enterprise has assets: the interval of a blank does not reckon with a total of exactly 0 (see `ratioLow`).
      return [...(field.min < 0 ? [-1e12] : []), ...(slot === "total_assets" ? [] : [0]), 1e-6, 2000, 1e12];
    case "points":
      return Array.from({ length: Math.min(field.max, 31) + 1 }, (_, points) => points);
    case "validity":
      return [-Infinity, Infinity];
    case "date":
      return [AS_OF - 20_000, AS_OF];
    case "rank":
      return [field.min, 1, 3, 10, 1e6];
    default:
      return [0, 1, 2, 3, 4, 5, 1e6];
  }
}

/** What a row says of the parts and wholes of a slot: the ends of its blank. */
function relativesIn(record: Readonly<Record<string, number>>, key: string): readonly number[] {
  const { field, back } = cellOfSlot(key);
  const { wholes, parts } = boundingSlots(field, back, vocabulary);
  return [...wholes, ...parts].map((one) => record[one] ?? NaN).filter((value) => !Number.isNaN(value));
}

/** Assets a hair above the liabilities of the year: net assets that are all but nothing. */
function justSolvent(record: Readonly<Record<string, number>>, key: string): readonly number[] {
  const { field, back } = cellOfSlot(key);
  const liabilities = record[slot("total_liabilities", back)] ?? NaN;
  return field === "total_assets" && !Number.isNaN(liabilities) ? [liabilities + 1e-6] : [];
}

/** The year between two others at which the growth from the first to it is the growth from it to the last: the least their mean can be. */
function balanced(facts: FactColumns, key: string): readonly number[] {
  const { field, back } = cellOfSlot(key);
  const amount = (of: string, year: number): number => facts.column(slot(of, year))?.[0] ?? NaN;
  const assets = field === "total_assets";
  const net = (year: number): number =>
    assets ? amount(field, year) - amount("total_liabilities", year) : amount(field, year);
  const between = back === 1 ? Math.sqrt(net(0) * net(2)) : NaN;
  const value = assets ? between + amount("total_liabilities", 1) : between;
  return Number.isFinite(value) ? [value] : [];
}

/** Whether the row says that the firm was founded after the year of an amount: a blank is then no amount that could be filled in. */
function neverWas(record: Readonly<Record<string, number>>, key: string): boolean {
  const { back } = cellOfSlot(key);
  const { founded = NaN } = record;
  return fieldOf(key).periods > 1 && !Number.isNaN(founded) && dateOf(founded).year > OPTIONS.t - back;
}

/** A field with a definition, or a mark with bands behind it. */
function hasFallback(requirements: Requirements, slot: string): boolean {
  const items = (requirements.score?.groups ?? []).flatMap((group) => group.items);
  return (
    fieldOf(slot).otherwise !== null ||
    items.some(({ scoring }) => scoring.kind === "mark" && scoring.field === slot && scoring.fallback !== null)
  );
}

describe("The score interval is the least and the most over every filling of the blanks in which no part exceeds its whole", () => {
  for (const ruleSet of scored()) {
    test(`${ruleSet.tier} ${ruleSet.edition}`, () => {
      const requirements = ruleSet.forPurpose.new;
      const slots =
        (requirements.score?.groups ?? []).length === 0
          ? []
          : [...slotsOf({ ...requirements, conditions: [], routes: [], general: [] }, vocabulary)];
      // Where a field or a mark is blank its definition or fallback stands in for it: half the rows have neither cell nor column for it.
      const backed = slots.filter((slot) => hasFallback(requirements, slot));
      const row = fc
        .tuple(fc.boolean(), ...slots.map((slot) => valueOf(fieldOf(slot))))
        .map(([open, ...values]) =>
          withinWholes(
            Object.fromEntries(
              slots.map((slot, i) => [slot, open && backed.includes(slot) ? NaN : (values[i] ?? NaN)]),
            ),
            vocabulary,
          ),
        );
      const blanks = fc.uniqueArray(fc.constantFrom(...slots.filter((slot) => !backed.includes(slot))), {
        minLength: 1,
        maxLength: 3,
      });
      fc.assert(
        fc.property(row, blanks, (record, blank) => {
          // The year between two others is filled in when they are.
          const open = [...blank].sort((a, b) => Number(cellOfSlot(a).back === 1) - Number(cellOfSlot(b).back === 1));
          const known = { ...record, ...Object.fromEntries(open.map((slot) => [slot, NaN])) };
          const facts = rowOf(known);
          const interval = new Scorer(requirements, facts, vocabulary, OPTIONS).evaluate(0).score;
          let least = Infinity;
          let most = -Infinity;
          const cells = open.map((slot) => facts.column(slot) ?? new Float64Array(1));
          const scorer = new Scorer(requirements, facts, vocabulary, OPTIONS);
          const fill = (index: number): void => {
            const slot = open[index];
            const cell = cells[index];
            if (slot === undefined || cell === undefined) {
              if (!respectsWholes(recordOf(facts, 0), vocabulary)) return;
              const score = scorer.evaluate(0).score;
              least = Math.min(least, score?.lo ?? NaN);
              most = Math.max(most, score?.hi ?? NaN);
              return;
            }
            const values = neverWas(known, slot)
              ? [NaN]
              : [
                  ...fillings(slot),
                  ...relativesIn(record, slot),
                  ...justSolvent(record, slot),
                  ...balanced(facts, slot),
                ];
            for (const value of values) {
              cell[0] = value;
              fill(index + 1);
            }
            cell[0] = NaN;
          };
          fill(0);
          expect(interval).toEqual({ lo: least, hi: most });
        }),
        { numRuns: 60, seed: 20260402 },
      );
    });
  }
});

describe("A blank is never better than a value", () => {
  for (const ruleSet of allRuleSets()) {
    test(`${ruleSet.tier} ${ruleSet.edition}: blanking a cell raises no certain point and turns nothing to met`, () => {
      const requirements = ruleSet.forPurpose.new;
      const slots = [...slotsOf({ ...requirements, general: [] }, vocabulary)];
      fc.assert(
        fc.property(
          tableFor({ ...requirements, general: [] }, vocabulary, 1),
          fc.constantFrom(...slots),
          (facts, slot) => {
            const record = withinWholes(recordOf(facts, 0), vocabulary);
            if (!(slot in record)) return;
            const before = new Scorer(requirements, rowOf(record), vocabulary, OPTIONS).evaluate(0);
            const after = new Scorer(requirements, rowOf({ ...record, [slot]: NaN }), vocabulary, OPTIONS).evaluate(0);
            // Where a definition or the bands stand in for the cell, blanking it puts another value in its place.
            if (hasFallback(requirements, slot)) return;
            if (before.score && after.score) {
              expect(after.score.lo).toBeLessThanOrEqual(before.score.lo);
              expect(after.score.hi).toBeGreaterThanOrEqual(before.score.hi);
            }
            if (before.status !== "met") expect(after.status).not.toBe("met");
            if (before.status === "met") expect(after.status).not.toBe("unmet");
          },
        ),
        { numRuns: 150, seed: 20260403 },
      );
    });
  }
});

describe("What is missing is what decides", () => {
  for (const ruleSet of allRuleSets()) {
    test(`${ruleSet.tier} ${ruleSet.edition}: an unknown answer names blanks only, a known one names none`, () => {
      const requirements = ruleSet.forPurpose.new;
      fc.assert(
        fc.property(tableFor(requirements, vocabulary, 1), (facts) => {
          const { status, missing } = new Scorer(requirements, facts, vocabulary, OPTIONS).evaluate(0);
          for (const slot of missing) expect(facts.column(slot)?.[0] ?? NaN).toBeNaN();
          const marks =
            (requirements.score?.groups ?? []).some(({ items }) => items.length > 0) ||
            conditionsOf(requirements.conditions).length > 0;
          if (marks) expect(missing.length > 0).toBe(status === "unknown");
        }),
        { numRuns: 100, seed: 20260404 },
      );
    });
  }
});
