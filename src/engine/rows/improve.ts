/**
 * The exact smallest changes that would meet a rule set: fewest fields first, then the smallest gap.
 * The search edits a copy of the row, tries only values at which some comparison turns, and keeps what the engine itself confirms.
 * It moves last year's figures only, in the direction and grain the vocabulary allows; what cannot change (years, earlier accounts,
 * judgements) is named as a blocker instead of being planned away.
 */
import type { Requirements } from "../../policy/rule-set";
import { relativesOf } from "../../language/relatives";
import type { Field, Vocabulary } from "../../language/vocabulary";
import { reaches as reachesLine, type BoundItem } from "./bound-passing";
import { BoundRules } from "./bound-rules";
import { EditedRow } from "./edited-row";
import { openingsOf, type ScorerOptions } from "./evaluate";
import type { Facts } from "../facts";
import { goalOf, goalsOf, movesOf, stepsOf, type Goal, type Move, type Step } from "./goals";
import { RowContext } from "./row-context";
import { slotsOf } from "../../policy/cells-read";
import { MET, UNKNOWN, UNMET } from "./test-nodes";

export interface Change {
  readonly field: string;
  readonly from: number;
  readonly to: number;
  /** True for a whole that only follows its part: one more patent of one's own is one more patent. */
  readonly follows: boolean;
}

export interface Plan {
  readonly changes: readonly Change[];
  /** Sum over the changed fields of |to - from| / max(|to|, |from|): the smaller, the nearer. */
  readonly effort: number;
  /** True where a change can't be had soon (ranks, recognitions, titles). */
  readonly slow: boolean;
  /** `unknown`: nothing fails any more, but blank cells keep it open. */
  readonly reaches: "met" | "unknown";
  /** True where it stays open and no cell is left to fill in. */
  readonly untold: boolean;
}

export interface Improvement {
  /** Fewest fields first; among those the ones without slow changes, then least effort. */
  readonly plans: readonly Plan[];
  /** Ids of required conditions (or the score) that no change of last year's figures can meet. */
  readonly blockers: readonly string[];
  /** False where the search for the first plan stopped at its limit; a smaller one may then exist. */
  readonly complete: boolean;
}

const MOST_FIELDS = 8;
const MOST_TRIALS = 20_000;
/** Alternatives are a courtesy: the search for them ends sooner. */
const ALTERNATIVE_TRIALS = 300;
/** Alternatives may take this many fields more than the smallest plan. */
const WIDER = 2;

/** A move that earns points: `item` is where the next move may start, `gain` the points it adds. */
interface PointMove extends Move {
  readonly item: number;
  readonly gain: number;
}

interface Found {
  readonly values: ReadonlyMap<Field, number>;
  readonly effort: number;
  readonly verdict: number;
}

/** A plan that asks for no more than it must. */
interface Tightened extends Found {
  readonly untold: boolean;
}

/** Made once for a rule set, asked row by row. */
export class Improver {
  private readonly row: EditedRow;
  private readonly rules: BoundRules;
  private readonly goals: ReadonlyMap<string, readonly Goal[]>;
  private readonly routes: readonly Goal[];
  private readonly steps: readonly (readonly Step[])[];
  private readonly items: readonly BoundItem[];
  private readonly itemGroup: readonly number[];
  private readonly byField = new Map<Field, readonly Goal[]>();
  private trials = 0;
  private limit = MOST_TRIALS;
  private focus: string | null = null;

  constructor(
    requirements: Requirements,
    private readonly vocabulary: Vocabulary,
    options: ScorerOptions,
  ) {
    const substance: Requirements = { ...requirements, general: [] };
    this.row = new EditedRow(slotsOf(substance, vocabulary), vocabulary);
    const context = new RowContext(this.row.facts, vocabulary, options.asOf, options.t, this.row.watch);
    const bound = { row: this.row, context };
    this.rules = new BoundRules(substance, context, true);
    this.goals = new Map(this.rules.substance.map(({ asked }) => [asked.id, goalsOf(asked, bound)]));
    this.routes = requirements.routes.map(({ test }) => goalOf(test, bound));
    const groups = this.rules.passing?.groups ?? [];
    this.items = groups.flatMap(({ items }) => items);
    this.steps = this.items.map(({ item }) => stepsOf(item.scoring, bound));
    this.itemGroup = groups.flatMap(({ items }, group) => items.map(() => group));
  }

