/**
 * The files of test/cases/files that are wrong or odd on purpose, byte for byte. They are also kept on disk, where one can open
 * them; `npx tsx test/commands/write-crafted-files.ts` writes them again.
 */
import { NODE_CODEC } from "../../src/commands/node-codec";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { craftPackage, sheetData } from "./craft-package";

const TABLE =
  '企业名称,营业收入（万元）,备注\r\n示例甲公司（虚构）,"1,234.5","第一行\n第二行"\r\n示例乙公司（虚构）,,-\r\n';

export function craftedFiles(): ReadonlyMap<string, Uint8Array> {
  const good = craftPackage({ sheets: [{ name: "企业名单", body: sheetData(`<c r="A1"><v>1</v></c>`) }] });
  return new Map<string, Uint8Array>([
    ["empty.xlsx", new Uint8Array()],
    ["picture-named.xlsx", Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex")],
    ["text-named.xlsx", Buffer.from("企业名称\t营业收入\n示例甲公司（虚构）\t100\n", "utf8")],
    ["web-page.xls", Buffer.from("<html><body><table><tr><td>企业名称</td></tr></table></body></html>", "utf8")],
    [
      "xml-2003.xls",
      Buffer.from(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, "utf8"),
    ],
    ["old.xls", compoundFile("Workbook")],
    ["old-word.doc", compoundFile("WordDocument")],
    ["password.xlsx", compoundFile("EncryptedPackage")],
    ["cut-off.xlsx", good.subarray(0, good.length - 40)],
    ["bad-checksum.xlsx", withFlippedByte(good)],
    ["archive.xlsx", zipOf({ "readme.txt": "不是工作簿" })],
    [
      "open-document.xlsx",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
    ],
    ["word.xlsx", otherOffice("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")],
    ["binary.xlsb", otherOffice("application/vnd.ms-excel.sheet.binary.macroEnabled.main")],
    ["empty-sheet.xlsx", craftPackage({ sheets: [{ name: "Sheet1", body: "<sheetData/>" }] })],
    [
      "no-headings.xlsx",
      craftPackage({
        sheets: [
          { name: "Sheet1", body: sheetData(`<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>`, `<c r="A2"><v>3</v></c>`) },
        ],
      }),
    ],
    ["gb18030.csv", gb18030(TABLE)],
    ["utf8.csv", Buffer.from(TABLE, "utf8")],
    ["utf8-bom.csv", Buffer.from(`\uFEFF${TABLE}`, "utf8")],
    ["utf16-tab.txt", Buffer.from(`\uFEFF${asTabs(TABLE)}`, "utf16le")],
    [
      "semicolon.csv",
      Buffer.from(`sep=;\r\n${TABLE.replace("1,234.5", "1234,5").replaceAll(/,(?!\d)/g, ";")}`, "utf8"),
    ],
    ["binary.csv", Uint8Array.of(0x41, 0x2c, 0x00, 0x01, 0x0a)],
    ["neither-encoding.csv", Uint8Array.of(0x41, 0x2c, 0xff, 0xff, 0xff, 0x0a)],
  ]);
}

function asTabs(csv: string): string {
  return csv.replaceAll(/,(?!\d)/g, "\t");
}

function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const zip = PackageParts.empty(NODE_CODEC);
  for (const [name, text] of Object.entries(parts)) zip.set(name, text);
  return zip.toBytes();
}

function otherOffice(contentType: string): Uint8Array {
  return zipOf({
    "[Content_Types].xml": `<Types><Override PartName="/main.xml" ContentType="${contentType}"/></Types>`,
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="main.xml"/></Relationships>`,
    "main.xml": "<x/>",
  });
}

/** One byte of the packed sheet turned over: the zip directory is fine, the part is not. */
function withFlippedByte(file: Uint8Array): Uint8Array {
  const copy = Buffer.from(file);
  const name = copy.indexOf("xl/worksheets/sheet1.xml");
  const at = name + "xl/worksheets/sheet1.xml".length + 8;
  copy.writeUInt8(copy.readUInt8(at) ^ 0x55, at);
  return copy;
}

/** The smallest OLE2 container with one stream: header, one sector of allocation table, one of directory. */
function compoundFile(stream: string): Uint8Array {
  const file = Buffer.alloc(512 * 3);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(0xfffffffe, 60);
  file.writeUInt32LE(0xfffffffe, 68);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  directoryEntry("Root Entry", 5, 1).copy(file, 1024);
  directoryEntry(stream, 2, 0xffffffff).copy(file, 1024 + 128);
  return file;
}

function directoryEntry(name: string, type: number, child: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, "utf16le");
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.fill(0xff, 68, 80);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(0xfffffffe, 116);
  return entry;
}

/** Node decodes GB18030 but does not encode it: every two-byte code is decoded once and looked up the other way. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) =>
      character < "\x80" ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]),
    ),
  );
}
