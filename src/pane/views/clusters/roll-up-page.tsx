/** Enterprises rolled up by cluster and by chain. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import type { RollUpPicture } from "../../worker/tasks/cluster-picture";
import { useClusterWords } from "./cluster-texts";
import { MOST_SHOWN } from "./ranking-page";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "3px 12px",
    margin: "2px 0 8px 20px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0, textAlign: "end", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
});

export function RollUpPage({ rollUps }: { readonly rollUps: readonly RollUpPicture[] }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  return (
    <div className={layout.stack}>
      {rollUps.map(({ by, groups, unassigned, notes }) => (
        <section key={by} className={layout.tight}>
          <h2 className={layout.heading}>{say(by === "cluster" ? "byCluster" : "byChain")}</h2>
          {notes.map((note) => (
            <Notice key={of(note)} intent="warning">
              {of(note)}
            </Notice>
          ))}
          {groups.slice(0, MOST_SHOWN).map(({ name, firms, revenue, facts }) => (
            <Disclosure key={name} title={name} note={say("firms", { count: firms })}>
              <dl className={styles.facts}>
                <dt>{say("revenue")}</dt>
                <dd className={styles.value}>{of(revenue)}</dd>
                {facts.map((fact) => [
                  <dt key={`${fact.name.zh}-name`}>{of(fact.name)}</dt>,
                  <dd key={fact.name.zh} className={styles.value}>
                    {of(fact.value)}
                  </dd>,
                ])}
              </dl>
            </Disclosure>
          ))}
          {groups.length <= MOST_SHOWN ? null : (
            <p className={layout.small}>{say("more", { count: groups.length - MOST_SHOWN })}</p>
          )}
          {unassigned === 0 ? null : (
            <p className={layout.small}>
              {say(by === "cluster" ? "unassignedCluster" : "unassignedChain", { count: unassigned })}
            </p>
          )}
        </section>
      ))}
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("rollUpHint")}</p>
    </div>
  );
}
