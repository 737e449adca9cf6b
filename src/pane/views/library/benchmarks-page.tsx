/** Where the sheet's enterprises lie, beside figures that documents print, each with its source and year. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { BenchmarksAnswer } from "../../worker/tasks/run-answers";
import { useLayout } from "../../widgets/layout";
import { useLibraryWords } from "./library-texts";

const useStyles = makeStyles({
  measure: { padding: "7px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  values: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(80px, 1fr))",
    margin: "2px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  printed: { marginTop: "4px", paddingLeft: "10px", borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
});

export function BenchmarksPage({ benchmarks }: { readonly benchmarks: BenchmarksAnswer }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useLibraryWords();
  return (
    <div className={layout.tight}>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("benchmarksHint")}</p>
      <ul className={layout.list}>
        {benchmarks.lines.map(({ name, known, unknown, lower, median, upper, printed }) => (
          <li key={name.zh} className={styles.measure}>
            <h4 className={layout.heading}>{of(name)}</h4>
            <p className={mergeClasses(layout.small, layout.quiet)}>{say("knownOf", { known, unknown })}</p>
            {known === 0 ? null : (
              <dl className={styles.values}>
                {(
                  [
                    ["lowerQuartile", lower],
                    ["median", median],
                    ["upperQuartile", upper],
                  ] as const
                ).map(([key, value]) => (
                  <div key={key}>
                    <dt className={layout.quiet}>{say(key)}</dt>
                    <dd className={styles.value}>{of(value)}</dd>
                  </div>
                ))}
              </dl>
            )}
            {printed.map((figure) => (
              <div key={`${figure.basis.zh} ${figure.year} ${figure.scope.zh}`} className={styles.printed}>
                <p className={layout.small}>
                  {say("besidePrinted", {
                    basis: of(figure.basis),
                    sheet: of(figure.sheet),
                    printed: of(figure.printed),
                  })}
                </p>
                <p className={mergeClasses(layout.small, layout.quiet)}>
                  {of(figure.scope)} · {figure.year} · {of(figure.source)} · {of(figure.evidence)}
                </p>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
