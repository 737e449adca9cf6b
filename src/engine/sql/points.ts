/** The points of an item as the least and the most it can come to: the first step that holds gives the one, the first that may the other. */
import type { PointRange, ScoreItem, Scoring } from "../../policy/rule-set";
import { slot } from "../../language/vocabulary";
import { NotInSql } from "./dialect";
import type { Layers } from "./layers";
import type { Questions } from "./questions";
import { columnOf } from "./slot-columns";

export interface PointEnds {
  readonly lo: string;
  readonly hi: string;
}

export class Points {
  constructor(
    private readonly questions: Questions,
    private readonly layers: Layers,
  ) {}

  of(scoring: Scoring): PointEnds {
    switch (scoring.kind) {
      case "bands": {
        const { value, bands, otherwise } = scoring;
        return this.steps(
          bands.map(({ relation, cut, points }) => ({
            verdict: this.layers.question(this.questions.comparisons.against(value, relation, cut)),
            points,
          })),
          otherwise,
        );
      }
      case "first-of":
        return this.steps(
          scoring.cases.map(({ when, points }) => ({
            verdict: this.layers.question(this.questions.test(when), "cases"),
            points,
          })),
          scoring.otherwise,
        );
      case "better-of":
        return both(
          scoring.options.map((option) => this.of(option)),
          (ends) => `GREATEST(${ends.join(", ")})`,
        );
      case "parts":
        return both(
          scoring.items.map((item: ScoreItem) => this.of(item.scoring)),
          (ends) => `LEAST(${ends.join(" + ")}, ${scoring.max})`,
        );
      case "mark": {
        const { field, max, fallback } = scoring;
        const without = fallback === null ? { lo: "0", hi: String(max) } : this.of(fallback);
        const key = slot(field);
        if (!this.questions.comparisons.cells.context.present.has(key)) return without;
        const mark = columnOf(key);
        const given = `LEAST(GREATEST(${mark}, 0), ${max})`;
        return both([without], ([end = ""]) => `CASE WHEN ${mark} IS NULL THEN ${end} ELSE ${given} END`);
      }
    }
  }

  private steps(
    steps: readonly { readonly verdict: string; readonly points: PointRange }[],
    otherwise: PointRange,
  ): PointEnds {
    requireBestFirst([...steps.map(({ points }) => points), otherwise]);
    const lo = steps.map(({ verdict, points }) => `WHEN ${verdict} THEN ${points.low}`);
    const hi = steps.map(({ verdict, points }) => `WHEN ${isPossible(verdict)} THEN ${points.high}`);
    return {
      lo: `CASE ${lo.join(" ")} ELSE ${otherwise.low} END`,
      hi: `CASE ${hi.join(" ")} ELSE ${otherwise.high} END`,
    };
  }
}

function isPossible(verdict: string): string {
  return `COALESCE(${verdict}, TRUE)`;
}

function both(parts: readonly PointEnds[], combine: (ends: readonly string[]) => string): PointEnds {
  return { lo: combine(parts.map(({ lo }) => lo)), hi: combine(parts.map(({ hi }) => hi)) };
}

function requireBestFirst(ranges: readonly PointRange[]): void {
  ranges.forEach((range, index) => {
    const before = ranges[index - 1];
    if (before && (range.low > before.low || range.high > before.high))
      throw new NotInSql("steps of points that do not stand best first");
  });
}
