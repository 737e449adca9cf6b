/**
 * The texts that cells share: each is written once and cells name it by number. Those of a workbook that is there keep their numbers; new
 * ones are added at the end, and one that is there already in the same words is used again, so a rerun adds nothing.
 */
import type { PackageParts } from "../container/package-parts";
import { fittingText } from "../cell-text";
import { stringItem } from "../read/string-item";
import { applySplices, attributeOf, rootOf, withAttribute } from "../xml/markup";
import { XmlScanner } from "../xml/scan";
import { textElement } from "./cell-markup";

/** Texts of one column that are kept in mind. What a column says after so many others is hardly said twice, and memory has an end. */
const MOST_OF_A_COLUMN = 2_000;
/** Texts written as one piece. */
const PIECE = 1_000;
/** A list of more bytes is left alone: going through it would take longer than sharing saves. */
const LARGE = 16 << 20;

/** The number of a text, or null where it is better written in its cell. */
export type NumberOf = (text: string) => number | null;

export class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private readonly added: string[] = [];
  /** Texts in the workbook before. */
  private before = 0;
  private readonly closed: boolean;

  /** @param part the workbook's list of shared texts; null where it has none */
  constructor(
    private readonly parts: PackageParts,
    readonly part: string | null,
  ) {
    const bytes = part === null ? 0 : parts.bytes(part).length;
    this.closed = bytes > LARGE;
    if (part !== null && !this.closed) this.take(part);
  }

  /** How many texts were added. */
  get size(): number {
    return this.added.length;
  }

  /** The number of a text, which is added where it is not there. */
  place(text: string): number {
    const fitting = fittingText(text);
    const known = this.numbers.get(fitting);
    if (known !== undefined) return known;
    const number = this.before + this.added.push(fitting) - 1;
    this.numbers.set(fitting, number);
    return number;
  }

  /** Numbers for the cells of one column of a long sheet, the same ones however often the sheet is written again. */
  column(): NumberOf {
    if (this.closed) return () => null;
    const own = new Map<string, number>();
    return (text) => {
      const known = own.get(text);
      if (known !== undefined) return known;
      if (own.size >= MOST_OF_A_COLUMN) return null;
      const number = this.place(text);
      own.set(text, number);
      return number;
    };
  }

  /** The list of a workbook that had none, in pieces. */
  *xml(namespace: string): Generator<string, void> {
    yield `<sst xmlns="${namespace}" uniqueCount="${this.added.length}">`;
    yield* this.items("");
    yield "</sst>";
  }

  /** Adds the new texts to the list that is there. */
  write(): void {
    const { part } = this;
    if (part === null || this.added.length === 0) return;
    const xml = this.parts.text(part);
    const root = rootOf(xml);
    if (root === undefined) return;
    const { prefix } = root;
    const total = String(this.before + this.added.length);
    const counted = withAttribute(root, "uniqueCount", total);
    // How often texts are used altogether need not be said, and would be wrong now.
    const tag =
      attributeOf(root, "count") === undefined ? counted : counted.replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, "");
    const items = [...this.items(prefix)].join("");
    const end = xml.lastIndexOf("</");
    const splices =
      root.kind === "empty"
        ? [{ start: root.start, end: root.end, text: `${tag.replace(/\s*\/>$/, ">")}${items}</${prefix}sst>` }]
        : [
            { start: root.start, end: root.end, text: tag },
            { start: end, end, text: items },
          ];
    this.parts.set(part, applySplices(xml, splices));
  }

  private *items(prefix: string): Generator<string, void> {
    for (let at = 0; at < this.added.length; at += PIECE) {
      const items = this.added.slice(at, at + PIECE).map((text) => `<si>${textElement(text)}</si>`);
      yield prefix === "" ? items.join("") : items.join("").replace(/<(\/?)(?=(?:si|t)[\s>/])/g, `<$1${prefix}`);
    }
  }

  /** Takes note of the texts that are there. Those with looks of their own, or blanks at an end, are used by nobody else. */
  private take(part: string): void {
    const scanner = new XmlScanner(this.parts.pieces(part), part);
    scanner.next();
    if (scanner.kind !== "open") return;
    for (let kind = scanner.next(); kind !== "close"; kind = scanner.next()) {
      if (kind === "text") continue;
      if (scanner.name !== "si") {
        scanner.skip();
        continue;
      }
      const { text, plain } = stringItem(scanner);
      if (plain && text.trim() === text && !this.numbers.has(text)) this.numbers.set(text, this.before);
      this.before += 1;
    }
  }
}
