/** The formats part of a shared workbook: one cell format a look, and the colours of status words. */
import { HEADING_BACK, REMARK_TEXT, TITLE_SIZE, TONE_COLOURS } from "../../sheet/results/result-look";
import type { CopyLook } from "./copy-book";

const LOOKS: Readonly<
  Record<CopyLook, { font: number; fill: number; format: number; wrap?: boolean; free?: boolean; centred?: boolean }>
> = {
  plain: { font: 0, fill: 0, format: 0 },
  wrapped: { font: 0, fill: 0, format: 0, wrap: true },
  title: { font: 1, fill: 0, format: 0 },
  remark: { font: 2, fill: 0, format: 0 },
  heading: { font: 3, fill: 2, format: 0, wrap: true, centred: true },
  band: { font: 3, fill: 2, format: 0 },
  number: { font: 0, fill: 0, format: 164 },
  percent: { font: 0, fill: 0, format: 165 },
  date: { font: 0, fill: 0, format: 166 },
  points: { font: 0, fill: 0, format: 0 },
  status: { font: 0, fill: 0, format: 0 },
  "free-number": { font: 0, fill: 3, format: 164, free: true },
  "free-percent": { font: 0, fill: 3, format: 165, free: true },
  "free-text": { font: 0, fill: 3, format: 0, free: true },
  "free-points": { font: 0, fill: 3, format: 0, free: true },
  "free-date": { font: 0, fill: 3, format: 166, free: true },
  "line-number": { font: 2, fill: 0, format: 164 },
  "line-percent": { font: 2, fill: 0, format: 165 },
  "line-text": { font: 2, fill: 0, format: 0 },
  "line-points": { font: 2, fill: 0, format: 0 },
};

const ORDER = Object.keys(LOOKS);

/** Number of the cell format of a look. */
export function styleOf(look: CopyLook): number {
  return ORDER.indexOf(look);
}

/** The differential formats for status words, in this order. */
export const TONES = ["good", "bad", "unknown"] as const;

const argb = (colour: string): string => `FF${colour.slice(1)}`;
const FREE_BACK = "FFFFF8DC";

export function stylesPart(): string {
  const solid = (rgb: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
  const font = (inner: string): string => `<font>${inner}<name val="宋体"/><charset val="134"/></font>`;
  const fonts = [
    font(`<sz val="11"/>`),
    font(`<b/><sz val="${TITLE_SIZE}"/>`),
    font(`<sz val="11"/><color rgb="${argb(REMARK_TEXT)}"/>`),
    font(`<b/><sz val="11"/><color rgb="FFFFFFFF"/>`),
  ];
  const fills = [
    `<fill><patternFill patternType="none"/></fill>`,
    `<fill><patternFill patternType="gray125"/></fill>`,
    solid(argb(HEADING_BACK)),
    solid(FREE_BACK),
  ];
  // Endless growth (a blank cell) is shown as a sign instead of a number of 250 digits.
  const formats = [
    [164, `[>=1000000000000000]"∞";[<=-1000000000000000]"-∞";General`],
    [165, `[>=1000000000000000]"∞";[<=-1000000000000000]"-∞";0.00##%`],
    [166, "yyyy-mm-dd"],
  ] as const;
  const cells = Object.values(LOOKS).map(({ font: f, fill, format, wrap, free, centred }) => {
    const align = wrap
      ? `<alignment vertical="${centred ? "center" : "top"}"${centred ? ` horizontal="center"` : ""} wrapText="1"/>`
      : "";
    const lock = free ? `<protection locked="0"/>` : "";
    const applies = `${wrap ? ` applyAlignment="1"` : ""}${free ? ` applyProtection="1"` : ""}`;
    return `<xf numFmtId="${format}" fontId="${f}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${applies}>${align}${lock}</xf>`;
  });
  const tones = TONES.map((tone) => {
    const { text, back } = TONE_COLOURS[tone];
    return `<dxf><font><color rgb="${argb(text)}"/></font><fill><patternFill><bgColor rgb="${argb(back)}"/></patternFill></fill></dxf>`;
  });
  const list = (name: string, items: readonly string[]): string =>
    `<${name} count="${items.length}">${items.join("")}</${name}>`;
  return (
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    list(
      "numFmts",
      formats.map(
        ([id, code]) =>
          `<numFmt numFmtId="${id}" formatCode="${code.replaceAll("&", "&amp;").replaceAll(">", "&gt;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")}"/>`,
      ),
    ) +
    list("fonts", fonts) +
    list("fills", fills) +
    list("borders", [`<border><left/><right/><top/><bottom/><diagonal/></border>`]) +
    list("cellStyleXfs", [`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]) +
    list("cellXfs", cells) +
    list("cellStyles", [`<cellStyle name="Normal" xfId="0" builtinId="0"/>`]) +
    list("dxfs", tones) +
    `</styleSheet>`
  );
}
