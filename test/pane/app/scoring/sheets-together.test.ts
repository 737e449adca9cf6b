/** Lists spread over several sheets, in the pane: read together where they make one list, alone where somebody says so. */
import fc from "fast-check";
import type { SheetInfo } from "../../../../src/excel/host";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import type { Cell } from "../../../../src/words/grid";
import { choiceKey, joinedMappings, NO_SETTINGS, withMapping } from "../../../../src/pane/app/scoring/pane-settings";
import { MemoryHost } from "../../memory-host";
import { paneClient, release } from "../../pane-release";

type Rows = readonly (readonly Cell[])[];

let open: ScoringModel | null = null;
afterEach(() => {
  open?.dispose();
  open = null;
});

/** A pane over sheets by name; the one named is in view, the first where none is. */
async function paneOver(sheets: Readonly<Record<string, Rows>>, inView = Object.keys(sheets)[0]) {
  const host = new MemoryHost();
  for (const [name, rows] of Object.entries(sheets)) host.add(name, rows);
  host.active = host.sheets.find(({ name }) => name === inView)?.id ?? "";
  let clock = 0;
  const model = new ScoringModel({
    host,
    client: paneClient(),
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => (clock += 1000),
  });
  open = model;
  await model.start();
  await model.look();
  return { host, model };
}

const year = (revenues: readonly number[]): Rows => [
  ["企业名称", "营业收入（万元）", "从业人员"],
  ...revenues.map((revenue, at): Cell[] => [`示例${"甲乙丙丁"[at] ?? at}公司`, revenue, 100 + at]),
];
const YEARS = {
  "2023年": year([8_000, 5_000, 3_000]),
  "2024年": year([9_000, 5_500, 3_100]),
  "2025年": year([12_000, 5_600, 3_300]),
};

/** What the model's columns hold: field, year and unit, of those that are read. */
function readColumns({ state }: ScoringModel): string[] {
  return (state.reading?.columns ?? [])
    .filter(({ use }) => use === "read")
    .map(({ field, back, unit }) => `${field ?? ""}[${back}] ${unit}`)
    .sort();
}

test.each(Object.keys(YEARS))("three years on three sheets are one list, whichever is in view (%s)", async (inView) => {
  const { host, model } = await paneOver({ ...YEARS, 说明: [["本表由各区县填报，请勿外传。"]] }, inView);
  expect(model.state.together).toEqual(expect.arrayContaining(Object.keys(YEARS)));
  expect(model.state.reading?.sheets).toHaveLength(3);
  expect(model.state.enterprises).toEqual({ count: 3, exact: true });
  expect(readColumns(model)).toEqual(expect.arrayContaining(["revenue[0] 万元", "revenue[1] 万元", "revenue[2] 万元"]));
  await model.score("zh");
  expect(model.state.trouble).toBeNull();
  expect(model.state.results?.summary).toMatchObject({ enterprises: 3, t: 2025 });
  expect(model.state.results?.sheets).toHaveLength(3);
  const results = host.written.find(({ name }) => name === "评分_结果");
  expect(results?.rows).toHaveLength(3);
});

test("One of several sheets can be scored alone, and the others taken up again", async () => {
  const { model } = await paneOver(YEARS, "2024年");
  await model.setOnlyThisSheet(true);
  expect(model.state.reading?.sheets).toEqual(["2024年"]);
  expect(model.state.together).toHaveLength(3);
  expect(model.state.reading?.t).toBe(2024);
  expect(readColumns(model)).not.toContain("revenue[1] 万元");
  await model.score("zh");
  expect(model.state.results?.summary.sheets).toEqual(["2024年"]);
  await model.review(model.state.results?.sheet.id);
  await model.setOnlyThisSheet(false);
  expect(model.state.reading?.sheets).toHaveLength(3);
});

test("A workbook of unrelated sheets is read one sheet at a time", async () => {
  const other: Rows = [
    ["骑手编号", "平台", "本月收入"],
    ["R1", "美团", 7000],
  ];
  const { model } = await paneOver({ 名单: year([9_000]), 骑手: other }, "名单");
  expect(model.state.together).toEqual([]);
  expect(model.state.reading?.sheets).toEqual(["名单"]);
});

