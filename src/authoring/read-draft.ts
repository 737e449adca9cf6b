/**
 * A draft's sheet read back against the edition it was made from: which cells were changed, which rows came and which shall go. Everything
 * that can't be taken as meant is a trouble with its cell, and a draft with troubles gives no edition.
 */
import type { DraftColumn, DraftRow } from "./draft-row";
import { DRAFT_COLUMNS } from "./draft-row";
import { HEADINGS, KINDS, YES } from "./draft-words";
import { isToBeWritten } from "./template";
import { shownCell } from "./draft-sheet";
import { readEntry, type Entry, type EntryTrouble } from "./read-entry";
import { address, cellAt, cellText, isBlank, isBlankRow, type Cell, type Grid } from "../words/grid";
import type { Language, Text } from "../words/text";

/** What is wrong with a draft, at which cell. */
export interface DraftTrouble {
  /** A1 on the draft's sheet. */
  readonly cell: string;
  readonly text: Text;
}

/** A cell that says something else than the edition. */
export interface DraftEdit {
  readonly row: DraftRow;
  readonly column: DraftColumn;
  readonly cell: string;
  readonly entry: Entry;
}

/** A row that the edition does not have: its cells as typed, by column. */
export interface NewRow {
  readonly addressOf: (column: DraftColumn) => string;
  /** The row of the edition above it; null above the first. */
  readonly after: DraftRow | null;
  readonly cells: ReadonlyMap<DraftColumn, Cell>;
}

export interface DraftReading {
  readonly edits: readonly DraftEdit[];
  readonly added: readonly NewRow[];
  readonly removed: readonly DraftRow[];
  readonly troubles: readonly DraftTrouble[];
  /** The cell of a row's column; null where the sheet has none. */
  readonly cellOf: (id: string, column: DraftColumn) => string | null;
}

/** The row of the headings and where each column stands, in one of the languages; null where no sheet of a draft is recognised. */
export function draftHeadings(
  grid: Grid,
): { readonly row: number; readonly language: Language; readonly columns: ReadonlyMap<DraftColumn, number> } | null {
  for (let row = 0; row < Math.min(grid.rows.length, 30); row += 1)
    for (const language of ["zh", "en"] as const) {
      const texts = (grid.rows[row] ?? []).map((cell) => cellText(cell));
      const columns = new Map<DraftColumn, number>();
      for (const column of DRAFT_COLUMNS) {
        const at = texts.indexOf(HEADINGS[column][language]);
        if (at >= 0) columns.set(column, at);
      }
      if (columns.has("id") && columns.has("kind") && columns.has("value")) return { row, language, columns };
    }
  return null;
}

/**
 * @param rows of the edition the draft was made from
 * @param formulas A1 addresses of the sheet's cells that hold formulas
 */
export function readDraft(grid: Grid, rows: readonly DraftRow[], formulas: ReadonlySet<string>): DraftReading {
  const found = draftHeadings(grid);
  if (found === null)
    return {
      edits: [],
      added: [],
      removed: [],
      troubles: [trouble("A1", "这张表没有规则草案的表头。", "This sheet has no headings of a draft of rules.")],
      cellOf: () => null,
    };
  return new DraftReader(grid, rows, formulas, found).read();
}

function trouble(cell: string, zh: string, en: string): DraftTrouble {
  return { cell, text: { zh, en } };
}

