/** @jest-environment node */
import { openHeadless } from "../../../src/workbench/headless/open";

test("probe", async () => {
  const { Excel, session, close } = await openHeadless();
  const got = await Excel.run({ session } as never, async (context: any) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [
      ["名称", 1],
      ["'=x", "2"],
    ];
    sheet.getRange("C1").formulas = [["=B1*2"]];
    await context.sync();
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("values,address,formulas,valueTypes,text");
    const none = context.workbook.worksheets.getItemOrNullObject("x");
    context.workbook.worksheets.load("items/name");
    context.workbook.settings.add("k", { a: [1] });
    context.workbook.names.add("zz", sheet.getRange("A1:B2"), "c");
    await context.sync();
    const names = context.workbook.names;
    names.load("items/name,items/formula,items/comment,items/type");
    const s = context.workbook.settings.getItem("k");
    s.load("value");
    const w2 = context.workbook.worksheets.add("新表");
    w2.load("name,id");
    await context.sync();
    w2.delete();
    await context.sync();
    return [
      used.address,
      used.values,
      used.formulas,
      used.valueTypes,
      used.text,
      none.isNullObject,
      context.workbook.worksheets.items.map((i: any) => i.name),
      names.toJSON(),
      s.value,
      w2.name,
    ];
  });
  console.log(JSON.stringify(got, null, 0), session.traffic);
  close();
});
