/** Seeded damage to bytes and texts: the same seed gives the same damage on every machine. */

/** How many times the usual number of files is tried: `FUZZ_TIMES=10 npx jest test/fuzz`. */
export const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

/** Numbers from 0 (included) to 1 (excluded), mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: () => number, end: number): number => Math.floor(random() * end);

/** One to three of: a bit flipped, a byte changed, bytes cut out, cut off, doubled, zeroed, moved. */
export function damagedBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let times = 1 + below(random, 3); times > 0; times--) {
    const at = below(random, result.length);
    const length = 1 + below(random, random() < 0.5 ? 4 : 200);
    const before = result.subarray(0, at);
    const after = result.subarray(at);
    switch (below(random, 7)) {
      case 0:
        result[at] = (result[at] ?? 0) ^ (1 << below(random, 8));
        break;
      case 1:
        result[at] = below(random, 256);
        break;
      case 2:
        result = Uint8Array.from([...before, ...after.subarray(length)]);
        break;
      case 3:
        result = Uint8Array.from(before);
        break;
      case 4:
        result = Uint8Array.from([...before, ...after.subarray(0, length), ...after]);
        break;
      case 5:
        result.fill(0, at, at + length);
        break;
      default:
        result.copyWithin(at, below(random, result.length), Math.min(result.length, at + length));
    }
    if (result.length === 0) return Uint8Array.of(0);
  }
  return result;
}

/** One to three of: a piece cut out, cut off, doubled, put elsewhere; one of the words put in. */
export function damagedText(text: string, words: readonly string[], random: () => number): string {
  let result = text;
  for (let times = 1 + below(random, 3); times > 0; times--) {
    const at = below(random, result.length + 1);
    const piece = result.slice(at, at + 1 + below(random, random() < 0.7 ? 6 : 300));
    const [before, after] = [result.slice(0, at), result.slice(at)];
    switch (below(random, 6)) {
      case 0:
        result = before + after.slice(piece.length);
        break;
      case 1:
        result = before;
        break;
      case 2:
        result = before + piece + after;
        break;
      case 3: {
        const place = below(random, result.length + 1);
        result = result.slice(0, place) + piece + result.slice(place);
        break;
      }
      default:
        result = before + (words[below(random, words.length)] ?? "") + after;
    }
  }
  return result;
}
