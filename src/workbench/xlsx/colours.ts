/** Colours of a workbook, which may be given directly, by number or as a shade of the theme, as `#RRGGBB`. */
import { childOf, findIn, type XmlNode } from "../../xlsx/xml/tree";

/** Excel's fixed palette, numbers 8 to 63. */
const PALETTE =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080
9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** Office's theme since 2013, in the order that theme numbers count. */
const OFFICE = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

const ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** Which colours the theme's numbers stand for; the Office theme where the workbook has none. */
export type Theme = readonly string[];

export function themeOf(root: XmlNode | undefined): Theme {
  const scheme = findIn(root, "clrScheme");
  if (!scheme) return OFFICE;
  return ORDER.map((name, index) => {
    const [colour] = childOf(scheme, name)?.children ?? [];
    return colour?.attributes.lastClr ?? colour?.attributes.val ?? OFFICE[index] ?? "000000";
  });
}

/** A colour element (`<color>`, `<fgColor>`, …); undefined for "automatic" and for the theme's plain text colour. */
export function colourOf(node: XmlNode | undefined, theme: Theme): string | undefined {
  const { rgb, theme: number, indexed, tint } = node?.attributes ?? {};
  if (rgb !== undefined) return shade(rgb.slice(-6), tint);
  if (number !== undefined) {
    if (number === "1" && tint === undefined) return undefined;
    const base = theme[Number(number)];
    return base === undefined ? undefined : shade(base, tint);
  }
  const place = indexed === undefined ? Number.NaN : Number(indexed);
  const base = PALETTE[place < 8 ? place : place - 8];
  return base === undefined ? undefined : shade(base, tint);
}

/** A tint moves the lightness: above 0 towards white, below towards black (ECMA-376, 18.8.19). */
function shade(hex: string, tint: string | undefined): string {
  const by = Number(tint ?? 0);
  const colour = `#${hex.toUpperCase()}`;
  if (by === 0 || !/^[0-9A-F]{6}$/i.test(hex)) return colour;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const moved = by < 0 ? light * (1 + by) : light * (1 - by) + by;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const channel = (value: number): string => {
    const place = spread === 0 ? 0 : (value - low) / spread;
    return Math.round((moved + (place - 0.5) * chroma) * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(red)}${channel(green)}${channel(blue)}`.toUpperCase();
}
