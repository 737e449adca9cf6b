/** How sure a column's meaning is: an icon with its word. */
import { makeStyles, tokens } from "@fluentui/react-components";
import {
  Checkmark16Regular,
  QuestionCircle16Regular,
  Subtract16Regular,
  Warning16Regular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { ColumnView } from "../worker/tasks/reading-view";
import { useMappingWords } from "../texts/mapping-texts";
import { groupOf, type ColumnGroup } from "../app/scoring/mapping-editor";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: "2px",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const ICONS: Readonly<Record<ColumnGroup, ReactNode>> = {
  sure: <Checkmark16Regular aria-hidden />,
  likely: <QuestionCircle16Regular aria-hidden />,
  doubtful: <Warning16Regular aria-hidden />,
  unused: <Subtract16Regular aria-hidden />,
};

const WORDS = { sure: "sure", likely: "likely", doubtful: "doubtful", unused: "unused" } as const;

export function ConfidenceMark({ column }: { readonly column: Pick<ColumnView, "use" | "confidence"> }): ReactNode {
  const styles = useStyles();
  const { say } = useMappingWords();
  const group = groupOf(column);
  return (
    <span className={styles.mark}>
      {ICONS[group]}
      {say(WORDS[group])}
    </span>
  );
}
