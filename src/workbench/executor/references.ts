/** Objects the client keeps across requests, by the id it was given for each. */
import type { Bound } from "./member-table";

export class References {
  private readonly byId = new Map<string, Bound>();
  private readonly ids = new WeakMap<Bound, string>();
  private last = 0;

  has(object: Bound): boolean {
    const id = this.ids.get(object);
    return id !== undefined && this.byId.has(id);
  }

  keep(object: Bound): string {
    const known = this.ids.get(object);
    if (known !== undefined && this.byId.has(known)) return known;
    this.last += 1;
    const id = `ref-${this.last}`;
    this.byId.set(id, object);
    this.ids.set(object, id);
    return id;
  }

  get(id: string): Bound | null {
    return this.byId.get(id) ?? null;
  }

  release(id: string): void {
    this.byId.delete(id);
  }

  get count(): number {
    return this.byId.size;
  }
}