  /**
   * Plans for a row that does not meet the rule set, `most` at the most; none, without blockers, for one that does or may.
   * The first plan has the fewest fields and, among those, the least effort; the others are different paths.
   */
  improve(facts: Facts, row: number, most = 3): Improvement {
    this.row.take(facts, row);
    this.trials = 0;
    this.focus = null;
    if (this.rules.judge(0) !== UNMET) return { plans: [], blockers: [], complete: true };
    const plans = this.searchPlans(most);
    const complete = this.trials < MOST_TRIALS;
    return plans.length > 0
      ? { plans, blockers: [], complete }
      : { plans, blockers: this.blockers(), complete: complete && this.trials < MOST_TRIALS };
  }

  /** The failing requirements that can't be met even when looked at alone. */
  private blockers(): string[] {
    const { rules } = this;
    // The search has left the nodes as they were in its last trial.
    rules.judge(0);
    const failing = rules.substance.filter(({ node }) => node.verdict === UNMET).map(({ asked }) => asked.id);
    if (rules.passing?.verdict === UNMET) failing.push(rules.passing.id);
    return failing.filter((id) => {
      this.focus = id;
      const found = this.searchPlans(1);
      this.focus = null;
      return found.length === 0;
    });
  }

  /** One more field at a time. Paths that only add a field to a shorter path are no alternatives. */
  private searchPlans(most: number): Plan[] {
    const paths: Tightened[] = [];
    this.limit = MOST_TRIALS;
    let widest = MOST_FIELDS;
    for (let fields = 1; fields <= widest && paths.length < most && this.trials < this.limit; fields += 1) {
      const found = new Map<string, Found>();
      this.visit(fields, new Map(), 0, 0, found);
      const fresh = [...found.values()].filter(({ values }) => !paths.some((path) => contains(values, path.values)));
      if (fresh.length > 0 && paths.length === 0) {
        widest = Math.min(MOST_FIELDS, fields + WIDER);
        this.limit = this.trials + ALTERNATIVE_TRIALS;
      }
      paths.push(
        ...fresh
          .map((one) => this.tighten(one))
          .sort((a, b) => Number(isSlow(a)) - Number(isSlow(b)) || a.effort - b.effort),
      );
    }
    return paths.slice(0, most).map((one) => this.planOf(one));
  }

  private verdict(): number {
    if (this.focus === null) return this.judge();
    const { substance, passing } = this.rules;
    const node = this.focus === passing?.id ? passing : substance.find(({ asked }) => asked.id === this.focus)?.node;
    node?.evaluate(0);
    return node?.verdict ?? MET;
  }

  /** Like `judge` of the rules, up to the first requirement that fails: what lies behind it cannot help. */
  private judge(): number {
    const { rules } = this;
    let verdict = MET;
    for (const { node } of rules.substance) {
      node.evaluate(0);
      if (node.verdict === UNMET) return UNMET;
      verdict = Math.min(verdict, node.verdict);
    }
    rules.passing?.evaluate(0);
    return Math.min(verdict, rules.passing?.verdict ?? MET);
  }

  private visit(
    fields: number,
    changed: Map<Field, number>,
    depth: number,
    fromItem: number,
    found: Map<string, Found>,
  ): void {
    if (this.trials >= this.limit) return;
    this.trials += 1;
    const verdict = this.verdict();
    if (verdict !== UNMET) {
      const key = [...changed.keys()]
        .map(({ id }) => id)
        .sort()
        .join();
      const effort = this.effort(changed);
      const known = found.get(key);
      if (!known || effort < known.effort) found.set(key, { values: new Map(changed), effort, verdict });
      return;
    }
    if (depth > 2 * MOST_FIELDS) return;
    for (const { field, to, item } of this.moves(fields - changed.size, changed, fromItem)) {
      if (!changed.has(field) && changed.size >= fields) continue;
      const before = changed.get(field);
      const undo = this.row.apply(field, to);
      if (undo !== null) {
        changed.set(field, to);
        this.visit(fields, changed, depth + 1, item, found);
        undo();
        if (before === undefined) changed.delete(field);
        else changed.set(field, before);
      }
    }
  }

