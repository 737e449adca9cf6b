/** The view 共享 in every state, on made-up facts. */
import type { ReactNode } from "react";
import { editionsOn } from "../../policy/editions";
import { finding } from "../../sharing/check/findings";
import type { Contents, Outcome, SharingState } from "../views/sharing/sharing-state";
import { NOTHING_SHARED } from "../views/sharing/sharing-state";
import { SharingPage } from "../views/sharing/sharing-view";
import type { Scene, SceneProps } from "./scenes";

const nothing = (): void => undefined;

const CONTENTS: Contents = {
  sheets: ["骑手补贴", "企业名单"],
  formulas: [
    { id: "1", name: "骑手补贴", protected: false, working: 1268, unknown: 3, waiting: 0, nested: 12, linked: 1 },
    { id: "2", name: "企业名单", protected: true, working: 1, unknown: 0, waiting: 0, nested: 0, linked: 0 },
  ],
  results: ["评分_汇总", "评分_结果", "评分_差距与方案", "评分_来源与假设", "评分_凭据"],
  scored: [
    {
      asOf: "2026-11-21",
      sheet: "企业名单",
      enterprises: 300,
      purpose: "new",
      assumeGeneral: true,
      editions: [
        { zh: "专精特新中小企业 2026", en: "Specialized SME 2026" },
        { zh: "专精特新“小巨人”企业 2026", en: "Little giant 2026" },
      ],
    },
  ],
  replaced: 640,
  shortNames: [
    { name: "TIER_ELIGIBLE", state: "ours", formula: "=LAMBDA(…)" },
    {
      name: "SUBSIDY",
      state: "taken",
      formula: "=LAMBDA(…)",
      reason: { zh: "工作簿里已有名称“SUBSIDY”。", en: "The workbook already has a name SUBSIDY." },
    },
  ],
};
const PLAIN: Contents = {
  sheets: ["企业名单"],
  formulas: [],
  results: [],
  scored: [],
  replaced: null,
  shortNames: [],
};

const FILE = {
  bytes: new Uint8Array(1_468_006),
  sheetNames: [],
  leftOut: ["随笔"],
  leftOutColumns: [{ sheet: "名单", column: "F", heading: "控股股东" }],
  enterprises: 300,
};

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  values: { kind: "values", places: 1269, sheets: ["骑手补贴", "企业名单"], copied: false, noted: true },
  copies: { kind: "values", places: 1269, sheets: ["骑手补贴（数值）"], copied: true, noted: false },
  restored: { kind: "restored", places: 1268, changed: ["骑手补贴!D17"], gone: ["旧表"] },
  repaired: { kind: "repaired", places: 3, still: 1, locked: ["企业名单"] },
  file: { kind: "file", copy: "masked", file: FILE, name: "脱敏副本.xlsx", opened: false, keep: [] },
  clean: { kind: "checked", findings: [] },
  found: {
    kind: "checked",
    findings: [
      finding("inputs-changed", { rows: [17, 23], rowsOn: "企业名单" }),
      finding("results-edited", {
        rows: [40],
        details: [
          {
            cell: { sheet: "评分_结果", row: 42, column: 3 },
            row: 40,
            heading: "已达到的最高层级",
            shown: "制造业单项冠军企业",
            expected: "专精特新中小企业",
          },
        ],
      }),
    ],
  },
};

function page(props: SceneProps, change: Partial<SharingState>): ReactNode {
  const { policy } = props.release;
  return (
    <SharingPage
      state={{ ...NOTHING_SHARED, ...change }}
      editions={editionsOn(policy, policy.checked, "new")}
      onCell={nothing}
      onLook={nothing}
      onShow={nothing}
      onValues={nothing}
      onRestore={nothing}
      onCopy={nothing}
      onKeep={nothing}
      onCheck={nothing}
      onRepair={nothing}
      onNames={nothing}
      onSaveAgain={nothing}
      onCancel={nothing}
      onDismiss={nothing}
    />
  );
}

export const SHARING_SCENES: readonly Scene[] = [
  { id: "sharing", show: (props) => page(props, { contents: CONTENTS }) },
  { id: "sharing-plain", show: (props) => page(props, { contents: PLAIN }) },
  { id: "sharing-large", show: (props) => page(props, { toRead: 1_800_000 }) },
  {
    id: "sharing-running",
    show: (props) =>
      page(props, {
        contents: CONTENTS,
        stale: true,
        work: { stage: "reading", done: 12_000, total: 30_000, elapsed: 2_000, cancelling: false },
      }),
  },
  ...Object.entries(OUTCOMES).map(([id, outcome]): Scene => ({
    id: `sharing-${id}`,
    show: (props) => page(props, { contents: CONTENTS, outcome }),
  })),
];
