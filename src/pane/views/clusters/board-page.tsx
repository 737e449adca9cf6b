/** The board: each indicator against its target, what lags and by how much a year, and what can't be compared, with the reason. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { STANDING_TEXTS, type Standing } from "../../../clusters/progress";
import { grouped, percentText } from "../../../words/figures";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import type { Board, BoardEntry } from "../../worker/tasks/cluster-picture";
import { useClusterWords } from "./cluster-texts";
import { Meter } from "./meter";

const useStyles = makeStyles({
  entry: {
    display: "flex",
    flexDirection: "column",
    gap: "3px",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", gap: "8px", alignItems: "baseline" },
  name: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  mark: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, textAlign: "end" },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  plain: { color: tokens.colorNeutralForeground2 },
  counts: { display: "flex", flexWrap: "wrap", gap: "2px 12px" },
  figures: { fontVariantNumeric: "tabular-nums" },
});

type Tone = "good" | "bad" | "plain";

const TONES: Readonly<Record<Standing, Tone>> = {
  reached: "good",
  "on-track": "good",
  behind: "bad",
  past: "bad",
  exceeded: "bad",
  due: "plain",
  open: "plain",
  refused: "plain",
};
const STANDINGS: readonly Standing[] = ["reached", "on-track", "behind", "past", "exceeded", "due", "open", "refused"];

function StandingMark({ standing }: { readonly standing: Standing }): ReactNode {
  const styles = useStyles();
  const { of } = useWords();
  return <span className={mergeClasses(styles.mark, styles[TONES[standing]])}>{of(STANDING_TEXTS[standing])}</span>;
}

export function BoardPage({ board, asOf }: { readonly board: Board; readonly asOf: string }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const { entries, gaps } = board;
  const refused = entries.filter(({ standing }) => standing === "refused");
  const compared = entries.filter(({ standing }) => standing !== "refused");
  return (
    <div className={layout.stack}>
      <div className={layout.tight}>
        <h2 className={layout.heading}>
          {say("boardTitle", { count: entries.length })} · {say("dayOf", { day: asOf })}
        </h2>
        <ul className={mergeClasses(layout.list, styles.counts, layout.small)}>
          {STANDINGS.flatMap((standing) => {
            const count = entries.filter((entry) => entry.standing === standing).length;
            return count === 0 ? [] : [<li key={standing}>{`${of(STANDING_TEXTS[standing])} ${count}`}</li>];
          })}
        </ul>
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("barLegend")}</p>
      </div>
      <ul className={layout.list} aria-label={say("targets")}>
        {compared.map((entry, index) => (
          <Entry key={index} entry={entry} />
        ))}
      </ul>
      {refused.length === 0 ? null : (
        <section className={layout.tight}>
          <h2 className={layout.heading}>{say("notComparable", { count: refused.length })}</h2>
          <ul className={layout.list}>
            {refused.map((entry, index) => (
              <Entry key={index} entry={entry} />
            ))}
          </ul>
        </section>
      )}
      {gaps.length === 0 ? null : (
        <Disclosure title={say("gaps", { count: gaps.length })} level={2}>
          <p className={layout.small}>{gaps.map(of).join(say("comma"))}</p>
        </Disclosure>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: BoardEntry }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const { completion, elapsed, actual, base, target, by, pace, remark, assumptions, source } = entry;
  const figures = [
    completion === null ? "" : percentText(completion),
    target === null ? "" : say("ofTarget", { actual: actual === null ? say("blank") : of(actual), target: of(target) }),
    completion === null || base === null ? "" : of(base),
    by === null ? "" : say("byYear", { year: String(by) }),
    completion === null || elapsed === null ? "" : say("elapsed", { share: grouped(elapsed * 100, 0) }),
  ].filter((text) => text !== "");
  return (
    <li className={styles.entry} {...(source === null ? {} : { title: of(source) })}>
      <div className={styles.head}>
        <span className={mergeClasses(styles.name, layout.text)}>{of(entry.name)}</span>
        <StandingMark standing={entry.standing} />
      </div>
      {completion === null ? null : <Meter part={completion} mark={elapsed} />}
      {figures.length === 0 ? null : (
        <p className={mergeClasses(layout.small, styles.figures)}>{figures.join(" · ")}</p>
      )}
      {pace === null ? null : <p className={layout.small}>{of(pace)}</p>}
      {[remark, ...assumptions]
        .filter((text) => of(text) !== "")
        .map((text) => (
          <p key={of(text)} className={mergeClasses(layout.small, layout.quiet)}>
            {of(text)}
          </p>
        ))}
    </li>
  );
}
