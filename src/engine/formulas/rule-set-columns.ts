/** The columns of one rule set: general conditions, conditions, routes, items, groups, and the verdicts drawn from them. */
import { clauseText } from "../../words/clause";
import { foldAsked, lower, type Asked, type AskedCondition, type Passing } from "../../policy/lower";
import { editionText } from "../../policy/editions";
import type { Condition, Line, Purpose, RuleSet, ScoreItem } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import { evidenceText } from "../rows/explain";
import type { Quantity, Relation } from "../../language/tree";
import { allOf, anyVerdict, verdictOf } from "./verdict-formulas";
import type { HelperColumns } from "./helper-columns";
import type { InputContext, NativeInputs } from "./native-inputs";
import { choose, quoted } from "./formula-parts";
import type { ColumnDraft, NativeLook, TableDraft } from "./native-table";
import { pointsOf, type PointCells, type PointColumns } from "./points-formulas";
import { TestFormulas, type Bound, type PrecisionLimit } from "./test-formulas";
import { NATIVE_WORDS, type NativeWords } from "./words";

/** Where the verdicts of a rule set stand, in the enterprise's row. */
export interface RuleSetCells {
  readonly status: string;
  readonly eligible: string;
  readonly points: PointCells | null;
  /** Node id -> the cell of its verdict. */
  readonly nodes: ReadonlyMap<string, string>;
}

export interface RuleSetContext extends InputContext {
  readonly purpose: Purpose;
  /** General conditions without any column hold unless this is false. */
  readonly assumeGeneral: boolean;
}

const RELATIONS: Readonly<Record<Relation, string>> = { ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "==": "＝" };
const POINTS: Text = { zh: "得分", en: "points" };
const LEAST: Text = { zh: "至少", en: "least" };
const MOST: Text = { zh: "至多", en: "most" };
const ASSUMED: Text = {
  zh: "原表没有这一列时按“符合”处理；表里有列而格子空着的，是待补。",
  en: "Taken as holding where the sheet has no such column; a blank cell of a column that exists is open.",
};

export class RuleSetColumns {
  readonly limits: { readonly text: string; readonly limit: PrecisionLimit }[] = [];
  private readonly nodes = new Map<string, string>();
  private readonly words: NativeWords;
  private readonly band: string;

  constructor(
    private readonly ruleSet: RuleSet,
    private readonly context: RuleSetContext,
    private readonly table: TableDraft,
    private readonly inputs: NativeInputs,
    private readonly helpers: HelperColumns,
  ) {
    this.words = NATIVE_WORDS[context.language];
    this.band = bandOf(ruleSet, context);
  }

  private say(text: Text): string {
    return text[this.context.language];
  }

  /** Adds all columns. Status and eligibility are formulas for the caller to put where they are to be read. */
  build(): RuleSetCells {
    const meaning = lower(this.ruleSet.forPurpose[this.context.purpose]);
    // Titles and general conditions stand first, as they do in the documents.
    const beyond = meaning.beyond.map((asked) => this.asked(asked));
    const substance = meaning.substance.map((asked) => this.asked(asked));
    const points = meaning.passing === null ? null : this.passing(meaning.passing, substance);
    return {
      status: allOf(substance, this.words),
      eligible: allOf([...substance, ...beyond], this.words),
      points,
      nodes: this.nodes,
    };
  }

  /** Adds the verdict on points and routes to the demands of substance. */
  private passing(passing: Passing, substance: string[]): PointCells {
    const { verdict, total } = this.score(passing);
    const ways = passing.routes.map((route) => this.condition(route));
    const passed = this.verdict(
      { zh: "得分或直通", en: "Score or route" },
      passing.score.clause,
      anyVerdict([verdict, ...ways], this.words),
    );
    this.nodes.set(passing.id, passed);
    substance.push(passed);
    return total;
  }

  private note(text: Text, clause: string, remark: Text | null, evidence = ""): string {
    const lines = [
      this.say(text),
      this.say(clauseText(clause)),
      evidence,
      remark ? this.say(remark) : "",
      this.draftLine(),
    ];
    return lines.filter((line) => line !== "").join("\n");
  }

