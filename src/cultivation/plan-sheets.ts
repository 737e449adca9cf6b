/** Growth plans as sheets: pages to be printed on A4, of one enterprise or of many below one another, and one table of the plans of many. */
import type { Text, Language } from "../words/text";
import type { Cell } from "../words/grid";
import type { PageChart, PageRole, PageRow, PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { GrowthPlan } from "./growth-plan";
import type { PlanBlock } from "./plan-document";

const PAGE_WIDTH = 12;
/** Rows kept free for a chart below the table it draws. */
const CHART_ROWS = 10;

/** The plan of one enterprise on a sheet of its own, with its chart. */
export function planPage(plan: GrowthPlan, language: Language): PageSheet {
  const name = plan.name === "" ? String(plan.sheetRow) : plan.name;
  const pages = new PlanPages({ zh: `评分_成长方案_${name}`, en: `评分_Plan_${name}` }[language], 1);
  pages.add(plan);
  return pages.sheet();
}

/** More charts than that on a sheet make it slow to open and to scroll; the numbers stand in the table of aspects all the same. */
const MOST_CHARTS = 50;

/** Plans below one another on one sheet, each beginning a page, with their charts unless there are too many. */
export class PlanPages {
  private readonly rows: PageRow[] = [];
  private readonly breaks: number[] = [];
  private readonly charts: PageChart[] = [];

  private readonly withCharts: boolean;

  /** @param plans how many are to be added */
  constructor(
    private readonly name: string,
    plans: number,
  ) {
    this.withCharts = plans <= MOST_CHARTS;
  }

  /** How many plans were added. */
  get count(): number {
    return this.breaks.length;
  }

  add(plan: GrowthPlan): void {
    this.breaks.push(this.rows.length);
    this.line("title", plan.title);
    this.line("subtitle", plan.subtitle);
    for (const { heading, blocks } of plan.sections) {
      this.line("heading", heading);
      for (const block of blocks) {
        if (block.kind === "text") this.line("text", block.text);
        else this.table(block);
      }
    }
    for (const note of plan.notes) this.line("note", note);
  }

  sheet(): PageSheet {
    return { name: this.name, columns: PAGE_WIDTH, rows: this.rows, breaks: this.breaks, charts: this.charts };
  }

  private line(role: PageRole, text: string): void {
    this.rows.push({ role, cells: [text], spans: [PAGE_WIDTH] });
  }

  private table({ columns, rows, drawn }: Extract<PlanBlock, { kind: "table" }>): void {
    const spans = columns.map(({ width }) => width);
    this.rows.push({ role: "table-head", cells: columns.map(({ heading }) => heading), spans });
    const first = this.rows.length;
    for (const cells of rows) this.rows.push({ role: "table-row", cells, spans });
    if (!drawn || !this.withCharts) return;
    const columnOf = (cell: number): number => spans.slice(0, cell).reduce((sum, span) => sum + span, 0);
    const below = this.rows.length;
    for (let row = 0; row < CHART_ROWS; row += 1) this.rows.push({ role: "text", cells: [], spans: [] });
    this.charts.push({
      // A radar of two is a line.
      kind: drawn.rows > 2 ? "radar" : "column",
      title: drawn.title,
      rows: [first, first + drawn.rows - 1],
      categories: columnOf(drawn.categories),
      series: drawn.values.map((cell) => ({ name: columns[cell]?.heading ?? "", column: columnOf(cell) })),
      place: [below, below + CHART_ROWS - 1],
    });
  }
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
      task.text,
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
  const noCharts: Text = {
    zh: `超过${MOST_CHARTS}份时，方案里不画诊断雷达图，数字见各方案的诊断表；要图，请选中不超过${MOST_CHARTS}行再写。`,
    en: `Of more than ${MOST_CHARTS} plans none has its chart; the numbers stand in each plan's table of aspects. For charts, select at most ${MOST_CHARTS} rows and write again.`,
  };
  return {
    role: "enterprises",
    name: words("评分_成长方案汇总", "评分_Plans in one table"),
    titleLines: [
      words("优质企业成长方案汇总", "Growth plans"),
      `${words(`${plans.length}家企业。`, `${plans.length} enterprises. `)}${note[language]}`,
      ...(plans.length > MOST_CHARTS ? [noCharts[language]] : []),
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
