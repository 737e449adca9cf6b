import type { Book } from "../book/book";
import { formatA1, parseA1, quoteSheet } from "../book/a1";
import type { LiveName } from "../book/names";
import { objectOf, optionalText, text, truth } from "./arguments";
import { refuse } from "./excel-error";
import type { ScopedTarget } from "./makers";
import { bind, type Bound, type ClassTable, type Scope } from "./member-table";
import { isRangeTarget, referenceOf } from "./range-target";
import { wireCell } from "./range-values";

interface NameTarget {
  readonly book: Book;
  readonly id: string;
}

/** Letters, digits, `_` and `.`; not like an address. */
const GOOD_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

function nameOf({ book, id }: NameTarget): LiveName {
  return book.names.all.find((one) => one.id === id) ?? refuse("ItemNotFound");
}

function kindOf(book: Book, { formula }: LiveName): string {
  if (referenceOf(book, formula) !== null) return "Range";
  const body = formula.slice(1);
  if (/^-?\d+(\.\d+)?$/.test(body)) return "Double";
  if (/^(true|false)$/i.test(body)) return "Boolean";
  return body.startsWith("#") ? "Error" : "String";
}

function valueOf(book: Book, name: LiveName): unknown {
  const target = referenceOf(book, name.formula);
  if (target !== null) {
    const { top, left, bottom, right } = target.range;
    return top === bottom && left === right ? wireCell(target.sheet.cell(top, left)) : target.address;
  }
  const body = name.formula.slice(1);
  const kind = kindOf(book, name);
  if (kind === "Double") return Number(body);
  if (kind === "Boolean") return body.toLowerCase() === "true";
  const quoted = /^"((?:[^"]|"")*)"$/.exec(body)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  if (kind === "Error") return body;
  return refuse("NotImplemented", "The workbench works out no name that is a formula: NamedItem.value.");
}

const nameTable: ClassTable<NameTarget> = {
  name: "NamedItem",
  id: { wire: "_Id", of: ({ book, id }) => book.names.all.find((one) => one.id === id)?.name ?? id },
  scalars: {
    name: { get: (target) => nameOf(target).name },
    formula: {
      get: (target) => nameOf(target).formula,
      set: (target, value) => {
        target.book.names.set({ ...nameOf(target), formula: goodFormula(text(value)) });
      },
    },
    value: { get: (target) => valueOf(target.book, nameOf(target)), calculated: true },
    type: { get: (target) => kindOf(target.book, nameOf(target)) },
    scope: { get: (target) => (nameOf(target).sheet === null ? "Workbook" : "Worksheet") },
    visible: {
      get: (target) => nameOf(target).visible,
      set: (target, value) => {
        target.book.names.set({ ...nameOf(target), visible: truth(value) });
      },
    },
    comment: {
      get: (target) => nameOf(target).comment,
      set: (target, value) => {
        target.book.names.set({ ...nameOf(target), comment: text(value) });
      },
    },
  },
  objects: {
    worksheet: (target, scope) => sheetOf(target, scope) ?? refuse("ItemNotFound"),
    worksheetOrNullObject: (target, scope) => sheetOf(target, scope),
  },
  methods: {
    delete: (target) => {
      target.book.names.remove(nameOf(target));
    },
    getRange: (target, _, scope) => rangeOf(target, scope) ?? refuse("InvalidReference"),
    getRangeOrNullObject: (target, _, scope) => rangeOf(target, scope),
  },
};

function sheetOf(target: NameTarget, { make }: Scope): Bound | null {
  const { sheet } = nameOf(target);
  const live = sheet === null ? null : target.book.sheet(sheet);
  return live === null ? null : make.worksheet({ book: target.book, sheet: live });
}

function rangeOf(target: NameTarget, { make }: Scope): Bound | null {
  const range = referenceOf(target.book, nameOf(target).formula);
  return range === null ? null : make.range(range);
}

function goodFormula(formula: string): string {
  if (!formula.startsWith("=") || formula.length < 2)
    return refuse("InvalidArgument", "A name's formula begins with =.");
  return formula;
}

function find({ book, sheet }: ScopedTarget, key: unknown): Bound | null {
  const wanted = text(key);
  const name = book.names.find(wanted, sheet?.id ?? null);
  return name === null ? null : bind(nameTable, { book, id: name.id });
}

export const namesTable: ClassTable<ScopedTarget> = {
  name: "NamedItemCollection",
  items: ({ book, sheet }) =>
    book.names.all.filter((name) => name.sheet === (sheet?.id ?? null)).map(({ id }) => bind(nameTable, { book, id })),
  indexer: (target, [key]) => find(target, key) ?? refuse("ItemNotFound"),
  methods: {
    add: (target, [name, reference, comment]) => {
      const { book, sheet } = target;
      const wanted = text(name);
      if (!GOOD_NAME.test(wanted) || parseA1(wanted) !== null || /^[rc]$/i.test(wanted))
        refuse("InvalidArgument", "Excel does not take this name.");
      if (find(target, wanted) !== null) refuse("ItemAlreadyExists");
      const range = objectOf(reference, isRangeTarget);
      const formula =
        range === null
          ? goodFormula(text(reference))
          : `=${quoteSheet(range.sheet.name)}!${formatA1(range.range, true)}`;
      const id = `name-${book.nextId()}`;
      book.names.set({
        id,
        name: wanted,
        formula,
        comment: optionalText(comment) ?? "",
        visible: true,
        sheet: sheet?.id ?? null,
      });
      return bind(nameTable, { book, id });
    },
    getCount: ({ book, sheet }) => book.names.all.filter((name) => name.sheet === (sheet?.id ?? null)).length,
    getItemOrNullObject: (target, [key]) => find(target, key),
  },
};

export const nameTables = [nameTable, namesTable] as const;
