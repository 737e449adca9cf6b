/** Texts that cells share, in workbooks that have none, some, and some that nobody else may use. */
import fc from "fast-check";
import { PackageParts } from "../../src/xlsx/container/package-parts";
import { sharedStrings } from "../../src/xlsx/read/string-item";
import { SharedTexts } from "../../src/xlsx/write/shared-texts";
import { XmlScanner } from "../../src/xlsx/xml/scan";

const PART = "xl/sharedStrings.xml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function packageWith(xml: string): PackageParts {
  const parts = PackageParts.empty();
  parts.set(PART, xml);
  return parts;
}

function textsOf(parts: PackageParts): readonly string[] {
  const reading = sharedStrings(new XmlScanner(parts.pieces(PART), PART));
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value.texts;
  }
}

/** The texts at the numbers that the places of `texts` were given, once all is written. */
function readBack(
  xml: string,
  texts: readonly string[],
): { readonly read: readonly (string | undefined)[]; xml: string } {
  const parts = packageWith(xml);
  const shared = new SharedTexts(parts, PART);
  const numbers = texts.map((text) => shared.place(text));
  shared.write();
  const all = textsOf(parts);
  return { read: numbers.map((number) => all[number]), xml: parts.text(PART) };
}

const SST = `<sst xmlns="${MAIN}" count="7" uniqueCount="3"><si><t>甲</t></si><si><r><rPr><b/></rPr><t>乙</t></r></si><si><t xml:space="preserve"> 丙</t></si></sst>`;

test("A text that is there plainly is used again; one in bold or with a blank at its end is left to its own cells.", () => {
  const { read, xml } = readBack(SST, ["甲", "乙", " 丙", "丁"]);
  expect(read).toEqual(["甲", "乙", " 丙", "丁"]);
  expect(xml.match(/<si>/g)).toHaveLength(6);
  expect(xml.startsWith(SST.slice(0, SST.indexOf(" count")))).toBe(true);
  expect(xml).toContain(`uniqueCount="6"`);
  expect(xml).not.toContain(` count="`);
});

test("A workbook whose texts are all there already is not touched.", () => {
  expect(readBack(SST, ["甲", "甲"]).xml).toBe(SST);
});

test.each([
  ["an empty list", `<sst xmlns="${MAIN}"/>`],
  ["a list with a prefix", `<x:sst xmlns:x="${MAIN}" uniqueCount="1"><x:si><x:t>甲</x:t></x:si></x:sst>`],
  ["a list with a remark", `<sst xmlns="${MAIN}"><!-- <si/> --><si><t>甲</t></si>\n</sst>`],
])("%s takes more texts", (_, xml) => {
  expect(readBack(xml, ["<si>", "甲", "a\nb"]).read).toEqual(["<si>", "甲", "a\nb"]);
});

test("Any texts come back by their numbers, and the same texts give the same file again.", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 30 }), (texts) => {
      const first = readBack(SST, texts);
      expect(first.read).toEqual(texts);
      const plain = texts.filter((text) => text.trim() === text);
      expect(readBack(first.xml, plain).xml).toBe(first.xml);
    }),
  );
});

test("A column keeps two thousand texts in mind: later ones stand in their cells, the earlier keep their numbers.", () => {
  const numberOf = new SharedTexts(packageWith(SST), null).column();
  const numbers = Array.from({ length: 2_001 }, (_, at) => numberOf(`第${at}`));
  expect(numbers.slice(0, 2_000).every((number) => number !== null)).toBe(true);
  expect(numbers[2_000]).toBeNull();
  expect(numberOf("第0")).toBe(numbers[0]);
});
