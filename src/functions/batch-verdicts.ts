/** Verdicts of all rows of a call at once, and why those that are open are open. */
import type { RuleSet } from "../policy/rule-set";
import type { Text } from "../words/text";
import { serialOfIso } from "../words/calendar";
import { BoundRules } from "../engine/rows/bound-rules";
import { Scorer, type Outcome, type ScorerOptions } from "../engine/rows/evaluate";
import { slotText } from "../engine/rows/explain";
import { RowContext } from "../engine/rows/quantity-nodes";
import { scoreTiers, type BatchScores } from "../engine/columns/score-columns";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { notKnown, type BoundRelease, type FunctionFailure } from "./function-record";

/** Rows whose missing cells are named; a call with more open rows than that says for the others how to find out. */
const MOST_NAMED = 1_000;
const MOST_SLOTS = 12;

const ASK_FEWER = notKnown(
  "还缺数据，说不准。这次算的行太多，没有逐行列出缺什么；对这一行用 ZJTX.TIER_GAPS 可以看到。",
  "Not known yet. There are too many open rows in this call to name what each lacks; use ZJTX.TIER_GAPS on this row.",
);

function scorerOptions(reading: SheetReading, day: string): ScorerOptions {
  const asOf = serialOfIso(day);
  if (asOf === null) throw new RangeError(`the day must be YYYY-MM-DD, got "${day}"`);
  return { asOf, t: reading.t, assumeGeneral: true };
}

/** The scores of every enterprise against each edition, in the editions' order. */
export function batchScores(
  editions: readonly RuleSet[],
  reading: SheetReading,
  day: string,
  { vocabulary }: BoundRelease,
): readonly BatchScores[] {
  const requirements = editions.map(({ forPurpose }) => forPurpose.new);
  return scoreTiers(requirements, reading.facts, vocabulary, scorerOptions(reading, day));
}

/** Slots in words, the first dozen of them. */
export function slotsText(slots: readonly string[], reading: SheetReading, { vocabulary }: BoundRelease): Text {
  const named = slots.slice(0, MOST_SLOTS).map((key) => slotText(key, vocabulary, reading.t));
  const more = slots.length - named.length;
  return {
    zh: named.map(({ zh }) => zh).join("、") + (more > 0 ? `等${slots.length}项` : ""),
    en: named.map(({ en }) => en).join(", ") + (more > 0 ? ` and ${more} more` : ""),
  };
}

/** Says of open rows which cells would decide them, asking the row path only for those rows. */
export class OpenRows {
  private readonly scorers = new Map<RuleSet, Scorer>();
  private readonly rules = new Map<RuleSet, BoundRules>();
  private named = 0;

  constructor(
    private readonly reading: SheetReading,
    private readonly day: string,
    private readonly bound: BoundRelease,
  ) {}

  /** `missing` picks from the outcome the slots that keep the asked-for answer open. */
  why(edition: RuleSet, fact: number, missing: (outcome: Outcome) => readonly string[]): FunctionFailure {
    return this.say(edition, () => missing(this.scorerOf(edition).evaluate(fact)));
  }

  /** The same for the points: the cells of every item whose points are open. */
  whyScore(edition: RuleSet, fact: number): FunctionFailure {
    return this.say(edition, () => {
      const { context, passing } = this.rulesOf(edition);
      context.row = fact;
      passing?.judgePoints(fact);
      const missing = new Set<string>();
      for (const { points } of passing?.groups.flatMap(({ items }) => items) ?? [])
        if (points.lo < points.hi) points.missing(missing);
      return [...missing];
    });
  }

  private say(edition: RuleSet, missing: () => readonly string[]): FunctionFailure {
    if (this.named >= MOST_NAMED) return ASK_FEWER;
    this.named += 1;
    const text = slotsText(missing(), this.reading, this.bound);
    return notKnown(
      `“${edition.name.zh}”还说不准，缺：${text.zh}。请在表里补上这些列或单元格。`,
      `${edition.name.en} is not known yet. Missing: ${text.en}. Fill in these columns or cells.`,
    );
  }

  private rulesOf(edition: RuleSet): BoundRules {
    const known = this.rules.get(edition);
    if (known) return known;
    const { asOf, t } = scorerOptions(this.reading, this.day);
    const context = new RowContext(this.reading.facts, this.bound.vocabulary, asOf, t);
    const rules = new BoundRules(edition.forPurpose.new, context, true);
    this.rules.set(edition, rules);
    return rules;
  }

  private scorerOf(edition: RuleSet): Scorer {
    const known = this.scorers.get(edition);
    if (known) return known;
    const { vocabulary } = this.bound;
    const { facts } = this.reading;
    const scorer = new Scorer(edition.forPurpose.new, facts, vocabulary, scorerOptions(this.reading, this.day));
    this.scorers.set(edition, scorer);
    return scorer;
  }
}
