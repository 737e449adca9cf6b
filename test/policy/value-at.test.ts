import { valueAt } from "../../src/policy/value-at";

const DATA = { items: [{ id: "a" }, { id: "b", note: null }], length: 7 };

test.each([
  [["items", 1, "id"], "b"],
  [["items", 1, "note"], null],
  [["length"], 7],
  [[], DATA],
])("what stands at %j is found", (path, value) => {
  expect(valueAt(DATA, path)).toEqual(value);
});

test.each([
  [["items", 2, "id"]],
  [["items", "1"]],
  [["items", "length"]],
  [["items", 0, "id", 0]],
  [["items", 0, "id", "length"]],
  [["constructor"]],
  [["items", 0, "toString"]],
  [["items", 1, "note", "zh"]],
])("nothing stands at %j", (path) => {
  expect(valueAt(DATA, path)).toBeUndefined();
});
