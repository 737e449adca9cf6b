/** What a file is by its content. The name is not trusted: exports are often renamed. */
import type { Text } from "../words/text";

export type FileKind =
  | { readonly kind: "zip" }
  | { readonly kind: "text" }
  /** .xls or WPS's .et, an XML Spreadsheet 2003, a web page under the name of a workbook. */
  | { readonly kind: "convertible"; readonly format: "xls" | "xml-2003" | "html" }
  | { readonly kind: "encrypted-workbook" }
  | { readonly kind: "other"; readonly looksLike: Text | null };

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A workbook of Excel 4 and before: no container, its first record is the BOF of version 2, 3 or 4. */
const BARE_SHEETS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly looksLike: Text }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], looksLike: { zh: " PNG 图片", en: "a PNG picture" } },
  { bytes: [0xff, 0xd8, 0xff], looksLike: { zh: " JPEG 图片", en: "a JPEG picture" } },
  { bytes: [0x25, 0x50, 0x44, 0x46], looksLike: { zh: " PDF 文件", en: "a PDF file" } },
  { bytes: [0x52, 0x61, 0x72, 0x21], looksLike: { zh: " RAR 压缩包", en: "a RAR archive" } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], looksLike: { zh: " 7z 压缩包", en: "a 7z archive" } },
  { bytes: [0x1f, 0x8b], looksLike: { zh: " gzip 压缩包", en: "a gzip archive" } },
];

export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b])) return { kind: "zip" };
  if (startsWith(bytes, OLE2)) return compoundKindOf(bytes);
  if (BARE_SHEETS.some((start) => startsWith(bytes, start))) return { kind: "convertible", format: "xls" };
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (known) return { kind: "other", looksLike: known.looksLike };
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (head.includes("schemas-microsoft-com:office:spreadsheet")) return { kind: "convertible", format: "xml-2003" };
  if (/<html|<table|<!doctype html|<meta /.test(head)) return { kind: "convertible", format: "html" };
  // Text has no NUL bytes, except UTF-16, which says so at the start.
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || !bytes.includes(0)) return { kind: "text" };
  return { kind: "other", looksLike: null };
}

/** An OLE2 container is an old workbook, a new one behind a password, or something of Word's; its stream names tell. */
function compoundKindOf(bytes: Uint8Array): FileKind {
  const streams = streamNamesOf(bytes);
  if (streams.has("EncryptedPackage")) return { kind: "encrypted-workbook" };
  if (streams.has("Workbook") || streams.has("Book")) return { kind: "convertible", format: "xls" };
  return { kind: "other", looksLike: { zh: "别的 Office 旧格式文件", en: "another kind of old Office file" } };
}

/**
 * Names of the streams in an OLE2 container. Directory entries are 128 bytes on a 128-byte grid, with the UTF-16 name first and its
 * length in bytes at 64 and a type of 1, 2 or 5 at 66; looking at every grid place finds them also where the container is damaged.
 */
function streamNamesOf(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = new TextDecoder("utf-16le");
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true);
    if (length < 4 || length > 64 || length % 2 === 1 || ![1, 2, 5].includes(view.getUint8(at + 66))) continue;
    if (view.getUint16(at + length - 2, true) === 0) names.add(utf16.decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
