/**
 * The zip container of an xlsx file as a list of named parts. Parts that nobody sets are copied compressed, byte for byte,
 * when the package is written again: that is how an analyst's own sheets come through a scoring run exactly as they were.
 */
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { systemErrorCode } from "./system-error";

/** The bytes are no zip file, or one that is cut off or damaged. The message says what was wrong, for a developer. */
export class BrokenPackage extends Error {
  override name = "BrokenPackage";
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly compressed: Uint8Array;
  /** DOS time and date as stored, 16 bits each. */
  readonly time: number;
  readonly date: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980: new parts carry no clock time, so the same input gives the same file. */
const NO_DATE = 33;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 0x800;
const IN_ZIP64 = 0xffffffff;

export class PackageParts {
  /** Keyed by the name in lower case, because part names are compared without case. Order is the order in the file. */
  private readonly entries = new Map<string, Entry>();

  /** Reads the directory of a zip file; parts are unpacked only when asked for. @throws BrokenPackage */
  static open(bytes: Uint8Array): PackageParts {
    const parts = new PackageParts();
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      for (const entry of readDirectory(view)) parts.entries.set(entry.name.toLowerCase(), entry);
    } catch (error) {
      // A size or an offset that points outside the file.
      if (systemErrorCode(error) === "ERR_OUT_OF_RANGE")
        throw new BrokenPackage("the zip directory points outside the file");
      throw error;
    }
    return parts;
  }

  static empty(): PackageParts {
    return new PackageParts();
  }

  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The unpacked bytes of a part. @throws BrokenPackage where the part is missing or damaged */
  bytes(name: string): Buffer {
    const entry = this.entry(name);
    const data = unpack(entry);
    if (data.length !== entry.size || crc32(data) !== entry.checksum) {
      throw new BrokenPackage(`part ${name} does not match its checksum`);
    }
    return data;
  }

  /** How many bytes a part takes unpacked. @throws BrokenPackage where the part is missing */
  size(name: string): number {
    return this.entry(name).size;
  }

  /** The text of an XML part, without a byte order mark. Excel and its kin write UTF-8 only. @throws BrokenPackage */
  text(name: string): string {
    const data = this.bytes(name);
    return new TextDecoder("utf-8").decode(data);
  }

  /** Adds a part, or replaces one in its place. */
  set(name: string, content: string | Uint8Array): void {
    const data = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    const packed = deflateRawSync(data);
    this.entries.set(name.toLowerCase(), {
      name: this.entries.get(name.toLowerCase())?.name ?? name,
      method: DEFLATED,
      checksum: crc32(data),
      size: data.length,
      compressed: packed,
      time: 0,
      date: NO_DATE,
    });
  }

  /** Takes a part over from another package without unpacking it. @throws BrokenPackage where that part is missing */
  copy(from: PackageParts, name: string, newName: string): void {
    this.entries.set(newName.toLowerCase(), { ...from.entry(name), name: newName });
  }

  remove(name: string): void {
    this.entries.delete(name.toLowerCase());
  }

  toBytes(): Uint8Array {
    const chunks: Uint8Array[] = [];
    const directory: Uint8Array[] = [];
    let offset = 0;
    for (const entry of this.entries.values()) {
      const name = Buffer.from(entry.name, "utf8");
      const shared = sharedHeader(entry, name);
      const local = Buffer.alloc(4);
      local.writeUInt32LE(LOCAL);
      chunks.push(local, shared, name, entry.compressed);
      directory.push(centralHeader(shared, offset), name);
      offset += 30 + name.length + entry.compressed.length;
    }
    const directorySize = directory.reduce((sum, chunk) => sum + chunk.length, 0);
    if (offset + directorySize >= IN_ZIP64 || this.entries.size >= 0xffff) {
      throw new RangeError("the workbook would be larger than 4 GB");
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END);
    end.writeUInt16LE(this.entries.size, 8);
    end.writeUInt16LE(this.entries.size, 10);
    end.writeUInt32LE(directorySize, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...chunks, ...directory, end]);
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new BrokenPackage(`part ${name} is missing`);
    return entry;
  }
}

