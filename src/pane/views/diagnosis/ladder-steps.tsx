/** The ladder with where the firm stands: one step a tier, the highest on top, with the title it holds. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { LadderStep } from "../../../cultivation/diagnosis";
import { grouped } from "../../../words/figures";
import { useLayout } from "../../widgets/layout";
import { useDiagnosisWords, type DiagnosisWords } from "./diagnosis-texts";
import { StatusMark } from "./status-mark";

const useStyles = makeStyles({
  step: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    padding: "5px 0 5px 10px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    marginTop: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  met: { borderLeftColor: tokens.colorStatusSuccessForeground1 },
  target: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { gridColumn: "1 / -1", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

function titleText({ say }: DiagnosisWords, { title }: LadderStep): string {
  if (title === null || title.standing === "unknown") return say("titleUnknown");
  const { standing, until } = title;
  if (standing === "none") return say("titleNone");
  if (until === null) return say("titleHeld");
  return say(standing === "valid" ? "titleUntil" : "titleEnded", { until });
}

function scoreText({ say }: DiagnosisWords, { score }: LadderStep): string {
  if (score === null) return "";
  const { lo, hi } = score;
  const points = lo === hi ? grouped(lo, 2) : `${grouped(lo, 2)}–${grouped(hi, 2)}`;
  return say("scorePoints", { points });
}

export function LadderSteps({ steps }: { readonly steps: readonly LadderStep[] }): ReactNode {
  const styles = useStyles();
  const layout = useLayout();
  const words = useDiagnosisWords();
  const { say, of } = words;
  return (
    <ol className={layout.list} aria-label={say("ladderOfFirm")} reversed>
      {[...steps].reverse().map((step) => {
        const { tier, name, status, eligible, isTarget } = step;
        const notes = [
          isTarget ? say("stepTarget") : "",
          scoreText(words, step),
          status === "met" && eligible === "unmet" ? say("stepNotEligible") : "",
          status === "met" && eligible === "unknown" ? say("stepEligibleOpen") : "",
          titleText(words, step),
        ];
        return (
          <li
            key={tier}
            className={mergeClasses(styles.step, status === "met" && styles.met, isTarget && styles.target)}
            {...(isTarget ? { "aria-current": "step" as const } : {})}
          >
            <span>{of(name)}</span>
            <StatusMark status={status} />
            <span className={styles.note}>{notes.filter((note) => note !== "").join(" · ")}</span>
          </li>
        );
      })}
    </ol>
  );
}
