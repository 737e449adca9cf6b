/** The data an enterprise lacks, the most telling first: the first five stand out, the rest waits behind a heading. */
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { MissingColumn } from "../../../cultivation/missing-columns";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords } from "./diagnosis-texts";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export const FIRST = 5;

export interface MissingListProps {
  readonly missing: readonly MissingColumn[];
  readonly onCell: (address: string) => void;
}

export function MissingList({ missing, onCell }: MissingListProps): ReactNode {
  const rest = missing.slice(FIRST);
  const { say } = useDiagnosisWords();
  return (
    <>
      <Items missing={missing.slice(0, FIRST)} onCell={onCell} />
      {rest.length === 0 ? null : (
        <Disclosure title={say("missingRest")} note={say("items", { count: rest.length })} level={4}>
          <Items missing={rest} onCell={onCell} />
        </Disclosure>
      )}
    </>
  );
}

function Items({ missing, onCell }: MissingListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  return (
    <ol className={layout.list}>
      {missing.map(({ slot, name, cell, tiers, forTarget }) => (
        <li key={slot} className={styles.item}>
          <span>
            {of(name)}
            <span className={layout.quiet}>
              {" · "}
              {forTarget ? say("missingForTarget") : say("missingForTiers", { count: tiers.length })}
            </span>
          </span>
          {cell === null ? (
            <span className={mergeClasses(layout.small, layout.quiet)}>{say("noSuchColumn")}</span>
          ) : (
            <Link
              as="button"
              className={layout.small}
              aria-label={say("selectCell", { cell })}
              onClick={() => onCell(cell)}
            >
              {cell}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