  /** Said on every formula of a draft. */
  private draftLine(): string {
    const { draft, edition } = this.ruleSet;
    if (draft === undefined) return "";
    const { zh, en } = editionText(edition);
    return this.say({ zh: `草案（${zh}），不是施行中的标准`, en: `A draft (${en}), no rule in force` });
  }

  private asked(asked: Asked): string {
    return foldAsked(asked, {
      condition: (one) => this.condition(one),
      group: ({ id, group, count }, parts) => {
        const formula = count === parts.length ? allOf(parts, this.words) : anyVerdict(parts, this.words, count);
        const cell = this.verdict(group.text, "", formula);
        this.nodes.set(id, cell);
        return cell;
      },
    });
  }

  private verdict(text: Text, clause: string, formula: string): string {
    const draft = this.table.column(this.band, this.say(text), "status", 14, this.say(clauseText(clause)));
    draft.formula = formula;
    return draft.cell;
  }

  private condition(asked: AskedCondition): string {
    const { condition } = asked;
    const { text, clause, note } = condition;
    const assumable = asked.assumable && this.context.assumeGeneral;
    const remark = assumable ? ASSUMED : note;
    const draft = this.table.column(
      this.band,
      this.heading(text, clause),
      "status",
      14,
      this.note(text, clause, remark, this.say(evidenceText(condition))),
    );
    const tests = this.tests(draft, condition);
    const ends = tests.test(condition.test);
    draft.formula = verdictOf(ends, this.words, assumable ? tests.openInSheet(condition.test) : null);
    this.nodes.set(condition.id, draft.cell);
    this.keepLimits(tests, text);
    return draft.cell;
  }

  private heading(text: Text, clause: string): string {
    return `${this.say(text)}\n${this.say(clauseText(clause))}`;
  }

  private keepLimits(tests: TestFormulas, text: Text): void {
    for (const limit of tests.limits) this.limits.push({ text: this.say(text), limit });
  }

  private tests(draft: ColumnDraft, of: Condition | ScoreItem): TestFormulas {
    const made = new Map<string, Bound>();
    const line = (left: Quantity, relation: Relation, value: number): Bound => {
      const key = JSON.stringify([left, relation, value]);
      const bound = made.get(key) ?? this.line(draft, of, left, relation, value);
      made.set(key, bound);
      return bound;
    };
    return new TestFormulas(this.inputs, this.helpers, this.words, line);
  }

  /** Thresholds of yes/no cells and the first place of a rank are no lines that anyone would vary. */
  private line(
    draft: ColumnDraft,
    of: Condition | ScoreItem,
    left: Quantity,
    relation: Relation,
    value: number,
  ): Bound {
    const field =
      left.kind === "field" || left.kind === "otherwise" ? this.context.vocabulary.fields.get(left.field) : undefined;
    if (field?.type === "flag" || (field?.type === "rank" && relation === ">=" && value === 1))
      return { cell: String(value), value };
    const word = field?.type === "choice" ? (field.choices[value]?.name ?? null) : null;
    const look: NativeLook = word ? "text" : isShare(left, field?.type) ? "percent" : "number";
    const cell = this.table.line(draft, {
      band: this.band,
      text: this.say(of.text),
      label: `${this.inWords(left)} ${RELATIONS[relation]}`.trim(),
      value: word ? this.say(word) : value,
      look,
      unit: field?.type === "share" ? "" : (field?.unit ?? unitOf(left)),
      clause: this.say(clauseText(of.clause)),
      evidence: this.say(evidenceText(of)),
      free: true,
    });
    return { cell, value };
  }

  private inWords(quantity: Quantity): string {
    const name = (one: Quantity): string => this.helpers.nameOf(one);
    switch (quantity.kind) {
      case "field":
        return name(quantity);
      case "otherwise":
        return name({ kind: "field", field: quantity.field, back: quantity.back });
      case "ratio":
        return quantity.under.kind === "constant"
          ? `${name(quantity.over)}÷${quantity.under.value}`
          : `${name(quantity.over)}÷${name(quantity.under)}`;
      case "mean-growth":
        return this.say({ zh: "年均增长率", en: "mean growth" });
      case "compound-growth":
        return this.say({ zh: "复合增长率", en: "compound growth" });
      case "age":
        return this.say({ zh: "年限", en: "age" });
      default:
        return name(quantity);
    }
  }

