/** What the draft does to the list that was scored, from its columns: who gains and loses, by which condition, where, and by which line most. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentTable16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { GroupKind } from "../../../../authoring/impact-groups";
import type { SheetRow } from "../../../../sheet/reading/sheet-row";
import { ConditionImpacts } from "../../../widgets/condition-impacts";
import { Disclosure } from "../../../widgets/disclosure";
import { useLayout } from "../../../widgets/layout";
import { Notice } from "../../../widgets/notice";
import type { DraftImpactView, LineWeightView } from "../../../worker/tasks/draft-answers";
import type { DraftState } from "./draft-state";
import { useDraftWords, type DraftKey } from "./draft-texts";
import { lineText } from "./line-text";
import { MovedFirms } from "./moved-firms";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  number: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  whole: { gridColumn: "1 / -1" },
});

/** Lines named, the heaviest first; the sheet has all of them. */
const MOST_LINES = 8;
/** Groups of a kind that are named. */
const MOST_GROUPS = 8;

const GROUPS: readonly (readonly [GroupKind, DraftKey])[] = [
  ["place", "byPlace"],
  ["size", "bySize"],
  ["industry", "byIndustry"],
];

/** The list that was scored, as far as this page is about it. */
export interface JudgedList {
  readonly sheet: string;
  /** Cells or choices have changed since it was scored. */
  readonly stale: boolean;
  /** It is still being taken up from what the workbook keeps. */
  readonly takingUp: boolean;
}

export interface ImpactActions {
  /** Leads to where a list is scored. */
  readonly onScore: () => void;
  readonly onScoreAgain: () => void;
  readonly onFirm: (row: SheetRow) => void;
  readonly onOnly: (rows: readonly SheetRow[]) => void;
  readonly onSweep: (line: string) => void;
  readonly onWrite: () => void;
}

export interface ImpactSectionProps extends ImpactActions {
  readonly state: DraftState;
  /** Null where none was scored. */
  readonly list: JudgedList | null;
}

export function ImpactSection({ state, list, ...actions }: ImpactSectionProps): ReactNode {
  const layout = useLayout();
  const { say } = useDraftWords();
  const { impact, weights, wrote, asked } = state;
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{say("impactTitle")}</h3>
      {list === null ? (
        <>
          <p className={layout.text}>{say("noListYet")}</p>
          <div className={layout.row}>
            <Button size="small" onClick={actions.onScore}>
              {say("goAndScore")}
            </Button>
          </div>
        </>
      ) : (
        <>
          {list.stale ? (
            <Notice intent="warning" action={{ label: say("scoreAgain"), onClick: actions.onScoreAgain }}>
              {say("listIsStale", { sheet: list.sheet })}
            </Notice>
          ) : null}
          {impact === null ? (
            <p className={mergeClasses(layout.text, layout.quiet)}>{say(list.takingUp ? "takingUp" : "working")}</p>
          ) : (
            <Impact impact={impact} weights={weights} sheet={list.sheet} {...actions} />
          )}
          {impact === null || asked !== null ? null : (
            <div className={layout.row}>
              <Button size="small" icon={<DocumentTable16Regular />} onClick={actions.onWrite}>
                {say("writeImpact")}
              </Button>
            </div>
          )}
          {wrote === null ? null : <Notice intent="success">{say("wroteImpact", { name: wrote.name })}</Notice>}
        </>
      )}
    </section>
  );
}

interface ImpactProps extends ImpactActions {
  readonly impact: DraftImpactView;
  readonly weights: readonly LineWeightView[] | null;
  readonly sheet: string;
}

