/** The spreadsheet on the page: Univer with its toolbar, formula bar and tabs, showing one book at a time. Loaded apart from the page's frame. */
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import { createUniver, LocaleType, mergeLocales } from "@univerjs/presets";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionsEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionsZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingEn from "@univerjs/preset-sheets-drawing/locales/en-US";
import drawingZh from "@univerjs/preset-sheets-drawing/locales/zh-CN";
import type { BoundRelease } from "../../functions/function-record";
import type { BookFile } from "../book-file";
import type { Book } from "../book/book";
import { bookFromFile } from "../book/load-book";
import { pageEngine } from "../formulas/page-engine";
import { registerFunctions, type RegisteredFunctions } from "../formulas/register-functions";
import { activeCellNote, type CellNote } from "./cell-note";
import { registerCharts, showCharts } from "./chart-layer";
import { showConditions } from "./condition-layer";
import { showNotes } from "./note-layer";
import type { Look } from "./pane-link";
import { drawBetweenRequests } from "./quiet-drawing";

const LOCALES = { zh: LocaleType.ZH_CN, en: LocaleType.EN_US } as const;

/** What Univer could add to a sheet and no file of ours would keep: rather not offered than lost. */
const HIDDEN = {
  "sheet.menu.image": { hidden: true },
  "sheet.operation.open.conditional.formatting.panel": { hidden: true },
} as const;

export interface SheetView {
  /** Shows a workbook in place of the one before. */
  show(file: BookFile): Book;
  setLook(look: Look): void;
  /** What is to say of the selected cell of the workbook shown; null where nothing is. */
  note(): CellNote | null;
  dispose(): void;
}

/** `knowledge` is what the custom functions in its cells answer from. */
export function createSheetView(container: HTMLElement, look: Look, knowledge: BoundRelease): SheetView {
  const { univer, univerAPI } = createUniver({
    locale: LOCALES[look.language],
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreZh, conditionsZh, drawingZh),
      [LocaleType.EN_US]: mergeLocales(coreEn, conditionsEn, drawingEn),
    },
    darkMode: look.theme !== "light",
    presets: [
      UniverSheetsCorePreset({ container, disableAutoFocus: true, menu: HIDDEN }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsDrawingPreset(),
    ],
  });
  registerCharts(univerAPI);
  let functions: RegisteredFunctions | null = null;
  let open: { readonly book: Book; readonly stop: () => void } | null = null;
  return {
    show: (file) => {
      const before = open;
      const book = bookFromFile(univerAPI, file);
      // Univer starts its formula engine with the first workbook.
      functions ??= registerFunctions(univerAPI, knowledge, pageEngine);
      drawBetweenRequests(univer, book);
      before?.stop();
      if (before) univerAPI.disposeUnit(before.book.link.unitId);
      const inView = book.sheets[file.active];
      if (inView) book.link.facade.setActiveSheet(inView.id);
      const stops = [showCharts(book), showConditions(book), showNotes(univerAPI, book, container)];
      const stop = (): void => {
        for (const each of stops) each();
      };
      open = { book, stop };
      return book;
    },
    setLook: ({ language, theme }) => {
      univerAPI.setLocale(LOCALES[language]);
      univerAPI.toggleDarkMode(theme !== "light");
    },
    note: () => (open && functions ? activeCellNote(open.book, functions.messages) : null),
    dispose: () => {
      open?.stop();
      univerAPI.dispose();
    },
  };
}
