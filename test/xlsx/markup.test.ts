import fc from "fast-check";
import {
  applySplices,
  attributeOf,
  childrenOf,
  escapeAttribute,
  escapeText,
  rootOf,
  unescapeMarkup,
  withAttribute,
} from "../../src/xlsx/xml/markup";

test("comments, declarations and CDATA hold no tags", () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE x><!-- <a/> --><r><![CDATA[<b/>]]><c/></r>`;
  expect([rootOf(xml)?.name, childrenOf(xml).map((child) => child.tag.name)]).toEqual(["r", ["c"]]);
});

test("children are the elements directly inside, whole, with their places", () => {
  const xml = `<x:r><x:a><x:a/>text</x:a><b n="/>"/></x:r>`;
  const children = childrenOf(xml);
  expect(children.map((child) => [child.tag.prefix, child.tag.name, xml.slice(child.start, child.end)])).toEqual([
    ["x:", "a", "<x:a><x:a/>text</x:a>"],
    ["", "b", `<b n="/>"/>`],
  ]);
  const [first] = children;
  expect(first && childrenOf(xml, first).map((child) => xml.slice(child.start, child.end))).toEqual(["<x:a/>"]);
});

test.each([
  [`<a name="甲 &amp; &#20057;&#x4e19; &lt;" id='1'/>`, "name", "甲 & 乙丙 <"],
  [`<a rId="0" r:id = 'x'/>`, "id", "x"],
  [`<a myname="1"/>`, "name", undefined],
])("in %s the attribute %s is %j", (xml, name, value) => {
  const tag = rootOf(xml);
  expect(tag && attributeOf(tag, name)).toBe(value);
});

test.each([
  [`<a count="1" x="2"/>`, `<a count="$&amp;" x="2"/>`],
  [`<a x="2">`, `<a x="2" count="$&amp;">`],
  [`<a/>`, `<a count="$&amp;"/>`],
])("an attribute is set in %s", (xml, written) => {
  const tag = rootOf(xml);
  expect(tag && withAttribute(tag, "count", "$&")).toBe(written);
});

test("pieces are replaced and inserted by their places in the original, an insertion before what it meets", () => {
  expect(
    applySplices("abcdef", [
      { start: 1, end: 1, text: "1" },
      { start: 1, end: 3, text: "23" },
      { start: 5, end: 6, text: "" },
    ]),
  ).toBe("a123de");
});

test.each([
  ["a<b>&c", "a&lt;b&gt;&amp;c"],
  ["_x0041_ _X0041_ _x00_", "_x005F_x0041_ _X0041_ _x00_"],
  ["\u0000\r\u001f\ufffe", "_x0000__x000D__x001F__xFFFE_"],
  ["\t\n\u0085 plain_text", "\t\n\u0085 plain_text"],
])("the text %j is written %s", (text, written) => {
  expect(escapeText(text)).toBe(written);
});

test("what is escaped for an attribute reads back the same, control characters and Excel's escapes aside", () => {
  const plain = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{Cc}_]/u.test(text));
  fc.assert(
    fc.property(plain, (text) => {
      const tag = rootOf(`<a name="${escapeAttribute(text)}"/>`);
      expect(tag && attributeOf(tag, "name")).toBe(text);
    }),
  );
});

test("unknown entities stay as they are", () => {
  expect(unescapeMarkup("&nbsp;&#x110000;")).toBe("&nbsp;&#x110000;");
});
