/** The view 集群 on Microsoft's Excel client and a real workbook: what it shows, says and writes. */
import { readFileSync } from "node:fs";
import type { ExcelHost } from "../../../../src/excel/host";
import type { Cell } from "../../../../src/words/grid";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { ClusterModel } from "../../../../src/pane/views/clusters/cluster-model";
import type { BoardEntry } from "../../../../src/pane/worker/tasks/cluster-picture";
import { clusterSample } from "../../../../src/pane/views/clusters/cluster-sample";
import { indicatorRows } from "../../../../src/pane/packed/pane-data";
import type { BookFile } from "../../../../src/xlsx/book-file";
import { openFile } from "../../../../src/workbench/xlsx/open-file";
import { connected, saved, type Connected } from "../../../excel/connected";
import { book, sheet } from "../../../excel/made-up-book";
import { twoPeople } from "../../../excel/two-people";
import { eventually } from "../../../eventually";
import { paneClient, reported } from "../../pane-release";

const TODAY = "2026-11-21";
const SAMPLE = "seeds/samples/山东集群示例.xlsx";
let now: Connected | null = null;
let model: ClusterModel | null = null;
let scoring: ScoringModel | null = null;
afterEach(() => {
  model?.dispose();
  scoring?.dispose();
  now?.close();
  now = null;
  expect(reported).toEqual([]);
});

/** With the scoring beside it, which keeps what is set. */
function modelOn(host: ExcelHost): ClusterModel {
  const client = paneClient();
  scoring = new ScoringModel({ host, client, checked: TODAY, sample: sampleSheet, now: () => 0 });
  return new ClusterModel(host, client, scoring);
}

async function pane(
  file: BookFile,
  wrap = (host: ExcelHost): ExcelHost => host,
): Promise<{ connection: Connected; model: ClusterModel }> {
  const connection = await connected(file);
  now = connection;
  model = modelOn(wrap(connection.host));
  return { connection, model };
}

async function sample(): Promise<BookFile> {
  return (await openFile("山东集群示例.xlsx", new Uint8Array(readFileSync(SAMPLE)))).book;
}

function cellsOf(connection: Connected): BookFile["sheets"] {
  return saved(connection).sheets;
}

function entry(model: ClusterModel, name: string): BoardEntry {
  const found = model.state.picture?.board?.entries.find((one) => one.name.zh.includes(name));
  if (!found) throw new Error(`no line ${name}`);
  return found;
}

test("opened on the sample, the board holds 6 of 8 and 20 of 30, and refuses 18,071 of 2,500 with the reason", async () => {
  const { connection, model } = await pane(await sample());
  const before = cellsOf(connection);
  await model.open(TODAY);
  expect(model.state.trouble).toBeNull();
  expect(entry(model, "国家级先进制造业集群")).toMatchObject({
    actual: { zh: "6个", en: "6" },
    completion: 0.75,
    by: 2025,
  });
  expect(entry(model, "省级先进制造业集群")).toMatchObject({ actual: { zh: "20个", en: "20" }, standing: "due" });
  expect(entry(model, "省级先进制造业集群").completion).toBeCloseTo(2 / 3, 12);
  const refused = entry(model, "专精特新");
  expect(refused).toMatchObject({
    actual: { zh: "18,071家", en: "18,071" },
    standing: "refused",
    completion: null,
  });
  expect(refused.remark.zh).toContain("范围不同");
  expect(entry(model, "独角兽")).toMatchObject({ actual: null, standing: "open", completion: null });
  expect(cellsOf(connection)).toEqual(before);
});

test("the other parts of the sample are there: ranking, roll-ups, chains and districts above a limit", async () => {
  const { model } = await pane(await sample());
  await model.open(TODAY);
  const { picture } = model.state;
  expect(picture?.ranking?.entries).toHaveLength(18);
  expect(picture?.ranking?.entries[0]).toMatchObject({ place: 1, part: 1, behind: null });
  expect(picture?.rollUps.map(({ by, groups, unassigned }) => [by, groups.length, unassigned])).toEqual([
    ["cluster", 6, 5],
    ["chain", 5, 0],
  ]);
  expect(picture?.rollUps[0]?.notes[0]?.zh).toContain("像是同一个集群");
  expect(picture?.chains?.chains.flatMap(({ links }) => links)).toHaveLength(22);
  expect(picture?.districts?.districts.filter(({ verdict }) => verdict === "unmet")).toHaveLength(2);
});

test("the board's own day moves the board alone: before the horizon a lagging line says what it needs a year", async () => {
  const { model } = await pane(await sample());
  await model.open(TODAY);
  expect(entry(model, "国家级先进制造业集群").remark.zh).toContain("目标年2025已过");
  await model.choose({ asOf: "2025-06-30" }, TODAY);
  expect(model.state.asOf).toBe("2025-06-30");
  const provincial = entry(model, "省级先进制造业集群");
  expect(provincial.standing).toBe("behind");
  expect(provincial.pace?.zh).toMatch(/^每年要增[\d.]+个，年均增速/);
  await model.open("2026-12-01");
  expect(model.state.asOf).toBe("2025-06-30");
  await model.choose({ asOf: null }, "2026-12-01");
  expect(model.state.picture?.asOf).toBe("2026-12-01");
});

