/** From the raw YAML form of conditions and scores to the engine's trees. Problems are reported with file and line, never thrown. */
import { ExpressionError } from "../rules/grammar";
import { parseConstant, parseQuantity, parseTest } from "../rules/resolve-expression";
import type { Dimension, Relation, Test } from "../rules/tree";
import type { Band, Condition, ConditionNode, Line, PointRange, Purpose, Score, ScoreItem, Scoring } from "./rule-set";
import type { RawBand, RawCondition, RawItem, RawNode, RawScore } from "./rule-set-schema";
import type { SeedPath, SeedProblem } from "./seed-file";
import type { Vocabulary } from "./vocabulary";

/** A score item together with where it stands in its file. */
export type RegionalParts = ReadonlyMap<string, { readonly items: readonly ScoreItem[]; readonly max: number }>;

const NO_POINTS: PointRange = { low: 0, high: 0 };
const NEVER: Test = { kind: "any", parts: [] };

/** Builds the parts of one file; `report` is called with the path of every mistake. */
export class RuleBuilder {
  constructor(
    private readonly file: string,
    private readonly line: (path: SeedPath) => number,
    private readonly vocabulary: Vocabulary,
    private readonly regional: RegionalParts,
    private readonly problems: SeedProblem[],
  ) {}

  report(path: SeedPath, reason: string, fix: string): void {
    this.problems.push({ file: this.file, line: this.line(path), reason, fix });
  }

  /** The nodes that apply to a purpose; null where a condition is for the other purpose only. */
  nodes(raw: readonly RawNode[], path: SeedPath, purpose: Purpose, general: boolean): ConditionNode[] {
    return raw.flatMap((node, index) => {
      const built = this.node(node, [...path, index], purpose, general);
      return built === null ? [] : [built];
    });
  }

  private node(raw: RawNode, path: SeedPath, purpose: Purpose, general: boolean): ConditionNode | null {
    if ("test" in raw) return this.condition(raw, path, purpose, general);
    const text = { zh: raw.zh, en: raw.en };
    if ("any" in raw) {
      const parts = this.nodes(raw.any, [...path, "any"], purpose, general);
      return parts.length === 0 ? null : { node: "any", id: raw.id, text, count: 1, parts };
    }
    if ("all" in raw) {
      const parts = this.nodes(raw.all, [...path, "all"], purpose, general);
      return parts.length === 0 ? null : { node: "all", id: raw.id, text, count: parts.length, parts };
    }
    const parts = this.nodes(raw.at_least.of, [...path, "at_least", "of"], purpose, general);
    if (raw.at_least.n > parts.length)
      this.report(path, `${raw.id} asks for ${raw.at_least.n} of ${parts.length}`, "Lower n or add conditions");
    return { node: "at-least", id: raw.id, text, count: raw.at_least.n, parts };
  }

  condition(raw: RawCondition, path: SeedPath, purpose: Purpose, general: boolean): Condition | null {
    if (raw.purpose !== "both" && raw.purpose !== purpose) return null;
    const source = purpose === "review" && raw.review_test !== undefined ? raw.review_test : raw.test;
    const key = purpose === "review" && raw.review_test !== undefined ? "review_test" : "test";
    return {
      node: "condition",
      id: raw.id,
      text: { zh: raw.zh, en: raw.en },
      clause: raw.clause,
      evidence: raw.evidence,
      aspect: raw.aspect,
      kind: general ? "general" : raw.kind,
      note: raw.note ?? null,
      test: this.test(source, [...path, key]),
    };
  }

  private test(source: string, path: SeedPath): Test {
    return this.expression(path, () => parseTest(source, this.vocabulary)) ?? NEVER;
  }

