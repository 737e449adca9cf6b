/** The view 补贴: one rider, a list, a budget. Everything is worked out in src/riders; here it is only asked and shown. */
import { Checkbox, mergeClasses, Tab, TabList } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Subsidies } from "../../../riders/load-subsidies";
import { withOwnFigures } from "../../../riders/own-areas";
import type { BatchSummary } from "../../../riders/subsidy-batch";
import type { SubsidySettings } from "../../../riders/subsidy-settings";
import { startWhatIf, whatIfOf, type WhatIf } from "../../../riders/what-if";
import { Disclosure } from "../../widgets/disclosure";
import { useLayout } from "../../widgets/layout";
import { OwnFiguresEditor } from "./own-figures-editor";
import { EXAMPLE_FORM } from "./rider-form";
import { RiderPage } from "./rider-page";
import { useSubsidyWords } from "./subsidy-texts";
import { WhatIfPage } from "./what-if-page";
import { monthOf } from "../../../riders/month";

export type SubsidyPart = "one" | "batch" | "whatIf";

export interface SubsidyViewProps {
  /** As published. */
  readonly subsidies: Subsidies;
  readonly settings: SubsidySettings;
  /** Called with every change; the caller keeps it in the workbook. */
  readonly onSettings: (settings: SubsidySettings) => void;
  /** The list judged last; null where there is none. */
  readonly summary: BatchSummary | null;
  /** What the part 批量 shows; left out where the host has no sheets to judge. */
  readonly batch?: ReactNode;
  /** The part shown first. */
  readonly start?: SubsidyPart;
}

/** The last month for which the start's level is known. */
const START_MONTH = monthOf(2025, 12);

export function SubsidyView({
  subsidies,
  settings,
  onSettings,
  summary,
  batch,
  start = "one",
}: SubsidyViewProps): ReactNode {
  const layout = useLayout();
  const say = useSubsidyWords();
  const [part, setPart] = useState<SubsidyPart>(start);
  const [form, setForm] = useState(EXAMPLE_FORM);
  const [moved, setMoved] = useState<{ readonly of: BatchSummary | null; readonly value: WhatIf } | null>(null);
  const known: Subsidies = { ...subsidies, bases: withOwnFigures(subsidies.bases, settings.own).bases };
  // A list judged anew starts the budget anew.
  const first =
    (summary === null ? null : whatIfOf(summary, known)) ?? startWhatIf(known, "meituan", "福建", START_MONTH);
  const value = moved?.of === summary ? moved.value : first;
  const parts: readonly SubsidyPart[] = batch === undefined ? ["one", "whatIf"] : ["one", "batch", "whatIf"];
  const { options } = settings;
  return (
    <div className={layout.stack}>
      <TabList
        className={layout.tabs}
        size="small"
        appearance="subtle"
        selectedValue={part}
        aria-label={say("part")}
        onTabSelect={(_, { value: chosen }) => {
          const next = parts.find((one) => one === chosen);
          if (next !== undefined) setPart(next);
        }}
      >
        {parts.map((one) => (
          <Tab key={one} value={one}>
            {say(one)}
          </Tab>
        ))}
      </TabList>
      {part === "one" ? <RiderPage subsidies={known} options={options} form={form} onForm={setForm} /> : null}
      {part === "batch" ? batch : null}
      {part === "whatIf" && value !== null ? (
        <WhatIfPage
          subsidies={known}
          summary={summary}
          value={value}
          onChange={(next) => setMoved({ of: summary, value: next })}
        />
      ) : null}
      <Disclosure title={say("choices")} level={2}>
        <div className={layout.stack}>
          <Checkbox
            label={say("includeCurrent")}
            checked={options.includeCurrent}
            onChange={(_, { checked }) =>
              onSettings({ ...settings, options: { ...options, includeCurrent: checked === true } })
            }
          />
          <Checkbox
            label={say("atTheTime")}
            checked={options.levels === "at-the-time"}
            onChange={(_, { checked }) =>
              onSettings({
                ...settings,
                options: { ...options, levels: checked === true ? "at-the-time" : "settled" },
              })
            }
          />
          <OwnFiguresEditor
            subsidies={subsidies}
            own={settings.own}
            onOwn={(own) => onSettings({ ...settings, own })}
          />
        </div>
      </Disclosure>
      <p className={mergeClasses(layout.small, layout.quiet)}>{say("aid")}</p>
    </div>
  );
}
