/**
 * 培育库: the lists of a whole sheet. Four of them exclude each other, looked at in this order:
 *
 * - 应报尽报 `apply`: meets a rung above the titles it holds, in substance and eligibility;
 * - 待补数据 `data`: meets such a rung in substance while its eligibility waits for cells, or may meet the rung aimed at: nothing fails,
 *   blanks leave it open;
 * - 临门一脚 `near`: one or two changes away from the rung aimed at, each plan proven by scoring again;
 * - 种子企业 `seed`: further away, with innovation, management and growth at the rung's lines (see seed-firms).
 *
 * Two others look at titles held and may name the same enterprise again: 到期复核 `due` and 风险 `risk`.
 */
import { editionOn } from "../policy/editions";
import type { RuleSet, Verdict } from "../policy/rule-set";
import type { Text } from "../words/text";
import { verdictOf } from "../engine/columns/score-columns";
import { StretchScores } from "../engine/columns/stretch-scores";
import { Scorer } from "../engine/rows/evaluate";
import { slotText } from "../engine/rows/explain";
import type { Improvement } from "../engine/rows/improve";
import type { Ladder, RowScores } from "../engine/rows/ladder";
import { draftNotice } from "../sheet/results/result-notice";
import type { ScoredRow } from "../sheet/results/row-scorer";
import type { CultivationContext } from "./context";
import type { Reference } from "./cultivation";
import { nodeText } from "../policy/nodes";
import { changesOf, pathsOf, type PlanPath } from "./plan-paths";
import { Reachable } from "./reachable";
import { placedRewards, type PlacedRewards } from "./rewards";
import { SeedRules } from "./seed-firms";
import { StandingRules, type Standing } from "./standing";
import { isBeyondValidity, nextUpdate, type HeldTitle } from "./titles";
import { sheetRowOf, type SheetRow } from "../sheet/reading/sheet-row";

/** Kept runs name the lists by their places: new ones go to the end. */
export const LISTS = ["apply", "near", "data", "due", "risk", "seed"] as const;
export type ListId = (typeof LISTS)[number];

export const LIST_NAMES: Readonly<Record<ListId, Text>> = {
  apply: { zh: "应报尽报", en: "Should apply" },
  near: { zh: "临门一脚", en: "Nearly there" },
  data: { zh: "待补数据", en: "Data wanted" },
  due: { zh: "到期复核", en: "Reviews due" },
  risk: { zh: "风险", en: "At risk" },
  seed: { zh: "种子企业", en: "Seed firms" },
};

/** Changes that still count as nearly there. */
export const MOST_CHANGES = 2;
/** Titles that end within so many days are due for review. */
export const DUE_DAYS = 365;

/** Which enterprise an entry is about. */
export interface Firm {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly sheetRow: SheetRow;
  readonly name: string;
  readonly creditCode: string;
}

export interface ApplyEntry extends Firm {
  readonly tier: string;
  readonly tierName: Text;
  /** False where the cell of the title is blank: make sure first that it isn't held. */
  readonly certain: boolean;
  /** What the title is worth where it is. */
  readonly reward: PlacedRewards;
}

export interface NearEntry extends Firm {
  readonly tier: string;
  readonly tierName: Text;
  readonly path: PlanPath;
  /** What the title is worth where it is. */
  readonly reward: PlacedRewards;
  /** False where the search stopped at its limit; a smaller path may then exist. */
  readonly complete: boolean;
}

export interface DataEntry extends Firm {
  readonly tier: string;
  readonly tierName: Text;
  /** Met in substance already: only eligibility waits. */
  readonly substanceMet: boolean;
  readonly missing: readonly { readonly slot: string; readonly name: Text }[];
}

export interface DueEntry extends Firm {
  readonly tier: string;
  readonly tierName: Text;
  readonly standing: "valid" | "expired";
  readonly until: string;
  readonly daysLeft: number;
  /** The last day lies further ahead than the title can be valid: most likely mistyped. */
  readonly doubtful: boolean;
}

export interface RiskEntry extends Firm {
  readonly tier: string;
  readonly tierName: Text;
  /** The edition its review follows: the one in force for reviews on the title's last day. */
  readonly edition: string;
  readonly until: string | null;
  readonly unmet: readonly { readonly id: string; readonly text: Text }[];
}

