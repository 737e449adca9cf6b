/**
 * Registers our custom functions with Univer's formula engine, so that typing them in a cell works as in Excel.
 *
 * Univer's own way for custom functions (`registerFunction`) hands over an empty cell as 0 and an error as a text, so a blank could not be
 * told from 0. It is used for the descriptions that autocomplete shows; the code behind is registered as one of the engine's functions,
 * which see the values themselves.
 */
import type { ILocales, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { BaseValueObject, FunctionVariantType, IFunctionInfo } from "@univerjs/engine-formula";
import type {} from "@univerjs/sheets-formula/facade";
import {
  isFailure,
  type FunctionFailure,
  type FunctionRecord,
  type FunctionResult,
  type ResultCell,
} from "../../functions/function-record";
import { invokeNow, withoutEnd } from "../../functions/invoke";
import type { RulesInUse } from "../../functions/rules-in-use";
import { NAMESPACE, RECORDS } from "../../functions/records";
import type { Text } from "../../words/text";
import type { Cell } from "../../words/grid";
import { answerAsExcel } from "./excel-answers";
import { correctFunctions } from "./excel-corrections";
import { ErrorMessages } from "./error-messages";
import { registerOperators } from "./excel-operators";
import { functionService } from "./function-service";
import { compareTextsLiterally } from "./text-comparison";
import type { UniverEngine } from "./univer-engine";

export interface RegisteredFunctions {
  readonly messages: ErrorMessages;
  dispose(): void;
}

function cellOf(value: Nullable<BaseValueObject>): Cell {
  if (!value || value.isNull()) return null;
  const raw = value.getValue();
  return value.isError() ? { error: String(raw) } : raw;
}

/** A block of cells, or a single value. */
function argumentOf(variant: FunctionVariantType, endsWithLastNumber: boolean): unknown {
  // The type guards of Univer's objects are plain methods.
  if ("toArrayValueObject" in variant) {
    const block = blockOf(variant.toArrayValueObject().getArrayValue());
    // Univer's whole columns end with its grid, not with Excel's last row.
    if (endsWithLastNumber && variant.isColumn()) return withoutEnd(block, "column");
    return endsWithLastNumber && variant.isRow() ? withoutEnd(block, "row") : block;
  }
  if (!("getArrayValue" in variant)) return { error: "#VALUE!" };
  return variant.isArray() ? blockOf(variant.getArrayValue()) : cellOf(variant);
}

function blockOf(values: readonly (readonly Nullable<BaseValueObject>[])[]): Cell[][] {
  return values.map((row) => row.map(cellOf));
}

/** Where a function's texts stand among Univer's, so that autocomplete speaks the language the spreadsheet has been switched to. */
const TEXTS = "zjtx-functions";

function descriptionOf(record: FunctionRecord, engine: UniverEngine): IFunctionInfo {
  const example = record.examples[0]?.formula ?? "";
  const key = `${TEXTS}.${record.name}`;
  return {
    functionName: `${NAMESPACE}.${record.name}`,
    functionType: engine.FunctionType.User,
    description: `${key}.description`,
    abstract: `${key}.description`,
    functionParameter: record.parameters.map(({ optional }, index) => ({
      name: `${key}.name${index}`,
      detail: `${key}.detail${index}`,
      example,
      require: optional ? engine.BooleanNumber.FALSE : engine.BooleanNumber.TRUE,
      repeat: engine.BooleanNumber.FALSE,
    })),
  };
}

/** What Univer calls the languages. */
const LOCALES = { zh: "zhCN", en: "enUS" } as const satisfies Record<keyof Text, string>;

function textsOf(record: FunctionRecord): ILocales {
  const inLanguage = (language: keyof Text): Record<string, string> => {
    const texts: Record<string, string> = { description: record.description[language] };
    for (const [index, { name, description }] of record.parameters.entries()) {
      texts[`name${index}`] = name[language];
      texts[`detail${index}`] = description[language];
    }
    return texts;
  };
  return {
    [LOCALES.zh]: { [TEXTS]: { [record.name]: inLanguage("zh") } },
    [LOCALES.en]: { [TEXTS]: { [record.name]: inLanguage("en") } },
  };
}

/**
 * Registers every function under its dotted name. Call it after a workbook was opened: Univer starts its formula engine with the first one.
 */
export function registerFunctions(univerAPI: FUniver, rules: RulesInUse, engine: UniverEngine): RegisteredFunctions {
  const messages = new ErrorMessages();
  const {
    ArrayValueObject,
    BaseFunction,
    BooleanValueObject,
    ErrorType,
    ErrorValueObject,
    NumberValueObject,
    StringValueObject,
  } = engine;

  const errorValue = ({ code }: FunctionFailure): BaseValueObject => {
    const type = code === "#VALUE!" ? ErrorType.VALUE : code === "#NUM!" ? ErrorType.NUM : ErrorType.NA;
    return ErrorValueObject.create(type);
  };
  const valueOf = (cell: ResultCell): BaseValueObject => {
    if (isFailure(cell)) return errorValue(cell);
    if (typeof cell === "string") return StringValueObject.create(cell);
    return typeof cell === "number" ? NumberValueObject.create(cell) : BooleanValueObject.create(cell);
  };

  class ReleaseFunction extends BaseFunction {
    override needsReferenceObject = true;

    constructor(private readonly record: FunctionRecord) {
      super(`${NAMESPACE}.${record.name}`);
    }

    /** A text in quotes stays a text: whether it is a number, and of what unit, is for the function to say. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      const ends = this.record.endsWithLastNumber === true;
      const given = variants.map((variant) => argumentOf(variant, ends));
      const bound = rules.now(this.record);
      const result = isFailure(bound) ? bound : invokeNow(this.record, bound, given);
      this.note(result);
      if (isFailure(result)) return errorValue(result);
      const [first] = result;
      const [only] = first ?? [];
      if (only !== undefined && result.length === 1 && first?.length === 1) return valueOf(only);
      return ArrayValueObject.create({
        calculateValueList: result.map((row) => row.map(valueOf)),
        rowCount: result.length,
        columnCount: first?.length ?? 0,
        unitId: this.unitId ?? "",
        sheetId: this.subUnitId ?? "",
        row: this.row,
        column: this.column,
      });
    }

    private note(result: FunctionResult): void {
      const cells = isFailure(result) ? [[result]] : result;
      const said = cells.flatMap((row, down) =>
        row.flatMap((cell, across) => (isFailure(cell) ? [{ down, across, message: cell.message }] : [])),
      );
      const { unitId, subUnitId, row, column } = this;
      messages.note({ unit: unitId ?? "", sheet: subUnitId ?? "", row, column }, said);
    }
  }

  const formula = univerAPI.getFormula();
  const described = RECORDS.map((record) =>
    formula.registerFunction(`${NAMESPACE}.${record.name}`, () => ErrorType.NAME, {
      description: descriptionOf(record, engine),
      locales: textsOf(record),
    }),
  );
  registerOperators(univerAPI, engine, (unit, sheet, row, column) => {
    const formula = univerAPI.getWorkbook(unit)?.getSheetBySheetId(sheet)?.getRange(row, column).getFormula() ?? "";
    return formula === "" ? null : formula;
  });
  compareTextsLiterally(univerAPI, engine);
  answerAsExcel(univerAPI, engine);
  correctFunctions(univerAPI, engine);
  functionService(univerAPI).registerExecutors(...RECORDS.map((record) => new ReleaseFunction(record)));
  return {
    messages,
    dispose: () => {
      for (const one of described) one.dispose();
    },
  };
}
