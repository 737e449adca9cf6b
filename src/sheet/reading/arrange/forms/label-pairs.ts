/** Labels with their answers beside them: 企业名称 | 甲一公司 | 统一社会信用代码 | 9137…, and years between: 营业收入 | 2024年 | 10000 | 2025年 | 12000. */
import { isRefusal, readNumberText } from "../../number-text";
import type { CellRoles, Role } from "./cell-roles";
import type { Area, FormAreas } from "./form-areas";
import { isLabelRole } from "./label-columns";

export interface PairAnswer {
  readonly area: Area;
  /** A year that stands between label and answer. */
  readonly year: Area | null;
}

export interface Pair {
  readonly label: Area;
  /** A text left of the label, merged over several rows. */
  readonly group: Area | null;
  readonly answers: PairAnswer[];
  unit: Area | null;
}

/** A number of a list, a letter, or a sign to tick. */
const serial = /^(?:[(（]?(?:\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）.、]?|[*★●■□◆])$/;

/** A number, or a text that can be read as one. */
export function isNumeric(area: Area): boolean {
  return typeof area.cell === "number" || (area.text !== "" && !isRefusal(readNumberText(area.text)));
}

/** Reads rows of labels beside answers. */
export class PairReader {
  /** The label that years further down still belong to. */
  private yearly: {
    readonly label: Area;
    readonly group: Area | null;
    readonly column: number;
    readonly row: number;
  } | null = null;

  /** Cells that number the labels right of them. */
  private readonly numbers: ReadonlySet<Area>;

  constructor(
    private readonly areas: FormAreas,
    private readonly roles: CellRoles,
    private readonly labelColumns: ReadonlySet<number>,
  ) {
    this.numbers = numbersOfLabels(areas);
  }

  /** The pairs of a row, from left to right; labels without an answer too. */
  pairs(row: number): readonly Pair[] {
    const pairs: Pair[] = [];
    const filled = this.areas.row(row);
    let current: Pair | null = null;
    let group: Area | null = this.groupOver(row);
    let year: Area | null = null;
    const begin = (label: Area): void => {
      current = { label, group, answers: [], unit: null };
      pairs.push(current);
      year = null;
    };
    filled.forEach((area, at) => {
      const role = this.roles.of(area.cell);
      const next = filled[at + 1];
      const previous = filled[at - 1];
      if (role.kind === "value" && current === null && !this.continuesYears(row, filled)) return;
      if (this.numbers.has(area) || (current === null && serial.test(area.text.trim()))) return;
      if (role.kind === "year" && this.isYearOfNext(area, next, current)) {
        if (current === null && this.yearly !== null) {
          current = { label: this.yearly.label, group: this.yearly.group, answers: [], unit: null };
          pairs.push(current);
        }
        if (current !== null) {
          year = area;
          this.yearly = { label: current.label, group: current.group, column: area.column, row };
          return;
        }
      }
      if (this.isGroup(area, next)) {
        group = area;
        current = null;
      } else if (this.isLabel(area, role, previous, next, current)) begin(area);
      else if (current === null) begin(area);
      else if (role.kind === "unit") current.unit ??= area;
      else current.answers.push({ area, year });
    });
    return pairs;
  }

  /** A text left of the row's first cell, merged down from a row above. */
  private groupOver(row: number): Area | null {
    const [first] = this.areas.row(row);
    for (let column = 0; column < (first?.column ?? 0); column++) {
      const area = this.areas.at(row, column);
      if (area.text !== "" && area.row < row && area.bottom >= row) return area;
    }
    return null;
  }

  /** Merged over more rows than what stands beside it. */
  private isGroup(area: Area, next: Area | undefined): boolean {
    return typeof area.cell === "string" && area.bottom > area.row && next !== undefined && next.bottom < area.bottom;
  }

  private continuesYears(row: number, filled: readonly Area[]): boolean {
    const [first] = filled;
    return (
      this.yearly !== null &&
      first !== undefined &&
      this.yearly.row === row - 1 &&
      this.roles.of(first.cell).kind === "year"
    );
  }

  /** A year before an amount, behind a label or below another year. */
  private isYearOfNext(area: Area, next: Area | undefined, current: Pair | null): boolean {
    if (next === undefined || !isNumeric(next) || this.roles.of(next.cell).kind === "unit") return false;
    if (current !== null) return current.answers.every(({ year }) => year !== null);
    return this.yearly?.column === area.column && this.yearly.row === area.row - 1;
  }

  private isLabel(
    area: Area,
    role: Role,
    previous: Area | undefined,
    next: Area | undefined,
    current: Pair | null,
  ): boolean {
    if (typeof area.cell !== "string") return false;
    const inLabels = this.labelColumns.has(area.column);
    if (isLabelRole(role)) {
      // A word that is a heading elsewhere may be an answer here: 企业资质 | 高新技术企业.
      const beside =
        current !== null &&
        current.answers.length === 0 &&
        previous === current.label &&
        previous.right + 1 === area.column;
      const leads = next !== undefined && !this.labelColumns.has(next.column);
      return inLabels || !beside || leads;
    }
    if (role.kind !== "text") return false;
    if (/[:：]\s*$/.test(area.text) && current?.answers.length !== 0) return true;
    if (current === null) return true;
    if (current.answers.length > 0) return next !== undefined && this.roles.of(next.cell).kind !== "unit";
    return inLabels && !(previous === current.label && previous.right + 1 === area.column && next === undefined);
  }
}

/** Columns that number the labels right of them: 1 2 3, or 2 4 6 where pairs stand side by side. */
function numbersOfLabels(areas: FormAreas): ReadonlySet<Area> {
  const columns = new Map<number, Area[]>();
  const others = new Set<number>();
  for (let row = 0; row < areas.rowCount; row++) {
    const filled = areas.row(row);
    filled.forEach((area, at) => {
      if (filled.length < 2) return;
      const next = filled[at + 1];
      const beside = next?.column === area.right + 1 && typeof next.cell === "string";
      if (!beside || !/^\d{1,3}[.、]?$/.test(area.text.trim())) others.add(area.column);
      else columns.set(area.column, [...(columns.get(area.column) ?? []), area]);
    });
  }
  const counting = [...columns]
    .filter(([column, found]) => !others.has(column) && countsUp(found))
    .map(([, found]) => found);
  return new Set(counting.flatMap((found) => (found.length > 2 || counting.length > 1 ? found : [])));
}

function countsUp(found: readonly Area[]): boolean {
  const numbers = found.map(({ text }) => Number.parseInt(text, 10));
  const step = (numbers[1] ?? NaN) - (numbers[0] ?? NaN);
  return (
    step >= 1 && step <= 4 && numbers.every((number, at) => at === 0 || number - (numbers[at - 1] ?? NaN) === step)
  );
}
