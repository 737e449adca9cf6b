import type { GrowthPlan } from "../../src/cultivation/growth-plan";
import { measuresFor, measuresIn } from "../../src/cultivation/measures-for";
import type { PlanBlock } from "../../src/cultivation/plan-document";
import { planPage, PlanPages, plansTable } from "../../src/cultivation/plan-sheets";
import type { SheetCultivation } from "../../src/cultivation/sheet-cultivation";
import { ALL_ROUND, contextOf, cultivated, gridOf, sampleGrid, theCultivation, type Row } from "./made-up-sheet";

const { measures } = theCultivation();

const FIRM: Row = {
  ...ALL_ROUND,
  name: "甲厂",
  region: "济南",
  title_innovative_until: "2028-06-30",
  title_specialized_until: "2027-06-30",
  title_little_giant_until: "否",
  main_share: 0.88,
  ip_class1_used: 1,
  development_score: null,
};

function planOf(row: Row, aim?: string): GrowthPlan {
  return cultivated(contextOf(gridOf([row]))).plan(0, "zh", aim);
}

type Table = Extract<PlanBlock, { kind: "table" }>;

function tables(plan: GrowthPlan, section: number): readonly Table[] {
  return (plan.sections[section]?.blocks ?? []).flatMap((block) => (block.kind === "table" ? [block] : []));
}

function cellsUnder(table: Table | undefined, heading: string): readonly (string | number | undefined)[] {
  const at = table?.columns.findIndex((column) => column.heading === heading) ?? -1;
  if (at < 0) throw new Error(`there is no column ${heading}`);
  return table?.rows.map((row) => row[at]) ?? [];
}

function texts(plan: GrowthPlan, section: number): string {
  return (plan.sections[section]?.blocks ?? []).map((block) => (block.kind === "text" ? block.text : "")).join("\n");
}

