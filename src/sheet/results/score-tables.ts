/**
 * The results of a scored sheet as plain tables: one row an enterprise, its gaps and plan for the next rung, and where every number
 * comes from. The same tables go into an xlsx file from the command line and into the workbook from the pane.
 */
import { clauseText } from "../../words/clause";
import { nodeText, standingOf } from "../../policy/nodes";
import type { ConditionNode, Purpose, RuleSet, Verdict } from "../../policy/rule-set";
import type { Language, Text } from "../../words/text";
import type { Vocabulary } from "../../language/vocabulary";
import type { ConditionOutcome, Outcome, PointInterval } from "../../engine/rows/evaluate";
import {
  evidenceText,
  explainCondition,
  leftOpenText,
  slotText,
  untoldText,
  valueText,
} from "../../engine/rows/explain";
import { grouped } from "../../words/figures";
import type { Improvement, Plan } from "../../engine/rows/improve";
import type { Ladder, RowScores } from "../../engine/rows/ladder";
import { SIZE_CLASSES } from "../../engine/size-class";
import type { Cell } from "../../words/grid";
import type { PlaceRead } from "../reading/enterprise-place";
import type { SheetReading } from "../reading/read-sheet";
import type { ResultColumn, ResultSheet, Rows } from "../../words/result-sheet";
import { sheetRowOf, type SheetRow } from "../reading/sheet-row";
import { placeText } from "./place-text";
import type { ScoredRow } from "./row-scorer";

/**
 * Up to the counts of what is not met and missing. What is said of each at length stays on one line, so that the list can be looked over and
 * a page holds some thirty enterprises; the sheet of gaps has it line by line.
 */
const PRINTED = 8;

/** Where a row stands and whose it is. */
export interface RowIdentity {
  readonly row: SheetRow | null;
  readonly name: string;
  readonly creditCode: string;
  readonly place: PlaceRead;
}

/** @param row counts from 0 among the reading's rows */
export function identityOf(reading: SheetReading, row: number): RowIdentity {
  return {
    row: reading.rowNumbers[row] === undefined ? null : sheetRowOf(reading, row),
    name: reading.names[row] ?? "",
    creditCode: reading.creditCodes[row] ?? "",
    place: reading.placeOf(row),
  };
}

/** Where the rows of a table go. An array is one. */
export interface RowStore extends Rows {
  push(row: Cell[]): unknown;
}

export interface TableContext {
  readonly vocabulary: Vocabulary;
  readonly reading: Pick<SheetReading, "facts" | "t">;
  readonly ladder: Ladder;
  readonly language: Language;
  readonly purpose: Purpose;
}

const STATUS: Readonly<Record<Verdict, Text>> = {
  met: { zh: "✓ 达到", en: "✓ met" },
  unmet: { zh: "✗ 未达到", en: "✗ not met" },
  unknown: { zh: "? 待补数据", en: "? not known yet" },
};

const ELIGIBLE: Readonly<Record<Verdict, Text>> = {
  met: { zh: "✓ 可申报", en: "✓ may apply" },
  unmet: { zh: "✗ 不可申报", en: "✗ may not" },
  unknown: { zh: "? 待补数据", en: "? not known yet" },
};

const TONES = [
  { word: "✓", tone: "good" },
  { word: "✗", tone: "bad" },
  { word: "?", tone: "unknown" },
] as const;

/** The words of a status. */
export function statusText(verdict: Verdict): Text {
  return STATUS[verdict];
}

/** The words for whether a tier can be applied for. */
export function eligibleText(verdict: Verdict): Text {
  return ELIGIBLE[verdict];
}

/** Builds the rows of results and gaps while the enterprises are scored one after another. */
export class TablesInto<R extends RowStore> {
  private readonly columns: ResultColumn[];
  private readonly scored: ReadonlySet<string>;
  /** Whether anything tells where enterprises are. */
  private readonly placed: boolean;

