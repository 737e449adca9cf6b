/** Structured references, such as `Table1[[#Headers],[列1]:[列3]]`, as the cells they stand for. */
import type { CellRange } from "../../words/grid";

/** A table as formulas know it. */
export interface FormulaTable {
  readonly name: string;
  /** Name of its sheet. */
  readonly sheet: string;
  /** Headings and totals included. */
  readonly range: CellRange;
  readonly headers: boolean;
  readonly totals: boolean;
  /** Names of its columns from the left. */
  readonly columns: readonly string[];
}

/** The cells, or the error that Excel gives. `thisRow`: they move with the row of the formula. */
export type Referred = { readonly range: CellRange; readonly thisRow: boolean } | "#REF!" | "#VALUE!";

type Section = "all" | "data" | "headers" | "totals" | "this row";

const SECTIONS: Readonly<Record<string, Section>> = {
  "#all": "all",
  "#data": "data",
  "#headers": "headers",
  "#totals": "totals",
  "#this row": "this row",
};

/** The parts between commas outside of brackets; an apostrophe takes the next character as it is. */
function partsOf(text: string): readonly string[] {
  const parts = text.match(/(?:\[(?:'.|[^'\]])*\]|'.|[^,'[\]])+/gs) ?? [];
  return parts.map((part) => part.trim());
}

function unwrapped(text: string): string {
  const inner = /^\[((?:'.|[^'\]])*)\]$/s.exec(text)?.[1] ?? text;
  return inner.replace(/'(.)/gs, "$1").trim();
}

/** The same name whatever its capitals and line ends. */
const folded = (name: string): string => name.replace(/\s+/g, " ").trim().toLowerCase();

function columnsOf(text: string, { columns, range }: FormulaTable): readonly [number, number] | null {
  const [first = "", last] = text.split(/(?<=\])\s*:\s*(?=\[)/);
  const find = (name: string): number => columns.findIndex((column) => folded(column) === folded(unwrapped(name)));
  const places = [find(first), find(last ?? first)];
  if (places.includes(-1)) return null;
  return [range.left + Math.min(...places), range.left + Math.max(...places)];
}

function rowsOf(section: Section, table: FormulaTable, row: number): readonly [number, number] | "#REF!" | "#VALUE!" {
  const { top, bottom } = table.range;
  const first = table.headers ? top + 1 : top;
  const last = table.totals ? bottom - 1 : bottom;
  switch (section) {
    case "all":
      return [top, bottom];
    case "data":
      return [first, last];
    case "headers":
      return table.headers ? [top, top] : "#REF!";
    case "totals":
      return table.totals ? [bottom, bottom] : "#REF!";
    case "this row":
      return row >= first && row <= last ? [row, row] : "#VALUE!";
  }
}

interface Asked {
  readonly sections: readonly Section[];
  readonly columns: string;
}

/** What stands in the outer brackets, taken apart; null where it is no structured reference. */
function askedOf(text: string): Asked | null {
  const body = text.trim();
  if (body.startsWith("@")) return { sections: ["this row"], columns: body.slice(1).trim() };
  if (!body.startsWith("[") && !body.startsWith("#")) return { sections: [], columns: body };
  const sections: Section[] = [];
  const columns: string[] = [];
  for (const part of partsOf(body)) {
    const named = /^\[?\s*(#[^\]]*?)\s*\]?$/.exec(part)?.[1];
    if (named === undefined) columns.push(part);
    else {
      const section = SECTIONS[folded(named)];
      if (section === undefined) return null;
      sections.push(section);
    }
  }
  return columns.length > 1 ? null : { sections, columns: columns[0] ?? "" };
}

/**
 * @param brackets what follows the table's name, its outer brackets included; "" for the name alone
 * @param row of the formula, from 0
 */
export function referredBy(brackets: string, table: FormulaTable, row: number): Referred {
  const asked = askedOf(brackets.slice(1, -1));
  if (asked === null) return "#REF!";
  const columns =
    asked.columns === "" ? ([table.range.left, table.range.right] as const) : columnsOf(asked.columns, table);
  if (columns === null) return "#REF!";
  const sections = asked.sections.length === 0 ? (["data"] as const) : asked.sections;
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const section of sections) {
    const rows = rowsOf(section, table, row);
    if (typeof rows === "string") return rows;
    tops.push(rows[0]);
    bottoms.push(rows[1]);
  }
  const range = { top: Math.min(...tops), left: columns[0], bottom: Math.max(...bottoms), right: columns[1] };
  return { range, thisRow: asked.sections.includes("this row") };
}
