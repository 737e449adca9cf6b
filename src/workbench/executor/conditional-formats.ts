/** Formats that follow the cells' contents. Those of text, of a formula and data bars are kept; Excel has more kinds. */
import type { CellRange } from "../../words/grid";
import { intersect } from "../book/a1";
import type { LiveFormat } from "../book/sheet-extras";
import type { Sheet } from "../book/sheet";
import { AreasTarget } from "./areas-target";
import { text, truth, wholeNumber, word } from "./arguments";
import { color } from "./colors";
import { refuse } from "./excel-error";
import { formatsWithout } from "./format-ranges";
import { bind, type Bound, type ClassTable } from "./member-table";
import { refuseIfProtected } from "./protected";
import { RangeTarget } from "./range-target";

/** The cells whose formats are meant: a block, or several. */
interface Covered {
  readonly sheet: Sheet;
  readonly range: CellRange;
  readonly ranges?: readonly CellRange[];
}

interface FormatTarget {
  readonly sheet: Sheet;
  readonly id: string;
}

type Rule = LiveFormat["rule"];

function formatOf({ sheet, id }: FormatTarget): LiveFormat {
  return sheet.extras.get("formats").find((one) => one.id === id) ?? refuse("ItemNotFound");
}

function change(target: FormatTarget, to: Partial<LiveFormat>): void {
  refuseIfProtected(target.sheet);
  const { extras } = target.sheet;
  const before = formatOf(target);
  extras.set(
    "formats",
    extras.get("formats").map((one) => (one === before ? { ...one, ...to } : one)),
  );
}

const KINDS = { text: "ContainsText", formula: "Custom", "data-bar": "DataBar" } as const;

const fontTable: ClassTable<FormatTarget> = {
  name: "ConditionalRangeFont",
  scalars: {
    bold: {
      get: (target) => formatOf(target).bold ?? null,
      set: (target, value) => {
        change(target, { bold: truth(value) });
      },
    },
    color: {
      get: (target) => formatOf(target).fontColor ?? "",
      set: (target, value) => {
        change(target, { fontColor: color(value) });
      },
    },
  },
};

const fillTable: ClassTable<FormatTarget> = {
  name: "ConditionalRangeFill",
  scalars: {
    color: {
      get: (target) => formatOf(target).fill ?? "",
      set: (target, value) => {
        change(target, { fill: color(value) });
      },
    },
  },
};

const rangeFormatTable: ClassTable<FormatTarget> = {
  name: "ConditionalRangeFormat",
  objects: { fill: (target) => bind(fillTable, target), font: (target) => bind(fontTable, target) },
};

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

const OPERATORS = { contains: "Contains", "begins-with": "BeginsWith" } as const;

const textTable: ClassTable<FormatTarget> = {
  name: "TextConditionalFormat",
  scalars: {
    rule: {
      get: (target) => {
        const { rule } = formatOf(target);
        return rule.kind === "text" ? { operator: OPERATORS[rule.operator], text: rule.text } : null;
      },
      set: (target, value) => {
        const operator = word(member(value, "operator"), ["Contains", "BeginsWith", "NotContains", "EndsWith"]);
        if (operator === "NotContains" || operator === "EndsWith")
          refuse("NotImplemented", `The workbench does not have ${operator}: TextConditionalFormat.rule.`);
        change(target, {
          rule: {
            kind: "text",
            operator: operator === "Contains" ? "contains" : "begins-with",
            text: text(member(value, "text")),
          },
        });
      },
    },
  },
  objects: { format: (target) => bind(rangeFormatTable, target) },
};

const ruleTable: ClassTable<FormatTarget> = {
  name: "ConditionalFormatRule",
  scalars: {
    formula: {
      get: (target) => {
        const { rule } = formatOf(target);
        return rule.kind === "formula" ? rule.formula : "";
      },
      set: (target, value) => {
        const formula = text(value);
        if (!formula.startsWith("=")) refuse("InvalidArgument");
        change(target, { rule: { kind: "formula", formula } });
      },
    },
  },
};

const customTable: ClassTable<FormatTarget> = {
  name: "CustomConditionalFormat",
  objects: { format: (target) => bind(rangeFormatTable, target), rule: (target) => bind(ruleTable, target) },
};

const barTable: ClassTable<FormatTarget> = {
  name: "ConditionalDataBarPositiveFormat",
  scalars: {
    fillColor: {
      get: (target) => {
        const { rule } = formatOf(target);
        return rule.kind === "data-bar" ? rule.color : "";
      },
      set: (target, value) => {
        change(target, { rule: { kind: "data-bar", color: color(value) } });
      },
    },
  },
};

const dataBarTable: ClassTable<FormatTarget> = {
  name: "DataBarConditionalFormat",
  objects: { positiveFormat: (target) => bind(barTable, target) },
};

