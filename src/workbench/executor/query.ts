/** Answers a load: which properties of an object, of the objects under it and of a collection's items the client asked for. */
import { ExcelError } from "./excel-error";
import type { Bound, Scope } from "./member-table";
import { memberName, wireName, type WireQuery } from "./wire";

/** `wire`: names as the client stores them (`RowCount`, `_Items`); `json`: as a person reads them (`retrieve`). */
type Shape = "wire" | "json";

/** Property names asked for, with what is asked of the objects under them. */
type Wanted = Map<string, Wanted>;

function wantedOf(paths: readonly string[]): Wanted {
  const wanted: Wanted = new Map();
  for (const path of paths) {
    let at = wanted;
    for (const part of path.split(/[/.]/)) {
      // Microsoft's samples load this to have a collection's items without any of their properties.
      if (part === "" || part === "$none" || part.toLowerCase() === "nopropertiesneeded") continue;
      const name = part === "*" || part === "$all" ? "*" : memberName(part);
      const next: Wanted = at.get(name) ?? new Map<string, Wanted>();
      at.set(name, next);
      at = next;
    }
  }
  return wanted;
}

export async function runQuery(target: Bound, query: WireQuery, scope: Scope, shape: Shape): Promise<object> {
  const select = query.Select ?? [];
  const expand = query.Expand ?? [];
  const wanted = wantedOf([...(select.length === 0 ? ["*"] : select), ...expand.map((path) => `${path}/*`)]);
  return target.isCollection ? collection(target, wanted, query, scope, shape) : scalars(target, wanted, scope, shape);
}

async function collection(
  target: Bound,
  wanted: Wanted,
  query: WireQuery,
  scope: Scope,
  shape: Shape,
): Promise<object> {
  const own: Wanted = new Map();
  const ofItems: Wanted = new Map();
  for (const [name, under] of wanted) {
    // A collection's own few properties (`count`) share the list with those of its items.
    if (target.isScalar(name)) own.set(name, under);
    else if (name === "items") for (const [inner, deeper] of under) ofItems.set(inner, deeper);
    else ofItems.set(name, under);
  }
  const skip = query.Skip ?? 0;
  const all = target.items(scope);
  const picked = all.slice(skip, query.Top === undefined || query.Top === null ? undefined : skip + query.Top);
  const items: object[] = [];
  for (const item of picked) {
    items.push(
      item.isCollection
        ? await collection(item, ofItems, {}, scope, shape)
        : await scalars(item, ofItems, scope, shape),
    );
    await scope.slices.pause();
  }
  const answer = await scalars(target, own, scope, shape);
  return { ...answer, [shape === "wire" ? "_Items" : "items"]: items };
}

async function scalars(target: Bound, wanted: Wanted, scope: Scope, shape: Shape): Promise<object> {
  const answer: Record<string, unknown> = { ...target.identity() };
  const key = (name: string): string => (shape === "wire" ? wireName(name) : name);
  const names = new Map<string, Wanted>();
  for (const [name, under] of wanted) {
    if (name === "*") for (const scalar of target.scalarNames) names.set(scalar, new Map());
    else names.set(name, under);
  }
  for (const [name, under] of names) {
    try {
      if (target.isScalar(name)) {
        if (target.isCalculated(name)) await scope.book.link.calculation.settle();
        answer[key(name)] = target.get(name, scope);
      } else {
        const object = target.object(name, scope);
        const deeper: Wanted = under.size === 0 ? new Map([["*", new Map<string, Wanted>()]]) : under;
        if (object === null) answer[key(name)] = null;
        else
          answer[key(name)] = object.isCollection
            ? await collection(object, deeper, {}, scope, shape)
            : await scalars(object, deeper, scope, shape);
      }
    } catch (cause) {
      if (cause instanceof ExcelError) cause.location ??= `${target.className}.${name}`;
      throw cause;
    }
    await scope.slices.pause();
  }
  return answer;
}
