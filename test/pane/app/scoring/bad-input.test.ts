/** What the pane says, and what becomes of the workbook, when scoring can't go on: in Excel, on Microsoft's client, and in WPS, each over a real workbook. */
import type { ExcelHost } from "../../../../src/excel/host";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import type { BookFile } from "../../../../src/xlsx/book-file";
import { saved, type Connected } from "../../../excel/connected";
import { book, sheet } from "../../../excel/made-up-book";
import { ROOMS } from "../../../host/rooms";
import { paneClient, release } from "../../pane-release";

const ROWS = sampleSheet("zh").rows;
let now: Connected | null = null;
let model: ScoringModel | null = null;
afterEach(() => {
  model?.dispose();
  now?.close();
  now = null;
});

/** The workbook but for the pane's own settings. */
function cellsOf(connection: Connected): BookFile["sheets"] {
  return saved(connection).sheets;
}

const list = (more = {}): BookFile => book([sheet("名单", ROWS, more)]);

describe.each(ROOMS)("in $name", ({ open }) => {
  async function pane(
    file: BookFile,
    wrap = (host: ExcelHost): ExcelHost => host,
  ): Promise<{ connection: Connected; model: ScoringModel }> {
    const connection = await open(file);
    now = connection;
    model = new ScoringModel({
      host: wrap(connection.host),
      client: paneClient(),
      checked: release.policy.checked,
      sample: sampleSheet,
      now: () => 0,
    });
    await model.start();
    return { connection, model };
  }

  test("an empty sheet is said to be empty, and the sheet with the list is offered", async () => {
    const { model } = await pane(book([sheet("Sheet1", []), sheet("名单", ROWS)]));
    await model.score("zh");
    expect(model.state.trouble?.text.zh).toContain("“Sheet1”是空表");
    expect(model.state.trouble?.text.en).toContain('"Sheet1" is empty');
    expect(model.state.trouble?.remedy).toMatchObject({ kind: "show-sheet", name: "名单" });
  });

  test("a workbook that was scored before opens at its results, though nothing was set by hand", async () => {
    const { connection, model: first } = await pane(list());
    expect(first.state.phase).toBe("welcome");
    await first.score("zh");
    expect(await connection.host.readSetting("zjtx.scoring")).toBeNull();
    const again = new ScoringModel({
      host: connection.host,
      client: paneClient(),
      checked: release.policy.checked,
      sample: sampleSheet,
      now: () => 0,
    });
    await again.start();
    expect([again.state.phase, again.state.results?.summary]).toEqual(["done", first.state.results?.summary]);
    again.dispose();
  });

  test("a sheet without a list of enterprises asks for the headings", async () => {
    const { connection, model } = await pane(book([sheet("随笔", [["今天"], ["天气不错"], [3]])]));
    const before = cellsOf(connection);
    await model.score("zh");
    expect(model.state.trouble?.remedy).toEqual({ kind: "pick-heading" });
    expect(cellsOf(connection)).toEqual(before);
  });

  test("merged headings over the list are read, and say so", async () => {
    const width = ROWS[0]?.length ?? 0;
    const rows = [["企业基本情况", ...Array.from({ length: width - 1 }, () => null)], ...ROWS];
    const merges = [{ top: 0, left: 0, bottom: 0, right: width - 1 }];
    const { model } = await pane(book([sheet("名单", rows, { merges })]));
    await model.score("zh");
    expect([model.state.phase, model.state.trouble]).toEqual(["done", null]);
    expect(model.state.results?.summary.enterprises).toBe(ROWS.length - 1);
  });

  test("the list may be on a protected sheet, since nothing is written to it", async () => {
    const { connection, model } = await pane(list({ protected: true }));
    const [before] = cellsOf(connection);
    await model.score("zh");
    expect([model.state.phase, model.state.trouble]).toEqual(["done", null]);
    expect(cellsOf(connection)[0]).toEqual(before);
  });

  test("a workbook whose structure is protected is told apart, and stays as it was", async () => {
    const { connection, model } = await pane(list());
    connection.book.protectStructure(true);
    const before = cellsOf(connection);
    await model.score("zh");
    expect(model.state.trouble?.text.zh).toContain("结构受保护");
    expect(cellsOf(connection)).toEqual(before);
  });

  test("a sheet deleted while it is read ends the run with its name, and nothing is written", async () => {
    const { connection, model } = await pane(book([sheet("名单", ROWS), sheet("别的", [["a"]])]), (host) => ({
      ...host,
      async *readBlocks(...args) {
        if (model.state.phase === "running")
          await connection.Excel.run({ session: connection.session }, async (context) => {
            context.workbook.worksheets.getItem("名单").delete();
            await context.sync();
          });
        yield* host.readBlocks(...args);
      },
    }));
    await model.look();
    await model.score("zh");
    expect(model.state.phase).toBe("seen");
    expect(model.state.trouble?.text.zh).toContain("不在了");
    expect(cellsOf(connection).map(({ name }) => name)).toEqual(["别的"]);
  });

  test("an edit while scoring leaves results that are marked as out of date", async () => {
    const { connection, model } = await pane(list(), (host) => ({
      ...host,
      writeResults: async (...args) => {
        const told = new Promise<void>((resolve) => {
          void host
            .watch(({ kind }) => kind === "cells" && resolve())
            .then(() => {
              connection.book.link.facade.getSheetByName("名单")?.getRange("B2").setValue("改");
            });
        });
        await told;
        return host.writeResults(...args);
      },
    }));
    await model.score("zh");
    expect([model.state.phase, model.state.results?.stale]).toEqual(["done", true]);
  });

  test("cancelled while writing, the workbook is as it was", async () => {
    const { connection, model } = await pane(list(), (host) => ({
      ...host,
      writeResults: (sheets, control) => {
        model.cancel();
        return host.writeResults(sheets, control);
      },
    }));
    await model.look();
    const before = cellsOf(connection);
    await model.score("zh");
    expect(model.state.announcement?.what).toBe("cancelled");
    expect(cellsOf(connection)).toEqual(before);
  });

  test("an enterprise whose name begins with = is written as its name", async () => {
    const [headings = [], first = [], ...others] = ROWS;
    const at = headings.indexOf("企业名称");
    const { connection, model } = await pane(
      book([sheet("名单", [headings, first.map((cell, column) => (column === at ? "=1+1厂" : cell)), ...others])]),
    );
    await model.score("zh");
    const results = cellsOf(connection).find(({ name }) => name === "评分_结果");
    const named = results?.cells.flatMap((row) => row ?? []).filter((cell) => cell?.value === "=1+1厂");
    expect(named?.map((cell) => cell?.formula)).toEqual([undefined]);
  });
});
