/**
 * Whom an enterprise is compared with, and the aspects of all of them against one tier's line.
 * Explaining a whole sheet for every rung would take longer than scoring it, and most enterprises are never looked at: the first diagnosis
 * of a group explains the group against one rung, the next ones look up.
 */
import { ASPECTS, type Purpose, type RuleSet } from "../policy/rule-set";
import type { Vocabulary } from "../language/vocabulary";
import type { Ladder } from "../engine/rows/ladder";
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

/** The aspect indices of rows against a rung's line: worked out when a row is first compared, then kept. */
export class AspectTable {
  private readonly rules: ReadonlyMap<RuleSet, AspectRules>;
  private readonly known = new Map<string, TierIndices>();

  constructor(
    private readonly ladder: Ladder,
    vocabulary: Vocabulary,
    purpose: Purpose,
    private readonly rows: number,
  ) {
    const rungs = ladder.used.filter(({ tier }) => ladder.rungTiers.includes(tier));
    this.rules = new Map(rungs.map((edition) => [edition, new AspectRules(edition.forPurpose[purpose], vocabulary)]));
  }

  rulesOf(edition: RuleSet): AspectRules | undefined {
    return this.rules.get(edition);
  }

  /** The median of each aspect over the rows in which it is known; null where it is known in none. */
  medians(tier: string, rows: readonly number[]): readonly (number | null)[] {
    const { indices, done } = this.of(tier);
    for (const row of rows) {
      if (done[row] === 1) continue;
      done[row] = 1;
      const edition = this.ladder.edition(tier, row);
      const rules = edition && this.rules.get(edition);
      rules?.of(this.ladder.explain(tier, row)).forEach(({ index }, at) => {
        indices[row * ASPECTS.length + at] = index ?? NaN;
      });
    }
    return ASPECTS.map((_, at) => {
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

  private of(tier: string): TierIndices {
    const known = this.known.get(tier);
    if (known) return known;
    const made = {
      indices: new Float64Array(this.rows * ASPECTS.length).fill(NaN),
      done: new Uint8Array(this.rows),
    };
    this.known.set(tier, made);
    return made;
  }
}

/** What is known of a tier. */
interface TierIndices {
  /** Seven a row, NaN where not known. */
  readonly indices: Float64Array;
  /** 1 for the rows that were looked at. */
  readonly done: Uint8Array;
}
