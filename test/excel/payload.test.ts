import fc from "fast-check";
import { rowBytes } from "../../src/excel/payload";

const values = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom('"', "\\", "\n", "\t", "\u0001", "a", "字", "😀", "é") }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  { minLength: 1 },
);

test("counts the bytes of a row as they go over the wire, within its two brackets and comma", () => {
  fc.assert(
    fc.property(values, (row) => {
      const real = Buffer.byteLength(JSON.stringify(row)) + 1;
      expect(Math.abs(rowBytes(row) - real)).toBeLessThanOrEqual(1);
    }),
  );
});
