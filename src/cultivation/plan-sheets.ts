/** Growth plans as sheets: one page to be printed on A4 for one enterprise, and one table of the plans of many. */
import type { Text } from "../policy/vocabulary";
import type { Cell } from "../sheet/grid";
import type { ResultSheet } from "../sheet/result-sheet";
import type { Language } from "../sheet/score-tables";
import type { GrowthPlan, PlanChart } from "./growth-plan";

/** How a row of the page looks; whoever writes the page merges `spans` and sets type and borders by role. */
export type PageRole = "title" | "subtitle" | "heading" | "text" | "table-head" | "table-row" | "note";

export interface PageRow {
  readonly role: PageRole;
  readonly cells: readonly string[];
  /** Columns of the page each cell covers; twelve together. */
  readonly spans: readonly number[];
}

/** A page of twelve narrow columns, portrait, to be fitted to one page's width. */
export interface PlanPage {
  readonly name: string;
  readonly columns: 12;
  readonly rows: readonly PageRow[];
  /** To stand after the row with this 0-based place: below the table of aspects. */
  readonly chart: PlanChart & { readonly afterRow: number };
}

const PAGE_WIDTH = 12;

export function planPage(plan: GrowthPlan): PlanPage {
  const rows: PageRow[] = [];
  const line = (role: PageRole, text: string): void => {
    rows.push({ role, cells: [text], spans: [PAGE_WIDTH] });
  };
  line("title", plan.title);
  line("subtitle", plan.subtitle);
  let afterRow = rows.length - 1;
  plan.sections.forEach(({ heading, blocks }, section) => {
    line("heading", heading);
    for (const block of blocks) {
      if (block.kind === "text") line("text", block.text);
      else {
        const spans = block.columns.map(({ width }) => width);
        rows.push({ role: "table-head", cells: block.columns.map((column) => column.heading), spans });
        for (const cells of block.rows) rows.push({ role: "table-row", cells, spans });
      }
    }
    if (section === 0) afterRow = rows.length - 1;
  });
  for (const note of plan.notes) line("note", note);
  return { name: plan.name, columns: PAGE_WIDTH, rows, chart: { ...plan.chart, afterRow } };
}

/** One line a gap, for all plans together: filtered by enterprise, aspect or measure. Dates and names are left to be filled in. */
export function plansTable(plans: readonly GrowthPlan[], language: Language): ResultSheet {
  const words = (zh: string, en: string): string => ({ zh, en })[language];
  const join = (parts: readonly string[]): string => parts.join(words("；", "; "));
  const rows = plans.flatMap((plan): Cell[][] => {
    const head: Cell[] = [plan.sheetRow, plan.name, plan.creditCode, plan.target];
    if (plan.tasks.length === 0) return [[...head, "", "", "", "", "", plan.smallest, "", "", "", "", ""]];
    return plan.tasks.map((task) => [
      ...head,
      task.aspect,
      task.gap,
      task.actual,
      task.required,
      task.distance,
      plan.smallest,
      join(task.measures),
      join([...new Set(task.sources)]),
      "",
      "",
      "",
    ]);
  });
  const heading = (
    zh: string,
    en: string,
    width: number,
    wrap = false,
  ): { heading: string; width: number; wrap: boolean } => ({
    heading: words(zh, en),
    width,
    wrap,
  });
  const note: Text = {
    zh: "每个差距一行；目标日期、责任部门、责任人留空，由各单位填写。",
    en: "One line a gap; dates, departments and persons are left to be filled in.",
  };
  return {
    name: words("评分_成长方案", "评分_Growth plans"),
    titleLines: [
      words("优质企业成长方案汇总", "Growth plans"),
      `${words(`${plans.length}家企业。`, `${plans.length} enterprises. `)}${note[language]}`,
    ],
    columns: [
      heading("行号", "Row", 6),
      heading("企业名称", "Enterprise", 30),
      heading("统一社会信用代码", "Credit code", 21),
      heading("目标层级", "Aim", 24),
      heading("诊断方面", "Aspect", 14),
      heading("差距", "Gap", 44, true),
      heading("现状", "Today", 22, true),
      heading("要求", "Required", 18, true),
      heading("相差", "Short by", 22, true),
      heading("最小改变", "Smallest change", 44, true),
      heading("提升措施", "Measures", 60, true),
      heading("措施出处", "Sources", 50, true),
      heading("目标日期", "Date", 12),
      heading("责任部门", "Department", 14),
      heading("责任人", "Person", 10),
    ],
    rows,
    asTable: true,
    frozenColumns: 2,
  };
}