export interface SeedEntry extends Firm {
  readonly tier: string;
  readonly tierName: Text;
  /** What still stands between it and the rung, none of it about innovation, management or growth. */
  readonly unmet: readonly { readonly id: string; readonly text: Text }[];
}

/** A yearly update that holders of a title owe. */
export interface UpdateDeadline extends Reference {
  readonly tier: string;
  readonly tierName: Text;
  readonly day: string;
  readonly holders: number;
  readonly note: Text | null;
}

/** What a later run compares with. */
export interface FirmRecord {
  readonly firm: Firm;
  readonly highest: string | null;
  /** Tiers whose title is valid. */
  readonly titles: readonly string[];
  readonly lists: readonly ListId[];
  readonly target: string | null;
  /** Required ids of the rung aimed at that fail. */
  readonly unmet: readonly string[];
}

export interface Library {
  readonly asOf: string;
  /** Tier -> edition in force. */
  readonly editions: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly apply: readonly ApplyEntry[];
  /** Soonest first: without slow changes, then those that blanks leave open last, then fewest changes, then the smallest. */
  readonly near: readonly NearEntry[];
  /** Fewest blanks first. */
  readonly data: readonly DataEntry[];
  /** Longest overdue first. */
  readonly due: readonly DueEntry[];
  readonly risk: readonly RiskEntry[];
  /** Fewest gaps first. */
  readonly seed: readonly SeedEntry[];
  readonly deadlines: readonly UpdateDeadline[];
  readonly records: readonly FirmRecord[];
  /** Which of the rules are a draft; null where none is. */
  readonly draft: Text | null;
}

/** The review of a title under an edition: whether it may be applied for comes from columns, why not from the row. */
interface Review {
  readonly eligible: (row: number) => Verdict;
  readonly scorer: Scorer;
}

/** Made once for a scored sheet; `add` every row while it is scored. */
export class LibraryBuilder {
  readonly standing: StandingRules;
  private readonly apply: ApplyEntry[] = [];
  private readonly near: NearEntry[] = [];
  private readonly data: DataEntry[] = [];
  private readonly due: DueEntry[] = [];
  private readonly risk: RiskEntry[] = [];
  private readonly seed: SeedEntry[] = [];
  private readonly records: FirmRecord[] = [];
  private readonly holders = new Map<string, number>();
  private readonly reachable = new Map<RuleSet, Reachable>();
  private readonly reviews = new Map<RuleSet, Review>();
  private readonly seeds = new Map<RuleSet, SeedRules>();
  private readonly slotNames = new Map<string, Text>();

  constructor(
    private readonly context: CultivationContext,
    private readonly ladder: Ladder,
  ) {
    const { policy, cultivation, reading, judgement } = context;
    const inForce = new Set(ladder.editions.map(({ tier }) => tier));
    this.standing = new StandingRules(policy, cultivation, reading.facts, inForce, judgement.asOf);
  }

  /** Takes a row in. Its plans are used where they are for the rung aimed at; else looked for only where few changes could do. */
  add({ row, scores, improvement }: ScoredRow): void {
    const { reading } = this.context;
    const firm: Firm = {
      row,
      sheetRow: sheetRowOf(reading, row),
      name: reading.names[row] ?? "",
      creditCode: reading.creditCodes[row] ?? "",
    };
    const standing = this.standing.of(row, scores);
    const lists: ListId[] = [];
    const aimed =
      this.addApply(firm, standing, scores) ??
      this.addData(firm, standing, scores) ??
      this.addNear(firm, standing, scores, improvement);
    if (aimed) lists.push(aimed);
    else this.addSeed(firm, standing, scores);
    if (this.addDue(firm, standing.titles)) lists.push("due");
    if (this.addRisk(firm, standing.titles)) lists.push("risk");
    const { target } = standing;
    this.records.push({
      firm,
      highest: scores.highest,
      titles: standing.titles.flatMap(({ tier, standing: held }) => (held === "valid" ? [tier] : [])),
      lists,
      target,
      unmet: target === null ? [] : (scores.outcomes.get(target)?.unmet ?? []),
    });
  }

