/** The board of targets, what each lagging indicator needs a year, and what could not be compared, as result sheets. */
import { figureText } from "../words/figures";
import type { Text, Language } from "../words/text";
import { evidenceText } from "../engine/rows/explain";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import { valueOf, whyNot, type Answer } from "./answer";
import { statementsByDocument } from "./published";
import { leadingProgress, refusalOf, type IndicatorRow } from "./indicator-sheet";
import { STANDING_TEXTS, type Progress } from "./progress";
import {
  figureName,
  indicatorOf,
  KIND_TEXTS,
  scopeName,
  sourceText,
  printedText,
  type Targets,
  type TargetSet,
} from "./targets";

export const STANDING_WORDS = [
  { word: "✓", tone: "good" },
  { word: "▲", tone: "good" },
  { word: "▼", tone: "bad" },
  { word: "✗", tone: "bad" },
  { word: "⊘", tone: "plain" },
  { word: "?", tone: "unknown" },
] as const;

/** The number, or why there is none. */
export function answerCell(answer: Answer, language: Language): Cell {
  return valueOf(answer) ?? whyNot(answer)[language];
}

/** One line of the board: a row of the sheet against its leading target. */
export interface BoardLine {
  readonly row: IndicatorRow;
  /** Null where nothing could be found to compare with. */
  readonly progress: Progress | null;
}

/** The lines of a board, furthest behind first within what can be compared; the rest in the order of the sheet. */
export function boardLines(rows: readonly IndicatorRow[]): readonly BoardLine[] {
  return rows.map((row) => ({ row, progress: leadingProgress(row) }));
}

/** Targets of a set that no row of the sheet speaks of: gaps in the sheet, never 0. */
export function targetsWithoutActual(rows: readonly IndicatorRow[], set: TargetSet): TargetSet["targets"] {
  const spoken = new Set(rows.flatMap(({ progress }) => progress.map(({ target }) => target.id)));
  return set.targets.filter(({ id }) => !spoken.has(id));
}

export interface BoardTexts {
  /** The day of judgement, ISO. */
  readonly asOf: string;
  readonly language: Language;
  /** The row of the sheet that a row of the reading stands in. */
  readonly rowNumbers: readonly number[];
  readonly sets: readonly TargetSet[];
}

export class BoardTables {
  private readonly lines: readonly BoardLine[];

  constructor(
    private readonly rows: readonly IndicatorRow[],
    private readonly targets: Targets,
    private readonly texts: BoardTexts,
  ) {
    this.lines = boardLines(rows);
  }

