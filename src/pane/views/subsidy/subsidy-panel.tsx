/** The view 补贴 on its model. */
import { useEffect, type ReactNode } from "react";
import type { Subsidies } from "../../../riders/load-subsidies";
import { useStore } from "../../app/store";
import { useLayout } from "../../widgets/layout";
import { Notice } from "../../widgets/notice";
import { useWords } from "../../texts/language";
import type { BatchModel } from "./batch-model";
import { BatchPage } from "./batch-page";
import type { SubsidyModel } from "./subsidy-model";
import { SubsidyView } from "./subsidy-view";

export interface SubsidyPanelProps {
  readonly subsidies: Subsidies;
  readonly model: SubsidyModel;
}

export function SubsidyPanel({ subsidies, model }: SubsidyPanelProps): ReactNode {
  const layout = useLayout();
  const { of, language } = useWords();
  const { settings, notice } = useStore(model);
  const batch = useStore(model.batch);
  return (
    <div className={layout.stack}>
      {notice === null ? null : <Notice intent="warning">{of(notice)}</Notice>}
      <SubsidyView
        subsidies={subsidies}
        settings={settings}
        onSettings={(next) => void model.change(next)}
        summary={batch.summary}
        batch={
          <Following batch={model.batch}>
            <BatchPage
              state={batch}
              onOnlyThisSheet={(only) => model.batch.setOnlyThisSheet(only)}
              onRun={() => void model.batch.run(settings, language)}
              onCancel={() => model.batch.cancel()}
              onOpen={() => void model.batch.open()}
            />
          </Following>
        }
      />
    </div>
  );
}

/** While its page is in sight the batch follows the sheet in view. */
function Following({ batch, children }: { readonly batch: BatchModel; readonly children: ReactNode }): ReactNode {
  useEffect(() => {
    void batch.follow();
    return () => batch.leave();
  }, [batch]);
  return children;
}
