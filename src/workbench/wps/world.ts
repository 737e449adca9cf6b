/** What the stand-in's objects share: the book, and the executor's members, which know how a workbook behaves. */
import type { CellRange } from "../../words/grid";
import type { WpsRange, WpsSheet } from "../../wps/host/objects";
import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { makers } from "../executor/classes";
import type { Bound, Scope } from "../executor/member-table";
import { Slices } from "../executor/slices";
import { PageView } from "../executor/view";
import { strict, type Trace } from "./strict";

export interface WpsMakers {
  readonly range: (world: World, sheet: Sheet, range: CellRange) => WpsRange;
  readonly sheet: (world: World, sheet: Sheet) => WpsSheet;
}

export class World {
  readonly scope: Scope;
  /** Whether the application tells of changes, asks and draws. */
  readonly switches = { ScreenUpdating: true, DisplayAlerts: true, EnableEvents: true };
  /** The panes' corner that the window will be frozen at, by sheet. */
  readonly splits = new Map<string, { rows: number; columns: number }>();

  constructor(
    readonly book: Book,
    readonly trace: Trace,
    private readonly making: WpsMakers,
  ) {
    this.scope = {
      book,
      make: makers,
      view: new PageView(book),
      slices: new Slices(),
      reference: () => null,
      release: () => undefined,
    };
  }

  strict<T extends object>(name: string, object: T): T {
    return strict(name, object, this.trace);
  }

  range(sheet: Sheet, range: CellRange): WpsRange {
    return this.making.range(this, sheet, range);
  }

  sheet(sheet: Sheet): WpsSheet {
    return this.making.sheet(this, sheet);
  }
}

/** WPS answers at once: a member of the executor that takes its time can't stand in for one of WPS's. */
export function atOnce<T>(value: T | Promise<T>): T {
  if (value instanceof Promise) throw new Error("this member of the executor is not synchronous");
  return value;
}

/** Reads and writes properties of one of the executor's objects. */
export class Members {
  constructor(
    private readonly world: World,
    private readonly bound: Bound,
  ) {}

  get(name: string): unknown {
    return this.bound.get(name, this.world.scope);
  }

  set(name: string, value: unknown): void {
    atOnce(this.bound.set(name, value, this.world.scope));
  }

  object(name: string): Members {
    const found = this.bound.object(name, this.world.scope);
    if (found === null) throw new Error(`${this.bound.className}.${name} is not there`);
    return new Members(this.world, found);
  }

  /** A member of a collection, by its key. */
  item(key: string): Members {
    return new Members(this.world, this.bound.item([key], this.world.scope));
  }

  call(name: string, ...args: readonly unknown[]): unknown {
    const answer = this.bound.call(name, args, this.world.scope);
    return atOnce(answer);
  }

  /** An object that a method gives. */
  made(name: string, ...args: readonly unknown[]): Members {
    const answer = this.call(name, ...args);
    if (!isBoundObject(answer)) throw new Error(`${this.bound.className}.${name} gave no object`);
    return new Members(this.world, answer);
  }
}

function isBoundObject(value: unknown): value is Bound {
  return typeof value === "object" && value !== null && "className" in value && "call" in value;
}
