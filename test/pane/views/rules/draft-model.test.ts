/** Drafts in the pane on Microsoft's Excel client and a real workbook: begun, read while their cells change, never silently overwritten. */
import { cellText } from "../../../../src/words/grid";
import { saved } from "../../../excel/connected";
import { cellOf, draftPane, GIANT, settled, types, type DraftPane } from "./draft-pane";

let pane: DraftPane | null = null;
afterEach(() => {
  const reported = pane?.reported ?? [];
  pane?.close();
  pane = null;
  expect(reported).toEqual([]);
});

async function drafted(file = GIANT): Promise<DraftPane> {
  pane = await draftPane();
  await pane.drafts.open();
  expect(await pane.drafts.begin(file, false, "zh")).toBe(true);
  await settled(pane, ({ view }) => view !== null);
  return pane;
}

const tabs = ({ connection }: DraftPane): string[] => saved(connection).sheets.map(({ name }) => name);

function textAt({ connection }: DraftPane, tab: string, row: number, column: number): string {
  const found = saved(connection).sheets.find(({ name }) => name === tab);
  return cellText(found?.cells[row]?.[column]?.value ?? null);
}

async function rename({ connection: { Excel, session } }: DraftPane, from: string, to: string): Promise<void> {
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem(from).name = to;
    await context.sync();
  });
}

async function copy({ connection: { Excel, session } }: DraftPane, tab: string): Promise<void> {
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem(tab).copy("End");
    await context.sync();
  });
}

test("an edition becomes a draft's sheet that changes nothing, and a line typed into it is read as it is typed", async () => {
  const own = await drafted();
  expect(tabs(own)).toEqual(["名单", "评分_规则草案"]);
  expect(own.drafts.state.view).toMatchObject({ kind: "draft", differences: [], name: { file: GIANT, cell: "A2" } });
  await types(own, cellOf("revenue", "value"), "9000");
  await settled(own, ({ view }) => view?.kind === "draft" && view.differences.length > 0);
  const { view } = own.drafts.state;
  const changes = view?.kind === "draft" ? view.differences.flatMap((one) => one.changes) : [];
  expect(changes.map(({ from, to }) => [from.zh, to.zh])).toEqual([["≥5,000万元", "≥9,000万元"]]);
});

test("what is wrong is told with its cell, formulas too, and what was sound before is no longer shown", async () => {
  const own = await drafted();
  const value = cellOf("revenue", "value");
  await types(own, value, "=4000+5000");
  await settled(own, ({ view }) => view?.kind === "troubles");
  const cells = (): string[] => {
    const { view } = own.drafts.state;
    return view?.kind === "troubles" ? view.troubles.map(({ cell }) => cell) : [];
  };
  expect(cells()).toEqual([value]);
  await types(own, value, "很多");
  await types(own, cellOf("debt", "unit"), "元");
  await settled(own, () => cells().length === 2);
  expect(cells()).toEqual([value, cellOf("debt", "unit")]);
});

test("a draft that is there is asked about, and goes only once the new one stands", async () => {
  const own = await drafted();
  await types(own, cellOf("revenue", "value"), "9000");
  const specialized = "national/specialized/2026-04-01.yaml";
  expect(await own.drafts.begin(specialized, false, "zh")).toBe(false);
  expect(own.drafts.state.question).toBe(specialized);
  expect(tabs(own)).toEqual(["名单", "评分_规则草案"]);
  expect(textAt(own, "评分_规则草案", 1, 0)).toContain(GIANT);
  expect(await own.drafts.begin(specialized, true, "zh")).toBe(true);
  const [, left = "", ...more] = tabs(own);
  expect(more).toEqual([]);
  expect(textAt(own, left, 1, 0)).toContain(specialized);
  await settled(own, ({ view }) => view?.name?.file === specialized);
});

test("a draft that somebody has called by another name is left as it is", async () => {
  const own = await drafted();
  await types(own, cellOf("revenue", "value"), "9000");
  await rename(own, "评分_规则草案", "我的草案");
  expect(await own.drafts.begin(GIANT, false, "zh")).toBe(true);
  expect(tabs(own)).toEqual(["名单", "我的草案", "评分_规则草案"]);
  const value = /^([A-Z]+)(\d+)$/.exec(cellOf("revenue", "value"));
  const row = Number(value?.[2]) - 1;
  expect(textAt(own, "我的草案", row, 6)).toBe("9000");
  expect(textAt(own, "评分_规则草案", row, 6)).toBe("5000");
});

test("two drafts of one tier are told with the cell of each", async () => {
  const own = await drafted();
  await copy(own, "评分_规则草案");
  await settled(own, ({ sheets }) => sheets?.length === 2);
  const { sheets } = own.drafts.state;
  expect(sheets?.map(({ cell, origin }) => [cell, origin?.file])).toEqual([
    ["A2", GIANT],
    ["A2", GIANT],
  ]);
});

test("a sheet that does not say what it was made from is told so", async () => {
  const own = await drafted();
  await types(own, "A2", "我改的");
  await settled(own, ({ view }) => view?.kind === "troubles");
  expect(own.drafts.state.view).toMatchObject({ name: null, troubles: [{ cell: "A2" }] });
});
