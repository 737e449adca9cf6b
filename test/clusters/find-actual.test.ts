import { findActual } from "../../src/clusters/find-actual";
import { publishedByScope } from "../../src/clusters/published";
import { actualsOf, type Actual, type Targets } from "../../src/clusters/targets";
import { loadKnowledge } from "../../src/commands/read-seeds";

const { targets } = loadKnowledge();

/** The release with one more published figure: the seed firms with something changed. */
function withAnother(change: Partial<Actual>): Targets {
  const one = actualsOf(targets).find(({ id }) => id === "sd-now-seeds");
  if (one === undefined) throw new Error("the seeds have lost their seed firms");
  const extra = { ...one, id: "extra", ...change };
  const [first, ...rest] = targets.sets;
  if (first === undefined) throw new Error("the seeds are empty");
  return { ...targets, sets: [{ ...first, actuals: [...first.actuals, extra] }, ...rest] };
}

function ask(known: Targets, at: string | null): string {
  const found = findActual({ indicator: "种子企业", scope: "山东", at }, known);
  return found.kind === "actual" ? found.actual.id : found.kind;
}

test("the newest figure answers where no time is asked, and each its own month", () => {
  const known = withAnother({ at: "2025-02", value: 20000 });
  expect([null, "2025", "2025-02", "2025-04", "2025-02-28"].map((at) => ask(known, at))).toEqual([
    "sd-now-seeds",
    "sd-now-seeds",
    "extra",
    "sd-now-seeds",
    "extra",
  ]);
});

test("documents that print different figures of one month are a conflict, the same figure twice is not", () => {
  expect(ask(withAnother({ value: 30001 }), null)).toBe("conflict");
  expect(ask(withAnother({ comparator: "about" }), null)).toBe("conflict");
  expect(ask(withAnother({}), null)).not.toBe("conflict");
});

test("figures that count different things are never chosen between", () => {
  expect(ask(withAnother({ kind: "new", from: 2025 }), null)).toBe("several");
});

test("a figure of a year answers for the year and its last day, not for a day between", () => {
  const known = withAnother({ at: "2023", value: 900 });
  expect(["2023", "2023-12-31", "2023-06-30"].map((at) => ask(known, at))).toEqual(["extra", "extra", "none"]);
});

test("documents that count differently are never chosen between, each time has its own", () => {
  const ask1163 = (at: string | null) => findActual({ indicator: "小巨人", scope: "山东", at }, targets);
  expect(ask1163(null).kind).toBe("several");
  const found = ["2025-04", "2025-12", "2025-12-31"].map(ask1163);
  expect(found.map((one) => (one.kind === "actual" ? one.actual.value : one.kind))).toEqual([1163, 1356, 1356]);
});

test("every published figure of the seeds stands once in the list by scope", () => {
  const listed = publishedByScope(targets).flatMap(({ figures }) => figures.map(({ id }) => id));
  expect([...listed].sort()).toEqual(
    actualsOf(targets)
      .map(({ id }) => id)
      .sort(),
  );
});
