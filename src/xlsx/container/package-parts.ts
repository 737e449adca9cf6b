/**
 * The zip container of an xlsx file as a list of named parts. Parts that nobody sets are copied compressed, byte for byte,
 * when the package is written again: that is how an analyst's own sheets come through a scoring run exactly as they were.
 */
import { BrokenWorkbook, WorkbookTooLarge } from "../faults";
import { parseXml, type XmlNode } from "../xml/tree";
import { joined, PLAIN_CODEC, type ZipCodec } from "./codec";
import { partText } from "./part-text";
import { CENTRAL, END, IN_ZIP64, LOCAL, zipEntries, type ZipEntry } from "./zip-directory";

const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980: new parts carry no clock time, so the same input gives the same file. */
const NO_DATE = 33;
const FLAG_UTF8 = 0x800;
/** Parts of a workbook shrink to a tenth or so. What shrinks to less than a sixtieth was made to burst whoever opens it, beyond what never hurts. */
const MOST_SWELLING = 60;
const HARMLESS = 64_000_000;
/** Deflate writes two bits for 258 bytes at best (RFC 1951): a size beyond that is a damaged entry, not a large part. */
const BEST_DEFLATE = 1032;
/** The longest list of bytes that every machine this runs on can hold at once. */
const LARGEST_PART = 2_000_000_000;

export class PackageParts {
  /** Keyed by the name in lower case, because part names are compared without case. Order is the order in the file. */
  private readonly entries = new Map<string, ZipEntry>();
  private readonly sound = new Set<ZipEntry>();

  private constructor(private readonly codec: ZipCodec) {}

  /** Reads the directory of a zip file; parts are unpacked only when asked for. @throws BrokenWorkbook */
  static open(bytes: Uint8Array, codec: ZipCodec = PLAIN_CODEC): PackageParts {
    const parts = new PackageParts(codec);
    for (const entry of zipEntries(bytes)) parts.entries.set(partName(entry.name), entry);
    return parts;
  }

  static empty(codec: ZipCodec = PLAIN_CODEC): PackageParts {
    return new PackageParts(codec);
  }

  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** Bytes of all parts as they are packed. */
  get packedSize(): number {
    let size = 0;
    for (const { compressed } of this.entries.values()) size += compressed.length;
    return size;
  }

  has(name: string): boolean {
    return this.entries.has(partName(name));
  }

  /**
   * The unpacked bytes of a part.
   * @throws BrokenWorkbook where the part is missing or damaged
   * @throws WorkbookTooLarge where it would unpack to more than can be held
   */
  bytes(name: string): Uint8Array {
    const entry = this.entry(name);
    if (entry.size > entry.compressed.length * BEST_DEFLATE)
      throw new BrokenWorkbook(entry.name, {
        zh: "目录里写的大小不可能",
        en: "its directory gives a size that can't be",
      });
    const most = Math.min(LARGEST_PART, Math.max(HARMLESS, entry.compressed.length * MOST_SWELLING));
    if (entry.size > most) {
      const [size, limit] = [entry.size, most].map((bytes) => Math.round(bytes / 1_000_000));
      throw new WorkbookTooLarge(entry.name, {
        zh: `解压后有 ${size} MB，最多能读 ${limit} MB`,
        en: `it unpacks to ${size} MB, ${limit} MB are the most that is read`,
      });
    }
    const data = this.unpacked(entry);
    if (data === null) throw new BrokenWorkbook(entry.name, { zh: "解不开压缩", en: "it can't be unpacked" });
    if (data.length !== entry.size || this.codec.checksum(data) !== entry.checksum)
      throw new BrokenWorkbook(entry.name, { zh: "内容和校验和对不上", en: "it does not match its checksum" });
    this.sound.add(entry);
    return data;
  }

  /** Looks at the parts that nobody has read, too: what is handed on must be whole. @throws BrokenWorkbook @throws WorkbookTooLarge */
  requireSound(): void {
    for (const entry of this.entries.values()) if (!this.sound.has(entry)) this.bytes(entry.name);
  }

  /** The text of an XML part in pieces, without a byte order mark. @throws BrokenWorkbook @throws WorkbookTooLarge */
  pieces(name: string): Iterable<string> {
    return partText(this.entry(name).name, this.bytes(name));
  }

