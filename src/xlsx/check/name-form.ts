/** Which names Excel takes for defined names and tables. */
import { cellAt } from "./cell-range";
import { says } from "./finding";
import type { Text } from "../../words/text";

const LONGEST = 255;

/** Why Excel takes no such name; null where it does. */
export function nameFault(name: string): Text | null {
  if (name === "") return says("名字是空的", "the name is empty");
  if (name.length > LONGEST)
    return says(
      `名字有 ${name.length} 个字符，最多 ${LONGEST} 个`,
      `the name has ${name.length} characters; ${LONGEST} is the most`,
    );
  if (/^[^\p{L}_\\]/u.test(name) && /^[\p{ASCII}\p{P}\p{Z}]/u.test(name))
    return says(`名字不能以“${name.charAt(0)}”开头`, `a name can't begin with "${name.charAt(0)}"`);
  const odd = /[^\p{L}\p{M}\p{N}\p{S}_.\\?]/u.exec(name)?.[0] ?? /[+<=>|~^`$]/.exec(name)?.[0];
  if (odd !== undefined) return says(`名字里不能有“${odd}”`, `a name can't hold "${odd}"`);
  if (cellAt(name.toUpperCase()) || /^(R\d*C?\d*|C\d*)$/i.test(name))
    return says("名字像单元格地址", "the name reads as the address of a cell");
  if (/^(TRUE|FALSE)$/i.test(name)) return says("名字是逻辑值", "the name is a truth value");
  return null;
}
