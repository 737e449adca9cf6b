/**
 * 一企一策: one enterprise of a sheet, looked at from all sides. Everything comes out as plain data in both languages, so that a view, a
 * plan sheet and a test show the same thing. Nothing here changes the sheet.
 */
import { documentText } from "../words/citation";
import { ASPECT_NAMES, type Aspect, type RuleSet, type Verdict } from "../policy/rule-set";
import type { PlaceCode } from "../language/places";
import type { Text } from "../words/text";
import type { Outcome, PointInterval } from "../engine/rows/evaluate";
import type { Ladder, RowScores } from "../engine/rows/ladder";
import { isCreditCodeValid } from "../sheet/reading/credit-code";
import { draftNotice } from "../sheet/results/result-notice";
import { placeText } from "../sheet/results/place-text";
import { AspectRules, GROUPING_NOTE } from "./aspects";
import type { CultivationContext } from "./context";
import { gapsOf, type Gap } from "./gaps";
import { missingColumns, type MissingColumn } from "./missing-columns";
import { AspectTable, PeerGroups, type PeerGroup } from "./peers";
import { pathsOf, type Paths } from "./plan-paths";
import { rewardTexts } from "./rewards";
import { StandingRules, type Application } from "./standing";
import type { HeldTitle } from "./titles";
import { eligibilityText, verdictText } from "./verdict-text";
import { sheetRowOf, type SheetRow } from "../sheet/reading/sheet-row";

export interface LadderStep {
  readonly tier: string;
  readonly name: Text;
  readonly edition: string;
  /** Place of its rung from the bottom; tiers of one rung share it. */
  readonly rung: number;
  readonly status: Verdict;
  readonly eligible: Verdict;
  readonly score: PointInterval | null;
  /** What the sheet says of the title; null where no field holds it. */
  readonly title: HeldTitle | null;
  readonly isTarget: boolean;
}

export interface DiagnosedAspect {
  readonly aspect: Aspect;
  readonly name: Text;
  /** 0 to 1.5 where 1 is the line; null where nothing of it is known, or the rung asks nothing of this kind (both counts 0). */
  readonly index: number | null;
  readonly known: number;
  readonly unknown: number;
  /** The peers' median; null where it is known of none. */
  readonly peers: number | null;
}

export interface Diagnosis {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly sheetRow: SheetRow;
  readonly name: string;
  readonly creditCode: string;
  /** Whether the check digit fits; null without a code. */
  readonly creditCodeValid: boolean | null;
  /** Where it is judged and what told it. */
  readonly place: Text;
  /** Lowest rung first. */
  readonly ladder: readonly LadderStep[];
  /** Every title the sheet can tell of, those beside the ladder too. */
  readonly titles: readonly (HeldTitle & { readonly name: Text })[];
  readonly highest: string | null;
  /** The rung aimed at; null at the top. */
  readonly target: {
    readonly tier: string;
    readonly name: Text;
    readonly edition: string;
    /** The province whose edition it is; null for the nation's. */
    readonly place: PlaceCode | null;
    readonly document: Text;
  } | null;
  /** A rung it can apply for today without holding the title. */
  readonly application: (Application & { readonly name: Text }) | null;
  readonly verdict: Text;
  /** Further sentences: what stands between substance and applying. */
  readonly remarks: readonly Text[];
  readonly aspects: readonly DiagnosedAspect[];
  readonly aspectNote: Text;
  readonly peers: {
    readonly kind: PeerGroup["kind"];
    readonly value: string;
    readonly count: number;
    readonly text: Text;
  } | null;
  /** What reaching the target is worth where it is, a sentence each. */
  readonly rewards: readonly Text[];
  readonly gaps: readonly Gap[];
  /** In the order of how much they decide. */
  readonly missing: readonly MissingColumn[];
  /** Null at the top, and where nothing fails. */
  readonly plan: Paths | null;
  /** Which of the rules that judge it are a draft; null where none is. */
  readonly draft: Text | null;
}

const TOP: Text = { zh: "已达到阶梯的最高一级。", en: "The top of the ladder is reached." };

/** How many alternative paths are looked for. */
const PATHS = 3;

/** Made once for a scored sheet, then asked row by row. */
export class SheetDiagnosis {
  readonly standing: StandingRules;
  private readonly table: AspectTable;
  private readonly groups: PeerGroups;

  constructor(
    private readonly context: CultivationContext,
    private readonly ladder: Ladder,
  ) {
    const { policy, cultivation, reading, judgement, vocabulary } = context;
    const inForce = new Set(ladder.editions.map(({ tier }) => tier));
    this.standing = new StandingRules(policy, cultivation, reading.facts, inForce, judgement.asOf);
    this.table = new AspectTable(ladder, vocabulary, judgement.purpose, reading.facts.count);
    this.groups = new PeerGroups(reading);
  }

