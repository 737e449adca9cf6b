/** A workbook remembers how its lists were scored: opened again, scored again, undone, with several lists and with spoilt results. */
import { KEPT_RUN_KEY, LibraryModel } from "../../../../src/pane/views/library/library-model";
import { DiagnosisModel } from "../../../../src/pane/views/diagnosis/diagnosis-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { RUNS_KEY } from "../../../../src/pane/app/scoring/run-records";
import type { ScoreSummary } from "../../../../src/pane/worker/tasks/score-answer";
import { otherListInView } from "../../../../src/pane/app/scoring/scored-sheets";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import { WorkerClient } from "../../../../src/pane/worker/client";
import type { SameThreadWorker } from "../../../../src/pane/worker/same-thread";
import { keptCells } from "../../../../src/pane/worker/tasks/kept-cells";
import type { Cell, Grid } from "../../../../src/words/grid";
import { eventually } from "../../../eventually";
import { MemoryHost } from "../../memory-host";
import { paneWorker, release, reported } from "../../pane-release";

const ROWS = sampleSheet("zh").rows;
const REVENUE = ROWS[0]?.indexOf("2025年研发费用（万元）") ?? -1;

interface Pane {
  readonly host: MemoryHost;
  readonly model: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly library: LibraryModel;
}

const open: ScoringModel[] = [];
afterEach(() => {
  for (const model of open.splice(0)) model.dispose();
  expect(reported.splice(0)).toEqual([]);
});

/** Waits until something holds. */
async function until(holds: () => boolean): Promise<void> {
  await eventually(() => {
    if (!holds()) throw new Error("not yet");
  });
}

let clock = 1_000_000;

/** Of all panes, the last one's last. */
const workers: SameThreadWorker[] = [];

async function pane(host: MemoryHost): Promise<Pane> {
  const client = new WorkerClient(() => {
    const worker = paneWorker();
    workers.push(worker);
    return worker;
  });
  const now = (): number => (clock += 1000);
  const model = new ScoringModel({ host, client, checked: release.policy.checked, sample: sampleSheet, now });
  open.push(model);
  await model.start();
  const diagnosis = new DiagnosisModel({ host, client, scoring: model, now });
  const library = new LibraryModel({ host, client, scoring: model, now });
  return { host, model, diagnosis, library };
}

function workbook(rows: readonly (readonly Cell[])[] = ROWS, name = "名单"): MemoryHost {
  const host = new MemoryHost();
  host.add(name, rows);
  return host;
}

async function scored(host = workbook()): Promise<Pane> {
  const one = await pane(host);
  await one.model.score("zh");
  if (one.model.state.results === null) throw new Error(one.model.state.trouble?.text.zh ?? "not scored");
  return one;
}

/** The workbook opened again, once its lists have been held against what is kept. */
async function reopened(host: MemoryHost): Promise<Pane> {
  const one = await pane(host);
  await until(() => one.model.state.results?.run !== null);
  return one;
}

const spoilt = ROWS.map((row, at) => (at === 4 ? row.map((cell, column) => (column === REVENUE ? 1 : cell)) : row));

function write(host: MemoryHost, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = host.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  sheet.rows = rows;
}

