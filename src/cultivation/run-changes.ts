/**
 * 入库、出库: what changed between a run that was kept and this one, and why. Where a tier's rules changed in between, today's data are
 * scored under the old edition too: that tells what the new rules did from what the new data did.
 */
import type { RuleSet } from "../policy/rule-set";
import type { Text } from "../words/text";
import { serialOfIso } from "../words/calendar";
import { Scorer } from "../engine/rows/evaluate";
import type { CultivationContext } from "./context";
import { nodeText } from "../policy/nodes";
import type { FirmRecord, Library, ListId } from "./library";
import { firmKey, type KeptFirm, type RunSnapshot } from "./run-snapshot";
import type { SheetRow } from "../sheet/reading/sheet-row";

export interface EditionChange {
  readonly tier: string;
  readonly name: Text;
  /** Null where there was none, or is none any more. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * `rules`: under the old editions today's data fail what they failed then, so only the rules made the difference. `data` (or the day): the
 * editions are the same, or make no difference to today's data. `both`: anything else.
 */
export type Cause = "rules" | "data" | "both" | "new" | "gone";

export interface FirmChange {
  readonly key: string;
  readonly name: string;
  /** Null for one that is no longer in the sheet. */
  readonly sheetRow: SheetRow | null;
  readonly entered: readonly ListId[];
  readonly left: readonly ListId[];
  readonly highestBefore: string | null;
  readonly highestAfter: string | null;
  readonly cause: Cause;
  readonly reasons: readonly Text[];
}

export interface RunChanges {
  readonly before: string;
  readonly after: string;
  readonly editions: readonly EditionChange[];
  /** Enterprises of which a list or the highest rung changed, in the order of the sheet; those gone from it last. */
  readonly firms: readonly FirmChange[];
  readonly unchanged: number;
}

/** Compares this run with one that was kept. */
export function runChanges(before: RunSnapshot, library: Library, context: CultivationContext): RunChanges {
  return new RunComparison(before, library, context).changes();
}

class RunComparison {
  private readonly editions: readonly EditionChange[];
  private readonly scorers = new Map<string, Scorer | null>();

  constructor(
    private readonly before: RunSnapshot,
    private readonly library: Library,
    private readonly context: CultivationContext,
  ) {
    const tiers = new Set([...Object.keys(before.editions), ...Object.keys(library.editions)]);
    this.editions = [...tiers].flatMap((tier): EditionChange[] => {
      const from = before.editions[tier] ?? null;
      const to = library.editions[tier] ?? null;
      return from === to ? [] : [{ tier, name: this.nameOf(tier), from, to }];
    });
  }

  changes(): RunChanges {
    const kept = new Map(this.before.firms.map((firm) => [firm.key, firm]));
    const seen = new Set<string>();
    const firms: FirmChange[] = [];
    let unchanged = 0;
    for (const record of this.library.records) {
      const key = firmKey(record);
      if (key === null || seen.has(key)) continue;
      seen.add(key);
      const old = kept.get(key);
      const change = old ? this.compared(key, old, record) : newcomer(key, record);
      if (change) firms.push(change);
      else unchanged += 1;
    }
    for (const old of this.before.firms) if (!seen.has(old.key)) firms.push(departed(old));
    return { before: this.before.asOf, after: this.library.asOf, editions: this.editions, firms, unchanged };
  }

  private compared(key: string, old: KeptFirm, now: FirmRecord): FirmChange | null {
    const entered = now.lists.filter((list) => !old.lists.includes(list));
    const left = old.lists.filter((list) => !now.lists.includes(list));
    if (entered.length + left.length === 0 && old.highest === now.highest) return null;
    // Days and titles decide who is due or at risk; the editions of applications have no part in it.
    const judged =
      old.highest !== now.highest || [...entered, ...left].some((list) => list !== "due" && list !== "risk");
    const tiers = new Set([old.target, now.target, old.highest, now.highest]);
    const touched = judged ? this.editions.filter(({ tier }) => tiers.has(tier)) : [];
    return {
      key,
      name: now.firm.name,
      sheetRow: now.firm.sheetRow,
      entered,
      left,
      highestBefore: old.highest,
      highestAfter: now.highest,
      cause: this.cause(old, now, touched),
      reasons: this.reasons(old, now, touched),
    };
  }

  /** Scores today's data under the old editions: as they judged then, so that only the rules changed, or as the new ones judge. */
  private cause(old: KeptFirm, now: FirmRecord, touched: readonly EditionChange[]): Cause {
    if (touched.length === 0) return "data";
    const { row } = now.firm;
    const again = old.target === null ? [] : (this.oldScorer(old.target)?.evaluate(row).unmet ?? null);
    if (again === null) return "both";
    const highest = this.oldHighest(row);
    if (highest === old.highest && same(again, old.unmet) && same(old.titles, now.titles)) return "rules";
    return highest === now.highest && same(again, now.unmet) && old.target === now.target ? "data" : "both";
  }

