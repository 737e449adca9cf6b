/** A table inside a form: labels down, and years, answers or enterprises across. */
import type { Head } from "./block-heads";
import type { CellRoles } from "./cell-roles";
import type { Area, FormAreas } from "./form-areas";

/** A column of answers. */
export interface AnswerColumn {
  readonly column: number;
  /** Over it stands this year, or none. */
  readonly year: { readonly shown: string; readonly level: string; readonly area: Area } | null;
  /** The enterprise whose answers it holds; null where the form is of one. */
  readonly firm: Area | null;
}

/** Labels and the columns of answers that belong to them: two of them where a balance sheet has assets left and liabilities right. */
interface Segment {
  readonly from: number;
  /** The last column before the answers. */
  to: number;
  readonly columns: AnswerColumn[];
}

export interface BlockLine {
  readonly label: Area;
  readonly group: Area | null;
  readonly unit: Area | null;
  readonly answers: readonly { readonly column: AnswerColumn; readonly area: Area }[];
}

interface ColumnHeads {
  year: (Head & { kind: "year" }) | null;
  firm: Head | null;
  answer: Head | null;
  aside: boolean;
  unit: boolean;
  other: Head | null;
}

/** Column numbers below the heads: 甲 乙 1 2. */
const numbering = /^(?:[甲乙丙丁戊己庚辛]|[A-Ha-h]|[(（]?\d{1,2}[)）]?|—|-)$/;

/** 一、 （二） 第三部分 IV. */
const headline =
  /^(?:[一二三四五六七八九十]{1,3}[、.．，]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]部分|[IVX]{1,4}[.、])/;

export class Block {
  private readonly segments: Segment[] = [];
  private readonly skipped = new Set<number>();
  private readonly units = new Set<number>();
  /** Columns of answers, all segments'. */
  readonly columns: readonly AnswerColumn[];
  readonly ofFirms: boolean;
  readonly ofYears: boolean;
  /** Headed 数值, 填写内容: what looks like a label there is an answer. */
  private readonly headedAnswer: boolean;
  /** Said in the corner: 经济效益指标（万元）. */
  readonly corner: Area | null;
  afterSection = false;
  private carriedGroup: Area | null = null;

  /** @param rows the heads of one or more rows, from the top */
  constructor(
    private readonly areas: FormAreas,
    private readonly roles: CellRoles,
    rows: readonly (readonly Head[])[],
  ) {
    const heads = this.columnHeads(rows);
    const isAnswer = (column: number): boolean => {
      const head = heads[column];
      return head !== undefined && !head.aside && !head.unit && (head.year ?? head.firm ?? head.answer) !== null;
    };
    const goesOn = (column: number): boolean => heads.some((_, later) => later > column && isAnswer(later));
    let segment = this.begin(0);
    heads.forEach((head, column) => {
      if (head.aside) this.skipped.add(column);
      if (head.unit) this.units.add(column);
      if (isAnswer(column)) {
        const year =
          head.year === null ? null : { shown: head.year.shown, level: head.year.level, area: head.year.area };
        segment.columns.push({ column, year, firm: head.firm?.area ?? null });
        return;
      }
      const after = segment.columns.length > 0;
      if (after && head.other !== null && goesOn(column)) segment = this.begin(column);
      if (segment.columns.length === 0) segment.to = column;
      else if (!head.unit) this.skipped.add(column);
    });
    this.columns = this.segments.flatMap(({ columns }) => columns);
    this.ofFirms = this.columns.some(({ firm }) => firm !== null);
    this.ofYears = !this.ofFirms && this.columns.some(({ year }) => year !== null);
    this.headedAnswer = !this.ofFirms && !this.ofYears;
    this.corner = rows[0]?.find(({ kind }) => kind === "label" || kind === "text" || kind === "field")?.area ?? null;
  }

  private begin(column: number): Segment {
    const segment = { from: column, to: column - 1, columns: [] };
    this.segments.push(segment);
    return segment;
  }

  /** What each column's heads say together; over a blank, what stands to the left above goes on. */
  private columnHeads(rows: readonly (readonly Head[])[]): readonly ColumnHeads[] {
    const { width } = this.areas;
    const all = Array.from({ length: width }, (): ColumnHeads => ({
      year: null,
      firm: null,
      answer: null,
      aside: false,
      unit: false,
      other: null,
    }));
    rows.forEach((heads, at) => {
      const below = rows[at + 1];
      for (const head of heads) {
        const next = heads.find(({ area }) => area.column > head.area.column)?.area.column ?? width;
        let right = head.area.right;
        // Not merged: 2024年 over the first of several columns holds for those to its right that the row below heads as well.
        if (below !== undefined && (head.kind === "year" || head.kind === "firm" || head.kind === "answer")) {
          while (right + 1 < next && below.some(({ area }) => area.column <= right + 1 && right + 1 <= area.right))
            right++;
        }
        for (let column = head.area.column; column <= Math.min(right, width - 1); column++) put(all[column], head);
      }
    });
    return all;
  }

