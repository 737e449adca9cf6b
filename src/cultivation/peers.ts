/**
 * Whom an enterprise is compared with, and the aspects of all of them against one tier's line.
 * The table is filled while the sheet is scored, row by row, so that a diagnosis afterwards only looks up.
 */
import { ASPECTS, type Purpose, type RuleSet } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { Ladder, RowScores } from "../engine/rows/ladder";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { AspectRules } from "./aspects";
import { medianOf } from "./quantiles";

/** Fewer other enterprises than this are no company to be compared with. */
export const FEWEST_PEERS = 5;

export interface PeerGroup {
  readonly kind: "chain" | "industry" | "sheet";
  /** The chain or industry as the sheet writes it; the sheet's name where all are taken. */
  readonly value: string;
  /** 0-based rows, the enterprise itself among them. */
  readonly rows: readonly number[];
}

/** Groups by what the sheet's cells say, word for word apart from blanks around. */
export class PeerGroups {
  private readonly groups = new Map<string, ReadonlyMap<string, number[]>>();
  private all: readonly number[] | null = null;

  constructor(private readonly reading: SheetReading) {}

  /** The same chain, else the same industry, with at least five others; else the whole sheet. */
  of(row: number): PeerGroup {
    for (const kind of ["chain", "industry"] as const) {
      const value = (this.reading.text(kind)[row] ?? "").trim();
      const rows = value === "" ? undefined : this.groupsBy(kind).get(value);
      if (rows && rows.length > FEWEST_PEERS) return { kind, value, rows };
    }
    this.all ??= Array.from({ length: this.reading.facts.count }, (_, index) => index);
    return { kind: "sheet", value: this.reading.sheet, rows: this.all };
  }

  private groupsBy(kind: "chain" | "industry"): ReadonlyMap<string, number[]> {
    const known = this.groups.get(kind);
    if (known) return known;
    const groups = new Map<string, number[]>();
    this.reading.text(kind).forEach((text, row) => {
      const value = text.trim();
      if (value === "") return;
      const rows = groups.get(value);
      if (rows) rows.push(row);
      else groups.set(value, [row]);
    });
    this.groups.set(kind, groups);
    return groups;
  }
}

/** The aspect indices of every row against every rung's line. */
export class AspectTable {
  private readonly rules: ReadonlyMap<RuleSet, AspectRules>;
  /** Tier -> indices, seven a row, NaN where not known. */
  private readonly indices: ReadonlyMap<string, Float64Array>;

  constructor(
    private readonly ladder: Ladder,
    vocabulary: Vocabulary,
    purpose: Purpose,
    rows: number,
  ) {
    const rungs = ladder.used.filter(({ tier }) => ladder.rungTiers.includes(tier));
    this.rules = new Map(rungs.map((edition) => [edition, new AspectRules(edition.forPurpose[purpose], vocabulary)]));
    this.indices = new Map(ladder.rungTiers.map((tier) => [tier, new Float64Array(rows * ASPECTS.length).fill(NaN)]));
  }

  add(row: number, { outcomes }: RowScores): void {
    for (const edition of this.ladder.editionsAt(row)) {
      const rules = this.rules.get(edition);
      const outcome = outcomes.get(edition.tier);
      const into = this.indices.get(edition.tier);
      if (!rules || !outcome || !into) continue;
      rules.of(outcome).forEach(({ index }, at) => {
        into[row * ASPECTS.length + at] = index ?? NaN;
      });
    }
  }

  rulesOf(edition: RuleSet): AspectRules | undefined {
    return this.rules.get(edition);
  }

  /** The median of each aspect over the rows in which it is known; null where it is known in none. */
  medians(tier: string, rows: readonly number[]): readonly (number | null)[] {
    const indices = this.indices.get(tier);
    return ASPECTS.map((_, at) => {
      if (!indices) return null;
      const known = new Float64Array(rows.length);
      let count = 0;
      for (const row of rows) {
        const index = indices[row * ASPECTS.length + at] ?? NaN;
        if (Number.isNaN(index)) continue;
        known[count] = index;
        count += 1;
      }
      return medianOf(known.subarray(0, count));
    });
  }
}
