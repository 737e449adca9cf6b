/** A sheet recognised: what its columns hold, what to check, and the button that scores it. */
import { unitText } from "../../../words/figures";
import {
  Button,
  Link,
  Radio,
  RadioGroup,
  makeStyles,
  mergeClasses,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Vocabulary } from "../../../language/vocabulary";
import { columnLetters } from "../../../words/grid";
import type { SavedMapping } from "../../../sheet/reading/saved-mapping";
import { useLayout } from "../../widgets/layout";
import type { ReadingView } from "../../worker/tasks/reading-view";
import { useScoreWords, type ScoreWords } from "./score-texts";
import { Notice } from "../../widgets/notice";
import {
  COLUMN_GROUPS,
  confirmingAll,
  sharedUnit,
  withSharedUnit,
  type ColumnGroup,
} from "../../app/scoring/mapping-editor";
import { MappingList } from "./mapping-list";
import { ReadingNotes } from "./reading-notes";
import { useSheetList } from "../../widgets/sheet-list";

const useStyles = makeStyles({
  choice: { marginLeft: "-8px" },
  columns: { marginTop: "2px" },
});

const DOUBTFUL: readonly ColumnGroup[] = ["doubtful"];
const OTHERS: readonly ColumnGroup[] = COLUMN_GROUPS.filter((group) => group !== "doubtful");

export interface SeenProps {
  readonly reading: ReadingView;
  readonly vocabulary: Vocabulary;
  readonly saved: SavedMapping | undefined;
  readonly enterprises: { readonly count: number; readonly exact: boolean };
  /** First and last selected row of enterprises; null where none is selected. */
  readonly selected: readonly [number, number] | null;
  readonly onlySelected: boolean;
  /** Sheets that make one list with the one in view, itself among them; empty where there are none. */
  readonly together: readonly string[];
  readonly onlyThisSheet: boolean;
  readonly busy: boolean;
  readonly onScore: () => void;
  /** Confirms every doubtful column as it was recognised, and scores. */
  readonly onConfirmAndScore: () => void;
  readonly onOnlyThisSheet: (only: boolean) => void;
  readonly onOnlySelected: (only: boolean) => void;
  readonly onMapping: (mapping: SavedMapping | undefined) => void;
  readonly onHeadings: () => void;
  readonly onCell: (address: string) => void;
  /** The way back to results that are still there; null where there are none. */
  readonly back: { readonly time: string; readonly onBack: () => void } | null;
}

/** A3:AK303, from the headings to the last enterprise. */
function blockOf({ columns, headingRows }: ReadingView, lastRow: number): string {
  const used = columns.map(({ column }) => column);
  const [left, right] = [Math.min(...used), Math.max(...used)];
  return `${columnLetters(left)}${headingRows[0]}:${columnLetters(right)}${lastRow}`;
}

function headingText({ say }: ScoreWords, [first, last]: readonly [number, number]): string {
  return first === last
    ? say("headingRow", { row: String(first) })
    : say("headingRows", { first: String(first), last: String(last) });
}

type Rows = "together" | "all" | "selected";

/** All sheets that make one list, the whole of the sheet in view, or only its selected rows. */
function WhichRows(props: SeenProps): ReactNode {
  const { together, onlyThisSheet, selected, onlySelected, onOnlySelected, onOnlyThisSheet } = props;
  const styles = useStyles();
  const { say } = useScoreWords();
  const sheetList = useSheetList();
  const joined = together.length > 1;
  const rows = selected === null ? 0 : selected[1] - selected[0] + 1;
  const chosen: Rows = joined && !onlyThisSheet ? "together" : onlySelected ? "selected" : "all";
  return (
    <RadioGroup
      className={styles.choice}
      aria-label={say("whichRows")}
      value={chosen}
      onChange={(_, { value }) => {
        if (joined && (value === "together") === onlyThisSheet) onOnlyThisSheet(value !== "together");
        if (value !== "together") onOnlySelected(value === "selected");
      }}
    >
      {joined ? (
        <Radio
          value="together"
          label={say(onlyThisSheet ? "sheetsTogetherNamed" : "sheetsTogether", {
            count: together.length,
            sheets: onlyThisSheet ? sheetList(together) : "",
          })}
        />
      ) : null}
      <Radio value="all" label={say(joined ? "onlyThisSheet" : "wholeSheet")} />
      {joined && !onlyThisSheet ? null : (
        <Radio
          value="selected"
          label={
            selected === null
              ? say("onlySelected")
              : say("onlySelectedRows", { count: rows, first: String(selected[0]), last: String(selected[1]) })
          }
        />
      )}
    </RadioGroup>
  );
}

