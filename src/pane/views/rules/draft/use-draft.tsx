/** Whether the workbook is judged by a draft: said by a person, and never otherwise. */
import { Link, Switch } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DraftInUse } from "../../../app/scoring/pane-settings";
import { useLayout } from "../../../widgets/layout";
import { Notice } from "../../../widgets/notice";
import type { DraftView } from "../../../worker/tasks/draft-answers";
import type { DraftSheet } from "./draft-state";
import { useDraftWords } from "./draft-texts";

export interface UseDraftProps {
  /** The sheet that is shown; null where there is none. */
  readonly own: DraftSheet | null;
  readonly view: DraftView | null;
  readonly inUse: DraftInUse | null;
  readonly onUse: (draft: DraftInUse | null) => void;
}

export function UseDraft({ own, view, inUse, onUse }: UseDraftProps): ReactNode {
  const layout = useLayout();
  const { say } = useDraftWords();
  const other = inUse !== null && inUse.id !== own?.id ? inUse : null;
  if (other !== null)
    return (
      <p className={layout.small}>
        {say("otherInUse", { sheet: other.name })}{" "}
        <Link as="button" className={layout.small} onClick={() => onUse(null)}>
          {say("stopUsing")}
        </Link>
      </p>
    );
  const file = view?.name?.file ?? null;
  if (own === null || (file === null && inUse === null)) return null;
  const sound = view?.kind === "draft";
  return (
    <div className={layout.tight}>
      <Switch
        checked={inUse !== null}
        // A faulty draft can be stopped, not begun with.
        disabled={inUse === null && !sound}
        label={say("useDraft")}
        onChange={(_, { checked }) => onUse(checked && file !== null ? { id: own.id, name: own.name, file } : null)}
      />
      <p className={layout.small}>{say("useDraftHint")}</p>
      {inUse !== null && view?.kind === "troubles" ? <Notice intent="error">{say("useDraftNot")}</Notice> : null}
    </div>
  );
}
