/** The JSON of a scored sheet. */
import { placesOf } from "../language/places";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { RuleSet, Verdict } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { Outcome } from "../engine/rows/evaluate";
import type { Untold } from "../engine/rows/openings";
import { SIZE_CLASSES } from "../engine/size-class";
import { JsonRows, type JsonSink } from "./kit/json-rows";
import { assumptionsJson, factsOf, readingHead, rowHead } from "./reading-head";
import type { ScoredRow, ScoreOptions } from "../sheet/results/row-scorer";
import type { SheetScoring } from "../sheet/results/score-sheet";

interface TierJson {
  readonly status: Verdict;
  readonly eligible: Verdict;
  readonly score: number | null;
  readonly scoreRange: readonly [number, number] | null;
  /** Points of each group, null where blanks leave them open. */
  readonly groups: Readonly<Record<string, number | null>>;
  readonly route: string | null;
  readonly unmet: readonly string[];
  /** Field ids; `missingCells` names the years too. */
  readonly missing: readonly string[];
  readonly missingCells: readonly string[];
  /** Figures that leave the status open and that nobody can fill in. */
  readonly untold: readonly Untold[];
  readonly eligibleUnmet: readonly string[];
  readonly eligibleMissing: readonly string[];
}

export function tierJson(outcome: Outcome): TierJson {
  const { score } = outcome;
  return {
    status: outcome.status,
    eligible: outcome.eligible,
    score: score && score.lo === score.hi ? score.lo : null,
    scoreRange: score ? [score.lo, score.hi] : null,
    groups: Object.fromEntries(outcome.groups.map(({ id, lo, hi }) => [id, lo === hi ? lo : null])),
    route: outcome.route,
    unmet: outcome.unmet,
    missing: fieldIds(outcome.missing),
    missingCells: outcome.missing,
    untold: outcome.untold,
    eligibleUnmet: outcome.eligibleUnmet,
    eligibleMissing: fieldIds(outcome.eligibleMissing),
  };
}

function fieldIds(slots: readonly string[]): string[] {
  return [...new Set(slots.map((slot) => slot.replace(/\[t-\d\]$/, "")))];
}

/** Where an enterprise is judged and what told it; null where it is not known. */
function placeJson(reading: SheetReading, row: number, vocabulary: Vocabulary): object | null {
  const { place, source } = reading.placeOf(row);
  return place === null ? null : { code: place, name: placesOf(vocabulary).text(place).zh, from: source };
}

/** What is said of a scored row, whosever it is; a text, since other threads make it. */
export function scoredJson({ scores, improvement }: ScoredRow): string {
  return JSON.stringify({
    size: scores.size === null ? null : (SIZE_CLASSES[scores.size]?.zh ?? null),
    tier: scores.highest,
    next: scores.next,
    tiers: Object.fromEntries([...scores.outcomes].map(([tier, outcome]) => [tier, tierJson(outcome)])),
    plans: improvement?.plans ?? [],
    blockers: improvement?.blockers ?? [],
  });
}

/** Which tiers a draft judged, with where it stands; nothing where none did. */
export function draftJson(ruleSets: readonly RuleSet[]): { readonly drafts?: object } {
  const drafts = ruleSets.flatMap(({ tier, draft }) => (draft === undefined ? [] : [[tier, draft] as const]));
  return drafts.length === 0 ? {} : { drafts: Object.fromEntries(drafts) };
}

export class ScoreJson {
  private constructor(
    private readonly lines: JsonRows,
    private readonly scoring: SheetScoring,
    private readonly vocabulary: Vocabulary,
    private readonly facts: boolean,
  ) {}

  /** Begins with what is known before the first row; `facts` adds to each row what was read of it. */
  static begin(
    sink: JsonSink,
    scoring: SheetScoring,
    options: ScoreOptions,
    { vocabulary, facts }: { readonly vocabulary: Vocabulary; readonly facts: boolean },
  ): ScoreJson {
    const { reading, ladder } = scoring;
    const { sheet, t, ...told } = readingHead(reading);
    const head = {
      asOf: options.asOf,
      purpose: options.purpose,
      sheet,
      t,
      editions: Object.fromEntries(ladder.editions.map(({ tier, edition }) => [tier, edition])),
      ...draftJson(ladder.used),
      ...told,
    };
    return new ScoreJson(JsonRows.begin(sink, head), scoring, vocabulary, facts);
  }

  /** Writes one row, with what `scoredJson` says of it. */
  async add(row: number, scored: string): Promise<void> {
    const { reading } = this.scoring;
    const place = placeJson(reading, row, this.vocabulary);
    const parts = [{ ...rowHead(reading, row), place }, factsOf(reading, row, this.vocabulary, this.facts)];
    const [head = "", facts = ""] = parts.map((part) => JSON.stringify(part).slice(1, -1));
    await this.lines.addText(`{${[head, scored.slice(1, -1), facts].filter((text) => text !== "").join(",")}}`);
  }

  /**
   * Ends the file with the assumptions, which are complete only now.
   * @throws UnwritableFile where the file could not be written
   */
  async finish(): Promise<void> {
    const assumed = this.scoring.tally().assumed.map(({ edition, condition, rows }) => ({
      id: "general-condition",
      tier: edition.tier,
      condition: condition.id,
      message: `表中没有对应的列，按“符合”处理：${condition.text.zh}`,
      rows,
    }));
    await this.lines.finish({ assumptions: [...assumptionsJson(this.scoring.reading), ...assumed] });
  }
}
