/** How parts are packed and unpacked. In JavaScript here; a host that has a program of its own for it, which is thrice as fast, brings that. */
import { deflateSync, Inflate } from "fflate";

export interface ZipCodec {
  /** Raw deflate data -> the data; null where it is damaged or comes to another size than given. Spends no more memory than that size. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array | null;
  readonly deflate: (data: Uint8Array) => Uint8Array;
  /** CRC-32. */
  readonly checksum: (data: Uint8Array) => number;
}

/** Packed bytes taken at a time: what they can come to at once stays small. */
const PIECE = 1 << 16;

class Overfull extends Error {}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const data = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw new Overfull();
    data.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    // The library's own errors, and ours, say one thing: this is not what was packed.
    return null;
  }
  return filled === size ? data : null;
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

export const PLAIN_CODEC: ZipCodec = { inflate, deflate: (data) => deflateSync(data, { level: 6 }), checksum: crc32 };
