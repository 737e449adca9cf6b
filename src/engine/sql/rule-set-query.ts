/**
 * A rule set as one query: a fold of the verdict tree, layer by layer, with clause and evidence beside each condition. A verdict is a
 * nullable BOOLEAN; points are their least and their most. Several rule sets side by side share what they have in common.
 */
import { foldAsked, lower, type Asked, type AskedCondition, type Passing } from "../../policy/lower";
import type { Line, Requirements } from "../../policy/rule-set";
import { fieldsOfTest } from "../../language/tree";
import { slot } from "../../language/vocabulary";
import { Cells, type SqlContext } from "./cells";
import { Comparisons } from "./comparisons";
import { Layers } from "./layers";
import { and, atLeast, isOpen, not, or } from "./logic";
import { askedSlots, openInTable, Openings, where, type Opening } from "./openings";
import { Points } from "./points";
import { Questions } from "./questions";
import { quoted } from "./dialect";

export interface SqlRuleSet {
  /** Put before the names of its columns; "" for one alone. */
  readonly prefix: string;
  readonly requirements: Requirements;
}

export interface QueryOptions extends SqlContext {
  /** Adds the conditions that fail, the cells that could still decide, the route and the points of each group. */
  readonly explain: boolean;
}

/** What an answer tells, in the order of the columns. */
export type Told =
  | "status"
  | "eligible"
  | "points_low"
  | "points_high"
  | "route"
  | "unmet"
  | "missing"
  | "eligible_unmet"
  | "eligible_missing"
  | "points_open";

export interface ResultColumn {
  readonly name: string;
  readonly sql: string;
  readonly tells: Told | { readonly group: string; readonly end: "low" | "high" };
}

interface Demand {
  readonly id: string;
  readonly asked: Asked;
  readonly verdict: string;
}

/** The layers of some rule sets over one table, and their columns. */
export class RuleSetQuery {
  readonly results: readonly (readonly ResultColumn[])[];
  private readonly layers: Layers;
  private readonly questions: Questions;
  private readonly openings: Openings;
  private readonly cells: Cells;

  constructor(
    sets: readonly SqlRuleSet[],
    private readonly options: QueryOptions,
  ) {
    this.layers = new Layers(options.dialect);
    this.cells = new Cells(options, this.layers);
    this.questions = new Questions(new Comparisons(this.cells, this.layers), this.layers);
    this.openings = new Openings(this.questions, this.layers);
    this.results = sets.map((set) => this.resultsOf(set));
  }

  /** @param keep columns of the table to hand on, as they are to be selected */
  text(table: string, keep: readonly string[] = ["id"]): string {
    const { text, last } = this.layers.with(table);
    const columns = this.results.flat().map(({ name, sql }) => `  ${sql === name ? name : `${sql} AS ${name}`}`);
    return `${text}SELECT\n${[...keep.map((column) => `  ${column}`), ...columns].join(",\n")}\nFROM ${last}`;
  }

  private resultsOf({ prefix, requirements }: SqlRuleSet): readonly ResultColumn[] {
    const { substance, passing, beyond } = lower(requirements);
    const demand = (asked: Asked): Demand => ({ id: asked.id, asked, verdict: this.asked(asked, prefix) });
    const [own, besides] = [substance.map(demand), beyond.map(demand)];
    const score = passing === null ? null : this.passing(passing, prefix);
    const define = (name: string, sql: string): string => this.layers.define("verdicts", `${prefix}${name}`, sql);
    const status = define(
      "status",
      and([...own.map(({ verdict }) => verdict), ...(score === null ? [] : [score.verdict])]),
    );
    const column = (tells: Told, sql: string): ResultColumn => ({ name: `${prefix}${tells}`, sql, tells });
    const eligible = besides.length === 0 ? status : and([status, ...besides.map(({ verdict }) => verdict)]);
    const verdicts = [
      column("status", status),
      column("eligible", eligible),
      ...(score === null ? [] : [column("points_low", score.lo), column("points_high", score.hi)]),
    ];
    if (!this.options.explain) return verdicts;
    const failing = [...own, ...(score === null ? [] : [score])];
    return [
      ...verdicts,
      ...(score === null ? [] : [column("route", routeOf(score, status))]),
      column("unmet", list(failing.map(({ id, verdict }) => ({ id, when: not(verdict) })))),
      column("missing", this.missing([...this.open(own, prefix), ...(score?.open ?? [])], isOpen(status))),
      column("eligible_unmet", list(besides.map(({ id, verdict }) => ({ id, when: not(verdict) })))),
      column("eligible_missing", this.missing(this.open(besides, prefix), isOpen(eligible))),
      ...(score === null
        ? []
        : [column("points_open", and([isOpen(status), isOpen(score.verdict), isOpen(score.byPoints)]))]),
      ...(score?.groups ?? []),
    ];
  }

  private asked(asked: Asked, prefix: string): string {
    return foldAsked(asked, {
      condition: (one) => this.condition(one, prefix),
      group: ({ count }, parts) => atLeast(parts, count),
    });
  }

  private condition({ id, condition, assumable }: AskedCondition, prefix: string): string {
    const { test, text, clause, evidence } = condition;
    const verdict = this.questions.test(test);
    const name = `${prefix}c_${wordOf(id)}`;
    const comment = `${text.zh}（${clause}，${evidence}）`;
    return this.layers.define(
      "conditions",
      name,
      assumable && this.options.assumeGeneral ? this.assumed(verdict, test) : verdict,
      comment,
    );
  }

