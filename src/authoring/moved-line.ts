/**
 * The rules with one of their lines elsewhere, without loading them again: what a sweep asks fifty times over. Only lines that are numbers
 * of a condition, a case, a band, a pass mark or a floor can be moved so.
 */
import { parseConstant } from "../language/number-with-unit";
import { parseTest } from "../language/resolve-expression";
import type { Test } from "../language/tree";
import type { Vocabulary } from "../language/vocabulary";
import type { ConditionNode, Purpose, Requirements, Score, ScoreItem, Scoring } from "../policy/rule-set";
import type { SeedPath } from "../policy/seed-file";
import type { Text } from "../words/text";
import type { DraftRow } from "./draft-row";
import { moveLines } from "./test-lines";

/** Where the line of a row is in the file; null for a row that draws none. */
export interface LineRow {
  readonly row: DraftRow;
  /** Whose line it is: the words of its condition, item or score. */
  readonly name: Text;
  /** As the sheet shows it. */
  readonly value: number;
  /** The test it stands in, as the file has it; "" for a band, a pass mark or a floor. */
  readonly test: string;
  readonly unit: string;
}

/** The rows of an edition whose line can be moved, for a purpose. @param testAt the text of a test of the file */
export function lineRows(
  rows: readonly DraftRow[],
  purpose: Purpose,
  testAt: (path: SeedPath) => string,
): readonly LineRow[] {
  const owners = new Map(rows.map((one) => [one.id, one]));
  const other = purpose === "new" ? "review" : "new";
  const elsewhere = rows.flatMap(({ path, cells }) => (cells.get("purpose")?.shown === other ? [path.join("/")] : []));
  const reviewed = new Set(rows.flatMap(({ kind, path }) => (kind === "review" ? [path.slice(0, -1).join("/")] : [])));
  return rows.flatMap((row): LineRow[] => {
    const cell = row.cells.get("value");
    const { source } = cell ?? {};
    if (source === undefined || source === null || typeof cell?.shown !== "number") return [];
    const base = {
      row,
      name: nameOf(row, owners),
      value: cell.shown,
      unit: String(row.cells.get("unit")?.shown ?? ""),
    };
    if (source.as === "line") {
      const last = source.path.at(-1);
      const condition = source.path.slice(0, -1).join("/");
      if (elsewhere.some((path) => condition === path || condition.startsWith(`${path}/`))) return [];
      if (last === "review_test" && purpose !== "review") return [];
      if (last === "test" && purpose === "review" && reviewed.has(condition)) return [];
      return [{ ...base, test: testAt(source.path) }];
    }
    if (source.as === "amount") return [{ ...base, test: "" }];
    const key = source.as === "number" ? String(source.path.at(-1)) : "";
    return ["pass", "pass_above", "floor", "floor_above"].includes(key) ? [{ ...base, test: "" }] : [];
  });
}

