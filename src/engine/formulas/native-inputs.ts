/**
 * The input columns of a native copy: every cell the chosen rule sets read, in one unit a column, words for yes/no and choices.
 * Columns that the sheet lacks stand there empty, so that a reader can fill them in.
 */
import { cellOfSlot, type Field, type Vocabulary } from "../../language/vocabulary";
import { boundingSlots } from "../../language/relatives";
import type { Text, Language } from "../../words/text";
import { slotText } from "../rows/explain";
import type { Facts } from "../facts";
import type { Cell } from "../../words/grid";
import { Scales, type Scale } from "./precision";
import type { ColumnDraft, NativeLook, TableDraft } from "./native-table";
import { NATIVE_WORDS } from "./words";

export interface InputContext {
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  readonly language: Language;
  /** The last complete fiscal year. */
  readonly t: number;
}

const NOT_IN_SHEET: Text = {
  zh: "原表没有这一列，可以在这里补填。",
  en: "The sheet has no such column; it can be filled in here.",
};
const BAND: Text = { zh: "输入数据", en: "Input" };

export class NativeInputs {
  private readonly columns = new Map<string, ColumnDraft>();
  private readonly words = new Map<string, { readonly range: string; readonly at: readonly string[] }>();
  private readonly scales: Scales;

  constructor(
    private readonly context: InputContext,
    table: TableDraft,
    slots: readonly string[],
  ) {
    this.scales = new Scales(context.facts);
    for (const slot of slots) this.add(slot, table);
  }

  has(slot: string): boolean {
    return this.columns.has(slot);
  }

  get vocabulary(): Vocabulary {
    return this.context.vocabulary;
  }

  /** The slot's cell in the enterprise's row. */
  cell(slot: string): string {
    return this.draft(slot).cell;
  }

  /** Whether the sheet that was scored has the column. */
  isInSheet(slot: string): boolean {
    return this.context.facts.column(slot) !== undefined;
  }

  /** Whether the sheet that was scored speaks of a slot: it has a column for it, or for a whole it is a part of. */
  isSpokenOf(slot: string): boolean {
    const { field, back } = cellOfSlot(slot);
    const { wholes } = boundingSlots(field, back, this.context.vocabulary);
    return [slot, ...wholes].some((one) => this.isInSheet(one));
  }

  scale(slot: string): Scale {
    return this.scales.of(slot);
  }

  field(slot: string): Field {
    const field = this.context.vocabulary.fields.get(cellOfSlot(slot).field);
    if (!field) throw new Error(`no field for ${slot}`);
    return field;
  }

  /** The range of a choice's words, lowest first, above its column. */
  wordsOf(slot: string): string {
    const known = this.words.get(slot);
    if (!known) throw new Error(`${slot} has no words`);
    return known.range;
  }

  /** The bounds of large enterprises above a measure's column, in the order of the industries above the industry's. */
  boundsOf(slot: string): string {
    return this.wordsOf(slot);
  }

  private draft(slot: string): ColumnDraft {
    const draft = this.columns.get(slot);
    if (!draft) throw new Error(`${slot} is no input column`);
    return draft;
  }

  private add(slot: string, table: TableDraft): void {
    const { language, vocabulary, facts, t } = this.context;
    const field = this.field(slot);
    const name = slotText(slot, vocabulary, t)[language];
    const unit =
      field.type === "share" || field.unit === "" ? "" : language === "zh" ? `（${field.unit}）` : ` (${field.unit})`;
    const values = facts.column(slot);
    const note = values === undefined ? NOT_IN_SHEET[language] : "";
    const draft = table.column(BAND[language], name + unit, lookOf(field), field.type === "industry" ? 16 : 13, note);
    this.columns.set(slot, draft);
    if (field.type === "choice")
      this.list(
        slot,
        draft,
        field.choices.map((choice) => choice.name[language]),
      );
    if (field.type === "industry")
      this.list(
        slot,
        draft,
        this.context.vocabulary.sizeIndustries.map((one) => one.name[language]),
      );
    const shown = this.shown(field);
    draft.content = { kind: "values", value: values === undefined ? () => null : (row) => shown(values[row] ?? NaN) };
  }

  /** Puts the bounds of large enterprises above the columns of the size classes' measures. */
  addSizeBounds(): void {
    for (const slot of ["employees", "revenue", "total_assets"]) {
      if (this.words.has(slot)) continue;
      // A measure that an industry does not have is bounded by 0, which everyone reaches.
      const bounds = this.context.vocabulary.sizeIndustries.map(
        ({ measures }) => measures.find(({ field }) => field === slot)?.large ?? 0,
      );
      this.list(slot, this.draft(slot), bounds);
    }
  }

  private list(slot: string, draft: ColumnDraft, values: readonly (string | number)[]): void {
    const at = values.map((value) =>
      draft.put({ kind: "value", value, look: typeof value === "number" ? "number" : "text" }),
    );
    this.words.set(slot, { range: `${at[0] ?? ""}:${at.at(-1) ?? ""}`, at });
  }

  /** What the cell says for a number kept inside. */
  private shown(field: Field): (value: number) => Cell {
    const { language, vocabulary } = this.context;
    const { yes, no } = NATIVE_WORDS[language];
    switch (field.type) {
      case "flag":
        return (value) => (Number.isNaN(value) ? null : value >= 1 ? yes : no);
      case "choice":
        return (value) => field.choices[value]?.name[language] ?? null;
      case "industry":
        return (value) => vocabulary.sizeIndustries[value]?.name[language] ?? null;
      case "validity":
        return (value) => (Number.isNaN(value) ? null : Number.isFinite(value) ? value : value > 0 ? yes : no);
      default:
        return (value) => (Number.isNaN(value) ? null : value);
    }
  }
}

function lookOf(field: Field): NativeLook {
  switch (field.type) {
    case "share":
      return "percent";
    case "date":
    case "validity":
      return "date";
    case "flag":
    case "choice":
    case "industry":
      return "text";
    default:
      return "number";
  }
}
