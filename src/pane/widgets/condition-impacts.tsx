/** Conditions that made enterprises gain or lose a tier, the heaviest first, each with its clause and how many it decided alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ConditionImpact } from "../../engine/rows/in-the-way";
import { clauseText } from "../../words/clause";
import { useWords } from "../texts/language";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  number: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  whole: { gridColumn: "1 / -1" },
});

export interface ConditionImpactsProps {
  readonly title: string;
  readonly conditions: readonly ConditionImpact[];
}

/** Nothing where there is no condition to name. */
export function ConditionImpacts({ title, conditions }: ConditionImpactsProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useWords();
  if (conditions.length === 0) return null;
  return (
    <div>
      <h4 className={layout.small}>{title}</h4>
      <ul className={layout.list}>
        {conditions.map(({ id, text, firms, alone, clause }) => (
          <li key={id} className={styles.line}>
            <span>{of(text)}</span>
            <span className={styles.number}>{say("enterprises", { count: firms })}</span>
            <span className={mergeClasses(styles.whole, layout.quiet)}>
              {of(clauseText(clause))}
              {alone === 0 ? "" : ` · ${say("byThisAlone", { count: alone })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