class DraftReader {
  private readonly edits: DraftEdit[] = [];
  private readonly added: NewRow[] = [];
  private readonly removed: DraftRow[] = [];
  private readonly troubles: DraftTrouble[] = [];
  /** Id -> 0-based row of the sheet. */
  private readonly placed = new Map<string, number>();
  private readonly known: ReadonlyMap<string, DraftRow>;

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly DraftRow[],
    private readonly formulas: ReadonlySet<string>,
    private readonly head: NonNullable<ReturnType<typeof draftHeadings>>,
  ) {
    this.known = new Map(rows.map((row) => [row.id, row]));
  }

  read(): DraftReading {
    for (const column of DRAFT_COLUMNS)
      if (!this.head.columns.has(column))
        this.say(
          address(this.head.row, 0),
          `少了“${HEADINGS[column].zh}”一列。请恢复它。`,
          `The column “${HEADINGS[column].en}” is gone. Put it back.`,
        );
    let above: DraftRow | null = null;
    for (let row = this.head.row + 1; row < this.grid.rows.length; row += 1) {
      if (isBlankRow(this.grid.rows[row])) continue;
      above = this.readRow(row, above) ?? above;
    }
    this.checkMissing();
    this.checkOrder();
    const { edits, added, removed, troubles } = this;
    return { edits, added, removed, troubles, cellOf: (id, column) => this.cellOf(id, column) };
  }

  private say(cell: string, zh: string, en: string): void {
    this.troubles.push(trouble(cell, zh, en));
  }

  private at(row: number, column: DraftColumn): string {
    return address(row, this.head.columns.get(column) ?? 0);
  }

  private cell(row: number, column: DraftColumn): Cell {
    const at = this.head.columns.get(column);
    return at === undefined ? null : cellAt(this.grid, row, at);
  }

  private cellOf(id: string, column: DraftColumn): string | null {
    const row = this.placed.get(id);
    return row === undefined || !this.head.columns.has(column) ? null : this.at(row, column);
  }

  /** The edition's row that stands here; null for a new or unreadable one. */
  private readRow(sheetRow: number, above: DraftRow | null): DraftRow | null {
    const id = cellText(this.cell(sheetRow, "id"));
    const row = this.known.get(id);
    const order = cellText(this.cell(sheetRow, "order"));
    if (row === undefined) {
      const before = order === "" ? undefined : this.rows[Number(order) - 1];
      if (before !== undefined) {
        this.say(
          this.at(sheetRow, "id"),
          `这里的编号原来是“${before.id}”，编号不能改。请改回去；要换一条，就在“删除”写“是”，另插一行。`,
          `The id here was “${before.id}” and can't be changed. Put it back; to replace a row write yes under Remove and insert another.`,
        );
        this.placed.set(before.id, sheetRow);
        return before;
      }
      this.added.push({
        addressOf: (column) => this.at(sheetRow, column),
        after: above,
        cells: this.cellsOf(sheetRow),
      });
      return null;
    }
    if (this.placed.has(id)) {
      this.say(
        this.at(sheetRow, "id"),
        `编号“${id}”出现了两次。新插的行请另写一个编号，或者空着。`,
        `The id “${id}” stands twice. Give an inserted row another id, or leave it blank.`,
      );
      return null;
    }
    this.placed.set(id, sheetRow);
    if (this.wantsRemoval(sheetRow)) this.removed.push(row);
    else for (const column of DRAFT_COLUMNS) this.readCell(row, column, sheetRow);
    return row;
  }

  private cellsOf(sheetRow: number): ReadonlyMap<DraftColumn, Cell> {
    const cells = new Map<DraftColumn, Cell>();
    for (const column of DRAFT_COLUMNS) {
      const cell = this.cell(sheetRow, column);
      if (isBlank(cell)) continue;
      this.refuseFormula(sheetRow, column);
      cells.set(column, cell);
    }
    return cells;
  }

  private wantsRemoval(sheetRow: number): boolean {
    const cell = this.cell(sheetRow, "remove");
    if (isBlank(cell)) return false;
    const word = cellText(cell).toLowerCase();
    if (word === YES.zh || word === YES.en || cell === true) return true;
    this.say(
      this.at(sheetRow, "remove"),
      `“删除”里写的是“${cellText(cell)}”。要去掉这一行写“是”，不去掉就空着。`,
      `“${cellText(cell)}” stands under Remove. Write yes to drop the row, or leave it blank.`,
    );
    return false;
  }

  private refuseFormula(sheetRow: number, column: DraftColumn): boolean {
    const cell = this.at(sheetRow, column);
    if (!this.formulas.has(cell)) return false;
    this.say(
      cell,
      "这一格是公式，规则里只能写定数。请换成算好的值。",
      "This cell holds a formula; a rule states a value. Put the value itself there.",
    );
    return true;
  }

  private readCell(row: DraftRow, column: DraftColumn, sheetRow: number): void {
    if (column === "remove" || column === "id" || !this.head.columns.has(column)) return;
    const typed = this.cell(sheetRow, column);
    const cell = row.cells.get(column);
    const shown = shownCell(column, cell, this.head.language);
    const at = this.at(sheetRow, column);
    if (this.refuseFormula(sheetRow, column)) return;
    if (isToBeWritten(cellText(typed))) {
      this.say(at, `这一格还没有写：${cellText(typed)}`, `This cell is yet to be written: ${cellText(typed)}`);
      return;
    }
    if (unchanged(typed, shown)) return;
    if (cell?.source === undefined || cell.source === null) {
      this.sayLocked(at, column, shown, row);
      return;
    }
    const format = this.grid.numberFormats?.[sheetRow]?.[this.head.columns.get(column) ?? -1];
    const percent = format?.includes("%") ?? false;
    const entry = readEntry(typed, cell.source, {
      percent,
      unit: cellText(shownCell("unit", row.cells.get("unit"), "zh")),
    });
    if ("trouble" in entry) this.troubles.push(placed(at, entry));
    else this.edits.push({ row, column, cell: at, entry: entry.entry });
  }

  private sayLocked(cell: string, column: DraftColumn, shown: Cell, row: DraftRow): void {
    const name = HEADINGS[column];
    const was = cellText(shown);
    if (was === "")
      this.say(
        cell,
        `“${KINDS[row.kind].zh}”这一行没有“${name.zh}”，这里请空着。`,
        `A row of kind “${KINDS[row.kind].en}” has no “${name.en}”; leave this cell blank.`,
      );
    else
      this.say(
        cell,
        `“${name.zh}”不能改，原来是“${was}”。${column === "unit" ? "请把值换算成这个单位。" : "请改回去。"}`,
        `“${name.en}” can't be changed; it was “${was}”. ${column === "unit" ? "Convert the value to this unit." : "Put it back."}`,
      );
  }

  /** Rows of the edition that no longer stand in the sheet. */
  private checkMissing(): void {
    let last = this.head.row;
    for (const { id, kind } of this.rows) {
      const at = this.placed.get(id);
      if (at === undefined)
        this.say(
          address(last, this.head.columns.get("id") ?? 0),
          `这一行下面少了“${id}”（${KINDS[kind].zh}）。请恢复那一行；真要去掉，在“删除”写“是”。`,
          `Below this row “${id}” (${KINDS[kind].en}) is gone. Put the row back; to drop it write yes under Remove.`,
        );
      else last = at;
    }
  }

  private checkOrder(): void {
    let last = -1;
    for (const { id } of this.rows) {
      const at = this.placed.get(id) ?? last;
      if (at < last) {
        this.say(
          this.at(at, "order"),
          `行的次序变了（“${id}”排到了前面）。请按“序”重新升序排列。`,
          `The rows stand in another order (“${id}” came up). Sort them by “No.”, smallest first.`,
        );
        return;
      }
      last = at;
    }
  }
}

function placed(cell: string, { trouble: text }: EntryTrouble): DraftTrouble {
  return { cell, text };
}

/** Whether a cell still says what the draft wrote there: a number may have become text on the way, blanks around it don't count. */
function unchanged(typed: Cell, shown: Cell): boolean {
  if (isBlank(typed)) return isBlank(shown);
  if (typeof typed === "object") return false;
  return cellText(typed) === cellText(shown);
}
