import { ExcelTrouble } from "../../../src/excel/host";
import { connectWps } from "../../../src/wps/host/connect";
import { isSheet } from "../../../src/wps/host/objects";
import { wpsOver, type StandInOptions } from "../../../src/workbench/wps/application";
import { connected, saved, troubleOf, type Connected } from "../../excel/connected";
import { book, sheet } from "../../excel/made-up-book";
import { results, TWO } from "../../host/made-up-results";
import { connectedInWps } from "../../host/rooms";

const LIST = book([sheet("名单", [["企业名称"], ["甲厂"]])]);
const PACE = { now: () => 0, date: () => 0, pause: () => Promise.resolve(), wait: () => Promise.resolve() };
const opened: Connected[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function open(options: StandInOptions = {}): Promise<Connected> {
  const connection = await connectedInWps(LIST, undefined, options);
  opened.push(connection);
  return connection;
}

test("a workbook that is open read-only says so and stays as it is, and can still be read", async () => {
  const { host, ...connection } = await open({ readOnly: true });
  const before = saved({ ...connection, host });
  for (const work of [
    () => host.writeResults([results(TWO)]),
    () => host.addSheet("示例", [["甲"]]),
    () => host.saveSetting("mapping", 1),
    () => host.sharing.setNames([{ name: "甲", formula: "=1" }], []),
  ]) {
    const { kind, text } = await troubleOf(work());
    expect([kind, text.zh]).toEqual(["protected", expect.stringContaining("是以只读方式打开的")]);
    expect(text.en).toContain("the file is open read-only, so what is written could not be saved");
  }
  expect(saved({ ...connection, host })).toEqual(before);
  expect((await host.look()).sheets).toHaveLength(1);
});

test("what is protected is named, and said how to unprotect it, and the workbook stays as it is", async () => {
  const { host, ...connection } = await open();
  await host.writeResults([results(TWO)]);
  const earlier = connection.book.sheetNamed("评分_结果");
  earlier?.extras.set("protected", true);
  const before = saved({ ...connection, host });
  const onSheet = (await troubleOf(host.writeResults([results(TWO)]))).text;
  expect(onSheet.zh).toContain("“评分_结果”受保护，改不了。请在“审阅”里撤销这张表的保护，再试一次。");
  expect(onSheet.en).toContain(
    '"评分_结果" is protected. Please unprotect that sheet on the Review tab and try again.',
  );
  expect(saved({ ...connection, host })).toEqual(before);
  earlier?.extras.set("protected", false);
  connection.book.protectStructure(true);
  const ofBook = (await troubleOf(host.writeResults([results(TWO, { name: "评分_新" })]))).text;
  expect(ofBook.zh).toContain("工作簿的结构受保护，不能添加工作表。请在“审阅 > 保护工作簿”里撤销保护，再试一次。");
  expect(ofBook.en).toContain(
    "the workbook's structure is protected, so no sheet can be added. Please switch off Review >",
  );
  expect(saved({ ...connection, host }).sheets).toHaveLength(2);
});

test("a WPS without custom functions says which version has them", async () => {
  const { host } = await open({ functions: false });
  expect(await host.support()).toMatchObject({ enough: false, missing: ["AddCustomFunction, WPS 12.1.0.20540"] });
  expect(await (await open()).host.support()).toMatchObject({ enough: true, missing: [] });
});

test("without a workbook there is nothing to connect to, and it is said what to do", async () => {
  const connection = await open();
  const { application } = wpsOver(connection.book);
  const empty = { ...application, ActiveWorkbook: null };
  expect(() => connectWps(empty)).toThrow(ExcelTrouble);
  expect(() => connectWps(empty)).toThrow("No workbook is open. Open the list of enterprises first, then the pane.");
});

test("a cell that is being edited is waited for, and said to be in the way when it goes on", async () => {
  const connection = await connected(LIST);
  opened.push(connection);
  let busy = 2;
  const { application } = wpsOver(connection.book, { ready: () => busy-- <= 0 });
  const host = connectWps(application, PACE);
  await host.saveSetting("mapping", 1);
  expect(await host.readSetting("mapping")).toBe(1);
  busy = 99;
  const { kind, text } = await troubleOf(host.saveSetting("mapping", 2));
  expect([kind, text.zh]).toEqual(["editing", expect.stringContaining("有一个单元格正在编辑，或者开着对话框")]);
  expect(text.en).toContain("a cell is being edited or a dialog is open");
});

test("a member that the product does not use, or that WPS does not have, is refused by name", async () => {
  const { application } = wpsOver((await open()).book);
  const asked = (object: object | null, member: string) => () => void Reflect.get(object ?? {}, member);
  expect(asked(application, "Cells")).toThrow("Application.Cells");
  expect(asked(application.ActiveWorkbook, "Save")).toThrow("Workbook.Save");
  const found = application.ActiveWorkbook?.ActiveSheet;
  expect(asked(isSheet(found) ? found : null, "Cells")).toThrow("Worksheet.Cells");
  expect(() => Reflect.set(application, "Visible", true)).toThrow("Application.Visible");
});
