/** The results: the ladder, what is missing most, whose next step is the easiest. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Open16Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import type { Results } from "../../app/scoring/scoring-state";
import { useScoreWords } from "./score-texts";
import { LadderChart } from "./ladder-chart";
import { ReadingNotes } from "./reading-notes";
import { useSheetList } from "../../widgets/sheet-list";
import { timeOfDay } from "../../widgets/time-of-day";
import { sheetRowText, type SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  missing: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "3px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  number: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  easy: {
    padding: "6px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

export interface DoneProps {
  readonly results: Results;
  readonly showEasiest?: boolean;
  readonly onScoreAgain: () => void;
  readonly onOpen: () => void;
  readonly onFilter: (tier: string | null) => void;
  readonly onEnterprise: (row: SheetRow) => void;
  readonly onColumns: () => void;
  readonly onCell: (address: string) => void;
}

export function Done(props: DoneProps): ReactNode {
  const { results, showEasiest = false, onScoreAgain, onOpen, onFilter, onEnterprise, onColumns, onCell } = props;
  const styles = useStyles();
  const layout = useLayout();
  const words = useScoreWords();
  const { say, of } = words;
  const sheetList = useSheetList();
  const [easy, setEasy] = useState(showEasiest);
  const { summary, stale, replaced, filter } = results;
  const [first] = summary.easiest;
  const assumed = summary.assumed.length;
  return (
    <div className={layout.stack}>
      {replaced ? <Notice intent="info">{say("replaced", { time: timeOfDay(results.at) })}</Notice> : null}
      {stale ? <Notice intent="warning">{say("stale", { time: timeOfDay(results.at) })}</Notice> : null}
      <div className={layout.row}>
        <h2 className={layout.title}>{say("scored", { count: summary.enterprises })}</h2>
        <Button size="small" appearance="subtle" icon={<Open16Regular />} onClick={onOpen}>
          {say("openResults")}
        </Button>
      </div>
      {summary.sheets.length > 1 ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("readTogether", { count: summary.sheets.length, sheets: sheetList(summary.sheets) })}
        </p>
      ) : null}
      {stale || replaced ? (
        <Button appearance="primary" className={layout.primary} onClick={onScoreAgain}>
          {say("scoreAgain")}
        </Button>
      ) : first === undefined ? (
        <Button appearance="primary" className={layout.primary} onClick={onOpen}>
          {say("openResults")}
        </Button>
      ) : (
        <Button
          appearance="primary"
          className={layout.primary}
          aria-expanded={easy}
          onClick={() => {
            setEasy(true);
            onEnterprise(first.row);
          }}
        >
          {say("easiest")}
        </Button>
      )}
      {easy && first !== undefined ? (
        <section
          onKeyDown={({ key }) => {
            if (key === "Escape") setEasy(false);
          }}
        >
          <h3 className={layout.heading}>{say("easiestTitle", { count: summary.easiest.length })}</h3>
          <ol className={layout.list}>
            {summary.easiest.map(({ row, name, next, change }) => (
              <li key={row} className={styles.easy}>
                <Link as="button" className={layout.small} onClick={() => onEnterprise(row)}>
                  {name === "" ? of(sheetRowText(row)) : name}
                </Link>
                <div>{say("towards", { tier: of(next) })}</div>
                <div className={layout.quiet}>{change}</div>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section>
        <div className={layout.row}>
          <h3 className={layout.heading}>{say("ladderTitle")}</h3>
          {filter === null ? (
            <span className={mergeClasses(layout.small, layout.quiet)}>{say("ladderHint")}</span>
          ) : (
            <Link as="button" className={layout.small} onClick={() => onFilter(null)}>
              {say("showAllResults")}
            </Link>
          )}
        </div>
        <LadderChart bars={summary.bars} total={summary.enterprises} filter={filter} onFilter={onFilter} />
      </section>
      {summary.missing.length > 0 ? (
        <section>
          <h3 className={layout.heading}>{say("missingTitle")}</h3>
          <p className={mergeClasses(layout.small, layout.quiet)}>{say("missingHint")}</p>
          <ul className={layout.list}>
            {summary.missing.map(({ name, enterprises }) => (
              <li key={name.zh} className={styles.missing}>
                <span>{of(name)}</span>
                <span className={styles.number}>{say("enterprises", { count: enterprises })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div>
        <ReadingNotes notes={summary} onCell={onCell} />
        {assumed > 0 ? (
          <Disclosure title={say("assumedTitle")} note={say("items", { count: assumed })}>
            <ul className={layout.list}>
              {summary.assumed.map(({ text, tier, enterprises }) => (
                <li key={`${tier.zh} ${text.zh}`} className={styles.missing}>
                  <span>
                    {of(text)}
                    <span className={layout.quiet}> · {of(tier)}</span>
                  </span>
                  <span className={styles.number}>{say("enterprises", { count: enterprises })}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
      <div className={layout.row}>
        {stale || replaced ? null : (
          <Link as="button" className={layout.small} onClick={onScoreAgain}>
            {say("scoreAgain")}
          </Link>
        )}
        <Link as="button" className={layout.small} onClick={onColumns}>
          {say("checkColumns")}
        </Link>
      </div>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("disclaimer")}</p>
    </div>
  );
}
