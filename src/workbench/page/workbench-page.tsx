/** The workbench: a bar, the spreadsheet and the pane beside it. */
import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
  Button,
} from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { BoundRelease } from "../../functions/function-record";
import { THEMES } from "../../pane/app/pane-theme";
import { watchDrops } from "./dropped-files";
import { PageBar } from "./page-bar";
import { keepChoices, readChoices, type PageChoices } from "./page-choices";
import { sayIn } from "./page-texts";
import { paneAddress, tellLook, type Look } from "./pane-link";
import { QuestionDialog, type Question } from "./question";
import { FIRST_SAMPLE } from "./samples";
import { Splitter } from "./splitter";
import { useWorkbook } from "./use-workbook";

const NARROW = "@media (max-width: 700px)";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  body: { position: "relative", display: "flex", flexGrow: 1, minHeight: 0 },
  sheet: { position: "relative", flexGrow: 1, minWidth: 0, minHeight: 0, overflow: "hidden" },
  univer: { position: "absolute", inset: 0 },
  pane: {
    display: "flex",
    flexShrink: 0,
    minHeight: 0,
    [NARROW]: {
      position: "absolute",
      top: 0,
      bottom: 0,
      right: 0,
      zIndex: 20,
      maxWidth: "100%",
      boxShadow: tokens.shadow28,
    },
  },
  away: { display: "none" },
  frame: {
    flexShrink: 1,
    minWidth: 0,
    height: "100%",
    border: "none",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Above the tabs of the sheets, over cells rather than beside them, so that nothing moves as another cell is selected. */
  note: {
    position: "absolute",
    left: "12px",
    right: "28px",
    bottom: "60px",
    zIndex: 10,
    width: "fit-content",
    maxWidth: "640px",
    padding: "6px 12px",
    pointerEvents: "none",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    whiteSpace: "pre-line",
  },
  still: { pointerEvents: "none" },
  waiting: {
    position: "absolute",
    inset: 0,
    zIndex: 15,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  onTop: { backgroundColor: tokens.colorNeutralBackgroundAlpha2 },
  drop: {
    position: "fixed",
    inset: "8px",
    zIndex: 1000,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: "8px",
    pointerEvents: "none",
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.94,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground1,
  },
  dropWhich: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  message: { whiteSpace: "normal", borderRadius: 0 },
});

