/** The lines around and between the cells of a block. */
import type { CellBorder, CellStyle } from "../book-file";
import { lineOf } from "../book/cell-style";
import { color } from "./colors";
import { wholeNumber, word } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type ClassTable, type Scalar } from "./member-table";
import { RangeTarget } from "./range-target";
import { commonStyle, styleCells } from "./style-cells";

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type SideName = (typeof SIDES)[number];
type CellSide = "top" | "bottom" | "left" | "right";
const UNIVER: Readonly<Record<CellSide, string>> = { top: "t", bottom: "b", left: "l", right: "r" };

interface BorderTarget {
  readonly target: RangeTarget;
  readonly side: SideName;
}

/** The cells whose own line makes the border, and which of their lines it is; null where there are none. */
function cellsOf({ target, side }: BorderTarget): { readonly cells: RangeTarget; readonly line: CellSide } | null {
  const { sheet, range } = target;
  const of = (part: Partial<RangeTarget["range"]>): RangeTarget => new RangeTarget(sheet, { ...range, ...part });
  switch (side) {
    case "EdgeTop":
      return { cells: of({ bottom: range.top }), line: "top" };
    case "EdgeBottom":
      return { cells: of({ top: range.bottom }), line: "bottom" };
    case "EdgeLeft":
      return { cells: of({ right: range.left }), line: "left" };
    case "EdgeRight":
      return { cells: of({ left: range.right }), line: "right" };
    case "InsideVertical":
      return range.left === range.right ? null : { cells: of({ left: range.left + 1 }), line: "left" };
    case "InsideHorizontal":
      return range.top === range.bottom ? null : { cells: of({ top: range.top + 1 }), line: "top" };
  }
}

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

function styleName(border: CellBorder | undefined): (typeof STYLES)[number] {
  if (border === undefined) return "None";
  if (border.style === "dashed") return "Dash";
  if (border.style === "dotted") return "Dot";
  return border.style === "double" ? "Double" : "Continuous";
}

function weightName(border: CellBorder | undefined): (typeof WEIGHTS)[number] {
  if (border?.style === "hair") return "Hairline";
  if (border?.style === "medium") return "Medium";
  return border?.style === "thick" || border?.style === "double" ? "Thick" : "Thin";
}

/** Our line of a style and a weight. */
function lineStyle(style: (typeof STYLES)[number], weight: (typeof WEIGHTS)[number]): CellBorder["style"] {
  if (style === "Double") return "double";
  if (style === "Dot") return "dotted";
  if (style !== "Continuous" && style !== "None") return "dashed";
  if (weight === "Hairline") return "hair";
  if (weight === "Medium") return "medium";
  return weight === "Thick" ? "thick" : "thin";
}

function read<V>(target: BorderTarget, of: (border: CellBorder | undefined) => V): V | null {
  const part = cellsOf(target);
  return part === null ? of(undefined) : commonStyle(part.cells, (style: CellStyle) => of(style.borders?.[part.line]));
}

function draw(target: BorderTarget, change: (before: CellBorder | undefined) => CellBorder | null): void {
  const part = cellsOf(target);
  if (part === null) return;
  const before = commonBorder(part.cells, part.line);
  const border = change(before);
  styleCells(part.cells, { bd: { [UNIVER[part.line]]: border === null ? null : lineOf(border) } });
}

function commonBorder(cells: RangeTarget, line: CellSide): CellBorder | undefined {
  const json = commonStyle(cells, (style) => JSON.stringify(style.borders?.[line] ?? null));
  if (json === null || json === "null") return undefined;
  const { top, left } = cells.range;
  return (
    commonStyle(
      new RangeTarget(cells.sheet, { top, left, bottom: top, right: left }),
      (style) => style.borders?.[line],
    ) ?? undefined
  );
}

const BLACK = "#000000";

const scalars: Readonly<Record<string, Scalar<BorderTarget>>> = {
  sideIndex: { get: ({ side }) => side },
  color: {
    get: (target) => read(target, (border) => border?.color ?? BLACK),
    set: (target, value) => {
      const to = color(value);
      draw(target, (before) => ({ style: before?.style ?? "thin", color: to }));
    },
  },
  style: {
    get: (target) => read(target, styleName),
    set: (target, value) => {
      const to = word(value, STYLES);
      draw(target, (before) =>
        to === "None" ? null : { style: lineStyle(to, weightName(before)), color: before?.color ?? BLACK },
      );
    },
  },
  weight: {
    get: (target) => read(target, weightName),
    set: (target, value) => {
      const to = word(value, WEIGHTS);
      draw(target, (before) => ({
        style: lineStyle(before === undefined ? "Continuous" : styleName(before), to),
        color: before?.color ?? BLACK,
      }));
    },
  },
};

const borderTable: ClassTable<BorderTarget> = {
  name: "RangeBorder",
  id: { wire: "_Id", of: ({ side }) => side },
  scalars,
};

export const bordersTable: ClassTable<RangeTarget> = {
  name: "RangeBorderCollection",
  scalars: { count: { get: () => SIDES.length } },
  items: (target) => SIDES.map((side) => bind(borderTable, { target, side })),
  indexer: (target, [side]) => {
    const wanted = word(side, [...SIDES, "DiagonalDown", "DiagonalUp"]);
    if (wanted === "DiagonalDown" || wanted === "DiagonalUp")
      return refuse("NotImplemented", "The workbench has no diagonal borders: RangeBorderCollection.getItem.");
    return bind(borderTable, { target, side: wanted });
  },
  methods: {
    getItemAt: (target, [index]) =>
      bind(borderTable, { target, side: SIDES[wholeNumber(index)] ?? refuse("InvalidArgument") }),
  },
};

export const borderTables = [borderTable, bordersTable] as const;
