/** The published figures of the release beside the targets, scope by scope, as `=ZJTX.ACTUAL` gives them. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { PublishedScope } from "../../../clusters/published";
import { NAMESPACE } from "../../../functions/records";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import { useClusterWords } from "./cluster-texts";

const useStyles = makeStyles({
  figure: { padding: "4px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

export function PublishedList({ published }: { readonly published: readonly PublishedScope[] }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const count = published.reduce((all, { figures }) => all + figures.length, 0);
  return (
    <Disclosure title={say("published")} note={say("publishedCount", { count })} level={2}>
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {say("publishedHint", { formula: `=${NAMESPACE}.ACTUAL` })}
      </p>
      {published.map(({ scope, figures }) => (
        <Disclosure key={scope.zh} title={of(scope)} note={say("publishedCount", { count: figures.length })} level={3}>
          <ul className={layout.list}>
            {figures.map(({ id, name, kind, value, at, source, note }) => (
              <li key={id} className={styles.figure}>
                <p className={layout.text}>
                  {of(name)} <span className={styles.value}>{of(value)}</span>
                </p>
                <p className={mergeClasses(layout.small, layout.quiet)}>
                  {[at, of(kind), note === null ? "" : of(note), of(source)].filter((text) => text !== "").join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </Disclosure>
  );
}
