/** Differences one below the other: what it was, what it is, and the numbers that changed in words. */
import { clauseText } from "../../../words/clause";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Add16Regular, ArrowRight16Regular, Subtract16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useLayout } from "../../widgets/layout";
import { useRulesWords, type RulesKey } from "./rules-texts";
import type { Difference, PartKind, Standing } from "../../../authoring/compare-editions";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: "6px" },
  standing: { display: "inline-flex", alignItems: "center", gap: "2px", fontWeight: tokens.fontWeightSemibold },
  change: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "6px",
    alignItems: "baseline",
    padding: "2px 8px",
    margin: "4px 0",
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  to: { fontWeight: tokens.fontWeightSemibold },
  side: { display: "grid", gridTemplateColumns: "56px minmax(0, 1fr)", columnGap: "6px", padding: "1px 0" },
});

const STANDINGS: Readonly<Record<Standing, RulesKey>> = {
  same: "standsSame",
  changed: "standsChanged",
  added: "standsAdded",
  removed: "standsRemoved",
};
const KINDS: Readonly<Record<PartKind, RulesKey>> = {
  condition: "kindCondition",
  route: "kindRoute",
  score: "kindScore",
  item: "kindItem",
  general: "kindGeneral",
};
const ICONS: Readonly<Record<Standing, ReactNode>> = {
  same: null,
  changed: <ArrowRight16Regular aria-hidden />,
  added: <Add16Regular aria-hidden />,
  removed: <Subtract16Regular aria-hidden />,
};

export interface DifferenceListProps {
  readonly differences: readonly Difference[];
  /** What the two sides are called. */
  readonly before: string;
  readonly after: string;
}

export function DifferenceList({ differences, before, after }: DifferenceListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  return (
    <ul className={styles.list}>
      {differences.map(({ id, kind, standing, before: old, after: now, changes }) => (
        <li key={`${kind} ${id}`} className={styles.item}>
          <div className={mergeClasses(layout.small, styles.head)}>
            <span className={styles.standing}>
              {ICONS[standing]}
              {say(STANDINGS[standing])}
            </span>
            <span className={layout.quiet}>{say(KINDS[kind])}</span>
          </div>
          {changes.map(({ from, to }) => (
            <div key={`${from.zh} ${to.zh}`} className={mergeClasses(layout.small, styles.change)}>
              <span>{of(from) === "" ? say("noNumber") : of(from)}</span>
              <span aria-label={say("becomes")} role="img">
                →
              </span>
              <span className={styles.to}>{of(to) === "" ? say("noNumber") : of(to)}</span>
            </div>
          ))}
          {old !== null && now !== null && old.text.zh === now.text.zh ? (
            <p className={layout.small}>
              {of(now.text)} <span className={layout.quiet}>{of(clauseText(now.clause))}</span>
            </p>
          ) : (
            [
              { side: before, statement: old },
              { side: after, statement: now },
            ].map(({ side, statement }) =>
              statement === null ? null : (
                <div key={side} className={mergeClasses(layout.small, styles.side)}>
                  <span className={layout.quiet}>{side}</span>
                  <span>
                    {of(statement.text)}
                    <span className={layout.quiet}> {of(clauseText(statement.clause))}</span>
                  </span>
                </div>
              ),
            )
          )}
        </li>
      ))}
    </ul>
  );
}
