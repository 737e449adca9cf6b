/** What is said of cells of the draft, each with a link that selects its cell. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Text } from "../../../../words/text";
import { useLayout } from "../../../widgets/layout";
import { useDraftWords } from "./draft-texts";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "8px",
    alignItems: "baseline",
    padding: "2px 0",
  },
  cell: { fontVariantNumeric: "tabular-nums", fontSize: tokens.fontSizeBase200 },
});

export interface ToldCellsProps {
  readonly cells: readonly { readonly cell: string; readonly text: Text }[];
  readonly onCell: (cell: string) => void;
}

export function ToldCells({ cells, onCell }: ToldCellsProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDraftWords();
  return (
    <ul className={layout.list}>
      {cells.map(({ cell, text }, at) => (
        <li key={at} className={styles.line}>
          <Link
            as="button"
            className={mergeClasses(layout.target, styles.cell)}
            aria-label={say("selectCell", { cell })}
            onClick={() => onCell(cell)}
          >
            {cell}
          </Link>
          <span className={layout.small}>{of(text)}</span>
        </li>
      ))}
    </ul>
  );
}
