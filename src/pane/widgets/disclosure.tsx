/** A heading that opens and closes what is below it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { createContext, useContext, useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: "inherit" },
  button: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    width: "100%",
    padding: "4px 0",
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorBrandForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  title: { flexGrow: 1, minWidth: 0 },
  note: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
  chevron: { flexShrink: 0, display: "flex" },
});

/** Everything below stands open at first, so that all of it is seen. */
export const OpenAtFirst = createContext(false);

export interface DisclosureProps {
  readonly title: string;
  /** Said at the right end: a count. */
  readonly note?: string;
  readonly open?: boolean;
  /** Opens it when this becomes true; a person may close it again. */
  readonly reveal?: boolean;
  readonly level?: 2 | 3 | 4;
  readonly children: ReactNode;
}

export function Disclosure({
  title,
  note,
  open = false,
  reveal = false,
  level = 3,
  children,
}: DisclosureProps): ReactNode {
  const styles = useStyles();
  const allOpen = useContext(OpenAtFirst);
  const [shown, setShown] = useState(open || reveal || allOpen);
  const [revealed, setRevealed] = useState(reveal);
  if (reveal !== revealed) {
    setRevealed(reveal);
    if (reveal) setShown(true);
  }
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onClick={() => setShown(!shown)}
        >
          <span className={styles.chevron} aria-hidden>
            {shown ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          </span>
          <span className={styles.title}>{title}</span>
          {note === undefined ? null : <span className={styles.note}>{note}</span>}
        </button>
      </Heading>
      {shown ? <div id={id}>{children}</div> : null}
    </section>
  );
}
