/**
 * A native copy (透明评分表): chosen rule sets compiled to plain spreadsheet formulas over the sheet's own figures. It recalculates to the
 * product's results in Excel 2010 and later, WPS and LibreOffice, without the add-in. IF, AND, OR, ROUND, SUM and their like only.
 */
import type { Requirements, RuleSet, Scoring } from "../../policy/rule-set";
import { conditionsOf } from "../../policy/rule-set";
import { slotsOf, slotsRead } from "../../policy/cells-read";
import { quantityParts, type Quantity, type Test } from "../../language/tree";
import type { PlaceCode } from "../../language/places";
import type { Facts } from "../facts";
import { HelperColumns } from "./helper-columns";
import { choose, not, or, quoted, TRUE } from "./formula-parts";
import { NativeInputs } from "./native-inputs";
import { TableDraft, type ColumnDraft, type NativeColumn, type RuleLine } from "./native-table";
import { bandOf, RuleSetColumns, type RuleSetContext } from "./rule-set-columns";
import type { PrecisionLimit } from "./test-formulas";
import { NATIVE_WORDS } from "./words";

export interface NativeOptions extends Omit<RuleSetContext, "facts" | "t"> {
  /** The day of judgement, ISO. */
  readonly asOf: string;
  /** The rule sets to compile, lowest rung first. */
  readonly ruleSets: readonly RuleSet[];
  /** The tiers of the ladder, lowest rung first; the highest rung met is drawn from them. */
  readonly rungs: readonly (readonly string[])[];
}

/** The columns of a rule set that hold its answer, 0-based. */
export interface NativeAnswer {
  readonly ruleSet: RuleSet;
  readonly status: number;
  readonly eligible: number;
  /** Least and most points; null where the tier has no score. */
  readonly points: readonly [number, number] | null;
  /** Condition or group id -> the column of its verdict. */
  readonly nodes: ReadonlyMap<string, number>;
}

export interface NativeScore {
  readonly asOf: string;
  readonly t: number;
  readonly rows: number;
  readonly columns: readonly NativeColumn[];
  readonly lines: readonly RuleLine[];
  readonly answers: readonly NativeAnswer[];
  /** The column of the highest rung met. */
  readonly highest: number;
  /** Comparisons whose cells have more digits than the formula can tell apart right at the line. */
  readonly limits: readonly { readonly text: string; readonly limit: PrecisionLimit }[];
}

/** The enterprises a sheet holds, a row each: all lists are as long as the facts. */
export interface SheetRows {
  readonly facts: Facts;
  /** The last complete fiscal year of the sheet. */
  readonly t: number;
  readonly rowNumbers: readonly number[];
  readonly names: readonly string[];
  readonly creditCodes: readonly string[];
}

const PLACE = "place";

/** Compiles the rule sets over a sheet that has been read. @throws NotNative where a rule uses what plain formulas can't say */
export function nativeScore(reading: SheetRows, options: NativeOptions): NativeScore {
  const { language, ruleSets, purpose } = options;
  const context: RuleSetContext = { ...options, facts: reading.facts, t: reading.t };
  const table = new TableDraft();
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const band = words("企业", "Enterprise");
  table.column(band, words("行号", "Row"), "number", 7).content = {
    kind: "values",
    value: (row) => reading.rowNumbers[row] ?? null,
  };
  table.column(band, words("企业名称", "Enterprise"), "text", 28).content = {
    kind: "values",
    value: (row) => reading.names[row] ?? null,
  };
  table.column(band, words("统一社会信用代码", "Credit code"), "text", 21).content = {
    kind: "values",
    value: (row) => reading.creditCodes[row] ?? null,
  };
  const highest = table.column(words("结论", "Result"), words("已达到的最高层级", "Highest rung met"), "text", 20);
  const answers = ruleSets.map((ruleSet) => {
    const title = bandOf(ruleSet, context);
    const status = table.column(title, words("是否达到", "Met"), "status", 12);
    const eligible = table.column(title, words("申报资格", "May apply"), "status", 12);
    const scored = ruleSet.forPurpose[purpose].score !== null;
    const points = scored
      ? [words("得分（至少）", "Points, least"), words("得分（至多）", "Points, most")].map((heading) =>
          table.column(title, heading, "points", 10),
        )
      : [];
    return { ruleSet, status, eligible, points };
  });
  const read = slotsShown(
    ruleSets.map((ruleSet) => ruleSet.forPurpose[purpose]),
    new Set(ruleSets.map(({ tier }) => tier)).size < ruleSets.length,
    context,
  );
  const inputs = new NativeInputs(context, table, read);
  const helpers = new HelperColumns(context, inputs, table);
  for (const ruleSet of ruleSets) prepareHelpers(ruleSet.forPurpose[purpose], helpers);
  const limits: NativeScore["limits"][number][] = [];
  const columnOf = new Map<string, number>();
  const found = answers.map(({ ruleSet, status, eligible, points }): NativeAnswer => {
    const build = new RuleSetColumns(ruleSet, context, table, inputs, helpers);
    const cells = build.build();
    limits.push(...build.limits);
    const judged = judges(ruleSet, ruleSets, (slot) => inputs.cell(slot));
    const elsewhere = quoted(NATIVE_WORDS[language].elsewhere);
    status.formula = choose(judged, cells.status, elsewhere);
    eligible.formula = choose(judged, cells.eligible, elsewhere);
    const [low, high] = points;
    if (low && high && cells.points) {
      low.formula = choose(judged, cells.points.low, quoted(""));
      high.formula = choose(judged, cells.points.high, quoted(""));
    }
    for (const column of table.columns) columnOf.set(column.cell, column.index);
    return {
      ruleSet,
      status: status.index,
      eligible: eligible.index,
      points: low && high ? [low.index, high.index] : null,
      nodes: new Map([...cells.nodes].map(([id, cell]) => [id, columnOf.get(cell) ?? -1])),
    };
  });
  highest.formula = highestRung(answers, options);
  return {
    asOf: options.asOf,
    t: reading.t,
    rows: reading.facts.count,
    columns: table.columns,
    lines: table.lines,
    answers: found,
    highest: highest.index,
    limits,
  };
}