  /** The highest rung that today's data meet under the old editions. */
  private oldHighest(row: number): string | null {
    for (const rung of [...this.context.policy.rungs].reverse())
      for (const tier of rung) if (this.oldScorer(tier)?.evaluate(row).status === "met") return tier;
    return null;
  }

  /** Null where the tier had no edition then, or this release no longer has it. */
  private oldScorer(tier: string): Scorer | null {
    const known = this.scorers.get(tier);
    if (known !== undefined) return known;
    const edition = this.editionOf(tier, this.before.editions[tier]);
    const { vocabulary, reading, judgement } = this.context;
    // The day is today's: only the rules are the old ones.
    const asOf = serialOfIso(this.library.asOf) ?? NaN;
    const scorer = edition
      ? new Scorer(edition.forPurpose[judgement.purpose], reading.facts, vocabulary, {
          asOf,
          t: reading.t,
          assumeGeneral: judgement.assumeGeneral,
        })
      : null;
    this.scorers.set(tier, scorer);
    return scorer;
  }

  private editionOf(tier: string, edition: string | undefined): RuleSet | undefined {
    return this.context.policy.tiers.get(tier)?.editions.find((one) => one.edition === edition);
  }

  private reasons(old: KeptFirm, now: FirmRecord, touched: readonly EditionChange[]): readonly Text[] {
    const reasons: Text[] = touched.map(({ name, from, to }) => ({
      zh: `标准换版：${name.zh} ${from ?? "无"} → ${to ?? "无"}`,
      en: `Rules changed: ${name.en} ${from ?? "none"} → ${to ?? "none"}`,
    }));
    const say = (zh: string, en: string, names: readonly Text[]): void => {
      if (names.length === 0) return;
      reasons.push({
        zh: `${zh}：${names.map((name) => name.zh).join("；")}`,
        en: `${en}: ${names.map((name) => name.en).join("; ")}`,
      });
    };
    const names = (tiers: readonly string[], others: readonly string[]): Text[] =>
      tiers.filter((tier) => !others.includes(tier)).map((tier) => this.nameOf(tier));
    if (now.lists.includes("due") && !old.lists.includes("due"))
      reasons.push({ zh: "有称号在一年内到期或已经过期", en: "A title ends within a year or has ended" });
    if (old.lists.includes("due") && !now.lists.includes("due"))
      reasons.push({ zh: "没有一年内到期或已过期的称号了", en: "No title ends within a year any more" });
    say("新持有称号", "Titles won", names(now.titles, old.titles));
    say("称号不再有效", "Titles no longer valid", names(old.titles, now.titles));
    if (old.target !== now.target)
      say(
        "目标层级变为",
        "Now aims at",
        now.target === null ? [{ zh: "已到顶", en: "the top" }] : [this.nameOf(now.target)],
      );
    else if (now.target !== null) {
      const tier = now.target;
      const text = (id: string, edition: string | undefined): Text => {
        const rules = this.editionOf(tier, edition);
        return rules ? nodeText(id, rules.forPurpose[this.context.judgement.purpose]) : { zh: id, en: id };
      };
      const settled = old.unmet.filter((id) => !now.unmet.includes(id));
      const failing = now.unmet.filter((id) => !old.unmet.includes(id));
      say(
        "不再是差距",
        "No longer a gap",
        settled.map((id) => text(id, this.before.editions[tier])),
      );
      say(
        "新的差距",
        "New gaps",
        failing.map((id) => text(id, this.library.editions[tier])),
      );
    }
    if (reasons.length === 0) reasons.push({ zh: "数据或日期有变化", en: "The data or the date changed" });
    return reasons;
  }

  private nameOf(tier: string): Text {
    return this.context.policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
  }
}

function same(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id) => others.includes(id));
}

function newcomer(key: string, { firm, lists, highest }: FirmRecord): FirmChange {
  return {
    key,
    name: firm.name,
    sheetRow: firm.sheetRow,
    entered: lists,
    left: [],
    highestBefore: null,
    highestAfter: highest,
    cause: "new",
    reasons: [{ zh: "上次的表里没有这家企业", en: "Not in the sheet last time" }],
  };
}

function departed({ key, name, lists, highest }: KeptFirm): FirmChange {
  return {
    key,
    name,
    sheetRow: null,
    entered: [],
    left: lists,
    highestBefore: highest,
    highestAfter: null,
    cause: "gone",
    reasons: [{ zh: "这次的表里没有这家企业", en: "Not in the sheet this time" }],
  };
}
