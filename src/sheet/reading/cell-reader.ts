/** Reads one filled cell by the type of its field. Blanks, unreadable cells and cells read with a note are told apart. */
import { asSheetNumber } from "../../engine/facts";
import type { Field } from "../../language/vocabulary";
import type { CellWords } from "./cell-words";
import { ChoiceWords } from "./cell-words";
import { readDateNumber, readDateText, type DateFault, type ReadDate } from "./date-text";
import type { IndustryCodes } from "./industry-codes";
import { mayHaveLostZero } from "./lost-zeros";
import { refusals, type CellNote, type Refusal } from "./cell-messages";
import { isForeignCurrency } from "./money-units";
import { isErrorText, isRefusal, readNumberText, whyNoNumber } from "./number-text";
import { foldKey, plainText } from "../../words/plain-text";
import { TitleCells, type TitleColumn } from "./title-cells";
import { scaled, unitFactor } from "./units";

/** NaN without a refusal is a blank. */
export interface CellReading {
  readonly value: number;
  readonly refusal?: Refusal;
  readonly note?: CellNote;
}

/** What the cells of a column are read with. */
export interface CellContext {
  readonly words: CellWords;
  readonly codes: IndustryCodes;
  /** Nothing names the unit of the column's amounts. */
  readonly unitAssumed?: boolean;
  /** The column ticks with ● or ■, so that ○ is an open box. */
  readonly filledCircles?: boolean;
  /** Three bare digits among the industry codes may be a code that lost its leading zero. */
  readonly zerosLost?: boolean;
  /** What the dates of a title are; its last day if left out. */
  readonly titles?: TitleColumn;
  /** The day of judgement, for a title whose dates may be those of its award; serial. */
  readonly asOf?: number;
  /** False where a blank stands for none in no field; a cell that says none still does. */
  readonly blanksMeanNone?: boolean;
}

/** Reads the cells of one column. Neither method gets blanks or Excel errors. */
export interface CellReader {
  number(value: number): CellReading;
  text(text: string): CellReading;
  truth(value: boolean): CellReading;
}

const blank: CellReading = { value: NaN };
const refused = (refusal: Refusal): CellReading => ({ value: NaN, refusal });

/** The value where it lies within the field's limits and is whole where it has to be, otherwise why not. */
export function withinLimits(field: Field, value: number): CellReading {
  if (Number.isNaN(value)) return refused(refusals.notANumber);
  if (value < field.min) return refused(field.min === 0 ? refusals.negative : refusals.below(limit(field, field.min)));
  if (value > field.max)
    return refused(
      field.type === "share" && field.max === 1 ? refusals.aboveWhole : refusals.above(limit(field, field.max)),
    );
  if (!Number.isFinite(value)) return refused(refusals.notANumber);
  if (isWhole(field) && !Number.isInteger(value)) return refused(refusals.notWhole);
  return { value };
}

/** Ranks and counts of things are whole; persons may be an average over the year. */
export function isWhole(field: Field): boolean {
  return field.type === "rank" || (field.type === "count" && field.unit !== "人");
}

function limit(field: Field, bound: number): string {
  if (field.type === "share") return `${bound * 100}%`;
  return field.unit === "" ? String(bound) : `${bound} ${field.unit}`;
}

