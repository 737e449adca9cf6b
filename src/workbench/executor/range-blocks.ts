/** Blocks of a block that share something: visible, blank, holding formulas, merged, spilled. */
import type { Cell, CellRange } from "../../words/grid";
import { cellsIn, formatA1, intersect, isEntireColumn, isEntireRow, quoteSheet } from "../book/a1";
import { isColumnHidden, isRowHidden, mergesOf } from "../book/sheet-layout";
import { AreasTarget, blocksWhere, isAreasTarget, type Blocks } from "./areas-target";
import { objectOf, optionalWord, wholeNumber, word } from "./arguments";
import { conditionalFormatsTable } from "./conditional-formats";
import { refuse } from "./excel-error";
import { bind, type Bound, type ClassTable, type Scope } from "./member-table";
import { refuseIfProtected } from "./protected";
import { clearCells } from "./range-changes";
import { rangeFormatTable } from "./range-format";
import { RangeTarget } from "./range-target";
import { rangeArgument } from "./range-geometry";

type Methods = NonNullable<ClassTable<RangeTarget>["methods"]>;

const CELL_TYPES = ["Visible", "Blanks", "Constants", "Formulas"] as const;
const VALUE_TYPES = [
  "All",
  "Errors",
  "ErrorsLogical",
  "ErrorsNumbers",
  "ErrorsText",
  "ErrorsLogicalNumber",
  "ErrorsLogicalText",
  "ErrorsNumberText",
  "Logical",
  "LogicalNumbers",
  "LogicalText",
  "LogicalNumbersText",
  "Numbers",
  "NumbersText",
  "Text",
] as const;

function isOfType(cell: Cell, type: (typeof VALUE_TYPES)[number]): boolean {
  if (type === "All") return true;
  if (typeof cell === "number") return type.includes("Number");
  if (typeof cell === "boolean") return type.includes("Logical");
  return typeof cell === "string" ? type.includes("Text") : type.includes("Errors");
}

function special({ sheet, range }: RangeTarget, [cellType, valueType]: readonly unknown[]): AreasTarget | null {
  // Excel looks for special cells on no sheet that is protected.
  refuseIfProtected(sheet);
  const type = word(cellType, CELL_TYPES);
  const values = optionalWord(valueType, VALUE_TYPES, "All");
  const visible = (row: number, column: number): boolean => !isRowHidden(sheet, row) && !isColumnHidden(sheet, column);
  // All but what is visible is looked for among the cells in use, as in Excel.
  const within = type === "Visible" ? intersect(range, sheet.grid) : sheet.used(false, range);
  if (within === null) return null;
  const ranges = blocksWhere(within, (row, column) => {
    if (type === "Visible") return visible(row, column);
    const cell = sheet.cell(row, column);
    const formula = sheet.formula(row, column);
    if (type === "Blanks") return cell === null && formula === null;
    if (type === "Formulas") return formula !== null && isOfType(cell, values);
    return formula === null && cell !== null && isOfType(cell, values);
  });
  return ranges.length === 0 ? null : new AreasTarget(sheet, ranges);
}

function merged({ sheet, range }: RangeTarget): AreasTarget | null {
  const ranges = mergesOf(sheet).filter((merge) => intersect(merge, range) !== null);
  return ranges.length === 0 ? null : new AreasTarget(sheet, ranges);
}

function spillFrom(target: RangeTarget, { make }: Scope): Bound | null {
  const { sheet, range } = target;
  const spill = sheet.link.spills.at(sheet.id, range.top, range.left);
  const anchored = spill?.top === range.top && spill.left === range.left;
  return anchored ? make.range(new RangeTarget(sheet, spill)) : null;
}

function spillParent(target: RangeTarget, { make }: Scope): Bound | null {
  const { sheet, range } = target;
  const spill = sheet.link.spills.at(sheet.id, range.top, range.left);
  if (spill === null) return null;
  const { top, left } = spill;
  return make.range(new RangeTarget(sheet, { top, left, bottom: top, right: left }));
}

