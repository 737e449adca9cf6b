import type { BookFile } from "../../src/xlsx/book-file";
import { saved, someoneWrites, troubleOf, type Connected } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { ROOMS } from "./rooms";
import { PAGE, sheetOf, TABLE } from "./made-up-page";

describe.each(ROOMS)("in $name", (room) => {
  let now: Connected | null = null;
  afterEach(() => {
    now?.close();
    now = null;
  });

  async function open(file: BookFile = book([sheet("名单", [["企业名称"], ["甲厂"]])])): Promise<Connected> {
    now = await room.open(file);
    return now;
  }

  test("a page is text and tables on one grid: cells merged, bordered, as high as their text needs", async () => {
    const connection = await open();
    const [written] = await connection.host.writeResults([PAGE]);
    expect(written).toMatchObject({ name: "评分_成长方案_甲厂", table: null });
    const file = saved(connection);
    const page = sheetOf(file, "评分_成长方案_甲厂");
    expect(page).toMatchObject({ visibility: "visible", showGridlines: false });
    expect(page.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 11 });
    expect(page.merges).toContainEqual({ top: 4, left: 6, bottom: 4, right: 8 });
    const style = (row: number, column: number) => file.styles[page.cells[row]?.[column]?.style ?? -1];
    expect(style(0, 0)).toMatchObject({ font: { name: "方正小标宋简体", size: 22 }, horizontal: "center" });
    expect(style(4, 0)?.borders?.top?.style).toBe("thin");
    // 80 characters of 14 points take three lines.
    expect(page.rowHeights[2]).toBeGreaterThan(60);
    expect(page.cells[4]?.[6]?.value).toBe(0.5);
  });

  test("text that looks like a formula is text", async () => {
    const connection = await open();
    await connection.host.writeResults([PAGE]);
    const cell = sheetOf(saved(connection), "评分_成长方案_甲厂").cells[5]?.[0];
    expect(cell?.formula).toBeUndefined();
    expect(cell?.value).toEqual(expect.stringContaining("=1+1"));
  });

  test("a plan written again goes to another sheet: the first may have been finished by hand", async () => {
    const connection = await open();
    await connection.host.writeResults([PAGE]);
    await someoneWrites(connection, "评分_成长方案_甲厂", "A9", "已填好");
    const [again] = await connection.host.writeResults([PAGE]);
    expect(again?.name).toBe("评分_成长方案_甲厂 (2)");
    expect(sheetOf(saved(connection), "评分_成长方案_甲厂").cells[8]?.[0]?.value).toBe("已填好");
  });

  test("pages and tables come back in the order asked for", async () => {
    const connection = await open();
    const written = await connection.host.writeResults([TABLE, PAGE]);
    expect(written.map(({ name }) => name)).toEqual(["评分_成长方案汇总", "评分_成长方案_甲厂"]);
  });

  test("a workbook whose structure is protected says so and stays as it is", async () => {
    const connection = await open();
    await connection.Excel.run({ session: connection.session }, async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const trouble = await troubleOf(connection.host.writeResults([PAGE]));
    expect(trouble.kind).toBe("protected");
  });
});