  private say(text: Text): string {
    return text[this.texts.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
  }

  /** How many of the lines have each standing, as one sentence. */
  summary(): string {
    const count = (...wanted: readonly string[]): number =>
      this.lines.filter(({ progress }) => wanted.includes(progress?.standing ?? "none")).length;
    return this.words(
      `${this.lines.length}个指标：已达到${count("reached")}，进度正常${count("on-track")}，落后${count("behind")}，到期未达到${count("past", "exceeded")}，待补数据${count("open", "due")}，不能比${count("refused", "none")}。按${this.texts.asOf}看。`,
      `${this.lines.length} indicators: reached ${count("reached")}, on track ${count("on-track")}, behind ${count("behind")}, due and not reached ${count("past", "exceeded")}, not known yet ${count("open", "due")}, not comparable ${count("refused", "none")}; as of ${this.texts.asOf}.`,
    );
  }

  sheets(): ResultSheet[] {
    return [this.board(), this.needs(), this.sources()];
  }

  private board(): ResultSheet {
    const rows = this.lines.map(({ row, progress: one }): Cell[] => {
      const place = this.texts.rowNumbers[row.row] ?? null;
      if (!one)
        return [
          place,
          row.name,
          this.say(STANDING_TEXTS.refused),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          this.say(refusalOf(row)),
        ];
      const { unit } = indicatorOf(this.targets, one.target.indicator);
      const remark = one.standing === "refused" ? refusalOf(row) : one.remark;
      return [
        place,
        this.say(figureName(this.targets, one.target)),
        this.say(STANDING_TEXTS[one.standing]),
        one.actual === null ? null : this.say(figureText(one.actual, unit)),
        this.say(printedText(this.targets, one.target)),
        valueOf(one.completion),
        valueOf(one.elapsed),
        valueOf(one.ahead),
        one.target.by,
        this.say(KIND_TEXTS[one.target.kind]),
        [this.say(remark), ...row.assumptions.map((text) => this.say(text))]
          .filter((text) => text !== "")
          .join(this.words("；", "; ")),
      ];
    });
    const comparable = rows.length;
    return {
      name: this.words("评分_目标看板", "评分_targets"),
      titleLines: [
        this.words("集群目标看板", "Clusters against their targets"),
        this.summary(),
        this.words(
          "完成率＝实际÷目标，有基期值时＝（实际－基期）÷（目标－基期）；进度差＝完成率－已过时间比例，0以上为正常。已过时间按这个数自己的时点算（不晚于评分基准日）。时间起点：目标自带起算年的用它，否则用表里的基期年，再没有就用文件发布年的1月1日。",
          "Completion = actual / target, with a base (actual - base) / (target - base); ahead = completion - elapsed share at the time of the figure. The period begins in the target's first year, else the sheet's base year, else the year of the document.",
        ),
      ],
      columns: [
        { heading: this.words("行号", "Row"), width: 6 },
        { heading: this.words("指标", "Indicator"), width: 34, wrap: true },
        { heading: this.words("状态", "Standing"), width: 24, status: true },
        { heading: this.words("实际", "Actual"), width: 14 },
        { heading: this.words("目标", "Target"), width: 16 },
        { heading: this.words("完成率", "Completion"), width: 11, format: "0.0%" },
        { heading: this.words("已过时间", "Elapsed"), width: 11, format: "0.0%" },
        { heading: this.words("进度差", "Ahead"), width: 11, format: "0.0%" },
        { heading: this.words("目标年", "By"), width: 9 },
        { heading: this.words("口径", "Kind"), width: 10 },
        { heading: this.words("说明", "Remark"), width: 70, wrap: true },
      ],
      rows,
      asTable: true,
      frozenColumns: 2,
      statusWords: STANDING_WORDS,
      notes: this.gaps(),
      ...(comparable > 0
        ? {
            charts: [
              {
                kind: "bar" as const,
                title: this.words("完成率与已过时间", "Completion and elapsed time"),
                categories: 1,
                values: [5, 6],
              },
            ],
          }
        : {}),
    };
  }

  private gaps(): string[] {
    return this.texts.sets.flatMap((set) => {
      const missing = targetsWithoutActual(this.rows, set);
      if (missing.length === 0) return [];
      const names = missing.map((target) => this.say(figureName(this.targets, target))).join(this.words("、", ", "));
      return [
        this.words(
          `表里没有写实际值的目标（${missing.length}个，不当作0）：${names}`,
          `Targets without an actual in the sheet (${missing.length}, not taken as 0): ${names}`,
        ),
      ];
    });
  }

  private needs(): ResultSheet {
    const behind = this.lines.flatMap(({ progress: one }) =>
      one && ["behind", "past", "due"].includes(one.standing) ? [one] : [],
    );
    return {
      name: this.words("评分_落后指标", "评分_lagging"),
      titleLines: [
        this.words("落后指标每年需要多少", "What each lagging indicator needs a year"),
        this.words(
          "每年需增＝（目标－实际）÷剩余年数；所需年均增速＝（目标÷实际）^（1÷剩余年数）－1。目标年已过的写“目标年已过”。",
          "A year = (target - actual) / years left; growth = (target / actual)^(1 / years left) - 1.",
        ),
      ],
      columns: [
        { heading: this.words("指标", "Indicator"), width: 34, wrap: true },
        { heading: this.words("实际", "Actual"), width: 14 },
        { heading: this.words("目标", "Target"), width: 16 },
        { heading: this.words("还差", "Short"), width: 14 },
        { heading: this.words("目标年", "By"), width: 9 },
        { heading: this.words("剩余年数", "Years left"), width: 11, format: "0.00" },
        { heading: this.words("每年需增", "Needed a year"), width: 16, format: "#,##0.##" },
        { heading: this.words("所需年均增速", "Growth needed"), width: 16, format: "0.0%" },
      ],
      rows: behind.map((one): Cell[] => {
        const { unit } = indicatorOf(this.targets, one.target.indicator);
        const { value } = one.target;
        return [
          this.say(figureName(this.targets, one.target)),
          one.actual === null ? null : this.say(figureText(one.actual, unit)),
          this.say(printedText(this.targets, one.target)),
          value === null || one.actual === null ? null : this.say(figureText(value - one.actual, unit)),
          one.target.by,
          one.left,
          answerCell(one.pace, this.texts.language),
          answerCell(one.growth, this.texts.language),
        ];
      }),
      asTable: true,
      notes: behind.length === 0 ? [this.words("没有落后的指标。", "No indicator lags behind.")] : [],
    };
  }

  private sources(): ResultSheet {
    const used = new Map(
      this.lines.flatMap(({ progress: one }) => (one ? [[one.target.id, one.target] as const] : [])),
    );
    const published = new Map(this.rows.flatMap(({ published: one }) => (one ? [[one.id, one] as const] : [])));
    const rows = [
      ...[...used.values()].map((figure): Cell[] => [
        this.words("目标", "target"),
        figure.id,
        this.say(figureName(this.targets, figure)),
        this.say(scopeName(this.targets, figure.scope)),
        this.say(printedText(this.targets, figure)),
        this.say(sourceText(this.targets, figure)),
        this.say(evidenceText(figure)),
        this.say(figure.note ?? { zh: "", en: "" }),
      ]),
      ...[...published.values()].map((figure): Cell[] => [
        this.words("公布数", "published"),
        figure.id,
        this.say(figureName(this.targets, figure)),
        this.say(scopeName(this.targets, figure.scope)),
        this.say(printedText(this.targets, figure)),
        this.say(sourceText(this.targets, figure)),
        this.say(evidenceText(figure)),
        this.say(figure.note ?? { zh: "", en: "" }),
      ]),
      ...statementsByDocument({ ...this.targets, sets: this.texts.sets }).flatMap(({ statements }) =>
        statements.map(({ text, source }): Cell[] => [
          this.words("原文说法", "said in the text"),
          "",
          "",
          "",
          null,
          this.say(source),
          "",
          this.say(text),
        ]),
      ),
      ...this.targets.differences
        .filter(({ entries }) => entries.some((id) => used.has(id) || published.has(id)))
        .map((difference): Cell[] => [
          this.words("文件之间不一样", "documents differ"),
          difference.id,
          "",
          "",
          null,
          "",
          "",
          this.say(difference.text),
        ]),
    ];
    return {
      name: this.words("评分_目标来源", "评分_target sources"),
      titleLines: [this.words("目标和公布数的来源", "Where targets and published figures come from")],
      columns: [
        { heading: this.words("类别", "Kind"), width: 16 },
        { heading: this.words("编号", "Id"), width: 28 },
        { heading: this.words("名称", "Name"), width: 34 },
        { heading: this.words("范围", "Scope"), width: 28 },
        { heading: this.words("数", "Figure"), width: 16 },
        { heading: this.words("来源", "Source"), width: 56, wrap: true },
        { heading: this.words("可靠程度", "How sure"), width: 14 },
        { heading: this.words("说明", "Note"), width: 60, wrap: true },
      ],
      rows,
      asTable: true,
    };
  }
}
