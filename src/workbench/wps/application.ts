/**
 * A stand-in for WPS over the workbench's book: the objects that the product uses, with the members it uses. It answers at once as WPS does;
 * whatever else is asked of it is refused by name.
 */
import type { WpsMetadata } from "../../wps/functions/functions-json";
import type { FunctionRegistry, WpsFunctionCode } from "../../wps/functions/register-functions";
import type { WpsApplication, WpsWindow, WpsWorkbook } from "../../wps/host/objects";
import type { Book } from "../book/book";
import { frozenOf, setFrozen, setGridlines, showsGridlines } from "../book/sheet-layout";
import { wpsEvents } from "./events";
import { wpsRange } from "./range";
import type { Trace } from "./strict";
import { wpsNames, wpsXmlParts } from "./workbook-parts";
import { World } from "./world";
import { wpsSheet, wpsSheets } from "./worksheets";

export interface StandInOptions {
  /** Hears of every use of a member before it happens; what it throws WPS throws. */
  readonly trace?: Trace;
  readonly readOnly?: boolean;
  /** False: a WPS from before custom functions. */
  readonly functions?: boolean;
  /** Asked whenever WPS is: false while a cell is being edited. */
  readonly ready?: () => boolean;
}

export interface RegisteredFunction {
  readonly code: WpsFunctionCode;
  readonly metadata: WpsMetadata;
}

export interface StandIn {
  readonly application: WpsApplication;
  /** By namespace and name: `ZJTX.TIER`. */
  readonly functions: ReadonlyMap<string, RegisteredFunction>;
}

/** The version that the stand-in says it is; 0 says that it is none. */
const VERSION = { Version: "12.0", Build: 0 } as const;

function windowOf(world: World): WpsWindow {
  const { book } = world;
  const split = () => world.splits.get(book.active.id) ?? frozenOf(book.active);
  const setSplit = (to: Partial<{ rows: number; columns: number }>): void => {
    world.splits.set(book.active.id, { ...split(), ...to });
  };
  return world.strict<WpsWindow>("Window", {
    get FreezePanes() {
      const { rows, columns } = frozenOf(book.active);
      return rows > 0 || columns > 0;
    },
    set FreezePanes(on: boolean) {
      setFrozen(book.active, on ? split() : { rows: 0, columns: 0 });
    },
    get SplitRow() {
      return split().rows;
    },
    set SplitRow(rows: number) {
      setSplit({ rows });
    },
    get SplitColumn() {
      return split().columns;
    },
    set SplitColumn(columns: number) {
      setSplit({ columns });
    },
    get DisplayGridlines() {
      return showsGridlines(book.active);
    },
    set DisplayGridlines(shown: boolean) {
      setGridlines(book.active, shown);
    },
  });
}

export function wpsOver(book: Book, options: StandInOptions = {}): StandIn {
  const world = new World(book, options.trace ?? (() => undefined), { range: wpsRange, sheet: wpsSheet });
  const functions = new Map<string, RegisteredFunction>();
  const workbook = world.strict<WpsWorkbook>("Workbook", {
    Name: "工作簿1.xlsx",
    FullName: "/workbench/工作簿1.xlsx",
    ReadOnly: options.readOnly ?? false,
    get ProtectStructure() {
      return book.structureProtected;
    },
    get ActiveSheet() {
      return world.sheet(book.active);
    },
    Worksheets: wpsSheets(world),
    Names: wpsNames(world),
    CustomXMLParts: wpsXmlParts(world),
  });
  const { switches } = world;
  const registry: FunctionRegistry = {
    AddCustomFunction: (namespace, name, code, metadata) => {
      functions.set(`${namespace}.${name}`, { code, metadata });
    },
  };
  const members: WpsApplication = {
    ...VERSION,
    ActiveWorkbook: workbook,
    ActiveWindow: windowOf(world),
    get Selection(): unknown {
      const [range, ...more] = book.selection;
      return range === undefined || more.length > 0 ? null : world.range(book.active, range);
    },
    ApiEvent: wpsEvents(world, workbook),
    get Ready() {
      return options.ready?.() ?? true;
    },
    get ScreenUpdating() {
      return switches.ScreenUpdating;
    },
    set ScreenUpdating(on: boolean) {
      switches.ScreenUpdating = on;
    },
    get DisplayAlerts() {
      return switches.DisplayAlerts;
    },
    set DisplayAlerts(on: boolean) {
      switches.DisplayAlerts = on;
    },
    get EnableEvents() {
      return switches.EnableEvents;
    },
    set EnableEvents(on: boolean) {
      switches.EnableEvents = on;
    },
    CalculateFull: () => book.link.recalculate(),
  };
  // Object.assign would read the getters: the registration is put onto the object itself.
  if (options.functions !== false)
    Object.defineProperty(members, "AddCustomFunction", { value: registry.AddCustomFunction, configurable: true });
  return { application: world.strict("Application", members), functions };
}
