import type { Field, Vocabulary } from "../../../src/language/vocabulary";
import { fillPartsOfZero, partsAboveWholes } from "../../../src/sheet/reading/parts-of-wholes";
import { smallVocabulary } from "./small-vocabulary";

const base = smallVocabulary.fields.get("employees");
if (base === undefined) throw new Error("the small vocabulary has employees");
const field = (id: string, partOf: string | null, periods = 1): [string, Field] => [
  id,
  { ...base, id, partOf, periods },
];
const vocabulary: Vocabulary = {
  ...smallVocabulary,
  // The part of the part comes first, so that one pass in order would not be enough.
  fields: new Map([field("few", "some"), field("some", "all", 2), field("all", null, 2)]),
};

test("A part of a part of nothing is nothing, and what is known stays.", () => {
  const columns = new Map([
    ["all", Float64Array.of(0, 0, 5, NaN)],
    ["some", Float64Array.of(NaN, 2, NaN, NaN)],
  ]);
  const filled = fillPartsOfZero(vocabulary, columns);
  expect(columns.get("some")).toEqual(Float64Array.of(0, 2, NaN, NaN));
  expect(columns.get("few")).toEqual(Float64Array.of(0, NaN, NaN, NaN));
  expect(filled.map(({ part, count }) => [part.id, count])).toEqual([
    ["some", 1],
    ["few", 1],
  ]);
});

test("Each year's part belongs to the same year's whole.", () => {
  const columns = new Map([
    ["all", Float64Array.of(4)],
    ["all[t-1]", Float64Array.of(0)],
    ["some", Float64Array.of(NaN)],
  ]);
  fillPartsOfZero(vocabulary, columns);
  expect(columns.get("some")).toEqual(Float64Array.of(NaN));
  expect(columns.get("some[t-1]")).toEqual(Float64Array.of(0));
});

test("A part above its whole is found in its own year, a hair of rounding is not.", () => {
  const columns = new Map([
    ["all", Float64Array.of(10, 10, 10, NaN)],
    ["some", Float64Array.of(10, 10.000_001, 11, 11)],
    ["all[t-1]", Float64Array.of(1, 1, 1, 1)],
    ["some[t-1]", Float64Array.of(2, 1, 1, 1)],
  ]);
  expect(partsAboveWholes(vocabulary, columns)).toEqual([
    { part: "some", whole: "all", rows: [2] },
    { part: "some[t-1]", whole: "all[t-1]", rows: [0] },
  ]);
});
