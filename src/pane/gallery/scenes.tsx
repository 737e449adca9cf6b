/** Every component in every state, with data of the sample. */
import { RULES_SCENES } from "./rules-scenes";
import type { ReactNode } from "react";
import { EXCEL } from "../../excel/connect";
import type { SheetInfo } from "../../excel/host";
import type { Release } from "../../policy/pack-release";
import type { Language, Text } from "../../words/text";
import { ContextLine } from "../frame/context-line";
import { InsteadPage } from "../frame/instead-page";
import { Notice } from "../widgets/notice";
import type { PaneTheme } from "../frame/pane-theme";
import { HeadingDialog } from "../views/score/heading-dialog";
import { MappingRow } from "../widgets/mapping-row";
import { Running } from "../widgets/running";
import { Seen } from "../views/score/seen";
import { doubtReasons, meaningText, question } from "../../sheet/reading/doubt-messages";
import { WorkerLost } from "../worker/refused";
import type { ReadingView } from "../worker/tasks/reading-view";
import { Welcome } from "../views/score/welcome";
import { troubles } from "../app/scoring/troubles";
import type { DraftFixtures } from "./draft-fixtures";
import { DONE_SCENES } from "./done-scenes";
import type { Fixtures } from "./fixture-data";

export interface SceneProps extends Fixtures {
  readonly release: Release;
  readonly language: Language;
  readonly theme: PaneTheme;
  /** Null where no scene that is shown asks for them: they take the loader of the rules. */
  readonly drafts: DraftFixtures | null;
}

export interface Scene {
  readonly id: string;
  readonly show: (props: SceneProps) => ReactNode;
}

/** As said where Office.js does not load. */
const UNREACHABLE = {
  zh: "没有连上 Office：Office.js 没有加载出来。请检查网络或代理，关掉窗格再打开。",
  en: "Office can't be reached: Office.js did not load. Please check the network or proxy, then close and open the pane.",
};
const nothing = (): void => undefined;
const YEARS = ["2023年", "2024年", "2025年"];
const FORMS = ["青岛海之韵智能装备股份有限公司", "烟台", "济南", "潍坊", "临沂", "淄博"];
const USED = { top: 0, left: 0, bottom: 302, right: 56 };
const EMPTY: SheetInfo = { id: "2", name: "Sheet2", visible: true, protected: false, used: null };
const LIST: SheetInfo = { id: "1", name: "企业名单", visible: true, protected: false, used: USED };

function seen({ reading, release }: SceneProps, change: Partial<Parameters<typeof Seen>[0]>): ReactNode {
  return (
    <Seen
      reading={reading}
      vocabulary={release.vocabulary}
      saved={undefined}
      enterprises={{ count: reading.enterprises, exact: true }}
      selected={null}
      onlySelected={false}
      together={[]}
      onlyThisSheet={false}
      busy={false}
      onScore={nothing}
      onConfirmAndScore={nothing}
      onOnlyThisSheet={nothing}
      onOnlySelected={nothing}
      onMapping={nothing}
      onHeadings={nothing}
      onCell={nothing}
      back={null}
      {...change}
    />
  );
}

/** The reading as if nobody had written the unit of its first amount. */
function withDoubt(reading: ReadingView): ReadingView {
  const asked = reading.columns.find(({ field }) => field === "revenue");
  if (asked?.field == null) return reading;
  const { column, address, heading, field, back, unit } = asked;
  const because = { zh: "人均营业收入达到 12,000 万元", en: "revenue per employee comes to RMB 120 million" };
  const doubts = [doubtReasons.unitSuspect(unit, "元", because)];
  return {
    ...reading,
    columns: reading.columns.map((one) =>
      one === asked ? { ...one, use: "held", confidence: "doubtful", doubts } : one,
    ),
    doubts: [
      {
        id: "unit-suspect",
        columns: [column],
        cells: [address],
        heading,
        field,
        back,
        unit,
        standing: "unlikely",
        units: ["元", unit],
        question: question(heading, address, doubts, meaningText({ zh: "营业收入", en: "Revenue" }, [reading.t], unit)),
        examples: ["62,000,000", "120,000,000", "8,600,000"],
        deciding: [
          { zh: "专精特新中小企业", en: "Specialised SME" },
          { zh: "专精特新“小巨人”企业", en: "Little Giant" },
        ],
      },
    ],
  };
}

function openRow({ reading, release }: SceneProps, field: string): ReactNode {
  const column = reading.columns.find((one) => one.field === field);
  if (column === undefined) return null;
  return (
    <ul style={{ margin: 0, padding: 0, listStyleType: "none" }}>
      <MappingRow
        column={column}
        fields={[...release.vocabulary.fields.values()]}
        t={reading.t}
        open
        changed
        onToggle={nothing}
        onChange={nothing}
        onReset={nothing}
        onCell={nothing}
      />
    </ul>
  );
}

