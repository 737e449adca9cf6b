import { loadKnowledge } from "../../src/commands/read-seeds";
import type { BoundRelease } from "../../src/functions/function-record";
import type { CellChange, CellContent } from "../../src/excel/sharing-host";
import type { SheetFormulas } from "../../src/excel/sharing-host";
import type { Cell, CellRange } from "../../src/words/grid";
import type { BookFile } from "../../src/xlsx/book-file";
import { saved, sheetId, troubleOf, type Connected } from "../excel/connected";
import { book, sheet } from "../excel/made-up-book";
import { isOurs, LIST, MEETS, MEETS_VALUES, withFormulas } from "../excel/sharing-book";
import { ROOMS } from "./rooms";

const knowledge = loadKnowledge();
const cell = (row: number, column: number): CellRange => ({ top: row, left: column, bottom: row, right: column });
const block = (top: number, left: number, bottom: number, right: number): CellRange => ({ top, left, bottom, right });
const values = (...rows: Cell[][]): CellContent => ({ kind: "values", rows });
const formula = (text: string): CellContent => ({ kind: "formula", formula: text });

const placed = (sheets: readonly SheetFormulas[]): unknown[] =>
  sheets.map(({ name, protected: locked, cells }) => [
    name,
    locked,
    cells.map((cell) => [cell.sheet, cell.row, cell.column, cell.formula, cell.value]),
  ]);

