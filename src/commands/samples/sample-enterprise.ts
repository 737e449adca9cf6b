/**
 * Made-up enterprises, each aimed at a rung of the ladder: some reach it, some miss it by one number, some lack the cell that would
 * decide. The numbers stand for the last complete year 2025 and the years before; nothing here is a real enterprise's.
 */
import { madeUpCreditCode } from "./made-up-code";
import { FIELDS, PLACES } from "./places-and-fields";
import type { Random } from "./seeded-random";

/** A cell of the clean list; a date is a day in UTC. */
export type SampleCell = string | number | Date | null;

/** Rungs by height, 0 for an enterprise that reaches none. */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5;
export type Aim = "reach" | "miss" | "unknown";

/** Field id of the vocabulary, `_1` and `_2` for one and two years before the last. */
export type SampleEnterprise = Record<SampleKey, SampleCell>;

const BLANK = {
  name: null,
  credit_code: null,
  region: null,
  county: null,
  industry: null,
  founded: null,
  product: null,
  cluster: null,
  employees: null,
  rd_staff: null,
  total_assets: null,
  total_liabilities: null,
  revenue: null,
  revenue_1: null,
  revenue_2: null,
  main_revenue: null,
  main_revenue_1: null,
  main_revenue_2: null,
  rd_expense: null,
  rd_expense_1: null,
  new_equity_2y: null,
  new_equity_3y: null,
  niche_years: null,
  niche_share_cn: null,
  niche_rank_cn: null,
  niche_rank_world: null,
  niche_rank_province: null,
  niche_position_front: null,
  ip_class1: null,
  ip_class1_high_value: null,
  ip_class1_used: null,
  ip_class2: null,
  high_tech_until: null,
  national_title: null,
  national_award_rank: null,
  provincial_award_rank: null,
  rd_institution: null,
  strategic_industry: null,
  key_link: null,
  core_field: null,
  development_score: null,
  title_innovative_until: null,
  title_specialized_until: null,
  title_little_giant_until: null,
  title_champion_province_until: null,
  abnormal_list: null,
  incident_3y: null,
  energy_advanced: null,
  tech_advanced: null,
  product_leading: null,
  intl_leading: null,
  brand_strategy: null,
  rd_leading: null,
  ip_leading: null,
  standards_joined: null,
  results_used: null,
  performance_leading: null,
} as const;

export type SampleKey = keyof typeof BLANK;

/** What an enterprise of a rung looks like in numbers: [lowest, highest]. Money in 万元, shares in %. */
interface Profile {
  readonly revenue: readonly [number, number];
  readonly growth: readonly [number, number];
  readonly mainShare: readonly [number, number];
  readonly rdShare: readonly [number, number];
  readonly debt: readonly [number, number];
  readonly nicheYears: readonly [number, number];
  readonly share: readonly [number, number];
  readonly rank: readonly [number, number];
  readonly usedIp: readonly [number, number];
  readonly score: readonly [number, number];
  readonly perHead: readonly [number, number];
}

const PROFILES: Readonly<Record<Rung, Profile>> = {
  0: {
    revenue: [220, 1200],
    growth: [-9, 3],
    mainShare: [42, 58],
    rdShare: [0.3, 0.9],
    debt: [62, 94],
    nicheYears: [1, 6],
    share: [0, 1],
    rank: [40, 300],
    usedIp: [0, 0],
    score: [12, 34],
    perHead: [25, 45],
  },
  1: {
    revenue: [600, 4200],
    growth: [2.4, 28],
    mainShare: [72, 84],
    rdShare: [3.1, 6.8],
    debt: [35, 54],
    nicheYears: [2, 8],
    share: [0, 3],
    rank: [15, 90],
    usedIp: [0, 1],
    score: [31, 47],
    perHead: [45, 75],
  },
  2: {
    revenue: [3600, 14500],
    growth: [1, 12],
    mainShare: [82, 96],
    rdShare: [3.4, 6.2],
    debt: [38, 72],
    nicheYears: [3, 12],
    share: [2, 8],
    rank: [5, 30],
    usedIp: [1, 3],
    score: [51, 59],
    perHead: [60, 95],
  },
  3: {
    revenue: [16500, 38500],
    growth: [6, 18],
    mainShare: [91, 98.5],
    rdShare: [4.2, 8.5],
    debt: [30, 68],
    nicheYears: [4, 18],
    share: [10.5, 32],
    rank: [2, 9],
    usedIp: [4, 14],
    score: [61, 78],
    perHead: [75, 120],
  },
  4: {
    revenue: [43000, 88000],
    growth: [5.5, 14],
    mainShare: [92, 98],
    rdShare: [3.6, 6.5],
    debt: [30, 62],
    nicheYears: [6, 16],
    share: [15, 38],
    rank: [1, 3],
    usedIp: [6, 22],
    score: [64, 82],
    perHead: [95, 150],
  },
  5: {
    revenue: [62000, 240000],
    growth: [6, 16],
    mainShare: [93, 98],
    rdShare: [4.0, 7.5],
    debt: [28, 58],
    nicheYears: [11, 24],
    share: [22, 55],
    rank: [1, 2],
    usedIp: [12, 48],
    score: [70, 88],
    perHead: [110, 170],
  },
};