  /** The diagnosis of a row, against the rung above where it stands or against `aim`, a tier of the ladder. */
  of(row: number, aim?: string): Diagnosis {
    const { reading, vocabulary, judgement, cultivation } = this.context;
    if (!(row >= 0 && row < reading.facts.count)) throw new RangeError(`the sheet has no row ${row}`);
    const scores = this.ladder.score(row);
    const standing = this.standing.of(row, scores);
    const target = aim ?? standing.target;
    const edition = target === null ? undefined : this.ladder.edition(target, row);
    const outcome = target === null ? undefined : scores.outcomes.get(target);
    const requirements = edition?.forPurpose[judgement.purpose];
    const application = this.standing.application(standing, scores);
    const applied = application ? this.ladder.edition(application.tier, row) : undefined;
    const code = reading.creditCodes[row] ?? "";
    return {
      row,
      sheetRow: sheetRowOf(reading, row),
      name: reading.names[row] ?? "",
      creditCode: code,
      creditCodeValid: code === "" ? null : isCreditCodeValid(code),
      place: placeText(reading.placeOf(row), vocabulary),
      ladder: this.steps(row, scores, standing.titles, target),
      titles: standing.titles.map((title) => ({ ...title, name: this.nameOf(title.tier, row) })),
      highest: scores.highest,
      target: edition ? targetOf(edition) : null,
      application: application && applied ? { ...application, name: applied.name } : null,
      verdict: edition && outcome && requirements ? verdictText(edition, outcome, requirements) : TOP,
      remarks: this.remarks(row, scores, edition, outcome),
      ...this.aspects(row, edition, outcome),
      rewards: target === null ? [] : rewardTexts(cultivation.rewards, target, reading.placeOf(row).place),
      gaps: outcome && requirements ? gapsOf(outcome, requirements, vocabulary) : [],
      missing: this.missing(row, scores, target),
      plan:
        edition && requirements && outcome?.status === "unmet"
          ? pathsOf(this.ladder.improve(edition.tier, row, PATHS), requirements, vocabulary, reading.t)
          : null,
      draft: draftNotice(this.ladder.editionsAt(row)),
    };
  }

  private nameOf(tier: string, row: number): Text {
    return this.ladder.edition(tier, row)?.name ?? this.context.policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
  }

  private steps(
    row: number,
    scores: RowScores,
    titles: readonly HeldTitle[],
    target: string | null,
  ): readonly LadderStep[] {
    return this.standing.rungs.flatMap((rung, place) =>
      rung.flatMap((tier): LadderStep[] => {
        const edition = this.ladder.edition(tier, row);
        const outcome = scores.outcomes.get(tier);
        if (!edition || !outcome) return [];
        const { status, eligible, score } = outcome;
        return [
          {
            tier,
            name: edition.name,
            edition: edition.edition,
            rung: place,
            status,
            eligible,
            score,
            title: titles.find((title) => title.tier === tier) ?? null,
            isTarget: tier === target,
          },
        ];
      }),
    );
  }

  /** Eligibility of the rung met in substance, and of the one aimed at. */
  private remarks(
    row: number,
    scores: RowScores,
    edition: RuleSet | undefined,
    outcome: Outcome | undefined,
  ): readonly Text[] {
    const { purpose } = this.context.judgement;
    const met = scores.highest === null ? undefined : this.ladder.edition(scores.highest, row);
    const metOutcome = met ? scores.outcomes.get(met.tier) : undefined;
    const said = [
      met && metOutcome ? eligibilityText(met, metOutcome, met.forPurpose[purpose]) : null,
      edition && outcome && edition.tier !== met?.tier
        ? eligibilityText(edition, outcome, edition.forPurpose[purpose])
        : null,
    ];
    return said.filter((text) => text !== null);
  }

  private aspects(
    row: number,
    edition: RuleSet | undefined,
    outcome: Outcome | undefined,
  ): Pick<Diagnosis, "aspects" | "aspectNote" | "peers"> {
    if (!edition || !outcome) return { aspects: [], aspectNote: GROUPING_NOTE, peers: null };
    const { vocabulary, judgement } = this.context;
    const rules = this.table.rulesOf(edition) ?? new AspectRules(edition.forPurpose[judgement.purpose], vocabulary);
    const group = this.groups.of(row);
    const medians = this.table.medians(edition.tier, group.rows);
    return {
      aspects: rules
        .of(outcome)
        .map((one, at) => ({ ...one, name: ASPECT_NAMES[one.aspect], peers: medians[at] ?? null })),
      aspectNote: GROUPING_NOTE,
      peers: { kind: group.kind, value: group.value, count: group.rows.length, text: peersText(group) },
    };
  }

  private missing(row: number, scores: RowScores, target: string | null): readonly MissingColumn[] {
    const { reading, vocabulary, judgement } = this.context;
    const tiers = this.standing.rungs.flat().flatMap((tier) => {
      const outcome = scores.outcomes.get(tier);
      const requirements = this.ladder.edition(tier, row)?.forPurpose[judgement.purpose];
      return outcome && requirements ? [{ tier, outcome, requirements }] : [];
    });
    return missingColumns(tiers, target, (slot) => reading.cellOf(row, slot), vocabulary, reading.t);
  }
}

function targetOf({ tier, name, edition, place, document }: RuleSet): NonNullable<Diagnosis["target"]> {
  return { tier, name, edition, place, document: documentText(document) };
}

function peersText({ kind, value, rows }: PeerGroup): Text {
  const count = rows.length;
  switch (kind) {
    case "chain":
      return {
        zh: `本表“${value}”产业链的 ${count} 家企业（含本企业）`,
        en: `${count} enterprises of the chain ${value} in this sheet, itself included`,
      };
    case "industry":
      return {
        zh: `本表“${value}”行业的 ${count} 家企业（含本企业）`,
        en: `${count} enterprises of the industry ${value} in this sheet, itself included`,
      };
    case "sheet":
      return {
        zh: `全表 ${count} 家企业（同产业链、同行业的不足 5 家）`,
        en: `all ${count} enterprises of this sheet (fewer than 5 others of the same chain or industry)`,
      };
  }
}