  private score({ score, groups: asked }: Passing): { verdict: string; total: PointCells } {
    const floors: string[] = [];
    const groups: PointCells[] = [];
    for (const { items, cap, floor, text } of asked) {
      const earned = items.map((item) => pointsOf(item, this.pointColumns()));
      const made = this.pair(text, "", (end) => {
        const sum = `ROUND(SUM(${earned.map((one) => one[end]).join(",")}),6)`;
        return cap === Infinity ? sum : `MIN(${sum},${cap})`;
      });
      groups.push(made);
      if (floor) floors.push(this.reaches(made, floor, text, score.clause));
    }
    const total = this.pair(
      { zh: "总分", en: "Total" },
      score.clause,
      (end) => `ROUND(SUM(${groups.map((one) => one[end]).join(",")}),6)`,
    );
    const pass = this.reaches(total, score.pass, score.text, score.clause);
    return {
      verdict:
        floors.length === 0
          ? pass
          : this.verdict({ zh: "得分达标", en: "Score passes" }, score.clause, allOf([pass, ...floors], this.words)),
      total,
    };
  }

  private pair(text: Text, note: string, formula: (end: "low" | "high") => string): PointCells {
    const [low, high] = [LEAST, MOST].map((end) =>
      this.table.column(this.band, `${this.say(text)}（${this.say(end)}）`, "points", 10, note),
    );
    if (!low || !high) throw new Error("a pair has two columns");
    low.formula = formula("low");
    high.formula = formula("high");
    return { low: low.cell, high: high.cell };
  }

  private reaches({ low, high }: PointCells, line: Line, text: Text, clause: string): string {
    const draft = this.table.column(
      this.band,
      this.say({
        zh: `${text.zh} ${RELATIONS[line.relation]}${line.points}分`,
        en: `${text.en} ${RELATIONS[line.relation]} ${line.points}`,
      }),
      "status",
      14,
      this.say(clauseText(clause)),
    );
    const cell = this.table.line(draft, {
      band: this.band,
      text: this.say(text),
      label: RELATIONS[line.relation],
      value: line.points,
      look: "points",
      unit: this.say({ zh: "分", en: "points" }),
      clause: this.say(clauseText(clause)),
      evidence: "",
      free: true,
    });
    const { met, unknown, unmet } = this.words;
    draft.formula = choose(
      `${low}${line.relation}${cell}`,
      quoted(met),
      choose(`${high}${line.relation}${cell}`, quoted(unknown), quoted(unmet)),
    );
    return draft.cell;
  }

  private pointColumns(): PointColumns {
    return {
      inputs: this.inputs,
      open: (item, part) => {
        const [low, high] = [LEAST, MOST].map((end) =>
          this.table.column(
            this.band,
            `${this.heading(item.text, item.clause)}${part === "" ? "" : ` ${part}`}（${this.say(end)}）`,
            "points",
            10,
            this.note(item.text, item.clause, item.note, this.say(evidenceText(item))),
          ),
        );
        if (!low || !high) throw new Error("an item has two columns");
        return { low, high };
      },
      tests: (column, item) => this.tests(column, item),
      cut: (column, item, value, relation, cut) => this.line(column, item, value, relation, cut),
      points: (column, item, points) =>
        this.table.line(column, {
          band: this.band,
          text: this.say(item.text),
          label: this.say(POINTS),
          value: points,
          look: "points",
          unit: this.say({ zh: "分", en: "points" }),
          clause: item.clause,
          evidence: this.say(evidenceText(item)),
          free: true,
        }),
    };
  }
}

/** Tier and edition, as the heading above a rule set's columns. */
export function bandOf(ruleSet: RuleSet, { language, purpose }: Pick<RuleSetContext, "language" | "purpose">): string {
  const kind: Text = purpose === "new" ? { zh: "新申报", en: "new" } : { zh: "复核", en: "review" };
  return `${ruleSet.name[language]} ${editionText(ruleSet.edition)[language]} ${kind[language]}`;
}

function isShare(quantity: Quantity, type: string | undefined): boolean {
  if (type !== undefined) return type === "share";
  return (quantity.kind === "ratio" && quantity.under.kind !== "constant") || quantity.kind.endsWith("growth");
}

function unitOf(quantity: Quantity): string {
  return quantity.kind === "sum" || (quantity.kind === "ratio" && quantity.under.kind === "constant") ? "万元" : "";
}
