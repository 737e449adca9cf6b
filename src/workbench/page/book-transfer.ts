/**
 * A workbook on its way between the page and its worker, in pieces: each is copied on the page's thread, and a piece of some
 * thousand cells takes a few milliseconds where a whole workbook would hold the page up.
 */
import type { BookFile, BookSheet } from "../../xlsx/book-file";

export type BookPiece =
  | { readonly kind: "frame"; readonly book: BookFile }
  | { readonly kind: "rows"; readonly sheet: number; readonly top: number; readonly rows: BookSheet["cells"] };

const CELLS_A_PIECE = 10_000;

/** The book without its cells, then the cells. */
export function* piecesOf(book: BookFile): Generator<BookPiece> {
  yield { kind: "frame", book: { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: [] })) } };
  for (const [index, { cells }] of book.sheets.entries()) {
    let top = 0;
    let count = 0;
    for (let row = 0; row < cells.length; row++) {
      count += cells[row]?.length ?? 0;
      if (count < CELLS_A_PIECE && row < cells.length - 1) continue;
      if (count > 0) yield { kind: "rows", sheet: index, top, rows: cells.slice(top, row + 1) };
      top = row + 1;
      count = 0;
    }
  }
}

/** Puts the pieces together again, in the order they were given. */
export class BookAssembly {
  private frame: BookFile | null = null;
  private cells: BookSheet["cells"][number][][] = [];

  add(piece: BookPiece): void {
    if (piece.kind === "frame") {
      this.frame = piece.book;
      this.cells = piece.book.sheets.map(() => []);
      return;
    }
    const cells = this.cells[piece.sheet];
    piece.rows.forEach((row, index) => {
      if (cells) cells[piece.top + index] = row;
    });
  }

  /** @throws Error where no piece has come */
  get book(): BookFile {
    if (!this.frame) throw new Error("a book's frame comes before it is asked for");
    return {
      ...this.frame,
      sheets: this.frame.sheets.map((sheet, index) => ({ ...sheet, cells: this.cells[index] ?? [] })),
    };
  }
}
