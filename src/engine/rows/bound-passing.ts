/** The points of a rule set and what stands in their place, bound to a sheet's columns for the row path. */
import type { Passing, PointsGroup } from "../../policy/lower";
import { cellsOfItem } from "../../policy/cells-read";
import type { Line, ScoreItem } from "../../policy/rule-set";
import { asPoints } from "../as-points";
import type { BoundCondition } from "./bound-condition";
import type { Openings } from "./openings";
import { pivotalItems } from "./pivotal";
import type { RowContext, Watch } from "./row-context";
import { bindScoring, type PointsNode } from "./score-nodes";
import { MET, UNKNOWN, UNMET, type TestNode } from "./test-nodes";

export interface BoundItem {
  readonly item: ScoreItem;
  readonly points: PointsNode;
  readonly watch: Watch | null;
}

export interface BoundGroup extends Omit<PointsGroup, "items"> {
  readonly items: readonly BoundItem[];
  /** The group's points in the row last evaluated. */
  lo: number;
  hi: number;
}

/** Met where the points reach the pass mark and every floor, or a direct route holds. */
export class BoundPassing implements TestNode {
  verdict = UNKNOWN;
  readonly id: string;
  readonly pass: Line;
  readonly groups: readonly BoundGroup[];
  /** Points in the row last evaluated. */
  lo = 0;
  hi = 0;
  private byPoints = UNKNOWN;

  constructor(
    { id, score, groups }: Passing,
    readonly routes: readonly BoundCondition[],
    context: RowContext,
  ) {
    this.id = id;
    this.pass = score.pass;
    this.groups = groups.map((group) => ({
      ...group,
      items: group.items.map((item) => ({
        item,
        points: bindScoring(item.scoring, item, context),
        watch: context.watch?.(cellsOfItem(item)) ?? null,
      })),
      lo: 0,
      hi: 0,
    }));
  }

  evaluate(row: number): void {
    this.byPoints = this.judgePoints(row);
    this.verdict = this.byPoints;
    for (const route of this.routes) {
      route.evaluate(row);
      this.verdict = Math.max(this.verdict, route.verdict);
    }
  }

  /** What the verdict rests on: the score's id, that of the first direct route that holds, or null. */
  get route(): string | null {
    if (this.byPoints === MET) return this.id;
    return this.routes.find(({ verdict }) => verdict === MET)?.condition.id ?? null;
  }

  /** Whether the points reach the pass mark and every group its floor; routes are not asked. */
  judgePoints(row: number): number {
    this.lo = 0;
    this.hi = 0;
    let verdict = MET;
    for (const group of this.groups) {
      let lo = 0;
      let hi = 0;
      for (const { points, watch } of group.items) {
        if (watch?.mayDiffer() !== false) points.evaluate(row);
        lo += points.lo;
        hi += points.hi;
      }
      group.lo = Math.min(asPoints(lo), group.cap);
      group.hi = Math.min(asPoints(hi), group.cap);
      if (group.floor !== null) verdict = Math.min(verdict, reaches(group, group.floor));
      this.lo = asPoints(this.lo + group.lo);
      this.hi = asPoints(this.hi + group.hi);
    }
    return Math.min(verdict, reaches(this, this.pass));
  }

  missing(into: Openings): void {
    // Points that already fail for good can't be helped by any cell.
    if (this.byPoints === UNKNOWN) this.missingPoints(into);
    for (const route of this.routes) if (route.verdict === UNKNOWN) route.missing(into);
  }

  /** The open items that could still decide the pass mark or a group's floor. */
  private missingPoints(into: Openings): void {
    const { groups, pass } = this;
    if (reaches(this, pass) === UNKNOWN)
      askPivotal(
        groups.flatMap(({ items }) => items),
        pass,
        into,
      );
    for (const group of groups)
      if (group.floor !== null && reaches(group, group.floor) === UNKNOWN) askPivotal(group.items, group.floor, into);
  }
}

function askPivotal(items: readonly BoundItem[], line: Line, into: Openings): void {
  const pivotal = pivotalItems(
    items.map(({ points }) => points.levels()),
    line,
  );
  items.forEach(({ points }, index) => {
    if (pivotal[index]) points.missing(into);
  });
}

/** Whether points between lo and hi reach a line. */
export function reaches({ lo, hi }: { readonly lo: number; readonly hi: number }, line: Line): number {
  if (line.relation === ">") return lo > line.points ? MET : hi > line.points ? UNKNOWN : UNMET;
  return lo >= line.points ? MET : hi >= line.points ? UNKNOWN : UNMET;
}
