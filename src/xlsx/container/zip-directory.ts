/** The directory of a zip file (PKWARE APPNOTE 4.3), read strictly: what does not fit together is a damaged file, never a part of one. */
import type { Text } from "../../words/text";
import { BrokenWorkbook } from "../faults";

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly compressed: Uint8Array;
  /** DOS time and date as stored, 16 bits each. */
  readonly time: number;
  readonly date: number;
}

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
const END_64 = 0x06064b50;
const FLAG_ENCRYPTED = 1;
const NOT_IN_16_BITS = 0xffff;
export const IN_ZIP64 = 0xffffffff;

const broken = (place: string, zh: string, en: string): BrokenWorkbook => new BrokenWorkbook(place, { zh, en });
const OUTSIDE: Text = { zh: "压缩包的目录指到了文件外面", en: "the zip directory points outside the file" };

/** The entries in the order of the directory; folders are left out. @throws BrokenWorkbook */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return read(bytes);
  } catch (error) {
    // A size or an offset that points outside the file.
    if (error instanceof RangeError) throw new BrokenWorkbook("", OUTSIDE, { cause: error });
    throw error;
  }
}

function read(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf8 = new TextDecoder();
  const entries: ZipEntry[] = [];
  const taken: { readonly from: number; readonly to: number; readonly name: string }[] = [];
  const names = new Set<string>();
  let { position, count } = startOf(view);
  for (; count > 0; count -= 1) {
    if (view.getUint32(position, true) !== CENTRAL)
      throw broken("", "压缩包的目录读不出来", "the zip directory is damaged");
    const nameEnd = position + 46 + view.getUint16(position + 28, true);
    const extraEnd = nameEnd + view.getUint16(position + 30, true);
    if (extraEnd > bytes.length) throw new RangeError();
    const name = utf8.decode(bytes.subarray(position + 46, nameEnd)).replaceAll("\\", "/");
    if (view.getUint16(position + 8, true) & FLAG_ENCRYPTED)
      throw broken(name, "这个部件加了密", "the part is encrypted");
    const { size, packedSize, offset } = sizes(view, position, nameEnd, extraEnd);
    if (view.getUint32(offset, true) !== LOCAL)
      throw broken(name, "不在目录所说的位置", "the part is not where the directory says");
    const nameLength = view.getUint16(offset + 26, true);
    const own = utf8.decode(bytes.subarray(offset + 30, offset + 30 + nameLength)).replaceAll("\\", "/");
    if (own !== name) throw broken(name, `在它自己的位置叫“${own}”`, `the part calls itself "${own}" where it stands`);
    const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
    if (start + packedSize > bytes.length) throw broken(name, "没有写完，后面缺了", "the part is cut off");
    if (!name.endsWith("/")) {
      if (names.has(name.toLowerCase())) throw broken(name, "压缩包里有两份", "the package holds the part twice");
      names.add(name.toLowerCase());
      if (packedSize > 0) taken.push({ from: offset, to: start + packedSize, name });
      entries.push({
        name,
        method: view.getUint16(position + 10, true),
        checksum: view.getUint32(position + 16, true),
        size,
        compressed: bytes.subarray(start, start + packedSize),
        time: view.getUint16(position + 12, true),
        date: view.getUint16(position + 14, true),
      });
    }
    position = extraEnd + view.getUint16(position + 32, true);
  }
  refuseOverlaps(taken);
  return entries;
}

/** Entries that share their data are how a small file comes to stand for an enormous one. */
function refuseOverlaps(taken: { readonly from: number; readonly to: number; readonly name: string }[]): void {
  taken.sort((left, right) => left.from - right.from);
  for (const [index, { from, name }] of taken.entries())
    if (index > 0 && from < (taken[index - 1]?.to ?? 0))
      throw broken(name, "和别的部件叠在一起", "the part lies over another one");
}

function startOf(view: DataView): { position: number; count: number } {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const position = view.getUint32(end + 16, true);
  if ((count !== NOT_IN_16_BITS && position !== IN_ZIP64) || end < 20) return { position, count };
  const end64 = Number(view.getBigUint64(end - 12, true));
  if (view.getUint32(end64, true) !== END_64)
    throw broken("", "压缩包的目录读不出来", "the zip64 directory is missing");
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    position: Number(view.getBigUint64(end64 + 48, true)),
  };
}

/** Sizes and offset of a directory entry; what does not fit 32 bits stands in the zip64 extra field, in this order. */
function sizes(view: DataView, position: number, extraStart: number, extraEnd: number) {
  const small = [24, 20, 42].map((field) => view.getUint32(position + field, true));
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const [index, value] of small.entries()) {
      if (value !== IN_ZIP64) continue;
      small[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  const [size = 0, packedSize = 0, offset = 0] = small;
  return { size, packedSize, offset };
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw broken("", "压缩包没有目录，文件可能没有下载完整", "no zip directory at the end of the file");
}
