/** 比学赶超: clusters by one measure, with whom each comes after and what it takes to catch up. */
import { Field, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { RANKING_TEXTS, RANKINGS, type Ranking } from "../../../clusters/cluster-sheet";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import type { RankingPicture } from "../../worker/tasks/cluster-picture";
import { useClusterWords } from "./cluster-texts";
import { Meter } from "./meter";
import { Choice } from "../../widgets/choice";

/** The others are in the result sheets. */
export const MOST_SHOWN = 60;

const useStyles = makeStyles({
  entry: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, auto)",
    gap: "3px 8px",
    padding: "7px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  whole: { gridColumn: "1 / -1" },
});

export interface RankingPageProps {
  readonly ranking: RankingPicture;
  readonly onRank: (by: Ranking) => void;
}

export function RankingPage({ ranking, onRank }: RankingPageProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useClusterWords();
  const { entries, notes, by } = ranking;
  return (
    <div className={layout.stack}>
      {notes.map((note) => (
        <Notice key={of(note)} intent="warning">
          {of(note)}
        </Notice>
      ))}
      <Field label={say("rankBy")}>
        <Choice
          value={by}
          onChange={(_, { value }) => {
            const next = RANKINGS.find((one) => one === value);
            if (next !== undefined) onRank(next);
          }}
        >
          {RANKINGS.map((one) => (
            <option key={one} value={one}>
              {of(RANKING_TEXTS[one])}
            </option>
          ))}
        </Choice>
      </Field>
      <ul className={layout.list} aria-label={say("ranking")}>
        {entries.slice(0, MOST_SHOWN).map(({ name, place, value, part, behind }, index) => (
          <li key={index} className={styles.entry}>
            <span>
              {place === null ? say("noPlace") : say("place", { place })} <span className={styles.name}>{name}</span>
            </span>
            <span className={styles.value}>{of(value)}</span>
            {part === null ? null : (
              <div className={styles.whole}>
                <Meter part={part} />
              </div>
            )}
            {behind === null ? null : <span className={mergeClasses(styles.whole, layout.quiet)}>{of(behind)}</span>}
          </li>
        ))}
      </ul>
      {entries.length <= MOST_SHOWN ? null : (
        <p className={layout.small}>{say("more", { count: entries.length - MOST_SHOWN })}</p>
      )}
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("rankingHint")}</p>
    </div>
  );
}
