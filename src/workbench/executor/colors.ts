import { normalColor } from "../book/cell-style";
import { text } from "./arguments";
import { refuse } from "./excel-error";

/** A colour as Excel takes it: `#RRGGBB` or one of a few names. */
export function color(value: unknown): string {
  const given = text(value).trim();
  const named = NAMED[given.toLowerCase()];
  if (named !== undefined) return named;
  return /^#?[0-9a-f]{6}$/i.test(given)
    ? normalColor(given)
    : refuse("InvalidArgument", "A colour is #RRGGBB or an HTML colour name.");
}

const NAMED: Readonly<Partial<Record<string, string>>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  navy: "#000080",
  teal: "#008080",
};