function unpack(entry: Entry): Buffer {
  if (entry.method === STORED) return Buffer.from(entry.compressed);
  if (entry.method !== DEFLATED) throw new BrokenPackage(`part ${entry.name} uses zip method ${entry.method}`);
  if (entry.size === 0) return Buffer.alloc(0);
  try {
    // A part may not unpack to more than its directory entry says: this stops zip bombs at the size they admit.
    return inflateRawSync(entry.compressed, { maxOutputLength: entry.size });
  } catch {
    throw new BrokenPackage(`part ${entry.name} can't be unpacked`);
  }
}

/** The 26 bytes that a local header and a directory entry have in common, from "version needed" to "extra length". */
function sharedHeader(entry: Entry, name: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(name.length === entry.name.length ? 0 : FLAG_UTF8, 2);
  header.writeUInt16LE(entry.method, 4);
  header.writeUInt16LE(entry.time, 6);
  header.writeUInt16LE(entry.date, 8);
  header.writeUInt32LE(entry.checksum, 10);
  header.writeUInt32LE(entry.compressed.length, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function centralHeader(shared: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL);
  header.writeUInt16LE(20, 4);
  shared.copy(header, 6);
  header.writeUInt32LE(offset, 42);
  return header;
}

function* readDirectory(file: Buffer): Generator<Entry> {
  const end = findEnd(file);
  let count = file.readUInt16LE(end + 10);
  let position = file.readUInt32LE(end + 16);
  if ((count === 0xffff || position === IN_ZIP64) && end >= 20) {
    const end64 = Number(file.readBigUInt64LE(end - 12));
    if (file.readUInt32LE(end64) !== END_64) throw new BrokenPackage("the zip64 directory is missing");
    count = Number(file.readBigUInt64LE(end64 + 32));
    position = Number(file.readBigUInt64LE(end64 + 48));
  }
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(position) !== CENTRAL) throw new BrokenPackage("the zip directory is damaged");
    const nameLength = file.readUInt16LE(position + 28);
    const extraLength = file.readUInt16LE(position + 30);
    const nameEnd = position + 46 + nameLength;
    const name = file.toString("utf8", position + 46, nameEnd).replaceAll("\\", "/");
    if (file.readUInt16LE(position + 8) & FLAG_ENCRYPTED) throw new BrokenPackage(`part ${name} is encrypted`);
    const { size, packedSize, offset } = sizes(file, position, nameEnd, nameEnd + extraLength);
    if (file.readUInt32LE(offset) !== LOCAL) throw new BrokenPackage(`part ${name} is not where the directory says`);
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    if (start + packedSize > file.length) throw new BrokenPackage(`part ${name} is cut off`);
    if (!name.endsWith("/")) {
      yield {
        name,
        method: file.readUInt16LE(position + 10),
        checksum: file.readUInt32LE(position + 16),
        size,
        compressed: file.subarray(start, start + packedSize),
        time: file.readUInt16LE(position + 12),
        date: file.readUInt16LE(position + 14),
      };
    }
    position = nameEnd + extraLength + file.readUInt16LE(position + 32);
  }
}

/** Sizes and offset of a directory entry; what does not fit 32 bits stands in the zip64 extra field, in this order. */
function sizes(file: Buffer, position: number, extraStart: number, extraEnd: number) {
  const small = [file.readUInt32LE(position + 24), file.readUInt32LE(position + 20), file.readUInt32LE(position + 42)];
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + file.readUInt16LE(at + 2)) {
    if (file.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    for (const [index, value] of small.entries()) {
      if (value !== IN_ZIP64) continue;
      small[index] = Number(file.readBigUInt64LE(next));
      next += 8;
    }
  }
  const [size = 0, packedSize = 0, offset = 0] = small;
  return { size, packedSize, offset };
}

function findEnd(file: Buffer): number {
  const lowest = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= lowest; at--) if (file.readUInt32LE(at) === END) return at;
  throw new BrokenPackage("no zip directory at the end of the file");
}
