/** Which sheet and cells a person has before them. Everyone at a workbook has a view of their own. */
import type { CellRange } from "../../words/grid";
import type { Book } from "../book/book";
import { selectRange } from "../book/select-range";
import type { Sheet } from "../book/sheet";
import { activateSheet, isHidden } from "../book/sheet-list";

export interface View {
  readonly active: Sheet;
  /** The blocks selected on the active sheet. */
  readonly selection: readonly CellRange[];
  activate(sheet: Sheet): Promise<void>;
  /** Brings the sheet into view and selects the block. */
  select(sheet: Sheet, range: CellRange): Promise<void>;
}

/** The view of the person at this page. */
export class PageView implements View {
  constructor(private readonly book: Book) {}

  get active(): Sheet {
    return this.book.active;
  }

  get selection(): readonly CellRange[] {
    return this.book.selection;
  }

  activate(sheet: Sheet): Promise<void> {
    return activateSheet(this.book, sheet);
  }

  select(sheet: Sheet, range: CellRange): Promise<void> {
    return selectRange(this.book, sheet, range);
  }
}

export type ViewEvent =
  | { readonly kind: "sheet-activated"; readonly sheet: string }
  | { readonly kind: "selection"; readonly sheet: string; readonly ranges: readonly CellRange[] };

/** The view of somebody at another screen: nothing of it is seen on this page. */
export class DistantView implements View {
  private readonly selections = new Map<string, readonly CellRange[]>();
  private shown: string;

  constructor(
    private readonly book: Book,
    private readonly tell: (event: ViewEvent) => void,
  ) {
    this.shown = book.active.id;
  }

  get active(): Sheet {
    const { book, shown } = this;
    return book.sheet(shown) ?? book.sheets.find((sheet) => !isHidden(sheet)) ?? book.active;
  }

  get selection(): readonly CellRange[] {
    return this.selections.get(this.active.id) ?? [{ top: 0, left: 0, bottom: 0, right: 0 }];
  }

  activate(sheet: Sheet): Promise<void> {
    const { shown } = this;
    if (shown !== sheet.id) {
      this.book.link.journal.record(() => {
        this.shown = shown;
      });
      this.shown = sheet.id;
      this.tell({ kind: "sheet-activated", sheet: sheet.id });
    }
    return Promise.resolve();
  }

  async select(sheet: Sheet, range: CellRange): Promise<void> {
    await this.activate(sheet);
    const before = this.selections.get(sheet.id) ?? [];
    this.book.link.journal.record(() => {
      this.selections.set(sheet.id, before);
    });
    this.selections.set(sheet.id, [range]);
    this.tell({ kind: "selection", sheet: sheet.id, ranges: [range] });
  }
}