function context({ release }: SceneProps, open: boolean, sheet = "企业名单"): ReactNode {
  return (
    <ContextLine
      sheet={sheet}
      enterprises={sheet === "" ? null : { count: 30_000, exact: false }}
      asOf={release.policy.checked}
      purpose="new"
      place={null}
      provinces={release.vocabulary.provinces}
      policy={release.policy}
      draft={null}
      onRules={nothing}
      disabled={false}
      open={open}
      onChange={nothing}
    />
  );
}

function trouble({ language }: SceneProps, which: ReturnType<typeof troubles.emptySheet>, label?: Text): ReactNode {
  return (
    <Notice
      intent={which.remedy === null ? "warning" : "error"}
      action={label === undefined ? null : { label: label[language], onClick: nothing }}
      dismiss={{ label: "×", onClick: nothing }}
    >
      {which.text[language]}
    </Notice>
  );
}

const WORKBOOK = { sheets: [LIST, EMPTY], active: "2", selection: null };

export const SCENES: readonly Scene[] = [
  { id: "welcome", show: () => <Welcome busy={false} onScore={nothing} onSample={nothing} /> },
  { id: "welcome-how", show: () => <Welcome busy={false} showHow onScore={nothing} onSample={nothing} /> },
  { id: "welcome-busy", show: () => <Welcome busy onScore={nothing} onSample={nothing} /> },
  { id: "seen", show: (props) => seen(props, {}) },
  {
    id: "seen-doubtful",
    show: (props) => seen(props, { reading: withDoubt(props.reading), back: { time: "10:32", onBack: nothing } }),
  },
  {
    id: "seen-together",
    show: (props) => seen(props, { reading: { ...props.reading, sheets: YEARS }, together: YEARS }),
  },
  { id: "seen-this-sheet", show: (props) => seen(props, { together: FORMS, onlyThisSheet: true }) },
  { id: "seen-selected", show: (props) => seen(props, { selected: [5, 16], onlySelected: true }) },
  { id: "seen-huge", show: (props) => seen(props, { enterprises: { count: 30_000, exact: false } }) },
  { id: "column-money", show: (props) => openRow(props, "revenue") },
  { id: "column-flag", show: (props) => openRow(props, "key_link") },
  {
    id: "headings",
    show: () => <HeadingDialog rows={[2, 3]} chosen onRows={nothing} onClose={nothing} />,
  },
  { id: "running-start", show: () => <Running work={null} onCancel={nothing} /> },
  {
    id: "running",
    show: () => (
      <Running
        work={{ stage: "scoring", done: 12_000, total: 30_000, elapsed: 8_000, cancelling: false }}
        onCancel={nothing}
      />
    ),
  },
  {
    id: "running-cancelling",
    show: () => (
      <Running
        work={{ stage: "writing", done: 900, total: 90_000, elapsed: 4_000, cancelling: true }}
        onCancel={nothing}
      />
    ),
  },
  ...DONE_SCENES,
  {
    id: "trouble-empty",
    show: (props) =>
      trouble(props, troubles.emptySheet(WORKBOOK, EMPTY), { zh: "打开“企业名单”", en: "Open 企业名单" }),
  },
  {
    id: "trouble-selected",
    show: (props) => trouble(props, troubles.nothingSelected, { zh: "评整张表", en: "Score the whole sheet" }),
  },
  { id: "trouble-run-not-kept", show: (props) => trouble(props, troubles.runNotKept) },
  {
    id: "trouble-run-gone",
    show: (props) => trouble(props, troubles.runGone, { zh: "重新评分", en: "Score again" }),
  },
  {
    id: "trouble-worker-lost",
    show: (props) =>
      trouble(
        props,
        { text: new WorkerLost().text, remedy: { kind: "score-again" } },
        { zh: "重新评分", en: "Score again" },
      ),
  },
  { id: "trouble-kept", show: (props) => trouble(props, troubles.notKept) },
  { id: "context", show: (props) => context(props, false) },
  { id: "context-empty", show: (props) => context(props, false, "") },
  { id: "date-dialog", show: (props) => context(props, true) },
  {
    id: "too-old",
    show: ({ language, theme }) => (
      <InsteadPage
        obstacle={{ kind: "too-old", missing: ["ExcelApi 1.9"] }}
        program={EXCEL}
        language={language}
        theme={theme}
        onRetry={nothing}
      />
    ),
  },
  {
    id: "unreachable",
    show: ({ language, theme }) => (
      <InsteadPage
        obstacle={{ kind: "unreachable", text: UNREACHABLE }}
        program={EXCEL}
        language={language}
        theme={theme}
        onRetry={nothing}
      />
    ),
  },
  ...RULES_SCENES,
];