describe("opened again", () => {
  test("the pane says when and how the list was scored, at once and with the same summary", async () => {
    const { host, model } = await scored();
    const { summary, at } = model.state.results ?? {};
    const again = await pane(host);
    expect(again.model.state.phase).toBe("done");
    expect(again.model.state.results).toMatchObject({ summary, at, reopened: true, missing: [], stale: false });
  });

  test("diagnosis and library answer, and nothing is written", async () => {
    const { host } = await scored();
    const before = structuredClone(host.sheets);
    const again = await reopened(host);
    expect(again.model.state.results?.stale).toBe(false);
    await again.diagnosis.goTo(5);
    expect(again.diagnosis.state.firm?.diagnosis?.sheetRow).toBe(5);
    again.library.open();
    await until(() => again.library.state.library !== null);
    expect(again.library.state.trouble).toBeNull();
    expect(host.sheets).toEqual(before);
  });

  test("a list that was changed meanwhile is marked, and still answers", async () => {
    const { host } = await scored();
    write(host, "名单", spoilt);
    const again = await reopened(host);
    expect(again.model.state.results).toMatchObject({ stale: true });
    await again.diagnosis.goTo(5);
    expect(again.diagnosis.state.trouble).toBeNull();
  });

  test("a remark beside the list changes nothing", async () => {
    const { host } = await scored();
    write(
      host,
      "名单",
      ROWS.map((row, at) => [...row, null, at === 3 ? "电话联系过" : null]),
    );
    expect((await reopened(host)).model.state.results?.stale).toBe(false);
  });

  test("a result sheet that was deleted is told of, and the others open", async () => {
    const { host } = await scored();
    host.sheets.splice(
      host.sheets.findIndex(({ name }) => name === "评分_差距与方案"),
      1,
    );
    const { model } = await reopened(host);
    expect(model.state.results?.missing).toEqual(["评分_差距与方案"]);
    await model.openResults();
    expect(model.state.trouble).toBeNull();
    expect(host.shown.at(-1)?.sheet).toBe(host.sheets.find(({ name }) => name === "评分_结果")?.id);
  });

  test("a result sheet that was renamed is found, and all of them gone is no error", async () => {
    const { host } = await scored();
    for (const sheet of host.sheets) if (sheet.name === "评分_结果") sheet.name = "给领导看的";
    const { model } = await reopened(host);
    expect(model.state.results?.missing).toEqual([]);
    await model.openResults();
    expect(model.state.trouble).toBeNull();
    host.sheets.splice(1);
    const bare = await reopened(host);
    expect(bare.model.state.results?.missing).toHaveLength(5);
    await bare.model.openResults();
    await bare.model.filter("specialized");
    expect(bare.model.state.trouble).toBeNull();
  });

  test("a list that was renamed is followed, one that is gone is forgotten", async () => {
    const { host } = await scored();
    for (const sheet of host.sheets) if (sheet.name === "名单") sheet.name = "名单（终）";
    expect((await reopened(host)).model.state.results?.sheet.name).toBe("名单（终）");
    host.sheets.splice(0, 1);
    expect((await pane(host)).model.state.results).toBeNull();
  });

  test.each([
    ["another form", { version: 9, lists: [] }],
    ["no record at all", "kept by somebody else"],
    ["a record with a part missing", { version: 1, lists: [{ sheet: { id: "1", name: "名单" } }] }],
  ])("%s in the workbook is nothing to take up, and never an error", async (_name, kept) => {
    const { host } = await scored();
    host.settings.set(RUNS_KEY, kept);
    const { model } = await pane(host);
    expect([model.state.results, model.state.trouble?.remedy?.kind]).toEqual([null, undefined]);
  });

  test("results of an earlier version, without a record, can be gone back to and asked", async () => {
    const { host, model: first } = await scored();
    host.settings.delete(RUNS_KEY);
    const { model, diagnosis } = await pane(host);
    await until(() => model.state.results !== null);
    expect(model.state.phase).toBe("seen");
    expect(model.state.results).toMatchObject({ summary: first.state.results?.summary, at: null, stale: false });
    await diagnosis.goTo(5);
    expect(diagnosis.state.firm?.diagnosis?.sheetRow).toBe(5);
    model.backToResults();
    await model.openResults();
    expect(host.shown.at(-1)?.sheet).toBe(host.sheets.find(({ name }) => name === "评分_结果")?.id);
  });

  test("results of an earlier version whose provenance was spoilt are left as they are", async () => {
    const { host } = await scored();
    host.settings.delete(RUNS_KEY);
    write(host, "评分_凭据", [["凭据：这份结果是怎么来的"], ["zjtx {broken"]]);
    const { model } = await pane(host);
    await model.look("1");
    expect([model.state.phase, model.state.results, model.state.trouble]).toEqual(["seen", null, null]);
  });

  test("a workbook that keeps nothing says so, and its results hold meanwhile", async () => {
    const host = workbook();
    host.changeSetting = () => Promise.reject(new Error("full"));
    const { model } = await scored(host);
    expect(model.state.trouble?.text.zh).toContain("没能记进工作簿");
    expect(model.state.phase).toBe("done");
  });
});

describe("scored again", () => {
  test("who fell is named with the cell that changed", async () => {
    const { host, model } = await scored();
    write(host, "名单", spoilt);
    await model.score("zh");
    const { changes } = model.state.results ?? {};
    const [firm] = changes?.firms.items ?? [];
    expect(firm?.row).toBe(5);
    expect(firm?.changes).toMatchObject([{ kind: "cell", to: "1" }]);
    await model.writeChanges("zh");
    expect(model.state.wroteChanges?.name).toBe("评分_与上次相比");
  });

  test("the same after the workbook was closed in between", async () => {
    const { host } = await scored();
    write(host, "名单", spoilt);
    const { model } = await reopened(host);
    await model.score("zh");
    expect(model.state.results?.changes?.firms.items[0]?.changes).toMatchObject([{ kind: "cell", to: "1" }]);
  });

  test("another day is named as what changed", async () => {
    const { model } = await scored();
    await model.setChoices("2026-03-31", "new", null);
    await model.score("zh");
    expect(model.state.results?.changes?.general).toContainEqual({
      kind: "date",
      from: release.policy.checked,
      to: "2026-03-31",
    });
  });

  test("a first scoring has nothing to compare with", async () => {
    expect((await scored()).model.state.results?.changes).toBeNull();
  });
});

