/**
 * A part bounds its whole and a whole its part, in both directions: what the row path and the columns say of blanks is held against
 * every filling of them in which no part exceeds its whole.
 */
import fc from "fast-check";
import { parseTest } from "../../src/language/resolve-expression";
import { conditionsOf, type Condition, type Requirements } from "../../src/policy/rule-set";
import { FactColumns } from "../../src/engine/facts";
import { scoreColumns, verdictOf } from "../../src/engine/columns/score-columns";
import { Scorer } from "../../src/engine/rows/evaluate";
import { AS_OF } from "../random-rows";
import { allRuleSets, theRelease } from "../release";

const { vocabulary } = theRelease();
const OPTIONS = { asOf: AS_OF, t: 2025 };

/** Fields with their wholes, what their cells hold, what a blank may turn out to be, and questions about them. */
interface Family {
  readonly name: string;
  readonly wholeOf: Readonly<Record<string, string | null>>;
  readonly given: readonly number[];
  readonly values: readonly number[];
  readonly questions: readonly string[];
}

const FAMILIES: readonly Family[] = [
  {
    name: "intellectual property of which some is one's own, in use or of high value",
    wholeOf: { ip_class1: null, ip_class1_used: "ip_class1", ip_class1_own: "ip_class1" },
    given: [0, 1, 2, 3, 4, 5],
    values: [0, 1, 2, 3, 4, 5, 1e6],
    questions: [
      "ip_class1 >= 1",
      "ip_class1 > 3",
      "ip_class1_used >= 4",
      "ip_class1_used < 2",
      "ip_class1_used + ip_class1_own >= 3",
    ],
  },
  {
    name: "staff of whom some do research",
    wholeOf: { employees: null, rd_staff: "employees" },
    given: [0, 20, 40, 100, 200],
    values: [0, 1, 20, 40, 100, 200, 1e6],
    questions: ["rd_staff / employees >= 20%", "rd_staff / employees > 50%", "employees <= 100", "rd_staff >= 40"],
  },
  {
    name: "revenue of which some is of the main business, and some of that of one product",
    wholeOf: { revenue: null, main_revenue: "revenue", product_revenue: "main_revenue" },
    given: [0, 2000, 4000, 5000],
    values: [0, 1, 2000, 4000, 5000, 1e9],
    questions: [
      "main_revenue / revenue >= 80%",
      "product_revenue / main_revenue >= 50%",
      "revenue < 5000万",
      "main_revenue >= 4000万",
      "product_revenue >= 2000万",
    ],
  },
  {
    name: "accidents in three years, in two and in one",
    wholeOf: { incident_3y: null, incident_2y: "incident_3y", incident_1y: "incident_2y" },
    given: [0, 1],
    values: [0, 1],
    questions: ["not incident_3y", "not incident_2y", "not incident_1y", "incident_2y or not incident_3y"],
  },
];

const [template] = conditionsOf(allRuleSets().flatMap(({ forPurpose }) => forPurpose.new.conditions));

function requirementsOf(question: string): Requirements {
  if (!template) throw new Error("the release has a condition");
  const condition: Condition = { ...template, kind: "substance", test: parseTest(question, vocabulary) };
  return { general: [], conditions: [condition], routes: [], score: null };
}

type Row = Readonly<Record<string, number>>;

function respects(row: Row, { wholeOf }: Family): boolean {
  return Object.entries(wholeOf).every(([id, whole]) => whole === null || !((row[id] ?? NaN) > (row[whole] ?? NaN)));
}

/** Every way to fill the blanks in which no part exceeds its whole, however far apart they stand in the chain. */
function fillings(row: Row, family: Family): Row[] {
  const blank = Object.keys(row).find((id) => Number.isNaN(row[id]));
  if (blank === undefined) return respects(row, family) ? [row] : [];
  return family.values.flatMap((value) => fillings({ ...row, [blank]: value }, family));
}

