import fc from "fast-check";
import {
  EVERYTHING,
  foundEntries,
  groupsOf,
  tableText,
  valuesWithCounts,
  type ListOf,
} from "../../../src/pane/widgets/found-entries";

interface Firm {
  readonly name: string;
  readonly city: string;
  readonly missing: readonly string[];
}
const FIRMS: readonly Firm[] = [
  { name: "济南轨道交通部件有限公司", city: "济南市", missing: ["研发费用", "负债总额"] },
  { name: "青岛铝业有限公司", city: "青岛市", missing: [] },
  { name: "Qingdao Metal Co.", city: "青岛市", missing: ["研发费用"] },
];
const LIST: ListOf<Firm> = {
  entries: FIRMS,
  textOf: ({ name, city }) => `${name} ${city}`,
  facets: [
    { id: "city", label: "城市", valuesOf: ({ city }) => [city] },
    { id: "missing", label: "缺", valuesOf: ({ missing }) => missing },
  ],
  orders: [{ id: "name", label: "名称", compare: (one, other) => (one.name < other.name ? -1 : 1) }],
};
const names = (wanted: Partial<typeof EVERYTHING>): string[] =>
  foundEntries(LIST, { ...EVERYTHING, ...wanted }).map(({ name }) => name);

test("words, parts of words and pinyin initials find entries, several words together", () => {
  expect(names({ query: "铝业" })).toEqual(["青岛铝业有限公司"]);
  expect(names({ query: "gdjt" })).toEqual(["济南轨道交通部件有限公司"]);
  expect(names({ query: "qd METAL" })).toEqual(["Qingdao Metal Co."]);
  expect(names({ query: "qdly" })).toEqual(["青岛铝业有限公司"]);
  expect(names({ query: "没有" })).toEqual([]);
});

test("facets are asked for together, and an order sorts what is left", () => {
  expect(names({ chosen: { city: "青岛市", missing: "研发费用" } })).toEqual(["Qingdao Metal Co."]);
  expect(names({ chosen: { city: "青岛市" }, order: "name" })).toEqual(["Qingdao Metal Co.", "青岛铝业有限公司"]);
  expect(valuesWithCounts(FIRMS, LIST.facets[0] ?? { id: "", label: "", valuesOf: () => [] })).toEqual([
    ["青岛市", 2],
    ["济南市", 1],
  ]);
});

test("what is copied comes apart again into the same cells, whatever stands in them", () => {
  const cell = fc.string().filter((text) => !text.includes("\r"));
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, (given) => {
      expect(pasted(tableText(given))).toEqual(given);
    }),
  );
});

/** As spreadsheets take tabbed text: a cell in quotes may hold tabs, breaks and doubled quotes. */
function pasted(text: string): string[][] {
  const rows: string[][] = [[""]];
  for (let at = 0, quoted = false; at < text.length; at++) {
    const letter = text.charAt(at);
    const row = rows.at(-1) ?? [];
    const begun = row.at(-1) ?? "";
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
      row[row.length - 1] = `${begun}"`;
      at += 1;
    } else if (letter === '"' && (quoted || begun === "")) quoted = !quoted;
    else if (letter === "\t" && !quoted) row.push("");
    else if (letter === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] = `${begun}${letter}`;
  }
  return rows;
}

test("entries stand under their headings, each heading once, in their order", () => {
  expect(groupsOf(FIRMS, ({ city }) => city)).toEqual([
    ["济南市", [FIRMS[0]]],
    ["青岛市", [FIRMS[1], FIRMS[2]]],
  ]);
  expect(groupsOf([FIRMS[1], FIRMS[0], FIRMS[2]], (firm) => firm?.city ?? "").map(([, own]) => own.length)).toEqual([
    2, 1,
  ]);
  expect(groupsOf(FIRMS)).toEqual([["", FIRMS]]);
  expect(groupsOf([])).toEqual([]);
});
