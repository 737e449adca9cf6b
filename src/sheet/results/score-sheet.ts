/**
 * Scores every enterprise of a sheet that has been read, one at a time, so that the caller can report progress or stop in between.
 * What is found goes to the sinks (tables, JSON); the tally keeps the counts that a summary needs.
 */
import type { Judgement } from "../../policy/judgement";
import type { Condition, Policy, RuleSet } from "../../policy/rule-set";
import type { Vocabulary } from "../../language/vocabulary";
import { LadderColumns } from "../../engine/columns/ladder-columns";
import type { Assumable } from "../../engine/rows/assumed-conditions";
import { Ladder, type RowScores } from "../../engine/rows/ladder";
import type { Improvement } from "../../engine/rows/improve";
import type { SheetReading } from "../reading/read-sheet";

export interface ScoreOptions extends Judgement {
  /** How many alternative plans to look for. 0 leaves plans out. */
  readonly plans: number;
}

export interface Tally {
  readonly rows: number;
  /** Tier id (or "" for none) -> enterprises whose highest rung it is. */
  readonly highest: ReadonlyMap<string, number>;
  /** Enterprises that meet no rung but may meet one: blanks leave it open. */
  readonly open: number;
  /** Slot -> enterprises whose next rung it could decide. */
  readonly missing: ReadonlyMap<string, number>;
  /** General conditions taken as holding, with the number of enterprises. */
  readonly assumed: readonly AssumedCondition[];
}

export interface AssumedCondition {
  readonly edition: RuleSet;
  readonly condition: Condition;
  readonly rows: number;
}

export interface ScoredRow {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly scores: RowScores;
  /** For the next rung where it fails; null otherwise. */
  readonly improvement: Improvement | null;
}

/** A general condition, with the rows seen so far that assume it. */
interface Assuming extends Assumable {
  readonly edition: RuleSet;
  rows: number;
  /** The first of them, Infinity while there is none. */
  first: number;
}

/** A row whose plans are wanted, and for which tier. */
export interface WantedPlan {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly tier: string;
}

/** Looks for plans somewhere else, on other threads perhaps; gives one answer a wish, in their order. */
export interface Planners {
  /** How many stretches of rows may be under way at once. */
  readonly ahead: number;
  plansOf(wanted: readonly WantedPlan[]): Promise<readonly Improvement[]>;
}

/** Rows whose plans are asked for together. */
const STRETCH = 500;

export class SheetScoring {
  readonly ladder: Ladder;
  private readonly columns: LadderColumns;
  private readonly highest = new Map<string, number>();
  private readonly missing = new Map<string, number>();
  private readonly assuming: readonly Assuming[];
  private done = 0;
  private open = 0;

  constructor(
    readonly reading: SheetReading,
    policy: Policy,
    vocabulary: Vocabulary,
    private readonly options: ScoreOptions,
  ) {
    const { asOf, purpose, assumeGeneral } = options;
    const { facts, t } = reading;
    const judgement = { asOf, purpose, t, assumeGeneral };
    this.ladder = new Ladder(policy, vocabulary, facts, judgement);
    this.columns = new LadderColumns(this.ladder, facts, vocabulary, judgement);
    this.assuming = this.ladder.used.flatMap((edition) =>
      this.ladder
        .assumable(edition)
        .map((assumable): Assuming => ({ ...assumable, edition, rows: 0, first: Infinity })),
    );
  }

  /** Scores one row after the other. */
  *rows(): Generator<ScoredRow, void> {
    const { plans } = this.options;
    for (let row = 0; row < this.reading.facts.count; row += 1) {
      const scores = this.columns.score(row);
      const tier = this.wantsPlans(scores);
      const improvement = tier === null ? null : this.ladder.improve(tier, row, plans);
      this.count(row, scores);
      yield { row, scores, improvement };
    }
  }

  /** The same rows in the same order, their plans looked for elsewhere: at most `ahead` stretches of rows stand in memory. */
  async *rowsWith(planners: Planners): AsyncGenerator<ScoredRow, void> {
    const { count } = this.reading.facts;
    const underWay: Promise<readonly ScoredRow[]>[] = [];
    let next = 0;
    while (next < count || underWay.length > 0) {
      while (next < count && underWay.length < planners.ahead) {
        const planned = this.planned(next, Math.min(next + STRETCH, count), planners);
        // It is waited for in its turn; until then a failure is nobody's.
        planned.catch(() => undefined);
        underWay.push(planned);
        next += STRETCH;
      }
      for (const scored of (await underWay.shift()) ?? []) {
        this.count(scored.row, scored.scores);
        yield scored;
      }
    }
  }

  private async planned(from: number, to: number, planners: Planners): Promise<readonly ScoredRow[]> {
    const rows = Array.from({ length: to - from }, (_, at) => ({
      row: from + at,
      scores: this.columns.score(from + at),
    }));
    const tiers = rows.map(({ scores }) => this.wantsPlans(scores));
    const wanted = rows.flatMap(({ row }, at) => {
      const tier = tiers[at] ?? null;
      return tier === null ? [] : [{ row, tier }];
    });
    const found = (await planners.plansOf(wanted)).values();
    return rows.map(({ row, scores }, at) => {
      if ((tiers[at] ?? null) === null) return { row, scores, improvement: null };
      const { done, value } = found.next();
      if (done === true) throw new Error(`no plans came back for row ${row}`);
      return { row, scores, improvement: value };
    });
  }

  /** The next rung, where it fails and plans are asked for. */
  private wantsPlans({ next, outcomes }: RowScores): string | null {
    return next !== null && this.options.plans > 0 && outcomes.get(next)?.status === "unmet" ? next : null;
  }

  private count(row: number, scores: RowScores): void {
    this.done += 1;
    if (scores.highest === null && this.mayMeetARung(scores)) this.open += 1;
    const rung = scores.highest ?? "";
    this.highest.set(rung, (this.highest.get(rung) ?? 0) + 1);
    const next = scores.next === null ? undefined : scores.outcomes.get(scores.next);
    if (next?.status === "unknown")
      for (const slot of next.missing) this.missing.set(slot, (this.missing.get(slot) ?? 0) + 1);
    for (const one of this.assuming) {
      if (this.ladder.edition(one.edition.tier, row) !== one.edition) continue;
      if (!(one.inEveryRow ?? one.assumes(row))) continue;
      one.rows += 1;
      one.first = Math.min(one.first, row);
    }
  }

  private mayMeetARung({ outcomes }: RowScores): boolean {
    return this.ladder.rungTiers.some((tier) => outcomes.get(tier)?.status === "unknown");
  }

  /** The counts so far; missing slots with the most enterprises first. */
  tally(): Tally {
    return {
      rows: this.done,
      highest: this.highest,
      open: this.open,
      missing: new Map([...this.missing].sort(([, a], [, b]) => b - a)),
      assumed: this.assuming
        .filter(({ rows }) => rows > 0)
        .sort((one, other) => one.first - other.first)
        .map(({ edition, condition, rows }) => ({ edition, condition, rows })),
    };
  }
}