describe.each(ROOMS)("in $name", (room) => {
  let now: Connected | null = null;
  afterEach(() => {
    now?.close();
    now = null;
  });

  async function open(file: BookFile, functions?: BoundRelease): Promise<Connected> {
    now = await room.open(file, functions);
    return now;
  }

  /** The workbook as it would be saved once everything is worked out. */
  async function asSaved(): Promise<ReturnType<typeof saved>> {
    if (!now) throw new Error("nothing is open");
    await now.book.link.calculation.settle();
    return saved(now);
  }

  /** What stands in a block, as it would be saved: the formula, or the value. */
  function shown({ top, left, bottom, right }: CellRange, name = "名单"): unknown[][] {
    const cells = now ? (saved(now).sheets.find((one) => one.name === name)?.cells ?? []) : [];
    return Array.from({ length: bottom - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (__, across) => {
        const there = cells[top + down]?.[left + across];
        return there?.formula ?? there?.value ?? null;
      }),
    );
  }

  test("values take the place of a formula and all it spilled; text stays text, looks stay", async () => {
    const list = withFormulas("名单", LIST, [{ row: 0, column: 5, formula: MEETS }]);
    const cells = list.cells.map((row) => [...(row ?? [])]);
    cells[1] = [...(cells[1] ?? []), undefined, undefined, { value: null, style: 0 }];
    const { host } = await open(book([{ ...list, cells }], { styles: [{ fill: "#FFFF00" }] }), knowledge);
    await host.sharing.change([
      {
        sheet: "名单",
        range: block(0, 5, 3, 5),
        to: values(["=1+1"], ["0123"], [{ error: "#N/A" }], [-5]),
        back: formula(MEETS),
      },
    ]);
    expect(shown(block(0, 5, 4, 5)).flat()).toEqual(["=1+1", "0123", { error: "#N/A" }, -5, null]);
    expect((await asSaved()).sheets[0]?.cells[1]?.[5]?.style).toBe(0);
    expect(await host.sharing.formulas(isOurs)).toMatchObject([{ cells: [] }]);
  });

  test("formulas that Excel does not know are entered again, and spill over what they left behind", async () => {
    const { host, book: workbook } = await open(
      book([
        withFormulas(
          "名单",
          LIST.map((row) => [...row, null, null, "旧", null, "旧"]),
          [
            { row: 0, column: 5, formula: `=_xldudf_ZJTX_TIER_MEETS(A1:C1,A2:C4,"小巨人")` },
            { row: 0, column: 7, formula: `=[2]!_xldudf_ZJTX_TIER_MEETS(A1:C1,A2:C4,"小巨人")` },
          ],
        ),
      ]),
      knowledge,
    );
    const again = [5, 7].map((column): CellChange => ({
      sheet: "名单",
      range: block(0, column, 2, column),
      to: formula(MEETS),
      back: formula("=1"),
    }));
    await host.sharing.change(again);
    await workbook.link.calculation.settle();
    const found = await host.sharing.formulas(isOurs);
    expect(found[0]?.cells.map(({ column, spill }) => [column, spill])).toEqual([
      [5, block(0, 5, 2, 5)],
      [7, block(0, 7, 2, 7)],
    ]);
    expect([0, 1, 2, 3].map((row) => workbook.active.cell(row, 5))).toEqual([...MEETS_VALUES, "旧"]);
  });

  test("a sheet that is gone is said to be gone", async () => {
    const { host } = await open(book([sheet("名单", [["甲"]])]));
    const change = { sheet: "没有", range: cell(0, 0), to: values([1]), back: values([null]) };
    expect((await troubleOf(host.sharing.change([change]))).kind).toBe("sheet-gone");
  });

  test("finds formulas on every sheet, hidden and protected ones too, with what they show", async () => {
    const { host } = await open(
      book([
        withFormulas("名单", LIST, [
          { row: 1, column: 4, formula: "=SUM(C2:C4)" },
          { row: 1, column: 5, formula: '=IF(ZJTX.SUBSIDY(4433,0.2,0.5)>400,"多","少")' },
          { row: 2, column: 5, formula: "=[2]!_xldudf_ZJTX_SUBSIDY(4433,0.2,0.5)" },
        ]),
        sheet("空", []),
        withFormulas("藏", [], [{ row: 3, column: 2, formula: "=ZJTX.SUBSIDY(4433,0.2,0.5)" }], {
          visibility: "hidden",
        }),
        withFormulas("深藏", [["甲"]], [{ row: 0, column: 1, formula: "=ZJTX.SUBSIDY(1000,0.2,0.5)" }], {
          visibility: "very-hidden",
          protected: true,
        }),
      ]),
      knowledge,
    );
    const found = await host.sharing.formulas(isOurs);
    expect(placed(found)).toEqual([
      [
        "名单",
        false,
        [
          ["名单", 1, 5, '=IF(ZJTX.SUBSIDY(4433,0.2,0.5)>400,"多","少")', "多"],
          ["名单", 2, 5, "=[2]!_xldudf_ZJTX_SUBSIDY(4433,0.2,0.5)", { error: "#NAME?" }],
        ],
      ],
      ["空", false, []],
      ["藏", false, [["藏", 3, 2, "=ZJTX.SUBSIDY(4433,0.2,0.5)", 443.3]]],
      ["深藏", true, [["深藏", 0, 1, "=ZJTX.SUBSIDY(1000,0.2,0.5)", 100]]],
    ]);
    expect(found.map(({ cells }) => cells.map(({ locked }) => locked ?? false))).toEqual([
      [false, false],
      [],
      [false],
      [true],
    ]);
    const list = await sheetId(host, "名单");
    expect(found[0]?.id).toBe(list);
    // Of some sheets alone where these are asked for.
    expect(await host.sharing.formulas(isOurs, { sheets: [list] })).toEqual(found.slice(0, 1));
  });

  test("a formula that spills is one formula, with the block it fills; one beside it fills its cell alone", async () => {
    const { host } = await open(
      book([
        withFormulas("名单", LIST, [
          { row: 0, column: 5, formula: MEETS },
          { row: 0, column: 6, formula: "=ZJTX.SUBSIDY(4433,0.2,0.5)" },
          { row: 1, column: 6, formula: MEETS },
        ]),
      ]),
      knowledge,
    );
    const [found] = await host.sharing.formulas(isOurs);
    expect(found?.cells.map(({ row, column, spill }) => ({ row, column, spill }))).toEqual([
      { row: 0, column: 5, spill: { top: 0, left: 5, bottom: 2, right: 5 } },
      { row: 0, column: 6, spill: undefined },
      { row: 1, column: 6, spill: { top: 1, left: 6, bottom: 3, right: 6 } },
    ]);
  });

  test("looking for formulas can be cancelled", async () => {
    const { host } = await open(book([withFormulas("名单", LIST, [{ row: 0, column: 5, formula: MEETS }])]));
    const looking = host.sharing.formulas(isOurs, { signal: AbortSignal.abort() });
    expect((await troubleOf(looking)).kind).toBe("cancelled");
  });
});
