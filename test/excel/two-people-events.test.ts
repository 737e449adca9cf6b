import type { WorkbookEvent } from "../../src/excel/host";
import type { ResultSheet } from "../../src/words/result-sheet";
import { eventually } from "../eventually";
import { book, sheet } from "./made-up-book";
import { twoPeople, type Person, type TwoPeople } from "./two-people";

interface Told extends TwoPeople {
  readonly told: Readonly<Record<Person, WorkbookEvent[]>>;
}

let now: TwoPeople | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(options: Parameters<typeof twoPeople>[2] = {}): Promise<Told> {
  const people = await twoPeople(book([sheet("名单", [["企业名称"], ["甲厂"]])]), undefined, options);
  now = people;
  const told: Told["told"] = { first: [], second: [] };
  await people.hosts.first.watch((event) => told.first.push(event));
  await people.hosts.second.watch((event) => told.second.push(event));
  return { ...people, told };
}

/**
 * Excel tells of changes in a turn of its own, and several changes of sheets and settings count as one: time for what should not be told, and
 * for one change to be told apart from the next.
 */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

const RESULT: ResultSheet = {
  name: "评分_结果",
  columns: [{ heading: "企业", width: 20 }],
  rows: [["甲厂"], ["乙厂"]],
  asTable: true,
};

test("cells that one writes are that one's own, and the other's from elsewhere", async () => {
  const { book: workbook, clients, told } = await open();
  const id = workbook.sheetNamed("名单")?.id ?? "";
  const { session, Excel } = clients.second;
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem("名单").getRange("B2").values = [["改"]];
    await context.sync();
  });
  const range = { top: 1, left: 1, bottom: 1, right: 1 };
  await eventually(() => {
    expect(told.second).toEqual([{ kind: "cells", sheet: id, range, own: true, remote: false }]);
    expect(told.first).toEqual([{ kind: "cells", sheet: id, range, own: false, remote: true }]);
  });
});

test("Excel names the source of a change, and its trigger to the one who made it alone", async () => {
  const { clients } = await open();
  const told: Record<Person, unknown[]> = { first: [], second: [] };
  for (const person of ["first", "second"] as const) {
    const { session, Excel } = clients[person];
    await Excel.run({ session }, async (context) => {
      context.workbook.worksheets.onChanged.add(({ source, triggerSource, changeType }) => {
        told[person].push({ source, triggerSource, changeType });
        return Promise.resolve();
      });
      await context.sync();
    });
  }
  const { session, Excel } = clients.first;
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem("名单").getRange("1:1").insert("Down");
    await context.sync();
  });
  await eventually(() => {
    expect(told.first).toEqual([{ source: "Local", triggerSource: "ThisLocalAddin", changeType: "RowInserted" }]);
    expect(told.second).toEqual([{ source: "Remote", triggerSource: "Unknown", changeType: "RowInserted" }]);
  });
});

test("what the other changes on one's result sheet is not one's own, not even while one writes", async () => {
  const { hosts, clients, told } = await open();
  const [written] = await hosts.first.writeResults([RESULT]);
  await aMoment();
  told.first.length = 0;
  const { session, Excel } = clients.second;
  const again = hosts.first.writeResults([RESULT]);
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem("评分_结果").getRange("C1").values = [["旁注"]];
    await context.sync();
  });
  await again;
  await eventually(() => {
    const remote = told.first.filter(
      (event) => event.kind === "cells" && event.sheet === written?.sheet && event.remote,
    );
    expect(remote).toEqual([expect.objectContaining({ own: false })]);
  });
});

test("what is done by hand on the page is from elsewhere for whoever is not there", async () => {
  const { book: workbook, told } = await open();
  const list = workbook.sheetNamed("名单");
  await workbook.link.api.executeCommand("sheet.mutation.set-range-values", {
    unitId: workbook.link.unitId,
    subUnitId: list?.id,
    cellValue: { 1: { 1: { v: "手写" } } },
  });
  await eventually(() => {
    expect(told.first).toContainEqual(expect.objectContaining({ kind: "cells", own: false, remote: false }));
    expect(told.second).toContainEqual(expect.objectContaining({ kind: "cells", own: false, remote: true }));
  });
});

test("each has a view of their own", async () => {
  const { book: workbook, hosts, told } = await open();
  const list = workbook.sheetNamed("名单")?.id ?? "";
  const added = await hosts.second.addSheet("示例", [["甲"]]);
  await hosts.second.show(added, { top: 2, left: 0, bottom: 3, right: 0 });
  await eventually(() => {
    expect(told.second).toContainEqual({ kind: "sheet-activated", sheet: added });
    expect(told.first).toContainEqual({ kind: "sheets", remote: true });
    expect(told.second).toContainEqual({ kind: "sheets", remote: false });
  });
  expect(await hosts.first.look()).toMatchObject({ active: list, selection: { sheet: list } });
  expect(await hosts.second.look()).toMatchObject({
    active: added,
    selection: { sheet: added, range: { top: 2, left: 0, bottom: 3, right: 0 } },
  });
  expect(told.first.filter(({ kind }) => kind === "sheet-activated" || kind === "selection")).toEqual([]);
});

test("a setting that one changes is told to the other", async () => {
  const { hosts, told } = await open();
  await hosts.second.saveSetting("mapping", 1);
  await eventually(() => expect(told.first).toEqual([{ kind: "settings" }]));
});

test.each([
  ["where Excel tells of settings", true],
  ["where it does not", false],
])("one whose results the other replaces is told once, %s", async (_, settingsEvents) => {
  const { hosts, told } = await open({ settingsEvents });
  const replaced = (person: Person): WorkbookEvent[] => told[person].filter(({ kind }) => kind === "results-replaced");
  const [written] = await hosts.first.writeResults([RESULT]);
  await hosts.first.writeResults([RESULT]);
  await aMoment();
  expect([...replaced("first"), ...replaced("second")]).toEqual([]);
  await hosts.second.writeResults([RESULT]);
  await aMoment();
  await hosts.second.saveSetting("mapping", 1);
  await hosts.second.addSheet("示例", [["甲"]]);
  await eventually(() => expect(replaced("first")).toEqual([{ kind: "results-replaced", sheets: [written?.sheet] }]));
  expect(replaced("second")).toEqual([]);
  await hosts.first.writeResults([RESULT]);
  await eventually(() => expect(replaced("second")).toHaveLength(1));
  expect(replaced("first")).toHaveLength(1);
});

test("results of the other under another name replace nothing", async () => {
  const { hosts, told } = await open();
  await hosts.first.writeResults([RESULT]);
  await hosts.second.writeResults([{ ...RESULT, name: "评分_差距" }]);
  await aMoment();
  expect(told.first.filter(({ kind }) => kind === "results-replaced")).toEqual([]);
});
