/** The subsidy of every rider, and what it rests on, as result sheets for the workbook and for files. */
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { evidenceText } from "../engine/rows/explain";
import type { Cell } from "../words/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../words/result-sheet";
import { KINDS, type BaseArea, type LevelEvidence } from "./bases";
import { placesOf } from "../language/places";
import { injuryCover } from "./injury-cover";
import type { Subsidies } from "./load-subsidies";
import { yuan } from "./money";
import { isoMonth } from "./month";
import type { PremiumPart } from "./premiums";
import { repeatedText } from "./repeated-riders";
import type { JudgedRider, SubsidyTally } from "./rider-sheet";
import type { Rider, SubsidyOptions } from "./rider";

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

function sureness(evidence: LevelEvidence): Text {
  return evidence === "yours" ? { zh: "自己填的", en: "filled in by you" } : evidenceText({ evidence });
}

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
      reading.rowNumbers[row] ?? null,
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
      this.sources(),
    ];
  }

  /** Occupational-injury cover: the fees, and from when it applies in which provinces. */
  private injuryRows(): Cell[][] {
    const { kinds, rollout, gaps, figures, source, evidence, from } = this.subsidies.injuryFees;
    const kind = this.words("职业伤害保障", "injury cover");
    const places = placesOf(this.vocabulary);
    return [
      ...kinds.map(({ name, fee }): Cell[] => [
        kind,
        this.say(name),
        isoMonth(from),
        "",
        null,
        null,
        `${source.document}，${source.clause}`,
        this.say(sureness(evidence)),
        this.words(`每单${fee}元，平台缴`, `${fee} yuan an order, paid by the platform`),
      ]),
      ...rollout.map((start): Cell[] => [
        kind,
        start.provinces.map((code) => this.say(places.text(code))).join(this.words("、", ", ")),
        isoMonth(start.from),
        start.by === null ? "" : isoMonth(start.by),
        null,
        null,
        `${start.source.document}，${start.source.clause}`,
        this.say(sureness(start.evidence)),
        start.note === null ? "" : this.say(start.note),
      ]),
      ...[...gaps, ...figures].map((text): Cell[] => [kind, "", "", "", null, null, "", "", this.say(text)]),
    ];
  }

  private sources(): ResultSheet {
    const { bases, schemes } = this.subsidies;
    const rows: Cell[][] = [];
    for (const scheme of schemes)
      rows.push([
        this.words("方案", "scheme"),
        this.say(scheme.name),
        isoMonth(scheme.from),
        "",
        null,
        null,
        `${scheme.source.document}，${scheme.source.clause}`,
        this.say(sureness(scheme.evidence)),
        scheme.notes.map((note) => this.say(note)).join(" "),
      ]);
    for (const area of bases.areas.filter((one) => this.areas.has(one))) {
      const { lastChecked, name } = area;
      for (const level of area.levels) {
        rows.push([
          this.words("缴费基数", "contribution base"),
          this.say(name),
          isoMonth(level.from),
          isoMonth(level.until),
          level.floor,
          level.ceiling,
          `${level.source.document}，${level.source.clause}`,
          this.say(sureness(level.evidence)),
          [
            this.say(KINDS[level.kind]),
            ...(level.note === null ? [] : [this.say(level.note)]),
            ...(lastChecked === "" ? [] : [this.words(`核对于${lastChecked}`, `checked ${lastChecked}`)]),
          ].join(this.words("；", "; ")),
        ]);
        for (const other of level.beside)
          rows.push([
            this.words("另一个数，没有用", "another figure, not used"),
            this.say(name),
            isoMonth(level.from),
            isoMonth(level.until),
            other.floor,
            other.ceiling,
            `${other.source.document}，${other.source.clause}`,
            this.say(sureness(other.evidence)),
            [this.say(KINDS[other.kind]), this.say(other.why)].join(this.words("；", "; ")),
          ]);
      }
      for (const gap of area.gaps)
        rows.push([
          this.words("没有查到", "not found"),
          this.say(name),
          isoMonth(gap.from),
          gap.until === null ? "" : isoMonth(gap.until),
          null,
          null,
          "",
          "",
          this.say(gap.text),
        ]);
    }
    rows.push(...this.injuryRows());
    for (const { cell, text, reason } of this.reading.unreadable)
      rows.push([
        this.words("读不出的单元格", "unreadable cell"),
        cell,
        "",
        "",
        null,
        null,
        text,
        "",
        this.say(reason),
      ]);
    // A month of payment is a month and no day.
    const month = this.reading.columns.find(({ field }) => field === "month")?.address;
    const told = this.reading.assumptions.filter(({ id, cell }) => id !== "month-only" || cell !== month);
    for (const { message, cell } of told)
      rows.push([this.words("假设", "assumption"), cell ?? "", "", "", null, null, "", "", this.say(message)]);
    return {
      name: this.words("评分_补贴来源", "评分_subsidy sources"),
      titleLines: [this.words("补贴的依据与假设", "What the subsidies rest on")],
      columns: [
        { heading: this.words("类别", "Kind"), width: 14 },
        { heading: this.words("名称或单元格", "Name or cell"), width: 28 },
        { heading: this.words("起", "From"), width: 9 },
        { heading: this.words("止", "Until"), width: 9 },
        { heading: this.words("下限（元）", "Floor (yuan)"), width: 12, format: "#,##0.00" },
        { heading: this.words("上限（元）", "Ceiling (yuan)"), width: 12, format: "#,##0.00" },
        { heading: this.words("来源或原文", "Source or text"), width: 48, wrap: true },
        { heading: this.words("可靠程度", "How sure"), width: 14 },
        { heading: this.words("说明", "Note"), width: 56, wrap: true },
      ],
      rows,
      asTable: true,
    };
  }
}
