/** The workbook that is open on the page: opening, changing, saving. A file that can't be opened leaves the one before as it was. */
import type {} from "@univerjs/sheets-ui/facade";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { BoundRelease } from "../../functions/function-record";
import type { Text, Language } from "../../words/text";
import type { Book } from "../book/book";
import { fileFromBook } from "../book/save-book";
import { createSession } from "../executor/session";
import { wpsOver } from "../wps/application";
import type { CellNote } from "./cell-note";
import { sayIn, type PageTextKey } from "./page-texts";
import type { Look } from "./pane-link";
import { fetchSample, onSampleSheet } from "./samples";
import { withFittingRows } from "./fitting-rows";
import type { SheetView } from "./sheet-view";
import type { KeptWork, WorkKeeper } from "./work-keeper";
import { NotOpened, openWorkbookFile, saveWorkbookFile } from "./workbook-files";

export interface OpenedWorkbook {
  /** As the person knows it, with its ending. */
  readonly name: string;
  readonly unsaved: boolean;
  /** Contents that opening could not keep. */
  readonly lost: readonly Text[];
}

export interface Notice {
  readonly intent: "info" | "success" | "warning" | "error";
  readonly text: (language: Language) => string;
}

/** Milliseconds: a calculation that never ends must not keep anybody from saving. */
const CALCULATION_HANGS_AFTER = 120_000;

type Places = Readonly<Record<string, string>>;

export interface Workbook {
  readonly file: OpenedWorkbook | null;
  readonly notice: Notice | null;
  /** Why the selected cell shows an error. */
  readonly note: CellNote | null;
  /** What is being done, said to the person; null when nothing is. */
  readonly busy: { readonly key: PageTextKey; readonly places: Places } | null;
  /** Goes up with each workbook opened; 0 before the first. */
  readonly session: number;
  open(file: File, several: boolean): Promise<void>;
  openSample(file: string): Promise<void>;
  /** Opens what a page has left behind; true where it is open now. */
  openKept(work: KeptWork): Promise<boolean>;
  save(): Promise<void>;
  /** Enters what is being typed into a cell. */
  endTyping(): Promise<void>;
  /** Keys go to the cells. */
  focusGrid(): void;
  tell(key: PageTextKey, places: Places): void;
  dismiss(): void;
}

const said =
  (key: PageTextKey, places: Places = {}) =>
  (language: Language): string =>
    sayIn(language)(key, places);

