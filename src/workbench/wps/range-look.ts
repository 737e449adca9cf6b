/** How cells of the stand-in look, in WPS's numbers: over the executor's formats, which have words. */
import type { CellRange } from "../../words/grid";
import type { Sheet } from "../book/sheet";
import { makers } from "../executor/classes";
import { RangeTarget } from "../executor/range-target";
import {
  XL,
  type WpsBorder,
  type WpsFont,
  type WpsFormatCondition,
  type WpsFormatConditions,
  type WpsInterior,
} from "../../wps/host/objects";
import { Members, type World } from "./world";

/** `#RRGGBB` <-> WPS's number, blue first. */
function numberOf(colour: unknown): unknown {
  const [, red = "", green = "", blue = ""] =
    /^#(\w\w)(\w\w)(\w\w)$/.exec(typeof colour === "string" ? colour : "") ?? [];
  return red === "" ? null : Number.parseInt(blue + green + red, 16);
}

function colourOf(number: unknown): string {
  if (typeof number !== "number") throw new Error("a colour is a number");
  const hex = number.toString(16).padStart(6, "0");
  return `#${hex.slice(4)}${hex.slice(2, 4)}${hex.slice(0, 2)}`.toUpperCase();
}

export function membersOf(world: World, sheet: Sheet, range: CellRange): Members {
  return new Members(world, makers.range(new RangeTarget(sheet, range)));
}

export function fontOf(world: World, members: () => Members): WpsFont {
  const part = (name: string): { get: () => unknown; set: (value: unknown) => void } => ({
    get: () => members().get(name),
    set: (value) => members().set(name, value),
  });
  const [name, bold, size] = [part("name"), part("bold"), part("size")];
  return world.strict("Font", {
    get Name() {
      return name.get();
    },
    set Name(value: unknown) {
      name.set(value);
    },
    get Bold() {
      return bold.get();
    },
    set Bold(value: unknown) {
      bold.set(value);
    },
    get Size() {
      return size.get();
    },
    set Size(value: unknown) {
      size.set(value);
    },
    get Color() {
      return numberOf(members().get("color"));
    },
    set Color(value: unknown) {
      members().set("color", colourOf(value));
    },
  });
}

export function interiorOf(world: World, members: () => Members): WpsInterior {
  return world.strict("Interior", {
    get Color() {
      return numberOf(members().get("color"));
    },
    set Color(value: unknown) {
      members().set("color", colourOf(value));
    },
  });
}

const SIDES: ReadonlyMap<number, string> = new Map([
  [XL.edgeLeft, "EdgeLeft"],
  [XL.edgeTop, "EdgeTop"],
  [XL.edgeBottom, "EdgeBottom"],
  [XL.edgeRight, "EdgeRight"],
  [XL.insideVertical, "InsideVertical"],
  [XL.insideHorizontal, "InsideHorizontal"],
]);

export function borderOf(world: World, format: Members, edge: number): WpsBorder {
  const side = SIDES.get(edge);
  if (side === undefined) throw new Error(`the stand-in has no border ${edge}`);
  const border = format.object("borders").item(side);
  return world.strict("Border", {
    get LineStyle(): unknown {
      return border.get("style") === "Continuous" ? XL.continuous : null;
    },
    set LineStyle(value: unknown) {
      if (value !== XL.continuous) throw new Error("the stand-in draws continuous lines alone");
      border.set("style", "Continuous");
    },
  });
}

const VERTICAL: ReadonlyMap<unknown, string> = new Map([
  [XL.top, "Top"],
  [XL.center, "Center"],
]);

export function verticalWord(value: unknown): string {
  const word = VERTICAL.get(value);
  if (word === undefined) throw new Error(`the stand-in has no vertical alignment ${String(value)}`);
  return word;
}

export const verticalNumber = (word: unknown): unknown =>
  word === "Top" ? XL.top : word === "Center" ? XL.center : null;

/** Rules that begin with a text; a new one is put behind the others. */
export function formatConditionsOf(world: World, sheet: Sheet, range: CellRange): WpsFormatConditions {
  const members = membersOf(world, sheet, range).object("conditionalFormats");
  return world.strict("FormatConditions", {
    get Count(): number {
      return Number(members.call("getCount"));
    },
    Delete: () => {
      members.call("clearAll");
    },
    Add: (type: number, _o: undefined, _1: undefined, _2: undefined, text: string, operator: number): unknown => {
      if (type !== XL.textString || operator !== XL.beginsWith)
        throw new Error("the stand-in colours cells by how their text begins alone");
      const added = members.made("add", "ContainsText");
      const comparison = added.object("textComparison");
      comparison.set("rule", { operator: "BeginsWith", text });
      last(sheet);
      const format = comparison.object("format");
      const condition: WpsFormatCondition = {
        Font: fontOf(world, () => format.object("font")),
        Interior: interiorOf(world, () => format.object("fill")),
        get StopIfTrue() {
          return added.get("stopIfTrue") === true;
        },
        set StopIfTrue(value: boolean) {
          added.set("stopIfTrue", value);
        },
      };
      return world.strict("FormatCondition", condition);
    },
  });
}

/** The newest rule goes behind the others; the executor puts it before them. */
function last({ extras }: Sheet): void {
  const [newest, ...others] = extras.get("formats");
  if (newest !== undefined) extras.set("formats", [...others, newest]);
}
