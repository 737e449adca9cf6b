/** What a measure answers: a number, "not known yet" with what is missing, or a refusal with the reason. A blank never counts as 0. */
import { asSheetNumber } from "../engine/facts";
import type { Text } from "../words/text";

export type Answer =
  | { readonly kind: "known"; readonly value: number }
  /** `missing` names what is blank, as a person calls it; `blanks` how many cells where there are several. */
  | { readonly kind: "unknown"; readonly missing: readonly Text[]; readonly blanks: number }
  /** `beyond`: the number is larger than any cell can hold. */
  | { readonly kind: "refused"; readonly reason: Text; readonly beyond?: true };

/**
 * A number as a sheet shows it: 15 significant digits, so that a second computation by native formulas agrees. One that went beyond what a
 * double holds on the way (it is infinite, or no number any more) is refused.
 */
export function known(value: number): Answer {
  return Number.isFinite(value) ? { kind: "known", value: asSheetNumber(value) } : BEYOND;
}

const BEYOND: Answer = {
  kind: "refused",
  reason: {
    zh: "这些数太大，算出来超过了表格能存的范围，请核对单位和位数",
    en: "These numbers are too large: the result is beyond what a cell can hold. Check units and digits",
  },
  beyond: true,
};

export function unknown(missing: readonly Text[], blanks = 1): Answer {
  return { kind: "unknown", missing, blanks };
}

export function refused(zh: string, en: string): Answer {
  return { kind: "refused", reason: { zh, en } };
}

/** The number, or null where there is none. */
export function valueOf(answer: Answer): number | null {
  return answer.kind === "known" ? answer.value : null;
}

/** Why there is no number; empty texts for a number. */
export function whyNot(answer: Answer): Text {
  switch (answer.kind) {
    case "known":
      return { zh: "", en: "" };
    case "unknown": {
      const many = answer.blanks > 1;
      return {
        zh: `缺${answer.missing.map(({ zh }) => zh).join("、")}${many ? `（${answer.blanks}处空白）` : ""}`,
        en: `missing: ${answer.missing.map(({ en }) => en).join(", ")}${many ? ` (${answer.blanks} blank cells)` : ""}`,
      };
    }
    case "refused":
      return answer.reason;
  }
}

/**
 * A sum that keeps what doubles drop (Neumaier), so that the order of the rows does not matter at 15 digits.
 * Spreadsheets sum alike.
 */
export class ExactSum {
  private sum = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    // Beyond the largest double there is nothing left to mend.
    return Number.isFinite(this.sum) ? this.sum + this.lost : this.sum;
  }
}

export function sumOf(values: Iterable<number>): number {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}
