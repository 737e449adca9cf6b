/**
 * How a class of Office.js is declared here: one table a class, members under the names of the documentation. `bind` joins a table
 * with one object of that class; the interpreter sees only the joined thing.
 */
import type { Book } from "../book/book";
import type { Slices } from "./slices";
import { ExcelError } from "./excel-error";
import type { Makers } from "./makers";
import type { View } from "./view";

/** What members may touch beside their own object. */
export interface Scope {
  readonly book: Book;
  /** Joins an object with the table of its class; tables that need one another meet here. */
  readonly make: Makers;
  /** What the person whose request it is has before them. */
  readonly view: View;
  /** Lets the page breathe in the middle of long work. */
  readonly slices: Slices;
  /** The object an event's range id or a tracked object's id stands for. */
  reference(id: string): Bound | null;
  release(id: string): void;
}

export interface Scalar<T> {
  /** Gives a JSON value; null where Excel has no single answer for a block of cells. */
  readonly get?: (target: T, scope: Scope) => unknown;
  readonly set?: (target: T, value: unknown, scope: Scope) => void | Promise<void>;
  /** Reading waits until every formula has its value. */
  readonly calculated?: true;
  /** Left out of a load that names no property: costly, or newer than what the client expects. */
  readonly onDemand?: true;
}

export interface ClassTable<T> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  /** Properties that are objects; null for a null object. */
  readonly objects?: Readonly<Record<string, (target: T, scope: Scope) => Bound | null>>;
  /** Methods; an object they give is a `Bound`, a null object is null. */
  readonly methods?: Readonly<Record<string, (target: T, args: readonly unknown[], scope: Scope) => unknown>>;
  /** Events that the client does not ask for: Office.js has an older way of its own for them. */
  readonly events?: readonly string[];
  /** Members of a collection, in order. */
  readonly items?: (target: T, scope: Scope) => readonly Bound[];
  /** `getItem` as the client writes it: by key. Throws `ItemNotFound`. */
  readonly indexer?: (target: T, args: readonly unknown[], scope: Scope) => Bound;
  /** Names the object on the wire: the scalar that `Id` or `_Id` comes from. */
  readonly id?: { readonly wire: "Id" | "_Id"; readonly of: (target: T) => string | number };
  /** The client keeps such objects by a reference id across requests (`track`). */
  readonly referenced?: true;
}

/** One object of a class: what the interpreter works on. */
export interface Bound {
  readonly className: string;
  readonly referenced: boolean;
  readonly scalarNames: readonly string[];
  readonly isCollection: boolean;
  /** For arguments: the object behind, which the receiving member recognises by class. */
  readonly target: unknown;
  identity(): Readonly<Record<string, string | number>>;
  isScalar(name: string): boolean;
  isCalculated(name: string): boolean;
  hasMethod(name: string): boolean;
  get(name: string, scope: Scope): unknown;
  set(name: string, value: unknown, scope: Scope): void | Promise<void>;
  object(name: string, scope: Scope): Bound | null;
  call(name: string, args: readonly unknown[], scope: Scope): unknown;
  item(args: readonly unknown[], scope: Scope): Bound;
  items(scope: Scope): readonly Bound[];
}

const bounds = new WeakSet();

/** Whether a method's answer is an object of Excel's rather than a plain value. */
export function isBound(value: unknown): value is Bound {
  return typeof value === "object" && value !== null && bounds.has(value);
}

function missing(table: string, member: string): ExcelError {
  return new ExcelError("NotImplemented", `The workbench does not have ${table}.${member}.`);
}

function own<V>(record: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

export function bind<T>(table: ClassTable<T>, target: T): Bound {
  const bound: Bound = {
    className: table.name,
    referenced: table.referenced ?? false,
    isCollection: table.items !== undefined,
    target,
    get scalarNames() {
      const scalars = Object.entries(table.scalars ?? {});
      return scalars.filter(([, scalar]) => scalar.get !== undefined && scalar.onDemand !== true).map(([name]) => name);
    },
    identity: () => (table.id === undefined ? {} : { [table.id.wire]: table.id.of(target) }),
    isScalar: (name) => own(table.scalars, name) !== undefined,
    isCalculated: (name) => own(table.scalars, name)?.calculated === true,
    hasMethod: (name) => own(table.methods, name) !== undefined,
    get: (name, scope) => {
      const get = own(table.scalars, name)?.get;
      if (get === undefined) throw missing(table.name, name);
      return get(target, scope);
    },
    set: (name, value, scope) => {
      const set = own(table.scalars, name)?.set;
      if (set === undefined) throw missing(table.name, name);
      return set(target, value, scope);
    },
    object: (name, scope) => {
      const get = own(table.objects, name);
      if (get === undefined) throw missing(table.name, name);
      return get(target, scope);
    },
    call: (name, args, scope) => {
      const method = own(table.methods, name);
      if (method === undefined) throw missing(table.name, name);
      return method(target, args, scope);
    },
    item: (args, scope) => {
      if (table.indexer === undefined) throw missing(table.name, "getItem");
      return table.indexer(target, args, scope);
    },
    items: (scope) => {
      if (table.items === undefined) throw missing(table.name, "items");
      return table.items(target, scope);
    },
  };
  bounds.add(bound);
  return bound;
}

/** What a table's names are read from: any class, whatever its objects are. */
type MemberNames = Readonly<
  Record<"name", string> &
    Partial<
      Record<"scalars" | "objects" | "methods", object> &
        Record<"items" | "indexer", unknown> &
        Record<"events", readonly string[]>
    >
>;

/** The client's private ways of switching events on, as events are called in public; null for what else is private. */
function publicName(name: string): string | null {
  const event = /^_Register(?:(\w+)Event|Event(\w+))$/.exec(name);
  if (event) return `on${(event[1] ?? event[2] ?? "").replace(/^Data/, "")}`;
  return name.startsWith("_") || WIRE_ONLY.has(name) ? null : name;
}

/** The client's own names for properties that are called otherwise in public. */
const WIRE_ONLY: ReadonlySet<string> = new Set(["gridlines"]);

/** `Class.member` of every member and event a table has, the client's private ones left out. */
export function membersOf(table: MemberNames): string[] {
  const names = new Set<string>(table.events);
  for (const part of [table.scalars, table.objects, table.methods])
    for (const name of Object.keys(part ?? {})) names.add(name);
  if (table.items !== undefined) names.add("items");
  if (table.indexer !== undefined) names.add("getItem");
  return [...names].flatMap((name) => publicName(name) ?? []).map((name) => `${table.name}.${name}`);
}
