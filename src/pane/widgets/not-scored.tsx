/** Nothing to show yet: what is missing, with the one button that helps. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLayout } from "./layout";
import { Running } from "./running";
import { mend } from "../app/scoring/mend";
import type { ScoringModel } from "../app/scoring/scoring-model";
import type { ScoringState } from "../app/scoring/scoring-state";
import { useWords } from "../texts/language";
import { Notice } from "./notice";

export interface NotScoredProps {
  readonly state: ScoringState;
  readonly model: ScoringModel;
  /** What is to be had after scoring. */
  readonly hint: string;
  /** Shows the view in which columns are checked. */
  readonly onCheck: () => void;
}

/** Null where there are results, or while they are being made. */
export function NotScored({ state, model, hint, onCheck }: NotScoredProps): ReactNode {
  const layout = useLayout();
  const { say, of, language } = useWords();
  const { trouble } = state;
  if (state.phase === "running") return <Running work={state.work} onCancel={() => model.cancel()} />;
  return (
    <div className={layout.stack}>
      {trouble === null ? null : (
        <Notice
          intent={trouble.remedy === null ? "warning" : "error"}
          action={
            trouble.remedy?.kind === "show-sheet"
              ? {
                  label: say("goToSheet", { name: trouble.remedy.name }),
                  onClick: () => {
                    if (trouble.remedy !== null) void mend(model, trouble.remedy, language);
                  },
                }
              : trouble.remedy?.kind === "pick-heading"
                ? { label: say("checkColumns"), onClick: onCheck }
                : null
          }
        >
          {of(trouble.text)}
        </Notice>
      )}
      <p className={layout.text}>{hint}</p>
      <Button
        appearance="primary"
        className={layout.primary}
        disabledFocusable={state.looking}
        onClick={() => void model.scoreInView(language)}
      >
        {say(state.looking ? "looking" : "scoreThisSheet")}
      </Button>
    </div>
  );
}