  /** The text of an XML part, without a byte order mark. @throws BrokenWorkbook @throws WorkbookTooLarge */
  text(name: string): string {
    return [...this.pieces(name)].join("");
  }

  /** @throws BrokenWorkbook @throws WorkbookTooLarge */
  xml(name: string): XmlNode {
    return parseXml(this.text(name), name);
  }

  /** Adds a part, or replaces one in its place. Of a text in pieces no more than some megabytes stand in memory unpacked. */
  set(name: string, content: string | Uint8Array | Iterable<string>): void {
    const deflate = this.codec.deflater();
    const packed: Uint8Array[] = [];
    let [checksum, size] = [0, 0];
    const add = (piece: Uint8Array, last: boolean): void => {
      checksum = this.codec.checksum(piece, checksum);
      size += piece.length;
      packed.push(deflate(piece, last));
    };
    if (content instanceof Uint8Array) add(content, true);
    else for (const [piece, last] of encoded(typeof content === "string" ? [content] : content)) add(piece, last);
    this.entries.set(partName(name), {
      name: this.entries.get(partName(name))?.name ?? name,
      method: DEFLATED,
      checksum,
      size,
      compressed: joined(packed),
      time: 0,
      date: NO_DATE,
    });
  }

  remove(name: string): void {
    this.entries.delete(partName(name));
  }

  toBytes(): Uint8Array {
    const chunks: Uint8Array[] = [];
    const directory: Uint8Array[] = [];
    let offset = 0;
    for (const entry of this.entries.values()) {
      const name = new TextEncoder().encode(entry.name);
      chunks.push(localHeader(entry, name), name, entry.compressed);
      directory.push(centralHeader(entry, name, offset), name);
      offset += 30 + name.length + entry.compressed.length;
    }
    const directorySize = directory.reduce((sum, chunk) => sum + chunk.length, 0);
    if (offset + directorySize >= IN_ZIP64 || this.entries.size >= 0xffff) {
      throw new RangeError("the workbook would be larger than 4 GB");
    }
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, END, true);
    end.setUint16(8, this.entries.size, true);
    end.setUint16(10, this.entries.size, true);
    end.setUint32(12, directorySize, true);
    end.setUint32(16, offset, true);
    return joined([...chunks, ...directory, new Uint8Array(end.buffer)]);
  }

  private entry(name: string): ZipEntry {
    const entry = this.entries.get(partName(name));
    if (!entry) throw new BrokenWorkbook(name, { zh: "文件里没有这个部件", en: "the part is missing" });
    return entry;
  }

  private unpacked({ name, method, size, compressed }: ZipEntry): Uint8Array | null {
    if (method === STORED) return compressed;
    if (method !== DEFLATED)
      throw new BrokenWorkbook(name, { zh: `压缩方法 ${method} 不认识`, en: `zip method ${method} is not known` });
    return size === 0 ? new Uint8Array(0) : this.codec.inflate(compressed, size);
  }
}

/** Characters that are encoded and packed at a time: enough that cutting the text into pieces costs nothing. */
const PIECE = 1 << 20;

/** The text as bytes, piece by piece, the last one marked. */
function* encoded(texts: Iterable<string>): Generator<readonly [Uint8Array, last: boolean], void> {
  const encoder = new TextEncoder();
  let gathered: string[] = [];
  let length = 0;
  for (const text of texts) {
    if (length >= PIECE) {
      yield [encoder.encode(gathered.join("")), false];
      gathered = [];
      length = 0;
    }
    gathered.push(text);
    length += text.length;
  }
  yield [encoder.encode(gathered.join("")), true];
}

function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

/** Fills in the 26 bytes that a local header and a directory entry have in common, from "version needed" to "extra length". */
function fillShared(view: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, name.length === entry.name.length ? 0 : FLAG_UTF8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, entry.time, true);
  view.setUint16(at + 8, entry.date, true);
  view.setUint32(at + 10, entry.checksum, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
}

function localHeader(entry: ZipEntry, name: Uint8Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, LOCAL, true);
  fillShared(view, 4, entry, name);
  return new Uint8Array(view.buffer);
}

function centralHeader(entry: ZipEntry, name: Uint8Array, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, 20, true);
  fillShared(view, 6, entry, name);
  view.setUint32(42, offset, true);
  return new Uint8Array(view.buffer);
}
