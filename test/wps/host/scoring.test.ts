import { readFileSync } from "node:fs";
import { ScoringModel } from "../../../src/pane/app/scoring/scoring-model";
import { sampleSheet } from "../../../src/pane/views/score/sample/sample-sheet";
import { isResultSheet } from "../../../src/sheet/results/sheet-names";
import type { StandInOptions } from "../../../src/workbench/wps/application";
import { openFile as openWorkbookFile } from "../../../src/workbench/xlsx/open-file";
import type { Language } from "../../../src/words/text";
import type { Cell } from "../../../src/words/grid";
import type { BookFile, BookSheet } from "../../../src/xlsx/book-file";
import { connected, saved, type Connected } from "../../excel/connected";
import { book, sheet } from "../../excel/made-up-book";
import { connectedInWps } from "../../host/rooms";
import { paneClient, release } from "../../pane/pane-release";

const ROWS = sampleSheet("zh").rows;
const LIST = book([sheet("名单", ROWS)]);
const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function scored(connection: Connected, language: Language): Promise<ScoringModel> {
  const model = new ScoringModel({
    host: connection.host,
    client: paneClient(),
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => 0,
  });
  opened.push({ close: () => model.dispose() }, connection);
  await model.start();
  await model.score(language);
  return model;
}

/** Everything on the sheets, styles spelled out. */
function written({ sheets, styles }: BookFile): unknown {
  return sheets.map(({ cells, ...others }: BookSheet) => ({
    ...others,
    cells: cells.map((row) => (row ?? []).map((cell) => cell && { ...cell, style: styles[cell.style ?? -1] })),
  }));
}

/** A sample's file with its list in view. */
async function sampleFile(name: string, list: string): Promise<BookFile> {
  const path = `seeds/samples/${name}`;
  const { book: file } = await openWorkbookFile(path, new Uint8Array(readFileSync(path)));
  return { ...file, active: file.sheets.findIndex((one) => one.name === list) };
}

const SAMPLES: readonly (readonly [string, () => BookFile | Promise<BookFile>])[] = [
  ["the pane's own sample", () => LIST],
  ["the sample of Shandong", () => sampleFile("山东示例企业.xlsx", "企业名单")],
  ["the sample of several provinces", () => sampleFile("各省示例企业.xlsx", "企业名单")],
];

describe.each(SAMPLES)("%s scored in WPS", (_name, file) => {
  test.each(["zh", "en"] as const)(
    "gives the same sheets as in Excel, cell for cell and look for look: %s",
    async (language) => {
      const list = await file();
      const [excel, wps] = [await connected(list), await connectedInWps(list)];
      const models = [await scored(excel, language), await scored(wps, language)];
      expect(models.map(({ state }) => state.trouble)).toEqual([null, null]);
      const [inExcel, inWps] = [saved(excel), saved(wps)];
      const results = inWps.sheets.filter(({ name }) => isResultSheet(name));
      expect(results.length).toBeGreaterThan(2);
      // What is compared is there to be compared.
      const made = results.flatMap(({ tables, charts, conditionalFormats }) => [tables, charts, conditionalFormats]);
      expect(made.filter((some) => some.length > 0).length).toBeGreaterThan(2);
      expect(results.map(({ columnWidths }) => Object.keys(columnWidths).length)).not.toContain(0);
      expect(written(inWps)).toEqual(written(inExcel));
      expect(inWps.names).toEqual(inExcel.names);
      if (list !== LIST) return;
      // And again, in the place of the results that are there.
      for (const model of models) await model.score(language);
      expect(written(saved(wps))).toEqual(written(saved(excel)));
    },
  );
});

test("30,000 enterprises are read with one call for 5,000 rows, and written so too", async () => {
  const [headings = [], ...rest] = ROWS;
  const rows = Array.from({ length: 30_000 }, (_, at): readonly Cell[] => rest[at % rest.length] ?? []);
  const uses = { read: 0, written: 0, formats: 0 };
  const trace: StandInOptions["trace"] = (member, use) => {
    if (member === "Range.Value2" && use === "get") uses.read += 1;
    if (member === "Range.Value2" && use === "set") uses.written += 1;
    if (member === "Range.NumberFormat" && use === "get") uses.formats += 1;
  };
  const connection = await connectedInWps(book([sheet("名单", [headings, ...rows])]), undefined, { trace });
  const range = { top: 1, left: 0, bottom: 30_000, right: headings.length - 1 };
  const id = connection.book.sheetNamed("名单")?.id ?? "";
  let read = 0;
  for await (const { rows: some } of connection.host.readBlocks(id, range)) read += some.length;
  expect([read, uses.read]).toEqual([30_000, 6]);
  // Formats by columns of a block, not by cells.
  expect(uses.formats).toBeLessThanOrEqual(6 * headings.length);
  const columns = headings.map((heading) => ({ heading: typeof heading === "string" ? heading : "", width: 10 }));
  await connection.host.writeResults([{ name: "评分_结果", columns, rows, asTable: true }]);
  expect(uses.written).toBeLessThanOrEqual(6 + 3);
  opened.push(connection);
});
