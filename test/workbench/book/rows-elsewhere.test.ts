import { openHeadless } from "../../../src/workbench/headless/open";
import { emptySheet } from "../../../src/workbench/xlsx/open-file";

test.each([
  ["deleted", "Up", { formula: "=其他!A1+1", value: 6, name: "=SUM(名单!$A$2:$A$3)" }],
  ["inserted", "Down", { formula: "=其他!A3+1", value: 6, name: "=SUM(名单!$A$2:$A$3)" }],
] as const)("rows %s on a sheet that is not in view move nothing on the one that is", async (_, way, expected) => {
  const sheets = [
    { ...emptySheet("名单"), cells: [[{ value: "甲" }], [{ value: 3 }], [{ value: null, formula: "=其他!A2+1" }]] },
    { ...emptySheet("其他"), cells: [[{ value: 7 }], [{ value: 5 }]] },
  ];
  const name = { name: "合计", formula: "=SUM(名单!$A$2:$A$3)", comment: "", visible: true, sheet: null };
  const { Excel, session, book, close } = await openHeadless({
    sheets,
    active: 0,
    names: [name],
    styles: [],
    settings: {},
  });
  await Excel.run({ session }, async (context) => {
    const row = context.workbook.worksheets.getItem("其他").getRange("1:1");
    if (way === "Up") row.delete(way);
    else row.insert(way);
    await context.sync();
  });
  await book.link.calculation.settle();
  const { active } = book;
  expect(active.name).toBe("名单");
  expect([active.cell(0, 0), active.cell(1, 0)]).toEqual(["甲", 3]);
  expect({ formula: active.formula(2, 0), value: active.cell(2, 0), name: book.names.all[0]?.formula }).toEqual(
    expected,
  );
  close();
});