  private addApply(firm: Firm, standing: Standing, scores: RowScores): ListId | null {
    const application = this.standing.application(standing, scores);
    if (!application) return null;
    const { tier, certain } = application;
    this.apply.push({
      ...firm,
      tier,
      tierName: this.nameOf(tier, firm.row),
      certain,
      reward: this.reward(tier, firm.row),
    });
    return "apply";
  }

  private addData(firm: Firm, standing: Standing, scores: RowScores): ListId | null {
    const waiting = this.standing.openApplication(standing, scores);
    const { target } = standing;
    const open = target !== null && scores.outcomes.get(target)?.status === "unknown" ? target : null;
    const tier = waiting ?? open;
    const outcome = tier === null ? undefined : scores.outcomes.get(tier);
    if (tier === null || !outcome) return null;
    const slots = [...new Set([...outcome.missing, ...outcome.eligibleMissing])];
    const missing = slots.map((slot) => ({ slot, name: this.slotName(slot) }));
    this.data.push({ ...firm, tier, tierName: this.nameOf(tier, firm.row), substanceMet: waiting !== null, missing });
    return "data";
  }

  private addNear(firm: Firm, { target }: Standing, scores: RowScores, given: Improvement | null): ListId | null {
    const outcome = target === null ? undefined : scores.outcomes.get(target);
    const edition = target === null ? undefined : this.ladder.edition(target, firm.row);
    if (!edition || outcome?.status !== "unmet") return null;
    const { vocabulary, reading, judgement } = this.context;
    const requirements = edition.forPurpose[judgement.purpose];
    if (!this.reachableIn(edition).inTwo(outcome.unmet)) return null;
    const improvement = given && scores.next === target ? given : this.ladder.improve(edition.tier, firm.row, 1);
    const [plan] = improvement.plans;
    if (!plan || changesOf(plan) > MOST_CHANGES) return null;
    const { paths, slow } = pathsOf({ ...improvement, plans: [plan] }, requirements, vocabulary, reading.t);
    const path = paths[0] ?? slow[0];
    if (!path) return null;
    this.near.push({
      ...firm,
      tier: edition.tier,
      tierName: edition.name,
      path,
      reward: this.reward(edition.tier, firm.row),
      complete: improvement.complete,
    });
    return "near";
  }

  /** A pre-filter of whom to look at, no list that an enterprise enters or leaves: the record of a run leaves it out. */
  private addSeed(firm: Firm, { target }: Standing, scores: RowScores): void {
    const outcome = target === null ? undefined : scores.outcomes.get(target);
    const edition = target === null ? undefined : this.ladder.edition(target, firm.row);
    if (!edition || outcome?.status !== "unmet" || !this.seedRules(edition).holds(outcome)) return;
    const requirements = edition.forPurpose[this.context.judgement.purpose];
    this.seed.push({
      ...firm,
      tier: edition.tier,
      tierName: edition.name,
      unmet: outcome.unmet.map((id) => ({ id, text: nodeText(id, requirements) })),
    });
  }

  private seedRules(edition: RuleSet): SeedRules {
    const { vocabulary, judgement } = this.context;
    const known = this.seeds.get(edition) ?? new SeedRules(edition.forPurpose[judgement.purpose], vocabulary);
    this.seeds.set(edition, known);
    return known;
  }

  private addDue(firm: Firm, titles: readonly HeldTitle[]): boolean {
    let found = false;
    for (const title of titles) {
      const { tier, standing, until, daysLeft } = title;
      if (standing === "valid") this.holders.set(tier, (this.holders.get(tier) ?? 0) + 1);
      if (until === null || daysLeft === null || (standing !== "valid" && standing !== "expired")) continue;
      const doubtful = isBeyondValidity(title, this.ladder.edition(tier, firm.row), this.standing.asOf);
      if (daysLeft > DUE_DAYS && !doubtful) continue;
      found = true;
      this.due.push({ ...firm, tier, tierName: this.nameOf(tier, firm.row), standing, until, daysLeft, doubtful });
    }
    return found;
  }

