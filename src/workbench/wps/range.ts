/** A block of cells as WPS has it. */
import { address, type CellRange } from "../../words/grid";
import {
  XL,
  type WpsBorder,
  type WpsComment,
  type WpsCount,
  type WpsFont,
  type WpsFormatConditions,
  type WpsInterior,
  type WpsRange,
  type WpsSheet,
} from "../../wps/host/objects";
import { cellsIn, intersect, MAX_COLUMNS, MAX_ROWS, sameRange } from "../book/a1";
import type { Sheet } from "../book/sheet";
import { mergesOf } from "../book/sheet-layout";
import { makers } from "../executor/classes";
import { copyCells } from "../executor/copy-cells";
import { clearCells } from "../executor/range-changes";
import { refuseIfProtected } from "../executor/protected";
import { RangeTarget } from "../executor/range-target";
import { applyFilters, changeTable } from "../executor/table-parts";
import { findFilled, formatsOf, formulasOf, hasFormula, valuesOf, writeFormat, writeValues } from "./range-cells";
import {
  borderOf,
  fontOf,
  formatConditionsOf,
  interiorOf,
  membersOf,
  verticalNumber,
  verticalWord,
} from "./range-look";
import { select } from "./select";
import { Members, type World } from "./world";

const HIDDEN = "Hidden is of whole rows and columns: EntireRow, EntireColumn";

class RangeObject implements WpsRange {
  private readonly target: RangeTarget;

  constructor(
    private readonly world: World,
    private readonly on: Sheet,
    private readonly block: CellRange,
    /** Of whole rows or columns: what hides them. */
    private readonly axis: "rowHidden" | "columnHidden" | null = null,
  ) {
    this.target = new RangeTarget(on, block);
  }

  private get members(): Members {
    return membersOf(this.world, this.on, this.block);
  }

  private get format(): Members {
    return this.members.object("format");
  }

  get Row(): number {
    return this.block.top + 1;
  }
  get Column(): number {
    return this.block.left + 1;
  }
  get Rows(): WpsCount {
    return this.world.strict("Range", { Count: this.target.rowCount });
  }
  get Columns(): WpsCount {
    return this.world.strict("Range", { Count: this.target.columnCount });
  }
  get Areas(): WpsCount {
    return this.world.strict("Areas", { Count: 1 });
  }
  get Worksheet(): WpsSheet {
    return this.world.sheet(this.on);
  }
  get EntireRow(): WpsRange {
    const rows = { ...this.block, left: 0, right: MAX_COLUMNS - 1 };
    return this.world.strict("Range", new RangeObject(this.world, this.on, rows, "rowHidden"));
  }
  get EntireColumn(): WpsRange {
    const columns = { ...this.block, top: 0, bottom: MAX_ROWS - 1 };
    return this.world.strict("Range", new RangeObject(this.world, this.on, columns, "columnHidden"));
  }
  get MergeArea(): WpsRange {
    const { top, left } = this.block;
    const corner = { top, left, bottom: top, right: left };
    const merge = mergesOf(this.on).find((one) => intersect(one, corner) !== null);
    return this.world.range(this.on, merge ?? corner);
  }
  get MergeCells(): unknown {
    const parts = mergesOf(this.on).flatMap((one) => intersect(one, this.block) ?? []);
    if (parts.length === 0) return false;
    return parts.reduce((sum, part) => sum + cellsIn(part), 0) === this.target.cellCount ? true : null;
  }
  get HasFormula(): unknown {
    return hasFormula(this.on, this.block);
  }
  get FormatConditions(): WpsFormatConditions {
    return formatConditionsOf(this.world, this.on, this.block);
  }
  get Font(): WpsFont {
    return fontOf(this.world, () => this.format.object("font"));
  }
  get Interior(): WpsInterior {
    return interiorOf(this.world, () => this.format.object("fill"));
  }
  get Comment(): WpsComment | null {
    const { extras } = this.on;
    const note = extras.get("notes").find(({ row, column }) => row === this.block.top && column === this.block.left);
    if (note === undefined) return null;
    return this.world.strict("Comment", {
      Text: () => note.text,
      Delete: () => {
        refuseIfProtected(this.on);
        extras.set(
          "notes",
          extras.get("notes").filter((one) => one !== note),
        );
      },
    });
  }
  get Value2(): unknown {
    return valuesOf(this.world, this.target);
  }
  set Value2(value: unknown) {
    writeValues(this.world, this.target, value);
  }
  get Formula(): unknown {
    return formulasOf(this.world, this.target);
  }
  set Formula(value: unknown) {
    writeValues(this.world, this.target, value);
  }
  get Formula2(): unknown {
    return formulasOf(this.world, this.target);
  }
  set Formula2(value: unknown) {
    writeValues(this.world, this.target, value);
  }
  private get spill(): CellRange | null {
    const { top, left } = this.block;
    return this.on.formula(top, left) === null ? null : this.on.link.spills.at(this.on.id, top, left);
  }
  get HasSpill(): unknown {
    return this.spill !== null;
  }
  get SpillingToRange(): WpsRange {
    return this.world.range(this.on, this.spill ?? this.block);
  }
  get NumberFormat(): unknown {
    return formatsOf(this.world, this.target);
  }
  set NumberFormat(value: unknown) {
    writeFormat(this.world, this.target, value);
  }
  get Hidden(): unknown {
    if (this.axis === null) throw new Error(HIDDEN);
    return this.members.get(this.axis);
  }
  set Hidden(value: unknown) {
    if (this.axis === null) throw new Error(HIDDEN);
    this.members.set(this.axis, value);
  }
  get Locked(): unknown {
    return this.format.object("protection").get("locked");
  }
  set Locked(_value: unknown) {
    throw new Error("the stand-in unlocks no cells");
  }
  get WrapText(): unknown {
    return this.format.get("wrapText");
  }
  set WrapText(value: unknown) {
    this.format.set("wrapText", value);
  }
  get HorizontalAlignment(): unknown {
    return this.format.get("horizontalAlignment") === "Center" ? XL.center : null;
  }
  set HorizontalAlignment(value: unknown) {
    if (value !== XL.center) throw new Error("the stand-in centres cells and no more");
    this.format.set("horizontalAlignment", "Center");
  }
  get VerticalAlignment(): unknown {
    return verticalNumber(this.format.get("verticalAlignment"));
  }
  set VerticalAlignment(value: unknown) {
    this.format.set("verticalAlignment", verticalWord(value));
  }
  /** Seven pixels a character and five around them, at 96 pixels to 72 points. */
  get ColumnWidth(): unknown {
    const points = this.format.get("columnWidth");
    return typeof points === "number" ? (points / 0.75 - 5) / 7 : null;
  }
  set ColumnWidth(value: unknown) {
    if (typeof value !== "number" || value < 0 || value > 255) throw new Error("a column is 0 to 255 characters wide");
    this.format.set("columnWidth", (value * 7 + 5) * 0.75);
  }
  get RowHeight(): unknown {
    return this.format.get("rowHeight");
  }
  set RowHeight(value: unknown) {
    this.format.set("rowHeight", value);
  }
  get Left(): unknown {
    return this.members.get("left");
  }
  get Top(): unknown {
    return this.members.get("top");
  }
  get Width(): unknown {
    return this.members.get("width");
  }
  get Height(): unknown {
    return this.members.get("height");
  }

