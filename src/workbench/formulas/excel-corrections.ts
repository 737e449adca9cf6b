/** Single functions of Univer's engine, each corrected where Excel answers otherwise. What they share with others is in excel-answers. */
import type { ArrayValueObject, BaseValueObject } from "@univerjs/engine-formula";
import type { FUniver } from "@univerjs/core/facade";
import { MAX_COLUMNS, MAX_ROWS } from "../book/a1";
import { functionService } from "./function-service";
import { isoWeek } from "./iso-week";
import type { UniverEngine } from "./univer-engine";
import { YEARS_BETWEEN } from "./years-between";

type Given = readonly BaseValueObject[];
type Correction = (given: Given, own: (...given: Given) => BaseValueObject) => BaseValueObject;

/** Excel takes 1900 for a leap year. */
const FALSE_DAY = { serial: 60, day: 29 };
/** A text that no cell holds. */
const NOTHING = "\u0000";
const [WEEKDAYS, DAYS_A_WEEK] = ["日一二三四五六", 7];
const MIXED = /^\s*([+-]?)\s*(\d+)\s+(\d+)\/(\d+)\s*$/;
const BRACKETED = /^\s*\(\s*([\d.,]+%?)\s*\)\s*$/;
/** Univer's sheets are as large as what is in use, and what a function makes need not stand in a sheet at all. */
const MADE_WITHIN_SHEET = ["SEQUENCE", "RANDARRAY"];
const corrected = new WeakSet();

