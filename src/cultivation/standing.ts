/**
 * Where an enterprise stands on the ladder, by titles and by substance, and which rung it should aim at: the one above the higher of the
 * two. Whoever holds a title needs no plan for it, and whoever meets a rung in substance can apply for it already.
 */
import type { Policy } from "../policy/rule-set";
import { dayOfJudgement } from "../words/calendar";
import type { Facts } from "../engine/facts";
import type { RowScores } from "../engine/rows/ladder";
import type { Cultivation } from "./cultivation";
import { heldTitle, type HeldTitle } from "./titles";

export interface Standing {
  readonly titles: readonly HeldTitle[];
  /** Place among the rungs in force of the highest title held; -1 for none. */
  readonly heldRung: number;
  /** The same for the highest rung met in substance. */
  readonly metRung: number;
  /** The tier aimed at: the first of the rung above both; null at the top. */
  readonly target: string | null;
}

/** A rung met in substance and open to the enterprise, without the title. */
export interface Application {
  readonly tier: string;
  /** False where the sheet's cell for the title is blank: first make sure that it isn't held. */
  readonly certain: boolean;
}

/** Bound once to a sheet and a day. */
export class StandingRules {
  readonly rungs: readonly (readonly string[])[];
  readonly asOf: number;

  constructor(
    policy: Policy,
    private readonly cultivation: Cultivation,
    private readonly facts: Facts,
    inForce: ReadonlySet<string>,
    asOf: string,
  ) {
    this.asOf = dayOfJudgement(asOf);
    this.rungs = policy.rungs.map((rung) => rung.filter((tier) => inForce.has(tier))).filter((rung) => rung.length > 0);
  }

  of(row: number, scores: RowScores): Standing {
    const titles = this.cultivation.titles.map((rule) => heldTitle(rule, this.facts, row, this.asOf));
    const valid = new Set(titles.flatMap(({ tier, standing }) => (standing === "valid" ? [tier] : [])));
    const heldRung = this.rungs.findLastIndex((rung) => rung.some((tier) => valid.has(tier)));
    const metRung = this.rungs.findLastIndex((rung) => scores.highest !== null && rung.includes(scores.highest));
    return { titles, heldRung, metRung, target: this.rungs[Math.max(heldRung, metRung) + 1]?.[0] ?? null };
  }

  /** The highest rung above the titles held that the row meets and is eligible for; null where there is none. */
  application({ titles, heldRung }: Standing, scores: RowScores): Application | null {
    for (let rung = this.rungs.length - 1; rung > heldRung; rung -= 1) {
      for (const tier of this.rungs[rung] ?? []) {
        const outcome = scores.outcomes.get(tier);
        if (outcome?.eligible !== "met") continue;
        const standing = titles.find((title) => title.tier === tier)?.standing;
        return { tier, certain: standing === "none" || standing === "expired" };
      }
    }
    return null;
  }

  /** The highest rung above the titles held that the row meets in substance while its eligibility waits for cells. */
  openApplication({ heldRung }: Standing, scores: RowScores): string | null {
    for (let rung = this.rungs.length - 1; rung > heldRung; rung -= 1) {
      const tier = this.rungs[rung]?.find((id) => {
        const outcome = scores.outcomes.get(id);
        return outcome?.status === "met" && outcome.eligible === "unknown";
      });
      if (tier !== undefined) return tier;
    }
    return null;
  }
}
