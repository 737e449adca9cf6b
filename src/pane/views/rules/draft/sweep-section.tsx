/** One line of the draft at many values: how many meet at each, as a picture and as a table. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { Choice } from "../../../widgets/choice";
import { Disclosure } from "../../../widgets/disclosure";
import { useLayout } from "../../../widgets/layout";
import { WorkLine } from "../../../widgets/work-line";
import type { DraftLine, SweepView } from "../../../worker/tasks/draft-answers";
import type { DraftState } from "./draft-state";
import { lineText } from "./line-text";
import { useDraftWords } from "./draft-texts";
import { SweepChart } from "./sweep-chart";

const useStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& th, & td": { padding: "2px 4px", textAlign: "end", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    "& thead th": { borderTop: "none", fontWeight: tokens.fontWeightSemibold },
  },
  here: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground2 },
});

export interface SweepSectionProps {
  readonly state: DraftState;
  readonly lines: readonly DraftLine[];
  readonly onSweep: (line: string) => void;
  readonly onCancel: () => void;
}

export function SweepSection({ state, lines, onSweep, onCancel }: SweepSectionProps): ReactNode {
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const { sweep, asked, work } = state;
  const [picked, setPicked] = useState("");
  const [seen, setSeen] = useState("");
  // A line may be tried from elsewhere on the page: then that one is meant.
  if (sweep !== null && sweep.line.id !== seen) {
    setSeen(sweep.line.id);
    setPicked(sweep.line.id);
  }
  const chosen = (lines.find(({ id }) => id === picked) ?? lines[0])?.id ?? "";
  return (
    <section className={layout.tight}>
      <h3 className={layout.heading}>{say("sweepTitle")}</h3>
      <label className={layout.small}>
        {say("sweepLine")}
        <Choice size="small" value={chosen} onChange={(_, data) => setPicked(data.value)}>
          {lines.map((line) => (
            <option key={line.id} value={line.id}>
              {say("lineNow", { line: of(line.name), value: of(lineText(line.value, line.unit)) })}
            </option>
          ))}
        </Choice>
      </label>
      {asked === "sweep" ? (
        <WorkLine work={work} onCancel={onCancel} />
      ) : (
        <div className={layout.row}>
          <Button size="small" disabled={asked !== null} onClick={() => onSweep(chosen)}>
            {say("sweepNow")}
          </Button>
        </div>
      )}
      {sweep === null ? null : <Sweep sweep={sweep} />}
    </section>
  );
}

function Sweep({ sweep: { line, points } }: { readonly sweep: SweepView }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useDraftWords();
  const shown = (value: string): string => of(lineText(Number(value), line.unit));
  const now = points.find(({ value }) => Number(value) === line.value);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <>
      <p className={layout.small}>
        {first === undefined || last === undefined || now === undefined
          ? null
          : say("sweepSays", {
              line: of(line.name),
              from: shown(first.value),
              most: first.met,
              now: shown(now.value),
              met: now.met,
              to: shown(last.value),
              least: last.met,
            })}
      </p>
      <SweepChart
        points={points.map(({ value, met }) => ({ value: Number(value), met }))}
        now={line.value}
        title={say("sweepPicture", { line: of(line.name) })}
        valueText={(value) => of(lineText(value, line.unit))}
      />
      <Disclosure title={say("sweepTable")} note={say("valueCount", { count: points.length })} level={4}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say("lineValue")}</th>
              <th scope="col">{say("met")}</th>
              <th scope="col">{say("unknown")}</th>
              <th scope="col">{say("unmet")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ value, met, unknown, unmet }) => (
              <tr key={value} className={mergeClasses(Number(value) === line.value && styles.here)}>
                <th scope="row">{shown(value)}</th>
                {[met, unknown, unmet].map((count, at) => (
                  <td key={at}>{say("count", { count })}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}
