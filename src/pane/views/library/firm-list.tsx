/** Enterprises in a list, each a link to its diagnosis with what the list says of it. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useLayout } from "../../widgets/layout";
import { useLibraryWords } from "./library-texts";
import { sheetRowText, type SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  item: {
    padding: "5px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  /** As high as a finger needs beside the heading below. */
  all: { padding: "4px 0" },
});

/** Entries shown at once. */
const FIRST = 10;

export interface FirmLine {
  readonly key: string;
  /** Its row on the list; null where it is no longer there. */
  readonly sheetRow: SheetRow | null;
  readonly name: string;
  /** What is said of it, the most important first. */
  readonly says: readonly string[];
}

export interface FirmListProps {
  readonly firms: readonly FirmLine[];
  /** How many there are where `firms` is cut. */
  readonly count: number;
  readonly onFirm: (sheetRow: SheetRow) => void;
}

export function FirmList({ firms, count, onFirm }: FirmListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useLibraryWords();
  const [all, setAll] = useState(false);
  const shown = all ? firms : firms.slice(0, FIRST);
  return (
    <>
      <ol className={layout.list}>
        {shown.map(({ key, sheetRow, name, says }) => (
          <li key={key} className={styles.item}>
            {sheetRow === null ? (
              <span>{name}</span>
            ) : (
              <Link as="button" className={layout.small} onClick={() => onFirm(sheetRow)}>
                {name === "" ? of(sheetRowText(sheetRow)) : name}
              </Link>
            )}
            {says
              .filter((text) => text !== "")
              .map((text, index) => (
                <div key={index} className={mergeClasses(index > 0 && layout.quiet)}>
                  {text}
                </div>
              ))}
          </li>
        ))}
      </ol>
      {shown.length < firms.length ? (
        <Link as="button" className={mergeClasses(layout.small, styles.all)} onClick={() => setAll(true)}>
          {say("showAll", { count: firms.length })}
        </Link>
      ) : null}
      {(all || firms.length <= FIRST) && firms.length < count ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("restInSheets", { count: count - firms.length })}
        </p>
      ) : null}
    </>
  );
}
