import { strFromU8, unzipSync } from "fflate";
import { loadKnowledge } from "../../src/commands/read-seeds";
import { shortNameFormula, shortNames } from "../../src/sharing/formulas/short-names";
import { openXlsx } from "../../src/workbench/xlsx/open-file";
import { saveXlsx } from "../../src/workbench/xlsx/save-xlsx";
import { connected, saved, someoneWrites, type Connected } from "./connected";
import { book, sheet } from "./made-up-book";
import { LIST, MEETS_VALUES } from "./sharing-book";

const knowledge = loadKnowledge();
let now: Connected | null = null;
afterEach(() => {
  now?.close();
  now = null;
});

async function open(...args: Parameters<typeof connected>): Promise<Connected> {
  now = await connected(...args);
  return now;
}

const SUBSIDY = {
  name: "SUBSIDY",
  parameters: [
    { name: "base", optional: false },
    { name: "rate", optional: false },
    { name: "share", optional: true },
  ],
};
const MEETS = {
  name: "TIER_MEETS",
  parameters: [
    { name: "headings", optional: false },
    { name: "rows", optional: false },
    { name: "tier", optional: true },
    { name: "as_of", optional: true },
  ],
};
const ADDED = [SUBSIDY, MEETS].map((one) => ({ name: one.name, formula: shortNameFormula(one) }));

test("short names calculate, spill, and are found to be ours", async () => {
  const connection = await open(book([sheet("名单", LIST)]), knowledge);
  const { host, book: workbook } = connection;
  await someoneWrites(connection, "名单", "E1", "=SUBSIDY(4433,0.2,0.5)");
  await workbook.link.calculation.settle();
  expect(workbook.active.cell(0, 4)).toEqual({ error: "#NAME?" });
  await host.sharing.setNames(ADDED, []);
  await someoneWrites(connection, "名单", "F1", '=TIER_MEETS(A1:C1,A2:C4,"小巨人")');
  await someoneWrites(connection, "名单", "E2", "=IF(SUBSIDY(1000,0.2)>0,SUBSIDY(1000,0.2,0.5),0)");
  await workbook.link.calculation.settle();
  expect([0, 1].map((row) => workbook.active.cell(row, 4))).toEqual([443.3, 100]);
  expect([0, 1, 2].map((row) => workbook.active.cell(row, 5))).toEqual(MEETS_VALUES);
  const { names } = await host.sharing.names();
  expect(names).toEqual(ADDED.map((one) => ({ ...one, sheet: null })));
  expect(shortNames([SUBSIDY, MEETS], names).map(({ state }) => state)).toEqual(["ours", "ours"]);
  await host.sharing.setNames([], ["SUBSIDY", "没有这个名称"]);
  await workbook.link.calculation.settle();
  expect(workbook.active.cell(0, 4)).toEqual({ error: "#NAME?" });
  expect((await host.sharing.names()).names.map(({ name }) => name)).toEqual(["TIER_MEETS"]);
});

test("short names are saved as Excel keeps them, and work again when the file is opened", async () => {
  const first = await open(book([sheet("名单", LIST)]), knowledge);
  await first.host.sharing.setNames(ADDED, []);
  await someoneWrites(first, "名单", "E1", "=SUBSIDY(4433,0.2,0.5)");
  await someoneWrites(first, "名单", "F1", '=TIER_MEETS(A1:C1,A2:C4,"小巨人")');
  await first.book.link.calculation.settle();
  const bytes = saveXlsx(saved(first));
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  expect(part("xl/workbook.xml")).toContain(
    `<definedName name="SUBSIDY">_xlfn.LAMBDA(_xlpm.p_base,_xlpm.p_rate,_xlop.p_share,IF(_xlfn.ISOMITTED(_xlpm.p_share),` +
      `_xldudf_ZJTX_SUBSIDY(_xlpm.p_base,_xlpm.p_rate),_xldudf_ZJTX_SUBSIDY(_xlpm.p_base,_xlpm.p_rate,_xlpm.p_share)))</definedName>`,
  );
  // Without the mark of a dynamic array Excel would show =@SUBSIDY(…).
  expect(part("xl/worksheets/sheet1.xml")).toContain(
    `<c r="E1" cm="1"><f t="array" ref="E1">SUBSIDY(4433,0.2,0.5)</f><v>443.3</v></c>`,
  );
  first.close();
  const again = await open(await openXlsx(bytes), knowledge);
  expect((await again.host.sharing.names()).names).toEqual(ADDED.map((one) => ({ ...one, sheet: null })));
  await again.book.link.calculation.settle();
  expect([0, 1, 2].map((row) => again.book.active.cell(row, 5))).toEqual(MEETS_VALUES);
  expect(again.book.active.cell(0, 4)).toBe(443.3);
});

test("the workbench opens no second workbook: the pane then offers the file", async () => {
  const { host } = await open(book([sheet("名单", LIST)]));
  expect(await host.sharing.openWorkbook(new Uint8Array([80, 75]))).toBe(false);
});
