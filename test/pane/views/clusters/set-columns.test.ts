/** The view 集群 on Microsoft's Excel client and a real workbook: columns that a person sets otherwise, and what is kept of it. */
import type { SheetKind } from "../../../../src/clusters/cluster-book";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { withColumn, withoutColumn, type ColumnChange } from "../../../../src/pane/app/scoring/mapping-editor";
import { ClusterModel } from "../../../../src/pane/views/clusters/cluster-model";
import type { ReadList } from "../../../../src/pane/views/clusters/cluster-state";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import type { Cell } from "../../../../src/words/grid";
import type { BookFile } from "../../../../src/xlsx/book-file";
import type { ExcelHost } from "../../../../src/excel/host";
import { eventually } from "../../../eventually";
import { connected, saved } from "../../../excel/connected";
import { book, sheet } from "../../../excel/made-up-book";
import { twoPeople } from "../../../excel/two-people";
import { paneClient, reported } from "../../pane-release";

const TODAY = "2026-11-21";
const open: { close: () => void }[] = [];
afterEach(() => {
  for (const one of open.splice(0).reverse()) one.close();
  expect(reported).toEqual([]);
});

function modelOn(host: ExcelHost): ClusterModel {
  const client = paneClient();
  const scoring = new ScoringModel({ host, client, checked: TODAY, sample: sampleSheet, now: () => 0 });
  const model = new ClusterModel(host, client, scoring);
  open.push({ close: () => scoring.dispose() }, { close: () => model.dispose() });
  return model;
}

/** The view opened on a workbook, and the workbook as it would be saved. */
async function opened(file: BookFile): Promise<{ readonly model: ClusterModel; readonly save: () => BookFile }> {
  const connection = await connected(file);
  open.push(connection);
  const model = modelOn(connection.host);
  await model.open(TODAY);
  return { model, save: () => saved(connection) };
}

function listOf({ state }: ClusterModel, kind: SheetKind): ReadList {
  const found = state.lists.find((list) => list.kind === kind);
  if (found === undefined) throw new Error(`no list of ${kind}`);
  return found;
}

async function set(model: ClusterModel, kind: SheetKind, heading: string, change: ColumnChange | null): Promise<void> {
  const list = listOf(model, kind);
  const column = list.columns.find((one) => one.heading === heading);
  if (column === undefined) throw new Error(`no column ${heading}`);
  await model.setMapping(list, (before) =>
    change === null ? withoutColumn(before, column) : withColumn(before, column, change),
  );
}

const FIRMS: Cell[][] = [
  ["企业名称", "所属产业集群", "2025年营业收入（万元）", "2025年开票数"],
  ["甲（虚构）", "动力集群", 10_000, 13_000],
  ["乙（虚构）", "动力集群", 20_000, 25_000],
];
const CLUSTERS: Cell[][] = [
  ["集群名称", "2025年集群营业收入（亿元）"],
  ["动力集群", 5100],
  ["铝业集群", 4800],
];

const revenue = ({ state }: ClusterModel): string | undefined => state.picture?.rollUps[0]?.groups[0]?.revenue.zh;
const ranked = ({ state }: ClusterModel): readonly (string | undefined)[] =>
  state.picture?.ranking?.entries.map(({ value }) => value.zh) ?? [];

test("a column given to another field is read so at once, is still so when the workbook is opened again, and can be taken back", async () => {
  const { model, save } = await opened(book([sheet("名单", FIRMS)]));
  expect(revenue(model)).toBe("3亿元");
  await set(model, "enterprise", "2025年开票数", { field: "revenue", back: 0, unit: "万元" });
  expect(model.state.trouble).toBeNull();
  expect(revenue(model)).toBe("3.8亿元");
  expect(listOf(model, "enterprise").columns.find(({ heading }) => heading === "2025年开票数")?.use).toBe("read");

  const { model: again } = await opened(save());
  expect(revenue(again)).toBe("3.8亿元");
  expect(listOf(again, "enterprise").saved?.columns).toHaveLength(1);

  await set(again, "enterprise", "2025年开票数", null);
  expect(revenue(again)).toBe("3亿元");
  expect(listOf(again, "enterprise").saved).toBeUndefined();
});

