import { benchmarkSheet } from "../../src/cultivation/benchmark-table";
import { measureSheet, type MeasuredSheet } from "../../src/cultivation/benchmarks";
import { quantileOfSorted } from "../../src/cultivation/quantiles";
import { theRelease } from "../release";
import { contextOf, gridOf, sampleGrid, theCultivation, type Row } from "./made-up-sheet";

function measured(id: string, rows: readonly Row[], chosen?: readonly number[]): MeasuredSheet {
  const found = measureSheet(contextOf(gridOf(rows)), chosen).find(({ measure }) => measure.id === id);
  if (!found) throw new Error(`there is no measure ${id}`);
  return found;
}

const shares = (...values: readonly (number | null)[]): Row[] => values.map((main_share) => ({ main_share }));

describe("The sheet's own statistics", () => {
  test("quartiles are those of Excel's QUARTILE.INC, blanks left out and counted", () => {
    const sheet = measured("main-share", shares(0.2, null, 0.4, 0.9, 0.6));
    expect(sheet).toMatchObject({ known: 4, unknown: 1 });
    const { mean, lowerQuartile, median, upperQuartile } = sheet;
    const found = [mean, lowerQuartile, median, upperQuartile].map((value) => Number(value?.toFixed(10)));
    expect(found).toEqual([0.525, 0.35, 0.5, 0.675]);
  });

  test("nothing known has no statistics, never 0", () => {
    expect(measured("main-share", shares(null, null))).toMatchObject({
      known: 0,
      unknown: 2,
      mean: null,
      median: null,
    });
  });

  test("growth over nothing is not known", () => {
    const rows = [
      { revenue: 110, "revenue[t-1]": 100 },
      { revenue: 50, "revenue[t-1]": 0 },
    ];
    const { known, median } = measured("revenue-growth", rows);
    expect([known, median]).toEqual([1, expect.closeTo(0.1, 10)]);
  });

  test("a level has a middle one and no mean", () => {
    const rows = ["无", "市级", "省级", "国家级"].map((rd_institution) => ({ rd_institution }));
    const { mean, median, measure } = measured("rd-institution", rows);
    expect([mean, Number.isInteger(median), measure.unit]).toEqual([null, true, "choice"]);
  });

  test("only the rows chosen count", () => {
    const { known, mean } = measured("main-share", shares(0.2, 0.4, 0.9), [0, 1]);
    expect(known).toBe(2);
    expect(mean).toBeCloseTo(0.3, 10);
  });

  test.each([
    [[], 0.5, null],
    [[7], 0.25, 7],
    [[1, 2], 0.75, 1.75],
    [[1, 2, 3], 1, 3],
  ])("of %j the quantile %d is %s", (values, q, expected) => {
    expect(quantileOfSorted(values, q)).toBe(expected);
  });
});

describe("Beside the figures printed for Jiangxi 2023", () => {
  test("a share above a line leaves out those on it, a share of at least counts them", () => {
    const [above] = measured("main-share", shares(0.95, 0.96, 0.94, null)).printed;
    expect(above).toMatchObject({ figure: { id: "jx-main-share", line: 0.95, value: 0.9, atLeast: true } });
    expect(above?.sheet).toBeCloseTo(1 / 3, 10);
    const [least] = measured("niche-years", [{ niche_years: 5 }, { niche_years: 4 }]).printed;
    expect(least).toMatchObject({ figure: { statistic: "share-at-least", line: 5, value: 0.8 }, sheet: 0.5 });
  });

  test("3 of 30 persons is exactly 10 %, not above it", () => {
    const [printed] = measured("rd-staff-share", [{ rd_staff: 3, employees: 30 }]).printed;
    expect(printed).toMatchObject({ figure: { line: 0.1 }, sheet: 0 });
  });

  test("a mean is compared with the mean", () => {
    const { printed, mean } = measured("rd-share", [
      { rd_expense: 3, revenue: 100 },
      { rd_expense: 7, revenue: 100 },
    ]);
    expect(mean).toBeCloseTo(0.05, 10);
    expect(printed).toMatchObject([{ figure: { statistic: "mean", value: 0.043 }, sheet: mean }]);
  });

  test("every printed figure has its year, its place in a document and how sure it is, and stands in the table with them", async () => {
    const { vocabulary } = theRelease();
    const context = contextOf(await sampleGrid());
    const { rows, columns } = benchmarkSheet(measureSheet(context), vocabulary, "zh");
    const { printed } = theCultivation();
    expect(printed.length).toBeGreaterThanOrEqual(10);
    for (const { year, document, clause } of printed) {
      expect([year, document.title.zh]).toEqual([2023, "江西专精特新中小企业量质齐升"]);
      expect(rows.some((row) => row.includes(year) && row.includes(`《${document.title.zh}》${clause}`))).toBe(true);
    }
    expect(columns.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(["中位数", "公开数字", "年份", "出处"]),
    );
    const expense = rows.find(([name]) => name === "研发费用");
    expect(expense).toEqual(expect.arrayContaining(["810万元", 2023]));
    expect(rows.find(([name]) => name === "主营业务收入占比")?.[9]).toBe("超过90%");
  });
});