/** `knowledge` is what the custom functions answer from. */
export function WorkbenchPage({ knowledge }: { readonly knowledge: BoundRelease }): ReactNode {
  const [choices, setChoices] = useState<PageChoices>(() => readChoices(window.location.search));
  const [paneShown, setPaneShown] = useState(() => window.innerWidth > 700);
  const [dragging, setDragging] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const say = useMemo(() => sayIn(choices.language), [choices.language]);
  const styles = useStyles();
  const look: Look = choices;
  const workbook = useWorkbook(container, look, FIRST_SAMPLE, knowledge);
  const { file, notice, note } = workbook;

  const choose = useCallback((changed: Partial<PageChoices>) => {
    setChoices((before) => {
      const after = { ...before, ...changed };
      keepChoices(after);
      return after;
    });
  }, []);

  // The address of the frame is read when it loads; afterwards changes go as messages.
  const firstLook = useRef(look);
  useEffect(() => {
    document.documentElement.lang = choices.language === "zh" ? "zh-CN" : "en";
    document.title = `${file?.unsaved === true ? "● " : ""}${file ? `${file.name} · ` : ""}${say("product")} · ${say("workbench")}`;
  }, [choices.language, file, say]);
  useEffect(() => {
    firstLook.current = { language: choices.language, theme: choices.theme };
    if (frame.current?.contentWindow) tellLook(frame.current.contentWindow, firstLook.current);
  }, [choices.language, choices.theme]);

  const sureToReplace = (go: () => void): void => {
    if (file?.unsaved !== true) {
      go();
      return;
    }
    setQuestion({
      title: say("replaceTitle"),
      body: say("replaceBody", { name: file.name }),
      answers: [
        { word: say("saveFirst"), act: save },
        { word: say("replaceAnyway"), act: go },
      ],
    });
  };
  const save = (): void => {
    if (!file || file.lost.length === 0) {
      void workbook.save();
      return;
    }
    const what = file.lost.map((text) => text[choices.language]).join(choices.language === "zh" ? "、" : "; ");
    setQuestion({
      title: say("lostTitle"),
      body: say("lostBody", { name: file.name, what }),
      answers: [{ word: say("saveAnyway"), act: () => void workbook.save() }],
    });
  };
  const take = (files: readonly File[]): void => {
    const [first] = files;
    if (!first) workbook.tell("noFile", {});
    else sureToReplace(() => void workbook.open(first, files.length > 1));
  };

  // Listeners on the windows live as long as the page; they call what is current.
  const current = useRef({ take, save, pick: (): void => undefined });
  useEffect(() => {
    current.current = {
      take,
      save,
      pick: () => {
        picker.current?.click();
      },
    };
  });
  const [frameLoads, setFrameLoads] = useState(0);
  useEffect(() => {
    const inner = frame.current?.contentWindow;
    const windows = inner ? [window, inner] : [window];
    const press = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || (key !== "s" && key !== "o")) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "s") current.current.save();
      else current.current.pick();
    };
    const stop = watchDrops(windows, setDropping, (files) => {
      current.current.take(files);
    });
    for (const each of windows) each.addEventListener("keydown", press, true);
    return () => {
      stop();
      for (const each of windows) each.removeEventListener("keydown", press, true);
    };
  }, [frameLoads]);
  useEffect(() => {
    if (file?.unsaved !== true) return undefined;
    const leave = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
    };
  }, [file?.unsaved]);

  return (
    <FluentProvider theme={THEMES[choices.theme]} style={{ height: "100%" }}>
      {/* What floats over the page takes the provider's classes along, so the page's own looks stand one below. */}
      <div className={styles.page}>
        <PageBar
          say={say}
          look={look}
          file={file}
          busy={workbook.busy !== null}
          paneShown={paneShown}
          onOpen={() => picker.current?.click()}
          onSave={save}
          onSample={(name) => {
            sureToReplace(() => void workbook.openSample(name));
          }}
          onLook={choose}
          onPane={() => {
            setPaneShown(!paneShown);
          }}
        />
        <input
          ref={picker}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.xls,.et,.xlsb,.ods,.xml,.html,.htm,.csv,.txt"
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])]);
            // The same file can then be chosen again.
            currentTarget.value = "";
          }}
        />
        {notice ? (
          <MessageBar
            intent={notice.intent}
            className={styles.message}
            layout="singleline"
            politeness={notice.intent === "error" ? "assertive" : "polite"}
          >
            <MessageBarBody>{notice.text(choices.language)}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={() => workbook.dismiss()}>
                {say("dismiss")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        ) : null}
        <div className={styles.body}>
          <main className={styles.sheet} aria-label={say("sheet")}>
            <div ref={container} className={mergeClasses(styles.univer, dragging && styles.still)} />
            <div role="status" className={mergeClasses(note !== null && styles.note)}>
              {note
                ? say(note.error === null ? "cellNote" : "cellError", {
                    cell: note.cell,
                    error: note.error ?? "",
                    text: note.text[choices.language],
                  })
                : null}
            </div>
            {workbook.busy ? (
              <div className={mergeClasses(styles.waiting, file !== null && styles.onTop)}>
                <Spinner label={say(workbook.busy.key, workbook.busy.places)} labelPosition="below" />
              </div>
            ) : null}
          </main>
          <aside className={mergeClasses(styles.pane, !paneShown && styles.away)} aria-label={say("pane")}>
            <Splitter
              label={say("splitter")}
              width={choices.paneWidth}
              onWidth={(paneWidth) => {
                choose({ paneWidth });
              }}
              onDragging={setDragging}
            />
            {workbook.session > 0 ? (
              <iframe
                key={workbook.session}
                ref={frame}
                className={mergeClasses(styles.frame, dragging && styles.still)}
                style={{ width: choices.paneWidth }}
                title={say("pane")}
                src={paneAddress(firstLook.current)}
                onLoad={() => {
                  setFrameLoads((loads) => loads + 1);
                }}
              />
            ) : (
              <div className={styles.frame} style={{ width: choices.paneWidth }} />
            )}
          </aside>
        </div>
        {dropping ? (
          <div className={styles.drop}>
            <div>{say("dropHere")}</div>
            <div className={styles.dropWhich}>{say("dropWhich")}</div>
          </div>
        ) : null}
      </div>
      <QuestionDialog
        question={question}
        cancel={say("cancel")}
        onClose={() => {
          setQuestion(null);
        }}
      />
    </FluentProvider>
  );
}