  /** The moves that help with the first requirement that fails, or with the score. Call after a verdict. */
  private moves(
    fieldsLeft: number,
    changed: ReadonlyMap<Field, number>,
    fromItem: number,
  ): (Move & { item: number })[] {
    const may = mayMove(fieldsLeft, changed);
    const failing =
      this.focus === null
        ? this.rules.substance.find(({ node }) => node.verdict === UNMET)
        : this.rules.substance.find(({ asked }) => asked.id === this.focus);
    if (failing) {
      return distinctMoves(this.goals.get(failing.asked.id) ?? [], may);
    }
    const direct = fromItem === 0 ? distinctMoves(this.routes, may) : [];
    return [...direct, ...this.pointMoves(fieldsLeft, changed, fromItem)];
  }

  /** Moves that earn points, taken in the order of the items so that no set is tried twice; cut where the points can't suffice. */
  private pointMoves(
    fieldsLeft: number,
    changed: ReadonlyMap<Field, number>,
    fromItem: number,
  ): (Move & { item: number })[] {
    const { passing } = this.rules;
    if (passing === null) return [];
    passing.judgePoints(0);
    const { groups, pass } = passing;
    const short = groups.map((group) => group.floor !== null && reachesLine(group, group.floor) === UNMET);
    const total = groups.reduce((sum, { hi }) => sum + hi, 0);
    const may = mayMove(fieldsLeft, changed);
    const moves: PointMove[] = [];
    for (let index = fromItem; index < this.items.length; index += 1) {
      const hi = this.items[index]?.points.hi ?? 0;
      const from = moves.length;
      for (const step of this.steps[index] ?? []) {
        if (step.points <= hi) continue;
        for (const { field, to } of movesOf(step.goal, may)) {
          const move = { field, to, item: index + 1, gain: step.points - hi };
          const known = moves.findIndex((one, at) => at >= from && isSame(one, move));
          if (known < 0) moves.push(move);
          else moves[known] = move;
        }
      }
    }
    const lacks = (points: number, some: () => readonly PointMove[]): boolean =>
      points > 0 && points > mostGain(some(), fieldsLeft, changed);
    const outOfReach =
      lacks(pass.points - total, () => moves) ||
      groups.some(
        ({ floor, hi }, group) => floor !== null && lacks(floor.points - hi, () => this.ofGroup(moves, group)),
      );
    if (outOfReach) return [];
    const failing = short.indexOf(true);
    return failing < 0 ? moves : this.ofGroup(moves, failing);
  }

  private ofGroup(moves: readonly PointMove[], group: number): PointMove[] {
    return moves.filter(({ item }) => this.itemGroup[item - 1] === group);
  }

  private effort(changed: ReadonlyMap<Field, number>): number {
    let sum = 0;
    for (const [field, to] of changed) sum += relativeGap(this.row.before(field.id), to);
    return sum;
  }

  /** Takes back what a change overshot: the value nearest to the original at which the rest of the plan still suffices. */
  private tighten(found: Found): Tightened {
    const values = new Map(found.values);
    for (const [field, to] of found.values) {
      const from = this.row.before(field.id);
      values.set(field, from);
      this.row.applyAll(values);
      const nearer = this.turningPoints(field)
        .filter((value) => Math.abs(value - from) < Math.abs(to - from))
        .sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
      const enough = nearer.find((value) => {
        values.set(field, value);
        return this.row.applyAll(values) && this.judge() !== UNMET;
      });
      values.set(field, enough ?? to);
    }
    this.row.applyAll(values);
    const verdict = this.rules.judge(0);
    const untold = verdict === UNKNOWN && openingsOf(this.rules.substance, this.rules.passing).missing.size === 0;
    this.row.reset();
    return { values, effort: this.effort(values), verdict, untold };
  }