function factsOf(row: Row): FactColumns {
  return new FactColumns(1, new Map(Object.entries(row).map(([id, value]) => [id, Float64Array.of(value)])));
}

const rowsOf = (family: Family): fc.Arbitrary<Row> =>
  fc
    .tuple(...Object.keys(family.wholeOf).map(() => fc.oneof(fc.constant(NaN), fc.constantFrom(...family.given))))
    .map((values) => Object.fromEntries(Object.keys(family.wholeOf).map((id, index) => [id, values[index] ?? NaN])))
    .filter((row) => fillings(row, family).length > 0);

describe.each(FAMILIES)("Over the blanks of $name", (family) => {
  test.each(family.questions)("%s is answered as all fillings answer it", (question) => {
    const requirements = requirementsOf(question);
    const statusOf = (row: Row): string =>
      new Scorer(requirements, factsOf(row), vocabulary, OPTIONS).evaluate(0).status;
    fc.assert(
      fc.property(rowsOf(family), fc.subarray(Object.keys(family.wholeOf)), (row, absent) => {
        const answers = new Set(fillings(row, family).map(statusOf));
        const wanted = answers.size === 1 ? [...answers][0] : "unknown";
        expect(statusOf(row)).toBe(wanted);
        // A column that the sheet lacks says what a blank says.
        const columns = Object.fromEntries(
          Object.entries(row).filter(([id, value]) => !Number.isNaN(value) || !absent.includes(id)),
        );
        expect(statusOf(columns)).toBe(wanted);
        expect(verdictOf(scoreColumns(requirements, factsOf(columns), vocabulary, OPTIONS).status[0])).toBe(wanted);
      }),
      { numRuns: 60, seed: 20260408 },
    );
  });

  test.each(family.questions)("%s asks for cells only that can still change the answer", (question) => {
    const requirements = requirementsOf(question);
    const scorerOf = (row: Row): Scorer => new Scorer(requirements, factsOf(row), vocabulary, OPTIONS);
    fc.assert(
      fc.property(rowsOf(family), (row) => {
        const { status, missing } = scorerOf(row).evaluate(0);
        expect(missing.length > 0).toBe(status === "unknown");
        const filled = fillings(row, family);
        for (const slot of missing) {
          expect(row[slot]).toBeNaN();
          const answers = new Set(
            filled.flatMap((one) => {
              const beside = family.values
                .map((value) => ({ ...one, [slot]: value }))
                .filter((other) => respects(other, family));
              const statuses = new Set(beside.map((other) => scorerOf(other).evaluate(0).status));
              return statuses.size > 1 ? [slot] : [];
            }),
          );
          expect([...answers]).toEqual([slot]);
        }
      }),
      { numRuns: 20, seed: 20260409 },
    );
  });
});

describe("A sheet in which a part exceeds its whole", () => {
  test("says nothing of the cell between them: neither of the two is to be believed", () => {
    const requirements = requirementsOf("main_revenue >= 4000万");
    const row = { product_revenue: 5000, main_revenue: NaN, revenue: 3000 };
    expect(new Scorer(requirements, factsOf(row), vocabulary, OPTIONS).evaluate(0).status).toBe("unknown");
  });

  test("keeps what its cells say where they are filled in", () => {
    const requirements = requirementsOf("ip_class1_used >= 4");
    const row = { ip_class1: 3, ip_class1_used: 5 };
    expect(new Scorer(requirements, factsOf(row), vocabulary, OPTIONS).evaluate(0).status).toBe("met");
  });
});

describe("Parts and wholes of one year bound each other, those of different years do not", () => {
  test.each([
    [{ "main_revenue[t-1]": 6000 }, "met"],
    [{ main_revenue: 6000 }, "unknown"],
  ])("%j leaves last but one year's revenue %s", (row, wanted) => {
    const requirements = requirementsOf("revenue[t-1] >= 5000万");
    expect(new Scorer(requirements, factsOf(row), vocabulary, OPTIONS).evaluate(0).status).toBe(wanted);
  });
});