test("another target set, another measure and a sheet left out are worked out without reading the workbook again", async () => {
  let reads = 0;
  const { model } = await pane(await sample(), (host) => ({
    ...host,
    async *readBlocks(...args) {
      reads += 1;
      yield* host.readBlocks(...args);
    },
  }));
  await model.open(TODAY);
  const first = reads;
  await model.choose({ set: "cq-2023", ranking: "margin" }, TODAY);
  expect(model.state.picture?.ranking?.by).toBe("margin");
  expect(entry(model, "国家级先进制造业集群").completion).toBeNull();
  expect(entry(model, "国家级先进制造业集群").remark.zh).toContain("没有这个指标的目标");
  await model.choose({ sheets: { ...model.state.choices.sheets, indicator: [] } }, TODAY);
  expect([model.state.picture?.board, model.state.trouble]).toEqual([null, null]);
  expect(reads).toBe(first);
});

test("one button writes the result sheets with native charts, and no input cell changes", async () => {
  const { connection, model } = await pane(await sample());
  await model.open(TODAY);
  const before = cellsOf(connection);
  await model.write("zh");
  expect(model.state.trouble).toBeNull();
  expect(model.state.written.map(({ name }) => name)).toEqual([
    "评分_目标看板",
    "评分_落后指标",
    "评分_目标来源",
    "评分_集群",
    "评分_集群排名",
    "评分_按产业集群汇总",
    "评分_按产业链汇总",
    "评分_链主",
    "评分_产业地图",
  ]);
  const after = cellsOf(connection);
  expect(after.slice(0, before.length).map(({ cells }) => cells)).toEqual(before.map(({ cells }) => cells));
  expect(after.find(({ name }) => name === "评分_目标看板")?.charts).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(model.state.stale).toBe(false);
});

test("results that somebody else writes leave the board as it is", async () => {
  const people = await twoPeople(await sample());
  model = modelOn(people.hosts.first);
  await model.open(TODAY);
  const columns = [{ heading: "企业名称", width: 20 }];
  await people.hosts.second.writeResults([{ name: "评分_结果", columns, rows: [["甲"]], asTable: true }]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(model.state.stale).toBe(false);
  people.close();
});

test("an edit by somebody marks the board as out of date, and looking again takes it in", async () => {
  const { connection, model } = await pane(await sample());
  await model.open(TODAY);
  connection.book.link.facade.getSheetByName("目标与实际")?.getRange("D3").setValue(7);
  await eventually(() => expect(model.state.stale).toBe(true));
  await model.refresh();
  expect(model.state.stale).toBe(false);
  expect(entry(model, "国家级先进制造业集群").completion).toBe(0.875);
});

test("a workbook without a fitting sheet says what is needed, and one button adds the sample and shows its board", async () => {
  const { model } = await pane(book([sheet("随笔", [["今天"], ["天气不错"]])]));
  await model.open(TODAY);
  expect(model.state.trouble).toMatchObject({ remedy: "sample" });
  expect(model.state.trouble?.text.zh).toContain("没有能看的表");
  expect(model.state.picture).toBeNull();
  await model.addSample("zh");
  expect(model.state.trouble).toBeNull();
  expect(entry(model, "国家级先进制造业集群").completion).toBe(0.75);
  expect(entry(model, "专精特新").standing).toBe("refused");
});

test("enterprises that name neither a cluster nor a chain are told apart from a sheet nobody can read", async () => {
  const rows: Cell[][] = [
    ["企业名称", "2025年营业收入（万元）", "2025年研发费用（万元）"],
    ["甲（虚构）", 100, 5],
  ];
  const { model } = await pane(book([sheet("名单", rows)]));
  await model.open(TODAY);
  expect(model.state.trouble?.text.zh).toContain("“名单”里没有写“所属产业集群”");
  expect(model.state.trouble?.remedy).toBe("sample");
});

test("a very long sheet waits for a person's word before it is read", async () => {
  const rows: Cell[][] = [
    ["企业名称", "所属产业集群", "2025年营业收入（万元）"],
    ...Array.from({ length: 5_200 }, (_, at): Cell[] => [`企业${at}`, "甲集群", 100]),
  ];
  const { model } = await pane(book([sheet("名单", rows)]));
  await model.open(TODAY);
  expect([model.state.toRead, model.state.picture]).toEqual([5_201, null]);
  await model.again();
  expect(model.state.picture?.rollUps[0]?.groups[0]?.firms).toBe(5_200);
});

test("cancelled while writing, the workbook is as it was", async () => {
  const { connection, model } = await pane(await sample(), (host) => ({
    ...host,
    writeResults: (sheets, control) => {
      model.cancel();
      return host.writeResults(sheets, control);
    },
  }));
  await model.open(TODAY);
  const before = cellsOf(connection);
  await model.write("zh");
  expect(model.state.trouble?.text.zh).toBe("已取消，工作簿和原来一样。");
  expect(cellsOf(connection)).toEqual(before);
  await model.refresh();
  expect(entry(model, "国家级先进制造业集群").completion).toBe(0.75);
});

test("the pane's sample is the one that the samples are made from", () => {
  expect(clusterSample("zh").rows).toEqual(indicatorRows());
});
