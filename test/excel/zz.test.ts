import { connected } from "./connected";
import { book, sheet } from "./made-up-book";
test("ev", async () => {
  const c = await connected(book([sheet("名单", [["a"],["b"]])]));
  const got: unknown[] = [];
  c.session.onEvent((m) => got.push(m));
  const seen: unknown[] = [];
  await c.Excel.run({ session: c.session }, async (context) => {
    context.workbook.worksheets.getItem("名单").onChanged.add((e) => { seen.push(e); return Promise.resolve(); });
    await context.sync();
  });
  await c.Excel.run({ session: c.session }, async (context) => {
    context.workbook.worksheets.getItem("名单").getRange("A2").values = [["x"]];
    await context.sync();
  });
  await new Promise((r) => setTimeout(r, 300));
  console.log(JSON.stringify(got), JSON.stringify(seen));
  c.close();
});
