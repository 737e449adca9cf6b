/**
 * Holds a rule set against the tables of test/cases/thresholds and against its own examples. Used by the tests and by the mutation run:
 * a mutant that no table and no example notices is a hole in the tests.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { exampleOf } from "../src/policy/examples";
import type { Example, Purpose, RuleSet } from "../src/policy/rule-set";
import { serialOfIso } from "../src/words/calendar";
import { PROOFS } from "../src/engine/rows/proofs";
import { Scorer, type Outcome } from "../src/engine/rows/evaluate";
import { FactColumns } from "../src/engine/facts";
import { theRelease } from "./release";

const cell = z.union([z.number(), z.string(), z.boolean(), z.null()]);

const tableSchema = z.strictObject({
  tier: z.string(),
  edition: z.string(),
  /** The province whose rules it is about; left out for the nation's, which hold with a province's points too. */
  place: z.string().optional(),
  as_of: z.string(),
  checks: z.array(
    z.strictObject({
      /** What is looked at: one condition or route, one item, or the whole rule set. */
      condition: z.string().optional(),
      item: z.string().optional(),
      whole: z.string().optional(),
      purpose: z.enum(["new", "review"]).default("new"),
      given: z.record(z.string(), cell).default({}),
      cases: z.array(
        z.strictObject({
          with: z.record(z.string(), cell),
          is: z.enum(["met", "unmet", "unknown"]).optional(),
          points: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
          score: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
          route: z.string().nullable().optional(),
        }),
      ),
    }),
  ),
});

export type ThresholdTable = z.infer<typeof tableSchema>;

const FOLDER = fileURLToPath(new URL("./cases/thresholds", import.meta.url));

export function thresholdTables(): ThresholdTable[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => thresholdTable(readFileSync(join(FOLDER, name), "utf8")));
}

/** @throws ZodError for a text that is no table */
export function thresholdTable(text: string): ThresholdTable {
  return tableSchema.parse(parse(text));
}

/** The tables about a rule set. */
export function tablesOf(ruleSet: RuleSet, tables: readonly ThresholdTable[]): ThresholdTable[] {
  const { provinces } = theRelease().vocabulary;
  const nations = ruleSet.file.startsWith("national/");
  return tables.filter(({ tier, edition, place }) => {
    if (tier !== ruleSet.tier || edition !== ruleSet.edition) return false;
    return place === undefined ? nations : provinces.find(({ id }) => id === place)?.code === ruleSet.place;
  });
}

type Given = Readonly<Record<string, number | string | boolean | null>>;

function keep(given: Given): Record<string, number | null> {
  const wrong: string[] = [];
  const { given: kept } = exampleOf(
    { name: { zh: "", en: "" }, as_of: "2026-11-21", purpose: "new", given, expect: {} },
    null,
    theRelease().vocabulary,
    (key, reason) => wrong.push(`${key}: ${reason}`),
  );
  if (wrong.length > 0) throw new Error(wrong.join("; "));
  return { ...kept };
}

export function outcomeFor(
  ruleSet: RuleSet,
  purpose: Purpose,
  asOf: string,
  given: Readonly<Record<string, number | null>>,
): Outcome {
  const scorer = new Scorer(ruleSet.forPurpose[purpose], FactColumns.fromRecord(given), theRelease().vocabulary, {
    asOf: serialOfIso(asOf) ?? NaN,
    t: Number(asOf.slice(0, 4)) - 1,
  });
  return scorer.evaluate(0);
}

function show(value: unknown): string {
  return JSON.stringify(value);
}

const kept = new WeakMap<object, Readonly<Record<string, number | null>>>();

/** The cells of a case as the engine keeps them, worked out once however many mutants are held against it. */
function cellsOf(given: Given, one: { readonly with: Given }): Readonly<Record<string, number | null>> {
  const known = kept.get(one);
  if (known) return known;
  const cells = keep({ ...given, ...one.with });
  kept.set(one, cells);
  return cells;
}

/** What one table finds wrong with a rule set, one sentence each; it stops after the first failing case where `first` is set. */
export function tableFailures(table: ThresholdTable, ruleSet: RuleSet, first = false): string[] {
  const failures: string[] = [];
  for (const check of table.checks) {
    for (const one of check.cases) {
      if (first && failures.length > 0) return failures;
      const outcome = outcomeFor(ruleSet, check.purpose, table.as_of, cellsOf(check.given, one));
      const place = `${check.condition ?? check.item ?? check.whole ?? "?"} with ${show(one.with)}`;
      const expect = (what: string, actual: unknown, expected: unknown): void => {
        if (expected !== undefined && show(actual) !== show(expected))
          failures.push(`${place}: ${what} is ${show(actual)}, expected ${show(expected)}`);
      };
      if (check.condition !== undefined) {
        const found = [...outcome.conditions, ...outcome.routes].find(
          ({ condition }) => condition.id === check.condition,
        );
        expect("verdict", found?.verdict ?? "no such condition", one.is);
      } else if (check.item !== undefined) {
        const found = outcome.items.find(({ item }) => item.id === check.item);
        expect(
          "points",
          found ? span(found) : "no such item",
          typeof one.points === "number" ? [one.points, one.points] : one.points,
        );
      } else {
        expect("status", outcome.status, one.is);
        expect("route", outcome.route, one.route);
        const wanted = typeof one.score === "number" ? [one.score, one.score] : one.score;
        expect("score", outcome.score ? span(outcome.score) : null, wanted);
      }
    }
  }
  return failures;
}

function span({ lo, hi }: { lo: number; hi: number }): [number, number] {
  return [lo, hi];
}

/** What one of the rule set's own examples finds wrong with it, one sentence each. */
export function exampleFailures(example: Example, ruleSet: RuleSet): string[] {
  return PROOFS.departures(example, ruleSet.forPurpose[example.purpose], theRelease().vocabulary).map(
    ({ path, actual, expected }) => `${example.name.zh}: ${path.join(" ")} is ${actual}, expected ${expected}`,
  );
}
