/** The diagnosis over lists of several sheets, on a workbook with Microsoft's own client. */
import { LISTS, type Firm } from "../../../../src/cultivation/library";
import { DiagnosisModel } from "../../../../src/pane/views/diagnosis/diagnosis-model";
import { LibraryModel } from "../../../../src/pane/views/library/library-model";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import type { Cell } from "../../../../src/words/grid";
import { connected, sheetId, type Connected } from "../../../excel/connected";
import { book, sheet } from "../../../excel/made-up-book";
import { paneClient, release } from "../../pane-release";

type Rows = readonly (readonly Cell[])[];

interface Pane {
  readonly excel: Connected;
  readonly scoring: ScoringModel;
  readonly diagnosis: DiagnosisModel;
  readonly library: LibraryModel;
}

let open: Pane | null = null;
afterEach(() => {
  open?.diagnosis.close();
  open?.library.close();
  open?.scoring.dispose();
  open = null;
});

/** A pane over sheets by name, scored together with the first in view. */
async function scored(sheets: Readonly<Record<string, Rows>>): Promise<Pane> {
  const excel = await connected(book(Object.entries(sheets).map(([name, rows]) => sheet(name, rows))));
  const { host } = excel;
  let clock = 0;
  const now = (): number => (clock += 1000);
  const client = paneClient();
  const scoring = new ScoringModel({ host, client, checked: release.policy.checked, sample: sampleSheet, now });
  const diagnosis = new DiagnosisModel({ host, client, scoring, now });
  const library = new LibraryModel({ host, client, scoring, now });
  open = { excel, scoring, diagnosis, library };
  await scoring.start();
  await scoring.scoreInView("zh");
  expect(scoring.state.trouble).toBeNull();
  expect(scoring.state.results?.sheets.map(({ name }) => name)).toEqual(Object.keys(sheets));
  diagnosis.open();
  return open;
}

