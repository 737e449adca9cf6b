import { connected, saved } from "./connected";
import { book, sheet } from "./made-up-book";
import { withOwnFunctions } from "./own-functions";

test("scratch", async () => {
  const one = sheet("名单", [
    ["企业名称", "从事细分市场年限（年）", "2025年营业收入（元）", null],
    ["甲", null, 60_000_000],
    ["乙", 0, 60_000_000],
    ["丁", 5, 100],
  ]);
  const cells = one.cells.map((row) => [...(row ?? [])]);
  cells[0]![5] = { value: null, formula: '=ZJTX.TIER_MEETS(A1:C1,A2:C4,"小巨人")' };
  cells[0]![6] = { value: null, formula: '=_xldudf_ZJTX_TIER_MEETS(A1:C1,A2:C4,"小巨人")' };
  cells[0]![7] = { value: null, formula: '=[2]!_xldudf_ZJTX_TIER_MEETS(A1:C1,A2:C4,"小巨人")' };
  cells[0]![8] = { value: null, formula: '=IF(ZJTX.SUBSIDY(4433,0.2,0.5)>1,1,2)' };
  cells[0]![9] = { value: null, formula: '=ZJTX.SUBSIDY(4433,0.2,0.5)' };
  const now = await connected(book([{ ...one, cells }, sheet("二", [["x"]], { protected: true, visibility: "very-hidden" })]));
  await withOwnFunctions(now.book);
  const found = await now.host.sharing.formulas((f) => f.includes("ZJTX"));
  console.log(JSON.stringify(found, null, 1));
  const at = (r: number, c: number) => ({ top: r, left: c, bottom: r, right: c });
  const id = found[0]!.id;
  await now.host.sharing.change([
    { sheet: id, range: at(0, 6), to: { kind: "formula", formula: '=ZJTX.TIER_MEETS(A1:C1,A2:C4,"小巨人")' }, back: { kind: "formula", formula: "=1" } },
    { sheet: id, range: at(0, 7), to: { kind: "formula", formula: '=ZJTX.TIER_MEETS(A1:C1,A2:C4,"小巨人")' }, back: { kind: "formula", formula: "=1" } },
    { sheet: id, range: { top: 0, left: 5, bottom: 2, right: 5 }, to: { kind: "values", rows: [["甲"], ["=b"], [false]] }, back: { kind: "formula", formula: "=1" } },
  ]);
  console.log(JSON.stringify(await now.host.sharing.formulas((f) => f.includes("ZJTX")), null, 0));
  console.log(JSON.stringify(saved(now).sheets[0]!.cells.map((r) => r?.slice(4))));
  // and back
  await now.host.sharing.change([
    { sheet: id, range: { top: 0, left: 5, bottom: 2, right: 5 }, to: { kind: "formula", formula: '=ZJTX.TIER_MEETS(A1:C1,A2:C4,"小巨人")' }, back: { kind: "formula", formula: "=1" } },
  ]);
  await now.book.link.calculation.settle();
  console.log(JSON.stringify(saved(now).sheets[0]!.cells.map((r) => r?.slice(4))));
  now.close();
});

test("names", async () => {
  const now = await connected(book([sheet("名单", [["企业名称"], ["甲厂"]])]));
  await withOwnFunctions(now.book);
  const { shortNameFormula } = await import("../../src/share/formulas/short-names");
  const { RECORDS } = await import("../../src/functions/records");
  const add = RECORDS.map((r) => ({ name: r.name, formula: shortNameFormula({ name: r.name, parameters: r.parameters.map(({ name, optional }) => ({ name: name.en.replace(/\W/g, "_"), optional: optional ?? false })) }) }));
  console.log(add.slice(0, 3), add.find((a) => a.name === "SUBSIDY"), add.find((a) => a.name === "TIER_TABLE"));
  await now.host.sharing.setNames(add, []);
  await now.Excel.run({ session: now.session }, async (context) => {
    const s = context.workbook.worksheets.getItem("名单");
    s.getRange("D1").formulas = [["=SUBSIDY(4433,0.2,0.5)"]];
    s.getRange("D3").formulas = [["=TIER_TABLE()"]];
    s.getRange("D2").formulas = [["=LAMBDA(x,[y],IF(ISOMITTED(y),x,y))(1)"]];
    s.getRange("C1").formulas = [["=LAMBDA(x,x+1)(1)"]];
    s.getRange("C2").formulas = [["=LAMBDA(x,[y],x+1)(1)"]];
    s.getRange("C3").formulas = [["=LAMBDA(x,y,IF(ISOMITTED(y),x,y))(1,)"]];
    await context.sync();
  });
  await now.book.link.calculation.settle();
  console.log(JSON.stringify(saved(now).sheets[0]!.cells), JSON.stringify(saved(now).names.slice(0,2)));
  now.close();
});