describe("A growth plan", () => {
  const plan = planOf(FIRM);

  test("has the five headings of an official plan", () => {
    expect(plan.title).toBe("甲厂优质企业成长方案");
    expect(plan.sections.map(({ heading }) => heading)).toEqual([
      "一、企业概况与现状",
      "二、差距分析",
      "三、提升措施",
      "四、时间安排",
      "五、责任分工",
    ]);
  });

  test("goes from each gap to its measures, a date to be set and a person to be named, under one number", () => {
    const [gaps] = tables(plan, 1);
    expect(cellsUnder(gaps, "条件")).toEqual([
      "上年度主营业务收入占营业收入90%以上",
      "与主导产品相关、实际应用并产生经济效益的Ⅰ类知识产权4项以上（属于：实际应用并产生效益的Ⅰ类知识产权4项以上，或以国家级科技奖励替代）",
      "近三年获得国家级科技奖励，在获奖单位中排名前三（属于：实际应用并产生效益的Ⅰ类知识产权4项以上，或以国家级科技奖励替代）",
    ]);
    expect(cellsUnder(gaps, "序号")).toEqual(["1", "2", "3"]);
    expect(cellsUnder(gaps, "差距")[0]).toContain("2");
    const [todo] = tables(plan, 2);
    expect(new Set(cellsUnder(todo, "序号"))).toEqual(new Set(["1", "2", "3"]));
    const [dates] = tables(plan, 3);
    expect(cellsUnder(dates, "事项")).toEqual(
      expect.arrayContaining(cellsUnder(gaps, "条件").map((text) => `补齐：${String(text)}`)),
    );
    expect(cellsUnder(tables(plan, 4)[0], "任务")).toEqual(cellsUnder(gaps, "条件"));
  });

  test("names every measure with the document it stands in, and none that the library does not hold", () => {
    const [todo] = tables(plan, 2);
    const known = measures.map(
      ({ text, place, condition }) =>
        `${text.zh}${place ? `（${place.name.zh}）` : ""}${condition ? `，${condition.zh}` : ""}`,
    );
    const written = cellsUnder(todo, "措施").filter((text) => text !== "");
    expect(written.length).toBeGreaterThan(1);
    for (const text of written) expect(known).toContain(text);
    for (const source of cellsUnder(todo, "出处")) expect(source).toMatch(/^《.+》/);
  });

  test("leaves departments, persons and dates that no rule gives to be filled in", () => {
    const [people] = tables(plan, 4);
    for (const heading of ["责任部门", "责任人", "备注"])
      expect(new Set(cellsUnder(people, heading))).toEqual(new Set([""]));
    const [dates] = tables(plan, 3);
    const when = new Map(cellsUnder(dates, "事项").map((what, at) => [what, cellsUnder(dates, "目标日期")[at]]));
    expect(when.get("补齐：上年度主营业务收入占营业收入90%以上")).toBe("");
    expect(when.get("申报专精特新“小巨人”企业")).toBe("");
  });

  test("dates what a title or a rule dates, with the rule", () => {
    const [dates] = tables(plan, 3);
    const days = cellsUnder(dates, "目标日期");
    const at = cellsUnder(dates, "事项").indexOf("专精特新中小企业复核");
    expect([days[at], cellsUnder(dates, "依据")[at]]).toEqual(["2027-06-30", "称号2027-06-30到期，到期前完成复核"]);
    const update = cellsUnder(dates, "事项").indexOf("专精特新中小企业年度信息更新");
    expect([days[update], cellsUnder(dates, "依据")[update]]).toEqual([
      "2027-05-31",
      "每年5月31日前，《优质中小企业梯度培育管理办法》（工信部企业〔2026〕2号）第十七条",
    ]);
  });

  test("says the smallest change and which figures are still wanted", () => {
    expect(texts(plan, 1)).toContain("还须补充的数据，最能定结论的在前：");
    expect(texts(plan, 1)).toContain("专精特新发展评价得分");
    expect(texts(plan, 2)).toContain("最小改变为：");
    expect(texts(plan, 2)).toContain("主营业务收入占比 88% → 90%");
  });

  test("shows an aspect that is not known as a blank, never as 0, and charts the same cells", () => {
    const bare = planOf({ name: "只有名字的企业" }, "little-giant");
    const table = tables(bare, 0)[1];
    expect(new Set(cellsUnder(table, "本企业"))).toEqual(new Set([""]));
    expect(table?.drawn?.values).toEqual([1, 2, 3]);
    const chart = planPage(bare, "zh").charts[0];
    expect(chart?.rows[1]).toBe((chart?.rows[0] ?? 0) + (table?.drawn?.rows ?? 0) - 1);
  });

  test("of a firm with nothing but a name has no figure, no title and no measure in it", () => {
    const bare = planOf({ name: "只有名字的企业" });
    const [facts] = tables(bare, 0);
    expect(facts?.rows.flatMap((row) => [row[1], row[3]]).filter((cell) => cell !== "")).toEqual(["只有名字的企业"]);
    expect(texts(bare, 0)).toContain("现有称号：＿＿＿＿＿＿");
    expect(bare.tasks).toEqual([]);
    expect(texts(bare, 2)).toBe("先补齐上面的数据，再对照差距定措施。");
    expect(texts(bare, 1)).toMatch(/另有\d+项。/);
  });

  test("says 无 of titles only where the sheet says so of all", () => {
    const none = Object.fromEntries(theCultivation().titles.map(({ field }) => [field, "否"]));
    expect(texts(planOf({ ...none, name: "乙厂" }), 0)).toContain("现有称号：无。");
  });

  test("at the top of the ladder has no gaps and no chart", () => {
    const top = planOf({ name: "丙厂", title_champion_national_until: "是" });
    expect(top.subtitle).toContain("已到阶梯顶端");
    expect(planPage(top, "zh").charts).toEqual([]);
    expect(texts(top, 2)).toBe("没有要弥补的差距。");
  });

  test("leaves out Shandong's programmes for a firm that is elsewhere, or nobody knows where", () => {
    for (const region of ["杭州", null]) {
      const away = planOf({ ...FIRM, region });
      expect(away.tasks.flatMap((task) => task.measures).filter((text) => text.includes("（山东省）"))).toEqual([]);
    }
    expect(plan.tasks.flatMap((task) => task.measures).some((text) => text.includes("（山东省）"))).toBe(true);
  });
});

test("a measure of a city goes to firms of that city, the province's to all of them", () => {
  const ids = (region: string): readonly string[] =>
    measuresIn(0, contextOf(gridOf([{ name: "戊厂", region }]))).map(({ id }) => id);
  const own = (region: string): readonly string[] => ids(region).filter((id) => id.startsWith("gd-"));
  expect(own("广州市")).toEqual(["gd-training-vouchers", "gd-compute-plan", "gd-compute-energy"]);
  expect(own("深圳市")).toEqual(["gd-training-vouchers", "gd-compute-plan"]);
  expect(own("济南市")).toEqual([]);
});