test("two columns set one right after the other both hold", async () => {
  const { model } = await opened(book([sheet("名单", FIRMS)]));
  const first = set(model, "enterprise", "2025年营业收入（万元）", { field: null });
  const second = set(model, "enterprise", "2025年开票数", { field: "revenue", back: 0, unit: "亿元" });
  await Promise.all([first, second]);
  expect(listOf(model, "enterprise").saved?.columns).toHaveLength(2);
  expect(revenue(model)).toBe("38,000亿元");
});

test("a column of clusters that is left out is not ranked by, and the result sheets do without it too", async () => {
  const { model, save } = await opened(book([sheet("集群", CLUSTERS)]));
  expect(ranked(model)).toEqual(["5,100亿元", "4,800亿元"]);
  await set(model, "cluster", "2025年集群营业收入（亿元）", { field: null });
  expect(ranked(model)).not.toContain("5,100亿元");
  await model.write("zh");
  const written = save().sheets.find(({ name }) => name === "评分_集群排名");
  expect(JSON.stringify(written?.cells ?? [])).not.toContain("5100");
});

test("without the column that makes it a list of clusters nothing is changed, which is said", async () => {
  const { model, save } = await opened(book([sheet("集群", CLUSTERS)]));
  await set(model, "cluster", "集群名称", { field: null });
  expect(model.state.trouble?.text.zh).toContain("所以没有改");
  expect(ranked(model)).toEqual(["5,100亿元", "4,800亿元"]);
  const { model: again } = await opened(save());
  expect(ranked(again)).toEqual(["5,100亿元", "4,800亿元"]);
});

test("enterprises left without their cluster still show their columns, so that it can be taken back", async () => {
  const { model } = await opened(book([sheet("名单", FIRMS)]));
  await set(model, "enterprise", "所属产业集群", { field: null });
  expect([model.state.picture, model.state.trouble?.remedy]).toEqual([null, "sample"]);
  await set(model, "enterprise", "所属产业集群", null);
  expect([revenue(model), model.state.trouble]).toEqual(["3亿元", null]);
});

test("sheets read as one list have their columns set as one, and kept as one", async () => {
  const others: Cell[][] = [CLUSTERS[0] ?? [], ["电池集群", 3900]];
  const { model, save } = await opened(book([sheet("甲市", CLUSTERS), sheet("乙市", others)]));
  expect(listOf(model, "cluster").sheets).toHaveLength(2);
  expect(ranked(model)).toEqual(["5,100亿元", "4,800亿元", "3,900亿元"]);
  await set(model, "cluster", "2025年集群营业收入（亿元）", { unit: "万元" });
  expect(ranked(model)).toEqual(["0.51亿元", "0.48亿元", "0.39亿元"]);
  const { model: again } = await opened(save());
  expect(listOf(again, "cluster").sheets).toHaveLength(2);
  expect(ranked(again)).toEqual(["0.51亿元", "0.48亿元", "0.39亿元"]);
});

test("what somebody else sets of a column puts the view out of date, and looking again takes it in", async () => {
  const people = await twoPeople(book([sheet("名单", FIRMS)]));
  open.push(people);
  const [first, second] = [modelOn(people.hosts.first), modelOn(people.hosts.second)];
  await first.open(TODAY);
  await second.open(TODAY);
  await set(second, "enterprise", "2025年开票数", { field: "revenue", back: 0, unit: "万元" });
  expect([second.state.stale, revenue(second)]).toEqual([false, "3.8亿元"]);
  await eventually(() => expect(first.state.stale).toBe(true));
  await first.refresh();
  expect(revenue(first)).toBe("3.8亿元");
});
