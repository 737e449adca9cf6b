/** Marks the cells that have a note with Excel's red corner, and shows what a note says where the pointer rests. */
import type { FUniver } from "@univerjs/core/facade";
import { SheetExtension, type SpreadsheetSkeleton, type UniverRenderingContext } from "@univerjs/engine-render";
import type {} from "@univerjs/sheets-ui/facade";
import type { BookNote } from "../../xlsx/book-file";
import type { Book } from "../book/book";

/** Sides of a corner, in pixels. */
const SIZE = 7;
const COLOUR = "#c4314b";
/** Univer draws its own corners of cells on this level. */
const LEVEL = 60;

class NoteCorners extends SheetExtension {
  override uKey = "zjtx-notes";
  protected override Z_INDEX = LEVEL;

  constructor(private readonly notesOn: (sheet: string) => readonly BookNote[]) {
    super();
  }

  override draw(context: UniverRenderingContext, _scale: unknown, skeleton: SpreadsheetSkeleton): void {
    const { worksheet, rowColumnSegment: seen } = skeleton;
    for (const { row, column } of this.notesOn(worksheet.getSheetId())) {
      if (row < seen.startRow || row > seen.endRow || column < seen.startColumn || column > seen.endColumn) continue;
      if (!worksheet.getRowVisible(row) || !worksheet.getColVisible(column)) continue;
      const { isMerged, isMergedMainCell, mergeInfo, startY, endX } = skeleton.getCellWithCoordByIndex(
        row,
        column,
        false,
      );
      const [right, top] = isMerged || isMergedMainCell ? [mergeInfo.endX, mergeInfo.startY] : [endX, startY];
      context.save();
      context.fillStyle = COLOUR;
      context.beginPath();
      context.moveTo(right - SIZE, top);
      context.lineTo(right, top);
      context.lineTo(right, top + SIZE);
      context.closePath();
      context.fill();
      context.restore();
    }
  }
}

/** Once Univer has made the page's canvas for a workbook it has opened. */
const CANVAS_READY = 200;

/** Keeps the corners in step with the book; gives the way to stop. @param container what the spreadsheet is shown in */
export function showNotes(univerAPI: FUniver, book: Book, container: HTMLElement): () => void {
  let marked: { dispose(): void } | null = null;
  let timer: number | undefined;
  const notesOn = (sheet: string): readonly BookNote[] => book.sheet(sheet)?.extras.get("notes") ?? [];
  const draw = (): void => {
    timer = undefined;
    marked?.dispose();
    const any = book.sheets.some(({ id }) => notesOn(id).length > 0);
    marked = any ? univerAPI.registerSheetMainExtension(book.link.unitId, new NoteCorners(notesOn)) : null;
  };
  const later = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(draw, CANVAS_READY);
  };
  later();
  const stop = book.listen(({ kind }) => {
    if (kind === "sheet") later();
  });
  const hovering = univerAPI.addEvent(univerAPI.Event.CellPointerMove, ({ worksheet, row, column }) => {
    const note = notesOn(worksheet.getSheetId()).find((one) => one.row === row && one.column === column);
    if (note) container.title = note.text;
    else container.removeAttribute("title");
  });
  return () => {
    stop();
    hovering.dispose();
    window.clearTimeout(timer);
    marked?.dispose();
    container.removeAttribute("title");
  };
}
