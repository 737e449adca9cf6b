/** The day a figure of an indicator is of, from what its row writes of the time: 2025, 2025年4月底, 2025-04-05, 2025年1—10月, 2025年三季度. */
import { lastDay } from "../policy/editions";
import { readDateNumber, readDateText, type ReadDate } from "../sheet/reading/date-text";
import { isoOfSerial } from "../words/calendar";
import { plainText } from "../words/plain-text";

const QUARTERS = "一二三四";
const months = /^((?:19|20)\d\d)年?(?:1[0-2]|0?[1-9])月?-(1[0-2]|0?[1-9])月份?$/;
const quarter = /^((?:19|20)\d\d)年?(?:第?([一二三四1-4])季度?|q([1-4]))$/i;
const half = /^((?:19|20)\d\d)年?(?:(上|下)半年|h([12]))$/i;

function endOfMonth(year: string, month: number): string {
  return lastDay(`${year}-${String(month).padStart(2, "0")}`);
}

/** The last day of a part of a year; null where the text names none. */
function endOfPart(text: string): string | null {
  const [, year = "", to] = months.exec(text) ?? [];
  if (to !== undefined) return endOfMonth(year, Number(to));
  const [, ofYear = "", word, digit] = quarter.exec(text) ?? [];
  const place = word === undefined ? digit : QUARTERS.includes(word) ? String(QUARTERS.indexOf(word) + 1) : word;
  if (place !== undefined) return endOfMonth(ofYear, Number(place) * 3);
  const [, halved = "", side, number] = half.exec(text) ?? [];
  if (side === undefined && number === undefined) return null;
  return endOfMonth(halved, side === "上" || number === "1" ? 6 : 12);
}

/** The last day a time can mean, ISO; null where nobody can tell, "" where nothing is written. */
export function figureDay(written: string): string | null {
  const plain = plainText(written).replace(/\s+/g, "");
  if (plain === "") return "";
  const text = plain
    .replace(/^(?:数据)?截[至止]?到?(?:时间)?:?/, "")
    .replace(/(?:[末底终]|为?止)$/, "")
    .replace(/[\u2010-\u2015\u2212~]|至(?=\d)/g, "-");
  const part = endOfPart(text);
  if (part !== null) return part;
  // A date cell comes as its serial day.
  const date: ReadDate | string = /^\d{5}$/.test(text) ? readDateNumber(Number(text), true) : readDateText(text, true);
  return typeof date === "string" ? null : isoOfSerial(date.serial);
}
