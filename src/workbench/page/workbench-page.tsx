/** The workbench: a bar, the spreadsheet and the pane beside it. */
import {
  FluentProvider,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Button,
} from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { BoundRelease } from "../../functions/function-record";
import { THEMES } from "../../pane/frame/pane-theme";
import { PageBar } from "./page-bar";
import { keepChoices, readChoices, type PageChoices } from "./page-choices";
import { LeftWork } from "./left-work";
import { focusInside, type PagePart } from "./page-parts";
import { sayIn } from "./page-texts";
import { hostOfAddress, paneAddress, tellLook, type Look } from "./pane-link";
import { QuestionDialog, type Question } from "./question";
import { FIRST_SAMPLE } from "./samples";
import { Splitter } from "./splitter";
import { usePageKeys } from "./use-page-keys";
import { useKeptWork } from "./use-kept-work";
import { useWorkbook } from "./use-workbook";
import { NARROW_WINDOW, usePageStyles } from "./page-styles";

/** `knowledge` is what the custom functions answer from. */
export function WorkbenchPage({ knowledge }: { readonly knowledge: BoundRelease }): ReactNode {
  const [choices, setChoices] = useState<PageChoices>(() => readChoices(window.location.search));
  const [paneShown, setPaneShown] = useState(() => !window.matchMedia(NARROW_WINDOW).matches);
  const [dragging, setDragging] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  /** What had the focus there when F6 led away: the frame itself forgets it. */
  const lastInPane = useRef<Element | null>(null);
  const say = useMemo(() => sayIn(choices.language), [choices.language]);
  const styles = usePageStyles();
  const look: Look = choices;
  const kept = useKeptWork();
  const workbook = useWorkbook(container, look, FIRST_SAMPLE, knowledge, kept.keeper);
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

  const enter = (part: PagePart): void => {
    if (part === "bar") {
      const bar = page.current?.querySelector("header");
      if (bar) focusInside(bar, null, "button");
    } else if (part === "grid") {
      workbook.focusGrid();
      // The pane lies over the grid there: the cell that has the focus would not be seen.
      if (window.matchMedia(NARROW_WINDOW).matches) setPaneShown(false);
    } else {
      flushSync(() => setPaneShown(true));
      const inner = frame.current?.contentWindow;
      inner?.focus();
      if (inner) focusInside(inner.document, lastInPane.current, '[role="tab"][aria-selected="true"]');
    }
  };
  const { dropping, frameLoaded } = usePageKeys(frame, {
    take,
    save,
    pick: () => picker.current?.click(),
    go:
      question === null
        ? (from, to) => {
            if (from === "pane") lastInPane.current = frame.current?.contentDocument?.activeElement ?? null;
            if (from === "grid") void workbook.endTyping().then(() => enter(to));
            else enter(to);
          }
        : null,
  });
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
      <div ref={page} className={styles.page}>
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
        {kept.left === null || file === null ? null : (
          <LeftWork
            work={kept.left}
            say={say}
            onOpen={(work) => {
              sureToReplace(() => {
                void workbook.openKept(work).then((opened) => {
                  if (opened) kept.taken(work);
                });
              });
            }}
            onClear={kept.clear}
          />
        )}
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
                src={paneAddress(firstLook.current, hostOfAddress(window.location.search))}
                onLoad={frameLoaded}
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
