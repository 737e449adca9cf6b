/** The summary of a finished run: counts a rung, what is missing most, whose next step is the easiest. */
import { placesUnknown } from "../../../sheet/results/place-text";
import type { Text } from "../../../words/text";
import type { Vocabulary } from "../../../language/vocabulary";
import type { Plan } from "../../../engine/rows/improve";
import { slotText } from "../../../engine/rows/explain";
import type { ResultSheet } from "../../../words/result-sheet";
import type { Ladder } from "../../../engine/rows/ladder";
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import type { Tally } from "../../../sheet/results/row-counts";
import type { ScoredRow, ScoreOptions } from "../../../sheet/results/row-scorer";
import { MissingCells } from "./missing-cells";
import { readingView } from "./reading-view";
import { draftNotice } from "../../../sheet/results/result-notice";
import { tiersReading } from "./tiers-reading";
import type { EasyStep, LadderBar, ScoreSummary } from "./score-answer";
import { sheetRowOf } from "../../../sheet/reading/sheet-row";

/** Where the results table keeps the highest rung met and the smallest change; `sheets` of ScoreTables fixes the order. */
const HIGHEST_COLUMN = 4;
const CHANGE_COLUMN = 8;
const MOST_EASY = 10;
const MOST_MISSING = 5;

interface Candidate {
  readonly row: number;
  readonly tier: string;
  readonly plan: Plan;
}

/** Surer, sooner, fewer changes, less effort; then the order of the sheet. */
function easier(one: Candidate, other: Candidate): number {
  const rank = ({ plan }: Candidate): readonly number[] => [
    plan.slow ? 1 : 0,
    plan.reaches === "met" ? 0 : 1,
    plan.changes.filter(({ follows }) => !follows).length,
    plan.effort,
  ];
  const [left, right] = [rank(one), rank(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? one.row - other.row : (left[at] ?? 0) - (right[at] ?? 0);
}

/** What of a scoring a summary is made of. */
export interface Scored {
  readonly reading: SheetReading;
  readonly ladder: Ladder;
  readonly tally: () => Tally;
}

/** Looks at every scored row once; `finish` gives the summary. */
export class SummaryCollector {
  private easiest: Candidate[] = [];
  private readonly missing = new MissingCells();
  private readonly none: number[] = [];
  private readonly open: number[] = [];

  constructor(
    private readonly scoring: Scored,
    private readonly vocabulary: Vocabulary,
    private readonly options: ScoreOptions,
  ) {}

  add({ row, scores, improvement }: ScoredRow): void {
    if (scores.highest === null) {
      const open = this.scoring.ladder.rungTiers.some((tier) => scores.outcomes.get(tier)?.status === "unknown");
      (open ? this.open : this.none).push(row);
    }
    const next = scores.next === null ? undefined : scores.outcomes.get(scores.next);
    if (next?.status === "unknown") this.missing.add(row, next.missing);
    const plan = improvement?.plans[0];
    if (plan === undefined || plan.changes.length === 0 || scores.next === null) return;
    const candidate = { row, tier: scores.next, plan };
    const last = this.easiest[MOST_EASY - 1];
    if (last !== undefined && easier(candidate, last) >= 0) return;
    this.easiest = [...this.easiest, candidate].sort(easier).slice(0, MOST_EASY);
  }

  private bars(results: ResultSheet): LadderBar[] {
    const { ladder } = this.scoring;
    const tally = this.scoring.tally();
    const said = (rows: readonly number[]): string[] => {
      const words = new Set(rows.slice(0, 1).map((row) => results.rows[row]?.[HIGHEST_COLUMN]));
      return [...words].filter((word) => typeof word === "string");
    };
    const rungs = [...ladder.rungTiers].reverse().map((tier): LadderBar => ({
      tier,
      name: ladder.nameOf(tier),
      count: tally.highest.get(tier) ?? 0,
      values: ladder.used.filter((edition) => edition.tier === tier).flatMap(({ name }) => [name.zh, name.en]),
    }));
    const without = (tier: "none" | "open", name: Text, rows: readonly number[]): LadderBar[] =>
      rows.length === 0 ? [] : [{ tier, name, count: rows.length, values: said(rows) }];
    return [
      ...rungs,
      ...without("open", { zh: "待补数据，还说不准", en: "Not known yet" }, this.open),
      ...without("none", { zh: "尚未达到", en: "None yet" }, this.none),
    ];
  }

  private steps(results: ResultSheet): EasyStep[] {
    const { reading, ladder } = this.scoring;
    return this.easiest.map(({ row, tier }) => {
      const change = results.rows[row]?.[CHANGE_COLUMN];
      return {
        row: sheetRowOf(reading, row),
        name: reading.names[row] ?? "",
        next: ladder.edition(tier, row)?.name ?? ladder.nameOf(tier),
        change: typeof change === "string" ? change : "",
      };
    });
  }

  /** `results` is the sheet with one row an enterprise, in the order scored. */
  finish(results: ResultSheet): ScoreSummary {
    const { reading, ladder } = this.scoring;
    const tally = this.scoring.tally();
    const view = readingView(reading, tiersReading(ladder.used, this.options.purpose, this.vocabulary));
    const placeless = placesUnknown(reading);
    return {
      sheet: reading.sheet,
      sheets: reading.sheets,
      enterprises: tally.rows,
      first: sheetRowOf(reading, 0),
      t: reading.t,
      headingRow: reading.headingRows[1],
      columns:
        reading.grid.placement === undefined
          ? reading.columns.flatMap(({ column, use }) => (use === "read" ? [column] : []))
          : null,
      asOf: this.options.asOf,
      purpose: this.options.purpose,
      editions: ladder.used.map(({ tier, edition, name }) => ({ tier, edition, name })),
      bars: this.bars(results),
      rowColumn: results.columns[0]?.heading ?? "",
      barColumn: results.columns[HIGHEST_COLUMN]?.heading ?? "",
      missing: [...tally.missing].slice(0, MOST_MISSING).map(([slot, enterprises]) => ({
        name: slotText(slot, this.vocabulary, reading.t),
        enterprises,
        at: this.missing.blocksOf(slot, reading),
      })),
      assumed: tally.assumed.map(({ edition, condition, rows }) => ({
        text: condition.text,
        tier: edition.name,
        enterprises: rows,
      })),
      assumptions: view.assumptions,
      warnings: [...view.warnings, ...(placeless === null ? [] : [placeless])],
      unreadable: view.unreadable,
      easiest: this.steps(results),
      draft: draftNotice(ladder.used),
    };
  }
}
