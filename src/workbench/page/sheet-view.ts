/** The spreadsheet on the page: Univer with its toolbar, formula bar and tabs, showing one book at a time. Loaded apart from the page's frame. */
import { LocaleType } from "@univerjs/core";
import { ILayoutService } from "@univerjs/ui";
import type { BoundRelease } from "../../functions/function-record";
import { settingKey } from "../../excel/setting-key";
import { rulesSaid, saysDraft, SETTINGS_KEY } from "../../functions/rules-handover";
import { RulesInUse } from "../../functions/rules-in-use";
import type { BookFile } from "../../xlsx/book-file";
import type { Book } from "../book/book";
import { bookFromFile } from "../book/load-book";
import { pageEngine } from "../formulas/page-engine";
import { registerFunctions, type RegisteredFunctions } from "../formulas/register-functions";
import { activeCellNote, type CellNote } from "./cell-note";
import { registerCharts, showCharts } from "./chart-layer";
import { showConditions } from "./condition-layer";
import { showNotes } from "./note-layer";
import { createPageUniver } from "./page-univer";
import type { Look } from "./pane-link";
import { drawBetweenRequests } from "./quiet-drawing";
import { onSystemColours, sheetPalette, strengthenLines } from "./sheet-palette";

const LOCALES = { zh: LocaleType.ZH_CN, en: LocaleType.EN_US } as const;

/** What a file keeps of how it is scored. */
function keptIn(settings: BookFile["settings"]): unknown {
  try {
    return JSON.parse(settings[settingKey(SETTINGS_KEY)] ?? "null");
  } catch {
    return null;
  }
}

export interface SheetView {
  /** Shows a workbook in place of the one before. */
  show(file: BookFile): Book;
  setLook(look: Look): void;
  /** What is to say of the selected cell of the workbook shown; null where nothing is. */
  note(): CellNote | null;
  /** Keys go to the cells. */
  focus(): void;
  dispose(): void;
}

/** `knowledge` is what the custom functions in its cells answer from. */
export function createSheetView(container: HTMLElement, look: Look, knowledge: BoundRelease): SheetView {
  let { theme } = look;
  let palette = sheetPalette(theme);
  const { univer, univerAPI } = createPageUniver(container, LOCALES[look.language], palette.dark);
  strengthenLines(univer, () => palette);
  const colour = (): void => {
    palette = sheetPalette(theme);
    univerAPI.toggleDarkMode(palette.dark);
  };
  const stopColours = onSystemColours(colour);
  registerCharts(univerAPI);
  let functions: RegisteredFunctions | null = null;
  const rules = new RulesInUse(knowledge);
  window.zjtxRules = (handed) => rules.say(rulesSaid(handed));
  let open: { readonly book: Book; readonly stop: () => void } | null = null;
  return {
    show: (file) => {
      const before = open;
      const book = bookFromFile(univerAPI, file);
      // Univer starts its formula engine with the first workbook.
      rules.say(saysDraft(keptIn(file.settings)) ? null : { kind: "released" });
      functions ??= registerFunctions(univerAPI, rules, pageEngine);
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
    setLook: (now) => {
      univerAPI.setLocale(LOCALES[now.language]);
      ({ theme } = now);
      colour();
    },
    note: () => (open && functions ? activeCellNote(open.book, functions.messages) : null),
    focus: () => {
      univer.__getInjector().get(ILayoutService).focus();
    },
    dispose: () => {
      stopColours();
      open?.stop();
      univerAPI.dispose();
    },
  };
}
