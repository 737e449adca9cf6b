/**
 * Columns that several conditions read: yearly growth rates, and whether an enterprise is large. A growth rate has two columns, the
 * least and the most it can be; they differ only while cells are blank. Endless is written as ±1E+250, which any line lies within.
 */
import type { Text } from "../../words/text";
import { slot } from "../../language/vocabulary";
import { slotText } from "../rows/explain";
import type { Quantity } from "../../language/tree";
import { and, blank, choose, filled, not, or, quoted } from "./formula-parts";
import { BlankBounds, type BlankEnds } from "./blank-bounds";
import { LinearFormulas, linearOf, type Linear } from "./linear";
import { NotNative } from "./not-native";
import type { InputContext, NativeInputs } from "./native-inputs";
import type { TableDraft } from "./native-table";
import { safeDigits } from "./precision";
import { NATIVE_WORDS } from "./words";

/** Stands for infinity: large enough for any sheet, small enough to be divided by the smallest cell. */
export const ENDLESS = "1E+250";

const BAND: Text = { zh: "辅助计算", en: "Worked out" };
const LARGE: Text = { zh: "是否大型企业", en: "Large enterprise" };
const LARGE_NOTE: Text = {
  zh: "国统字〔2017〕213号：所属行业的各项指标都达到大型下限才是大型。上下限列在“从业人员、营业收入、资产总额、行业”各列的表头上方。",
  en: "国统字〔2017〕213号: large only where every measure of the industry reaches its bound. The bounds stand above the headings of staff, revenue, assets and industry.",
};

export interface Rate {
  readonly low: string;
  readonly high: string;
}

export class HelperColumns {
  private readonly rates = new Map<string, Rate>();
  private readonly differences = new Map<string, Rate>();
  private readonly linear: LinearFormulas;
  private readonly bounds: BlankBounds;
  private large: string | null = null;

  constructor(
    private readonly context: InputContext,
    private readonly inputs: NativeInputs,
    private readonly table: TableDraft,
  ) {
    this.linear = new LinearFormulas(inputs);
    this.bounds = new BlankBounds(inputs);
  }

  private say(text: Text): string {
    return text[this.context.language];
  }

  /** The least and the most growth rate from one quantity to another: from a base of 0 or less it may be anything. */
  rate(now: Quantity, before: Quantity): Rate {
    const key = JSON.stringify([now, before]);
    let rate = this.rates.get(key);
    if (!rate) {
      rate = this.makeRate(now, before);
      this.rates.set(key, rate);
    }
    return rate;
  }

  private makeRate(now: Quantity, before: Quantity): Rate {
    const [a, b] = [this.ends(now), this.ends(before)];
    const name = (quantity: Quantity): string => this.nameOf(quantity);
    const title = this.say({
      zh: `增长率：${name(now)} / ${name(before)}`,
      en: `Growth: ${name(now)} / ${name(before)}`,
    });
    const least = `IF(${a.low}>=0,${a.low}/${b.high},${a.low}/${b.low})`;
    const most = `IF(${a.high}<0,${a.high}/${b.high},${a.high}/${b.low})`;
    const [low, high] = this.pair(
      title,
      `IF(${b.low}<=0,-${ENDLESS},${least}-1)`,
      `IF(${b.low}<=0,${ENDLESS},${most}-1)`,
    );
    return { low, high };
  }

  /** The least and the most sum of two growth rates in a row; see `twoRatesLow`. */
  twoRates(last: Quantity, second: Quantity, first: Quantity): Rate {
    const key = JSON.stringify([last, second, first]);
    const known = this.rates.get(key);
    if (known) return known;
    const [a, b, c] = [this.ends(last), this.ends(second), this.ends(first)];
    const title = this.say({
      zh: `两年增长率之和：${this.nameOf(last)} / ${this.nameOf(second)} / ${this.nameOf(first)}`,
      en: `Sum of two growth rates: ${this.nameOf(last)} / ${this.nameOf(second)} / ${this.nameOf(first)}`,
    });
    const based = `AND(${b.low}>0,${c.low}>0)`;
    const between = `MIN(MAX(SQRT(MAX(${a.low},0)*${c.high}),${b.low}),${b.high})`;
    const [low, high] = this.pair(
      title,
      `IF(${based},${a.low}/${between}+${between}/${c.high}-2,-${ENDLESS})`,
      `IF(${based},MAX(${a.high}/${b.low}+${b.low}/${c.low},${a.high}/${b.high}+${b.high}/${c.low})-2,${ENDLESS})`,
    );
    const made = { low, high };
    this.rates.set(key, made);
    return made;
  }

  /** Two columns of rates: the least and the most. */
  private pair(title: string, least: string, most: string): readonly [string, string] {
    const column = (end: Text, formula: string): string => {
      const draft = this.table.column(this.say(BAND), `${title} ${this.say(end)}`, "percent", 12);
      draft.formula = formula;
      return draft.cell;
    };
    return [column({ zh: "（至少）", en: "(least)" }, least), column({ zh: "（至多）", en: "(most)" }, most)];
  }