function Impact({ impact, weights, sheet, onFirm, onOnly, onSweep }: ImpactProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const { asOf, purpose, enterprises, moved, gainingBy, losingBy, elsewhere, groups, moves } = impact;
  const counts: readonly (readonly [DraftKey, number])[] = [
    ["meetBefore", moves.met.met + moves.met.unmet + moves.met.unknown],
    ["meetAfter", moves.met.met + moves.unmet.met + moves.unknown.met],
    ["lostCount", moved.lost.count],
    ["gainedCount", moved.gained.count],
    ["openedCount", moved.opened.count],
    ["failedCount", moved.failed.count],
  ];
  const nobody = Object.values(moved).every(({ count }) => count === 0);
  return (
    <>
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {say("judgedList", {
          sheet,
          count: enterprises,
          asOf,
          purpose: say(purpose === "new" ? "newShort" : "reviewShort"),
        })}{" "}
        {elsewhere === 0 ? "" : say("elsewhere", { count: elsewhere })}
      </p>
      <dl className={layout.list}>
        {counts
          .filter(([key, count]) => count > 0 || key === "meetBefore" || key === "meetAfter")
          .map(([key, count]) => (
            <div key={key} className={styles.line}>
              <dt>{say(key)}</dt>
              <dd className={styles.number} style={{ margin: 0 }}>
                {say("enterprises", { count })}
              </dd>
            </div>
          ))}
      </dl>
      {nobody ? <p className={layout.text}>{say("nobodyMoves")}</p> : null}
      <ConditionImpacts title={say("losingBy")} conditions={losingBy} />
      <ConditionImpacts title={say("gainingBy")} conditions={gainingBy} />
      <MovedFirms moved={moved} onFirm={onFirm} onOnly={onOnly} />
      {GROUPS.map(([kind, title]) => {
        const own = groups.filter((group) => group.kind === kind);
        return own.length === 0 ? null : (
          <Disclosure key={kind} title={say(title)} level={4}>
            <ul className={layout.list}>
              {own.slice(0, MOST_GROUPS).map(({ name, gained, lost, other }) => (
                <li key={name.zh} className={styles.line}>
                  <span>{of(name)}</span>
                  <span className={styles.number}>{say("groupCounts", { gained, lost, other })}</span>
                </li>
              ))}
            </ul>
            {own.length > MOST_GROUPS ? (
              <p className={mergeClasses(layout.small, layout.quiet)}>
                {say("moreOnSheet", { count: own.length - MOST_GROUPS })}
              </p>
            ) : null}
          </Disclosure>
        );
      })}
      {weights === null ? null : <Weights weights={weights} onSweep={onSweep} />}
    </>
  );
}

function Weights({
  weights,
  onSweep,
}: {
  readonly weights: readonly LineWeightView[];
  readonly onSweep: (line: string) => void;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const moving = weights.filter(
    ({ met, lower, higher }) => (lower?.met ?? met) !== met || (higher?.met ?? met) !== met,
  );
  return (
    <Disclosure title={say("heaviest")} note={say("items", { count: moving.length })} level={4}>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("heaviestHint")}</p>
      {moving.length === 0 ? <p className={layout.small}>{say("noLineMoves")}</p> : null}
      <ul className={layout.list}>
        {moving.slice(0, MOST_LINES).map(({ line, met, lower, higher }) => (
          <li key={line.id} className={styles.line}>
            <span>{of(line.name)}</span>
            <Link
              as="button"
              className={mergeClasses(layout.small, layout.target)}
              aria-label={say("sweepThis", { line: of(line.name) })}
              onClick={() => onSweep(line.id)}
            >
              {say("sweepIt")}
            </Link>
            <span className={mergeClasses(styles.whole, layout.quiet)}>
              {[lower, { value: String(line.value), met }, higher]
                .flatMap((step) =>
                  step === null
                    ? []
                    : [say("meetAt", { value: of(lineText(Number(step.value), line.unit)), count: step.met })],
                )
                .join(say("semicolon"))}
            </span>
          </li>
        ))}
      </ul>
      {moving.length > MOST_LINES ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>
          {say("moreOnSheet", { count: moving.length - MOST_LINES })}
        </p>
      ) : null}
    </Disclosure>
  );
}
