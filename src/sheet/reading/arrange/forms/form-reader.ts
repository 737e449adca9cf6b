/** Reads a sheet as a form: goes down its rows and tells headlines, tables with years or answers across, and labels beside answers. */
import type { HeadingIndex } from "../../heading-index";
import { AnswersSoFar } from "./answers-so-far";
import { Block, type BlockLine } from "./block";
import { headsOf, isHeadRow, type Head } from "./block-heads";
import { CellRoles } from "./cell-roles";
import { findFirmRow, type FirmRow } from "./firm-heads";
import type { FormSheet, InnerList } from "./form-answers";
import type { Area, FormAreas } from "./form-areas";
import { isFilledInBy } from "./form-words";
import { formYear, type FormYear } from "./form-year";
import type { AroundLabel } from "./heading-of-answer";
import { inlineAnswers } from "./inline-answers";
import { labelColumns } from "./label-columns";
import { PairReader } from "./label-pairs";
import { readLabelsAbove } from "./labels-above";
import { readInline, readPair, yearOver } from "./read-pair";

const mostHeadRows = 3;

class FormReader {
  private readonly firmRow: FirmRow | null;
  private readonly labelColumns: ReadonlySet<number>;
  private readonly pairs: PairReader;
  private readonly so: AnswersSoFar;
  private readonly year: FormYear;
  private readonly innerLists: InnerList[] = [];
  private firms: readonly Area[] = [];
  private block: Block | null = null;
  /** The last row that was read as answers below labels. */
  private lastBelow = -2;

  constructor(
    private readonly areas: FormAreas,
    private readonly roles: CellRoles,
    index: HeadingIndex,
    identity: string,
  ) {
    this.labelColumns = labelColumns(areas, roles);
    this.pairs = new PairReader(areas, roles, this.labelColumns);
    this.firmRow = findFirmRow(areas, roles, identity);
    this.year = formYear(areas, roles, (row) => this.headRows(row) !== null);
    this.so = new AnswersSoFar(areas, index, identity, this.year.year);
  }

  read(): FormSheet {
    for (let row = 0; row < this.areas.rowCount; row++) row = this.readFrom(row);
    const { answers, ambiguous, titles, filledInBy } = this.so;
    const { innerLists, firms } = this;
    return { answers, ambiguous, titles, filledInBy, innerLists, firms, withinYear: this.year.withinYear };
  }

  /** Reads what begins in a row and gives the last row it takes. */
  private readFrom(row: number): number {
    const filled = this.areas.row(row);
    if (filled.length === 0) return row;
    const taken = this.readYearsUnderLabel(row) ?? this.beginBlock(row);
    if (taken !== null) return taken;
    if (this.block?.accepts(row) === true) {
      for (const line of this.block.lines(row)) this.readLine(line, this.block);
      return row;
    }
    const [only, ...others] = filled;
    if (only !== undefined && others.length === 0 && this.isHeadline(only)) {
      this.so.headline(only);
      if (this.block !== null) this.block.afterSection = true;
      return row;
    }
    this.block = null;
    const below = this.readBelow(row);
    if (below !== null) return below;
    for (const area of filled) readInline(area, this.roles, this.so);
    for (const pair of this.pairs.pairs(row)) readPair(pair, this.roles, this.so);
    return row;
  }

  /** The heads that begin in a row, over one or more rows; null where the row holds none. */
  private headRows(row: number): { readonly rows: readonly (readonly Head[])[]; readonly last: number } | null {
    const rows: (readonly Head[])[] = [];
    for (let at = row; at < Math.min(row + mostHeadRows, this.areas.rowCount); at++) {
      const ofFirms = this.firmRow?.row === at ? this.firmRow.heads : null;
      const heads = ofFirms ?? headsOf(this.areas.row(at), this.roles);
      if (heads === null || heads.length === 0 || (ofFirms === null && !isHeadRow(heads, this.areas, at))) break;
      rows.push(heads);
    }
    return rows.length === 0 ? null : { rows, last: row + rows.length - 1 };
  }

  private beginBlock(row: number): number | null {
    const heads = this.headRows(row);
    if (heads === null) return null;
    this.block = new Block(this.areas, this.roles, heads.rows);
    if (this.block.ofFirms) this.firms = this.block.columns.flatMap(({ firm }) => firm ?? []);
    if (this.block.corner !== null) this.so.corner(this.block.corner);
    return heads.last;
  }

  /** A label beside years with the answers below them; null for any other row. */
  private readYearsUnderLabel(row: number): number | null {
    const { areas, roles, so } = this;
    const [label, ...years] = areas.row(row);
    if (label === undefined || years.length < 2 || roles.of(label.cell).kind !== "label") return null;
    if (years.some(({ cell }) => roles.of(cell).kind !== "year")) return null;
    const below = areas.at(row + 1, label.column);
    const answers = areas.row(row + 1);
    if (answers.length === 0 || (below.text !== "" && below.row !== label.row)) return null;
    if (answers.some(({ column }) => years.every((year) => year.column !== column))) return null;
    for (const year of years) {
      const area = areas.at(row + 1, year.column);
      so.put(label, label.text, { year: yearOver(year.text, roles) }, area, area.cell);
    }
    return row + 1;
  }

  /** A title, a headline or a note, as against a label whose answer is missing. */
  private isHeadline(only: Area): boolean {
    if (typeof only.cell !== "string" || inlineAnswers(only.text, this.roles, isFilledInBy).length > 0) return false;
    const label = this.roles.of(only.cell).kind === "label";
    return !label || /^[一二三四五六七八九十（(]/.test(only.text.trim()) || only.right > only.column;
  }

  /** Labels with their answers below; null for any other row. */
  private readBelow(row: number): number | null {
    const above = readLabelsAbove(this.areas, this.roles, this.labelColumns, row, this.lastBelow === row - 1);
    if (above === null) return null;
    if (above.kind === "list") this.innerLists.push({ first: row, last: above.last, labels: above.labels });
    else {
      for (const { label, year, area } of above.answers) {
        this.so.put(label, label.text, year === null ? {} : { year: yearOver(year.text, this.roles) }, area, area.cell);
      }
    }
    this.lastBelow = above.last;
    return above.last;
  }

  private readLine({ label, group, unit, answers }: BlockLine, block: Block): void {
    const several = !block.ofFirms && !block.ofYears;
    const filled = answers.filter(({ area }) => area.text !== "");
    if (several && filled.length > 1) {
      this.so.ambiguous.push({ label, candidates: filled.map(({ area }) => area) });
      return;
    }
    for (const { column, area } of several && filled.length > 0 ? filled : answers) {
      const around: AroundLabel = {
        group: group?.text ?? null,
        year: column.year,
        ...(unit === null ? {} : { unit: { text: unit.text, amountsOnly: false } }),
      };
      this.so.put(label, label.text, around, area, area.cell, column.firm);
    }
  }
}

/** @param identity the field a name belongs to */
export function readForm(areas: FormAreas, roles: CellRoles, index: HeadingIndex, identity: string): FormSheet {
  return new FormReader(areas, roles, index, identity).read();
}