  /** The least and most value of a series' element as short formulas; differences get columns of their own. */
  private ends(quantity: Quantity): Rate {
    const linear = linearOf(quantity);
    if (linear?.over !== 1) throw new NotNative("growth of something else than a sum or a difference of cells");
    const [only] = linear.terms;
    if (only && linear.terms.length === 1) {
      const { min, max } = this.inputs.field(only.slot);
      const cell = this.inputs.cell(only.slot);
      const bounded = this.bounds.ends(only.slot, only.sinceFounding);
      if (bounded) return { low: bounded.least, high: choose(bounded.endless, ENDLESS, bounded.most) };
      const open = only.sinceFounding ? and(blank(cell), not(this.bounds.isBeforeFounding(only.slot))) : blank(cell);
      if (min === 0 && max === Infinity) return { low: cell, high: `IF(${open},${ENDLESS},${cell})` };
    }
    const key = JSON.stringify(quantity);
    const known = this.differences.get(key);
    if (known) return known;
    const made = this.differenceColumns(linear, this.nameOf(quantity));
    this.differences.set(key, made);
    return made;
  }

  private differenceColumns(linear: Linear, name: string): Rate {
    const digits = safeDigits(this.linear.size(linear));
    const column = (end: "least" | "most"): string => {
      const { text, finite } = this.linear.end(linear, end);
      const suffix =
        end === "least" ? this.say({ zh: "（至少）", en: "(least)" }) : this.say({ zh: "（至多）", en: "(most)" });
      const draft = this.table.column(this.say(BAND), `${name} ${suffix}`, "number", 13);
      const endless = end === "least" ? `-${ENDLESS}` : ENDLESS;
      draft.formula = choose(finite, `ROUND(${text},${digits})`, endless);
      return draft.cell;
    };
    return { low: column("least"), high: column("most") };
  }

  /** A quantity in the words of the sheet: 2025年资产总额－2025年负债总额. */
  nameOf(quantity: Quantity): string {
    const { vocabulary, t, language } = this.context;
    const linear = linearOf(quantity);
    if (!linear) return "";
    return linear.terms
      .map(
        ({ sign, slot: key }, index) =>
          `${index === 0 ? "" : sign === 1 ? "＋" : "－"}${slotText(key, vocabulary, t)[language]}`,
      )
      .join("");
  }

  /** The cell that says whether the enterprise is large: yes, no, or the word for unknown. */
  largeCell(): string {
    if (this.large !== null) return this.large;
    this.inputs.addSizeBounds();
    const draft = this.table.column(this.say(BAND), this.say(LARGE), "text", 10, this.say(LARGE_NOTE));
    const { yes, no, unknown } = NATIVE_WORDS[this.context.language];
    const size = this.sizeParts();
    draft.formula = choose(
      `SUMPRODUCT(${size.candidate}*${size.possible})=0`,
      quoted(no),
      choose(`SUMPRODUCT(${size.candidate}*(1-${size.sure}))=0`, quoted(yes), quoted(unknown)),
    );
    this.large = draft.cell;
    return this.large;
  }

  /**
   * Whether a cell is blank that has a column in the sheet and could decide the size; asked only where the size is unknown.
   * Folded to FALSE where the sheet has none of the columns.
   */
  largeIsOpen(): string {
    const { inputs } = this;
    const parts: string[] = [];
    if (inputs.isInSheet("industry")) parts.push(blank(inputs.cell("industry")));
    const measures = MEASURES.filter((key) => inputs.isInSheet(key));
    if (measures.length > 0) {
      const { candidate, possible, sure } = this.sizeParts();
      const blanks = measures.map((key) => `${blank(inputs.cell(key))}*(${inputs.boundsOf(key)}>0)`).join("+");
      parts.push(`SUMPRODUCT(${candidate}*${possible}*(1-${sure})*((${blanks})>0))>0`);
    }
    return or(...parts);
  }

  /** Arrays over the industries of 0 and 1: may it be this one, could it be large there, is it surely. */
  private sizeParts(): { readonly candidate: string; readonly possible: string; readonly sure: string } {
    const { inputs } = this;
    const industry = inputs.cell("industry");
    const each = (make: (measure: BlankEnds, bounds: string) => string): string =>
      `(${MEASURES.map((key) => make(this.ofMeasure(key), inputs.boundsOf(key))).join("*")})`;
    return {
      candidate: `((${blank(industry)}+(${inputs.wordsOf("industry")}=${industry}))>0)`,
      possible: each(({ endless, most }, bounds) => `((${endless}+(${most}>=${bounds}))>0)`),
      sure: each(({ least }, bounds) => `(${least}>=${bounds})`),
    };
  }

  private ofMeasure(key: string): BlankEnds {
    const cell = this.inputs.cell(key);
    const free = { least: `N(${cell})`, most: cell, finite: filled(cell), endless: blank(cell) };
    return this.bounds.ends(key, false) ?? free;
  }
}

const MEASURES = ["employees", "revenue", "total_assets"].map((field) => slot(field));
