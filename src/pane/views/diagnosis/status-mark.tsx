/** Whether something holds: an icon with its word, never colour alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, DismissCircle16Regular, QuestionCircle16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Verdict } from "../../../policy/rule-set";
import { useDiagnosisWords, type DiagnosisKey } from "./diagnosis-texts";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: "3px",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  met: { color: tokens.colorStatusSuccessForeground1 },
  unmet: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
});

const WORDS: Readonly<Record<Verdict, DiagnosisKey>> = {
  met: "verdictMet",
  unmet: "verdictUnmet",
  unknown: "verdictUnknown",
};

export function StatusMark({ status }: { readonly status: Verdict }): ReactNode {
  const styles = useStyles();
  const { say } = useDiagnosisWords();
  const Icon =
    status === "met" ? CheckmarkCircle16Filled : status === "unmet" ? DismissCircle16Regular : QuestionCircle16Regular;
  return (
    <span className={mergeClasses(styles.mark, styles[status])}>
      <Icon className={styles.icon} aria-hidden />
      {say(WORDS[status])}
    </span>
  );
}
