/** Functions of Univer's engine that answer other than Excel's, as Excel answers them. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import type { FUniver } from "@univerjs/core/facade";
import { functionService } from "./function-service";
import { searched } from "./search-pattern";
import { numberText } from "./number-text";
import type { UniverEngine } from "./univer-engine";

/** Functions that make a text of the numbers they are given. */
const MAKE_TEXTS = `
CLEAN CONCAT CONCATENATE EXACT FIND LEFT LEN LOWER MID PROPER REPLACE REPT RIGHT SEARCH SUBSTITUTE TEXTAFTER TEXTBEFORE TEXTJOIN TRIM UPPER`;

const answered = new WeakSet();

/** Call it after a workbook was opened: Univer starts its formula engine with the first one. */
export function answerAsExcel(univerAPI: FUniver, engine: UniverEngine): void {
  const { ErrorType, ErrorValueObject, NumberValueObject, StringValueObject } = engine;
  const service = functionService(univerAPI);
  const written = (value: BaseValueObject): BaseValueObject => {
    if (!value.isNumber()) return value;
    const number = Number(value.getValue());
    const plain = Number.isSafeInteger(number) && value.getPattern() === "" && !Object.is(number, -0);
    return plain ? value : StringValueObject.create(numberText(number));
  };
  const shown = (value: BaseValueObject): string =>
    value.isNull() ? "" : String(value.getValue()).replace(/^(?:true|false)$/, (word) => word.toUpperCase());

  const search = (given: readonly BaseValueObject[]): BaseValueObject | null => {
    const [find, within, start] = given;
    if (find === undefined || within === undefined) return null;
    const failed = given.find((value) => value.isError());
    if (failed !== undefined) return failed;
    const from = start === undefined ? 1 : Number(start.getValue());
    const at = searched(shown(find), shown(within), from);
    return at === null ? ErrorValueObject.create(ErrorType.VALUE) : NumberValueObject.create(at);
  };

  for (const name of MAKE_TEXTS.trim().split(/\s+/)) {
    const executor = service.getExecutor(name);
    if (!executor || answered.has(executor)) continue;
    answered.add(executor);
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...variants) => {
      const texts = variants.map((variant) => eachOf(variant, written));
      const own = name === "SEARCH" ? single(texts) : null;
      return (own && search(own)) ?? calculate(...texts);
    };
  }

  const edate = service.getExecutor("EDATE");
  if (edate && !answered.has(edate)) {
    answered.add(edate);
    const calculate = edate.calculate.bind(edate);
    edate.calculate = (...variants) => {
      const [start, months] = single(variants) ?? [];
      if (!start?.isNumber() || !months?.isNumber()) return calculate(...variants);
      const serial = monthsLater(Number(start.getValue()), Math.trunc(Number(months.getValue())));
      return serial === null
        ? ErrorValueObject.create(ErrorType.NUM)
        : NumberValueObject.create(serial, "yyyy-mm-dd;@");
    };
  }
}

function eachOf(given: BaseValueObject, change: (value: BaseValueObject) => BaseValueObject): BaseValueObject {
  if (given.isReferenceObject()) return given;
  return given.isArray() ? given.mapValue((value) => change(value)) : change(given);
}

/** The values of arguments that are one each, a block of one cell among them; null where some are more. */
function single(given: readonly BaseValueObject[]): BaseValueObject[] | null {
  const values: BaseValueObject[] = [];
  for (const one of given) {
    if (one.isReferenceObject()) return null;
    const [row, ...rows] = one.isArray() ? one.getArrayValue() : [[one]];
    const [value, ...others] = row ?? [];
    if (!value || rows.length > 0 || others.length > 0) return null;
    values.push(value);
  }
  return values;
}

const DAY = 86_400_000;
/** Serial day 0, as days after 1900-02-28 count it: Excel takes 1900 for a leap year. */
const DAY_0 = Date.UTC(1899, 11, 30);
const FIRST_AFTER_FALSE_DAY = 61;
const LAST_DAY = 2_958_465;

/** The same day some months later, or the last one of a month without it. @returns null where Excel has no such day */
function monthsLater(serial: number, months: number): number | null {
  const day = Math.floor(serial);
  if (day < 0 || day > LAST_DAY) return null;
  const date = new Date(DAY_0 + (day < FIRST_AFTER_FALSE_DAY ? day + 1 : day) * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = (Date.UTC(year, month, Math.min(date.getUTCDate(), last)) - DAY_0) / DAY;
  const counted = moved < FIRST_AFTER_FALSE_DAY ? moved - 1 : moved;
  return counted < 0 || counted > LAST_DAY ? null : counted;
}
