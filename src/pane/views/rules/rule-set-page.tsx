/** One edition of a tier as a readable page. */
import { documentText } from "../../../words/citation";
import { Badge, makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { ConditionNode, Purpose, RuleSet } from "../../../policy/rule-set";
import { findNode } from "../../../policy/nodes";
import type { Vocabulary } from "../../../language/vocabulary";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { useRulesWords, type RulesKey, type RulesWords } from "./rules-texts";
import { reviewDifferences } from "../../../authoring/compare-editions";
import { Citations, ConditionList } from "./condition-list";
import { DifferenceList } from "./difference-list";
import { MarkedLine } from "./marked-line";
import { ScoreTable } from "./score-table";

const useStyles = makeStyles({
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: "10px",
    rowGap: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: { margin: 0, overflowWrap: "anywhere" },
  notes: { margin: 0, paddingInlineStart: "18px" },
  badge: { flexShrink: 0 },
  purposes: { marginInlineStart: "-8px" },
});

const STATUSES: Readonly<Record<RuleSet["status"], RulesKey>> = {
  current: "statusCurrent",
  history: "statusHistory",
  checklist: "statusChecklist",
};

/** 2022-08-01 至 2026-03-31 */
export function span({ say }: RulesWords, { from, until }: RuleSet["inForce"]): string {
  return until === null ? say("since", { from }) : say("fromUntil", { from, until });
}

export interface RuleSetPageProps {
  readonly edition: RuleSet;
  readonly vocabulary: Vocabulary;
  readonly purpose: Purpose;
  /** The condition, group or item to be marked. */
  readonly marked?: string;
  /** What can be done with the edition, for the purpose it is read for. */
  readonly actions?: (purpose: Purpose) => ReactNode;
}

export function RuleSetPage({
  edition,
  vocabulary,
  purpose: asked,
  marked = "",
  actions,
}: RuleSetPageProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useRulesWords();
  const { say, of } = words;
  const [purpose, setPurpose] = useState<Purpose>(asked);
  const { conditions, routes, score, general } = edition.forPurpose[purpose];
  const differences = reviewDifferences(edition, vocabulary);
  const { document, inForce, reviewInForce } = edition;
  const facts: readonly (readonly [RulesKey, string])[] = [
    ["document", of(documentText(document))],
    ["issuer", of(document.issuer)],
    ["inForce", span(words, inForce)],
    ...(reviewInForce.from === inForce.from && reviewInForce.until === inForce.until
      ? []
      : [["reviewInForce", span(words, reviewInForce)] as const]),
    ["published", edition.published],
    ["lastChecked", edition.lastChecked],
    ...(edition.validityYears === null ? [] : [["validity", say("years", { count: edition.validityYears })] as const]),
  ];
  const holds = (nodes: readonly ConditionNode[]): boolean => findNode(nodes, marked) !== undefined;
  const scoreIds =
    score === null ? [] : [score.id, ...score.groups.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])];
  return (
    <MarkedLine.Provider value={marked}>
      <article className={layout.stack}>
        <div className={layout.row}>
          <h2 className={layout.title}>{of(edition.name)}</h2>
          <Badge className={styles.badge} appearance="outline" color="informative">
            {say(STATUSES[edition.status])}
          </Badge>
        </div>
        <dl className={styles.facts}>
          {facts.map(([key, value]) => (
            <FactLine key={key} name={say(key)} value={value} />
          ))}
        </dl>
        {edition.notes === null ? null : <p className={layout.small}>{of(edition.notes)}</p>}
        {actions?.(purpose)}
        {differences.length === 0 ? null : (
          <TabList
            className={mergeClasses(layout.tabs, styles.purposes)}
            size="small"
            selectedValue={purpose}
            onTabSelect={(_, { value }) => setPurpose(value === "review" ? value : "new")}
            aria-label={say("purpose")}
          >
            <Tab value="new">{say("newApplication")}</Tab>
            <Tab value="review">{say("review")}</Tab>
          </TabList>
        )}
        <div>
          {differences.length === 0 ? null : (
            <Disclosure title={say("atReview")} note={say("items", { count: differences.length })}>
              <DifferenceList differences={differences} before={say("newShort")} after={say("reviewShort")} />
            </Disclosure>
          )}
          {conditions.length === 0 ? null : (
            <Disclosure title={say("conditions")} note={say("items", { count: conditions.length })} open>
              <ConditionList nodes={conditions} />
            </Disclosure>
          )}
          {score === null ? null : (
            <Disclosure title={say("score")} open={conditions.length === 0} reveal={scoreIds.includes(marked)}>
              <ScoreTable score={score} vocabulary={vocabulary} />
            </Disclosure>
          )}
          {routes.length === 0 ? null : (
            <Disclosure title={say("routes")} note={say("items", { count: routes.length })} reveal={holds(routes)}>
              <p className={mergeClasses(layout.small, layout.quiet)}>{say("routesHint")}</p>
              <ConditionList nodes={routes} />
            </Disclosure>
          )}
          {general.length === 0 ? null : (
            <Disclosure
              title={say("generalConditions")}
              note={say("items", { count: general.length })}
              reveal={holds(general)}
            >
              <ConditionList nodes={general} />
            </Disclosure>
          )}
          {edition.definitions.length === 0 ? null : (
            <Disclosure title={say("definitions")} note={say("items", { count: edition.definitions.length })}>
              {edition.definitions.map((definition) => (
                <div key={definition.term} className={layout.tight}>
                  <p className={layout.small}>
                    <strong>{definition.term}</strong>
                    {say("colon")}
                    {of(definition.text)}
                  </p>
                  <Citations of={definition} />
                </div>
              ))}
            </Disclosure>
          )}
          {edition.notCovered.length === 0 ? null : (
            <Disclosure title={say("notCovered")} note={say("items", { count: edition.notCovered.length })}>
              <ul className={styles.notes}>
                {edition.notCovered.map((gap) => (
                  <li key={gap.zh} className={layout.small}>
                    {of(gap)}
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </div>
      </article>
    </MarkedLine.Provider>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <>
      <dt className={layout.quiet}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
