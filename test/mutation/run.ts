/**
 * `npm run mutate`: moves every number of every rule set, one at a time, and counts the moves that no threshold table and no example
 * notices. Lines move by 1 % up and down (a line at 0 by 0.01), points, floors and pass marks by 1.
 */
import type {
  Band,
  ConditionNode,
  PointRange,
  Requirements,
  RuleSet,
  Score,
  ScoreItem,
  Scoring,
} from "../../src/policy/rule-set";
import type { Quantity, Test } from "../../src/language/tree";
import { exampleFailures, tableFailures, tablesOf, thresholdTables } from "../check-rule-set";
import { allRuleSets } from "../release";

/** Rebuilds a rule set with its nth number changed; counting goes on in the order of the walk. */
class Mutator {
  private seen = 0;
  label = "";

  constructor(
    private readonly target: number,
    private readonly up: boolean,
  ) {}

  get numbers(): number {
    return this.seen;
  }

  private hit(where: string): boolean {
    const here = this.seen === this.target;
    this.seen += 1;
    if (here) this.label = where;
    return here;
  }

  private line(value: number, where: string): number {
    if (!this.hit(`${where} line ${value}`)) return value;
    return value === 0 ? (this.up ? 0.01 : -0.01) : value * (this.up ? 1.01 : 0.99);
  }

  private whole(value: number, where: string): number {
    return this.hit(`${where} ${value}`) ? value + (this.up ? 1 : -1) : value;
  }

  private range(points: PointRange, where: string): PointRange {
    if (points.low === points.high) {
      const moved = this.whole(points.low, `${where} points`);
      return { low: moved, high: moved };
    }
    return {
      low: this.whole(points.low, `${where} least points`),
      high: this.whole(points.high, `${where} most points`),
    };
  }

  ruleSet(ruleSet: RuleSet): RuleSet {
    return {
      ...ruleSet,
      forPurpose: {
        new: this.requirements(ruleSet.forPurpose.new, "new"),
        review: this.requirements(ruleSet.forPurpose.review, "review"),
      },
    };
  }

  private requirements(requirements: Requirements, purpose: string): Requirements {
    return {
      ...requirements,
      conditions: requirements.conditions.map((node) => this.node(node, purpose)),
      routes: requirements.routes.map((route) => ({ ...route, test: this.test(route.test, `${purpose} ${route.id}`) })),
      score: requirements.score === null || purpose === "review" ? requirements.score : this.score(requirements.score),
    };
  }

  private node(node: ConditionNode, purpose: string): ConditionNode {
    if (node.node === "condition") return { ...node, test: this.test(node.test, `${purpose} ${node.id}`) };
    return { ...node, parts: node.parts.map((part) => this.node(part, purpose)) };
  }

  private test(test: Test, where: string): Test {
    switch (test.kind) {
      case "compare":
        // A yes/no field is held against 1: that is no number of the rule.
        return test.dimension === "flag" || test.right.kind !== "constant" || isFirstPlace(test)
          ? test
          : { ...test, right: { kind: "constant", value: this.choice(test, where) } };
      case "not":
        return { ...test, part: this.test(test.part, where) };
      case "not-large":
        return test;
      default:
        return { ...test, parts: test.parts.map((part) => this.test(part, where)) };
    }
  }

  private choice(test: Extract<Test, { kind: "compare" }>, where: string): number {
    const { right } = test;
    if (right.kind !== "constant") return NaN;
    return test.dimension === "choice" ? this.whole(right.value, `${where} choice`) : this.line(right.value, where);
  }

  private score(score: Score): Score {
    return {
      ...score,
      pass: { ...score.pass, points: this.whole(score.pass.points, "pass mark") },
      groups: score.groups.map((group) => ({
        ...group,
        floor:
          group.floor === null
            ? null
            : { ...group.floor, points: this.whole(group.floor.points, `floor of ${group.id}`) },
        cap: group.cap === null ? null : this.whole(group.cap, `cap of ${group.id}`),
        items: group.items.map((item) => this.item(item)),
      })),
    };
  }

  private item(item: ScoreItem): ScoreItem {
    return { ...item, scoring: this.scoring(item.scoring, item.id) };
  }