  Borders(edge: number): WpsBorder {
    return borderOf(this.world, this.format, edge);
  }
  Merge(across = false): void {
    this.members.call("merge", across);
  }
  Clear(): void {
    clearCells(this.target, "All");
  }
  ClearContents(): void {
    clearCells(this.target, "Contents");
  }
  Copy(destination: WpsRange): void {
    const to = this.world.book.sheets.find((sheet) => sheet.id === destination.Worksheet.CodeName);
    if (to === undefined) throw new Error("the sheet to copy to is gone");
    refuseIfProtected(to);
    const [top, left] = [destination.Row - 1, destination.Column - 1];
    const block = { top, left, bottom: top + destination.Rows.Count - 1, right: left + destination.Columns.Count - 1 };
    const options = { what: "All", skipBlanks: false, transpose: false } as const;
    copyCells(this.world.book, this.target, new RangeTarget(to, block), options);
  }
  Select(): void {
    select(this.world.book, this.on, this.block);
  }
  Find(
    what: string,
    after: WpsRange,
    _lookIn: number,
    _lookAt: number,
    order: number,
    direction: number,
  ): WpsRange | null {
    if (what !== "*") throw new Error("the stand-in finds filled cells and no more");
    const place = { row: after.Row - 1, column: after.Column - 1 };
    const found = findFilled(this.on, this.block, place, order === XL.byRows, direction === XL.next);
    return found === null ? null : this.world.range(this.on, found);
  }
  AutoFilter(field?: number, criteria?: unknown, operator?: number): void {
    const table = this.on.extras.get("tables").find(({ range }) => sameRange(range, this.block));
    if (table === undefined || field === undefined || operator !== XL.filterValues || !Array.isArray(criteria))
      throw new Error("the stand-in filters tables by values and no more");
    const item = { book: this.world.book, sheet: this.on, id: table.id };
    changeTable(item, { filters: { ...table.filters, [field - 1]: criteria.map(String) } });
    applyFilters(item);
  }
  AddComment(text: string): void {
    const notes = new Members(this.world, makers.worksheet({ book: this.world.book, sheet: this.on })).object("notes");
    notes.made("add", address(this.block.top, this.block.left), text);
  }
}

export function wpsRange(world: World, sheet: Sheet, range: CellRange): WpsRange {
  return world.strict("Range", new RangeObject(world, sheet, range));
}
