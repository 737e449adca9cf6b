/** Remarks on cells: the comments part and the old drawing that Excel still wants beside it. */
import { address } from "../../words/grid";
import { fittingText } from "../cell-text";
import { escapeText } from "../xml/markup";

/** A remark on a cell; row and column count from 0. */
export interface Remark {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Left out where the product wrote it. */
  readonly author?: string;
}

const OURSELVES = "ZJTX";

export function commentsXml(notes: readonly Remark[], mainNamespace: string): string {
  const authors = [...new Set(notes.map(({ author = OURSELVES }) => author))];
  const all = notes.map(
    ({ row, column, text, author = OURSELVES }) =>
      `<comment ref="${address(row, column)}" authorId="${authors.indexOf(author)}"><text><t xml:space="preserve">${escapeText(fittingText(text))}</t></text></comment>`,
  );
  const named = authors.map((author) => `<author>${escapeText(author)}</author>`);
  return `<comments xmlns="${mainNamespace}"><authors>${named.join("")}</authors><commentList>${all.join("")}</commentList></comments>`;
}

export function noteDrawingXml(notes: readonly Remark[]): string {
  const shapes = notes.map(({ row, column, text }, index) => {
    const lines = text.split("\n").length + Math.floor(text.length / 24);
    const anchor = [column + 1, 15, row, 2, column + 4, 31, row + Math.min(12, Math.max(3, lines + 1)), 1].join(", ");
    return (
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>` +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${shapes.join("")}</xml>`
  );
}
