/** What was not found, and the person's own figures in its place: marked as theirs, kept with the workbook. */
import { Button, Field, Input, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { yuan } from "../../../riders/money";
import { isoMonth } from "../../../riders/month";
import type { Subsidies } from "../../../riders/load-subsidies";
import { withOwnFigures } from "../../../riders/own-areas";
import { packOwnFigures, readOwnFigures, type OwnFigures } from "../../../riders/own-figures";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import type { Text } from "../../../words/text";
import { useSubsidyWords } from "./subsidy-texts";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  input: { minWidth: 0, width: "100%" },
  grows: { flexGrow: 1, minWidth: 0 },
});

export interface OwnFiguresEditorProps {
  /** As published, without the person's own. */
  readonly subsidies: Subsidies;
  readonly own: OwnFigures;
  readonly onOwn: (own: OwnFigures) => void;
}

const BLANK = { place: "", from: "", until: "", floor: "", ceiling: "" };

/** What is no number stays as typed, so that what is said of it names it. */
function numberTyped(text: string): number | string {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}

export function OwnFiguresEditor({ subsidies, own, onOwn }: OwnFiguresEditorProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useSubsidyWords();
  const [typed, setTyped] = useState(BLANK);
  const [problem, setProblem] = useState<Text | null>(null);
  const gaps = subsidies.bases.areas.flatMap(({ id, name, gaps: list }) => list.map((gap) => ({ id, name, gap })));

  const add = (): void => {
    const { floor, ceiling, ...spell } = typed;
    const entry = { ...spell, floor: numberTyped(floor), ceiling: numberTyped(ceiling) };
    const packed = packOwnFigures(own);
    const next = readOwnFigures({ ...packed, levels: [...packed.levels, entry] });
    const placed = withOwnFigures(subsidies.bases, next.own);
    const wrong = next.problems[0] ?? placed.problems[0];
    setProblem(wrong?.text ?? null);
    if (wrong !== undefined) return;
    onOwn(next.own);
    setTyped(BLANK);
  };
  const field = (key: keyof typeof BLANK, hint: string): ReactNode => (
    <Field label={say(key)} size="small">
      <Input
        className={styles.input}
        size="small"
        value={typed[key]}
        placeholder={hint}
        onChange={(_, { value }) => setTyped({ ...typed, [key]: value })}
      />
    </Field>
  );

  return (
    <section className={layout.stack}>
      <Disclosure title={say("gaps", { count: gaps.length })} level={3}>
        <ul className={mergeClasses(layout.list, layout.tight)}>
          {gaps.map(({ id, name, gap }) => (
            <li key={`${id}-${gap.from}`} className={layout.small}>
              {of(name)} · {of(gap.text)}
            </li>
          ))}
        </ul>
      </Disclosure>
      {own.levels.length === 0 ? null : (
        <div className={layout.tight}>
          <h3 className={layout.heading}>{say("yours")}</h3>
          <ul className={mergeClasses(layout.list, layout.tight)}>
            {own.levels.map((level, at) => (
              <li key={`${level.place}-${level.from}`} className={layout.row}>
                <span className={mergeClasses(layout.small, styles.grows)}>
                  {level.place} {isoMonth(level.from)}–{isoMonth(level.until)}: {yuan(level.floor)}
                </span>
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => onOwn({ ...own, levels: own.levels.filter((_, index) => index !== at) })}
                >
                  {say("remove")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.pair}>
        {field("place", "福建")}
        {field("floor", "4600")}
        {field("from", "2026-01")}
        {field("until", "2026-12")}
        {field("ceiling", "23000")}
      </div>
      {problem === null ? null : <Notice intent="warning">{of(problem)}</Notice>}
      <Button size="small" onClick={add}>
        {say("add")}
      </Button>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("ownHint")}</p>
    </section>
  );
}
