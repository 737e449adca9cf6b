/** Verdicts of all rows of a call at once, and why those that are open are open. */
import type { RuleSet } from "../policy/rule-set";
import type { Text } from "../words/text";
import { serialOfIso } from "../words/calendar";
import { BoundRules } from "../engine/rows/bound-rules";
import { Scorer, type Outcome, type ScorerOptions } from "../engine/rows/evaluate";
import { slotText, untoldText } from "../engine/rows/explain";
import { Openings } from "../engine/rows/openings";
import { RowContext } from "../engine/rows/row-context";
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

/** What keeps an answer open. */
export type Open = Pick<Outcome, "missing" | "untold">;

/** What is open in one line: cells to fill in, and what no cell can tell. */
export function openText({ missing, untold }: Open, reading: SheetReading, bound: BoundRelease): Text {
  const cells = slotsText(missing, reading, bound);
  const beyond = untoldText(untold.slice(0, MOST_SLOTS), bound.vocabulary, reading.t);
  if (beyond.zh === "") return { zh: `缺：${cells.zh}`, en: `Missing: ${cells.en}` };
  const said = { zh: `没有数据可补：${beyond.zh}`, en: `Nothing to fill in: ${beyond.en}` };
  return missing.length === 0 ? said : { zh: `缺：${cells.zh}；${said.zh}`, en: `Missing: ${cells.en}. ${said.en}` };
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

  /** `open` picks from the outcome what keeps the asked-for answer open. */
  why(edition: RuleSet, fact: number, open: (outcome: Outcome) => Open): FunctionFailure {
    return this.say(edition, () => open(this.scorerOf(edition).evaluate(fact)));
  }

  /** The same for the points: the cells of every item whose points are open. */
  whyScore(edition: RuleSet, fact: number): FunctionFailure {
    return this.say(edition, () => {
      const { context, passing } = this.rulesOf(edition);
      context.row = fact;
      passing?.judgePoints(fact);
      const open = new Openings();
      for (const { points } of passing?.groups.flatMap(({ items }) => items) ?? [])
        if (points.lo < points.hi) points.missing(open);
      return { missing: [...open.missing], untold: open.untold };
    });
  }

  private say(edition: RuleSet, open: () => Open): FunctionFailure {
    if (this.named >= MOST_NAMED) return ASK_FEWER;
    this.named += 1;
    const why = open();
    const text = openText(why, this.reading, this.bound);
    return why.missing.length === 0
      ? notKnown(`“${edition.name.zh}”说不准，${text.zh}。`, `${edition.name.en} is not known. ${text.en}.`)
      : notKnown(
          `“${edition.name.zh}”还说不准，${text.zh}。请在表里补上这些列或单元格。`,
          `${edition.name.en} is not known yet. ${text.en}. Fill in these columns or cells.`,
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
