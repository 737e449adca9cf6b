/** Figures of a formula that must share one unit: plain numbers, or all with units of one kind. A blank stays a blank. */
import type { Answer } from "../clusters/answer";
import { asSheetNumber } from "../engine/facts";
import type { Text } from "../words/text";
import { cellText, isBlank, type Cell } from "../words/grid";
import { refusals } from "../sheet/reading/cell-messages";
import { isRefusal, readNumberText, whyError } from "../sheet/reading/number-text";
import { moneyFactor } from "../sheet/reading/money-units";
import {
  isFailure,
  notKnown,
  valueFailure,
  type FunctionFailure,
  type Matrix,
  type ResultCell,
} from "./function-record";
import { unreadable } from "./number-cells";

interface Figure {
  /** In 万元 where the unit is one of money. */
  readonly value: number;
  /** "money", "" for a plain number, or the unit as written. */
  readonly unit: string;
}

const BLANK: Figure = { value: NaN, unit: "" };

function figureOf(cell: Cell, name: Text): Figure | FunctionFailure {
  if (cell === null || isBlank(cell)) return BLANK;
  if (typeof cell === "number") return { value: asSheetNumber(cell), unit: "" };
  if (typeof cell === "boolean") return unreadable(name, cell, refusals.truthValue);
  if (typeof cell === "object") return unreadable(name, cell, whyError(cell.error));
  const read = readNumberText(cell);
  if (isRefusal(read)) return unreadable(name, cell, read);
  const factor = moneyFactor(read.unit);
  if (factor !== undefined && read.unit !== "") return { value: asSheetNumber(read.value * factor), unit: "money" };
  return { value: read.value, unit: read.unit };
}

/** The numbers of cells, NaN for blanks. Units that do not go together (亿元 beside plain numbers, 元 beside 人) are refused. */
export function figuresOf(cells: readonly Cell[], name: Text): readonly number[] | FunctionFailure {
  const figures: Figure[] = [];
  for (const cell of cells) {
    const figure = figureOf(cell, name);
    if (isFailure(figure)) return figure;
    figures.push(figure);
  }
  const units = new Set(figures.filter(({ value }) => !Number.isNaN(value)).map(({ unit }) => unit));
  if (units.size > 1) {
    const words = [...units]
      .map((unit) => (unit === "" ? "没有单位" : unit === "money" ? "元、万元、亿元" : unit))
      .join("；");
    return valueFailure(
      `这些数的单位不一致（${words}）。请统一成一种单位再算。`,
      "These numbers are in different units. Bring them into one unit first.",
    );
  }
  return figures.map(({ value }) => value);
}

/** All cells of an argument in one list. */
export function cellsOf(matrix: Matrix): readonly Cell[] {
  return matrix.flat();
}

/** A measure's answer as a cell: unknown is #N/A, a number beyond what cells hold #NUM!, any other refusal #VALUE!. */
export function answerCell(answer: Answer): ResultCell {
  switch (answer.kind) {
    case "known":
      return answer.value;
    case "unknown": {
      const many = answer.blanks > 1;
      return notKnown(
        `还算不出来，缺：${answer.missing.map(({ zh }) => zh).join("、")}${many ? `（${answer.blanks}处空白）` : ""}。空白不当作0，请补上。`,
        `Not known yet. Missing: ${answer.missing.map(({ en }) => en).join(", ")}${many ? ` (${answer.blanks} blank cells)` : ""}. A blank is not 0; fill it in.`,
      );
    }
    case "refused":
      return {
        code: answer.beyond === true ? "#NUM!" : "#VALUE!",
        message: { zh: `${answer.reason.zh}。`, en: `${answer.reason.en}.` },
      };
  }
}

/** A text argument; "" where it is left out (an empty cell arrives as 0 in some Excels). */
export function textOf(cell: Cell): string {
  return cell === null || cell === 0 ? "" : cellText(cell).trim();
}