/** A title that is not held. A blank would leave it open. */
const NONE = "无";

/** The day the titles are looked at in the sample's year; validity dates are laid around it. */
const YEAR = 2026;

export function sampleEnterprise(number: number, rung: Rung, aim: Aim, random: Random): SampleEnterprise {
  const place = random.pick(PLACES);
  const field = random.pick(FIELDS);
  const profile = PROFILES[rung];
  const draw = ([low, high]: readonly [number, number], decimals = 2): number => random.between(low, high, decimals);
  const whole = ([low, high]: readonly [number, number]): number => random.whole(low, high);

  const revenue = draw(profile.revenue);
  const revenue_1 = cents(revenue / (1 + draw(profile.growth) / 100));
  const revenue_2 = cents(revenue_1 / (1 + draw(profile.growth) / 100));
  const mainShare = draw(profile.mainShare) / 100;
  const assets = cents(revenue * random.between(0.8, 1.7));
  const employees = Math.max(6, Math.round(revenue / draw(profile.perHead)));
  const usedIp = whole(profile.usedIp);
  const nicheYears = whole(profile.nicheYears);
  const strong = rung >= 2;
  const until = (year: number): Date => new Date(Date.UTC(year, random.whole(0, 11), random.whole(1, 28)));
  const held = (from: Rung): SampleCell => (rung >= from ? until(random.whole(YEAR + 1, YEAR + 3)) : NONE);
  const equity = random.chance(0.12) ? random.whole(1, 12) * 250 : 0;

  const enterprise: SampleEnterprise = {
    ...BLANK,
    name: `示例${String(number).padStart(3, "0")}号${field.trade}有限公司（虚构）`,
    credit_code: madeUpCreditCode(place.code, number),
    region: place.city,
    county: random.pick(place.counties),
    industry: field.industry,
    founded: new Date(Date.UTC(2025 - nicheYears - random.whole(0, 6), random.whole(0, 11), random.whole(1, 28))),
    product: random.pick(field.products),
    cluster: `${field.cluster}产业集群`,
    employees,
    rd_staff: Math.round((employees * random.between(rung === 0 ? 2 : 9, rung === 0 ? 8 : 32)) / 100),
    total_assets: assets,
    total_liabilities: cents((assets * draw(profile.debt)) / 100),
    revenue,
    revenue_1,
    revenue_2,
    main_revenue: cents(revenue * mainShare),
    main_revenue_1: cents(revenue_1 * mainShare),
    main_revenue_2: cents(revenue_2 * mainShare),
    rd_expense: cents((revenue * draw(profile.rdShare)) / 100),
    rd_expense_1: cents((revenue_1 * draw(profile.rdShare)) / 100),
    new_equity_2y: rung === 0 ? 0 : equity,
    new_equity_3y: rung === 0 ? 0 : equity,
    niche_years: nicheYears,
    niche_share_cn: draw(profile.share, 1),
    niche_rank_cn: whole(profile.rank),
    niche_rank_world: rung === 5 ? random.whole(1, 3) : rung === 4 ? random.whole(4, 15) : null,
    niche_rank_province: rung >= 4 ? 1 : rung === 3 ? random.whole(2, 4) : null,
    niche_position_front: strong ? "是" : "否",
    ip_class1: rung === 0 ? 0 : usedIp + random.whole(1, 4),
    ip_class1_high_value: rung === 0 ? 0 : Math.max(rung === 1 ? 1 : 0, Math.floor(usedIp / 3)),
    ip_class1_used: usedIp,
    ip_class2: random.whole(rung === 0 ? 0 : 3, rung === 0 ? 2 : 30),
    high_tech_until: rung >= 2 && random.chance(0.8) ? until(random.whole(YEAR + 1, YEAR + 2)) : NONE,
    national_title: rung >= 3 && random.chance(0.3) ? "是" : "否",
    national_award_rank: rung === 5 && random.chance(0.4) ? random.whole(1, 5) : null,
    provincial_award_rank: rung >= 3 && random.chance(0.2) ? random.whole(1, 6) : null,
    rd_institution:
      rung >= 4
        ? random.pick(["国家级", "省级"])
        : rung === 3
          ? "省级"
          : rung === 2
            ? random.pick(["市级", "市级", "自建"])
            : random.pick(["自建", "无"]),
    strategic_industry: rung === 0 ? "否" : random.chance(0.75) ? "是" : "否",
    key_link: rung >= 3 ? "是" : "否",
    core_field: rung >= 3 ? "是" : random.chance(0.3) ? "是" : "否",
    development_score: draw(profile.score, 1),
    title_innovative_until: held(2),
    title_specialized_until: held(3),
    title_little_giant_until: rung >= 4 && random.chance(0.6) ? until(YEAR + 2) : NONE,
    title_champion_province_until: held(5),
    abnormal_list: number % 47 === 0 ? "是" : "否",
    incident_3y: "否",
    energy_advanced: rung >= 4 ? "是" : null,
  };
  if (rung === 5) for (const key of JUDGED) enterprise[key] = "是";
  if (aim === "miss") random.pick(MISSES[rung])(enterprise);
  if (aim === "unknown") for (const key of random.pick(UNKNOWNS[rung])) enterprise[key] = null;
  return enterprise;
}

