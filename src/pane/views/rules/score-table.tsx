/** The score of a rule set: groups with their floors, items with the points of every band. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Score, ScoreItem, Scoring } from "../../../policy/rule-set";
import type { Text } from "../../../words/text";
import type { Vocabulary } from "../../../language/vocabulary";
import { useLayout } from "../../widgets/layout";
import { useMark } from "./marked-line";
import { useRulesWords } from "./rules-texts";
import { Citations } from "./condition-list";
import { lineText, pointsText, quantityText, testText } from "../../../authoring/rule-words";

const useStyles = makeStyles({
  group: { paddingTop: "8px" },
  item: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: "8px" },
  points: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  bands: {
    margin: "4px 0",
    padding: "2px 8px",
    listStyleType: "none",
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  band: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: "1px 0",
    overflowWrap: "anywhere",
  },
});

interface Step {
  readonly when: Text | null;
  readonly points: string;
}

function stepsOf(
  scoring: Scoring,
  vocabulary: Vocabulary,
): readonly { readonly of: Text | null; readonly steps: readonly Step[] }[] {
  switch (scoring.kind) {
    case "bands": {
      const steps = scoring.bands.map(({ relation, cut, points }) => ({
        when: lineText(
          {
            kind: "compare",
            left: scoring.value,
            relation,
            right: { kind: "constant", value: cut },
            dimension: "plain",
          },
          vocabulary,
        ),
        points: pointsText(points),
      }));
      return [
        {
          of: quantityText(scoring.value, vocabulary),
          steps: [...steps, { when: null, points: pointsText(scoring.otherwise) }],
        },
      ];
    }
    case "first-of": {
      const steps = scoring.cases.map(({ when, points }) => ({
        when: testText(when, vocabulary),
        points: pointsText(points),
      }));
      return [{ of: null, steps: [...steps, { when: null, points: pointsText(scoring.otherwise) }] }];
    }
    case "better-of":
      return scoring.options.flatMap((option) => stepsOf(option, vocabulary));
    case "mark":
      return scoring.fallback === null ? [] : stepsOf(scoring.fallback, vocabulary);
    case "parts":
      return [];
  }
}

function Item({ item, vocabulary }: { readonly item: ScoreItem; readonly vocabulary: Vocabulary }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  const { scoring } = item;
  const { className, ...mark } = useMark(item.id);
  return (
    <li className={mergeClasses(styles.item, className)} {...mark}>
      <div className={mergeClasses(layout.small, styles.head)}>
        <span>{of(item.text)}</span>
        <span className={styles.points}>{say("pointsOf", { points: item.max })}</span>
      </div>
      {scoring.kind === "better-of" ? (
        <p className={mergeClasses(layout.small, layout.quiet)}>{say("betterOf")}</p>
      ) : null}
      {scoring.kind === "mark" ? <p className={mergeClasses(layout.small, layout.quiet)}>{say("markGiven")}</p> : null}
      {stepsOf(scoring, vocabulary).map((part, index) => (
        <div key={index}>
          {part.of === null ? null : <p className={mergeClasses(layout.small, layout.quiet)}>{of(part.of)}</p>}
          <ul className={styles.bands}>
            {part.steps.map(({ when, points }, at) => (
              <li key={at} className={styles.band}>
                <span>{when === null ? say("otherwise") : of(when)}</span>
                <span className={styles.points}>{say("points", { points })}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {scoring.kind === "parts" ? (
        <ul className={layout.list}>
          {scoring.items.map((part) => (
            <Item key={part.id} item={part} vocabulary={vocabulary} />
          ))}
        </ul>
      ) : null}
      {item.note === null ? null : <p className={mergeClasses(layout.small, layout.quiet)}>{of(item.note)}</p>}
      <Citations of={item} />
    </li>
  );
}

export function ScoreTable({
  score,
  vocabulary,
}: {
  readonly score: Score;
  readonly vocabulary: Vocabulary;
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  const { className, ...mark } = useMark<HTMLParagraphElement>(score.id);
  const line = ({ relation, points }: Score["pass"]): string => `${relation === ">" ? "＞" : "≥"}${points}`;
  return (
    <>
      <p {...mark} className={mergeClasses(layout.small, className)}>
        {of(score.text)}
      </p>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("passMark", { line: line(score.pass) })}</p>
      <Citations of={score} />
      {score.groups.map((group) => (
        <div key={group.id} className={styles.group}>
          <h4 className={mergeClasses(layout.heading, styles.head)}>
            <span>{of(group.text)}</span>
            <span className={styles.points}>{say("pointsOf", { points: group.max })}</span>
          </h4>
          {group.floor === null ? null : (
            <p className={mergeClasses(layout.small, layout.quiet)}>{say("floor", { line: line(group.floor) })}</p>
          )}
          {group.cap === null ? null : (
            <p className={mergeClasses(layout.small, layout.quiet)}>{say("cap", { points: group.cap })}</p>
          )}
          <ul className={layout.list}>
            {group.items.map((item) => (
              <Item key={item.id} item={item} vocabulary={vocabulary} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
