import { findActual } from "../../src/cluster/find-actual";
import { publishedByScope } from "../../src/cluster/published";
import { actualsOf, type Actual, type Targets } from "../../src/cluster/targets";
import { loadKnowledge } from "../../src/cli/read-seeds";

const { targets } = loadKnowledge();

/** The release with one more published figure: a little-giants figure changed. */
function with1163(change: Partial<Actual>): Targets {
  const one = actualsOf(targets).find(({ id }) => id === "sd-now-little-giants");
  if (one === undefined) throw new Error("the seeds have lost their Little Giants");
  const extra = { ...one, id: "extra", ...change };
  const [first, ...rest] = targets.sets;
  if (first === undefined) throw new Error("the seeds are empty");
  return { ...targets, sets: [{ ...first, actuals: [...first.actuals, extra] }, ...rest] };
}

function ask(known: Targets, at: string | null): string {
  const found = findActual({ indicator: "国家级小巨人", scope: "山东", at }, known);
  return found.kind === "actual" ? found.actual.id : found.kind;
}

test("the newest figure answers where no time is asked, and each its own month", () => {
  const known = with1163({ at: "2025-02", value: 1000 });
  expect([null, "2025", "2025-02", "2025-04", "2025-02-28"].map((at) => ask(known, at))).toEqual([
    "sd-now-little-giants",
    "sd-now-little-giants",
    "extra",
    "sd-now-little-giants",
    "extra",
  ]);
});

test("documents that print different figures of one month are a conflict, the same figure twice is not", () => {
  expect(ask(with1163({ value: 1164 }), null)).toBe("conflict");
  expect(ask(with1163({ comparator: "about" }), null)).toBe("conflict");
  expect(ask(with1163({}), null)).not.toBe("conflict");
});

test("figures that count different things are never chosen between", () => {
  expect(ask(with1163({ kind: "new", from: 2025 }), null)).toBe("several");
});

test("a figure of a year answers for the year and its last day, not for a day between", () => {
  const known = with1163({ at: "2023", value: 900 });
  expect(["2023", "2023-12-31", "2023-06-30"].map((at) => ask(known, at))).toEqual(["extra", "extra", "none"]);
});

test("every published figure of the seeds stands once in the list by scope", () => {
  const listed = publishedByScope(targets).flatMap(({ figures }) => figures.map(({ id }) => id));
  expect([...listed].sort()).toEqual(
    actualsOf(targets)
      .map(({ id }) => id)
      .sort(),
  );
});
