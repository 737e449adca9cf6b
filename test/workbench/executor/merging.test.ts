/** Merged blocks are told to the spreadsheet together at the end of a batch; nobody may notice. */
import { fileFromBook } from "../../../src/workbench/book/save-book";
import { openHeadless, type Headless } from "../../../src/workbench/headless/open";

let headless: Headless | null = null;
afterEach(() => {
  headless?.close();
  headless = null;
});

async function batch(queue: (sheet: Excel.Worksheet) => void): Promise<Headless> {
  headless ??= await openHeadless();
  const { Excel, session } = headless;
  await Excel.run({ session }, async (context) => {
    queue(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  });
  return headless;
}

function mergesIn({ book }: Headless): readonly string[] {
  const [sheet] = fileFromBook(book).sheets;
  return (sheet?.merges ?? []).map(({ top, left, bottom, right }) => `${top},${left}-${bottom},${right}`).sort();
}

test("blocks merged in one batch are all there after it", async () => {
  const book = await batch((sheet) => {
    sheet.getRange("A1:B3").merge(true);
    sheet.getRange("C1:D2").merge(false);
  });
  expect(mergesIn(book)).toEqual(["0,0-0,1", "0,2-1,3", "1,0-1,1", "2,0-2,1"]);
});

test.each(["in one batch", "in two"])("a block merged across others takes their place, %s", async (when) => {
  const first = (sheet: Excel.Worksheet): void => {
    sheet.getRange("A1:B2").merge(true);
    sheet.getRange("A5:B5").merge(false);
  };
  const second = (sheet: Excel.Worksheet): void => sheet.getRange("B2:C3").merge(false);
  if (when === "in two") await batch(first);
  const book = await batch((sheet) => {
    if (when !== "in two") first(sheet);
    second(sheet);
  });
  expect(mergesIn(book)).toEqual(["0,0-0,1", "1,1-2,2", "4,0-4,1"]);
});

test("rows put in above move the blocks merged before in the same batch", async () => {
  const book = await batch((sheet) => {
    sheet.getRange("A3:B3").merge(false);
    sheet.getRange("1:1").insert("Down");
  });
  expect(mergesIn(book)).toEqual(["3,0-3,1"]);
});

test("a batch that fails after merging leaves nothing merged, and the next one begins anew", async () => {
  const failing = batch((sheet) => {
    sheet.getRange("A1:B1").merge(false);
    sheet.getRange("nonsense!");
  });
  await expect(failing).rejects.toMatchObject({ code: "InvalidArgument" });
  const book = await batch((sheet) => sheet.getRange("A9:B9").merge(false));
  expect(mergesIn(book)).toEqual(["8,0-8,1"]);
});