interface AskedProps {
  readonly reading: ReadingView;
  readonly saved: SavedMapping | undefined;
  readonly busy: boolean;
  /** The doubtful columns, each with its question. */
  readonly questions: ReactNode;
  /** On the button that confirms them all and scores. */
  readonly confirmAll: string;
  readonly onScore: () => void;
  readonly onConfirmAndScore: () => void;
  readonly onMapping: (mapping: SavedMapping | undefined) => void;
}

/** What has to be answered first, and the ways on: all confirmed in one go only where no reading shown is likely wrong. */
function Asked(props: AskedProps): ReactNode {
  const { reading, saved, busy, questions, confirmAll, onScore, onConfirmAndScore, onMapping } = props;
  const layout = useLayout();
  const { say, of } = useScoreWords();
  const { doubts, columns } = reading;
  const together = sharedUnit(doubts);
  const all = confirmingAll(doubts);
  return (
    <>
      <Notice intent="warning">{say("confirmFirst", { count: doubts.length })}</Notice>
      {together === null ? null : (
        <Button
          appearance="primary"
          className={layout.primary}
          onClick={() => onMapping(withSharedUnit(saved, columns, together))}
        >
          {say("allInUnit", { count: together.doubts.length, unit: of(unitText(together.unit)) })}
        </Button>
      )}
      {questions}
      {all === "no" ? (
        <Button className={layout.primary} disabledFocusable={busy} onClick={onScore}>
          {say("scoreWithoutDoubtful")}
        </Button>
      ) : (
        <>
          <Button
            {...(all === "safe" ? { appearance: "primary" as const } : {})}
            className={layout.primary}
            disabledFocusable={busy}
            onClick={onConfirmAndScore}
          >
            {confirmAll}
          </Button>
          <Link as="button" className={layout.small} onClick={onScore}>
            {say("scoreWithoutDoubtful")}
          </Link>
        </>
      )}
    </>
  );
}

export function Seen(props: SeenProps): ReactNode {
  const { reading, vocabulary, saved, enterprises, onlySelected, busy } = props;
  const { onScore, onMapping, onHeadings, onCell, back } = props;
  const styles = useStyles();
  const sheetList = useSheetList();
  const layout = useLayout();
  const words = useScoreWords();
  const restore = useRestoreFocusTarget();
  const { say } = words;
  const { count, exact } = enterprises;
  const many = say(exact ? "enterprises" : "aboutEnterprises", { count });
  const lastRow = exact ? reading.lastRow : reading.headingRows[1] + count;
  const asked = reading.doubts.length > 0;
  const list = { reading, vocabulary, saved, onMapping, onCell };
  const several = reading.sheets.length > 1;
  return (
    <div className={layout.stack}>
      {back === null ? null : (
        <Link as="button" className={layout.small} onClick={back.onBack}>
          {say("backToResults", { time: back.time })}
        </Link>
      )}
      <p className={layout.text}>
        {several ? say("readTogether", { count: reading.sheets.length, sheets: sheetList(reading.sheets) }) : null}
        {several ? null : say("recognised", { place: `${reading.sheet}!${blockOf(reading, lastRow)}` })}
        {several ? null : headingText(words, reading.headingRows)}
        {several ? (words.language === "en" ? " " : "") : say("clauseBreak")}
        <strong>{several ? say(exact ? "inAll" : "inAllAbout", { count }) : many}</strong>
        {say("fullStop")}{" "}
        {several ? null : (
          <Link as="button" onClick={onHeadings} {...restore}>
            {say("changeHeadings")}
          </Link>
        )}
      </p>
      <WhichRows {...props} />
      {asked ? (
        <Asked
          {...props}
          questions={<MappingList {...list} groups={DOUBTFUL} level={2} />}
          confirmAll={onlySelected ? say("confirmAndStartSelected") : say("confirmAndStart", { count })}
        />
      ) : (
        <Button appearance="primary" className={layout.primary} disabledFocusable={busy} onClick={onScore}>
          {onlySelected ? say("startSelected") : say(exact ? "startScoring" : "startScoringAbout", { count })}
        </Button>
      )}
      <ReadingNotes notes={reading} level={2} onCell={onCell} />
      <div className={styles.columns}>
        <h2 className={layout.heading}>{say("columnsTitle")}</h2>
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("columnsHint")}</p>
        <MappingList {...list} groups={asked ? OTHERS : COLUMN_GROUPS} />
      </div>
    </div>
  );
}
