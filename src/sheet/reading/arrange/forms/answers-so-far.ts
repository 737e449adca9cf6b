/** Gathers the answers of a form on the way down its rows, with what the rows above said of units, parts and years. */
import type { Cell } from "../../../../words/grid";
import type { HeadingIndex } from "../../heading-index";
import { headingParts } from "../../heading-parts";
import { moneyFactor } from "../../money-units";
import { tickedOptions } from "../../ticked-boxes";
import { isUnit } from "../../units";
import type { Ambiguous, Answer, FormSheet } from "./form-answers";
import type { Area, FormAreas } from "./form-areas";
import { unitNote } from "./form-notes";
import { headingOfAnswer, tellingHeadline, type AroundLabel } from "./heading-of-answer";

/** The answer in a cell: what is ticked of boxes, null for a line left empty. */
function answered(value: Cell): Cell {
  if (typeof value !== "string") return value;
  const ticked = tickedOptions(value);
  const text = ticked === null ? value : ticked.join("、");
  return /^[\s_]*$/.test(text) ? null : text;
}

export class AnswersSoFar {
  readonly answers: Answer[] = [];
  readonly ambiguous: Ambiguous[] = [];
  readonly titles: Area[] = [];
  filledInBy: FormSheet["filledInBy"] = null;
  private section: string | null = null;
  private titleUnit: string | null = null;
  private unit: string | null = null;

  /** @param identity the field a name belongs to */
  constructor(
    private readonly areas: FormAreas,
    private readonly index: HeadingIndex,
    private readonly identity: string,
    private readonly formYear: number | null,
  ) {}

  /** @param label the label's cell, whose text is `text` where it holds nothing else */
  put(label: Area, text: string, around: AroundLabel, at: Area, value: Cell, firm: Area | null = null): void {
    const unit = this.unit === null ? null : { text: this.unit, amountsOnly: true };
    const heading = headingOfAnswer(this.index, text, {
      section: this.section,
      unit,
      formYear: this.formYear,
      ...around,
    });
    // 单位 names the enterprise in some forms and the unit in others; what stands behind it tells.
    if (heading.match.field?.id === this.identity && typeof value === "string" && isUnit(value)) {
      if (moneyFactor(value) !== undefined) this.takeUnit(value);
      return;
    }
    this.answers.push({ ...heading, label, at, value: answered(value), format: this.areas.format(at), firm });
  }

  /** A title, or the headline of the part of the form that follows. */
  headline(area: Area): void {
    const unit = unitNote(area.text);
    if (this.answers.length === 0) {
      this.titles.push(area);
      this.titleUnit = unit ?? this.titleUnit;
    }
    this.unit = unit ?? this.titleUnit ?? this.unit;
    this.section = tellingHeadline(area.text);
  }

  /** The corner of a table: 经济效益指标（万元）. */
  corner(area: Area): void {
    this.unit = headingParts(area.text).unit ?? unitNote(area.text) ?? this.unit;
  }

  /** A cell that may say the unit of what follows: 单位：千元. */
  note(area: Area): void {
    const unit = /单位|币种/.test(area.text) ? unitNote(area.text) : null;
    if (unit !== null) this.takeUnit(unit);
  }

  private takeUnit(unit: string): void {
    this.unit = unit;
    if (this.answers.every(({ match }) => match.field?.type !== "money")) this.titleUnit = unit;
  }
}
