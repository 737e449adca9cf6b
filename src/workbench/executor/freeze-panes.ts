import type { Sheet } from "../book/sheet";
import { frozenOf, setFrozen } from "../book/sheet-layout";
import { MAX_COLUMNS, MAX_ROWS, parseA1, splitReference } from "../book/a1";
import { objectOf, optionalWhole } from "./arguments";
import { refuse } from "./excel-error";
import type { Bound, ClassTable, Scope } from "./member-table";
import { isRangeTarget, rangeAt } from "./range-target";

function location(sheet: Sheet, { make }: Scope): Bound | null {
  const { rows, columns } = frozenOf(sheet);
  if (rows === 0 && columns === 0) return null;
  const bottom = rows === 0 ? MAX_ROWS - 1 : rows - 1;
  const right = columns === 0 ? MAX_COLUMNS - 1 : columns - 1;
  return make.range(rangeAt(sheet, { top: 0, left: 0, bottom, right }));
}

function count(value: unknown): number {
  const number = optionalWhole(value, 1);
  return number >= 0 ? number : refuse("InvalidArgument");
}

export const freezePanesTable: ClassTable<Sheet> = {
  name: "WorksheetFreezePanes",
  methods: {
    freezeAt: (sheet, [block]) => {
      const given =
        objectOf(block, isRangeTarget)?.range ??
        (typeof block === "string" ? parseA1(splitReference(block).address) : null);
      const { bottom, right } = given ?? refuse("InvalidArgument");
      setFrozen(sheet, {
        rows: bottom === MAX_ROWS - 1 ? 0 : bottom + 1,
        columns: right === MAX_COLUMNS - 1 ? 0 : right + 1,
      });
    },
    freezeRows: (sheet, [rows]) => {
      setFrozen(sheet, { rows: count(rows), columns: 0 });
    },
    freezeColumns: (sheet, [columns]) => {
      setFrozen(sheet, { rows: 0, columns: count(columns) });
    },
    unfreeze: (sheet) => {
      setFrozen(sheet, { rows: 0, columns: 0 });
    },
    getLocation: (sheet, _, scope) => location(sheet, scope) ?? refuse("ItemNotFound"),
    getLocationOrNullObject: (sheet, _, scope) => location(sheet, scope),
  },
};
