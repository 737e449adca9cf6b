/** What the subsidies of a list rest on, as a result sheet: schemes, bases, injury cover, what was not found and what was assumed. */
import { sourceText } from "./source-text";
import { evidenceText } from "../engine/rows/explain";
import { placesOf } from "../language/places";
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import type { Language, Text } from "../words/text";
import { KINDS, type BaseArea, type LevelEvidence } from "./bases";
import type { Subsidies } from "./load-subsidies";
import { isoMonth } from "./month";
/** How sure a figure is, in words. */
export function sureness(evidence: LevelEvidence): Text {
  return evidence === "yours" ? { zh: "自己填的", en: "filled in by you" } : evidenceText({ evidence });
}

/** @param areas those that riders of the list work or are insured in */
export function sourcesSheet(
  reading: SheetReading,
  vocabulary: Vocabulary,
  subsidies: Subsidies,
  areas: ReadonlySet<BaseArea>,
  language: Language,
): ResultSheet {
  return new SourcesSheet(reading, vocabulary, subsidies, areas, language).sheet();
}

class SourcesSheet {
  constructor(
    private readonly reading: SheetReading,
    private readonly vocabulary: Vocabulary,
    private readonly subsidies: Subsidies,
    private readonly areas: ReadonlySet<BaseArea>,
    private readonly language: Language,
  ) {}

  private say(text: Text): string {
    return text[this.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
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
        this.say(sourceText(source)),
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
        this.say(sourceText(start.source)),
        this.say(sureness(start.evidence)),
        start.note === null ? "" : this.say(start.note),
      ]),
      ...[...gaps, ...figures].map((text): Cell[] => [kind, "", "", "", null, null, "", "", this.say(text)]),
    ];
  }

  sheet(): ResultSheet {
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
        this.say(sourceText(scheme.source)),
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
          this.say(sourceText(level.source)),
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
            this.say(sourceText(other.source)),
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
