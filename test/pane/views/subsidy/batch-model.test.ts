import type { Cell } from "../../../../src/words/grid";
import { NO_SUBSIDY_SETTINGS } from "../../../../src/riders/subsidy-settings";
import { readOwnFigures } from "../../../../src/riders/own-figures";
import { BatchModel } from "../../../../src/pane/views/subsidy/batch-model";
import { paneClient, reported } from "../../pane-release";
import { MemoryHost } from "../../memory-host";

const HEADINGS = [
  "骑手编号",
  "平台",
  "就业地",
  "参保地",
  "缴费月份",
  "本月收入",
  "前1月收入",
  "前2月收入",
  "前3月收入",
];
const rider = (id: string, income = 5000): readonly Cell[] => [
  id,
  "美团",
  "泉州",
  "泉州",
  "2025-12",
  income,
  5000,
  5000,
  5000,
];
const RIDER = rider("R1");

function modelOf(name: string, rows: readonly (readonly Cell[])[]): { host: MemoryHost; model: BatchModel } {
  const host = new MemoryHost();
  host.add(name, rows);
  return { host, model: new BatchModel(host, paneClient()) };
}

test("The sheet in view is judged and five result sheets are written", async () => {
  const { host, model } = modelOf("骑手", [HEADINGS, RIDER, rider("R2"), rider("R3", 0)]);
  const stages = new Set<string>();
  model.subscribe(() => {
    if (model.state.work !== null) stages.add(model.state.work.stage);
  });
  await model.run(NO_SUBSIDY_SETTINGS, "zh");
  expect(model.state).toMatchObject({
    running: false,
    trouble: null,
    sheets: ["骑手"],
    summary: { riders: 3, due: 2, notDue: 1, amount: 886.6 },
  });
  expect(host.written.map(({ name }) => name)).toEqual([
    "评分_骑手补贴",
    "评分_补贴汇总",
    "评分_补发",
    "评分_补贴测算",
    "评分_补贴来源",
  ]);
  expect(stages.has("scoring")).toBe(true);
  expect(reported).toEqual([]);
});

test("Own figures of the settings reach the worker", async () => {
  const { model } = modelOf("骑手", [HEADINGS, RIDER.map((cell, at) => (at === 4 ? "2026-06" : cell))]);
  const { own } = readOwnFigures([{ place: "福建", from: "2026-01", until: "2026-12", floor: 4600 }]);
  await model.run({ ...NO_SUBSIDY_SETTINGS, own }, "zh");
  expect(model.state.summary).toMatchObject({ riders: 1, due: 1, amount: 460 });
});

test("Cancelled, nothing is written and the pane says so", async () => {
  const { host, model } = modelOf("骑手", [HEADINGS, ...Array.from({ length: 50 }, () => RIDER)]);
  model.subscribe(() => {
    if (model.state.work?.stage === "scoring") model.cancel();
  });
  await model.run(NO_SUBSIDY_SETTINGS, "zh");
  expect(model.state).toMatchObject({ running: false, summary: null, trouble: { zh: "已取消，工作簿和原来一样。" } });
  expect(host.written).toEqual([]);
});

test.each([
  [
    "a sheet without riders",
    "其他",
    [
      ["颜色", "形状"],
      ["红", "圆"],
    ],
    "没找到认识的表头",
  ],
  ["an empty sheet", "空表", [], "空"],
  ["a result sheet of ours", "评分_骑手补贴", [HEADINGS, RIDER], "结果表"],
])("%s is told in words and nothing is written", async (_name, name, rows, says) => {
  const { host, model } = modelOf(name, rows);
  await model.run(NO_SUBSIDY_SETTINGS, "zh");
  expect(model.state.trouble?.zh).toContain(says);
  expect(host.written).toEqual([]);
});

test("A long list crosses the messages whole, its rows in order", async () => {
  const riders = Array.from({ length: 1_200 }, (_, at) =>
    RIDER.map((cell, column) => (column === 0 ? `R${at}` : cell)),
  );
  const { host, model } = modelOf("骑手", [HEADINGS, ...riders]);
  await model.run(NO_SUBSIDY_SETTINGS, "zh");
  const [first] = host.written;
  const ids = first !== undefined && "rows" in first ? first.rows.map((row) => ("role" in row ? "" : row[1])) : [];
  expect(ids).toEqual(riders.map((row) => row[0]));
});

describe("Lists on several sheets", () => {
  async function pane(): Promise<{ host: MemoryHost; model: BatchModel }> {
    const host = new MemoryHost();
    host.add("美团", [HEADINGS, rider("R1"), rider("R2", 0)]);
    host.add("饿了么", [HEADINGS, rider("R3")]);
    host.add("说明", [["本表由各平台填报。"]]);
    host.active = "2";
    const model = new BatchModel(host, paneClient());
    await model.follow();
    return { host, model };
  }

  test("they are judged as one, and each rider is named with its sheet", async () => {
    const { host, model } = await pane();
    expect(model.state.together).toEqual(["美团", "饿了么"]);
    await model.run(NO_SUBSIDY_SETTINGS, "zh");
    expect(model.state).toMatchObject({ trouble: null, sheets: ["美团", "饿了么"], summary: { riders: 3, due: 2 } });
    const [first] = host.written;
    const rows = first !== undefined && "rows" in first ? first.rows.map((row) => ("role" in row ? "" : row[0])) : [];
    expect(rows).toEqual([2, 3, "'饿了么'!2"]);
  });

  test("or the one in view alone, until another is brought into view that does not belong to them", async () => {
    const { host, model } = await pane();
    model.setOnlyThisSheet(true);
    await model.run(NO_SUBSIDY_SETTINGS, "zh");
    expect(model.state).toMatchObject({ trouble: null, sheets: ["饿了么"], summary: { riders: 1, due: 1 } });
    host.active = "3";
    await model.follow();
    expect(model.state).toMatchObject({ together: [], onlyThisSheet: false });
  });

  test("the same rider in the same month on another sheet is asked about with its place", async () => {
    const host = new MemoryHost();
    host.add("五月", [HEADINGS, rider("R1"), rider("R2"), rider("R3")]);
    host.add("补报", [HEADINGS, rider("R1"), rider("R4"), rider("R5")]);
    const model = new BatchModel(host, paneClient());
    await model.run(NO_SUBSIDY_SETTINGS, "zh");
    expect(model.state).toMatchObject({ trouble: null, summary: { riders: 6, due: 5, open: 1, repeated: 1 } });
    const [first] = host.written;
    expect(JSON.stringify(first)).toContain("这个月在第2行已经有了");
  });

  test("a sheet of the same riders and months is another version, which is not added", async () => {
    const host = new MemoryHost();
    host.add("五月", [HEADINGS, rider("R1"), rider("R2")]);
    host.add("核对", [HEADINGS, rider("R1", 0), rider("R2")]);
    const model = new BatchModel(host, paneClient());
    await model.follow();
    expect(model.state.together).toEqual([]);
    await model.run(NO_SUBSIDY_SETTINGS, "zh");
    expect(model.state).toMatchObject({ trouble: null, sheets: ["核对"], summary: { riders: 2, due: 1 } });
  });
});