test("Lists longer than what is looked at first are joined all the same, in whatever order each has its enterprises", async () => {
  const names = Array.from({ length: 500 }, (_, at) => `示例第${at}号公司`);
  const list = (heading: string, order: readonly string[], value: (name: string) => number): Rows => [
    ["企业名称", heading],
    ...order.map((name): Cell[] => [name, value(name)]),
  ];
  const money = list("2025年营业收入（万元）", names, (name) => 1_000 + name.length);
  const staff = list("从业人员", [...names].reverse(), (name) => 10 + name.length);
  const { model } = await paneOver({ 财务: money, 人员: staff }, "人员");
  expect(model.state.reading?.sheets).toHaveLength(2);
  expect(model.state.enterprises).toEqual({ count: 500, exact: true });
  expect(readColumns(model)).toEqual(expect.arrayContaining(["employees[0] 人", "revenue[0] 万元"]));
});

test("Forms on many sheets are one list of so many enterprises", async () => {
  const form = (name: string, revenue: number): Rows => [
    ["企业申报表"],
    ["企业名称", name, "从业人员", 120],
    ["2025年营业收入（万元）", revenue, "2025年研发费用（万元）", 600],
  ];
  const sheets = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`表${at + 1}`, form(`烟台${at + 1}号机械有限公司`, 8_000 + at)]),
  );
  const { model, host } = await paneOver(sheets, "表7");
  expect(model.state.reading?.sheets).toHaveLength(12);
  expect(model.state.enterprises).toEqual({ count: 12, exact: true });
  await model.score("zh");
  expect(model.state.trouble).toBeNull();
  expect(host.written.find(({ name }) => name === "评分_结果")?.rows).toHaveLength(12);
});

test("What was looked at first and what stands in the rest must agree: else nothing is scored, with the reason", async () => {
  const rows = year([8_000, 5_000, 3_000]);
  const { host, model } = await paneOver({ "2024年": rows, "2025年": rows }, "2025年");
  expect(model.state.reading?.sheets).toHaveLength(2);
  // Between the look and the scoring the other sheet becomes a list of something else.
  const other = host.sheets.find(({ name }) => name === "2024年");
  if (other !== undefined)
    host.sheets.splice(host.sheets.indexOf(other), 1, { ...other, rows: [["骑手编号"], ["R1"]] });
  await model.score("zh");
  expect(model.state.phase).toBe("seen");
  expect(model.state.trouble?.text.zh).toContain("放不到一起");
  expect(host.written).toEqual([]);
});

test("How the columns of joined sheets are set is kept apart from those of one sheet, and holds whichever is in view", async () => {
  const { model, host } = await paneOver(YEARS, "2025年");
  const column = model.state.reading?.columns.find(({ field }) => field === "employees");
  if (column === undefined) throw new Error("no employees");
  const { heading, address } = column;
  const letters = /([A-Z]+)\d+$/.exec(address)?.[1] ?? "";
  await model.setMapping({ version: 1, columns: [{ column: letters, heading, field: null }] });
  expect(readColumns(model)).not.toContain("employees[0] 人");
  host.active = host.sheets.find(({ name }) => name === "2023年")?.id ?? "";
  await model.look();
  expect(readColumns(model)).not.toContain("employees[0] 人");
  await model.setOnlyThisSheet(true);
  expect(model.mapping).toBeUndefined();
});

test("Names of sheets, whatever they are, bring back the mapping that was kept for them together", () => {
  const mapping = { version: 1 as const, columns: [] };
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 6 }), (sheets) => {
      const sheet: Pick<SheetInfo, "id" | "name"> = { id: "1", name: "x" };
      const kept = withMapping(NO_SETTINGS, choiceKey(sheet, sheets), mapping);
      expect(joinedMappings(kept)).toEqual([{ sheets, mapping }]);
    }),
  );
});

test("A sheet brought into view just before the button is pressed is the one that is scored", async () => {
  const { host, model } = await paneOver({ 甲表: year([9_000]), 说明: [["本表由各区县填报。"]] }, "说明");
  host.active = host.sheets.find(({ name }) => name === "甲表")?.id ?? "";
  const pressed = model.begin("zh");
  // The host tells of the new sheet only now, and the look that follows takes the place of the button's own.
  host.tell({ kind: "sheet-activated", sheet: host.active });
  const other = model.look();
  await Promise.all([pressed, other]);
  expect(model.state).toMatchObject({ phase: "done", results: { summary: { enterprises: 1 } } });
});
