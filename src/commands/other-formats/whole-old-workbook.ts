/**
 * Is an old workbook (.xls, .et) whole? The library reads a cut one as far as it goes and says nothing, so half a list would be scored.
 * Layout: [MS-XLS] 2.1 (records of type, length, data; substreams between BOF and EOF) and 2.4.28 (BoundSheet8).
 */
import { z } from "zod";
import { DamagedFile } from "./faults";

type Read = (bytes: Uint8Array, options: { readonly type: "array" }) => unknown;
type Find = (container: unknown, path: string) => unknown;

/** What is used of the library that reads the container; its own types say nothing of it. */
const compoundFilesSchema = z.object({
  read: z.custom<Read>((value) => typeof value === "function"),
  find: z.custom<Find>((value) => typeof value === "function"),
});

const streamSchema = z.object({
  content: z.union([z.instanceof(Uint8Array), z.array(z.int().min(0).max(255))]),
  /** Bytes, as the directory says. */
  size: z.number(),
});

const BEGIN = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
const END = 0x000a;
const BOUND_SHEET = 0x0085;

/**
 * @param compoundFiles the library's reader of OLE2 containers
 * @throws DamagedFile where the stream is shorter than it says, a substream does not end, or a sheet lies nowhere
 */
export function requireWholeOldWorkbook(bytes: Uint8Array, compoundFiles: unknown): void {
  const stream = startsAsContainer(bytes) ? streamOf(bytes, compoundFiles) : bytes;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const begins = new Set<number>();
  const sheets: number[] = [];
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // Sectors are filled up with zeros behind the last record.
    if (depth === 0 && type === 0) break;
    if (at + 4 + length > stream.length) throw new DamagedFile(`record ${type.toString(16)} at ${at} is cut`);
    if (BEGIN.has(type)) {
      depth += 1;
      begins.add(at);
    } else if (type === END) depth -= 1;
    else if (type === BOUND_SHEET && length >= 4) sheets.push(view.getUint32(at + 4, true));
    at += 4 + length;
  }
  if (begins.size === 0 || depth !== 0) throw new DamagedFile("a sheet does not end");
  const lost = sheets.find((start) => !begins.has(start));
  if (lost !== undefined) throw new DamagedFile(`there is no sheet at ${lost}`);
}

function startsAsContainer(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

function streamOf(bytes: Uint8Array, compoundFiles: unknown): Uint8Array {
  const files = compoundFilesSchema.parse(compoundFiles);
  const container = files.read(bytes, { type: "array" });
  const entry = streamSchema.safeParse(files.find(container, "Workbook") ?? files.find(container, "Book"));
  if (!entry.success) throw new DamagedFile("no workbook in the container");
  const { content, size } = entry.data;
  if (content.length < size) throw new DamagedFile(`${content.length} of ${size} bytes are there`);
  return Uint8Array.from(content);
}