/** `rd-share#2` is the second band of rd-share, `market@1` the first line of market, `route.2#1` the first band of an option. */
function nameOf({ id, kind, cells }: DraftRow, owners: ReadonlyMap<string, DraftRow>): Text {
  const own = wordsOf(cells);
  if (own !== null) return own;
  const [, owner = id, option = "", place = ""] = /^([^@#.]+)(?:\.(\d+))?(?:@review)?(?:[@#](\w+))?$/.exec(id) ?? [];
  const words = wordsOf(owners.get(owner)?.cells ?? cells) ?? { zh: id, en: id };
  const step = kind === "band" || kind === "case" ? { zh: "档", en: "band" } : { zh: "条线", en: "line" };
  const which = [option, place].filter((part) => part !== "").join(".");
  return which === "" ? words : { zh: `${words.zh}（第${which}${step.zh}）`, en: `${words.en} (${step.en} ${which})` };
}

function wordsOf(cells: DraftRow["cells"]): Text | null {
  const [zh, en] = [cells.get("zh")?.shown, cells.get("en")?.shown];
  return typeof zh === "string" ? { zh, en: typeof en === "string" ? en : zh } : null;
}

/**
 * The requirements with a line at another value.
 * @param value in the row's unit, as decimal text
 * @throws ExpressionError where the value can't stand there
 */
export function withLine(
  requirements: Requirements,
  { row, test }: LineRow,
  value: string,
  vocabulary: Vocabulary,
): Requirements {
  const { source } = row.cells.get("value") ?? {};
  if (source === undefined || source === null) return requirements;
  const { score } = requirements;
  if (source.as === "line") {
    const moved = parseTest(moveLines(test, [{ index: source.index, number: value }]), vocabulary);
    const [id = ""] = row.id.split("@");
    if (source.path.at(-1) !== "when") {
      const change = (nodes: readonly ConditionNode[]): readonly ConditionNode[] =>
        nodes.map((node) =>
          node.node === "condition"
            ? node.id === id
              ? { ...node, test: moved }
              : node
            : { ...node, parts: change(node.parts) },
        );
      return {
        ...requirements,
        conditions: change(requirements.conditions),
        routes: requirements.routes.map((route) => (route.id === id ? { ...route, test: moved } : route)),
      };
    }
    return withScoring(requirements, row, source.path, (scoring, index) =>
      scoring.kind !== "first-of"
        ? scoring
        : { ...scoring, cases: scoring.cases.map((one, at) => (at === index ? { ...one, when: moved } : one)) },
    );
  }
  if (source.as === "amount") {
    const cut = parseConstant(value + source.unit).value;
    return withScoring(requirements, row, source.path, (scoring, index) => {
      if (scoring.kind === "bands")
        return { ...scoring, bands: scoring.bands.map((band, at) => (at === index ? { ...band, cut } : band)) };
      // Bands of growth that say what a first year of 0 means are cases, see `growth-from-zero`.
      if (scoring.kind !== "first-of") return scoring;
      const cases = scoring.cases.map((one, at) => (at === index ? { ...one, when: growthFrom(one.when, cut) } : one));
      return { ...scoring, cases };
    });
  }
  if (score === null) return requirements;
  const points = Number(value);
  if (row.kind === "score") return { ...requirements, score: { ...score, pass: { ...score.pass, points } } };
  const id = row.id.replace(/^group:/, "");
  const groups = score.groups.map((group) =>
    group.id === id && group.floor !== null ? { ...group, floor: { ...group.floor, points } } : group,
  );
  return { ...requirements, score: { ...score, groups } };
}

/** A test with another line for the growth in it. */
function growthFrom(test: Test, value: number): Test {
  switch (test.kind) {
    case "compare":
      return test.left.kind === "mean-growth" ? { ...test, right: { kind: "constant", value } } : test;
    case "not":
      return { ...test, part: growthFrom(test.part, value) };
    case "not-large":
      return test;
    default:
      return { ...test, parts: test.parts.map((part) => growthFrom(part, value)) };
  }
}

/** The scoring that a band or case of the path belongs to, changed; `change` is given its place in the list. */
function withScoring(
  requirements: Requirements,
  row: DraftRow,
  path: SeedPath,
  change: (scoring: Scoring, index: number) => Scoring,
): Requirements {
  const { score } = requirements;
  if (score === null) return requirements;
  const [owner = ""] = row.id.split("#");
  const [id = ""] = owner.split(".");
  const option = path.indexOf("better_of");
  const at = path.findIndex((step) => step === "bands" || step === "first_of");
  const index = Number(path[at + 1]);
  const inside = (scoring: Scoring): Scoring => {
    if (scoring.kind === "mark")
      return scoring.fallback === null ? scoring : { ...scoring, fallback: inside(scoring.fallback) };
    if (scoring.kind !== "better-of") return change(scoring, index);
    const place = Number(path[option + 1]);
    return { ...scoring, options: scoring.options.map((one, which) => (which === place ? change(one, index) : one)) };
  };
  const item = (one: ScoreItem): ScoreItem => (one.id === id ? { ...one, scoring: inside(one.scoring) } : one);
  const groups = score.groups.map((group): Score["groups"][number] => ({ ...group, items: group.items.map(item) }));
  return { ...requirements, score: { ...score, groups } };
}
