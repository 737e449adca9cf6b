import { isFailure, type FunctionResult } from "../../src/functions/function-record";
import { call } from "./sample-sheet";

function only(result: FunctionResult): unknown {
  if (isFailure(result)) return result.code;
  const cell = result[0]?.[0];
  return isFailure(cell) ? cell.code : cell;
}

function said(result: FunctionResult): string {
  const cell = isFailure(result) ? result : result[0]?.[0];
  return isFailure(cell) ? cell.message.zh : "";
}

describe("HHI and CONCENTRATION over ranges", () => {
  test.each([
    [[[30], [30], [20], [20]], 2600],
    [[[40, 30, 20, 10]], 3000],
    [[[7]], 10000],
  ])("HHI of %j is %d", (values, expected) => {
    expect(only(call("HHI", values))).toBe(expected);
  });

  test("The four largest, the two largest, and all where there are fewer than n", () => {
    const values = [[40], [25], [15], [10], [10]];
    expect(only(call("CONCENTRATION", values))).toBe(0.9);
    expect(only(call("CONCENTRATION", values, 2))).toBe(0.65);
    expect(only(call("CONCENTRATION", values, 8))).toBe(1);
  });

  test("A blank leaves the shares unknown, and the message counts the blanks", () => {
    const holed = [[30], [null], [""], [20]];
    expect(only(call("HHI", holed))).toBe("#N/A");
    expect(said(call("HHI", holed))).toContain("2处空白");
    expect(only(call("CONCENTRATION", holed))).toBe("#N/A");
  });

  test("Negative values, nothing but zeros, half a firm and mixed units are refused", () => {
    expect(said(call("HHI", [[30], [-1]]))).toContain("负数");
    expect(said(call("HHI", [[0], [0]]))).toContain("合计是0");
    expect(said(call("CONCENTRATION", [[1], [2]], 1.5))).toContain("整数");
    expect(said(call("HHI", [["3亿元"], [20000]]))).toContain("单位不一致");
  });

  test.each([
    ["HHI", [[1e308, 1e308]]],
    ["HHI", [[1e200], [1e200]]],
    ["HHI", [["1E307亿元"], ["1E307亿元"]]],
    ["CONCENTRATION", [[1e308], [1e308], [1e308]]],
  ])("%s of %j is beyond what a cell can hold", (name, values) => {
    expect(only(call(name, values))).toBe("#NUM!");
    expect(said(call(name, values))).toContain("太大");
  });

  test("So is a quotient that grows out of bounds, and an amount of money", () => {
    expect(only(call("LOCATION_QUOTIENT", 1e308, 1e308, 1e-300, 1e308))).toBe("#NUM!");
    expect(only(call("SUBSIDY", 1e307, 1, 1))).toBe("#NUM!");
    expect(said(call("SUBSIDY", 1e307, 1, 1))).toContain("范围");
    expect(only(call("SUBSIDY", 1e306, 1, 1))).toBe(1e306);
  });

  test("Blanks behind the last value of a whole column are no members, those among the values still are", () => {
    const column = (...values: readonly (number | null)[]): (number | null)[][] =>
      Array.from({ length: 1_048_576 }, (_, row) => [values[row] ?? null]);
    expect(only(call("HHI", column(30, 30, 40)))).toBe(3400);
    expect(only(call("HHI", column(30, null, 40)))).toBe("#N/A");
    expect(only(call("HHI", column()))).toBe("#N/A");
    expect(only(call("CONCENTRATION", column(40, 25, 15, 10, 10), 2))).toBe(0.65);
    expect(only(call("HHI", [[30], [30], [40], [null]]))).toBe("#N/A");
  });

  test("A whole row ends with its last value too", () => {
    const row = [30, 30, 40, ...Array.from({ length: 16_381 }, () => null)];
    expect(only(call("HHI", [row]))).toBe(3400);
  });

  test("Amounts in different units of money are brought together", () => {
    expect(only(call("HHI", [["1亿元"], ["10000万元"]]))).toBe(5000);
  });
});

describe("CLUSTER_TABLE", () => {
  const headings = [
    [
      "集群名称",
      "2025年集群产值（亿元）",
      "中小企业产值",
      "主导产业产值",
      "2025年集群营业收入（亿元）",
      "2024年集群营业收入（亿元）",
    ],
  ];

  test("Each row has its measures, its class by revenue and its verdicts; blank rows stay blank", () => {
    const table = call("CLUSTER_TABLE", headings, [
      ["动力装备集群", 6000, 4500, 4800, 5200, 5000],
      [null, null, null, null, null, null],
      ["新能源集群", 900, 450, 700, 800, null],
    ]);
    if (isFailure(table)) throw new Error(table.message.zh);
    const [head = [], first = [], blank = [], second = []] = table;
    const at = (name: string): number => head.indexOf(name);
    expect(first[at("中小企业产值占比")]).toBe(0.75);
    expect(first[at("主导产业占比")]).toBe(0.8);
    expect(first[at("营业收入增速")]).toBe(0.04);
    expect(first[at("收入规模档")]).toBe("5000亿元以上");
    expect(first[at("距下一档（亿元）")]).toBe("");
    expect(first[at("中小企业特色产业集群")]).toBe("? 待补数据");
    expect(blank.filter((cell) => cell !== "")).toEqual([]);
    expect(second[at("营业收入增速")]).toMatchObject({ code: "#N/A" });
    expect(second[at("收入规模档")]).toBe("不到1000亿元");
    expect(second[at("距下一档（亿元）")]).toBe(200);
    expect(second[at("中小企业特色产业集群")]).toBe("✗ 未达到");
    expect(second[at("中小企业特色产业集群 说明")]).toEqual(expect.stringContaining("中小企业产值占集群产值70%以上"));
  });

  test("A part above its whole is refused in its cell", () => {
    const table = call("CLUSTER_TABLE", headings, [["甲集群", 100, 120, 80, 100, 90]]);
    if (isFailure(table)) throw new Error(table.message.zh);
    expect(table[1]?.[table[0]?.indexOf("中小企业产值占比") ?? 0]).toMatchObject({ code: "#VALUE!" });
  });
});
