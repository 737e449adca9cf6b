/** What would the verdicts be with other values? Edited here, never in the sheet. */
import { RANK_UNIT } from "../../../language/vocabulary";
import { unitText } from "../../../words/figures";
import { Button, Input, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords } from "./diagnosis-texts";
import type { Trial } from "./diagnosis-model";
import type { Figure } from "../../worker/tasks/run-answers";
import { StatusMark } from "./status-mark";
import { Choice } from "../../widgets/choice";

const useStyles = makeStyles({
  figure: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 112px",
    columnGap: "8px",
    alignItems: "center",
    padding: "3px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  edited: { fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0, width: "100%" },
  wide: { gridColumn: "1 / -1" },
  wrong: { gridColumn: "1 / -1", color: tokens.colorStatusDangerForeground1 },
  move: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "6px",
    padding: "3px 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  outcome: {
    padding: "7px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    marginBottom: "6px",
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center", columnGap: "8px" },
});

/** Figures shown at once; the others wait behind a link. */
const FIRST = 8;
/** So long after the last key a value is tried. */
const TYPING_MS = 400;

export interface WhatIfPanelProps {
  readonly figures: readonly Figure[];
  readonly trial: Trial;
  readonly onEdit: (slot: string, text: string | undefined) => void;
  readonly onReset: () => void;
}

export function WhatIfPanel({ figures, trial, onEdit, onReset }: WhatIfPanelProps): ReactNode {
  const layout = useLayout();
  const { say } = useDiagnosisWords();
  const [all, setAll] = useState(false);
  const edited = Object.keys(trial.edits);
  const shown = all ? figures : figures.filter(({ slot }, index) => index < FIRST || edited.includes(slot));
  return (
    <div>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("whatIfHint")}</p>
      {edited.length === 0 ? null : <Outcome trial={trial} onReset={onReset} />}
      <ul className={layout.list}>
        {shown.map((figure) => (
          <FigureRow
            key={figure.slot}
            figure={figure}
            text={trial.edits[figure.slot]}
            problem={trial.answer?.problems.find(({ slot }) => slot === figure.slot)?.message}
            onEdit={(text) => onEdit(figure.slot, text)}
          />
        ))}
      </ul>
      {shown.length < figures.length ? (
        <Link as="button" className={layout.small} onClick={() => setAll(true)}>
          {say("showAll", { count: figures.length })}
        </Link>
      ) : null}
    </div>
  );
}

function Outcome({ trial, onReset }: Pick<WhatIfPanelProps, "trial" | "onReset">): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const { answer } = trial;
  const moves = (answer?.moves ?? []).filter(({ moved }) => moved);
  const wrong = (answer?.problems.length ?? 0) > 0;
  return (
    <div className={styles.outcome} role="status">
      <div className={styles.head}>
        <strong className={layout.small}>{say("whatIfOutcome")}</strong>
        <Button size="small" onClick={onReset}>
          {say("putBack")}
        </Button>
      </div>
      {answer === null ? <p className={layout.small}>{say("whatIfTrying")}</p> : null}
      {wrong ? <p className={layout.small}>{say("whatIfWrong")}</p> : null}
      {answer === null || wrong || answer.verdict === null ? null : (
        <p className={layout.small}>{of(answer.verdict)}</p>
      )}
      {answer !== null && !wrong && moves.length === 0 ? <p className={layout.small}>{say("whatIfNothing")}</p> : null}
      {moves.map(({ tier, name, before, after, scoreBefore, scoreAfter }) => (
        <div key={tier} className={styles.move}>
          <span>{of(name)}</span>
          {before === after ? null : (
            <>
              <StatusMark status={before} />
              <ArrowRight12Regular aria-label={say("becomes")} />
              <StatusMark status={after} />
            </>
          )}
          {scoreBefore === null || scoreAfter === null || scoreBefore.hi === scoreAfter.hi ? null : (
            <span>{say("scoreMoves", { before: scoreBefore.hi, after: scoreAfter.hi })}</span>
          )}
          {before === after && scoreBefore?.hi === scoreAfter?.hi ? (
            <span className={layout.quiet}>{say("eligibilityMoves")}</span>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function FigureRow({
  figure,
  text,
  problem,
  onEdit,
}: {
  readonly figure: Figure;
  readonly text: string | undefined;
  readonly problem: { readonly zh: string; readonly en: string } | undefined;
  readonly onEdit: (text: string | undefined) => void;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDiagnosisWords();
  const { name, unit, words, text: own } = figure;
  const shownUnit = unit === RANK_UNIT ? "" : of(unitText(unit));
  const label = shownUnit === "" ? of(name) : say("withUnit", { name: of(name), unit: shownUnit });
  const known = words.some(({ zh, en }) => own === zh || own === en);
  return (
    <li className={mergeClasses(styles.figure, text !== undefined && styles.edited)}>
      <span>
        {label}
        {text === undefined ? null : (
          <span className={layout.quiet}> {say("inSheet", { text: own === "" ? say("blankCell") : own })}</span>
        )}
      </span>
      {words.length > 0 ? (
        <Choice size="small" aria-label={label} value={text ?? own} onChange={(_, { value }) => onEdit(value)}>
          <option value="">{say("blankCell")}</option>
          {known || own === "" ? null : <option value={own}>{own}</option>}
          {words.map((word) => (
            <option key={word.zh} value={word.zh}>
              {of(word)}
            </option>
          ))}
        </Choice>
      ) : (
        <Typed label={label} text={text ?? own} wrong={problem !== undefined} onEdit={onEdit} />
      )}
      {problem === undefined ? null : <span className={styles.wrong}>{of(problem)}</span>}
    </li>
  );
}

/** Tried a moment after the last key, at once with Enter or when the field is left. */
function Typed({
  label,
  text,
  wrong,
  onEdit,
}: {
  readonly label: string;
  readonly text: string;
  readonly wrong: boolean;
  readonly onEdit: (text: string) => void;
}): ReactNode {
  const styles = useStyles();
  const { say } = useDiagnosisWords();
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (value: string): void => {
    clearTimeout(timer.current);
    if (value !== text) onEdit(value);
  };
  return (
    <Input
      size="small"
      className={styles.input}
      aria-label={label}
      aria-invalid={wrong}
      value={typed}
      placeholder={say("blankCell")}
      onChange={(_, { value }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => commit(value), TYPING_MS);
      }}
      onBlur={() => commit(typed)}
      onKeyDown={({ key }) => {
        if (key === "Enter") commit(typed);
      }}
    />
  );
}
