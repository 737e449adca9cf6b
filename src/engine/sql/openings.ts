/**
 * Which cells could still decide a question that is open, as SQL: a condition a slot under which it is asked for. The same as the row
 * engine's `missing`, and like there what no cell can tell (growth from nothing, a year before the founding) is not asked for.
 */
import { fieldsOfQuantity, quantityParts, type Quantity, type Test } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import type { Questions } from "./questions";
import { and, FALSE, isOpen, not, or, surely, TRUE } from "./logic";
import { columnOf, fieldOf } from "./slot-columns";
import { Sums, termsOf } from "./sums";
import type { Layers } from "./layers";

export interface Opening {
  readonly slot: string;
  /** Where it is asked for. */
  readonly when: string;
  /** Whether filling it in would help. */
  readonly asked: boolean;
}

export class Openings {
  private readonly sums: Sums;

  constructor(
    private readonly questions: Questions,
    layers: Layers,
  ) {
    this.sums = new Sums(questions.comparisons.cells, layers);
  }

  /** The cells of a question, for rows in which it is open. */
  ofTest(test: Test): readonly Opening[] {
    switch (test.kind) {
      case "compare":
        return [...this.ofQuantity(test.left), ...this.ofQuantity(test.right)];
      case "not":
        return this.ofTest(test.part);
      case "not-large":
        return this.ofSize();
      default:
        return test.parts.flatMap((part) => where(this.ofTest(part), isOpen(this.questions.test(part))));
    }
  }

  private get cells(): Sums["cells"] {
    return this.sums.cells;
  }

  private ofQuantity(quantity: Quantity): readonly Opening[] {
    switch (quantity.kind) {
      case "constant":
      case "as-of":
        return [];
      case "field":
        return this.ofCell(slot(quantity.field, quantity.back), quantity.sinceFounding === true);
      case "age":
        return this.ofCell(slot(quantity.field), false);
      case "otherwise": {
        const key = slot(quantity.field, quantity.back);
        const { vocabulary, present } = this.cells.context;
        const cells = fieldsOfQuantity(quantity.definition).map(({ field, back }) => slot(field, back));
        const begun = cells.some((cell) => present.has(cell));
        const byDefinition = !present.has(key) && (fieldOf(key, vocabulary).amountsFirst || begun);
        const defined = this.ofQuantity(quantity.definition);
        if (byDefinition) return defined;
        const anyKnown = or(cells.filter((cell) => present.has(cell)).map((cell) => `${columnOf(cell)} IS NOT NULL`));
        return [
          ...where(defined, and([isOpen(columnOf(key)), anyKnown])),
          ...where(this.ofCell(key, false), not(anyKnown)),
        ];
      }
      case "mean-growth":
        return this.fromBases(quantity, quantity.series.slice(1));
      case "compound-growth":
        return this.fromBases(quantity, [quantity.before]);
      default:
        return quantityParts(quantity).flatMap((part) => this.ofQuantity(part));
    }
  }

  private ofCell(key: string, sinceFounding: boolean): readonly Opening[] {
    const open = this.cells.isOpen(key, sinceFounding);
    const before = sinceFounding ? FALSE : this.cells.isBeforeFounding(key);
    if (before === FALSE) return [{ slot: key, when: open, asked: true }];
    return [
      { slot: key, when: and([open, not(surely(before))]), asked: true },
      { slot: key, when: and([open, before]), asked: false },
    ];
  }

  /** No cell helps where there is no base. */
  private fromBases(quantity: Quantity, bases: readonly Quantity[]): readonly Opening[] {
    const none = bases.map((base) => {
      const terms = termsOf(base);
      return terms === null ? FALSE : surely(`${this.sums.named(terms).hi.sql} <= 0`);
    });
    const untold = bases.flatMap((base, index) =>
      fieldsOfQuantity(base).map(({ field, back }): Opening => ({
        slot: slot(field, back),
        when: none[index] ?? FALSE,
        asked: false,
      })),
    );
    const years = quantityParts(quantity).flatMap((part) => this.ofQuantity(part));
    return [...where(years, not(or(none))), ...untold];
  }

  /** The industry, and the measures by which an industry that is possible is open. */
  private ofSize(): readonly Opening[] {
    const industry = columnOf("industry");
    return [
      ...this.ofCell("industry", false),
      ...this.questions.large().flatMap(({ verdict, industries, measures }) => {
        const possible = or([isOpen(industry), `${industry} IN (${industries.join(", ")})`]);
        return measures.flatMap(({ field }) => where(this.ofCell(field, false), and([isOpen(verdict), possible])));
      }),
    ];
  }
}

/** Openings under one more condition. */
export function where(openings: readonly Opening[], when: string): readonly Opening[] {
  return openings
    .map((opening) => ({ ...opening, when: and([opening.when, when]) }))
    .filter((opening) => opening.when !== FALSE);
}

/** The slots that are asked for, each with where; in the order in which they are come across. */
export function askedSlots(openings: readonly Opening[]): readonly { readonly slot: string; readonly when: string }[] {
  const asked = new Map<string, string[]>();
  for (const { slot: key, when, asked: helps } of openings)
    if (helps) asked.set(key, [...(asked.get(key) ?? []), when]);
  return [...asked].map(([key, whens]) => ({ slot: key, when: or(whens) })).filter(({ when }) => when !== FALSE);
}

/** Whether anything the table speaks of keeps a question open. */
export function openInTable(openings: readonly Opening[], speaksOf: (key: string) => boolean): string {
  const spoken = openings.filter(({ slot: key }) => speaksOf(key));
  return spoken.length === openings.length && spoken.length > 0 ? TRUE : or(spoken.map(({ when }) => when));
}
