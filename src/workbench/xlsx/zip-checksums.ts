/** Checksums of a zip file's entries. The unpacker does not look at them, and a flipped bit in a number must not pass unseen. */

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** In zip64 files sizes and places stand elsewhere; Excel writes those for parts above 4 GB alone, which are refused for their size. */
const IN_ZIP64 = 0xffffffff;

/** CRC-32 by entry name, as the file's directory has it; empty for zip64. */
export function checksumsOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const sums = new Map<string, number>();
  let at = end < 0 ? IN_ZIP64 : view.getUint32(end + 16, true);
  if (at === IN_ZIP64) return sums;
  const utf8 = new TextDecoder();
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL) {
    const length = view.getUint16(at + 28, true);
    sums.set(utf8.decode(bytes.subarray(at + 46, at + 46 + length)), view.getUint32(at + 16, true));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