function maybe(areas: AreasTarget | null, { make }: Scope): Bound | null {
  return areas === null ? null : make.areas(areas);
}

async function settled(scope: Scope): Promise<void> {
  await scope.book.link.calculation.settle();
}

export const rangeAreas: Methods = {
  getSpecialCells: async (target, args, scope) => {
    await settled(scope);
    return maybe(special(target, args), scope) ?? refuse("ItemNotFound");
  },
  getSpecialCellsOrNullObject: async (target, args, scope) => {
    await settled(scope);
    return maybe(special(target, args), scope);
  },
  getMergedAreasOrNullObject: (target, _, scope) => maybe(merged(target), scope),
  getSpillingToRange: async (target, _, scope) => {
    await settled(scope);
    return spillFrom(target, scope) ?? refuse("ItemNotFound");
  },
  getSpillingToRangeOrNullObject: async (target, _, scope) => {
    await settled(scope);
    return spillFrom(target, scope);
  },
  getSpillParent: async (target, _, scope) => {
    await settled(scope);
    return spillParent(target, scope) ?? refuse("ItemNotFound");
  },
  getSpillParentOrNullObject: async (target, _, scope) => {
    await settled(scope);
    return spillParent(target, scope);
  },
};

function targets({ sheet, ranges }: AreasTarget): RangeTarget[] {
  return ranges.map((range) => new RangeTarget(sheet, range));
}

function cut(areas: AreasTarget, other: unknown, scope: Scope): AreasTarget | null {
  const second = objectOf(other, isAreasTarget)?.ranges ?? [argumentRange(areas, other, scope)];
  const ranges = areas.ranges.flatMap((one) => second.flatMap((two) => intersect(one, two) ?? []));
  return ranges.length === 0 ? null : new AreasTarget(areas.sheet, ranges);
}

function argumentRange(areas: AreasTarget, other: unknown, scope: Scope): CellRange {
  const first = areas.ranges[0] ?? refuse("ItemNotFound");
  return rangeArgument(other, new RangeTarget(areas.sheet, first), scope).range;
}

export const areasTable: ClassTable<AreasTarget> = {
  name: "RangeAreas",
  referenced: true,
  scalars: {
    address: {
      get: ({ sheet, ranges }) => ranges.map((range) => `${quoteSheet(sheet.name)}!${formatA1(range)}`).join(","),
    },
    areaCount: { get: ({ ranges }) => ranges.length },
    cellCount: { get: ({ ranges }) => ranges.reduce((sum, range) => sum + cellsIn(range), 0) },
    isEntireColumn: { get: ({ ranges }) => ranges.every(isEntireColumn) },
    isEntireRow: { get: ({ ranges }) => ranges.every(isEntireRow) },
  },
  objects: {
    areas: (areas) => bind(rangeCollectionTable, areas),
    conditionalFormats: ({ sheet, ranges }) =>
      bind(conditionalFormatsTable, { sheet, range: ranges[0] ?? refuse("ItemNotFound"), ranges }),
    format: (areas) => bind<Blocks>(rangeFormatTable, areas),
    worksheet: ({ sheet }, { book, make }) => make.worksheet({ book, sheet }),
  },
  methods: {
    clear: (areas, [applyTo]) => {
      for (const target of targets(areas)) clearCells(target, applyTo);
    },
    getIntersection: (areas, [other], scope) => maybe(cut(areas, other, scope), scope) ?? refuse("ItemNotFound"),
    getIntersectionOrNullObject: (areas, [other], scope) => maybe(cut(areas, other, scope), scope),
  },
};

export const rangeCollectionTable: ClassTable<AreasTarget> = {
  name: "RangeCollection",
  items: (areas, { make }) => targets(areas).map((target) => make.range(target)),
  methods: {
    getCount: ({ ranges }) => ranges.length,
    getItemAt: (areas, [index], { make }) =>
      make.range(targets(areas)[wholeNumber(index)] ?? refuse("InvalidArgument")),
  },
};
