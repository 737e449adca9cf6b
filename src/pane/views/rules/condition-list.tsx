/** The conditions of a rule set as it reads, alternatives set in below what they serve. */
import { clauseText } from "../../../words/clause";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Condition, ConditionGroup, ConditionNode } from "../../../policy/rule-set";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";
import { EvidenceMark } from "./evidence-mark";
import { useMark } from "./marked-line";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  node: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  inner: { marginTop: "4px", paddingLeft: "10px", borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  beside: { display: "flex", flexWrap: "wrap", columnGap: "8px", color: tokens.colorNeutralForeground2 },
});

/** Clause, evidence and, where it says something, what kind of condition it is. */
export function Citations({
  of: cited,
}: {
  readonly of: { readonly clause: string; readonly evidence: Condition["evidence"]; readonly kind?: Condition["kind"] };
}): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  return (
    <span className={mergeClasses(layout.small, styles.beside)}>
      <span>{of(clauseText(cited.clause))}</span>
      <EvidenceMark evidence={cited.evidence} />
      {cited.kind === "judgement" ? <span>{say("judgement")}</span> : null}
      {cited.kind === "prerequisite" ? <span>{say("prerequisite")}</span> : null}
    </span>
  );
}

function Single({ condition }: { readonly condition: Condition }): ReactNode {
  const layout = useLayout();
  const { of } = useRulesWords();
  return (
    <>
      <p className={layout.small}>{of(condition.text)}</p>
      {condition.note === null ? null : (
        <p className={mergeClasses(layout.small, layout.quiet)}>{of(condition.note)}</p>
      )}
      <Citations of={condition} />
    </>
  );
}

function Group({ group }: { readonly group: ConditionGroup }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { say, of } = useRulesWords();
  const how =
    group.node === "all"
      ? say("allOf")
      : group.node === "any"
        ? say("anyOf")
        : say("atLeast", { count: group.count, of: group.parts.length });
  return (
    <>
      <p className={layout.small}>{of(group.text)}</p>
      <p className={mergeClasses(layout.small, layout.quiet)}>{how}</p>
      <div className={styles.inner}>
        <ConditionList nodes={group.parts} />
      </div>
    </>
  );
}

function Node({ node }: { readonly node: ConditionNode }): ReactNode {
  const styles = useStyles();
  const { className, ...mark } = useMark(node.id);
  return (
    <li className={mergeClasses(styles.node, className)} {...mark}>
      {node.node === "condition" ? <Single condition={node} /> : <Group group={node} />}
    </li>
  );
}

export function ConditionList({ nodes }: { readonly nodes: readonly ConditionNode[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {nodes.map((node) => (
        <Node key={node.id} node={node} />
      ))}
    </ul>
  );
}
