/** The one line of an edition that somebody was led to: marked, and brought into view. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { createContext, useContext, useEffect, useRef, type RefObject } from "react";

/** The id of the marked condition, group or item; "" where nothing is marked. */
export const MarkedLine = createContext("");

const useStyles = makeStyles({
  marked: {
    outlineStyle: "solid",
    outlineWidth: "2px",
    outlineOffset: "2px",
    outlineColor: tokens.colorBrandStroke1,
    borderRadius: tokens.borderRadiusMedium,
    // The selected background of high contrast is too bright for the texts of a line.
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export interface Mark<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  readonly className: string;
  readonly "aria-current": "true" | undefined;
}

/** What the element of a line needs to be marked where it is the one. */
export function useMark<Element extends HTMLElement = HTMLLIElement>(id: string): Mark<Element> {
  const styles = useStyles();
  const marked = useContext(MarkedLine) === id && id !== "";
  const ref = useRef<Element>(null);
  useEffect(() => {
    if (marked) ref.current?.scrollIntoView({ block: "center" });
  }, [marked]);
  return { ref, className: marked ? styles.marked : "", "aria-current": marked ? "true" : undefined };
}
