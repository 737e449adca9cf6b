/** The results: the ladder, what is missing most, whose next step is the easiest. */
import { assumedConditions } from "./assumed-conditions";
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Open16Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import type { CellBlocks } from "../../worker/tasks/missing-cells";
import type { Results } from "../../app/scoring/scoring-state";
import { useScoreWords } from "./score-texts";
import { EasiestList } from "./easiest-list";
import { LadderChart } from "./ladder-chart";
import { ReadingNotes } from "./reading-notes";
import { rangeAddress } from "../../../words/range-address";
import { useSheetList } from "../../widgets/sheet-list";
import { useWhen } from "../../widgets/use-when";
import { WrittenNotes } from "../../widgets/written-notes";
import { WorkLine } from "../../widgets/work-line";
import type { UnderWay } from "../../app/work";
import { ChangesPanel } from "./changes-panel";
import { UndoRun } from "./undo-run";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

const useStyles = makeStyles({
  missing: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    alignItems: "baseline",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  number: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

export interface DoneProps {
  readonly results: Results;
  /** Of the other lists of the workbook. */
  readonly others?: readonly Results[];
  /** Undoing, or writing a sheet, under way. */
  readonly work?: UnderWay | null;
  /** The sheet written of what changed. */
  readonly wroteChanges?: { readonly sheet: string; readonly name: string } | null;
  /** Milliseconds of the clock. */
  readonly now: number;
  readonly showEasiest?: boolean;
  readonly onScoreAgain: () => void;
  readonly onOpen: () => void;
  readonly onFilter: (tier: string | null) => void;
  readonly onEnterprise: (row: SheetRow) => void;
  /** Shows only some enterprises in the results. */
  readonly onOnly: (rows: readonly SheetRow[]) => void;
  readonly onColumns: () => void;
  readonly onCell: (address: string) => void;
  readonly onList: (sheet: string) => void;
  readonly onUndo: () => void;
  readonly onCancel: () => void;
  readonly onWriteChanges: () => void;
  readonly onSheet: (sheet: string) => void;
  /** Selects one of the blocks. */
  readonly onBlock: (cells: CellBlocks, at: number) => void;
}

export function Done(props: DoneProps): ReactNode {
  const {
    results,
    showEasiest = false,
    onScoreAgain,
    onOpen,
    onFilter,
    onEnterprise,
    onColumns,
    onCell,
    onBlock,
  } = props;
  const styles = useStyles();
  const layout = useLayout();
  const words = useScoreWords();
  const { say, of } = words;
  const sheetList = useSheetList();
  const when = useWhen(props.now);
  const [easy, setEasy] = useState(showEasiest);
  const { others = [], work = null, wroteChanges = null, now } = props;
  const { summary, stale, replaced, filter, missing, changes } = results;
  const [first] = summary.easiest;
  const assumed = assumedConditions(summary.assumed);
  return (
    <div className={layout.stack}>
      {replaced ? <Notice intent="info">{say("replaced", { time: when(results.at) })}</Notice> : null}
      {stale ? <Notice intent="warning">{say("stale", { time: when(results.at) })}</Notice> : null}
      {summary.draft === null ? null : <Notice intent="warning">{of(summary.draft)}</Notice>}
      <div className={layout.row}>
        <h2 className={layout.title}>{say("scored", { count: summary.enterprises })}</h2>
        <Button size="small" appearance="subtle" icon={<Open16Regular />} onClick={onOpen}>
          {say("openResults")}
        </Button>
      </div>
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {say("scoredWhen", {
          when: when(results.at),
          asOf: summary.asOf,
          purpose: say(summary.purpose === "new" ? "purposeNew" : "purposeReview"),
        })}
        {results.run === null && !stale ? ` · ${say("takingUp")}` : ""}
      </p>
      {missing.length === 0 ? null : (
        <Notice intent="info">
          {say("sheetsGone", { names: missing.map((name) => say("quotedName", { name })).join(say("listComma")) })}
        </Notice>
      )}
      <WrittenNotes written={results.written} />
      {others.map(({ sheet }) => (
        <Link key={sheet.id} as="button" className={layout.small} onClick={() => props.onList(sheet.id)}>
          {say("otherList", { name: sheet.name })}
        </Link>
      ))}
      {work === null ? null : <WorkLine work={work} onCancel={props.onCancel} />}
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
          <EasiestList steps={summary.easiest} onEnterprise={onEnterprise} onOnly={props.onOnly} />
        </section>
      ) : null}
      {changes === null ? null : (
        <ChangesPanel
          changes={changes}
          wrote={wroteChanges}
          onEnterprise={onEnterprise}
          onCell={onCell}
          onWrite={props.onWriteChanges}
          onOpen={props.onSheet}
        />
      )}
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
            {summary.missing.map(({ name, enterprises, at }) => (
              <li key={name.zh} className={styles.missing}>
                {at === null ? (
                  <span>
                    {of(name)}
                    <span className={layout.quiet}> · {say("noSuchColumn")}</span>
                  </span>
                ) : (
                  <Blanks name={of(name)} cells={at} onBlock={onBlock} />
                )}
                <span className={styles.number}>{say("enterprises", { count: enterprises })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div>
        <ReadingNotes notes={summary} onCell={onCell} />
        {assumed.length > 0 ? (
          <Disclosure title={say("assumedTitle")} note={say("items", { count: assumed.length })}>
            <ul className={layout.list}>
              {assumed.map(({ text, tiers, enterprises }) => (
                <li key={text.zh} className={styles.missing}>
                  <span>
                    {of(text)}
                    <span className={layout.quiet}> · {tiers.map(of).join(say("listComma"))}</span>
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
        {replaced || work !== null ? null : <UndoRun results={results} now={now} onUndo={props.onUndo} />}
      </div>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("disclaimer")}</p>
    </div>
  );
}

/** Goes from one blank to the next with each press, and tells which it stands at. */
function Blanks({
  name,
  cells,
  onBlock,
}: {
  readonly name: string;
  readonly cells: CellBlocks;
  readonly onBlock: DoneProps["onBlock"];
}): ReactNode {
  const layout = useLayout();
  const { say } = useScoreWords();
  const [at, setAt] = useState<number | null>(null);
  const { blocks } = cells;
  const next = at === null ? 0 : (at + 1) % blocks.length;
  const shown = blocks[at ?? -1];
  return (
    <span>
      <Link
        as="button"
        className={mergeClasses(layout.small, layout.target)}
        aria-label={say("selectBlanks", { name, at: next + 1, of: blocks.length })}
        onClick={() => {
          setAt(next);
          onBlock(cells, next);
        }}
      >
        {name}
      </Link>
      <span className={layout.quiet} role="status">
        {shown === undefined || at === null
          ? ""
          : ` ${say("atBlank", { cell: rangeAddress(shown), at: at + 1, of: blocks.length })}`}
      </span>
    </span>
  );
}
