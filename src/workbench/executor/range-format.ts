/** How blocks of cells look. */
import type { CellStyle } from "../../xlsx/book-file";
import { columnWidth, rowHeight, setColumnWidths, setRowHeights } from "../book/sheet-layout";
import type { CellRange } from "../../words/grid";
import type { Sheet } from "../book/sheet";
import type { Blocks } from "./areas-target";
import { widthOfText } from "./auto-size";
import { positive, text, truth, wholeNumber, word } from "./arguments";
import { color } from "./colors";
import { bordersTable } from "./range-borders";
import { refuse } from "./excel-error";
import { formatProtectionTable } from "./format-protection";
import { bind, type ClassTable, type Scalar } from "./member-table";
import { refuseIfProtected } from "./protected";
import { commonStyle, styleCells } from "./style-cells";
import { uniform } from "./uniform";

/** A property of cells: how Excel reads it off a style, and what it changes in Univer's. */
export function styled(
  read: (style: CellStyle) => unknown,
  patch: (value: unknown) => Readonly<Record<string, unknown>>,
): Scalar<Blocks> {
  return {
    get: (target) => commonStyle(target, read),
    set: (target, value) => {
      styleCells(target, patch(value));
    },
  };
}

/** A line of text takes this much of its font's size. */
const LINE = 1.36;
/** Larger blocks than a heading keep their rows: nobody sets whole lists in large type. */
const MOST_ROWS = 200;

/** Excel makes a row higher that a larger font no longer fits into. */
function growRows({ sheet, ranges }: Blocks, height: number): void {
  for (const range of ranges) {
    const bottom = Math.min(range.bottom, sheet.grid.bottom);
    if (bottom - range.top >= MOST_ROWS) continue;
    for (let row = range.top; row <= bottom; row++)
      if (rowHeight(sheet, row) < height) setRowHeights(sheet, { ...range, top: row, bottom: row }, () => height);
  }
}

/** A size that all rows or columns of blocks share; null where they differ. Beyond Univer's grid each has the standard size. */
function commonSize(
  { sheet, ranges }: Blocks,
  ends: (range: CellRange, grid: CellRange) => readonly [first: number, last: number],
  read: (sheet: Sheet, index: number) => number,
): number | null {
  const sizes = ranges.map((range) => uniform(...ends(range, sheet.grid), (index) => read(sheet, index)));
  return uniform(0, sizes.length - 1, (at) => sizes[at] ?? null);
}

const fillTable: ClassTable<Blocks> = {
  name: "RangeFill",
  scalars: {
    color: styled(
      // Excel reads white where there is no fill.
      (style) => style.fill ?? "#FFFFFF",
      (value) => ({ bg: value === "" ? null : { rgb: color(value) } }),
    ),
  },
  methods: {
    clear: (target) => {
      styleCells(target, { bg: null });
    },
  },
};

const fontTable: ClassTable<Blocks> = {
  name: "RangeFont",
  scalars: {
    bold: styled(
      (style) => style.font?.bold ?? false,
      (value) => ({ bl: truth(value) ? 1 : 0 }),
    ),
    color: styled(
      (style) => style.font?.color ?? "#000000",
      (value) => ({ cl: { rgb: color(value) } }),
    ),
    italic: styled(
      (style) => style.font?.italic ?? false,
      (value) => ({ it: truth(value) ? 1 : 0 }),
    ),
    name: styled(
      (style) => style.font?.name ?? "Arial",
      (value) => ({ ff: text(value) }),
    ),
    size: {
      get: (target) => commonStyle(target, (style) => style.font?.size ?? 11),
      set: (target, value) => {
        const size = positive(value);
        styleCells(target, { fs: size });
        growRows(target, size * LINE);
      },
    },
    strikethrough: styled(
      (style) => style.font?.strikethrough ?? false,
      (value) => ({ st: { s: truth(value) ? 1 : 0 } }),
    ),
    underline: styled(
      (style) => (style.font?.underline === true ? "Single" : "None"),
      (value) => ({
        ul: { s: word(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]) === "None" ? 0 : 1 },
      }),
    ),
  },
};

const HORIZONTAL = { General: null, Left: 1, Center: 2, Right: 3 } as const;
const VERTICAL = { Top: 1, Center: 2, Bottom: 3 } as const;
const ALIGNED = { left: "Left", center: "Center", right: "Right", top: "Top", bottom: "Bottom" } as const;

/** Univer's padding of one step of indent, in pixels. */
const INDENT = 9;

export const rangeFormatTable: ClassTable<Blocks> = {
  name: "RangeFormat",
  scalars: {
    columnWidth: {
      get: (blocks) =>
        commonSize(blocks, ({ left, right }, grid) => [left, Math.min(right, grid.right + 1)], columnWidth),
      set: ({ sheet, ranges }, value) => {
        const width = positive(value);
        refuseIfProtected(sheet);
        for (const range of ranges) setColumnWidths(sheet, range, () => width);
      },
    },
    rowHeight: {
      get: (blocks) =>
        commonSize(blocks, ({ top, bottom }, grid) => [top, Math.min(bottom, grid.bottom + 1)], rowHeight),
      set: ({ sheet, ranges }, value) => {
        const height = positive(value);
        // Excel's highest row.
        if (height > 409.5) refuse("InvalidArgument");
        refuseIfProtected(sheet);
        for (const range of ranges) setRowHeights(sheet, range, () => height);
      },
    },
    horizontalAlignment: styled(
      (style) => (style.horizontal === undefined ? "General" : ALIGNED[style.horizontal]),
      (value) => ({ ht: HORIZONTAL[word(value, ["General", "Left", "Center", "Right"])] }),
    ),
    verticalAlignment: styled(
      (style) => ALIGNED[style.vertical ?? "bottom"],
      (value) => ({ vt: VERTICAL[word(value, ["Top", "Center", "Bottom"])] }),
    ),
    indentLevel: styled(
      (style) => style.indent ?? 0,
      (value) => {
        const steps = wholeNumber(value);
        return steps < 0 || steps > 250
          ? refuse("InvalidArgument")
          : { pd: steps === 0 ? null : { l: steps * INDENT } };
      },
    ),
    wrapText: styled(
      (style) => style.wrap ?? false,
      (value) => ({ tb: truth(value) ? 3 : 1 }),
    ),
  },
  objects: {
    borders: (target) => bind(bordersTable, target),
    fill: (target) => bind(fillTable, target),
    font: (target) => bind(fontTable, target),
    protection: (target) => bind(formatProtectionTable, target),
  },
  methods: {
    autofitColumns: async ({ sheet, ranges }, _, { book }) => {
      await book.link.calculation.settle();
      refuseIfProtected(sheet);
      for (const { left, right } of ranges) {
        const used = sheet.used(true, { ...sheet.grid, left, right });
        if (used === null) continue;
        setColumnWidths(sheet, used, (column) => widthOfText(sheet, { ...used, left: column, right: column }));
      }
    },
    autofitRows: ({ sheet, ranges }) => {
      refuseIfProtected(sheet);
      // One line of text in the standard font.
      for (const range of ranges) setRowHeights(sheet, range, () => rowHeight(sheet, 2 ** 24));
    },
  },
};

export const formatTables = [rangeFormatTable, fillTable, fontTable, formatProtectionTable] as const;