describe("undone", () => {
  const OTHER: Grid = { sheet: "名单", rows: ROWS.slice(0, 5), merges: [], hiddenRows: new Set() };

  test("the first scoring's sheets and record go, the list and what somebody set stay", async () => {
    const { host, model } = await scored();
    await model.undo();
    expect(host.sheets.map(({ name, rows }) => [name, rows])).toEqual([["名单", ROWS]]);
    expect(host.settings.get(RUNS_KEY)).toEqual({ version: 1, lists: [] });
    expect([model.state.phase, model.state.results]).toEqual(["seen", null]);
    expect((await pane(host)).model.state.results).toBeNull();
  });

  test("the scoring before comes back as it was written, and is marked where the list has changed since", async () => {
    const { host, model, diagnosis } = await scored();
    const sheets = structuredClone(host.sheets);
    const { summary } = model.state.results ?? {};
    write(host, "名单", spoilt);
    await model.score("zh");
    expect(host.sheets.slice(1)).not.toEqual(sheets.slice(1));
    await model.undo();
    expect(host.sheets.slice(1)).toEqual(sheets.slice(1));
    expect(host.sheets[0]?.rows).toEqual(spoilt);
    expect(model.state.results).toMatchObject({ summary, stale: true });
    await diagnosis.goTo(6);
    expect(diagnosis.state.trouble).toBeNull();
    expect((await pane(host)).model.state.results).toMatchObject({ summary });
  });

  test("a result sheet that somebody has added to stays, and is named", async () => {
    const { host, model } = await scored();
    const results = host.sheets.find(({ name }) => name === "评分_结果");
    if (results !== undefined) results.rows = [...results.rows, [], ["我的批注"]];
    await model.undo();
    expect(host.sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果"]);
    expect(model.state.trouble?.text.zh).toBe("“评分_结果”里有后来加的内容，留着没删。");
  });

  test("a first scoring's sheets go after the workbook was closed in between, too", async () => {
    const { host } = await scored();
    const { model } = await reopened(host);
    await model.undo();
    expect(host.sheets.map(({ name }) => name)).toEqual(["名单"]);
  });

  interface Written {
    readonly sheets: MemoryHost["sheets"];
    readonly summary: ScoreSummary | undefined;
  }

  /** Scored, changed, scored again, and the workbook opened anew. */
  async function twiceScored(): Promise<Pane & { readonly first: Written }> {
    const { host, model } = await scored();
    const first = { sheets: structuredClone(host.sheets.slice(1)), summary: model.state.results?.summary };
    write(host, "名单", spoilt);
    await model.score("zh");
    return { ...(await reopened(host)), first };
  }

  test("the scoring before comes back as it was written after the workbook was closed in between", async () => {
    const { host, model, diagnosis, first } = await twiceScored();
    expect(model.state.results?.before).toMatchObject({ run: null, summary: first.summary });
    await model.undo();
    expect(model.state.trouble).toBeNull();
    expect(host.sheets.slice(1)).toEqual(first.sheets);
    expect(host.sheets[0]?.rows).toEqual(spoilt);
    expect(model.state.results).toMatchObject({ summary: first.summary, stale: true, before: null });
    await diagnosis.goTo(6);
    expect(diagnosis.state.trouble).toBeNull();
    expect((await pane(host)).model.state.results).toMatchObject({ summary: first.summary });
  });

  test("it comes back whatever has become of the list since", async () => {
    const { host, model, first } = await twiceScored();
    write(host, "名单", ROWS.slice(0, 9));
    await model.undo();
    expect(host.sheets.slice(1)).toEqual(first.sheets);
  });

  test("it comes back where the worker has died in between", async () => {
    const { host, model } = await scored();
    const sheets = structuredClone(host.sheets.slice(1));
    write(host, "名单", spoilt);
    await model.score("zh");
    workers.at(-1)?.crash();
    await model.undo();
    expect(model.state.trouble).toBeNull();
    expect(host.sheets.slice(1)).toEqual(sheets);
  });

  test.each([
    ["spoilt", "zip:broken"],
    ["of another list", keptCells([OTHER], [OTHER]) ?? ""],
  ])(
    "cells that were kept and are %s bring nothing back, and the next press takes the sheets away",
    async (_n, cells) => {
      const { host } = await twiceScored();
      const kept = host.settings.get(RUNS_KEY);
      host.settings.set(
        RUNS_KEY,
        JSON.parse(JSON.stringify(kept).replace(/"cells":"[^"]*"/, JSON.stringify({ cells }).slice(1, -1))),
      );
      const { model } = await reopened(host);
      const sheets = structuredClone(host.sheets);
      await model.undo();
      expect(host.sheets).toEqual(sheets);
      expect(model.state.trouble?.text.zh).toMatch(/恢复不了|回不到上一次/);
      await model.undo();
      expect(host.sheets.map(({ name }) => name)).toEqual(["名单"]);
    },
  );

  test("a scoring that the list no longer agreed with when it was opened is not gone back to as something else", async () => {
    const { host } = await scored();
    write(host, "名单", spoilt);
    const { model } = await reopened(host);
    await model.score("zh");
    await model.undo();
    expect(host.sheets.map(({ name }) => name)).toEqual(["名单"]);
  });

  test("the library's kept run is not the scoring's and stays", async () => {
    const { host, model, library } = await scored();
    library.open();
    await until(() => library.state.library !== null);
    await library.write("library", "zh");
    await model.undo();
    expect(host.settings.has(KEPT_RUN_KEY)).toBe(true);
  });
});

describe("several lists", () => {
  async function two(): Promise<Pane> {
    const host = workbook(ROWS, "一季度");
    host.add("二季度", [ROWS[0] ?? [], ...ROWS.slice(3, 9)]);
    host.active = "1";
    const one = await pane(host);
    await one.model.setOnlyThisSheet(true);
    await one.model.score("zh");
    host.active = "2";
    await one.model.look("2");
    await one.model.setOnlyThisSheet(true);
    await one.model.score("zh");
    return one;
  }

  test("keep their results, their sheets and their diagnosis beside one another", async () => {
    const { host, model, diagnosis } = await two();
    expect(model.state.lists.map(({ sheet, summary }) => [sheet.name, summary.enterprises])).toEqual([
      ["一季度", ROWS.length - 1],
      ["二季度", 6],
    ]);
    expect(host.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["评分_结果", "评分_结果_二季度"]));
    await diagnosis.goTo(3);
    const second = diagnosis.state.firm?.diagnosis?.name;
    model.showList("1");
    expect(model.state.results?.sheet.name).toBe("一季度");
    await diagnosis.goTo(3);
    expect(diagnosis.state.firm?.diagnosis?.name).not.toBe(second);
  });

  test("are all there when the workbook is opened again, the one in view first", async () => {
    const { host } = await two();
    host.active = "1";
    const { model } = await pane(host);
    expect(model.state.lists).toHaveLength(2);
    expect(model.state.results?.sheet.name).toBe("一季度");
  });

  test("the one in view is offered where another's results are shown", async () => {
    const { host, model } = await two();
    expect(otherListInView(model.state)).toBeNull();
    host.tell({ kind: "sheet-activated", sheet: "1" });
    expect(otherListInView(model.state)?.sheet.name).toBe("一季度");
    model.showList("1");
    expect(otherListInView(model.state)).toBeNull();
  });

  test("keep their libraries apart, in the sheets and in what is kept to compare with", async () => {
    const { host, model, library } = await two();
    for (const id of ["2", "1"]) {
      model.showList(id);
      library.open();
      await until(() => library.state.library !== null && library.state.run === model.state.results?.run);
      await library.write("library", "zh");
    }
    expect([...host.settings.keys()].filter((key) => key.startsWith(KEPT_RUN_KEY))).toHaveLength(2);
    const names = host.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["评分_培育库总览", "评分_培育库总览_二季度"]));
  });

  test("undoing one leaves the other", async () => {
    const { host, model } = await two();
    await model.undo();
    expect(host.sheets.map(({ name }) => name).filter((name) => name.endsWith("_二季度"))).toEqual([]);
    expect(host.sheets.map(({ name }) => name)).toContain("评分_结果");
    expect(model.state.lists.map(({ sheet }) => sheet.name)).toEqual(["一季度"]);
  });
});

describe("while somebody works on", () => {
  test("a finished run brings no sheet into view", async () => {
    const { host } = await scored();
    expect(host.shown).toEqual([]);
    expect(host.active).toBe("1");
  });

  test("a formula beside the list makes nothing out of date, a cell of it does", async () => {
    const { host, model } = await scored();
    const cell = (column: number) => ({ top: 4, bottom: 4, left: column, right: column });
    const told = { kind: "cells", sheet: "1", own: false, remote: false } as const;
    host.tell({ ...told, range: cell((ROWS[0]?.length ?? 0) + 1) });
    expect(model.state.results?.stale).toBe(false);
    host.tell({ ...told, range: cell(REVENUE) });
    expect(model.state.results?.stale).toBe(true);
  });

  test("a renamed list is called by its new name", async () => {
    const { host, model } = await scored();
    for (const sheet of host.sheets) if (sheet.id === "1") sheet.name = "名单（终）";
    host.tell({ kind: "sheets", remote: false });
    await until(() => model.state.results?.sheet.name === "名单（终）");
  });
});