/** The part of a format that only its own kind has. */
function part(kind: Rule["kind"], table: ClassTable<FormatTarget>): (target: FormatTarget) => Bound | null {
  return (target) => (formatOf(target).rule.kind === kind ? bind(table, target) : null);
}

function required(kind: Rule["kind"], table: ClassTable<FormatTarget>): (target: FormatTarget) => Bound {
  return (target) =>
    part(kind, table)(target) ?? refuse("InvalidOperation", "The conditional format is of another kind.");
}

const formatTable: ClassTable<FormatTarget> = {
  name: "ConditionalFormat",
  id: { wire: "Id", of: ({ id }) => id },
  scalars: {
    id: { get: ({ id }) => id },
    type: { get: (target) => KINDS[formatOf(target).rule.kind] },
    priority: { get: (target) => target.sheet.extras.get("formats").indexOf(formatOf(target)) },
    stopIfTrue: {
      get: (target) => formatOf(target).stopIfTrue ?? false,
      set: (target, value) => {
        change(target, { stopIfTrue: truth(value) });
      },
    },
  },
  objects: {
    custom: required("formula", customTable),
    customOrNullObject: part("formula", customTable),
    dataBar: required("data-bar", dataBarTable),
    dataBarOrNullObject: part("data-bar", dataBarTable),
    textComparison: required("text", textTable),
    textComparisonOrNullObject: part("text", textTable),
  },
  methods: {
    delete: (target) => {
      refuseIfProtected(target.sheet);
      const gone = formatOf(target);
      target.sheet.extras.set(
        "formats",
        target.sheet.extras.get("formats").filter((one) => one !== gone),
      );
    },
    getRange: (target, _, { make }) => {
      const [range, second] = formatOf(target).ranges;
      return range === undefined || second !== undefined
        ? refuse("InvalidOperation")
        : make.range(new RangeTarget(target.sheet, range));
    },
    getRangeOrNullObject: (target, _, { make }) => {
      const [range, second] = formatOf(target).ranges;
      return range === undefined || second !== undefined ? null : make.range(new RangeTarget(target.sheet, range));
    },
    getRanges: (target, _, { make }) => make.areas(new AreasTarget(target.sheet, formatOf(target).ranges)),
  },
};

const NEW_RULES: Readonly<Partial<Record<string, Rule>>> = {
  ContainsText: { kind: "text", operator: "contains", text: "" },
  Custom: { kind: "formula", formula: "" },
  DataBar: { kind: "data-bar", color: "#638EC6" },
};
const TYPES = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;

function blocks({ range, ranges }: Covered): readonly CellRange[] {
  return ranges ?? [range];
}

function touching(target: Covered): FormatTarget[] {
  const inside = blocks(target);
  const touches = (format: LiveFormat): boolean =>
    format.ranges.some((one) => inside.some((two) => intersect(one, two) !== null));
  return target.sheet.extras
    .get("formats")
    .filter(touches)
    .map(({ id }) => ({ sheet: target.sheet, id }));
}

function byId(target: Covered, id: unknown): Bound | null {
  const wanted = text(id);
  const found = touching(target).find((one) => one.id === wanted);
  return found === undefined ? null : bind(formatTable, found);
}

export const conditionalFormatsTable: ClassTable<Covered> = {
  name: "ConditionalFormatCollection",
  items: (target) => touching(target).map((one) => bind(formatTable, one)),
  indexer: (target, [id]) => byId(target, id) ?? refuse("ItemNotFound"),
  methods: {
    add: (target, [type], { book }) => {
      refuseIfProtected(target.sheet);
      const kind = word(type, TYPES);
      const rule =
        NEW_RULES[kind] ??
        refuse("NotImplemented", `The workbench does not have ${kind}: ConditionalFormatCollection.add.`);
      const id = String(book.nextId());
      const { extras } = target.sheet;
      // The newest format comes first.
      extras.set("formats", [{ id, ranges: blocks(target), rule }, ...extras.get("formats")]);
      return bind(formatTable, { sheet: target.sheet, id });
    },
    clearAll: (target) => {
      refuseIfProtected(target.sheet);
      target.sheet.extras.set("formats", formatsWithout(target.sheet.extras.get("formats"), blocks(target)));
    },
    getCount: (target) => touching(target).length,
    getItemAt: (target, [index]) =>
      bind(formatTable, touching(target)[wholeNumber(index)] ?? refuse("InvalidArgument")),
    getItemOrNullObject: (target, [id]) => byId(target, id),
  },
};

export const conditionalTables = [
  conditionalFormatsTable,
  formatTable,
  textTable,
  customTable,
  dataBarTable,
  barTable,
  ruleTable,
  rangeFormatTable,
  fillTable,
  fontTable,
] as const;
