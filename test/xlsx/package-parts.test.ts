import { crc32, deflateRawSync } from "node:zlib";
import { NODE_CODEC } from "../../src/commands/node-codec";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { BrokenWorkbook } from "../../src/xlsx/faults";

function packageOf(parts: Readonly<Record<string, string>>): PackageParts {
  const made = PackageParts.empty();
  for (const [name, text] of Object.entries(parts)) made.set(name, text);
  return made;
}

/** A zip of one part as streaming writers make them: sizes after the data and, in the directory, in 64 bits. */
function streamedZip(name: string, text: string, checksum: number): Buffer {
  const packed = deflateRawSync(Buffer.from(text, "utf8"));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 6);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(24);
  descriptor.writeUInt32LE(0x08074b50);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(8, 8);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(checksum, 16);
  central.writeUInt32LE(0xffffffff, 20);
  central.writeUInt32LE(0xffffffff, 24);
  central.writeUInt16LE(name.length, 28);
  // Another field first, then the 64-bit one: size, packed size.
  const extra = Buffer.alloc(24);
  central.writeUInt16LE(extra.length, 30);
  extra.writeUInt16LE(0xcafe, 0);
  extra.writeUInt16LE(1, 4);
  extra.writeUInt16LE(16, 6);
  extra.writeBigUInt64LE(BigInt(Buffer.byteLength(text)), 8);
  extra.writeBigUInt64LE(BigInt(packed.length), 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length + descriptor.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, descriptor, central, Buffer.from(name), extra, end]);
}

test("parts come back in their order, by name without regard to case", () => {
  const read = PackageParts.open(packageOf({ "b.xml": "二", "A.xml": "一" }).toBytes());
  expect(read.names()).toEqual(["b.xml", "A.xml"]);
  expect([read.text("B.XML"), read.text("a.xml"), read.has("c.xml")]).toEqual(["二", "一", false]);
});

test("names beyond ASCII are marked as UTF-8, others are not", () => {
  const flags = (name: string): number => Buffer.from(packageOf({ [name]: "" }).toBytes()).readUInt16LE(6);
  expect([flags("a.xml"), flags("图.xml")]).toEqual([0, 0x800]);
});

test.each([
  ["in JavaScript", undefined],
  ["by Node", NODE_CODEC],
])("a long text given in pieces is packed as the same part as in one (%s)", (_, codec) => {
  const pieces = Array.from({ length: 4000 }, (__, at) => `<行 号="${at}">${"甲乙丙丁".repeat(200)}</行>`);
  const made = PackageParts.empty(codec);
  made.set("a.xml", pieces.values());
  made.set("b.xml", pieces.join(""));
  made.set("空.xml", [].values());
  const read = PackageParts.open(made.toBytes(), codec);
  expect(read.text("a.xml")).toBe(pieces.join(""));
  expect(read.text("a.xml")).toBe(read.text("b.xml"));
  expect(read.text("空.xml")).toBe("");
});

test("a byte order mark is not part of the text", () => {
  expect(packageOf({ "a.xml": "\uFEFF<x/>" }).text("a.xml")).toBe("<x/>");
});

test("a part replaced stays in its place and keeps its name's spelling", () => {
  const parts = packageOf({ "A.xml": "1", "b.xml": "2" });
  parts.set("a.XML", "3");
  expect([parts.names(), parts.text("A.xml")]).toEqual([["A.xml", "b.xml"], "3"]);
});

test("parts nobody touched are copied packed, so what could not even be unpacked survives", () => {
  const bytes = Buffer.from(packageOf({ "a.xml": "x".repeat(500), "b.xml": "2" }).toBytes());
  const at = bytes.indexOf("a.xml") + 5;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  const parts = PackageParts.open(bytes);
  expect(() => parts.text("a.xml")).toThrow(BrokenWorkbook);
  parts.set("b.xml", "3");
  const written = Buffer.from(parts.toBytes());
  expect(written.subarray(0, at + 5).equals(bytes.subarray(0, at + 5))).toBe(true);
  expect(PackageParts.open(written).text("b.xml")).toBe("3");
});

test("files of streaming writers are read: sizes in the directory's 64-bit field, other fields before it", () => {
  const text = "示例".repeat(100);
  const wrong = PackageParts.open(streamedZip("a.xml", text, 0));
  expect(() => wrong.text("a.xml")).toThrow(/checksum/);
  const parts = PackageParts.open(streamedZip("a.xml", text, crc32(text)));
  expect(parts.text("a.xml")).toBe(text);
  expect(PackageParts.open(parts.toBytes()).text("a.xml")).toBe(text);
});

test.each([
  { what: "nothing of a zip", file: Buffer.from("hello, this is no zip file at all") },
  { what: "less than a zip can be", file: Buffer.from("PK") },
  { what: "a directory beyond the end", file: pointedAt(1_000_000) },
  { what: "a directory that is none", file: pointedAt(0) },
])("$what is a broken package", ({ file }) => {
  expect(() => PackageParts.open(file)).toThrow(BrokenWorkbook);
});

function pointedAt(offset: number): Buffer {
  const end = Buffer.alloc(80);
  end.writeUInt32LE(0x06054b50, 58);
  end.writeUInt16LE(1, 58 + 10);
  end.writeUInt32LE(offset, 58 + 16);
  return end;
}

test("a size that nothing so short can unpack to is damage, not a part too large", () => {
  const bytes = Buffer.from(packageOf({ "a.xml": "x".repeat(1000) }).toBytes());
  bytes.writeUInt32LE(3_000_000_000, bytes.lastIndexOf("a.xml") - 46 + 24);
  expect(() => PackageParts.open(bytes).bytes("a.xml")).toThrow(BrokenWorkbook);
});

test("a part may not unpack to more than it admits", () => {
  const bytes = Buffer.from(packageOf({ "a.xml": "x".repeat(100_000) }).toBytes());
  bytes.writeUInt32LE(10, bytes.lastIndexOf("a.xml") - 46 + 24);
  expect(() => PackageParts.open(bytes).bytes("a.xml")).toThrow(/can't be unpacked/);
});

test("a missing part is told by name", () => {
  expect(() => packageOf({}).text("xl/workbook.xml")).toThrow("xl/workbook.xml: the part is missing");
});
