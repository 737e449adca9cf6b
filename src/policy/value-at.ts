/** Plain data by the way to it: keys of groups, places in lists. */
export type Path = readonly (string | number)[];

/** What stands at the path; undefined where nothing does. A key finds nothing in a list, nor a place in a group that does not have it. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === "number" ? value[step] : undefined;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    return Reflect.get(value, step);
  }, data);
}
