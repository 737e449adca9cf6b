/** Assumptions, warnings and unreadable cells: each a sentence with links that select the cells it is about. */
import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useScoreWords } from "./score-texts";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: "0 0 0 20px",
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
  },
  item: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  cells: { display: "inline-flex", flexWrap: "wrap", columnGap: "8px", marginInlineStart: "6px" },
  link: { fontSize: tokens.fontSizeBase200 },
});

export interface Note {
  readonly text: string;
  readonly cells: readonly string[];
}

const FIRST = 8;
const MOST_LINKS = 5;

export interface NotesListProps {
  readonly notes: readonly Note[];
  /** How many there are where `notes` is cut. */
  readonly count?: number;
  readonly onCell: (address: string) => void;
}

export function NotesList({ notes, count = notes.length, onCell }: NotesListProps): ReactNode {
  const styles = useStyles();
  const { say } = useScoreWords();
  const [all, setAll] = useState(false);
  const shown = all ? notes : notes.slice(0, FIRST);
  return (
    <ul className={styles.list}>
      {shown.map(({ text, cells }, index) => (
        <li key={index} className={styles.item}>
          {text}
          <span className={styles.cells}>
            {cells.slice(0, MOST_LINKS).map((cell) => (
              <Link
                key={cell}
                as="button"
                className={styles.link}
                aria-label={say("selectCell", { cell })}
                onClick={() => onCell(cell)}
              >
                {cell}
              </Link>
            ))}
          </span>
        </li>
      ))}
      {shown.length < notes.length ? (
        <li className={styles.item}>
          <Link as="button" className={styles.link} onClick={() => setAll(true)}>
            {say("showAll", { count: notes.length })}
          </Link>
        </li>
      ) : null}
      {all && notes.length < count ? (
        <li className={styles.item}>{say("restInSources", { count: count - notes.length })}</li>
      ) : null}
    </ul>
  );
}