/** Until `holds`, for what goes on in the background; a test that waits in vain runs into its limit. */
async function until(holds: () => boolean): Promise<void> {
  while (open !== null && !holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A person selects cells of a row; gives the enterprise that the diagnosis turns to. */
async function select({ excel, diagnosis }: Pane, name: string, row: number, shown: string): Promise<void> {
  const id = await sheetId(excel.host, name);
  await excel.host.show(id, { top: row - 1, bottom: row - 1, left: 0, right: 1 });
  await until(() => diagnosis.state.firm?.diagnosis?.name === shown);
}

/** What is in view: the sheet, the first row selected as Excel counts it. */
async function inView({ excel }: Pane): Promise<[string | undefined, number]> {
  const { sheets, active, selection } = await excel.host.look();
  return [sheets.find(({ id }) => id === active)?.name, (selection?.range.top ?? -1) + 1];
}

const HEADINGS = ["企业名称", "2025年营业收入（万元）", "从业人员", "2025年研发费用（万元）"];
const CITIES = {
  济南: [HEADINGS, ["济南一公司", 8_000, 120, 500], ["济南二公司", 700, 20, 30]],
  青岛: [["青岛市企业情况"], HEADINGS, ["青岛一公司", 9_000, 150, null], ["青岛二公司", 300, 8, 40]],
};

test("a row of the second city opens its own enterprise, not the one in that row of the first", async () => {
  const pane = await scored(CITIES);
  const { diagnosis, scoring } = pane;
  await select(pane, "济南", 3, "济南二公司");
  expect(diagnosis.state.firm?.diagnosis?.sheetRow).toBe(3);
  await select(pane, "青岛", 3, "青岛一公司");
  expect(diagnosis.state).toMatchObject({ sheetRow: "'青岛'!3", firm: { diagnosis: { sheetRow: "'青岛'!3" } } });
  const missing = diagnosis.state.firm?.diagnosis?.missing.find(({ slot }) => slot === "rd_expense");
  expect(missing?.cell).toBe("'青岛'!D3");
  await scoring.showScoredCell(missing?.cell ?? "");
  expect(await inView(pane)).toEqual(["青岛", 3]);
});

test("next goes from city to city and brings the right sheet into view", async () => {
  const pane = await scored(CITIES);
  await select(pane, "济南", 3, "济南二公司");
  const visited: unknown[] = [];
  for (let step = 0; step < 3; step += 1) {
    await pane.diagnosis.next();
    visited.push([pane.diagnosis.state.firm?.diagnosis?.name, ...(await inView(pane))]);
  }
  expect(visited).toEqual([
    ["青岛一公司", "青岛", 3],
    ["青岛二公司", "青岛", 4],
    ["济南一公司", "济南", 2],
  ]);
});

test("result sheets and lists of the library lead to the enterprise of the second city", async () => {
  const pane = await scored(CITIES);
  const { scoring, diagnosis, library, excel } = pane;
  const results = scoring.state.results?.list;
  const rows: Cell[] = [];
  for await (const block of excel.host.readBlocks(results?.sheet ?? "", { top: 0, bottom: 9, left: 0, right: 0 }))
    rows.push(...block.rows.map(([first]) => first ?? null));
  await select(pane, results?.name ?? "", rows.indexOf("'青岛'!4") + 1, "青岛二公司");
  library.open();
  await until(() => library.state.library !== null);
  const entries = LISTS.flatMap((list) => library.state.library?.[list].items.map((one): Firm => one) ?? []);
  const rowsOf = new Map(entries.map((one) => [one.name, one.sheetRow]));
  expect(rowsOf.get("青岛一公司")).toBe("'青岛'!3");
  await diagnosis.goTo(rowsOf.get("青岛一公司") ?? 0);
  expect(await inView(pane)).toEqual(["青岛", 3]);
  await scoring.showEnterprise("'青岛'!3");
  expect((await inView(pane))[0]).toBe(results?.name);
});

test("plans of rows selected on the second city are theirs", async () => {
  const pane = await scored(CITIES);
  await select(pane, "青岛", 4, "青岛二公司");
  await pane.diagnosis.writePlans("selected", "zh");
  expect(pane.diagnosis.state.trouble).toBeNull();
  expect(pane.diagnosis.state.wrote?.name).toBe("评分_成长方案_青岛二公司");
});

test("any row of an enterprise opens it: of another year, of another topic, in another order", async () => {
  const pane = await scored({
    "2025年": [
      ["企业名称", "营业收入（万元）"],
      ["甲公司", 900],
      ["乙公司", 800],
    ],
    "2024年": [
      ["企业名称", "营业收入（万元）"],
      ["乙公司", 700],
      ["甲公司", 600],
    ],
    人员: [
      ["企业名称", "从业人员", "研发人员"],
      ["乙公司", 30, 3],
      ["甲公司", 40, 4],
    ],
  });
  await select(pane, "2025年", 2, "甲公司");
  await select(pane, "2024年", 2, "乙公司");
  await select(pane, "2024年", 3, "甲公司");
  await select(pane, "人员", 2, "乙公司");
});

test("a form opens its enterprise wherever it is clicked on", async () => {
  const form = (name: string, revenue: number): Rows => [
    ["企业申报表"],
    ["企业名称", name, "从业人员", 120],
    ["2025年营业收入（万元）", revenue, "2025年研发费用（万元）", 600],
  ];
  const pane = await scored({ 表1: form("烟台一号公司", 8_000), 表2: form("烟台二号公司", 9_000) });
  await select(pane, "表2", 3, "烟台二号公司");
  await select(pane, "表1", 2, "烟台一号公司");
  await select(pane, "表2", 1, "烟台二号公司");
});

test("rows that are years of one enterprise on one sheet are its rows, and are not taken for changed", async () => {
  const pane = await scored({
    名单: [
      ["企业名称", "年份", "营业收入（万元）"],
      ["甲公司", 2024, 600],
      ["甲公司", 2025, 900],
      ["乙公司", 2025, 800],
      ["乙公司", 2024, 700],
    ],
  });
  await select(pane, "名单", 5, "乙公司");
  await select(pane, "名单", 2, "甲公司");
  expect(pane.diagnosis.state.firm?.now).toBeNull();
  await pane.diagnosis.next();
  expect(pane.diagnosis.state.firm?.diagnosis?.name).toBe("乙公司");
  expect(await inView(pane)).toEqual(["名单", 4]);
});
