/** The lines around and between the cells of a block. */
import type { CellBorder, CellStyle } from "../../xlsx/book-file";
import type { CellSide } from "../book/waiting-look";
import type { CellRange } from "../../words/grid";
import type { Blocks } from "./areas-target";
import { color } from "./colors";
import { wholeNumber, word } from "./arguments";
import { refuse } from "./excel-error";
import { bind, type ClassTable, type Scalar } from "./member-table";
import { borderCells, commonBorder, commonStyle } from "./style-cells";

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type SideName = (typeof SIDES)[number];
interface BorderTarget {
  readonly target: Blocks;
  readonly side: SideName;
}

/** The cells of a block whose own line makes the border, and which of their lines it is; no cells where the block has no such border. */
const CELLS: Readonly<
  Record<SideName, { readonly line: CellSide; readonly of: (block: CellRange) => CellRange | null }>
> = {
  EdgeTop: { line: "top", of: (block) => ({ ...block, bottom: block.top }) },
  EdgeBottom: { line: "bottom", of: (block) => ({ ...block, top: block.bottom }) },
  EdgeLeft: { line: "left", of: (block) => ({ ...block, right: block.left }) },
  EdgeRight: { line: "right", of: (block) => ({ ...block, left: block.right }) },
  InsideVertical: {
    line: "left",
    of: (block) => (block.left === block.right ? null : { ...block, left: block.left + 1 }),
  },
  InsideHorizontal: {
    line: "top",
    of: (block) => (block.top === block.bottom ? null : { ...block, top: block.top + 1 }),
  },
};

function cellsOf({ target: { sheet, ranges }, side }: BorderTarget): {
  readonly cells: Blocks;
  readonly line: CellSide;
} {
  const { line, of } = CELLS[side];
  return { cells: { sheet, ranges: ranges.flatMap((range) => of(range) ?? []) }, line };
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
  const { cells, line } = cellsOf(target);
  return commonStyle(cells, (style: CellStyle) => of(style.borders?.[line]));
}

function draw(target: BorderTarget, change: (before: CellBorder | undefined) => CellBorder | null): void {
  const { cells, line } = cellsOf(target);
  borderCells(cells, line, change(commonBorder(cells, line)));
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

export const bordersTable: ClassTable<Blocks> = {
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
