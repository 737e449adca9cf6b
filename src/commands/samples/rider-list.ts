/** The made-up riders of the sample: first one for every way a rider's subsidy can come out, then an ordinary month of many. */
import type { WriteSheet } from "hucre/xlsx";
import { columnLetters } from "../../words/grid";
import { headingCells } from "./clean-sheet";
import type { Random } from "./seeded-random";

const HEADINGS = [
  "骑手编号",
  "平台",
  "骑手类别",
  "就业地",
  "参保地",
  "缴费月份",
  "当月收入（元）",
  "前1月收入（元）",
  "前2月收入（元）",
  "前3月收入（元）",
  "前4月收入（元）",
  "前5月收入（元）",
  "前6月收入（元）",
  "当月单量（单）",
] as const;

type Amount = number | string | null;
/** Platform, category, place of work, place of insurance, month, this month's income and those of the six before. */
type Case = readonly [
  what: string,
  platform: string | null,
  category: string | null,
  work: string | null,
  insured: string | null,
  month: string | null,
  incomes: readonly Amount[],
];

/** Three of the six reach Beijing's 7,162 and this month does. */
const ENOUGH: readonly Amount[] = [7400, 7500, 7000, 7300, 6000, 7200, 5000];
const WELL: readonly Amount[] = [9000, 9000, 9000, 9000, 9000, 9000, 9000];
const replaced = (at: number, by: Amount, from = ENOUGH): readonly Amount[] =>
  from.map((one, i) => (i === at ? by : one));

const CASES: readonly Case[] = [
  [
    "在北京跑单、在泉州参保：按北京的下限看收入，按泉州的下限算钱，443.30元",
    "美团",
    "众包",
    "北京",
    "泉州",
    "2025-12",
    ENOUGH,
  ],
  ["当月差一分钱就不够", "美团", "众包", "北京", "泉州", "2025-12", replaced(0, 7161.99)],
  ["当月正好等于下限，够了", "美团", "众包", "北京", "泉州", "2025-12", replaced(0, 7162)],
  ["前6个月只有两个月够", "美团", "众包", "北京", "泉州", "2025-12", [7400, 7500, 7000, 7300, 6000, 5000, 5000]],
  ["从没够过：要连着够三个月以后才能领", "美团", "众包", "北京", "泉州", "2025-12", [0, 0, 0, 0, 0, 0, 0]],
  [
    "中间有一个月没填，填上才说得准",
    "美团",
    "众包",
    "北京",
    "泉州",
    "2025-12",
    [7400, 7500, null, 7300, 6000, 5000, 5000],
  ],
  ["中间有一个月没填，但不影响结果", "美团", "众包", "北京", "泉州", "2025-12", replaced(2, null)],
  [
    "只有5个月，第6个月可能影响结果",
    "美团",
    "众包",
    "北京",
    "泉州",
    "2025-12",
    [7400, 7500, 7000, 7300, 6000, 5000, null],
  ],
  ["当月收入没填", "美团", "众包", "北京", "泉州", "2025-12", replaced(0, null)],
  ["收入写成了文字", "美团", "众包", "北京", "泉州", "2025-12", [7400, 7500, "约7200", 7300, 6000, 5000, 5000]],
  ["收入是负数", "美团", "众包", "北京", "泉州", "2025-12", replaced(0, -50)],
  ["收入带千分位逗号，读得出", "美团", "众包", "北京", "泉州", "2025-12", replaced(0, "7,400")],
  ["没有填平台", null, "众包", "北京", "泉州", "2025-12", ENOUGH],
  ["平台没有已知的方案", "闪送", "众包", "北京", "泉州", "2025-12", ENOUGH],
  ["没有填缴费月份", "美团", "众包", "北京", "泉州", null, ENOUGH],
  ["没有填就业地", "美团", "众包", null, "泉州", "2025-12", ENOUGH],
  ["就业地有好几个", "美团", "众包", "鼓楼区", "泉州", "2025-12", ENOUGH],
  ["没有填参保地：该发，但金额算不出", "美团", "众包", "北京", null, "2025-12", ENOUGH],
  ["参保地不认得", "美团", "众包", "北京", "香港", "2025-12", ENOUGH],
  ["参保地2026年的下限没有查到", "美团", "众包", "北京", "泉州", "2026-03", ENOUGH],
  ["就业地2026年7月起的下限没有查到", "美团", "众包", "长春", "北京", "2026-08", WELL],
  ["北京2026年7月起的下限：7,270", "美团", "众包", "北京", "北京", "2026-08", WELL],
  ["方案还没有开始", "美团", "众包", "泉州", "泉州", "2025-03", WELL],
  ["方案开始了，还没有推到北京", "美团", "众包", "北京", "泉州", "2025-10", WELL],
  ["方案只在部分城市实行，就业地没有填", "美团", "众包", null, "泉州", "2025-06", WELL],
  [
    "江苏2025年的下限9月才公布：6月当时按4,879发487.90元，后来补到495.20元",
    "美团",
    "众包",
    "南通",
    "南通",
    "2025-06",
    [6000, 6000, 6000, 6000, 0, 0, 0],
  ],
  ["公布以后按4,952发495.20元", "美团", "众包", "南通", "南通", "2025-10", [6000, 6000, 6000, 6000, 0, 0, 0]],
  [
    "收入和当时的4,879比，够；按后来的4,952就不够了，要不要再比没有查到规定",
    "美团",
    "众包",
    "南通",
    "泉州",
    "2025-06",
    [4900, 6000, 6000, 6000, 0, 0, 0],
  ],
  [
    "深圳2025年7月有两个数：灵活就业的4,492和职工的4,775，按前一个算，写明另一个",
    "美团",
    "众包",
    "深圳",
    "深圳",
    "2025-07",
    WELL,
  ],
  ["在武汉跑单、在荆州参保：湖北分三档，两地各看各的", "美团", "众包", "武汉", "荆州", "2025-12", WELL],
  ["仙桃属于湖北哪一档没有查到", "美团", "众包", "仙桃", "仙桃", "2025-12", WELL],
  ["只写湖北，不知道是哪一档", "美团", "众包", "武汉", "湖北", "2025-12", WELL],
  [
    "商丘每月4,500元，达到河南的3,831",
    "美团",
    "众包",
    "商丘",
    "河南省商丘市",
    "2026-05",
    [4500, 4500, 4500, 4500, 4500, 4500, 4500],
  ],
  ["广州和广东其余各市的下限不一样：5,510", "美团", "众包", "广州市天河区", "东莞", "2025-12", WELL],
  ["宁波单独公布，没有查到", "美团", "众包", "杭州", "宁波", "2025-12", WELL],
  ["山东2025年是暂定的下限", "美团", "众包", "北京", "济南", "2025-12", ENOUGH],
  ["淘宝闪购普通骑手：养老和医疗各补一半，1,008.66元", "淘宝闪购", "众包", "北京", "北京", "2026-03", WELL],
  ["淘宝闪购荣誉骑士：全补，2,017.32元", "淘宝闪购", "荣誉骑士", "北京", "北京", "2026-03", WELL],
  ["淘宝闪购骑士队长：全补", "淘宝闪购", "骑士队长", "北京", "北京", "2026-03", WELL],
  ["淘宝闪购没有填类别：补一半还是全补定不下来", "淘宝闪购", null, "北京", "北京", "2026-03", WELL],
  ["泉州的医疗保险缴费额没有查到", "淘宝闪购", "众包", "泉州", "泉州", "2025-12", WELL],
  ["京东全职：企业全额承担，没有按人公布的金额", "京东", "全职", "北京", "北京", "2025-12", WELL],
  ["京东兼职：不在这个方案里", "京东", "兼职", "北京", "北京", "2025-12", WELL],
  ["京东没有填类别", "京东", null, "北京", "北京", "2025-12", WELL],
];

