import fc from "fast-check";
import { compactText, fullText } from "../../../src/pane/worker/tasks/compact-text";

test("any text comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 2000 }), (text) => {
      expect(fullText(compactText(text))).toBe(text);
    }),
  );
});

test("a long record takes a fraction of its length", () => {
  const firms = Array.from({ length: 20_000 }, (_, index) => [
    `913701${index * 7919}MA3C`,
    `示例${index}号铸造有限公司`,
    3,
    [2],
    [1, 3],
  ]);
  const text = JSON.stringify(firms);
  expect(compactText(text).length).toBeLessThan(text.length / 3);
});

test("a text that was kept as it is still reads, a damaged one does not", () => {
  expect(fullText('{"format":1}')).toBe('{"format":1}');
  const compact = compactText("评分");
  expect(fullText(`${compact.slice(0, 6)}!!`)).toBeNull();
  expect(fullText("zip:AAAA")).toBeNull();
});
