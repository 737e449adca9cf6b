import type { SizeIndustry } from "../../src/language/vocabulary";
import { possibleSizes, SIZE_CLASSES, sizeClass } from "../../src/engine/size-class";
import { theRelease } from "../release";

const { sizeIndustries } = theRelease().vocabulary;

function industryOf(id: string): SizeIndustry {
  const found = sizeIndustries.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

type Values = Readonly<Partial<Record<"employees" | "revenue" | "total_assets", number>>>;

function classOf(id: string, values: Values): string {
  return SIZE_CLASSES[sizeClass(industryOf(id), (field) => values[field] ?? Infinity)]?.zh ?? "";
}

/** Lower bounds of large, medium and small, as the annex prints them: persons, 万元 of revenue, 万元 of assets. */
const BOUNDS: readonly (readonly [string, keyof Values, number, number, number])[] = [
  ["agriculture", "revenue", 20000, 500, 50],
  ["industry", "employees", 1000, 300, 20],
  ["industry", "revenue", 40000, 2000, 300],
  ["construction", "revenue", 80000, 6000, 300],
  ["construction", "total_assets", 80000, 5000, 300],
  ["wholesale", "employees", 200, 20, 5],
  ["wholesale", "revenue", 40000, 5000, 1000],
  ["retail", "employees", 300, 50, 10],
  ["retail", "revenue", 20000, 500, 100],
  ["transport", "employees", 1000, 300, 20],
  ["transport", "revenue", 30000, 3000, 200],
  ["storage", "employees", 200, 100, 20],
  ["storage", "revenue", 30000, 1000, 100],
  ["post", "employees", 1000, 300, 20],
  ["post", "revenue", 30000, 2000, 100],
  ["lodging", "employees", 300, 100, 10],
  ["lodging", "revenue", 10000, 2000, 100],
  ["catering", "employees", 300, 100, 10],
  ["catering", "revenue", 10000, 2000, 100],
  ["information-transmission", "employees", 2000, 100, 10],
  ["information-transmission", "revenue", 100000, 1000, 100],
  ["software", "employees", 300, 100, 10],
  ["software", "revenue", 10000, 1000, 50],
  ["real-estate-development", "revenue", 200000, 1000, 100],
  ["real-estate-development", "total_assets", 10000, 5000, 2000],
  ["property-management", "employees", 1000, 300, 100],
  ["property-management", "revenue", 5000, 1000, 500],
  ["leasing-business-services", "employees", 300, 100, 10],
  ["leasing-business-services", "total_assets", 120000, 8000, 100],
  ["other", "employees", 300, 100, 10],
];

describe("Size classes of the 16 industries", () => {
  test.each(BOUNDS)("%s by %s: large from %d, medium from %d, small from %d", (id, field, large, medium, small) => {
    const at = (value: number): string => classOf(id, { [field]: value });
    expect([at(large), at(large - 1), at(medium), at(medium - 1), at(small), at(small - 1)]).toEqual([
      "大型",
      "中型",
      "中型",
      "小型",
      "小型",
      "微型",
    ]);
  });

  test("every industry's measures are in the table above", () => {
    const listed = BOUNDS.map(([id, field]) => `${id} ${field}`).sort();
    expect(sizeIndustries.flatMap(({ id, measures }) => measures.map(({ field }) => `${id} ${field}`)).sort()).toEqual(
      listed,
    );
  });

  test("whoever misses one measure drops a class, until every measure holds", () => {
    expect(classOf("industry", { employees: 1200, revenue: 39999 })).toBe("中型");
    expect(classOf("industry", { employees: 250, revenue: 50000 })).toBe("小型");
    expect(classOf("industry", { employees: 10, revenue: 50000 })).toBe("微型");
  });

  test("with the staff blank, revenue alone still bounds the class from above", () => {
    const open = possibleSizes([industryOf("industry")], (field) =>
      field === "revenue" ? { lo: 1999, hi: 1999 } : { lo: 0, hi: Infinity },
    );
    expect(open).toEqual({ least: 0, most: 1 });
  });
});
