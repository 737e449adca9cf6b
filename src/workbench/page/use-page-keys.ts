/** What the page hears of both windows, its own and the pane's: the keys for files and for the parts of the page, and dropped files. */
import { useEffect, useRef, useState, type RefObject } from "react";
import { watchDrops } from "./dropped-files";
import { isPartKey, nextPart, type PagePart } from "./page-parts";

export interface PageActs {
  readonly save: () => void;
  /** Lets a file be chosen. */
  readonly pick: () => void;
  readonly take: (files: readonly File[]) => void;
  /** Brings the focus to another part; null where a question waits for its answer. */
  readonly go: ((from: PagePart, to: PagePart) => void) | null;
}

export interface PageKeys {
  /** Whether a file is held over the page. */
  readonly dropping: boolean;
  /** To be called when the frame has loaded: its window is a new one then. */
  readonly frameLoaded: () => void;
}

export function usePageKeys(frame: RefObject<HTMLIFrameElement | null>, acts: PageActs): PageKeys {
  const [dropping, setDropping] = useState(false);
  const [loads, setLoads] = useState(0);
  // Listeners on the windows live as long as the page; they call what is current.
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    const inner = frame.current?.contentWindow;
    const windows = inner ? [window, inner] : [window];
    const press = (event: KeyboardEvent): void => {
      const act = actOf(event, current.current);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const stop = watchDrops(windows, setDropping, (files) => {
      current.current.take(files);
    });
    for (const each of windows) each.addEventListener("keydown", press, true);
    return () => {
      stop();
      for (const each of windows) each.removeEventListener("keydown", press, true);
    };
  }, [frame, loads]);
  return {
    dropping,
    frameLoaded: () => {
      setLoads((before) => before + 1);
    },
  };
}

function actOf(event: KeyboardEvent, { save, pick, go }: PageActs): (() => void) | null {
  if (isPartKey(event)) {
    const from = focusedPart();
    return go && (() => go(from, nextPart(from, event.shiftKey)));
  }
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return null;
  return { s: save, o: pick }[event.key.toLowerCase()] ?? null;
}

/** Where the focus stands. Nowhere, and in what floats over the page, counts as above: the grid comes next. */
function focusedPart(): PagePart {
  const { activeElement } = document;
  if (activeElement?.closest("main")) return "grid";
  return activeElement?.closest("aside") ? "pane" : "bar";
}
