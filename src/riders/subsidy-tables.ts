/** The subsidy of every rider as a result sheet for the workbook and for files; what it rests on follows in a sheet of its own. */
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { Cell } from "../words/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { BaseArea, LevelEvidence } from "./bases";
import { injuryCover } from "./injury-cover";
import type { Subsidies } from "./load-subsidies";
import { yuan } from "./money";
import { isoMonth } from "./month";
import type { PremiumPart } from "./premiums";
import { repeatedText } from "./repeated-riders";
import type { JudgedRider, SubsidyTally } from "./rider-sheet";
import type { Rider, SubsidyOptions } from "./rider";
import { sourcesSheet, sureness } from "./subsidy-sources";
import { sheetRowOf } from "../sheet/reading/sheet-row";

const STATUS = {
  met: { zh: "✓ 应发", en: "✓ due" },
  unmet: { zh: "✗ 不发", en: "✗ not due" },
  unknown: { zh: "? 待补数据", en: "? not known yet" },
} as const;

const STATUS_WORDS = [
  { word: "✓", tone: "good" },
  { word: "✗", tone: "bad" },
  { word: "?", tone: "unknown" },
] as const;

const LEAST_SURE_FIRST: readonly LevelEvidence[] = ["yours", "provisional", "single-source", "confirmed"];

export class SubsidyTables {
  private readonly rows: Cell[][] = [];
  private readonly injury = new Map<string, string>();
  /** The areas that riders of the list work or are insured in. */
  private readonly areas = new Set<BaseArea>();

  constructor(
    private readonly reading: SheetReading,
    private readonly vocabulary: Vocabulary,
    private readonly subsidies: Subsidies,
    private readonly options: SubsidyOptions,
    private readonly language: Language,
  ) {}

  private say(text: Text): string {
    return text[this.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
  }

  add({ row, rider, outcome, asked, backPayment, ways }: JudgedRider): void {
    const { reading } = this;
    for (const area of [outcome.workPlace, outcome.insuredPlace]) if (area !== null) this.areas.add(area);
    const fields = outcome.missing.map((id) => this.vocabulary.fields.get(id)?.name ?? { zh: id, en: id });
    this.rows.push([
      sheetRowOf(reading, row),
      reading.text("rider")[row] ?? "",
      rider.platform ?? "",
      this.say(STATUS[outcome.status]),
      outcome.amount,
      outcome.arithmetic,
      this.surenessOf(outcome.parts),
      [...outcome.reasons, ...(asked === null || outcome.reasons.includes(asked) ? [] : [asked])]
        .map((reason) => this.say(reason))
        .join(this.words("；", "; ")),
      fields.map((name) => this.say(name)).join(this.words("、", ", ")),
      outcome.nextMonth === null ? "" : isoMonth(outcome.nextMonth),
      outcome.checks[0]?.floor ?? null,
      backPayment,
      this.injuryOf(rider),
      ways === null ? "" : this.say(ways),
    ]);
  }

  /** Whether the platform pays injury cover for the rider's orders; "" where the place or month is blank. */
  private injuryOf({ workPlace, month }: Rider): string {
    if (workPlace === null || month === null) return "";
    const key = `${workPlace}|${month}`;
    const known = this.injury.get(key);
    if (known !== undefined) return known;
    const said = this.say(injuryCover(workPlace, month, this.subsidies.injuryFees, this.vocabulary).text);
    this.injury.set(key, said);
    return said;
  }

  /** What the least sure of the figures rests on; "" where there is no figure. */
  private surenessOf(parts: readonly PremiumPart[]): string {
    const least = LEAST_SURE_FIRST.find((evidence) => parts.some((part) => part.evidence === evidence));
    if (least === undefined) return "";
    const words = [this.say(sureness(least))];
    if (parts.some(({ level }) => level?.kind === "employees")) words.push(this.words("职工的基数", "employees' base"));
    if (parts.some(({ level }) => level !== null && level.beside.length > 0))
      words.push(this.words("另有一个数", "another figure exists"));
    return words.join(this.words("，", ", "));
  }

  /** The result sheets; call it after the last rider. */
  sheets(tally: SubsidyTally): readonly [results: ResultSheet, sources: ResultSheet] {
    const { riders, due, notDue, open, amount, backPayment, dueWithoutAmount, repeated } = tally;
    const window = this.options.includeCurrent
      ? this.words("近6个月含当月", "the six months include the month of payment")
      : this.words("近6个月不含当月", "the six months do not include the month of payment");
    const levels =
      this.options.levels === "settled"
        ? this.words(
            "收入和缴费当时已公布的下限比，金额按最终公布的基数",
            "incomes against the floors known at the time, amounts by the levels that hold in the end",
          )
        : this.words("收入和金额都按缴费当时已公布的基数", "incomes and amounts with the levels known at the time");
    const later =
      this.options.levels === "settled"
        ? this.words(`其中${yuan(backPayment)}元是基数公布后补发的`, `${yuan(backPayment)} of it paid later`)
        : this.words(`另要补发${yuan(backPayment)}元`, `${yuan(backPayment)} more to be paid later`);
    return [
      {
        name: this.words("评分_骑手补贴", "评分_riders"),
        titleLines: [
          this.words("骑手社保补贴", "Riders' social-insurance subsidies"),
          ...(repeated === 0 ? [] : [this.say(repeatedText(repeated))]),
          this.words(
            `${riders}名骑手：应发${due}，不发${notDue}，待补数据${open}；金额合计${yuan(amount)}元（另有${dueWithoutAmount}名应发但金额不能确定），${later}。${window}，${levels}。`,
            `${riders} riders: due ${due}, not due ${notDue}, not known yet ${open}; ${yuan(amount)} yuan in all (${dueWithoutAmount} more are due an amount not known), ${later}; ${window}, ${levels}.`,
          ),
        ],
        columns: [
          { heading: this.words("行号", "Row"), width: 6 },
          { heading: this.words("骑手", "Rider"), width: 16 },
          { heading: this.words("平台", "Platform"), width: 12 },
          { heading: this.words("结论", "Answer"), width: 14, status: true },
          { heading: this.words("补贴（元）", "Subsidy (yuan)"), width: 12, format: "#,##0.00" },
          { heading: this.words("算式", "Arithmetic"), width: 34 },
          { heading: this.words("基数可靠程度", "How sure the base is"), width: 24 },
          { heading: this.words("理由", "Why"), width: 56, wrap: true },
          { heading: this.words("待补数据", "Missing"), width: 24, wrap: true },
          { heading: this.words("最早哪个月能达标", "First month that could qualify"), width: 18 },
          {
            heading: this.words("当月收入比的下限（元）", "Floor compared with (yuan)"),
            width: 20,
            format: "#,##0.00",
          },
          {
            heading:
              this.options.levels === "settled"
                ? this.words("其中基数公布后补发（元）", "Of it paid later (yuan)")
                : this.words("基数公布后另要补发（元）", "To pay later besides (yuan)"),
            width: 20,
            format: "#,##0.00",
          },
          { heading: this.words("职业伤害保障（就业地）", "Injury cover (place of work)"), width: 44, wrap: true },
          { heading: this.words("当时和最终两种算法", "At the time and in the end"), width: 56, wrap: true },
        ],
        rows: this.rows,
        asTable: true,
        frozenColumns: 2,
        statusWords: STATUS_WORDS,
      },
      sourcesSheet(this.reading, this.vocabulary, this.subsidies, this.areas, this.language),
    ];
  }
}