describe("A measure for holders of a title", () => {
  const ids = (row: Row): readonly string[] => measuresIn(0, contextOf(gridOf([row]))).map(({ id }) => id);
  const none = Object.fromEntries(theCultivation().titles.map(({ field }) => [field, "否"]));
  const firm: Row = { ...none, name: "丁厂", region: "济南" };

  test.each([
    ["title_specialized_until", "chairman-recommendation"],
    ["title_little_giant_until", "chairman-recommendation"],
    ["title_champion_province_until", "chairman-recommendation"],
    ["title_champion_national_until", "chairman-recommendation"],
    ["title_innovative_until", "first-loan"],
  ])("is given where %s is valid", (field, id) => {
    expect(ids({ ...firm, [field]: "是" })).toContain(id);
    expect(ids({ ...firm, [field]: "2026-11-21" })).toContain(id);
  });

  test("is not given where the sheet says that none is held, that all ran out, or another title alone is held", () => {
    for (const row of [firm, { ...firm, title_specialized_until: "2026-11-20" }, { ...firm, high_tech_until: "是" }]) {
      expect(ids(row)).not.toContain("chairman-recommendation");
      expect(ids(row)).not.toContain("first-loan");
    }
    expect(ids({ ...firm, title_innovative_until: "是" })).not.toContain("chairman-recommendation");
  });

  test("stays where the titles are not known yet, and says for whom it is", () => {
    expect(ids({ ...firm, title_specialized_until: null })).toContain("chairman-recommendation");
    const said = measures.flatMap(({ titles, condition }) => (titles === null ? [] : [condition?.zh]));
    expect(said).toEqual(["限专精特新中小企业和制造业单项冠军企业", "限先进制造业集群内的创新型中小企业"]);
  });
});

describe("Measures for a gap", () => {
  test("name a field of the gap and serve its aspect", () => {
    const chosen = measuresFor({ fields: ["rd_expense"], aspect: "innovation" }, measures);
    expect(chosen.length).toBeGreaterThan(0);
    for (const { fields, aspects } of chosen) {
      expect(fields).toContain("rd_expense");
      expect(aspects).toContain("innovation");
    }
  });

  test("are none rather than ones that don't fit", () => {
    const others = measures.filter(({ fields }) => fields.length > 0);
    expect(measuresFor({ fields: ["no_such_field"], aspect: "market" }, others)).toEqual([]);
    expect(measuresFor({ fields: ["rd_expense"], aspect: null }, measures)).toEqual([]);
  });
});

describe("Plans of the sample", () => {
  let sheet: SheetCultivation;
  let plans: readonly GrowthPlan[];
  beforeAll(async () => {
    sheet = cultivated(contextOf(await sampleGrid()));
    plans = sheet.context.reading.names.map((_, row) => sheet.plan(row, "zh"));
  });

  test.each([
    ["650 of them go on one sheet, each beginning a page, none with a chart", 650, 0],
    ["50 of them each have a chart", 50, 50],
    ["of 51 none has a chart", 51, 0],
  ])("%s", (_, count, drawn) => {
    const pages = new PlanPages("评分_成长方案", count);
    const some = Array.from({ length: count }, (__, at) => plans[at % plans.length]).flatMap((plan) => plan ?? []);
    for (const plan of some) pages.add(plan);
    const { rows, breaks, charts } = pages.sheet();
    expect([breaks.length, charts.length]).toEqual([count, drawn]);
    for (const start of breaks) expect(rows[start]?.role).toBe("title");
    for (const { rows: drawnRows, place } of charts) {
      expect(rows.slice(drawnRows[0], drawnRows[1] + 1).every(({ role }) => role === "table-row")).toBe(true);
      expect(rows.slice(place[0], place[1] + 1).every(({ cells }) => cells.length === 0)).toBe(true);
    }
    expect(plansTable(some, "zh").titleLines?.some((line) => line.includes("不画诊断雷达图"))).toBe(count > 50);
  });

  test("every row fills the twelve columns of its page, and nothing but people's fields is blank in the table of measures", () => {
    for (const plan of plans) {
      for (const { cells, spans } of planPage(plan, "zh").rows) {
        expect(spans.length).toBe(cells.length);
        expect([0, 12]).toContain(spans.reduce((sum, span) => sum + span, 0));
      }
    }
  });

  test("invent nothing: every measure is the library's, every date stands in the sheet, a rule or a published call", () => {
    const known = new Set(
      measures.map(
        ({ text, place, condition }) =>
          `${text.zh}${place ? `（${place.name.zh}）` : ""}${condition ? `，${condition.zh}` : ""}`,
      ),
    );
    for (const plan of plans) {
      for (const task of plan.tasks) for (const measure of task.measures) expect(known.has(measure)).toBe(true);
      const { titles } = sheet.diagnose(plan.row);
      const [dates] = tables(plan, 3);
      for (const day of cellsUnder(dates, "目标日期")) {
        const given = titles.some(({ until }) => until === day) || /^20\d\d-05-31$/.test(String(day));
        expect([plan.name, day === "" || given]).toEqual([plan.name, true]);
      }
    }
  });

  test("stand in one table too, a line a gap, with date, department and person left blank", () => {
    const { rows, columns } = plansTable(plans, "zh");
    const people = columns.flatMap(({ heading }, at) =>
      ["目标日期", "责任部门", "责任人"].includes(heading) ? [at] : [],
    );
    expect(people).toHaveLength(3);
    for (const row of rows) for (const at of people) expect(row[at]).toBe("");
    const lines = plans.reduce((sum, { tasks }) => sum + Math.max(1, tasks.length), 0);
    expect(rows).toHaveLength(lines);
  });
});
