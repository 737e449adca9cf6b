/**
 * The entries of a zip file as its directory lists them, and what is wrong with the container. Read on its own here, not by the code
 * that reads and writes workbooks: a check that shares its reader with what it checks is blind where that is.
 */
import { inflateSync } from "fflate";
import { says, type Findings, type PartFindings } from "./finding";

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** Unpacked parts by name; findings say what kept a part from being unpacked. Null where the bytes are no zip file. */
export function unpackedParts(bytes: Uint8Array, findings: Findings): ReadonlyMap<string, Uint8Array> | null {
  const whole = findings.of("");
  const entries = directoryOf(bytes);
  if (entries === null) {
    whole.add(
      "no-zip",
      "",
      says("文件不是完整的 xlsx（zip 目录读不出来）", "the file is no whole xlsx: its zip directory can't be read"),
      says("请重新保存或重新取得这个文件", "save it again or get it anew"),
    );
    return null;
  }
  const parts = new Map<string, Uint8Array>();
  const seen = new Map<string, string>();
  for (const entry of entries) {
    if (entry.name.endsWith("/")) continue;
    const report = findings.of(entry.name);
    const same = seen.get(entry.name.toLowerCase());
    if (same !== undefined) {
      report.add(
        "doubled-part",
        "",
        says(
          `压缩包里有两个同名的部件（${same}；大小写不算不同）`,
          `two entries are called ${same}, letter case aside`,
        ),
        says("每个部件只写一次", "write every part once"),
      );
      continue;
    }
    seen.set(entry.name.toLowerCase(), entry.name);
    checkName(entry.name, report);
    const data = unpack(bytes, entry, report);
    if (data !== null) parts.set(entry.name, data);
  }
  return parts;
}

function checkName(name: string, report: PartFindings): void {
  const odd = name.startsWith("/") || /[\\%]/.test(name) || /(^|\/)\.*(\/|$)/.test(name) || name.endsWith(".");
  if (odd)
    report.add(
      "part-name",
      "",
      says(
        "部件名不合规则（反斜杠、百分号、以 / 开头、空段或以点结尾）",
        "a part can't be called so: \\, %, a leading /, an empty step or a last dot",
      ),
      says("部件名写成 xl/worksheets/sheet1.xml 这样", "name parts like xl/worksheets/sheet1.xml"),
    );
}

function unpack(bytes: Uint8Array, entry: Entry, report: PartFindings): Uint8Array | null {
  const damaged = (zh: string, en: string): null => {
    report.add("damaged-part", "", says(zh, en), says("请重新写出这个文件", "write the file again"));
    return null;
  };
  if (entry.flags & ENCRYPTED) return damaged("这个部件加了密", "the part is encrypted");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at } = entry;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL)
    return damaged("部件不在目录所说的位置", "the part is not where the directory says");
  const nameLength = view.getUint16(at + 26, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + nameLength));
  if (name !== entry.name)
    return damaged(`部件自己的名字是 ${name}，与目录不符`, `the part's own header calls it ${name}`);
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length < entry.packedSize) return damaged("部件被截断", "the part is cut off");
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return damaged(
      `用了 Excel 不认识的压缩方式 ${entry.method}`,
      `it uses zip method ${entry.method}, which Excel doesn't know`,
    );
  let data: Uint8Array;
  try {
    data = entry.method === STORED ? packed : inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    return damaged("压缩数据坏了", "its packed data is damaged");
  }
  if (data.length !== entry.size || checksum(data) !== entry.checksum)
    return damaged("内容与校验和或大小不符", "it differs from its checksum or size");
  return data;
}

function directoryOf(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return null;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    // Parts above 4 GB are none that Excel opens.
    if (packedSize === IN_ZIP64 || size === IN_ZIP64) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize,
      size,
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at;
  return -1;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip files have it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