/** Numbers: amounts, counts, shares, years, ranks, points. `factor` turns the column's unit into the inside one. */
function numberReader(
  field: Field,
  factor: number,
  { words, unitAssumed = false, blanksMeanNone }: CellContext,
): CellReader {
  const inside = (value: number, by: number): CellReading => withinLimits(field, asSheetNumber(scaled(value, by)));
  const text = (cell: string): CellReading => {
    const result = readNumberText(cell);
    if (!isRefusal(result)) {
      const { value, unit } = result;
      // ¥ before an amount says yuan where nothing else names a unit.
      if (unit === "" && unitAssumed && /^[-+(]?\s*[¥￥]/.test(cell.trim())) {
        return { note: "yuan-sign", ...inside(value, unitFactor(field, "元") ?? factor) };
      }
      if (unit === "") return inside(value, factor);
      const own = unitFactor(field, unit);
      if (own !== undefined) return inside(value, own);
    }
    const noted = /^(.*\d[^()]*)\(([^()]*)\)$/.exec(plainText(cell).replace(/\s+/g, ""));
    if (noted !== null && isHarmlessNote(field, noted[2] ?? "")) {
      const alone = text(noted[1] ?? "");
      return alone.refusal === undefined ? { note: "note-in-brackets", ...alone } : alone;
    }
    if (words.isNone(cell)) {
      if (field.blankMeansNone && blanksMeanNone === false) return { value: 0 };
      if (field.blankMeansNone || (field.type !== "money" && field.type !== "count")) return blank;
      return { value: 0, note: "none-as-zero" };
    }
    if (words.isBlank(cell)) return blank;
    if (field.type === "rank") {
      const rank = readRank(cell, field.name.zh);
      if (rank !== null) return typeof rank === "number" ? withinLimits(field, rank) : refused(rank);
      if (field.blankMeansNone && words.flag(cell) === 0) return blanksMeanNone === false ? { value: 0 } : blank;
    }
    if (field.type === "years") {
      const years = /^(\d+)年(?:零)?(\d{1,2})个?月$/.exec(plainText(cell).replace(/\s+/g, ""));
      if (years !== null) return withinLimits(field, asSheetNumber(Number(years[1]) + Number(years[2]) / 12));
    }
    return refused(isRefusal(result) ? result : whyNotUnit(cell, result.unit));
  };
  return { number: (value) => inside(value, factor), text, truth: () => refused(refusals.truthValue) };
}

/** Notes that leave a number what it is: 130（含劳务）, 6500万元（未审）, 3项（已授权）. */
function isHarmlessNote(field: Field, note: string): boolean {
  if (/预|计划|目标|拟|申请|受理|申报|约|估|左右|以上|以下/.test(note)) return false;
  if (field.type === "count") {
    return /^(?:含|包含|包括|不含|其中|均|全).*|^(?:在册|在岗|在职|年末|期末|平均|授权|已授权|有效)(?:数|人数)?$/.test(
      note,
    );
  }
  return (
    field.type === "money" &&
    /^(?:未审|未审计|未经审计|已审|已?审计|经审计|审计数|审定数?|快报数?|合并(?:报表|口径)?|年报|报表数?|自报|自评|人民币)$/.test(
      note,
    )
  );
}

/** A number with something behind it that is no unit of the column. */
function whyNotUnit(cell: string, unit: string): Refusal {
  if (isForeignCurrency(unit)) return refusals.foreignCurrency;
  const why = whyNoNumber(cell);
  return why === refusals.notANumber ? refusals.wrongUnit(unit) : why;
}

/** Where a rank holds, said in front of it: 行业第2, 国内细分市场第3. */
const scope =
  /^(?:国内|全国|中国|国际|全球|世界|省内|全省|本省|市内|全市|行业内?|同行业|细分|市场|领域|占有率|市占率)+/;
const scopes = [/国内|全国|中国/, /国际|全球|世界/, /省内|全省|本省|省/, /市内|全市/];
const rankDigits = "一二三四五六七八九";

/** 第3名, 第三, 并列第2, 冠军 -> the place; a refusal for 前三; null where the text is no rank at all. */
function readRank(text: string, heading: string): number | Refusal | null {
  // 3/15, 1-3 and 2、4 are several numbers, whatever is left of them once marks are taken out.
  if (/\d[^\d\p{L}]+\d/u.test(text)) return null;
  const written = foldKey(text);
  const scoped = scope.exec(written);
  const key = scoped === null ? written : written.slice(scoped[0].length);
  if (scoped !== null && /^(?:排名|排)?(?:第|前|首)/.test(key)) {
    const other = scopes.find((one) => one.test(scoped[0]));
    if (other !== undefined && !other.test(heading)) return refusals.otherScope;
  }
  if (/^(?:进入|位居|位列)?(?:前|top)(?:\d+|[一二三四五六七八九十]+)(?:名|位|强)?$/.test(key)) return refusals.topN;
  if (/^(?:第一|首位|榜首|冠军|第一名|第1)$/.test(key)) return 1;
  const match =
    /^(?:并列|排名|位列|位居|no)?第?(?:(\d{1,6})|([一二三四五六七八九])?(十)?([一二三四五六七八九])?)(?:名|位|th|st|nd|rd)?$/.exec(
      key,
    );
  if (match === null) return null;
  if (match[1] !== undefined) return Number(match[1]);
  const [tens, ten, ones] = [match[2], match[3], match[4]];
  const digit = (letter: string | undefined): number => (letter === undefined ? 0 : rankDigits.indexOf(letter) + 1);
  if (ten === undefined) return tens === undefined || ones !== undefined ? null : digit(tens);
  return (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones);
}

/** Keeps what was read for a text: words repeat down a column. */
function remembering(read: (text: string) => CellReading): (text: string) => CellReading {
  const seen = new Map<string, CellReading>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const reading = read(text);
    if (seen.size < 5_000) seen.set(text, reading);
    return reading;
  };
}

