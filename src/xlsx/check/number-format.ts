/** Number formats, as far as Excel refuses them when opening. */
import { says } from "./finding";
import type { Text } from "../../words/text";

const LONGEST = 255;
const MOST_SECTIONS = 4;
/** What may stand in square brackets: a colour, a comparison, elapsed time, a currency or language, digits of another script. */
const BRACKET =
  /^(?:\$.*|h+|m+|s+|(?:=|<>|<=?|>=?)\s*-?[\d.]+(?:E[+-]?\d+)?|black|blue|cyan|green|magenta|red|white|yellow|colou?r\s?\d+|(?:db|nat)num\d.*)$/i;

/** Why Excel takes no such format; null where it does. */
export function numberFormatFault(code: string): Text | null {
  if (code === "") return says("数字格式是空的", "the number format is empty");
  if (code.length > LONGEST)
    return says(
      `数字格式有 ${code.length} 个字符，最多 ${LONGEST} 个`,
      `the number format has ${code.length} characters; ${LONGEST} is the most`,
    );
  // What is quoted or escaped, and the sign after * and _, is no part of the form.
  const bare = code.replace(/"[^"]*"|\\.|[*_]./gsu, "");
  if (bare.includes('"')) return says("数字格式里的引号没有配对", "a quote of the number format is not closed");
  const odd = [...bare.matchAll(/\[([^[\]]*)\]/g)].find(([, inside = ""]) => !BRACKET.test(inside))?.[0];
  if (odd !== undefined) return says(`数字格式里没有 ${odd} 这种写法`, `a number format can't hold ${odd}`);
  const plain = bare.replace(/\[[^[\]]*\]/g, "");
  if (/[[\]]/.test(plain))
    return says("数字格式里的方括号没有配对", "a square bracket of the number format is not closed");
  if (plain.split(";").length > MOST_SECTIONS)
    return says(
      `数字格式有 ${plain.split(";").length} 段，最多 ${MOST_SECTIONS} 段`,
      `the number format has ${plain.split(";").length} sections; ${MOST_SECTIONS} is the most`,
    );
  const letter = /[A-Za-z]/.exec(plain.replace(/General|AM\/PM|A\/P|[ymdhsegbr]/gi, ""))?.[0];
  if (letter !== undefined)
    return says(`数字格式里的字母“${letter}”要加引号`, `the letter "${letter}" of the number format has to be quoted`);
  return null;
}
