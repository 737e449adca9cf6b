/** Runs one request of the client against the book: object paths become objects, actions run on them in order. */
import { ExcelError, refuse } from "./excel-error";
import { isBound, type Bound, type Scope } from "./member-table";
import { runQuery } from "./query";
import { References } from "./references";
import {
  ACTION,
  memberName,
  PATH,
  type WireAction,
  type WireArguments,
  type WireBody,
  type WireError,
  type WirePath,
  type WireResult,
} from "./wire";

/** Members of the client's own machinery that every class has. */
const KEEP_REFERENCE = "_KeepReference";

export interface Outcome {
  readonly results: readonly WireResult[];
  readonly traces: readonly number[];
  readonly error: WireError | null;
}

export class Interpreter {
  private readonly made = new Map<number, Bound | null>();

  constructor(
    private readonly body: WireBody,
    private readonly root: Bound,
    private readonly scope: Scope,
    private readonly references: References,
  ) {}

  async run(): Promise<Outcome> {
    const results: WireResult[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) {
          traces.push(action.Id);
          results.push({ ActionId: action.Id, Value: null });
        } else {
          results.push({ ActionId: action.Id, Value: (await this.act(action)) ?? null });
        }
      } catch (cause) {
        return { results, traces, error: wireError(cause, index, this.location(action)) };
      }
      await this.scope.slices.pause();
    }
    return { results, traces, error: null };
  }

  private async act(action: WireAction): Promise<unknown> {
    const target = await this.resolve(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return target === null ? null : this.identity(action, target);
    if (target === null) {
      // Reading a null object gives null; whatever else is asked of it has no effect in Excel either.
      return null;
    }
    switch (action.ActionType) {
      case ACTION.query:
        return runQuery(target, action.QueryInfo ?? {}, this.scope, "wire");
      case ACTION.queryAsJson:
        return runQuery(target, action.QueryInfo ?? {}, this.scope, "json");
      case ACTION.method:
        return this.call(target, action);
      case ACTION.set: {
        const [value] = await this.arguments(action.ArgumentInfo);
        await this.setProperty(target, memberName(action.Name), value);
        return null;
      }
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          await this.setProperty(target, memberName(name), value);
        return null;
      default:
        return refuse("NotImplemented", `The workbench does not know action type ${action.ActionType}.`);
    }
  }

  /** What the client needs to find the object again in the next request. */
  private identity(action: WireAction, target: Bound): object {
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const keep =
      target.referenced &&
      path?.D !== true &&
      path?.ObjectPathType !== PATH.property &&
      this.body.AutoKeepReference === true;
    return {
      ...target.identity(),
      ...((keep || this.references.has(target)) && { _ReferenceId: this.references.keep(target) }),
    };
  }

  private async setProperty(target: Bound, name: string, value: unknown): Promise<void> {
    try {
      await target.set(name, value, this.scope);
    } catch (cause) {
      throw located(cause, `${target.className}.${name}`);
    }
  }

  private async call(target: Bound, action: WireAction): Promise<unknown> {
    if (action.Name === KEEP_REFERENCE) {
      this.references.keep(target);
      return null;
    }
    const args = await this.arguments(action.ArgumentInfo);
    try {
      const answer = await target.call(memberName(action.Name), args, this.scope);
      return isBound(answer) ? answer.identity() : answer;
    } catch (cause) {
      throw located(cause, `${target.className}.${memberName(action.Name)}`);
    }
  }

  /** The object at a path; null for a null object. Each path is walked once a request. */
  private async resolve(id: number): Promise<Bound | null> {
    const known = this.made.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)] ?? refuse("InvalidReference");
    const object = await this.walk(path);
    this.made.set(id, object);
    return object;
  }

  private async walk(path: WirePath): Promise<Bound | null> {
    if (path.ObjectPathType === PATH.global) return this.root;
    if (path.ObjectPathType === PATH.null) return null;
    if (path.ObjectPathType === PATH.reference) return this.scope.reference(path.Name) ?? refuse("InvalidReference");
    if (typeof path.ParentObjectPathId !== "number")
      return refuse("NotImplemented", `The workbench cannot make a ${path.Name}.`);
    const parent = await this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    const member = path.ObjectPathType === PATH.indexer ? "getItem" : memberName(path.Name);
    try {
      if (path.ObjectPathType === PATH.property) return parent.object(member, this.scope);
      const args = await this.arguments(path.ArgumentInfo);
      if (path.ObjectPathType === PATH.indexer) return parent.item(args, this.scope);
      const answer = await parent.call(member, args, this.scope);
      return isBound(answer) ? answer : null;
    } catch (cause) {
      throw located(cause, `${parent.className}.${member}`);
    }
  }

  private async arguments(info: WireArguments | null | undefined): Promise<readonly unknown[]> {
    const plain = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds ?? [];
    const args: unknown[] = [];
    for (const [index, value] of plain.entries()) {
      const id = ids[index];
      if (typeof id === "number" && id !== 0) args.push(await this.resolve(id));
      else if (Array.isArray(id)) args.push(await this.objects(id, value));
      else args.push(value);
    }
    return args;
  }

  private async objects(ids: readonly unknown[], values: unknown): Promise<readonly unknown[]> {
    const list: unknown[] = [];
    for (const [index, id] of ids.entries()) {
      if (typeof id === "number" && id !== 0) list.push(await this.resolve(id));
      else list.push(Array.isArray(values) ? values[index] : null);
    }
    return list;
  }

  private location(action: WireAction): string {
    return action.Name === "" ? "" : memberName(action.Name);
  }
}

function located(cause: unknown, location: string): unknown {
  if (cause instanceof ExcelError) cause.location ??= location;
  return cause;
}

function wireError(cause: unknown, index: number, location: string): WireError {
  if (!(cause instanceof ExcelError)) throw cause;
  return {
    Code: cause.code,
    Message: cause.message,
    Location: cause.location ?? location,
    ActionIndex: index,
    HttpStatusCode: cause.status,
  };
}