  constructor(
    private readonly context: TableContext,
    readonly results: R,
    readonly gaps: R,
  ) {
    const { ladder } = context;
    this.scored = new Set(
      ladder.used.filter((edition) => edition.forPurpose.new.score !== null).map(({ tier }) => tier),
    );
    this.placed = context.reading.facts.column("place") !== undefined;
    this.columns = this.resultColumns();
  }

  private say(text: Text): string {
    return text[this.context.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
  }

  private resultColumns(): ResultColumn[] {
    // As wide as the longest name of a rung: a second line a row would double the pages.
    const rung = this.context.language === "zh" ? 30 : 36;
    const columns: ResultColumn[] = [
      { heading: this.words("行号", "Row"), width: 6 },
      { heading: this.words("企业名称", "Enterprise"), width: 38, wrap: true },
      { heading: this.words("统一社会信用代码", "Credit code"), width: 21 },
      { heading: this.words("规模类型", "Size class"), width: 10 },
      { heading: this.words("已达到的最高层级", "Highest rung met"), width: rung, wrap: true },
      { heading: this.words("下一层级", "Next rung"), width: rung, wrap: true },
      { heading: this.words("未达到项数", "Not met"), width: 12 },
      { heading: this.words("待补格数", "Missing"), width: 10 },
      { heading: this.words("下一层级未达到的条件", "Conditions not met for it"), width: 40 },
      { heading: this.words("下一层级待补数据", "Cells still missing for it"), width: 32 },
      { heading: this.words("最小改变", "Smallest change"), width: 44 },
      {
        heading: this.words("已达到层级不能申报的原因", "Why the rung met can't be applied for"),
        width: 40,
      },
    ];
    if (this.placed) columns.push({ heading: this.words("评价所在地", "Place judged by"), width: 44 });
    for (const edition of this.context.ladder.editions) {
      const name = this.say(edition.name);
      columns.push({ heading: name, width: 14, status: true });
      columns.push({ heading: `${name} ${this.words("申报资格", "eligible")}`, width: 14, status: true });
      if (this.scored.has(edition.tier)) columns.push({ heading: `${name} ${this.words("得分", "score")}`, width: 10 });
    }
    return columns;
  }

  /** Adds one enterprise, and gives its row of results. */
  add(whose: RowIdentity, { row, scores, improvement }: ScoredRow): readonly Cell[] {
    const { ladder } = this.context;
    const next = scores.next === null ? undefined : ladder.edition(scores.next, row);
    const outcome = next ? scores.outcomes.get(next.tier) : undefined;
    const highest = scores.highest === null ? undefined : ladder.edition(scores.highest, row);
    const plan = improvement?.plans[0];
    const size = scores.size === null ? undefined : SIZE_CLASSES[scores.size];
    const cells: Cell[] = [
      whose.row,
      whose.name,
      whose.creditCode,
      size ? this.say(size) : "",
      highest ? this.say(highest.name) : this.noneText(scores),
      next ? this.say(next.name) : this.words("已到顶", "top reached"),
      next && outcome ? outcome.unmet.length : null,
      next && outcome ? outcome.missing.length : null,
      next && outcome ? outcome.unmet.map((id) => this.nodeText(next, id)).join(this.words("；", "; ")) : "",
      outcome ? this.openText(outcome) : "",
      plan
        ? this.planText(plan)
        : improvement && improvement.blockers.length > 0 && next
          ? this.blockedText(next, improvement)
          : "",
    ];
    const met = highest ? scores.outcomes.get(highest.tier) : undefined;
    cells.push(
      highest && met ? met.eligibleUnmet.map((id) => this.nodeText(highest, id)).join(this.words("；", "; ")) : "",
    );
    if (this.placed) cells.push(this.say(placeText(whose.place, this.context.vocabulary)));
    for (const edition of ladder.editions) {
      const one = scores.outcomes.get(edition.tier);
      cells.push(one ? this.say(STATUS[one.status]) : null, one ? this.say(ELIGIBLE[one.eligible]) : null);
      if (this.scored.has(edition.tier)) cells.push(one?.score ? points(one.score) : null);
    }
    this.results.push(cells);
    if (next && outcome && outcome.status !== "met") this.addGaps(whose, next, outcome, improvement);
    return cells;
  }

  private noneText({ outcomes }: RowScores): string {
    const open = this.context.ladder.rungTiers.some((tier) => outcomes.get(tier)?.status === "unknown");
    return open ? this.words("待补数据，还说不准", "not known yet") : this.words("尚未达到", "none yet");
  }

  private addGaps(whose: RowIdentity, edition: RuleSet, outcome: Outcome, improvement: Improvement | null): void {
    const head = [whose.row, whose.name, this.say(edition.name)];
    const standing = new Map(outcome.conditions.map((one) => [one.condition.id, one]));
    for (const one of edition.forPurpose[this.context.purpose].conditions.flatMap((node) => notMet(node, standing)))
      if (one.condition.kind !== "prerequisite")
        this.gaps.push([...head, this.say(STATUS[one.verdict]), ...this.conditionCells(one)]);
    if (outcome.score && outcome.route === null) this.addPoints(head, edition, outcome);
    improvement?.plans.forEach((plan, index) => {
      const kind = this.words(`方案${index + 1}`, `plan ${index + 1}`);
      const note = plan.slow ? this.words("含不能速成的改变", "takes time") : "";
      this.gaps.push([...head, kind, this.planText(plan), "", "", note, "", this.words("已重新评分", "scored again")]);
    });
    for (const id of improvement?.blockers ?? []) {
      const reason = this.words(
        "靠改变上年度数据无法达到（年限、往年账目或人工判断）",
        "cannot be met by changing last year's figures",
      );
      this.gaps.push([...head, this.words("不能速成", "not soon"), this.nodeText(edition, id), "", "", reason, "", ""]);
    }
  }

  private conditionCells(outcome: ConditionOutcome): Cell[] {
    const { condition } = outcome;
    const parts = explainCondition(outcome, this.context.vocabulary);
    const join = (pick: (one: (typeof parts)[number]) => Text): string =>
      [...new Set(parts.map((one) => this.say(pick(one))))].filter((text) => text !== "").join(this.words("；", "; "));
    return [
      this.say(condition.text),
      join(({ actual }) => actual),
      join(({ required }) => required),
      join(({ gap }) => gap),
      this.say(clauseText(condition.clause)),
      this.say(evidenceText(condition)),
    ];
  }

  /** The score against its pass mark, and the items that do not give all they could. */
  private addPoints(head: readonly Cell[], edition: RuleSet, outcome: Outcome): void {
    const { score } = edition.forPurpose[this.context.purpose];
    if (score === null || outcome.score === null) return;
    const line = `${score.pass.relation === ">" ? "＞" : "≥"}${score.pass.points}`;
    const short = score.pass.points - outcome.score.hi;
    const verdict: Verdict = outcome.unmet.includes(score.id) ? "unmet" : "unknown";
    this.gaps.push([
      ...head,
      this.say(STATUS[verdict]),
      this.say(score.text),
      this.pointsText(outcome.score),
      this.words(`${line}分`, `${line} points`),
      short > 0 ? this.words(`差${grouped(short, 2)}分`, `short by ${grouped(short, 2)}`) : "",
      this.say(clauseText(score.clause)),
      this.say(evidenceText(score)),
    ]);
    for (const { item, lo, hi } of outcome.items) {
      if (lo === item.max) continue;
      const kind = this.words("得分项", "item");
      const most = this.words(`满分${item.max}分`, `of ${item.max}`);
      this.gaps.push([
        ...head,
        kind,
        this.say(item.text),
        this.pointsText({ lo, hi }),
        most,
        "",
        this.say(clauseText(item.clause)),
        this.say(evidenceText(item)),
      ]);
    }
  }

  private pointsText(interval: PointInterval): string {
    const text = String(points(interval));
    return this.words(`${text}分`, `${text} points`);
  }

  private slots(slots: readonly string[]): string {
    const { vocabulary, reading } = this.context;
    return slots.map((key) => this.say(slotText(key, vocabulary, reading.t))).join(this.words("、", ", "));
  }

  /** The cells to fill in, and what no cell can tell. */
  private openText({ missing, untold }: Outcome): string {
    const { vocabulary, reading } = this.context;
    const beyond = this.say(untoldText(untold, vocabulary, reading.t));
    const said = [
      this.slots(missing),
      beyond === "" ? "" : this.words(`不用补，也说不准：${beyond}`, `not told, nothing to fill in: ${beyond}`),
    ];
    return said.filter((text) => text !== "").join(this.words("；", "; "));
  }

  private planText(plan: Plan): string {
    const { vocabulary } = this.context;
    const changes = plan.changes
      .filter(({ follows }) => !follows)
      .map(({ field: id, from, to }) => {
        const field = vocabulary.fields.get(id);
        if (!field) return id;
        return `${this.say(field.name)} ${this.say(valueText(from, field))} → ${this.say(valueText(to, field))}`;
      })
      .join(this.words("；", "; "));
    const open = leftOpenText(plan);
    return open ? this.words(`${changes}（${open.zh}）`, `${changes} (${open.en})`) : changes;
  }

  private blockedText(edition: RuleSet, { blockers }: Improvement): string {
    const names = blockers.map((id) => this.nodeText(edition, id)).join(this.words("；", "; "));
    return this.words(`不能速成：${names}`, `not soon: ${names}`);
  }

  private nodeText(edition: RuleSet, id: string): string {
    return this.say(nodeText(id, edition.forPurpose[this.context.purpose]));
  }

  /** The finished sheets of results and gaps. */
  sheets(title: string, subtitle: string): ResultSheet<R>[] {
    const gapHeadings: [string, string, number][] = [
      ["行号", "Row", 6],
      ["企业名称", "Enterprise", 28],
      ["目标层级", "Rung aimed at", 22],
      ["类别", "Kind", 14],
      ["条件", "Condition", 44],
      ["实际", "Actual", 26],
      ["要求", "Required", 20],
      ["差距", "Gap", 24],
      ["条款", "Clause", 34],
      ["依据把握", "Evidence", 12],
    ];
    return [
      {
        role: "results",
        name: this.words("评分_结果", "评分_results"),
        titleLines: [title, subtitle],
        columns: this.columns,
        rows: this.results,
        asTable: true,
        frozenColumns: 2,
        printedColumns: PRINTED,
        statusWords: TONES,
      },
      {
        role: "enterprises",
        name: this.words("评分_差距与方案", "评分_gaps"),
        titleLines: [this.words("下一层级的差距与最小改变", "Gaps and smallest changes for the next rung"), subtitle],
        columns: gapHeadings.map(([zh, en, width], index) => ({
          heading: this.words(zh, en),
          width,
          wrap: index !== 0 && index !== 3,
          status: index === 3,
        })),
        rows: this.gaps,
        asTable: true,
        frozenColumns: 2,
        statusWords: TONES,
      },
    ];
  }
}

/** Tables whose rows stand in memory. */
export class ScoreTables extends TablesInto<Cell[][]> {
  constructor(context: TableContext) {
    super(context, [], []);
  }
}

/** 85, or 70–85 where blanks leave it open. */
function points({ lo, hi }: PointInterval): number | string {
  return lo === hi ? lo : `${grouped(lo, 2)}–${grouped(hi, 2)}`;
}

/** The conditions of a node that still stand in the way: none of a group that already holds by one of its alternatives. */
export function notMet(
  node: ConditionNode,
  standing: ReadonlyMap<string, ConditionOutcome>,
): readonly ConditionOutcome[] {
  if (standingOf(node, standing) === "met") return [];
  if (node.node !== "condition") return node.parts.flatMap((part) => notMet(part, standing));
  const own = standing.get(node.id);
  return own ? [own] : [];
}
