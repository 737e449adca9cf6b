/** How sure a figure is: an icon with its word. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark12Regular, Document16Regular, QuestionCircle12Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Evidence } from "../../../words/citation";
import { evidenceText } from "../../../engine/rows/explain";
import { useRulesWords } from "./rules-texts";

const useStyles = makeStyles({
  mark: { display: "inline-flex", alignItems: "center", gap: "3px", whiteSpace: "nowrap", verticalAlign: "bottom" },
  icon: { width: "12px", height: "12px", color: tokens.colorNeutralForeground2 },
});

export function EvidenceMark({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const styles = useStyles();
  const { of } = useRulesWords();
  const Icon =
    evidence === "confirmed"
      ? Checkmark12Regular
      : evidence === "single-source"
        ? Document16Regular
        : QuestionCircle12Regular;
  return (
    <span className={styles.mark}>
      <Icon className={styles.icon} aria-hidden />
      {of(evidenceText({ evidence }))}
    </span>
  );
}
