import { judgeRider } from "../../src/riders/judge-rider";
import { budgetSheet } from "../../src/riders/budget-sheet";
import { backPaymentSheet, groupSheet } from "../../src/riders/group-tables";
import { parseMonth } from "../../src/riders/month";
import type { Rider } from "../../src/riders/rider";
import { SubsidyGroups } from "../../src/riders/subsidy-groups";
import { subsidies } from "./release";

const month = (text: string): number => parseMonth(text) ?? NaN;
const QUANZHOU: Rider = {
  platform: "美团",
  category: "众包",
  workPlace: "泉州",
  insuredPlace: "泉州",
  month: month("2025-12"),
  income: 5000,
  earlier: [5000, 5000, 5000, 0, 0, 0],
};

function grouped(...riders: readonly (readonly [Partial<Rider>, backPayment?: number])[]): SubsidyGroups {
  const groups = new SubsidyGroups();
  riders.forEach(([change, backPayment = 0], row) => {
    const rider = { ...QUANZHOU, ...change };
    groups.add({
      row,
      rider,
      outcome: judgeRider(rider, subsidies),
      backPayment,
      retestDiffers: false,
      ways: null,
      asked: null,
    });
  });
  return groups;
}

const MIXED = grouped(
  [{}],
  [{ income: 0 }],
  [{ income: null }],
  [{ month: month("2025-11") }],
  [{ platform: "淘宝闪购", category: "荣誉骑士" }],
  [{ platform: "淘宝闪购" }],
  [{ platform: "闪送" }],
  [{ insuredPlace: "香港" }],
  [{ workPlace: "南通", insuredPlace: "南通", month: month("2025-06") }, 7.3],
);

test("Riders are counted by scheme, place of insurance and month, with what they get", () => {
  const { rows, charts } = groupSheet(MIXED, "zh");
  expect(rows.map((row) => [...row.slice(0, 3), ...row.slice(4)])).toEqual([
    ["美团养老保险补贴", "福建省", "2025-12", 3, 1, 1, 1, 0, 443.3],
    ["淘宝闪购养老、医疗保险补贴", "福建省", "2025-12", 2, 2, 0, 0, 2, 0],
    ["美团养老保险补贴", "福建省", "2025-11", 1, 1, 0, 0, 0, 443.3],
    ["没有已知的方案", "福建省", "2025-12", 1, 0, 0, 1, 0, 0],
    ["美团养老保险补贴", "没有收录的地方", "2025-12", 1, 1, 0, 0, 1, 0],
    ["美团养老保险补贴", "江苏省", "2025-06", 1, 1, 0, 0, 0, 495.2],
  ]);
  expect(charts?.[0]).toMatchObject({ categories: 3, values: [9], rows: [0, 5] });
});

test("A budget starts from the riders of the list as they were judged, special categories apart, and counts who is left out", () => {
  expect(MIXED.mainMonth()).toBe(month("2025-12"));
  const { lines, leftOut } = MIXED.budgetLines();
  expect(
    lines.map(({ scheme, place, category, riders, judged }) => [scheme.id, place.id, category, riders, judged]),
  ).toEqual([
    ["meituan", "fujian", "", 3, { due: 1, fen: 44_330, withoutAmount: 0, open: 1, openFen: 44_330 }],
    ["taobao", "fujian", "荣誉骑士", 1, { due: 0, fen: 0, withoutAmount: 1, open: 0, openFen: 0 }],
    ["taobao", "fujian", "", 1, { due: 0, fen: 0, withoutAmount: 1, open: 0, openFen: 0 }],
    ["meituan", "fujian", "", 1, { due: 1, fen: 44_330, withoutAmount: 0, open: 0, openFen: 0 }],
    ["meituan", "jiangsu", "", 1, { due: 1, fen: 49_520, withoutAmount: 0, open: 0, openFen: 0 }],
  ]);
  expect(leftOut).toBe(2);
});

test("What is paid later stands by place and month with both floors", () => {
  expect(backPaymentSheet(MIXED, "zh").rows).toEqual([["江苏省 2025-06", "美团养老保险补贴", 1, 4879, 4952, 7.3]]);
  const nothing = backPaymentSheet(grouped([{}]), "zh");
  expect(nothing.rows).toEqual([]);
  expect(nothing.charts).toBeUndefined();
});

test("The budget sheet begins with the list's own sum and draws each estimate from its own rows", () => {
  const { lines, leftOut } = MIXED.budgetLines();
  const request = {
    lines,
    eligibleShare: null,
    paidShare: null,
    month: month("2025-12"),
    floorChange: 0,
    levels: "settled" as const,
    printedCosts: false,
  };
  const sheet = budgetSheet(request, leftOut, subsidies, "zh");
  expect(sheet.rows.find((row) => row[0] === "合计")?.slice(2)).toEqual([7, 3, null, 1381.8, 5527.2, ""]);
  const drawn = (sheet.charts ?? []).map(({ rows: [first, last] = [0, 0] }) =>
    sheet.rows.slice(first, last + 1).map((row) => row[1]),
  );
  expect(drawn).toEqual([
    ["名单合计", "18%符合", "80%符合"],
    ["下限-10%", "下限-5%", "现在的下限", "下限+5%", "下限+10%"],
    ["都补25%", "都补50%", "都补75%", "都补100%"],
  ]);
  expect(sheet.titleLines?.[0]).toContain("2025-06、2025-11、2025-12的名单合计1,381.80元");
  expect(sheet.titleLines?.[1]).toContain(
    "2名应发但金额不能确定，1名待补数据（都符合的话再加443.30元），2名没有已知的方案、参保地或月份",
  );
});