  private addRisk(firm: Firm, titles: readonly HeldTitle[]): boolean {
    let found = false;
    for (const { tier, standing, until } of titles) {
      if (standing !== "valid") continue;
      const edition = this.reviewEdition(tier, until, firm.row);
      if (!edition) continue;
      const review = this.review(edition);
      if (review.eligible(firm.row) !== "unmet") continue;
      const outcome = review.scorer.evaluate(firm.row);
      found = true;
      const unmet = [...outcome.unmet, ...outcome.eligibleUnmet];
      this.risk.push({
        ...firm,
        tier,
        tierName: this.nameOf(tier, firm.row),
        edition: edition.edition,
        until,
        unmet: unmet.map((id) => ({ id, text: nodeText(id, edition.forPurpose.review) })),
      });
    }
    return found;
  }

  /** The edition a review follows: the one in force on the title's last day, today's where the sheet gives no day. */
  private reviewEdition(tier: string, until: string | null, row: number): RuleSet | null {
    const entry = this.context.policy.tiers.get(tier);
    return entry
      ? editionOn(entry, until ?? this.context.judgement.asOf, "review", this.context.reading.placeOf(row).place)
      : null;
  }

  private review(edition: RuleSet): Review {
    const known = this.reviews.get(edition);
    if (known) return known;
    const { vocabulary, reading, judgement } = this.context;
    const requirements = edition.forPurpose.review;
    const options = { asOf: this.standing.asOf, t: reading.t, assumeGeneral: judgement.assumeGeneral };
    const columns = new StretchScores([requirements], reading.facts, vocabulary, options);
    const made: Review = {
      eligible: (row) => {
        const { scores, at } = columns.of(row);
        return verdictOf(scores[0]?.eligible[at]);
      },
      scorer: new Scorer(requirements, reading.facts, vocabulary, options),
    };
    this.reviews.set(edition, made);
    return made;
  }

  private reachableIn(edition: RuleSet): Reachable {
    const known = this.reachable.get(edition);
    if (known) return known;
    const made = new Reachable(edition.forPurpose[this.context.judgement.purpose], this.context.vocabulary);
    this.reachable.set(edition, made);
    return made;
  }

  private slotName(slot: string): Text {
    const known = this.slotNames.get(slot) ?? slotText(slot, this.context.vocabulary, this.context.reading.t);
    this.slotNames.set(slot, known);
    return known;
  }

  private reward(tier: string, row: number): PlacedRewards {
    const { cultivation, reading } = this.context;
    return placedRewards(cultivation.rewards, tier, reading.placeOf(row).place);
  }

  private nameOf(tier: string, row: number): Text {
    return this.ladder.edition(tier, row)?.name ?? this.context.policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
  }

  /** The lists of the rows added so far. */
  finish(): Library {
    return {
      asOf: this.context.judgement.asOf,
      editions: Object.fromEntries(this.ladder.editions.map(({ tier, edition }) => [tier, edition])),
      rows: this.records.length,
      apply: [...this.apply],
      near: [...this.near].sort(
        (a, b) =>
          Number(a.path.slow) - Number(b.path.slow) ||
          Number(a.path.reaches !== "met") - Number(b.path.reaches !== "met") ||
          a.path.changes - b.path.changes ||
          a.path.effort - b.path.effort,
      ),
      data: [...this.data].sort((a, b) => a.missing.length - b.missing.length),
      due: [...this.due].sort((a, b) => a.daysLeft - b.daysLeft),
      risk: [...this.risk],
      seed: [...this.seed].sort((a, b) => a.unmet.length - b.unmet.length),
      deadlines: this.deadlines(),
      records: [...this.records],
      draft: draftNotice(this.ladder.used),
    };
  }

  private deadlines(): UpdateDeadline[] {
    return this.context.cultivation.titles.flatMap((rule) => {
      const next = nextUpdate(rule, this.standing.asOf);
      const holders = this.holders.get(rule.tier) ?? 0;
      if (!next || holders === 0) return [];
      const { document, clause, note } = next.update;
      return [
        { tier: rule.tier, tierName: this.ladder.nameOf(rule.tier), day: next.day, holders, document, clause, note },
      ];
    });
  }
}
