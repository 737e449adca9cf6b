/**
 * XML, a token at a time: the one reader under everything that reads a workbook. It knows what XML allows (comments, CDATA, any white
 * space, prefixes, line ends of Windows) and refuses what XML does not, so that a part that is cut or garbled is never read as a shorter
 * one. Written by hand because a sheet has millions of tags: nothing is copied out of the text until it is asked for.
 */
import { BrokenWorkbook } from "../faults";

/** Elements inside one another; the formats of Office have some twenty. */
const DEEPEST = 200;
/** The formats know no tag with a tenth of it. */
const MOST_ATTRIBUTES = 1000;
/** So much of the text is at hand when a token begins, if there is so much left; only longer tokens make the reader look for more. */
const AHEAD = 1 << 16;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;
const EXCLAMATION = 33;
const DOUBLE = 34;
const AMPERSAND = 38;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

const isSpace = (code: number): boolean => code === BLANK || code === LINE_FEED || code === TAB || code === RETURN;

export type XmlKind = "open" | "close" | "empty" | "text" | "end";

/** Numbers kept for each attribute: where its name, its local name and its value begin and end, and whether the value says what it is. */
const NUMBERS = 6;

export class XmlScanner {
  kind: XmlKind = "end";
  /** Of the tag at hand, without its prefix. */
  name = "";
  /** With its colon, or nothing. */
  prefix = "";
  /** Where the token stands in the text. */
  start = 0;
  end = 0;
  private text = "";
  private cdata = false;
  private rootSeen = false;
  private readonly open: string[] = [];
  private readonly places: number[] = [];
  private attributes = 0;
  private local = 0;
  private plain = true;
  private readonly pieces: Iterator<string>;
  private more = true;

  /** @param part its name, for whoever is told that it is damaged */
  constructor(
    pieces: Iterable<string>,
    readonly part: string,
  ) {
    this.pieces = pieces[Symbol.iterator]();
  }

  /** Goes on to the next token and says what it is; comments, declarations and instructions are passed over. @throws BrokenWorkbook */
  next(): XmlKind {
    for (;;) {
      this.lookAhead();
      const at = this.end;
      this.start = at;
      if (at >= this.text.length) return this.finish();
      if (this.text.charCodeAt(at) !== LESS) {
        const next = this.find("<", at);
        this.end = next < 0 ? this.text.length : next;
        if (this.open.length > 0) return this.textToken(false);
        if (/[^\s\ufeff]/.test(this.raw())) throw this.broken("标签外面有文字", "there is text outside the tags");
        continue;
      }
      switch (this.text.charCodeAt(at + 1)) {
        case SLASH:
          return this.closing(at + 2);
        case QUESTION:
          this.skipTo("?>", at + 2);
          continue;
        case EXCLAMATION:
          if (this.declaration(at)) return this.textToken(true);
          continue;
        default:
          return this.opening(at + 1);
      }
    }
  }

  /** The token as it is written. */
  raw(): string {
    return this.text.slice(this.start, this.end);
  }

  /** What a text says. @throws BrokenWorkbook where it holds a reference to nothing */
  value(): string {
    if (this.cdata) return lineEnds(this.text.slice(this.start + 9, this.end - 3));
    return this.decoded(lineEnds(this.raw()));
  }

  /** An attribute of the tag at hand, by its name without prefix; a plain name goes before a prefixed one of the same name. */
  attribute(name: string): string | undefined {
    let prefixed: string | undefined;
    for (let index = 0; index < this.attributes * NUMBERS; index += NUMBERS) {
      const local = this.places[index + 1] ?? 0;
      const end = this.places[index + 2] ?? 0;
      if (end - local !== name.length || !this.text.startsWith(name, local)) continue;
      const from = this.places[index] ?? 0;
      if (from !== local && this.text.startsWith("xmlns:", from)) continue;
      const value = this.attributeValue(index);
      if (from === local) return value;
      prefixed ??= value;
    }
    return prefixed;
  }