/** Call it after a workbook was opened: Univer starts its formula engine with the first one. */
export function correctFunctions(univerAPI: FUniver, engine: UniverEngine): void {
  const { BaseFunction, BooleanValueObject, ErrorType, ErrorValueObject, NumberValueObject, StringValueObject } =
    engine;
  const wrong = (): BaseValueObject => ErrorValueObject.create(ErrorType.VALUE);

  /** A condition written as a text counts where it is a word of logic. */
  const condition = (value: BaseValueObject): BaseValueObject => {
    if (!value.isString()) return value;
    const word = String(value.getValue()).toUpperCase();
    return word === "TRUE" || word === "FALSE" ? BooleanValueObject.create(word === "TRUE") : wrong();
  };

  /** Cells of another kind than what is looked for can't be it: the text 12 is not the number 12. */
  const comparable = (
    wanted: BaseValueObject,
    cells: BaseValueObject,
    looked: (row: number, column: number) => boolean,
  ): BaseValueObject => {
    const one = isBlock(wanted) ? wanted.get(0, 0) : wanted;
    const several = isBlock(wanted) && wanted.getRowCount() * wanted.getColumnCount() > 1;
    if (!one || several || !isBlock(cells) || one.isNull() || one.isError()) return cells;
    const other = one.isString() ? BooleanValueObject.create(false) : StringValueObject.create(NOTHING);
    return cells.mapValue((value, row, column) =>
      value.isNull() || !looked(row, column) || kindOf(value) === kindOf(one) ? value : other,
    );
  };
  const lookup =
    (
      mode: number,
      exact: (mode: BaseValueObject | undefined) => boolean,
      looked: (row: number, column: number) => boolean,
    ): Correction =>
    (given, own) => {
      const [wanted, cells, ...others] = given;
      if (wanted === undefined || cells === undefined || !exact(given[mode])) return own(...given);
      return own(wanted, comparable(wanted, cells, looked), ...others);
    };
  const exactly = (mode: BaseValueObject | undefined): boolean => mode !== undefined && Number(valueOf(mode)) === 0;
  const exactlyOrNothing = (mode: BaseValueObject | undefined): boolean => mode === undefined || exactly(mode);

  const corrections: Readonly<Record<string, Correction>> = {
    DAY: ([serial, ...others], own) => {
      if (serial === undefined) return own(...others);
      const day = (value: BaseValueObject): BaseValueObject =>
        value.isNumber() && Math.floor(Number(value.getValue())) === FALSE_DAY.serial
          ? NumberValueObject.create(FALSE_DAY.day)
          : own(value);
      return isBlock(serial) ? serial.mapValue(day) : day(serial);
    },
    IF: ([test, ...others], own) => own(...(test === undefined ? [] : [each(test, condition)]), ...others),
    AVERAGEA: (given, own) =>
      own(
        ...given.map((one) =>
          isBlock(one) ? one.mapValue((value) => (value.isString() ? NumberValueObject.create(0) : value)) : one,
        ),
      ),
    SUMPRODUCT: (given, own) => {
      const failed = given.find((one) => one.isError());
      const shapes = new Set(
        given.map((one) => (isBlock(one) ? `${one.getRowCount()} ${one.getColumnCount()}` : "1 1")),
      );
      return failed ?? (shapes.size > 1 ? wrong() : own(...given));
    },
    VALUE: ([text, ...others], own) => {
      if (text === undefined) return own(...others);
      const number = (value: BaseValueObject): BaseValueObject => {
        const written = value.isString() ? String(value.getValue()) : "";
        const [, sign, whole, above, below] = MIXED.exec(written) ?? [];
        if (Number(below) > 0)
          return NumberValueObject.create((sign === "-" ? -1 : 1) * (Number(whole) + Number(above) / Number(below)));
        const [, inside] = BRACKETED.exec(written) ?? [];
        if (inside === undefined) return own(value);
        const amount = own(StringValueObject.create(inside));
        return amount.isNumber() ? NumberValueObject.create(-Number(amount.getValue())) : amount;
      };
      return each(text, number);
    },
    DOLLAR: (given, own) =>
      each(own(...given), (value) =>
        value.isString() ? StringValueObject.create(String(value.getValue()).trimEnd()) : value,
      ),
    TEXT: (given, own) => {
      const [value, format] = given;
      if (value === undefined || format === undefined || isBlock(format) || !format.isString()) return own(...given);
      const pattern = String(format.getValue());
      if (hasNumerals(pattern)) return ErrorValueObject.create(ErrorType.NA);
      const shown = (one: BaseValueObject): BaseValueObject => {
        const plain = pattern.replace(/!(.)/g, "\\$1").replace(/a{3,4}/gi, (letters) => {
          const day = WEEKDAYS[(Math.floor(Number(one.getValue())) + DAYS_A_WEEK - 1) % DAYS_A_WEEK] ?? "";
          return `"${letters.length > 3 ? "星期" : ""}${day}"`;
        });
        return own(one, StringValueObject.create(plain));
      };
      return /a{3,4}|!/i.test(pattern)
        ? each(value, (one) => (one.isNumber() ? shown(one) : own(one, format)))
        : own(...given);
    },
    ISOWEEKNUM: ([serial, ...others], own) =>
      serial === undefined
        ? own(...others)
        : each(serial, (value) => {
            const day = value.isNumber() ? Math.floor(Number(value.getValue())) : 0;
            return day > FALSE_DAY.serial ? NumberValueObject.create(isoWeek(day)) : own(value);
          }),
    YEARFRAC: (given, own) => {
      const [start, end, basis] = given.map((one) => (isBlock(one) ? (one.get(0, 0) ?? one) : one));
      const years = YEARS_BETWEEN[basis === undefined ? 0 : Number(basis.getValue())];
      if (!start?.isNumber() || !end?.isNumber() || years === undefined) return own(...given);
      const [first, last] = [start, end].map((one) => Math.floor(Number(one.getValue()))).sort((a, b) => a - b);
      if (first === undefined || last === undefined || first <= FALSE_DAY.serial) return own(...given);
      return NumberValueObject.create(years(first, last));
    },
    VLOOKUP: lookup(3, exactly, (_, column) => column === 0),
    HLOOKUP: lookup(3, exactly, (row) => row === 0),
    XLOOKUP: lookup(4, exactlyOrNothing, () => true),
    XMATCH: lookup(2, exactlyOrNothing, () => true),
  };

  const service = functionService(univerAPI);
  for (const name of MADE_WITHIN_SHEET) {
    const executor = service.getExecutor(name);
    if (executor)
      executor.setSheetRowColumnCount = () => {
        BaseFunction.prototype.setSheetRowColumnCount.call(executor, MAX_ROWS, MAX_COLUMNS);
      };
  }
  for (const [name, correction] of Object.entries(corrections)) {
    const executor = service.getExecutor(name);
    if (!executor || corrected.has(executor)) continue;
    corrected.add(executor);
    const calculate = executor.calculate.bind(executor);
    const own = (...given: Given): BaseValueObject => {
      const result = calculate(...given);
      return "getArrayValue" in result ? result : wrong();
    };
    executor.calculate = (...variants) => {
      const given = variants.filter((variant): variant is BaseValueObject => !variant.isReferenceObject());
      return given.length === variants.length ? correction(given, own) : calculate(...variants);
    };
  }
}

/** Formats that write numbers in Chinese numerals, which the engine does not know. */
export function hasNumerals(pattern: string): boolean {
  return /\[DBNum/i.test(pattern);
}

function isBlock(value: BaseValueObject): value is ArrayValueObject {
  return value.isArray();
}

function each(given: BaseValueObject, change: (value: BaseValueObject) => BaseValueObject): BaseValueObject {
  return isBlock(given) ? given.mapValue(change) : change(given);
}

function valueOf(given: BaseValueObject): unknown {
  return isBlock(given) ? given.get(0, 0)?.getValue() : given.getValue();
}

function kindOf(value: BaseValueObject): string {
  return value.isString() ? "text" : value.isBoolean() ? "logic" : value.isError() ? "error" : "number";
}
