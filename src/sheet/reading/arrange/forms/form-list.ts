/** Rewrites enterprises with their answers into one list: a row an enterprise, a column a question. */
import type { Field } from "../../../../language/vocabulary";
import { addressIn, cellText, isBlank, type Cell, type CellPlace, type Grid } from "../../../../words/grid";
import type { HeadingIndex, HeadingMatch } from "../../heading-index";
import type { ColumnHeading, HeadingRows } from "../../heading-rows";
import { isRefusal, readNumberText } from "../../number-text";
import { foldKey } from "../../../../words/plain-text";
import { defaultUnit } from "../../units";
import type { Answer } from "./form-answers";
import type { Area } from "./form-areas";
import type { FirmAnswer, FormFirm } from "./form-firms";

interface ListCell {
  readonly value: Cell;
  readonly place: CellPlace;
  readonly format: string | null;
}

interface ListColumn {
  readonly levels: readonly string[];
  readonly match: HeadingMatch;
  /** The label's text and the year, to find the same question in another form. */
  readonly key: string;
  /** Field and year; null where none is named. */
  readonly meaning: string | null;
  /** Where the heading is said to stand: the label, or the answer where a label has several. */
  readonly place: CellPlace;
  readonly cells: Map<number, ListCell>;
}

/** A question with different answers in one form; none of them was taken. */
export interface Contradiction {
  readonly label: string;
  readonly cells: readonly string[];
}

export interface FormList {
  readonly grid: Grid;
  readonly headings: HeadingRows;
  readonly contradictions: readonly Contradiction[];
  /** Enterprises whose amounts were given their unit, since it differs from the first one's. */
  readonly converted: readonly { readonly firm: FormFirm; readonly unit: string }[];
}

function placeOf(grid: Grid, { row, column }: Area): CellPlace {
  return { sheet: grid.sheet, row, column };
}

function meaningOf({ field, year }: HeadingMatch): string | null {
  return field === null ? null : `${field.id} ${JSON.stringify(year)}`;
}

function sameValue(one: Cell, other: Cell): boolean {
  return cellText(one).replace(/[\s,]/g, "") === cellText(other).replace(/[\s,]/g, "");
}

class ListBuilder {
  readonly columns: ListColumn[] = [];
  private readonly byQuestion = new Map<string, ListColumn>();
  private readonly byMeaning = new Map<string, ListColumn[]>();
  private readonly labelled = new Set<string>();
  private readonly folded = new Map<string, string>();
  readonly contradictions: Contradiction[] = [];
  readonly converted: { firm: FormFirm; unit: string }[] = [];

  constructor(private readonly first: Grid) {}

  add(firm: FormFirm, at: number): void {
    const open: [string, FirmAnswer][] = [];
    for (const [key, answers] of this.byKey(firm.answers)) {
      const filled = answers.filter(({ answer }) => !isBlank(answer.value));
      const [one = answers[0]] = filled;
      if (one === undefined) continue;
      if (filled.some(({ answer }) => !sameValue(answer.value, one.answer.value))) {
        this.contradictions.push({
          label: one.answer.label.text,
          cells: filled.map(({ grid, answer }) => this.addressOf(grid, answer.at)),
        });
      } else open.push([key, one]);
    }
    // The same question goes into its own column first; what is asked in other words takes what is left.
    for (const [key, one] of open) {
      const column = this.byQuestion.get(key);
      if (column !== undefined) this.put(column, one, firm, at);
    }
    for (const [key, one] of open) {
      if (this.byQuestion.get(key)?.cells.has(at) !== true) {
        this.put(this.columnFor(key, one, at), one, firm, at);
      }
    }
  }

  private put(column: ListColumn, { grid, answer }: FirmAnswer, firm: FormFirm, at: number): void {
    column.cells.set(at, {
      value: this.inUnitOf(column, answer, firm),
      place: placeOf(grid, answer.at),
      format: answer.format,
    });
  }

  addressOf(grid: Grid, area: Area): string {
    const placed: Grid = {
      ...this.first,
      placement: { cell: () => placeOf(grid, area), row: () => placeOf(grid, area) },
    };
    return addressIn(placed, 0, 0);
  }

  private byKey(answers: readonly FirmAnswer[]): ReadonlyMap<string, readonly FirmAnswer[]> {
    const found = new Map<string, FirmAnswer[]>();
    for (const one of answers) {
      const key = this.keyOf(one.answer);
      const known = found.get(key);
      if (known === undefined) found.set(key, [one]);
      else known.push(one);
    }
    return found;
  }