/** ○ alone: yes, unless the column ticks with ●, which makes it the open one. */
const circle = /^[○◯〇]$/;

function flagReader({ words, filledCircles = false }: CellContext): CellReader {
  const text = remembering((cell) => {
    if (circle.test(cell.trim())) return filledCircles ? { value: 0 } : { value: 1, note: "circle-as-yes" };
    const value = words.flag(cell);
    return value === null ? refused(refusals.notFlag) : { value };
  });
  return {
    number: (value) => (value === 0 || value === 1 ? { value } : refused(refusals.notFlag)),
    text,
    truth: (value) => ({ value: value ? 1 : 0 }),
  };
}

function ofDate(field: Field, date: ReadDate | DateFault): CellReading {
  if (date === "not-date") return refused(refusals.notDate);
  if (date === "no-such-day") return refused(refusals.noSuchDay);
  if (date === "unclear-month") return refused(refusals.unclearMonth);
  if (date.serial < field.min || date.serial > field.max) return refused(refusals.notDate);
  return date.precision === "day" ? { value: date.serial } : { value: date.serial, note: "month-only" };
}

function dateReader(field: Field, words: CellWords): CellReader {
  return {
    number: (value) => ofDate(field, readDateNumber(value, false)),
    text: remembering((cell) => {
      if (words.isBlank(cell) || words.isNone(cell)) return blank;
      const date = readDateText(cell, false);
      return ofDate(field, date === "not-date" ? numberAsDate(cell, false) : date);
    }),
    truth: () => refused(refusals.notDate),
  };
}

/** A serial day that was stored as text. */
function numberAsDate(text: string, toEnd: boolean): ReadDate | DateFault {
  const plain = plainText(text);
  return /^\d{5}(?:\.\d+)?$/.test(plain) ? readDateNumber(Number(plain), toEnd) : "not-date";
}

function validityReader(field: Field, { words, titles = "until", asOf = -Infinity }: CellContext): CellReader {
  const cells = new TitleCells(field, titles, words, asOf);
  return {
    number: (value) => cells.number(value),
    text: remembering((cell) => cells.text(cell)),
    truth: (value) => ({ value: value ? Infinity : -Infinity }),
  };
}

function choiceReader(field: Field, words: CellWords): CellReader {
  const choices = new ChoiceWords(field);
  const unknown = refusals.notChoice(field.choices.map(({ name }) => name));
  const read = (cell: string): CellReading => {
    const choice = choices.read(cell);
    if (choice.kind === "word") return { value: choice.index };
    if (words.isBlank(cell)) return blank;
    if (choice.kind === "part") return { value: choice.index, note: "choice-by-part" };
    return refused(choice.kind === "several" ? refusals.severalChoices : unknown);
  };
  const text = remembering(read);
  return { number: (value) => text(String(value)), text, truth: () => refused(unknown) };
}

function industryReader({ codes, words, zerosLost = false }: CellContext): CellReader {
  const read = (cell: string): CellReading => {
    if (words.isBlank(cell) || words.isNone(cell)) return blank;
    const bare = plainText(cell).replace(/\.0+$/, "");
    if (zerosLost && mayHaveLostZero(bare)) return refused(refusals.zeroLost(bare));
    const index = codes.read(cell);
    return typeof index === "number" ? { value: index } : refused(index);
  };
  const text = remembering(read);
  return {
    number: (value) => text(String(value)),
    text,
    truth: () => refused(refusals.industryUnknown),
  };
}

/** The reader of a field's cells, or null for texts, codes and places, which are kept as they are. */
export function cellReader(field: Field, factor: number, context: CellContext): CellReader | null {
  const reader = readerOfType(field, factor, context);
  if (reader === null) return null;
  return { ...reader, text: (text) => (isErrorText(text) ? refused(refusals.excelError) : reader.text(text)) };
}

function readerOfType(field: Field, factor: number, context: CellContext): CellReader | null {
  const { words } = context;
  switch (field.type) {
    case "text":
    case "code":
    case "place":
      return null;
    case "industry":
      return industryReader(context);
    case "flag":
      return flagReader(context);
    case "choice":
      return choiceReader(field, words);
    case "date":
      return dateReader(field, words);
    case "validity":
      return validityReader(field, context);
    default:
      return numberReader(field, factor, context);
  }
}
