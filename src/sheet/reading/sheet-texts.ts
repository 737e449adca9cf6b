/** The texts of a sheet's rows: names, places, products, and what stands in any other column as a person reads it. */
import type { Vocabulary } from "../../language/vocabulary";
import { address, cellText, isBlank, rowIn, type Cell, type Grid } from "../../words/grid";
import { mappedCell, type Mapping } from "./map-columns";
import { unreadableReason } from "./cell-messages";
import type { UnreadableCell } from "./messages";
import { whyError } from "./number-text";

export class SheetTexts {
  private readonly byField = new Map<string, Mapping>();
  private readonly read = new Map<string, readonly string[]>();
  private readonly origins = new Map<string, Cell>();

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    mappings: readonly Mapping[],
    private readonly vocabulary: Vocabulary,
  ) {
    for (const mapping of mappings) {
      if (mapping.field === null || mapping.use !== "read") continue;
      // Of several years the latest speaks for the field.
      const other = this.byField.get(mapping.field);
      if (other === undefined || mapping.back < other.back) this.byField.set(mapping.field, mapping);
    }
    // A place merged down over its enterprises stands for each of them.
    const textColumns = new Set(
      [...this.byField.values()].filter((mapping) => this.isText(mapping)).map(({ column }) => column),
    );
    for (const { top, bottom, left, right } of grid.merges) {
      if (left !== right || !textColumns.has(left)) continue;
      for (let row = top; row <= Math.min(bottom, grid.rows.length - 1); row++) {
        this.origins.set(address(row, left), grid.rows[top]?.[left] ?? null);
      }
    }
  }

  private isText({ field }: Mapping): boolean {
    const type = this.vocabulary.fields.get(field ?? "")?.type;
    return type === "text" || type === "code" || type === "place";
  }

  private cell(row: number, column: number): Cell {
    const cell = this.grid.rows[row]?.[column] ?? null;
    if (this.origins.size === 0 || !isBlank(cell)) return cell;
    return this.origins.get(address(row, column)) ?? null;
  }

  /** The column of a text or code field, which has no slot among the numbers. */
  mappingOf(field: string): Mapping | undefined {
    const mapping = this.byField.get(field);
    return mapping !== undefined && this.isText(mapping) ? mapping : undefined;
  }

  /** One text a row, "" for blanks, errors and fields without a column. A text that starts with = is a text like any other. */
  of(field: string): readonly string[] {
    const known = this.read.get(field);
    if (known !== undefined) return known;
    const mapping = this.byField.get(field);
    const texts = this.rows.map((row) => {
      const cell = mapping === undefined ? null : this.cell(row, mapping.column);
      return typeof cell === "object" ? "" : cellText(cell);
    });
    this.read.set(field, texts);
    return texts;
  }

  /** Excel errors in columns of texts. */
  errors(): UnreadableCell[] {
    return [...this.byField.values()]
      .filter((mapping) => this.isText(mapping))
      .flatMap((mapping) =>
        this.rows.flatMap((row) => {
          const cell = this.grid.rows[row]?.[mapping.column];
          if (cell === null || typeof cell !== "object") return [];
          const reason = unreadableReason(rowIn(this.grid, row), mapping.heading, cell.error, whyError(cell.error));
          return [{ cell: mappedCell(this.grid, mapping, row), text: cell.error, reason }];
        }),
      );
  }
}