  /** All attributes by name without prefix; declarations of namespaces are left out. */
  allAttributes(): Record<string, string> {
    const found: Record<string, string> = {};
    for (let index = 0; index < this.attributes * NUMBERS; index += NUMBERS) {
      const [from = 0, local = 0, end = 0] = this.places.slice(index, index + NUMBERS);
      const name = this.text.slice(local, end);
      if (name === "xmlns" || this.text.startsWith("xmlns:", from)) continue;
      if (from !== local && found[name] !== undefined) continue;
      found[name] = this.attributeValue(index);
    }
    return found;
  }

  /** Goes behind the end of the element whose opening tag is at hand. */
  skip(): void {
    if (this.kind !== "open") return;
    const depth = this.open.length;
    while (this.open.length >= depth) this.next();
  }

  broken(zh: string, en: string): BrokenWorkbook {
    return new BrokenWorkbook(this.part, { zh, en });
  }

  private textToken(cdata: boolean): XmlKind {
    this.cdata = cdata;
    this.kind = "text";
    return this.kind;
  }

  private finish(): XmlKind {
    if (this.open.length > 0 || !this.rootSeen) throw this.broken("没有写完，后面缺了", "it is cut off");
    this.kind = "end";
    return this.kind;
  }

  private opening(from: number): XmlKind {
    if (this.rootSeen && this.open.length === 0) throw this.broken("不止一个根元素", "it has more than one root");
    this.rootSeen = true;
    let at = this.nameEnd(from);
    const { local } = this;
    if (at === local) throw this.tag();
    this.prefix = this.text.slice(from, local);
    this.name = this.text.slice(local, at);
    this.attributes = 0;
    for (;;) {
      const before = at;
      at = this.spaceEnd(at);
      const code = this.text.charCodeAt(at);
      if (code === GREATER) {
        this.end = at + 1;
        this.open.push(this.prefix + this.name);
        if (this.open.length > DEEPEST) throw this.broken("嵌套太深", "it is nested too deep");
        this.kind = "open";
        return this.kind;
      }
      if (code === SLASH && this.text.charCodeAt(at + 1) === GREATER) {
        this.end = at + 2;
        this.kind = "empty";
        return this.kind;
      }
      if (at === before) throw this.tag();
      at = this.attributeAt(at);
    }
  }

  /** Notes the attribute that begins here and gives its end. */
  private attributeAt(from: number): number {
    const end = this.nameEnd(from);
    const { local } = this;
    let at = this.spaceEnd(end);
    if (end === from || this.text.charCodeAt(at) !== EQUALS) throw this.tag();
    at = this.spaceEnd(at + 1);
    const quote = this.text.charCodeAt(at);
    if (quote !== DOUBLE && quote !== SINGLE) throw this.tag();
    const close = this.valueEnd(at + 1, quote);
    // Each is compared with those before it: a tag made of a hundred thousand would take minutes.
    if (this.attributes >= MOST_ATTRIBUTES)
      throw this.broken("一个标签里属性太多", "one of its tags has too many attributes");
    for (let index = 0; index < this.attributes * NUMBERS; index += NUMBERS) {
      const other = this.places[index] ?? 0;
      const length = end - from;
      if ((this.places[index + 2] ?? 0) - other === length && this.text.startsWith(this.text.slice(from, end), other))
        throw this.broken("同一个属性写了两次", "an attribute stands twice in one tag");
    }
    const place = this.attributes * NUMBERS;
    this.places[place] = from;
    this.places[place + 1] = local;
    this.places[place + 2] = end;
    this.places[place + 3] = at + 1;
    this.places[place + 4] = close;
    this.places[place + 5] = this.plain ? 1 : 0;
    this.attributes += 1;
    return close + 1;
  }

  private closing(from: number): XmlKind {
    const name = this.open.pop() ?? "";
    const end = this.spaceEnd(from + name.length);
    if (name === "" || !this.text.startsWith(name, from) || this.text.charCodeAt(end) !== GREATER)
      throw end >= this.text.length
        ? this.broken("没有写完，后面缺了", "it is cut off")
        : this.broken("开始和结束的标签对不上", "its tags do not close as they open");
    const colon = name.indexOf(":");
    this.prefix = name.slice(0, colon + 1);
    this.name = name.slice(colon + 1);
    this.attributes = 0;
    this.end = end + 1;
    this.kind = "close";
    return this.kind;
  }

