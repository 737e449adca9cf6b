import { ExcelTrouble } from "../../../src/excel/host";
import { connectWps } from "../../../src/wps/host/connect";
import { isSheet } from "../../../src/wps/host/objects";
import { wpsOver, type StandInOptions } from "../../../src/workbench/wps/application";
import type { Cell } from "../../../src/words/grid";
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
    expect([kind, text.zh]).toEqual(["protected", expect.stringContaining("只读")]);
  }
  expect(saved({ ...connection, host })).toEqual(before);
  expect((await host.look()).sheets).toHaveLength(1);
});

test("a WPS without custom functions says which version has them", async () => {
  const { host } = await open({ functions: false });
  expect(await host.support()).toMatchObject({ enough: false, missing: [expect.stringContaining("12.1.0.20540")] });
  expect(await (await open()).host.support()).toMatchObject({ enough: true, missing: [] });
});

test("without a workbook there is nothing to connect to, and it is said what to do", async () => {
  const connection = await open();
  const { application } = wpsOver(connection.book);
  const empty = { ...application, ActiveWorkbook: null };
  expect(() => connectWps(empty)).toThrow(ExcelTrouble);
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
  expect((await troubleOf(host.saveSetting("mapping", 2))).kind).toBe("editing");
});

/** How often WPS is asked for something during the writing, and a WPS that throws at the one of that number. */
class Breaking {
  asked = 0;
  /** 0: never. */
  at = 0;
  readonly trace = (member: string): void => {
    this.asked += 1;
    if (this.asked === this.at) throw new Error(`自动化错误 ${member}`);
  };
}

describe("wherever WPS throws while results are written, the workbook is as it was", () => {
  const more: Cell[][] = [...TWO, ["丙厂", "✓ 达到", 91], ["丁厂", "✓ 达到", 92]];
  const charts = [{ kind: "bar", title: "得分", categories: 0, values: [2] }] as const;
  const wanted = [results(more, { charts }), results(TWO, { name: "评分_新", charts })];

  test("on new sheets and in the place of earlier ones", async () => {
    const counting = new Breaking();
    const first = await open({ trace: counting.trace });
    await first.host.writeResults([results(TWO, { charts })]);
    counting.asked = 0;
    await first.host.writeResults(wanted);
    const all = counting.asked;
    expect(all).toBeGreaterThan(300);
    const breaking = new Breaking();
    const connection = await open({ trace: breaking.trace });
    await connection.host.writeResults([results(TWO, { charts })]);
    const asItIs = (): unknown => {
      const { settings, ...others } = saved(connection);
      // A part that is put back is another part of the same content.
      return { ...others, settings: Object.values(settings) };
    };
    const before = asItIs();
    // Every part of the work is met; a prime step keeps from meeting the same line of code each time.
    for (let at = 1; at <= all; at += 23) {
      breaking.asked = 0;
      breaking.at = at;
      const said = await connection.host.writeResults(wanted).then(
        () => null,
        (error: unknown) => (error instanceof ExcelTrouble ? error.text.zh : error),
      );
      breaking.at = 0;
      // Tidying up behind results that are there is tried again, and nobody is told that they were not written.
      if (said === null) {
        expect(at).toBeGreaterThan(all * 0.9);
        break;
      }
      expect(said).toContain("自动化错误");
      expect({ at, book: asItIs() }).toEqual({ at, book: before });
    }
    breaking.at = 0;
    await connection.host.writeResults(wanted);
    expect(saved(connection).sheets.map(({ name }) => name)).toEqual(["名单", "评分_结果", "评分_新"]);
  });
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
