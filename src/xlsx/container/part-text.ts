/** The text of an XML part: which encoding it is in, and the text in pieces, so that a sheet of half a gigabyte never stands in memory as one. */
import { BrokenWorkbook } from "../faults";

/** Bytes decoded at a time. */
const PIECE = 1 << 24;

/** @throws BrokenWorkbook where the bytes are no text in the encoding they declare */
export function* partText(part: string, bytes: Uint8Array): Generator<string, void> {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") {
    // What is written back is UTF-8, and has to say so.
    yield decoded(part, decoderOf(part, encoding, false), bytes).replace(DECLARED, '$1"UTF-8"');
    return;
  }
  // Whole characters at a time: decoding a piece by itself is several times as fast as a stream.
  for (let at = 0; at === 0 || at < bytes.length;) {
    let end = Math.min(at + PIECE, bytes.length);
    while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
    if (end <= at) end = at + PIECE;
    yield decoded(part, decoderOf(part, encoding, at > 0), bytes.subarray(at, end));
    at = end;
  }
}

const DECLARED = /^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/;

/** By the mark at the start, by how `<` is written, or by what the part declares (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const [, , double, single] =
    /^(\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(head) ?? [];
  const declared = (double ?? single ?? "utf-8").toLowerCase();
  return declared === "utf8" || declared.startsWith("utf-16") ? "utf-8" : declared;
}

function decoderOf(part: string, encoding: string, ignoreBOM: boolean): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM });
  } catch (error) {
    const reason = { zh: `用的是不认识的编码 ${encoding}`, en: `the encoding ${encoding} is not known` };
    throw new BrokenWorkbook(part, reason, { cause: error });
  }
}

function decoded(part: string, decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    const reason = { zh: "里面有不成文字的字节", en: "some of its bytes are no text" };
    throw new BrokenWorkbook(part, reason, { cause: error });
  }
}
