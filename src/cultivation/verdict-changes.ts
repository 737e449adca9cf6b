/**
 * 与上次相比: whose verdicts changed between two scorings of a list, and what changed for them: cells that the rules of those tiers read,
 * the day, the purpose, the default place, the editions. What is named is what changed, not which of it would have been enough.
 */
import { slotText } from "../engine/rows/explain";
import type { Ladder } from "../engine/rows/ladder";
import type { Vocabulary } from "../language/vocabulary";
import { slotsOf } from "../policy/cells-read";
import { editionText } from "../policy/editions";
import type { Policy, Purpose, Verdict } from "../policy/rule-set";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { draftNotice } from "../sheet/results/result-notice";
import type { SheetRow } from "../sheet/reading/sheet-row";
import type { Text } from "../words/text";
import { columnKey, type VerdictFirm, type VerdictSnapshot } from "./verdict-snapshot";

/** In the order they are told. */
export const TURNS = ["rose", "fell", "known", "open", "new", "gone"] as const;
/**
 * `rose`, `fell`: the highest rung, or without it a tier, was reached or lost. `known`: a tier that waited for data is decided now;
 * `open`: one that was decided waits. `new`, `gone`: not in the list last time, or any more.
 */
export type Turn = (typeof TURNS)[number];

export type Change =
  /** `cell` is its address now; null where the column is gone. */
  | {
      readonly kind: "cell";
      readonly name: Text;
      readonly from: string;
      readonly to: string;
      readonly cell: string | null;
    }
  /** What the cells said then was not kept. */
  | { readonly kind: "cells-not-kept" }
  | { readonly kind: "date"; readonly from: string; readonly to: string }
  | { readonly kind: "purpose"; readonly from: Purpose; readonly to: Purpose }
  | { readonly kind: "place" }
  | { readonly kind: "edition"; readonly tier: Text; readonly from: Text | null; readonly to: Text | null };

export interface Move {
  readonly tier: string;
  readonly name: Text;
  /** Null where no edition judged. */
  readonly from: Verdict | null;
  readonly to: Verdict | null;
}

export interface VerdictChange {
  readonly key: string;
  readonly name: string;
  /** Null for one that is no longer in the list. */
  readonly row: SheetRow | null;
  readonly turn: Turn;
  readonly highest: { readonly from: Text | null; readonly to: Text | null };
  readonly moves: readonly Move[];
  readonly changes: readonly Change[];
}

export interface VerdictChanges {
  readonly before: Pick<VerdictSnapshot, "asOf" | "purpose">;
  readonly after: Pick<VerdictSnapshot, "asOf" | "purpose">;
  /** Of the whole list: day, purpose, place and editions. */
  readonly general: readonly Change[];
  readonly counts: Readonly<Record<Turn, number>>;
  /** In the order of `TURNS`, then of the list. */
  readonly firms: readonly VerdictChange[];
  readonly unchanged: number;
  /** Which of the rules of the second scoring are a draft; null where none is. */
  readonly draft: Text | null;
}

/** What the second scoring was made of. */
export interface ComparedContext {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly reading: SheetReading;
  readonly ladder: Ladder;
  readonly purpose: Purpose;
  /** The row of an enterprise among the reading's rows. */
  readonly rowOf: (row: SheetRow) => number | null;
}

/** @param after of the run that `context` is of */
export function verdictChanges(
  before: VerdictSnapshot,
  after: VerdictSnapshot,
  context: ComparedContext,
): VerdictChanges {
  return new Comparison(before, after, context).changes();
}

