/**
 * `=`, `<>`, `<` and the like compare texts as they are: in Excel `*` and `?` stand for others in criteria and lookups alone, while Univer
 * takes them so wherever texts are compared.
 */
import type { FUniver } from "@univerjs/core/facade";
import { functionService } from "./function-service";
import type { UniverEngine } from "./univer-engine";

/** Comparisons, and functions that look for a text as it is unless an argument of theirs (its place, from 0) is 2. */
const LITERAL: ReadonlyMap<string, number | null> = new Map([
  ["COMPARE", null],
  ["SWITCH", null],
  ["UNIQUE", null],
  ["XLOOKUP", 4],
  ["XMATCH", 2],
]);
const PATTERNS = 2;

type Method = (this: unknown, ...values: unknown[]) => unknown;

function methodOf(owner: object, name: string): Method {
  const found: unknown = Reflect.get(owner, name);
  if (typeof found !== "function") throw new TypeError(`Univer's texts have no ${name}`);
  return function (...values) {
    const result: unknown = Reflect.apply(found, this, values);
    return result;
  };
}

let literally = false;
const patched = new WeakSet();

/** Call it after a workbook was opened: Univer starts its formula engine with the first one. */
export function compareTextsLiterally(
  univerAPI: FUniver,
  { BooleanValueObject, StringValueObject }: UniverEngine,
): void {
  const texts = StringValueObject.prototype;
  if (!patched.has(texts)) {
    patched.add(texts);
    const asPattern = methodOf(texts, "_checkWildcard");
    const asText = methodOf(texts, "_compareString");
    const checked: Method = function (value, operator) {
      if (!literally || !(this instanceof StringValueObject)) return asPattern.call(this, value, operator);
      const same = asText.call(this, this.getValue().toLocaleLowerCase(), value, operator);
      return BooleanValueObject.create(same === true);
    };
    Reflect.set(texts, "_checkWildcard", checked);
  }
  const service = functionService(univerAPI);
  for (const [name, mode] of LITERAL) {
    const executor = service.getExecutor(name);
    if (!executor || patched.has(executor)) continue;
    patched.add(executor);
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...variants) => {
      const asked = mode === null ? undefined : variants[mode];
      literally = !(asked && !asked.isReferenceObject() && Number(asked.getValue()) === PATTERNS);
      try {
        return calculate(...variants);
      } finally {
        literally = false;
      }
    };
  }
}