  /** Every value of a field at which some comparison of the rule set turns, the rest of the row as it stands. */
  private turningPoints(field: Field): number[] {
    return [
      ...new Set(this.goalsOn(field).flatMap((goal) => movesOf(goal, (one) => one === field).map(({ to }) => to))),
    ];
  }

  /** The goals that a change of a field can help with. */
  private goalsOn(field: Field): readonly Goal[] {
    let goals = this.byField.get(field);
    if (!goals) {
      const all = [
        ...[...this.goals.values()].flat(),
        ...this.routes,
        ...this.steps.flatMap((steps) => steps.map(({ goal }) => goal)),
      ];
      goals = all.filter(({ targets }) => targets.some(({ movable }) => movable.includes(field)));
      this.byField.set(field, goals);
    }
    return goals;
  }

  private planOf(found: Tightened): Plan {
    const { values, effort, verdict, untold } = found;
    const changes: Change[] = [];
    const before = (id: string): number => this.row.before(id);
    const followed = new Map<string, number>();
    for (const [field, to] of values) {
      changes.push({ field: field.id, from: before(field.id), to, follows: false });
      if (field.type !== "count") continue;
      for (const { id } of relativesOf(field.id, this.vocabulary).wholes)
        if (to > before(id)) followed.set(id, Math.max(to, followed.get(id) ?? to));
    }
    for (const [id, to] of followed)
      if (!changes.some(({ field }) => field === id)) changes.push({ field: id, from: before(id), to, follows: true });
    return {
      changes,
      effort,
      slow: isSlow(found),
      reaches: verdict === UNKNOWN ? "unknown" : "met",
      untold,
    };
  }
}

/** An upper bound on what so many more fields can add, each counted with all it could give to every item. */
function mostGain(moves: readonly PointMove[], fieldsLeft: number, changed: ReadonlyMap<Field, number>): number {
  const byField = new Map<Field, Map<number, number>>();
  for (const { field, item, gain } of moves) {
    const gains = byField.get(field) ?? new Map<number, number>();
    gains.set(item, Math.max(gains.get(item) ?? 0, gain));
    byField.set(field, gains);
  }
  const free: number[] = [];
  let most = 0;
  for (const [field, gains] of byField) {
    const sum = [...gains.values()].reduce((a, b) => a + b, 0);
    if (changed.has(field)) most += sum;
    else free.push(sum);
  }
  free.sort((a, b) => b - a);
  return most + free.slice(0, Math.max(fieldsLeft, 0)).reduce((a, b) => a + b, 0);
}

/** Whether a change in it can't be had soon. */
function isSlow({ values }: Found): boolean {
  return [...values.keys()].some(({ pace }) => pace === "slow");
}

/** Whether a set of changes holds all the fields of another. */
function contains(values: ReadonlyMap<Field, number>, others: ReadonlyMap<Field, number>): boolean {
  return [...others.keys()].every((field) => values.has(field));
}

/** How far a value has to go, between 0 and 1 for numbers of one sign. */
function relativeGap(from: number, to: number): number {
  return Math.abs(to - from) / Math.max(Math.abs(to), Math.abs(from), Number.MIN_VALUE);
}

/** With no field left to change, only those already changed go further. */
function mayMove(fieldsLeft: number, changed: ReadonlyMap<Field, number>): (field: Field) => boolean {
  return fieldsLeft > 0 ? () => true : (field) => changed.has(field);
}

/** The moves that help with some goals, each once. */
function distinctMoves(goals: readonly Goal[], may: (field: Field) => boolean): (Move & { item: number })[] {
  const moves: (Move & { item: number })[] = [];
  for (const goal of goals)
    for (const move of movesOf(goal, may))
      if (!moves.some((one) => isSame(one, move))) moves.push({ ...move, item: 0 });
  return moves;
}

function isSame(one: Move, other: Move): boolean {
  return one.field === other.field && one.to === other.to;
}