class Comparison {
  private readonly general: readonly Change[];
  /** Tier -> the columns its rules read, with the slot each is read by. */
  private readonly read = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    private readonly before: VerdictSnapshot,
    private readonly after: VerdictSnapshot,
    private readonly context: ComparedContext,
  ) {
    const { asOf, purpose, place } = before;
    this.general = [
      ...(asOf === after.asOf ? [] : [{ kind: "date", from: asOf, to: after.asOf } as const]),
      ...(purpose === after.purpose ? [] : [{ kind: "purpose", from: purpose, to: after.purpose } as const]),
      ...(place === after.place ? [] : [{ kind: "place" } as const]),
    ];
  }

  changes(): VerdictChanges {
    const { before, after } = this;
    const then = new Map(before.firms.map((firm) => [firm.key, firm]));
    const found: VerdictChange[] = [];
    let unchanged = 0;
    for (const firm of after.firms) {
      const old = then.get(firm.key);
      const change = old === undefined ? this.newcomer(firm) : this.compared(old, firm);
      if (change === null) unchanged += 1;
      else found.push(change);
    }
    const now = new Set(after.firms.map(({ key }) => key));
    for (const firm of before.firms) if (!now.has(firm.key)) found.push(this.departed(firm));
    const firms = TURNS.flatMap((turn) => found.filter((one) => one.turn === turn));
    const count = (turn: Turn): number => found.filter((one) => one.turn === turn).length;
    return {
      before: { asOf: before.asOf, purpose: before.purpose },
      after: { asOf: after.asOf, purpose: after.purpose },
      general: [...this.general, ...this.editions([...new Set([...before.tiers, ...after.tiers])])],
      counts: {
        rose: count("rose"),
        fell: count("fell"),
        known: count("known"),
        open: count("open"),
        new: count("new"),
        gone: count("gone"),
      },
      firms,
      unchanged,
      draft: draftNotice(this.context.ladder.used),
    };
  }

  private compared(old: VerdictFirm, now: VerdictFirm): VerdictChange | null {
    const tiers = [...new Set([...this.after.tiers, ...this.before.tiers])];
    const moves = tiers.flatMap((tier): Move[] => {
      const from = old.verdicts[this.before.tiers.indexOf(tier)] ?? null;
      const to = now.verdicts[this.after.tiers.indexOf(tier)] ?? null;
      return from === to ? [] : [{ tier, name: this.nameOf(tier), from, to }];
    });
    if (moves.length === 0 && old.highest === now.highest) return null;
    const moved = moves.map(({ tier }) => tier);
    return {
      key: now.key,
      name: now.name,
      row: now.row,
      turn: this.turn(old, now, moves),
      highest: this.highest(old.highest, now.highest),
      moves,
      changes: [...this.cells(old, now, moved), ...this.general, ...this.editions(moved)],
    };
  }

  private turn(old: VerdictFirm, now: VerdictFirm, moves: readonly Move[]): Turn {
    const rank = (tier: string | null): number => (tier === null ? -1 : this.rank(tier));
    const climbed = rank(now.highest) - rank(old.highest);
    if (climbed !== 0) return climbed > 0 ? "rose" : "fell";
    if (moves.some(({ to }) => to === "unknown") && moves.every(({ to }) => to === "unknown" || to === null))
      return "open";
    if (moves.some(({ from, to }) => from === "unknown" && to !== null)) return "known";
    return moves.some(({ to }) => to === "met") ? "rose" : "fell";
  }

  private rank(tier: string): number {
    return this.context.policy.rungs.findIndex((rung) => rung.includes(tier));
  }

  /** Cells that the rules of these tiers read and that say something else now. */
  private cells(old: VerdictFirm, now: VerdictFirm, tiers: readonly string[]): Change[] {
    const { before, after, context } = this;
    const { cells: then } = old;
    if (then === null || now.cells === null) return [{ kind: "cells-not-kept" }];
    const slots = new Map(tiers.flatMap((tier) => [...this.columnsRead(tier)]));
    const row = context.rowOf(now.row);
    return [...slots].flatMap(([key, slot]): Change[] => {
      const from = then[before.columns.indexOf(key)] ?? "";
      const to = now.cells?.[after.columns.indexOf(key)] ?? "";
      if (from === to) return [];
      const cell = row === null ? null : context.reading.cellOf(row, slot);
      return [{ kind: "cell", name: slotText(slot, context.vocabulary, context.reading.t), from, to, cell }];
    });
  }

  private columnsRead(tier: string): ReadonlyMap<string, string> {
    const known = this.read.get(tier);
    if (known !== undefined) return known;
    const { ladder, vocabulary, purpose, reading } = this.context;
    const editions = ladder.used.filter((one) => one.tier === tier);
    const slots = editions.flatMap(({ forPurpose }) => [...slotsOf(forPurpose[purpose], vocabulary)]);
    const read = new Map(slots.map((slot) => [columnKey(slot, vocabulary, reading.t), slot]));
    this.read.set(tier, read);
    return read;
  }

  private editions(tiers: readonly string[]): Change[] {
    const { before, after } = this;
    return tiers.flatMap((tier): Change[] => {
      const [then = [], now = []] = [before.editions[tier], after.editions[tier]];
      const from = then.filter((one) => !now.includes(one));
      const to = now.filter((one) => !then.includes(one));
      // An edition more or less beside the same ones is that of another place: whose rules changed by it nobody can tell from here.
      if ((from.length === 0 && then.length > 0) || (to.length === 0 && now.length > 0)) return [];
      if (from.length + to.length === 0) return [];
      return [{ kind: "edition", tier: this.nameOf(tier), from: this.editionText(from), to: this.editionText(to) }];
    });
  }

  /** Editions in words, a province's own with its name; null for none. */
  private editionText(editions: readonly string[]): Text | null {
    if (editions.length === 0) return null;
    const texts = editions.map((edition): Text => {
      const [, code = "", own = edition] = /^(\d{6}) (.+)$/.exec(edition) ?? [];
      const province = this.context.vocabulary.provinces.find((one) => String(one.code) === code);
      const said = editionText(own);
      if (province === undefined) return said;
      return { zh: `${province.name.zh} ${said.zh}`, en: `${province.name.en} ${said.en}` };
    });
    return { zh: texts.map(({ zh }) => zh).join("、"), en: texts.map(({ en }) => en).join(", ") };
  }

  private newcomer(firm: VerdictFirm): VerdictChange {
    const { key, name, row, highest } = firm;
    return { key, name, row, turn: "new", highest: this.highest(null, highest), moves: [], changes: [] };
  }

  private departed({ key, name, highest }: VerdictFirm): VerdictChange {
    return { key, name, row: null, turn: "gone", highest: this.highest(highest, null), moves: [], changes: [] };
  }

  private highest(from: string | null, to: string | null): VerdictChange["highest"] {
    return { from: from === null ? null : this.nameOf(from), to: to === null ? null : this.nameOf(to) };
  }

  private nameOf(tier: string): Text {
    return this.context.policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
  }
}