export function useWorkbook(
  container: RefObject<HTMLElement | null>,
  look: Look,
  firstSample: string,
  knowledge: BoundRelease,
  keeper: WorkKeeper,
): Workbook {
  const [file, setFile] = useState<OpenedWorkbook | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [note, setNote] = useState<CellNote | null>(null);
  const [busy, setBusy] = useState<Workbook["busy"]>({ key: "starting", places: {} });
  const [session, setSession] = useState(0);
  const view = useRef<Promise<SheetView | null> | null>(null);
  const open = useRef<{ readonly book: Book; readonly stop: () => void } | null>(null);
  const lookNow = useRef(look);

  const show = useCallback(
    async (name: string, bytes: Uint8Array<ArrayBuffer>, from: "person" | "several" | "sample" | "kept") => {
      const read = await openWorkbookFile(name, bytes);
      const sheet = await view.current;
      if (!sheet) return;
      const book = sheet.show(withFittingRows(from === "sample" ? onSampleSheet(name, read.book) : read.book));
      open.current?.stop();
      // Calculating what the file brought is no change of the person's.
      await book.link.calculation.settle();
      const stop = book.listen(({ kind }) => {
        setNote((before) => sameNote(before, sheet.note()));
        if (kind === "selection" || kind === "sheet-activated" || kind === "calculated") return;
        keeper.changed();
        setFile((before) => (before?.unsaved === false ? { ...before, unsaved: true } : before));
      });
      setNote(null);
      open.current = { book, stop };
      window.zjtxSession = createSession(book);
      window.zjtxWps = wpsOver(book).application;
      setSession((before) => before + 1);
      setFile({ name, unsaved: from === "kept", lost: read.lost });
      keeper.opened({
        name,
        cells: () => book.sheets.reduce((sum, { grid }) => sum + (grid.bottom + 1) * (grid.right + 1), 0),
        write: async () => new Uint8Array(await saveWorkbookFile(fileFromBook(book))),
      });
      if (from === "kept") keeper.changed();
      // Of our own samples nobody needs to be warned before they save one.
      if (read.lost.length > 0 && from !== "sample") {
        setNotice({
          intent: "warning",
          text: (language) =>
            sayIn(language)("lost", {
              name,
              what: read.lost.map((text) => text[language]).join(language === "zh" ? "、" : "; "),
            }),
        });
      } else setNotice(from === "several" ? { intent: "info", text: said("oneFile", { name }) } : null);
    },
    [keeper],
  );

  const attempt = useCallback(
    async (doing: NonNullable<Workbook["busy"]>, failure: Notice, work: () => Promise<void>) => {
      setBusy(doing);
      try {
        await work();
      } catch (error) {
        if (error instanceof NotOpened) setNotice({ intent: "error", text: (language) => error.text[language] });
        else {
          console.error(error);
          setNotice(failure);
        }
      } finally {
        setBusy(null);
      }
    },
    [],
  );

  const openSample = useCallback(
    async (name: string) => {
      const failure: Notice = { intent: "error", text: said("sampleMissing") };
      await attempt({ key: "opening", places: { name } }, failure, async () => {
        await show(name, await fetchSample(name), "sample");
      });
    },
    [attempt, show],
  );

  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const created = import("./sheet-view")
      .then(({ createSheetView }) => createSheetView(element, lookNow.current, knowledge))
      .catch((error: unknown) => {
        console.error(error);
        setNotice({ intent: "error", text: said("cannotStart") });
        return null;
      });
    view.current = created;
    // The sample is fetched and read while the spreadsheet's own code is on its way.
    void openSample(firstSample);
    return () => {
      void created.then((sheet) => sheet?.dispose());
    };
  }, [container, firstSample, openSample, knowledge]);

  const { language, theme } = look;
  useEffect(() => {
    lookNow.current = { language, theme };
    void view.current?.then((sheet) => sheet?.setLook({ language, theme }));
  }, [language, theme]);

  return {
    file,
    notice,
    note,
    busy,
    session,
    openSample,
    open: async (chosen, several) => {
      const { name } = chosen;
      const failure: Notice = { intent: "error", text: said("cannotOpen", { name }) };
      await attempt({ key: "opening", places: { name } }, failure, async () => {
        await show(name, new Uint8Array(await chosen.arrayBuffer()), several ? "several" : "person");
      });
    },
    openKept: async ({ name, bytes }) => {
      let opened = false;
      const failure: Notice = { intent: "error", text: said("cannotOpen", { name }) };
      await attempt({ key: "opening", places: { name } }, failure, async () => {
        // The bytes go to a worker and are gone here: what is kept stays until the workbook is open.
        await show(name, new Uint8Array(bytes), "kept");
        opened = true;
      });
      return opened;
    },
    save: async () => {
      const now = open.current;
      if (!now || !file) return;
      const name = `${file.name.replace(/\.(xlsx|xlsm|csv)$/i, "")}.xlsx`;
      await attempt({ key: "saving", places: {} }, { intent: "error", text: said("cannotSave") }, async () => {
        // What is being typed belongs to the workbook too.
        await now.book.link.facade.endEditingAsync(true);
        const settled = await now.book.link.calculation.settlesWithin(CALCULATION_HANGS_AFTER);
        const bytes = await saveWorkbookFile(fileFromBook(now.book));
        download(name, bytes);
        keeper.saved();
        setFile((before) => before && { ...before, unsaved: false });
        setNotice(
          settled
            ? { intent: "success", text: said("saved", { name }) }
            : { intent: "warning", text: said("savedUncalculated", { name }) },
        );
      });
    },
    endTyping: async () => {
      await open.current?.book.link.facade.endEditingAsync(true);
    },
    focusGrid: () => {
      void view.current?.then((sheet) => sheet?.focus());
    },
    tell: (key, places) => {
      setNotice({ intent: "info", text: said(key, places) });
    },
    dismiss: () => {
      setNotice(null);
    },
  };
}

/** The page is drawn anew only where there is something new to say. */
function sameNote(before: CellNote | null, now: CellNote | null): CellNote | null {
  return before?.cell === now?.cell && before?.error === now?.error && before?.text.zh === now?.text.zh ? before : now;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** The browser has taken the bytes over long before. */
const KEPT_FOR_DOWNLOAD = 60_000;

function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_FOR_DOWNLOAD);
}
