/** Objects that have what they have and nothing more: asking for anything else is a mistake, and says so by name. */

/** How a member was used. */
export type Use = "get" | "set";

/** Told of every use of a member, before it happens; may throw, as WPS does at any time. */
export type Trace = (member: string, use: Use) => void;

/**
 * The object for the product's code, which knows it by the interface of src/wps/host/objects.ts.
 * @param name of its class in WPS
 */
export function strict<T extends object>(name: string, object: T, trace: Trace): T {
  const refuse = (key: string): never => {
    throw new Error(`The stand-in for WPS does not have ${name}.${key}.`);
  };
  return new Proxy(object, {
    get: (target, key) => {
      if (typeof key === "symbol") return undefined;
      // Whoever awaits or prints an object asks for these of anything.
      if (key === "then" || key === "toJSON" || key === "constructor") return undefined;
      if (!(key in target)) return refuse(key);
      trace(`${name}.${key}`, "get");
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => Reflect.apply(value, target, args);
    },
    set: (target, key, value) => {
      if (typeof key === "symbol" || !(key in target)) return refuse(String(key));
      trace(`${name}.${key}`, "set");
      return Reflect.set(target, key, value, target);
    },
  });
}