/**
 * Whether a rule set judges the enterprise of a row: where a tier comes in several, its own province's does, and the one for everybody
 * where no province's does.
 */
function judges(one: RuleSet, all: readonly RuleSet[], cell: (slot: string) => string): string {
  const others = all.filter(({ tier }) => tier === one.tier);
  if (others.length === 1) return TRUE;
  const isIn = (place: PlaceCode): string => `INT(${cell(PLACE)}/10000)=${place / 10_000}`;
  return one.place === null
    ? not(or(...others.flatMap(({ place }) => (place === null ? [] : [isIn(place)]))))
    : isIn(one.place);
}

/** The name of the highest rung met, from the top down; else whether blanks leave one open. */
function highestRung(
  answers: readonly { readonly ruleSet: RuleSet; readonly status: ColumnDraft }[],
  { rungs, language }: Pick<NativeOptions, "rungs" | "language">,
): string {
  const { met, unknown } = NATIVE_WORDS[language];
  const none = language === "zh" ? "尚未达到" : "none yet";
  // Of two tiers on one rung the one named first counts.
  const ladder = rungs.flatMap((rung) =>
    [...rung].reverse().flatMap((tier) => answers.filter(({ ruleSet }) => ruleSet.tier === tier)),
  );
  const open = or(...ladder.map(({ status }) => `${status.cell}=${quoted(unknown)}`));
  return ladder.reduce(
    (lower, { ruleSet, status }) => choose(`${status.cell}=${quoted(met)}`, quoted(ruleSet.name[language]), lower),
    choose(open, quoted(unknown), quoted(none)),
  );
}

/**
 * The slots the rule sets read, and what the sheet has of their parts and wholes, which bound them where they are blank; in the order of
 * the vocabulary, newest year first; the place where some tier comes in several.
 */
function slotsShown(all: readonly Requirements[], several: boolean, { vocabulary, facts }: RuleSetContext): string[] {
  const read = all.flatMap((one) => [...slotsRead(one)]);
  const bounding = all.flatMap((one) => [...slotsOf(one, vocabulary)]).filter((key) => facts.column(key) !== undefined);
  const slots = new Set([...read, ...bounding, ...(several ? [PLACE] : [])]);
  const order = [...vocabulary.fields.keys()];
  const place = (slot: string): number => order.indexOf(slot.replace(/\[t-\d\]$/, ""));
  return [...slots].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** Adds the columns that several conditions read before the first of them. */
function prepareHelpers({ general, conditions, routes, score }: Requirements, helpers: HelperColumns): void {
  const quantity = (one: Quantity): void => {
    if (one.kind === "mean-growth")
      one.series.slice(1).forEach((before, index) => {
        const now = one.series[index];
        if (now) helpers.rate(now, before);
      });
    else quantityParts(one).forEach(quantity);
  };
  const test = (one: Test): void => {
    if (one.kind === "compare") [one.left, one.right].forEach(quantity);
    else if (one.kind === "not") test(one.part);
    else if (one.kind === "not-large") helpers.largeCell();
    else one.parts.forEach(test);
  };
  const scoring = (one: Scoring): void => {
    if (one.kind === "bands") quantity(one.value);
    else if (one.kind === "first-of") one.cases.forEach(({ when }) => test(when));
    else if (one.kind === "better-of") one.options.forEach(scoring);
    else if (one.kind === "parts") one.items.forEach((item) => scoring(item.scoring));
    else if (one.fallback) scoring(one.fallback);
  };
  for (const { test: asked } of conditionsOf([...general, ...conditions, ...routes])) test(asked);
  for (const group of score?.groups ?? []) for (const item of group.items) scoring(item.scoring);
}