  /** True for a CDATA section, which is a text; a comment and a document type are passed over. */
  private declaration(at: number): boolean {
    if (this.text.startsWith("<!--", at)) this.skipTo("-->", at + 4);
    else if (this.text.startsWith("<![CDATA[", at)) {
      this.skipTo("]]>", at + 9);
      if (this.open.length === 0) throw this.broken("标签外面有文字", "there is text outside the tags");
      return true;
    } else {
      this.skipTo(">", at + 2);
      // Entities of its own are how a short text comes to stand for an endless one; Office's formats have none.
      if (this.raw().includes("[")) throw this.broken("里面定义了实体", "it defines entities of its own");
    }
    return false;
  }

  private skipTo(sign: string, from: number): void {
    const found = this.find(sign, from);
    if (found < 0) throw this.broken("没有写完，后面缺了", "it is cut off");
    this.end = found + sign.length;
  }

  /** The end of the name that begins here; `local` is then where it begins without its prefix. */
  private nameEnd(from: number): number {
    let at = from;
    this.local = from;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (isSpace(code) || code === EQUALS || code === SLASH || code === GREATER) break;
      if (code === LESS || code === DOUBLE || code === SINGLE) throw this.tag();
      if (code !== COLON) continue;
      if (at === this.local) throw this.tag();
      this.local = at + 1;
    }
    return at;
  }

  /** Where the value that begins here ends; `plain` is then whether it stands as it is meant. */
  private valueEnd(from: number, quote: number): number {
    this.plain = true;
    for (let at = from; at < this.text.length || this.pull(0); at++) {
      const code = this.text.charCodeAt(at);
      if (code === quote) return at;
      if (code === LESS) break;
      if (code === AMPERSAND || code < BLANK) this.plain = false;
    }
    throw this.tag();
  }

  private spaceEnd(from: number): number {
    let at = from;
    while (isSpace(this.text.charCodeAt(at))) at += 1;
    return at;
  }

  private attributeValue(index: number): string {
    const value = this.text.slice(this.places[index + 3], this.places[index + 4]);
    return this.places[index + 5] === 1 ? value : this.decoded(value.replace(/\r\n|[\t\n\r]/g, " "));
  }

  private decoded(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&(?:([A-Za-z]+)|#x([0-9A-Fa-f]{1,6})|#(\d{1,7}))?;?/g, (whole, name, hex, decimal) => {
      const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
      const character =
        name === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : "") : ENTITIES[String(name)];
      if (!whole.endsWith(";") || character === undefined || character === "")
        throw this.broken(`“${whole}”不是能用的字符引用`, `"${whole}" refers to no character`);
      return character;
    });
  }

  private tag(): BrokenWorkbook {
    return this.broken("有一个标签写坏了", "one of its tags is garbled");
  }

  /** Like `indexOf`, through pieces that are not at hand yet. */
  private find(sign: string, from: number): number {
    for (let start = from; ;) {
      const found = this.text.indexOf(sign, start);
      if (found >= 0) return found;
      start = Math.max(from, this.text.length - sign.length + 1);
      if (!this.pull(0)) return -1;
    }
  }

  private lookAhead(): void {
    while (this.more && this.text.length - this.end < AHEAD && this.pull(this.end)) continue;
  }

  /** Takes one more piece; what lies before `keepFrom` is let go. */
  private pull(keepFrom: number): boolean {
    if (!this.more) return false;
    const next = this.pieces.next();
    if (next.done === true) {
      this.more = false;
      return false;
    }
    this.text = this.text.slice(keepFrom) + next.value;
    this.end -= keepFrom;
    this.start -= keepFrom;
    return true;
  }
}

const ENTITIES: Readonly<Record<string, string | undefined>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function lineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
