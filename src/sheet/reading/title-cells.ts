/**
 * What a cell under a title says: until when it holds, since when, or only that it does. Only a heading with 有效期, 到期 or 至 carries
 * the last day. Under any other a day that has passed, a year, a batch, a level or the number of a certificate means that the title was
 * awarded then; how long it holds is the rule's.
 */
import type { Field } from "../../language/vocabulary";
import type { CellReading } from "./cell-reader";
import type { CellWords } from "./cell-words";
import {
  dateSerial,
  daysInMonth,
  readDateNumber,
  readDateText,
  readValidityText,
  type DateFault,
  type ReadDate,
} from "./date-text";
import { refusals, type Refusal } from "./cell-messages";
import { foldKey, plainText } from "../../words/plain-text";

/** `until` and `since` by the heading's own words; `bare` where it only names the title. */
export type TitleColumn = "until" | "since" | "bare";

const untilWords = /有效|到期|截[止至]|届满|失效|至$|至[(（]|until|valid|expir/i;
const sinceWords = /时间|日期|年份|年度|批次|批$|批[)）]$|编号|证号|证书号|号码|date|since|awarded|batch|number/i;

/** What the dates of a title's column are, by its heading. */
export function titleColumn(heading: string): TitleColumn {
  if (untilWords.test(heading)) return "until";
  return sinceWords.test(heading) ? "since" : "bare";
}

const blank: CellReading = { value: NaN };
const refused = (refusal: Refusal): CellReading => ({ value: NaN, refusal });
const inForce: CellReading = { value: Infinity, note: "title-held" };

const serialOfUnixEpoch = 25_569;
const dayLength = 86_400_000;

/** The last day of a title awarded on a day: the day before the same one `years` later. */
function lastDay(awarded: number, years: number): number {
  const day = new Date((awarded - serialOfUnixEpoch) * dayLength);
  const [year, month] = [day.getUTCFullYear() + years, day.getUTCMonth() + 1];
  return dateSerial(year, month, Math.min(day.getUTCDate(), daysInMonth(year, month))) - 1;
}

const batch = /^(?:((?:19|20)\d\d)年?度?)?(?:第?[一二三四五六七八九十\d]{1,3}|首)批(?:次)?(?:\(.*\))?$/;
const certificate = /^[a-z]{0,4}((?:19|20)\d\d)[\da-z]{6,}$/i;
const level = /^(国家|国|部|省|市|县|区|区县)级?(?:级)?(?:认定)?$/;
const awardedWords =
  /(?:认定|获评|评定|入选|入库|发证|颁证|获证|颁发|获批|批准|通过|公布|公告|授予|取得|获得)(?:时间|日期|年份|于)?[:]?|^自|起$|的$/g;
const untilInCell = /有效|到期|截[止至]|止|至/;
/** Levels that a title is of, by the words of its name; any other level is another title. */
const levelOfTitle: readonly (readonly [RegExp, RegExp])[] = [
  [/小巨人|国家级|高新技术/, /^(?:国家|国)/],
  [/专精特新|创新型|省级|瞪羚|独角兽/, /^省/],
];

/** Reads the cells of a title's column as of a day (serial). */
export class TitleCells {
  constructor(
    private readonly field: Field,
    private readonly column: TitleColumn,
    private readonly words: CellWords,
    private readonly asOf: number,
  ) {}

  number(value: number): CellReading {
    if (value === 0 || value === 1) return { value: value === 1 ? Infinity : -Infinity };
    return this.dated(readDateNumber(value, false), () => readDateNumber(value, true), this.column);
  }

  text(cell: string): CellReading {
    const plain = plainText(cell).replace(/\s+/g, "");
    // 是（2023年认定）: the date says more than the yes.
    const yesWithDate = /^(?:是|有|√|yes|y)[(,:;、]?(.*20\d\d.*?)\)?$/i.exec(plain);
    if (yesWithDate !== null) {
      const dated = this.text(yesWithDate[1] ?? "");
      if (dated.refusal === undefined) return dated;
    }
    const word = this.words.validity(cell);
    if (word !== null) return Number.isNaN(word) ? blank : { value: word };
    const numbered = batch.exec(plain) ?? certificate.exec(plain);
    if (numbered !== null && typeof readDateText(plain, true) === "string") return this.ofYear(numbered[1]);
    const named = level.exec(plain);
    if (named !== null) return this.ofLevel(plain);
    return this.ofDates(plain);
  }

  private ofDates(plain: string): CellReading {
    const bare = plain.replace(awardedWords, "");
    const own = bare === plain || untilInCell.test(plain) ? this.column : "since";
    const [start, end] = [dateOf(bare, false), dateOf(bare, true)];
    if (typeof start !== "string") return this.dated(start, () => end, untilInCell.test(plain) ? "until" : own);
    // A range or a date with words around it says the last day itself, whatever the heading says.
    const until = readValidityText(plain);
    return until === "not-date" ? refused(refusals.notDate) : this.dated(until, () => until, "until");
  }

  /** A certificate, a batch or a level names the title and maybe its year. */
  private ofYear(year: string | undefined): CellReading {
    if (year === undefined) return inForce;
    return this.dated(readDateText(year, false), () => readDateText(year, true), "since");
  }

  private ofLevel(text: string): CellReading {
    const own = levelOfTitle.find(([title]) => title.test(this.field.name.zh));
    return own?.[1].test(text) === true ? inForce : refused(refusals.otherLevel);
  }

  private dated(start: ReadDate | DateFault, ending: () => ReadDate | DateFault, column: TitleColumn): CellReading {
    const end = ending();
    for (const date of [start, end]) {
      if (date === "no-such-day") return refused(refusals.noSuchDay);
      if (date === "unclear-month") return refused(refusals.unclearMonth);
    }
    if (typeof start === "string" || typeof end === "string") return refused(refusals.notDate);
    const { min, max } = this.field;
    if (start.serial < min || end.serial > max) return refused(refusals.notDate);
    if (column === "until" || (column === "bare" && start.serial > this.asOf)) {
      return end.precision === "day" ? { value: end.serial } : { value: end.serial, note: "month-only" };
    }
    if (start.serial > this.asOf) return refused(refusals.awardedLater);
    // 2026 under a bare title, in 2026: awarded this year or running out, in force either way.
    if (column === "bare" && end.serial >= this.asOf) return inForce;
    return this.since(end.serial);
  }

  private since(awarded: number): CellReading {
    const years = this.field.validYears;
    const until = lastDay(awarded, years ?? 3);
    if (years === null) return until < this.asOf ? refused(refusals.noValidity) : inForce;
    return { value: until, note: until < this.asOf ? "title-expired" : "title-since" };
  }
}

/** One date and nothing else; a serial day that was stored as text counts. */
function dateOf(text: string, toEnd: boolean): ReadDate | DateFault {
  const date = readDateText(text, toEnd);
  if (date !== "not-date") return date;
  return /^\d{5}(?:\.\d+)?$/.test(foldKey(text)) ? readDateNumber(Number(text), toEnd) : "not-date";
}
