import { normalColor } from "../book/cell-style";
import { text } from "./arguments";
import { COLOR_NAMES } from "./color-names";
import { refuse } from "./excel-error";

/** A colour as Excel takes it: `#RRGGBB` or an HTML colour name. */
export function color(value: unknown): string {
  const given = text(value).trim();
  const named = COLOR_NAMES.get(given.toLowerCase());
  if (named !== undefined) return named;
  return /^#?[0-9a-f]{6}$/i.test(given)
    ? normalColor(given)
    : refuse("InvalidArgument", "A colour is #RRGGBB or an HTML colour name.");
}