  private scoring(scoring: Scoring, where: string): Scoring {
    switch (scoring.kind) {
      case "bands":
        return {
          ...scoring,
          bands: scoring.bands.map((band): Band => ({
            ...band,
            cut: this.line(band.cut, where),
            points: this.range(band.points, where),
          })),
          otherwise: this.range(scoring.otherwise, `${where} otherwise`),
        };
      case "first-of":
        return {
          ...scoring,
          cases: scoring.cases.map(({ when, points }) => ({
            when: this.test(when, where),
            points: this.range(points, where),
          })),
          otherwise: this.range(scoring.otherwise, `${where} otherwise`),
        };
      case "better-of":
        return { ...scoring, options: scoring.options.map((option) => this.scoring(option, where)) };
      case "parts":
        return { ...scoring, items: scoring.items.map((item) => this.item(item)) };
      case "mark":
        return { ...scoring, fallback: scoring.fallback === null ? null : this.scoring(scoring.fallback, where) };
    }
  }
}

/** The lower end of `within(rank, n)`, rank 1: part of the function, no number of the rule. */
function isFirstPlace(test: { left: Quantity; relation: string; right: Quantity }): boolean {
  return (
    test.left.kind === "field" &&
    test.left.field.includes("rank") &&
    test.relation === ">=" &&
    test.right.kind === "constant" &&
    test.right.value === 1
  );
}

/**
 * Moves that change no answer, and why. A move of the kind counts as equivalent only in the rule set named; any other miss fails the run.
 */
const EQUIVALENT: { readonly ruleSet: string; readonly move: RegExp; readonly why: string }[] = [
  {
    ruleSet: "innovative/2022-08-01",
    move: /^(pass mark|floor of \w+) \d+ moved down$/,
    why: "all points are multiples of 5: no total lies between",
  },
  { ruleSet: "tech-sme/2017", move: /^pass mark 60 moved down$/, why: "all points are even" },
  {
    ruleSet: "tech-sme/2017",
    move: /^floor of staff 0 moved up$/,
    why: "staff points are 0, 4, 8 …: more than 0 is more than 1",
  },
  {
    ruleSet: "tech-sme/2017",
    move: /^rd-expense otherwise points 0 moved down$/,
    why: "the other option gives at least 0, and the better one counts",
  },
  {
    ruleSet: "specialized/2022-08-01",
    move: /^rd-input otherwise points 0 moved down$/,
    why: "the other option gives at least 0, and the better one counts",
  },
  {
    ruleSet: "gazelle/2020-09",
    move: /operating-years line 3 moved down$/,
    why: "full accounting years are whole numbers",
  },
  {
    ruleSet: "high-tech/2016-01-01",
    move: /^(net-asset|sales)-growth otherwise points 0 moved down$/,
    why: "the other option gives at least 0, and the better one counts",
  },
];

for (const ruleSet of ["champion-province/2017", "gazelle/2020-09", "unicorn/2018"])
  EQUIVALENT.push({ ruleSet, move: /place-known line 0 moved up$/, why: "codes of places have six digits" });

const tables = thresholdTables();
let caught = 0;
let equivalent = 0;
const missed: string[] = [];
for (const ruleSet of allRuleSets()) {
  const own = tablesOf(ruleSet, tables);
  const notices = (mutant: RuleSet): boolean =>
    own.some((table) => tableFailures(table, mutant, true).length > 0) ||
    mutant.examples.some((example) => exampleFailures(example, mutant).length > 0);
  if (notices(ruleSet)) throw new Error(`${ruleSet.tier}/${ruleSet.edition} fails its tables before anything is moved`);
  const counter = new Mutator(-1, true);
  counter.ruleSet(ruleSet);
  for (let index = 0; index < counter.numbers; index += 1) {
    for (const up of [true, false]) {
      const mutator = new Mutator(index, up);
      const mutant = mutator.ruleSet(ruleSet);
      const id = `${ruleSet.tier}/${ruleSet.edition}`;
      const move = `${mutator.label} moved ${up ? "up" : "down"}`;
      if (notices(mutant)) caught += 1;
      else if (EQUIVALENT.some((known) => known.ruleSet === id && known.move.test(move))) equivalent += 1;
      else missed.push(`${id}: ${move}`);
    }
  }
}
for (const line of missed) console.error(`not noticed: ${line}`);
console.log(
  `${caught} of ${caught + equivalent + missed.length} mutants noticed, ${equivalent} change no answer, ${missed.length} not noticed`,
);
if (missed.length > 0) process.exitCode = 1;