const JUDGED: readonly SampleKey[] = [
  "tech_advanced",
  "product_leading",
  "intl_leading",
  "brand_strategy",
  "rd_leading",
  "ip_leading",
  "standards_joined",
  "results_used",
  "performance_leading",
];

type Edit = (enterprise: SampleEnterprise) => void;

const shareOf =
  (share: number, whole: SampleKey, part: SampleKey): Edit =>
  (enterprise) => {
    enterprise[part] = cents(Number(enterprise[whole]) * share);
  };
const set =
  (key: SampleKey, value: SampleCell): Edit =>
  (enterprise) => {
    enterprise[key] = value;
  };

/** One number or title just short of what the rung asks. */
const MISSES: Readonly<Record<Rung, readonly [Edit, ...Edit[]]>> = {
  0: [set("abnormal_list", "是")],
  1: [
    (enterprise) => {
      // Innovation then earns 5 for class II and 10 for R&D, short of the 20 it needs.
      for (const key of [
        "ip_class1",
        "ip_class1_high_value",
        "ip_class1_used",
        "new_equity_2y",
        "new_equity_3y",
      ] as const) {
        enterprise[key] = 0;
      }
      enterprise.rd_expense = cents(Number(enterprise.revenue) * 0.0295);
    },
    (enterprise) => {
      // A shade under last year's main-business revenue, and debt just over 55 %: growth earns 5 of the 15 it needs.
      enterprise.main_revenue_1 = cents(Number(enterprise.main_revenue) * 1.001);
      enterprise.revenue_1 = cents(Number(enterprise.revenue) * 1.001);
      enterprise.total_liabilities = cents(Number(enterprise.total_assets) * 0.5601);
      for (const key of ["new_equity_2y", "new_equity_3y"] as const) enterprise[key] = 0;
    },
  ],
  2: [
    shareOf(0.0298, "revenue", "rd_expense"),
    shareOf(0.8004, "total_assets", "total_liabilities"),
    shareOf(0.7996, "revenue", "main_revenue"),
    set("niche_years", 2),
    set("ip_class1_used", 0),
    set("development_score", 49.9),
    (enterprise) => {
      const small = {
        revenue: 1499.6,
        revenue_1: 1452.3,
        main_revenue: 1420.8,
        main_revenue_1: 1385.2,
        rd_expense: 105.2,
        rd_expense_1: 101.4,
      };
      Object.assign(enterprise, small, { new_equity_2y: 1999, new_equity_3y: 1999 });
    },
  ],
  3: [
    shareOf(0.0299, "revenue_1", "rd_expense_1"),
    shareOf(0.8995, "revenue", "main_revenue"),
    shareOf(0.7503, "total_assets", "total_liabilities"),
    set("ip_class1_used", 3),
    set("development_score", 59.9),
    set("title_specialized_until", new Date(Date.UTC(YEAR, 5, 30))),
  ],
  4: [
    set("niche_rank_province", 2),
    set("niche_rank_cn", 4),
    set("niche_years", 4),
    (enterprise) => {
      enterprise.revenue_2 = 39_860;
      enterprise.main_revenue_2 = 37_420;
      enterprise.title_little_giant_until = NONE;
      enterprise.title_specialized_until = NONE;
    },
  ],
  5: [
    set("niche_rank_world", 4),
    (enterprise) => {
      // Three years' main-business revenue with a mean of 3.99 of the 4 hundred million asked for.
      Object.assign(enterprise, { main_revenue: 41_000, main_revenue_1: 40_000, main_revenue_2: 38_800 });
      Object.assign(enterprise, {
        revenue: 43_100,
        revenue_1: 42_050,
        revenue_2: 40_800,
        rd_expense: 1_880.5,
        rd_expense_1: 1_795,
      });
    },
    set("performance_leading", "否"),
    set("title_champion_province_until", new Date(Date.UTC(YEAR, 7, 31))),
  ],
};

/** Cells left blank that decide the rung. */
const UNKNOWNS: Readonly<Record<Rung, readonly [readonly SampleKey[], ...(readonly SampleKey[])[]]>> = {
  0: [["founded"]],
  1: [["main_revenue_1"], ["main_revenue"], ["rd_expense", "ip_class1", "ip_class1_high_value"]],
  2: [["rd_expense_1"], ["development_score"], ["total_liabilities"], ["niche_years"], ["main_revenue"]],
  3: [["development_score"], ["niche_share_cn", "niche_rank_cn"], ["revenue_2"], ["key_link"]],
  4: [["niche_rank_province"], ["energy_advanced"]],
  5: [["niche_rank_world"], ["rd_leading", "ip_leading"], ["main_revenue_1", "main_revenue_2"]],
};

function cents(value: number): number {
  return Number(value.toFixed(2));
}
