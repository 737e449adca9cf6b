/** Which open items could still decide a line, against trying out every outcome of every item. */
import fc from "fast-check";
import type { Line } from "../../../src/policy/rule-set";
import { pivotalItems, sums } from "../../../src/engine/rows/pivotal";

/** Points and lines are drawn in whole units of a 1/scale point, so that the trying out is exact whatever the scale. */
interface Drawn {
  readonly items: readonly (readonly number[])[];
  readonly line: number;
  readonly relation: ">=" | ">";
}

/** Every sum of one outcome each. */
function everySum(items: readonly (readonly number[])[]): readonly number[] {
  return items.reduce<readonly number[]>((all, item) => all.flatMap((sum) => item.map((points) => sum + points)), [0]);
}

function triedOut({ items, line, relation }: Drawn): boolean[] {
  const reaches = (points: number): boolean => (relation === ">" ? points > line : points >= line);
  return items.map((own, index) =>
    everySum(items.filter((_, position) => position !== index)).some(
      (others) => !reaches(others + Math.min(...own)) && reaches(others + Math.max(...own)),
    ),
  );
}

function asked({ items, line, relation }: Drawn, scale: number): boolean[] {
  const points: Line = { relation, points: line / scale };
  return pivotalItems(
    items.map((item) => item.map((level) => level / scale)),
    points,
  );
}

const relation = fc.constantFrom(">=" as const, ">" as const);

/** An item with some outcomes in any order, doubles included; about one in three is settled. */
function item(most: number): fc.Arbitrary<number[]> {
  const level = fc.integer({ min: 0, max: most });
  return fc.oneof(
    level.map((points) => [points]),
    fc.array(level, { minLength: 2, maxLength: 5 }),
    // Bands with wide gaps between them, where stepping over the line is possible.
    fc.subarray(
      [0, 2, 5, 10, 15, 20].map((points) => Math.min(points, most)),
      { minLength: 2 },
    ),
  );
}

/** Lines anywhere, and most often on a sum that can come about. */
function drawn(most: number): fc.Arbitrary<Drawn> {
  return fc.array(item(most), { minLength: 1, maxLength: 5 }).chain((items) =>
    fc.record({
      items: fc.constant(items),
      line: fc.oneof(
        { weight: 1, arbitrary: fc.integer({ min: -2, max: items.length * most }) },
        { weight: 3, arbitrary: fc.constantFrom(...new Set(everySum(items))) },
      ),
      relation,
    }),
  );
}

function agreesWithTryingOut(most: number, scale: number, seed: number): void {
  fc.assert(
    fc.property(drawn(most), (one) => {
      expect(asked(one, scale)).toEqual(triedOut(one));
    }),
    { numRuns: 4000, seed },
  );
}

describe("An item is asked for exactly where some outcome of the others lets it decide", () => {
  test("for whole points", () => {
    agreesWithTryingOut(20, 1, 20260421);
  });

  test("for few points, where items often tie", () => {
    agreesWithTryingOut(4, 1, 20260422);
  });

  test("for halves", () => {
    agreesWithTryingOut(20, 2, 20260423);
  });

  test("for tenths, which doubles do not add exactly", () => {
    agreesWithTryingOut(100, 10, 20260424);
  });

  const cases: readonly (readonly [string, number[][], Line, boolean[]])[] = [
    [
      "58 are certain, one point is idle beside five",
      [[58], [0, 1], [0, 1, 2, 3, 4, 5]],
      { relation: ">=", points: 60 },
      [false, true, true],
    ],
    [
      "58 are certain and 5 more stand out: a point less never matters",
      [[58], [0, 1], [0, 5]],
      { relation: ">=", points: 60 },
      [false, false, true],
    ],
    ["the line is reached already", [[60], [0, 5]], { relation: ">=", points: 60 }, [false, false]],
    ["the line must be exceeded", [[60], [0, 5]], { relation: ">", points: 60 }, [false, true]],
    ["the line is out of reach", [[50], [0, 5], [0, 4]], { relation: ">=", points: 60 }, [false, false, false]],
    ["both are needed", [[50], [0, 5], [0, 5]], { relation: ">=", points: 60 }, [false, true, true]],
    ["any one is enough", [[55], [0, 5], [0, 5]], { relation: ">=", points: 60 }, [false, true, true]],
    [
      "the wide steps of one pass over the other",
      [
        [0, 10],
        [4, 5],
        [0, 10],
      ],
      { relation: ">=", points: 7 },
      [true, false, true],
    ],
    ["an item of one outcome is settled", [[3], [3]], { relation: ">=", points: 6 }, [false, false]],
    [
      "the order of the outcomes does not matter",
      [
        [10, 0],
        [5, 0, 2],
      ],
      { relation: ">=", points: 5 },
      [true, true],
    ],
    [
      "tenths that add up to the line reach it",
      [[0.1], [0.2], [0, 0.3]],
      { relation: ">=", points: 0.6 },
      [false, false, true],
    ],
  ];
  test.each(cases)("%s", (_, items, line, wanted) => {
    expect(pivotalItems(items, line)).toEqual(wanted);
  });

  test("no items ask for nothing", () => {
    expect(pivotalItems([], { relation: ">=", points: 0 })).toEqual([]);
  });

  test("forty open items are judged without trying out their outcomes", () => {
    const many = Array.from({ length: 40 }, () => [0, 1, 2, 3, 4, 5]);
    expect(pivotalItems(many, { relation: ">=", points: 100 })).toEqual(many.map(() => true));
    expect(pivotalItems(many, { relation: ">=", points: 201 })).toEqual(many.map(() => false));
  });
});

describe("Sums of possible points", () => {
  test("are every sum of one of each, once", () => {
    const levels = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(levels, levels, (first, second) => {
        const wanted = new Set(everySum([first, second]));
        const found = sums(first, second);
        expect(new Set(found)).toEqual(wanted);
        expect(found.length).toBeLessThanOrEqual(Math.max(wanted.size, first.length));
      }),
      { seed: 20260425 },
    );
  });
});
