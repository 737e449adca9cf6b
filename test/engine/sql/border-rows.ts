/** Made-up enterprises on the lines of a rule set, a step beside them, and blank, so that two backends that differ anywhere differ here. */
import { seededRandom, type Random } from "../../../src/commands/samples/seeded-random";
import { asSheetNumber, FactColumns } from "../../../src/engine/facts";
import { quantityParts, type Quantity, type Test } from "../../../src/language/tree";
import { cellOfSlot, slot, type Field, type Vocabulary } from "../../../src/language/vocabulary";
import { slotsOf } from "../../../src/policy/cells-read";
import { conditionsOf, type Requirements, type Scoring } from "../../../src/policy/rule-set";

export interface RowOptions {
  readonly count: number;
  readonly seed: number;
  readonly asOf: number;
  /** Of a hundred cells. */
  readonly blanks: number;
  /** Of a hundred columns: they are not there at all. */
  readonly absent?: number;
}

const AMOUNTS = [0, 100, 400, 500, 1000, 2000, 3333.33, 5000, 8000, 10_000, 40_000];
const STEPS = [0, 0, 0, 0.0001, -0.0001];

/** The lines that a slot is compared with, and the shares that ratios are. */
interface Lines {
  readonly own: ReadonlyMap<string, readonly number[]>;
  readonly shares: readonly number[];
}

export function borderRows(sets: readonly Requirements[], vocabulary: Vocabulary, options: RowOptions): FactColumns {
  const random = seededRandom(options.seed);
  const slots = new Set(sets.flatMap((set) => [...slotsOf(set, vocabulary)]));
  const lines = linesOf(sets);
  // Every other row is a strong enterprise, or nobody would meet all conditions at once.
  const strong = Array.from({ length: options.count }, () => random.chance(0.5));
  // Amounts of a row are shares of one another, so that ratios and growth come to stand on their lines.
  const basis = strong.map(() => (random.chance(0.5) ? picked(AMOUNTS, random, 100) : random.between(1, 30_000, 4)));
  const columns = new Map<string, Float64Array>();
  for (const key of slots) {
    if (random.chance((options.absent ?? 0) / 100)) continue;
    const field = vocabulary.fields.get(cellOfSlot(key).field);
    if (!field) throw new Error(`no field for ${key}`);
    const column = new Float64Array(options.count);
    for (let row = 0; row < options.count; row += 1)
      // A ratio that is not given is worked out from its amounts, where more can go wrong.
      column[row] = random.chance(field.otherwise === null ? options.blanks / 100 : 0.6)
        ? NaN
        : asSheetNumber(
            strong[row] === true && random.chance(0.85)
              ? strongValue(field, cellOfSlot(key).back, random, options.asOf)
              : anyValue(field, lines.own.get(key) ?? [], lines.shares, basis[row] ?? 1, random, options.asOf),
          );
    columns.set(key, column);
  }
  return new FactColumns(options.count, columns);
}

function picked<T>(items: readonly T[], random: Random, otherwise: T): T {
  return items[random.whole(0, items.length - 1)] ?? otherwise;
}

function strongValue(field: Field, back: number, random: Random, asOf: number): number {
  switch (field.type) {
    case "money":
      return /liabilities|cost/.test(field.id)
        ? random.between(100, 3000)
        : random.between(30_000, 39_000) / 1.3 ** back;
    case "share":
      return field.id.includes("debt") ? 0.3 : Math.min(field.max, 0.95);
    case "flag":
      return /list|banned|incident|flagged|excluded|group/.test(field.id) ? 0 : 1;
    case "choice":
      return field.choices.length - 1;
    case "date":
      return asOf - random.whole(3500, 5000);
    case "validity":
      return Infinity;
    case "rank":
      return 1;
    case "industry":
      return random.whole(0, 15);
    case "place":
      return picked([370200, 330100, 110000], random, 370000);
    case "points":
      return Math.min(field.max, 80);
    default:
      return Math.min(field.max, 300);
  }
}