  /** Taken as holding where it is open for cells alone that the table does not speak of. */
  private assumed(verdict: string, test: AskedCondition["condition"]["test"]): string {
    const spoken = fieldsOfTest(test).map(({ field, back }) => this.cells.speaksOf(slot(field, back)));
    if (spoken.every((one) => one)) return verdict;
    if (!spoken.includes(true)) return `COALESCE(${verdict}, TRUE)`;
    const open = openInTable(this.openings.ofTest(test), (key) => this.cells.speaksOf(key));
    return `COALESCE(${verdict}, CASE WHEN ${open} THEN NULL ELSE TRUE END)`;
  }

  private passing({ id, score, groups, routes }: Passing, prefix: string): Scored {
    const points = new Points(this.questions, this.layers);
    const sums = groups.map(({ id: group, items, cap, floor }) => {
      const ends = items.map((item) => {
        const { lo, hi } = points.of(item.scoring);
        const name = `${prefix}i_${wordOf(item.id)}`;
        const comment = `${item.text.zh}（${item.clause}，${item.evidence}）`;
        return {
          lo: this.layers.define("conditions", `${name}_low`, lo, comment),
          hi: this.layers.define("conditions", `${name}_high`, hi),
        };
      });
      const sum = (end: "lo" | "hi"): string => {
        const total = ends.map((one) => one[end]).join(" + ");
        return this.layers.define(
          "score_groups",
          `${prefix}g_${wordOf(group)}_${end === "lo" ? "low" : "high"}`,
          cap === Infinity ? total : `LEAST(${total}, ${cap})`,
          group,
        );
      };
      return { group, lo: sum("lo"), hi: sum("hi"), floor };
    });
    const total = (end: "lo" | "hi"): string =>
      this.layers.define(
        "totals",
        `${prefix}points_${end === "lo" ? "low" : "high"}`,
        sums.map((sum) => sum[end]).join(" + "),
        score.clause,
      );
    const [lo, hi] = [total("lo"), total("hi")];
    const floors = sums.flatMap((sum) => (sum.floor === null ? [] : [reaches(sum, sum.floor)]));
    const byPoints = and([reaches({ lo, hi }, score.pass), ...floors]);
    const ways = routes.map((route) => ({ route, verdict: this.condition(route, prefix) }));
    const verdict = or([byPoints, ...ways.map((way) => way.verdict)]);
    return {
      kind: "points",
      id,
      lo,
      hi,
      byPoints,
      verdict,
      routes: ways.map(({ route, verdict: held }) => ({ id: route.id, verdict: held })),
      open: ways.flatMap(({ route, verdict: held }) =>
        where(this.openings.ofTest(route.condition.test), and([isOpen(verdict), isOpen(held)])),
      ),
      groups: sums.flatMap(({ group, lo: low, hi: high }): ResultColumn[] => [
        { name: low, sql: low, tells: { group, end: "low" } },
        { name: high, sql: high, tells: { group, end: "high" } },
      ]),
    };
  }

  private open(demands: readonly Demand[], prefix: string): readonly Opening[] {
    return demands.flatMap(({ asked, verdict }) => this.openOf(asked, verdict, prefix));
  }

  private openOf(asked: Asked, verdict: string, prefix: string): readonly Opening[] {
    const open =
      asked.kind === "condition"
        ? this.openings.ofTest(asked.condition.test)
        : asked.parts.flatMap((part) => this.openOf(part, this.asked(part, prefix), prefix));
    return where(open, isOpen(verdict));
  }

  private missing(openings: readonly Opening[], open: string): string {
    return list(askedSlots(openings).map(({ slot: key, when }) => ({ id: key, when: and([open, when]) })));
  }
}

interface Scored {
  readonly kind: "points";
  readonly id: string;
  readonly lo: string;
  readonly hi: string;
  readonly byPoints: string;
  readonly verdict: string;
  readonly routes: readonly { readonly id: string; readonly verdict: string }[];
  readonly open: readonly Opening[];
  readonly groups: readonly ResultColumn[];
}

function routeOf({ id, byPoints, routes }: Scored, status: string): string {
  const held = routes.map((route) => `WHEN ${route.verdict} THEN ${quoted(route.id)}`);
  return `CASE WHEN ${not(status)} THEN NULL WHEN ${byPoints} THEN ${quoted(id)} ${held.join(" ")} END`;
}

function reaches({ lo, hi }: { readonly lo: string; readonly hi: string }, { relation, points }: Line): string {
  return `CASE WHEN ${lo} ${relation} ${points} THEN TRUE WHEN ${hi} ${relation === ">=" ? "<" : "<="} ${points} THEN FALSE END`;
}

/** Ids, separated by commas. */
function list(parts: readonly { readonly id: string; readonly when: string }[]): string {
  if (parts.length === 0) return "''";
  return `CONCAT_WS(',', ${parts.map(({ id, when }) => `CASE WHEN ${when} THEN ${quoted(id)} END`).join(", ")})`;
}

function wordOf(id: string): string {
  return id.replace(/\W/g, "_");
}