const ORDINARY = 160;
const PLACES = ["北京", "泉州", "南通", "福州", "苏州", "济南", "武汉", "郑州", "成都", "杭州"] as const;
/** The level an ordinary income lies around, near the floor of the place. */
const AROUND: Readonly<Record<(typeof PLACES)[number], number>> = {
  北京: 7400,
  泉州: 4600,
  南通: 5100,
  福州: 4600,
  苏州: 5100,
  济南: 4600,
  武汉: 4700,
  郑州: 4000,
  成都: 4800,
  杭州: 5200,
};

function ordinary(random: Random, number: number): Case {
  const platform = random.pick(["美团", "美团", "美团", "淘宝闪购", "淘宝闪购", "京东"]);
  const work = random.pick(PLACES);
  const insured = random.chance(0.7) ? work : random.pick(PLACES);
  const honoured = random.chance(0.1);
  const fullTime = random.chance(0.6);
  const category = platform === "京东" ? (fullTime ? "全职" : "兼职") : honoured ? "荣誉骑士" : "众包";
  const incomes = Array.from({ length: 7 }, (): Amount => {
    if (random.chance(0.02)) return null;
    return random.chance(0.12) ? 0 : Math.round(AROUND[work] * random.between(0.7, 1.4));
  });
  return [`第${number}名`, platform, category, work, insured, "2025-12", incomes];
}

function rowOf([, platform, category, work, insured, month, incomes]: Case, number: number, orders: number): Amount[] {
  return [`XN-${String(number).padStart(4, "0")}`, platform, category, work, insured, month, ...incomes, orders];
}

function listSheet(name: string, cases: readonly Case[], first: number, random: Random, told: boolean): WriteSheet {
  const headings = told ? [...HEADINGS, "这一行是什么情形"] : HEADINGS;
  const body = cases.map((one, index) => [
    ...rowOf(one, first + index, random.whole(200, 1600)),
    ...(told ? [one[0]] : []),
  ]);
  return {
    name,
    rows: [[...headings], ...body],
    columns: headings.map((_, column) =>
      column >= 6 && column <= 12 ? { width: 12, numFmt: "#,##0.00" } : { width: column === 14 ? 60 : 12 },
    ),
    cells: headingCells(0, headings.length),
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${columnLetters(headings.length - 1)}${body.length + 1}` },
  };
}

/** 情形对照 shows every way a subsidy can come out, one row each with what it shows; 骑手名单 is an ordinary list. */
export function riderSheets(random: Random): readonly WriteSheet[] {
  const list = Array.from({ length: ORDINARY }, (_, index) => ordinary(random, index + 1));
  return [listSheet("骑手名单", [...CASES, ...list], 1, random, false), listSheet("情形对照", CASES, 1, random, true)];
}

export const RIDER_NOTES = [
  "这里的骑手全部是虚构的：编号、收入和单量都由程序生成，与任何人无关。编号以 XN（虚拟）开头。",
  "平台的方案、各地的缴费基数是查到的资料，出处在结果的来源表里；没有查到的月份和地方就是没有，不拿相近的数代替。",
  "“骑手名单”：一行是一名骑手在一个缴费月份，收入单位为元。前面几十行每行是一种情形，后面是2025年12月的一份普通名单。",
  "“情形对照”：同样的那几十行，最后一列写明是什么情形，可以和算出来的结果对着看。",
  "结果供测算和核对用，以社保经办机构和平台的规定为准。",
];