function anyValue(
  field: Field,
  own: readonly number[],
  shares: readonly number[],
  basis: number,
  random: Random,
  asOf: number,
): number {
  const within = (value: number): number => Math.min(Math.max(value, field.min), field.max);
  if (own.length > 0 && !["flag", "place"].includes(field.type) && random.chance(0.4))
    return within(picked(own, random, 0) + (field.type === "choice" ? 0 : picked(STEPS, random, 0)));
  switch (field.type) {
    case "money": {
      const way = random.whole(0, 3);
      if (way === 0) return within(basis);
      if (way === 1) return within(Number((basis * picked(shares, random, 1)).toFixed(6)));
      return way === 2 && field.min < 0 ? -random.whole(0, 2000) : within(random.between(0, 30_000, 4));
    }
    case "share":
      return within(random.chance(0.5) ? picked(shares, random, 0.5) : random.between(0, 1, 4));
    case "flag":
      return Number(random.chance(0.5));
    case "choice":
      return random.whole(0, field.choices.length - 1);
    case "date":
      return random.chance(0.3) ? anniversaryNear(asOf, random) : asOf - random.whole(-100, 9000);
    case "validity":
      return picked([-Infinity, asOf - 1, asOf, asOf + 400, Infinity], random, asOf);
    case "industry":
      return random.whole(0, 15);
    case "place":
      return picked([370200, 330100, 440000, 110000, 350100], random, 370000);
    case "rank":
      return random.whole(Math.max(field.min, 0), 12);
    default:
      return within(random.chance(0.7) ? random.whole(0, 15) : picked([1.99, 2.5, 20, 60, 100, 300, 1000], random, 0));
  }
}

/** A day some years before another, or the day beside it. */
function anniversaryNear(asOf: number, random: Random): number {
  return asOf - Math.round(random.whole(1, 12) * 365.25) + random.whole(-1, 1);
}

function linesOf(sets: readonly Requirements[]): Lines {
  const own = new Map<string, number[]>();
  const shares = new Set([0, 0.02, 1]);
  const compared = (left: Quantity, line: number): void => {
    if (left.kind === "field" || left.kind === "otherwise") {
      const key = slot(left.field, left.back);
      own.set(key, [...(own.get(key) ?? []), line]);
    }
    if (Math.abs(line) <= 1) {
      shares.add(line);
      shares.add(1 + line);
      shares.add((1 + line) ** 2);
    }
    for (const part of quantityParts(left)) if (part.kind === "field") compared(part, line);
  };
  for (const { general, conditions, routes, score } of sets) {
    for (const { test } of conditionsOf([...general, ...conditions, ...routes])) linesOfTest(test, compared);
    for (const { items } of score?.groups ?? []) for (const { scoring } of items) linesOfScoring(scoring, compared);
  }
  return { own, shares: [...shares] };
}

type Found = (left: Quantity, line: number) => void;

function linesOfTest(test: Test, found: Found): void {
  if (test.kind === "compare") {
    if (test.right.kind === "constant") found(test.left, test.right.value);
  } else if (test.kind === "not") linesOfTest(test.part, found);
  else if (test.kind !== "not-large") for (const part of test.parts) linesOfTest(part, found);
}

function linesOfScoring(scoring: Scoring, found: Found): void {
  switch (scoring.kind) {
    case "bands":
      for (const { cut } of scoring.bands) found(scoring.value, cut);
      return;
    case "first-of":
      for (const { when } of scoring.cases) linesOfTest(when, found);
      return;
    case "better-of":
      for (const option of scoring.options) linesOfScoring(option, found);
      return;
    case "parts":
      for (const { scoring: own } of scoring.items) linesOfScoring(own, found);
      return;
    case "mark":
      if (scoring.fallback !== null) linesOfScoring(scoring.fallback, found);
  }
}
