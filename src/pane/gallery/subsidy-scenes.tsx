/** The view 补贴 in every state, with made-up figures where a list would be. */
import type { ReactNode } from "react";
import type { Subsidies } from "../../riders/load-subsidies";
import { monthOf } from "../../riders/month";
import type { BatchSummary } from "../../riders/subsidy-batch";
import { NO_SUBSIDY_SETTINGS } from "../../riders/subsidy-settings";
import { BatchPage } from "../views/subsidy/batch-page";
import { NO_BATCH, type BatchState } from "../views/subsidy/batch-model";
import { SubsidyView, type SubsidyPart } from "../views/subsidy/subsidy-view";
import type { Scene } from "./scenes";

const nothing = (): void => undefined;

/** So many riders to whom so many fen each are due, none left open. */
function judged(due: number, fen: number) {
  return { due, fen: due * fen, withoutAmount: 0, open: 0, openFen: 0 };
}

const SUMMARY: BatchSummary = {
  riders: 197,
  due: 89,
  notDue: 92,
  open: 16,
  amount: 26_858.66,
  backPayment: 7.3,
  dueWithoutAmount: 43,
  repeated: 0,
  missing: [{ name: { zh: "前2月收入", en: "Income 2 months before" }, riders: 3 }],
  month: monthOf(2025, 12),
  counted: [
    {
      scheme: "meituan",
      place: "fujian",
      category: "",
      riders: 43,
      month: monthOf(2025, 12),
      judged: judged(43, 44_330),
    },
    {
      scheme: "taobao",
      place: "beijing",
      category: "荣誉骑士",
      riders: 5,
      month: monthOf(2025, 12),
      judged: judged(5, 201_732),
    },
    { scheme: "jd", place: "jiangsu", category: "", riders: 10, month: monthOf(2025, 12), judged: judged(0, 0) },
  ],
  leftOut: 2,
  levels: "settled",
};

const BATCHES: Readonly<Record<string, BatchState>> = {
  "subsidy-batch": NO_BATCH,
  "subsidy-batch-sheets": { ...NO_BATCH, together: ["美团", "饿了么", "京东"] },
  "subsidy-running": {
    ...NO_BATCH,
    running: true,
    work: { stage: "scoring", done: 12_000, total: 100_000, elapsed: 2_000, cancelling: false },
  },
  "subsidy-done": { ...NO_BATCH, summary: SUMMARY, sheets: ["骑手名单"] },
  "subsidy-trouble": {
    ...NO_BATCH,
    trouble: { zh: "已取消，工作簿和原来一样。", en: "Cancelled. The workbook is as it was." },
  },
};

export function subsidyScenes(subsidies: Subsidies): readonly Scene[] {
  const view = (start: SubsidyPart, summary: BatchSummary | null, batch?: ReactNode): ReactNode => (
    <SubsidyView
      subsidies={subsidies}
      settings={NO_SUBSIDY_SETTINGS}
      onSettings={nothing}
      summary={summary}
      start={start}
      batch={batch}
    />
  );
  return [
    { id: "subsidy-one", show: () => view("one", null) },
    ...Object.entries(BATCHES).map(([id, state]) => ({
      id,
      show: () =>
        view(
          "batch",
          state.summary,
          <BatchPage state={state} onOnlyThisSheet={nothing} onRun={nothing} onCancel={nothing} onOpen={nothing} />,
        ),
    })),
    { id: "subsidy-budget", show: () => view("whatIf", null) },
    { id: "subsidy-budget-of-list", show: () => view("whatIf", SUMMARY) },
  ];
}
