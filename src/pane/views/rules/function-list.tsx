/** The custom functions with an example each, as they are typed into a cell. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FunctionRecord } from "../../../functions/function-record";
import { useLayout } from "../../widgets/layout";
import { useRulesWords } from "./rules-texts";

const useStyles = makeStyles({
  item: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  formula: {
    display: "block",
    margin: "2px 0",
    padding: "2px 8px",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
    userSelect: "all",
  },
});

export interface FunctionListProps {
  readonly records: readonly Pick<FunctionRecord, "id" | "name" | "description" | "examples">[];
  readonly namespace: string;
}

export function FunctionList({ records, namespace }: FunctionListProps): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useRulesWords();
  return (
    <ul className={layout.list}>
      {records.map(({ id, name, description, examples }) => {
        const [example] = examples;
        return (
          <li key={id} className={styles.item}>
            <h4 className={layout.heading}>{`${namespace}.${name}`}</h4>
            <p className={layout.small}>{of(description)}</p>
            {example === undefined ? null : (
              <>
                <code className={styles.formula}>{example.formula}</code>
                <p className={mergeClasses(layout.small, layout.quiet)}>{of(example.shows)}</p>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
