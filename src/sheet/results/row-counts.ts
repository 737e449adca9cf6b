/** The counts that a summary needs, of rows scored one after the other or of stretches scored elsewhere. */
import type { Assumable } from "../../engine/rows/assumed-conditions";
import type { Ladder, RowScores } from "../../engine/rows/ladder";
import type { Condition, RuleSet } from "../../policy/rule-set";

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

/** Counts of a stretch of rows, as plain data. */
export interface StretchCounts {
  readonly rows: number;
  readonly open: number;
  readonly highest: ReadonlyMap<string, number>;
  readonly missing: ReadonlyMap<string, number>;
  /** Of each general condition that rows may assume, in the ladder's order: how many do, and the first of them. */
  readonly assumed: readonly { readonly rows: number; readonly first: number }[];
}

/** A general condition, with the rows seen so far that assume it. */
interface Assuming extends Assumable {
  readonly edition: RuleSet;
  rows: number;
  /** The first of them, Infinity while there is none. */
  first: number;
}

export class RowCounts {
  private highest = new Map<string, number>();
  private missing = new Map<string, number>();
  private readonly assuming: readonly Assuming[];
  private rows = 0;
  private open = 0;

  constructor(private readonly ladder: Ladder) {
    this.assuming = ladder.used.flatMap((edition) =>
      ladder.assumable(edition).map((assumable): Assuming => ({ ...assumable, edition, rows: 0, first: Infinity })),
    );
  }

  /** Counts one row; rows count from 0. */
  add(row: number, scores: RowScores): void {
    this.rows += 1;
    if (scores.highest === null && this.mayMeetARung(scores)) this.open += 1;
    raise(this.highest, scores.highest ?? "", 1);
    const next = scores.next === null ? undefined : scores.outcomes.get(scores.next);
    if (next?.status === "unknown") for (const slot of next.missing) raise(this.missing, slot, 1);
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

  /** Adds a stretch that was counted elsewhere; stretches come in the order of their rows. */
  addStretch({ rows, open, highest, missing, assumed }: StretchCounts): void {
    this.rows += rows;
    this.open += open;
    for (const [rung, count] of highest) raise(this.highest, rung, count);
    for (const [slot, count] of missing) raise(this.missing, slot, count);
    for (const [at, one] of this.assuming.entries()) {
      const more = assumed[at];
      if (more === undefined) throw new Error("a stretch of rows was counted by other conditions");
      one.rows += more.rows;
      one.first = Math.min(one.first, more.first);
    }
  }

  /** What was counted since the last time, which then counts no more. */
  takeStretch(): StretchCounts {
    const { rows, open, highest, missing } = this;
    const assumed = this.assuming.map(({ rows: some, first }) => ({ rows: some, first }));
    this.rows = 0;
    this.open = 0;
    this.highest = new Map();
    this.missing = new Map();
    for (const one of this.assuming) Object.assign(one, { rows: 0, first: Infinity });
    return { rows, open, highest, missing, assumed };
  }

  /** The counts so far; missing slots with the most enterprises first. */
  tally(): Tally {
    return {
      rows: this.rows,
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

function raise(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