  private expression<T>(path: SeedPath, parse: () => T): T | null {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.report(path, `${error.message} (column ${error.at + 1} of the expression)`, capitalise(error.fix));
      return null;
    }
  }

  score(raw: RawScore): Score {
    const path: SeedPath = ["score"];
    const groups = raw.groups.map((group, index) => {
      const at: SeedPath = [...path, "groups", index];
      const items = group.items.map((item, position) => this.item(item, [...at, "items", position]));
      const sum = total(items.map(({ max }) => max));
      if (sum !== group.max && group.cap === undefined)
        this.report(
          at,
          `the items of ${group.id} give at most ${sum}, the group says ${group.max}`,
          "Correct `max`, or set `cap`",
        );
      const floor = lineOf(group.floor, group.floor_above);
      if (floor !== null && !(floor.relation === ">" ? group.max > floor.points : group.max >= floor.points))
        this.report(
          [...at, "floor"],
          `no band reaches the floor ${floor.points} of ${group.id}: its most is ${group.max}`,
          "Correct the floor or the points",
        );
      return {
        id: group.id,
        text: { zh: group.zh, en: group.en },
        max: group.max,
        floor,
        cap: group.cap ?? null,
        items,
      };
    });
    const pass = lineOf(raw.pass, raw.pass_above);
    if (pass === null)
      this.report(path, "the score has no pass mark", "Add `pass: 60`, or `pass_above: 70` where the text says 超过");
    const most = total(groups.map(({ max }) => max));
    if (pass !== null && pass.points > most)
      this.report(
        path,
        `no points reach the pass mark ${pass.points}: the groups give at most ${most}`,
        "Correct `pass`",
      );
    return {
      id: raw.id,
      text: { zh: raw.zh, en: raw.en },
      clause: raw.clause,
      evidence: raw.evidence,
      pass: pass ?? { relation: ">=", points: 0 },
      groups,
    };
  }

  item(raw: RawItem, path: SeedPath): ScoreItem {
    return {
      id: raw.id,
      text: { zh: raw.zh, en: raw.en },
      clause: raw.clause,
      evidence: raw.evidence,
      aspect: raw.aspect,
      max: raw.max,
      note: raw.note ?? null,
      scoring: this.scoring(raw, path),
    };
  }

  private scoring(raw: RawItem, path: SeedPath): Scoring {
    const computed = this.computed(raw, path, raw.max);
    const parts = raw.parts === undefined ? null : (this.regional.get(raw.parts) ?? null);
    if (raw.parts !== undefined && parts === null)
      this.report(
        [...path, "parts"],
        `there is no regional file ${raw.parts}`,
        "Name a file of seeds/criteria/regional",
      );
    const own: Scoring | null =
      parts === null ? computed : { kind: "parts", items: parts.items, max: Math.min(raw.max, parts.max) };
    if (raw.mark === undefined) {
      if (own !== null) return own;
      this.report(
        path,
        `item ${raw.id} has nothing that gives points`,
        "Add value and bands, first_of, better_of, mark or parts",
      );
      return { kind: "first-of", cases: [], otherwise: NO_POINTS };
    }
    if (!this.vocabulary.fields.has(raw.mark))
      this.report([...path, "mark"], `unknown field ${raw.mark}`, "Add it to seeds/vocabulary");
    return { kind: "mark", field: raw.mark, max: raw.max, fallback: own };
  }

  private computed(
    raw: Omit<RawItem, "id"> | NonNullable<RawItem["better_of"]>[number],
    path: SeedPath,
    max: number,
  ): Scoring | null {
    if ("better_of" in raw && raw.better_of !== undefined) {
      const options = raw.better_of.flatMap((option, index) => {
        const built = this.computed(option, [...path, "better_of", index], max);
        return built === null ? [] : [built];
      });
      return { kind: "better-of", options };
    }
    if (raw.first_of !== undefined) {
      const cases = raw.first_of.map((one, index) => ({
        when: this.test(one.when, [...path, "first_of", index, "when"]),
        points: range(one.points),
      }));
      const otherwise = this.otherwise(raw.otherwise, path);
      this.checkPoints([...cases.map(({ points }) => points), otherwise], [...path, "first_of"], max);
      return { kind: "first-of", cases, otherwise };
    }
    if (raw.value === undefined) return null;
    const source = raw.value;
    const value = this.expression([...path, "value"], () => parseQuantity(source, this.vocabulary));
    const otherwise = this.otherwise(raw.otherwise, path);
    const bands = (raw.bands ?? []).flatMap((band, index) => {
      const built = this.band(band, [...path, "bands", index], value?.dimension ?? null);
      return built === null ? [] : [built];
    });
    if (bands.length === 0) this.report(path, "a value without bands", "Add `bands:`");
    this.checkBands(bands, path);
    this.checkPoints([...bands.map(({ points }) => points), otherwise], [...path, "bands"], max);
    return value === null ? null : { kind: "bands", value: value.quantity, bands, otherwise };
  }

  private otherwise(raw: RawBand["points"] | undefined, path: SeedPath): PointRange {
    if (raw === undefined) {
      this.report(
        path,
        "the bands leave a gap: a value outside every band has no points",
        "Say with `otherwise:` how many points it earns",
      );
      return NO_POINTS;
    }
    return range(raw);
  }

  private band(raw: RawBand, path: SeedPath, dimension: Dimension | null): Band | null {
    const given: [Relation, number | string][] = [];
    if (raw.at_least !== undefined) given.push([">=", raw.at_least]);
    if (raw.at_most !== undefined) given.push(["<=", raw.at_most]);
    if (raw.above !== undefined) given.push([">", raw.above]);
    if (raw.below !== undefined) given.push(["<", raw.below]);
    const [only] = given;
    if (only === undefined || given.length > 1) {
      this.report(
        path,
        "a band has exactly one of at_least, at_most, above, below",
        "Bands are tried from the best down, one line each is enough",
      );
      return null;
    }
    const cut = this.expression(path, () => parseConstant(String(only[1])));
    if (cut === null) return null;
    if (dimension !== null && cut.dimension !== dimension && !(cut.value === 0 && cut.dimension === "plain"))
      this.report(
        path,
        `the value is ${dimension}, the band's line ${String(only[1])} is ${cut.dimension}`,
        dimension === "money"
          ? "Give the amount its unit, as in 500万"
          : "Write the line in the value's unit, as in 5%",
      );
    return { relation: only[0], cut: cut.value, points: range(raw.points) };
  }

  /** Tried in order, the first that holds counts: each must let something through that the ones before did not. */
  private checkBands(bands: readonly Band[], path: SeedPath): void {
    for (let index = 1; index < bands.length; index += 1) {
      const before = bands[index - 1];
      const band = bands[index];
      if (!before || !band) continue;
      const at: SeedPath = [...path, "bands", index];
      if (rising(before) !== rising(band)) {
        this.report(
          at,
          "this band overlaps the one before: one counts upward, the other downward",
          "Write all lines of an item with at_least, or all with at_most",
        );
      } else if (rising(band) ? band.cut >= before.cut : band.cut <= before.cut) {
        this.report(
          at,
          `the band at ${band.cut} is in the shadow of the one at ${before.cut} and can never be reached`,
          "List the bands from the best down",
        );
      }
    }
  }

  private checkPoints(points: readonly PointRange[], path: SeedPath, max: number): void {
    for (let index = 1; index < points.length; index += 1) {
      const before = points[index - 1];
      const here = points[index];
      if (before && here && (here.high >= before.high || here.low > before.low))
        this.report(
          path,
          `points ${before.high} are followed by ${here.high}`,
          "From the best band down, points must fall",
        );
    }
    const best = points[0];
    if (best && best.high !== max)
      this.report(path, `the best band gives ${best.high}, the item says ${max}`, "Correct `max` or the points");
  }
}

function rising(band: Band): boolean {
  return band.relation === ">=" || band.relation === ">";
}

function range(points: RawBand["points"]): PointRange {
  return typeof points === "number" ? { low: points, high: points } : { low: points[0], high: points[1] };
}

function lineOf(reach: number | undefined, above: number | undefined): Line | null {
  if (reach !== undefined) return { relation: ">=", points: reach };
  return above === undefined ? null : { relation: ">", points: above };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