  private filledAnswers(row: number): readonly Area[] {
    const seen = new Set<string>();
    return this.columns.flatMap(({ column }) => {
      const area = this.areas.at(row, column);
      const key = `${area.row} ${area.column}`;
      if (area.text === "" || seen.has(key)) return [];
      seen.add(key);
      return [area];
    });
  }

  /** A headline between the rows of the table: numbered, or merged over the answers. */
  isHeadline(row: number): boolean {
    const [only, ...others] = this.areas.row(row);
    if (only === undefined || others.length > 0 || this.roles.of(only.cell).kind !== "text") return false;
    return (
      headline.test(only.text.trim()) ||
      this.columns.some(({ column }) => only.column <= column && column <= only.right)
    );
  }

  /** True where a row goes on with the table: labels left, answers under the heads, and no label among the answers. */
  accepts(row: number): boolean {
    if (this.isNumbering(row)) return true;
    if (this.isHeadline(row)) return false;
    if (!this.segments.some((segment) => this.zone(segment, row).length > 0)) return false;
    const answers = this.filledAnswers(row);
    const labels = answers.filter(({ cell }) => isLabelRole(this.roles.of(cell).kind));
    if (labels.length > 0) {
      const whole = this.areas.row(row).filter(({ cell }) => isLabelRole(this.roles.of(cell).kind));
      if (!this.headedAnswer || whole.length > 1 + this.segments.length) return false;
    }
    // Below a headline the years hold only for rows that fill them as years do.
    if (this.afterSection && this.ofYears && this.columns.length > 1) {
      const [only] = answers;
      if (answers.length < 2 && (only === undefined || only.column === this.columns[0]?.column)) return false;
      this.afterSection = false;
    }
    return true;
  }

  isNumbering(row: number): boolean {
    const areas = this.areas.row(row);
    return areas.length >= 2 && areas.every(({ text }) => numbering.test(text.trim()));
  }

  /** The labels of a row with their answers. */
  lines(row: number): readonly BlockLine[] {
    if (this.isNumbering(row)) return [];
    return this.segments.flatMap((segment): BlockLine[] => {
      if (segment.columns.length === 0) return [];
      const zone = this.zone(segment, row);
      const label = zone[zone.length - 1];
      if (label?.row !== row) return [];
      const groups = zone.slice(0, -1);
      const [nearest] = groups.slice(-1);
      if (nearest !== undefined) this.carriedGroup = nearest;
      else if (label.column === segment.from) this.carriedGroup = null;
      return [
        {
          label,
          group: nearest ?? this.carriedGroup,
          unit: this.unitOf(segment, row),
          answers: this.answersOf(segment, row),
        },
      ];
    });
  }

  /** The texts of the columns of labels, from left to right; numbers, units and codes are left out. */
  private zone(segment: Segment, row: number): readonly Area[] {
    const found: Area[] = [];
    for (let column = segment.from; column <= segment.to; column++) {
      if (this.skipped.has(column) || this.units.has(column)) continue;
      const area = this.areas.at(row, column);
      const { kind } = this.roles.of(area.cell);
      const words = kind === "label" || kind === "everyday" || kind === "text" || kind === "period";
      if (words && !numbering.test(area.text.trim()) && found[found.length - 1]?.column !== area.column)
        found.push(area);
    }
    return found;
  }

  private unitOf(segment: Segment, row: number): Area | null {
    for (let column = segment.from; column <= segment.to; column++) {
      const area = this.areas.at(row, column);
      const { kind } = this.roles.of(area.cell);
      if (kind === "unit" || (this.units.has(column) && kind === "text")) return area;
    }
    for (const column of this.units) {
      const area = this.areas.at(row, column);
      if (column > segment.to && this.roles.of(area.cell).kind === "unit") return area;
    }
    return null;
  }

  private answersOf(segment: Segment, row: number): BlockLine["answers"] {
    const seen = new Set<string>();
    return segment.columns.flatMap((column) => {
      const area = this.areas.at(row, column.column);
      const spans = segment.columns.filter((other) => area.column <= other.column && other.column <= area.right);
      if (spans.length < 2) return [{ column, area }];
      // Merged over several: one answer for each enterprise, but of no year.
      const key = `${area.column} ${column.firm?.text ?? ""}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ column: { ...column, year: null }, area }];
    });
  }
}

function isLabelRole(kind: string): boolean {
  return kind === "label" || kind === "everyday" || kind === "period";
}

function put(heads: ColumnHeads | undefined, head: Head): void {
  if (heads === undefined) return;
  if (head.kind === "year") heads.year = head;
  else if (head.kind === "firm") heads.firm = head;
  else if (head.kind === "answer") heads.answer = head;
  else if (head.kind === "aside" || head.kind === "serial") heads.aside = true;
  else if (head.kind === "unit") heads.unit = true;
  else heads.other = head;
}
