import fc from "fast-check";
import { quickPrint } from "../../src/commands/quick-print";
import { packed, PackedRows } from "../../src/commands/threads/packed-rows";
import { shortFingerprint } from "../../src/sharing/sha-256";
import type { Cell } from "../../src/words/grid";

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
  fc.constant(null),
  fc.record({ error: fc.constantFrom("#N/A", "#NUM!") }),
);
const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 });
const parts = fc.array(fc.record({ rows, elsewhere: fc.boolean() }), { maxLength: 6 });

test("rows come out as they went in, in their order, as often as asked, whoever packed them", () => {
  fc.assert(
    fc.property(parts, (given) => {
      const store = new PackedRows();
      for (const part of given)
        if (part.elsewhere) store.add(packed(part.rows));
        else for (const row of part.rows) store.push(row);
      const all = given.flatMap((part) => part.rows);
      expect(store.length).toBe(all.length);
      expect([...store]).toEqual(all);
      expect([...store]).toEqual(all);
    }),
  );
});

test("more rows than stand loose are packed and keep their order", () => {
  const store = new PackedRows();
  for (let row = 0; row < 4_500; row += 1) store.push([row, `企业${row}`]);
  expect(store.length).toBe(4_500);
  expect([...store].map(([row]) => row)).toEqual(Array.from({ length: 4_500 }, (_, row) => row));
});

test.each([NaN, Infinity, -Infinity])("%d is no cell of a result", (value) => {
  expect(() => packed([[value]])).toThrow(RangeError);
});

test("the quick fingerprint is the one that pages take", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(quickPrint(text)).toBe(shortFingerprint(text));
    }),
  );
});
