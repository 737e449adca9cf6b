/** The seven months of one rider as a row of dots; each says its amounts when it has the focus. */
import { makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, DismissCircle20Regular, QuestionCircle20Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Verdict } from "../../../policy/rule-set";
import type { MonthDot } from "../../../riders/one-rider";
import { grouped } from "../../../words/figures";
import { useLayout } from "../../widgets/layout";
import { useWords } from "../../texts/language";
import { useSubsidyWords } from "./subsidy-texts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    rowGap: "6px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  dot: { display: "flex", flexDirection: "column", alignItems: "center", gap: "2px", minWidth: "40px" },
  mark: {
    display: "inline-flex",
    padding: "2px",
    borderRadius: tokens.borderRadiusCircular,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  met: { color: tokens.colorPaletteGreenForeground1 },
  unmet: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  label: { fontSize: tokens.fontSizeBase100, fontVariantNumeric: "tabular-nums" },
  floor: {
    fontSize: tokens.fontSizeBase100,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  counts: { textDecorationLine: "underline", textUnderlineOffset: "3px" },
  current: { fontWeight: tokens.fontWeightSemibold },
});

const MARKS: Readonly<Record<Verdict, ReactNode>> = {
  met: <CheckmarkCircle20Filled aria-hidden />,
  unmet: <DismissCircle20Regular aria-hidden />,
  unknown: <QuestionCircle20Regular aria-hidden />,
};

export function MonthDots({ dots }: { readonly dots: readonly MonthDot[] }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const { of } = useWords();
  const say = useSubsidyWords();
  return (
    <div className={layout.tight}>
      <ol className={styles.row} aria-label={say("months")}>
        {dots.map((dot) => (
          <li key={dot.label} className={styles.dot}>
            <Tooltip content={of(dot.text)} relationship="label">
              <span className={mergeClasses(styles.mark, styles[dot.verdict])} role="img" tabIndex={0}>
                {MARKS[dot.verdict]}
              </span>
            </Tooltip>
            <span
              aria-hidden
              className={mergeClasses(styles.label, dot.counts && styles.counts, dot.current && styles.current)}
            >
              {dot.label.slice(2)}
            </span>
            <span aria-hidden className={styles.floor}>
              {dot.floor === null ? "—" : grouped(dot.floor, 2)}
            </span>
          </li>
        ))}
      </ol>
      <p className={mergeClasses(layout.small, layout.quiet)}>
        {say("counts")}
        {say("semicolon")}
        {say("floors")}
      </p>
    </div>
  );
}
