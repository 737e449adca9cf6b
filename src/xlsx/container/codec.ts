/** How parts are packed and unpacked. In JavaScript here; a host that has a program of its own for it, which is thrice as fast, brings that. */
import { Deflate, Inflate } from "fflate";

export interface ZipCodec {
  /** Raw deflate data -> the data; null where it is damaged or comes to another size than given. Spends no more memory than that size. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array | null;
  /** Packs one piece after another; the results, put together, are one raw deflate stream, ended by the last. */
  readonly deflater: () => (piece: Uint8Array, last: boolean) => Uint8Array;
  /** CRC-32; `before` is that of what came before. */
  readonly checksum: (data: Uint8Array, before?: number) => number;
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

export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before >>> 0;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** The fastest levels make files a third larger; the slowest take thrice the time for a few percent. */
const LEVEL = 6;

function deflater(): (piece: Uint8Array, last: boolean) => Uint8Array {
  let packed: Uint8Array[] = [];
  const stream = new Deflate({ level: LEVEL }, (piece) => packed.push(piece));
  return (piece, last) => {
    packed = [];
    stream.push(piece, last);
    return joined(packed);
  };
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = chunks;
  if (only && others.length === 0) return only;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export const PLAIN_CODEC: ZipCodec = { inflate, deflater, checksum: crc32 };