  /** The column of the same item and year where the enterprise has nothing in it yet, or a new one. */
  private columnFor(key: string, { grid, answer }: FirmAnswer, at: number): ListColumn {
    const meaning = meaningOf(answer.match);
    const known = meaning === null ? undefined : this.byMeaning.get(meaning)?.find(({ cells }) => !cells.has(at));
    if (known !== undefined) return known;
    const label = `${grid.sheet} ${answer.label.row} ${answer.label.column}`;
    const several = this.labelled.has(label);
    this.labelled.add(label);
    const column: ListColumn = {
      levels: answer.levels,
      match: answer.match,
      key,
      meaning,
      place: placeOf(grid, several ? answer.at : answer.label),
      cells: new Map(),
    };
    this.columns.push(column);
    if (!this.byQuestion.has(key)) this.byQuestion.set(key, column);
    if (meaning !== null) this.byMeaning.set(meaning, [...(this.byMeaning.get(meaning) ?? []), column]);
    return column;
  }

  /** The question as its label and year ask it. */
  private keyOf({ levels, match }: Answer): string {
    const asked = levels.join("\u0000");
    const folded = this.folded.get(asked) ?? levels.map(foldKey).join("|");
    this.folded.set(asked, folded);
    return `${folded} ${JSON.stringify(match.year)}`;
  }

  /** A number in another unit than the column's gets its own written behind it, which the reader of cells understands. */
  private inUnitOf({ match }: ListColumn, answer: Answer, firm: FormFirm): Cell {
    const { value } = answer;
    const { field } = answer.match;
    const own = answer.match.unit;
    if (field?.type !== "money" || own === match.unit || isBlank(value)) return value;
    const text = cellText(value);
    const number = readNumberText(text);
    if (isRefusal(number) || number.unit !== "") return value;
    const unit = own ?? defaultUnit(field);
    if (!this.converted.some((one) => one.firm === firm)) this.converted.push({ firm, unit });
    return `${text}${unit}`;
  }
}

/** The heading rows of the list, as the reader of lists takes them. */
function headingRows(columns: readonly ColumnHeading[], first: number, last: number): HeadingRows {
  const named = new Set(columns.flatMap(({ match }) => meaningOf(match) ?? []));
  return { first, last, columns, recognised: named.size };
}

/** @param name the field a name belongs to */
export function formList(
  firms: readonly FormFirm[],
  titles: readonly { readonly grid: Grid; readonly area: Area }[],
  name: Field,
  index: HeadingIndex,
): FormList {
  const first = firms[0]?.grid ?? { sheet: "", rows: [], merges: [], hiddenRows: new Set<number>() };
  const builder = new ListBuilder(first);
  firms.forEach((firm, at) => {
    builder.add(firm, at);
  });
  const { columns } = builder;
  const nameMatch = index.match([name.name.zh]);
  const all: readonly {
    readonly levels: readonly string[];
    readonly match: HeadingMatch;
    readonly place: CellPlace | null;
  }[] = [{ levels: [name.name.zh], match: nameMatch, place: firstNamePlace(firms) }, ...columns];
  const height = Math.max(1, ...all.map(({ levels }) => levels.length));
  const body = 1 + height;
  const rows: Cell[][] = [titles.map(({ area }) => area.cell)];
  for (let level = 0; level < height; level++) rows.push(all.map(({ levels }) => levels[level] ?? null));
  const formats: (string | null)[][] = rows.map(() => []);
  firms.forEach((firm, at) => {
    rows.push([firm.name === "" ? null : firm.name, ...columns.map(({ cells }) => cells.get(at)?.value ?? null)]);
    formats.push([null, ...columns.map(({ cells }) => cells.get(at)?.format ?? null)]);
  });
  const cell = (row: number, column: number): CellPlace | null => {
    if (row === 0) {
      const title = titles[column];
      return title === undefined ? null : placeOf(title.grid, title.area);
    }
    if (row < body) return all[column]?.place ?? null;
    const firm = firms[row - body];
    if (firm === undefined) return null;
    if (column === 0) return firm.named === null ? null : placeOf(firm.grid, firm.named);
    return columns[column - 1]?.cells.get(row - body)?.place ?? null;
  };
  const grid: Grid = {
    sheet: first.sheet,
    rows,
    merges: [],
    hiddenRows: new Set(),
    numberFormats: formats,
    placement: {
      cell,
      row: (row) => {
        const firm = firms[Math.max(0, row - body)];
        return { sheet: firm?.grid.sheet ?? first.sheet, row: firm?.row ?? 0 };
      },
    },
  };
  const headings = all.map(({ levels, match }, column): ColumnHeading => {
    return { column, row: body - 1, address: addressIn(grid, body - 1, column), levels, match };
  });
  return {
    grid,
    headings: headingRows(headings, 1, body - 1),
    contradictions: builder.contradictions,
    converted: builder.converted,
  };
}

function firstNamePlace(firms: readonly FormFirm[]): CellPlace | null {
  for (const { grid, named } of firms) if (named !== null) return placeOf(grid, named);
  return null;
}
