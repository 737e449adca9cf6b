/** The texts of one column's headings from the group down: as the sheet shows them, and as they are looked up. */
import { cellText, type Cell } from "../../words/grid";
import type { TopCell } from "./heading-cells";
import type { HeadingIndex, HeadingMatch } from "./heading-index";

/** A longer text is an explanation, not a heading. */
const longestHeading = 80;

export class HeadingLevels {
  /** As in the sheet. */
  readonly shown: string[] = [];
  /** Without instructions. */
  private readonly said: string[] = [];
  /** The same without words such as 累计 that only say which figure stands here. */
  private readonly reduced: string[] = [];

  constructor(private readonly index: HeadingIndex) {}

  /** Adds what a cell says below the levels so far, `onlyAdding` in a row of additions; false where it says nothing. */
  add(cell: Cell, kind: TopCell, onlyAdding: boolean): boolean {
    const text = cellText(cell);
    if (kind.kind === "year") return this.push(kind.bare ? kind.text : text, kind.text, kind.text);
    const below = this.shown.length > 0;
    const named = this.index.match([text]).field !== null;
    const measured = kind.kind === "unit" || kind.kind === "figure" || kind.kind === "change";
    if (onlyAdding && below && (named || !measured)) {
      return kind.kind === "guide" && kind.adds !== "" && this.push(text, kind.adds, kind.adds);
    }
    return this.push(text, text, below && !named && kind.kind === "figure" ? kind.adds : text);
  }

  private push(shown: string, said: string, reduced: string): boolean {
    this.shown.push(shown);
    this.said.push(said);
    if (reduced !== "") this.reduced.push(reduced);
    return true;
  }

  /** The field they name; words that only say which figure stands here are left out where they name none. */
  match(): HeadingMatch {
    const { said, reduced } = this;
    if (said.join("").length > longestHeading * said.length) return this.index.match([]);
    const full = this.index.match(said);
    if (full.field !== null || reduced.join() === said.join()) return full;
    const match = this.index.match(reduced);
    return match.field === null ? full : match;
  }
}
