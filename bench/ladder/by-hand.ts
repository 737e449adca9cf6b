/**
 * The six tiers of the 2026 ladder as a good developer would write them for these rules alone, on complete rows: one loop, plain ifs.
 * A value on a line that rounding in doubles takes off it still counts as on it.
 */
import { AS_OF } from "../made-up-cells";
import type { LadderRow } from "./rows";

/** Tier id -> status and eligibility of every row, 0 or 2. */
export interface LadderAnswers {
  readonly status: Uint8Array;
  readonly eligible: Uint8Array;
}

export const TIERS = [
  "innovative",
  "tech-sme",
  "specialized",
  "little-giant",
  "champion-province",
  "champion-national",
] as const;

const E = 1e-10;
const PROVINCIAL = 4;

/** Lower bounds of a large enterprise by industry: persons, revenue, assets; NaN where the measure does not count. */
const LARGE: readonly (readonly [number, number, number])[] = [
  [NaN, 20_000, NaN],
  [1000, 40_000, NaN],
  [NaN, 80_000, 80_000],
  [200, 40_000, NaN],
  [300, 20_000, NaN],
  [1000, 30_000, NaN],
  [200, 30_000, NaN],
  [1000, 30_000, NaN],
  [300, 10_000, NaN],
  [300, 10_000, NaN],
  [2000, 100_000, NaN],
  [300, 10_000, NaN],
  [NaN, 200_000, 10_000],
  [1000, 5000, NaN],
  [300, NaN, 120_000],
  [300, NaN, NaN],
];

function notLarge(row: LadderRow): boolean {
  const [persons, revenue, assets] = LARGE[row.industry] ?? [NaN, NaN, NaN];
  return row.employees < persons || row.revenue < revenue || row.total_assets < assets;
}

function within(rank: number, last: number): boolean {
  return rank >= 1 && rank <= last;
}

/** Points of a rising value: the first line it reaches. */
function rising(
  value: number,
  l1: number,
  p1: number,
  l2: number,
  p2: number,
  l3: number,
  p3: number,
  l4: number,
  p4: number,
): number {
  if (value >= l1 - E) return p1;
  if (value >= l2 - E) return p2;
  if (value >= l3 - E) return p3;
  return value >= l4 - E ? p4 : 0;
}

function innovative(row: LadderRow): boolean {
  const ip =
    row.ip_class1_high_value >= 1
      ? 20
      : row.ip_class1_own >= 1
        ? 15
        : row.ip_class1 >= 1
          ? 10
          : row.ip_class2 >= 1
            ? 5
            : 0;
  const innovation = ip + rising(row.rd_expense / row.revenue, 0.05, 20, 0.03, 15, 0.02, 10, 0.01, 5);
  const debt = row.total_liabilities / row.total_assets;
  const growth =
    rising(row.main_revenue / row.main_revenue_1 - 1, 0.15, 20, 0.1, 15, 0.05, 10, 0, 5) +
    (debt <= 0.55 + E ? 10 : debt <= 0.75 + E ? 5 : 0);
  const special =
    (row.strategic_industry >= 1 ? 10 : 5) + rising(row.main_revenue / row.revenue, 0.7, 20, 0.6, 15, 0.55, 10, 0.5, 5);
  if (innovation + growth + special >= 60 && innovation >= 20 && growth >= 15 && special >= 15) return true;
  if (row.national_award_rank >= 1 || row.provincial_award_rank >= 1) return true;
  return (
    row.high_tech_until >= AS_OF ||
    row.national_title >= 1 ||
    row.rd_institution >= PROVINCIAL ||
    row.new_equity_3y >= 500
  );
}

function technology(row: LadderRow): boolean {
  if (row.employees > 500 || row.revenue > 20_000 || row.total_assets > 20_000) return false;
  const ratio = row.rd_staff / row.employees;
  const staff = ratio >= 0.3 - E ? 20 : rising(ratio, 0.25, 16, 0.2, 12, 0.15, 8, 0.1, 4);
  const ofRevenue = row.rd_expense / row.revenue;
  const ofCost = row.rd_expense / row.total_cost;
  const input = Math.max(
    ofRevenue >= 0.06 - E ? 50 : rising(ofRevenue, 0.05, 40, 0.04, 30, 0.03, 20, 0.02, 10),
    ofCost >= 0.3 - E ? 50 : rising(ofCost, 0.25, 40, 0.2, 30, 0.15, 20, 0.1, 10),
  );
  const ip = row.ip_class1 >= 1 ? 30 : row.ip_class2 >= 4 ? 24 : row.ip_class2 * 6;
  if (staff > 0 && staff + input + ip >= 60) return true;
  return (
    row.high_tech_until >= AS_OF ||
    within(row.national_award_rank_5y, 3) ||
    row.rd_institution >= PROVINCIAL ||
    row.standards_led_5y >= 1
  );
}

function specialized(row: LadderRow): boolean {
  return (
    row.niche_years >= 3 &&
    (row.revenue >= 1500 || row.new_equity_2y >= 2000) &&
    row.main_revenue / row.revenue >= 0.8 - E &&
    row.total_liabilities / row.total_assets <= 0.8 + E &&
    row.rd_expense >= 100 &&
    row.rd_expense_1 >= 100 &&
    row.rd_expense / row.revenue >= 0.03 - E &&
    row.rd_expense_1 / row.revenue_1 >= 0.03 - E &&
    (row.ip_class1_used >= 1 ||
      within(row.provincial_award_rank, 3) ||
      within(row.national_award_rank, 3) ||
      row.rd_institution >= PROVINCIAL) &&
    row.niche_position_front >= 1 &&
    row.development_score >= 50
  );
}

function littleGiant(row: LadderRow): boolean {
  return (
    row.niche_years >= 3 &&
    row.revenue >= 5000 &&
    row.main_revenue / row.revenue >= 0.9 - E &&
    Math.sqrt(row.revenue / row.revenue_2) - 1 >= 0.05 - E &&
    row.total_liabilities / row.total_assets <= 0.75 + E &&
    row.rd_expense + row.rd_expense_1 >= 1200 - 1e-7 &&
    row.rd_expense / row.revenue >= 0.03 - E &&
    row.rd_expense_1 / row.revenue_1 >= 0.03 - E &&
    (row.ip_class1_used >= 4 || within(row.national_award_rank, 3)) &&
    (row.niche_share_cn >= 0.1 || row.niche_share_world >= 0.1 || within(row.niche_rank_cn, 3)) &&
    row.core_field >= 1 &&
    row.key_link >= 1 &&
    row.development_score >= 60
  );
}

function championProvince(row: LadderRow): boolean {
  const least = Math.min(row.revenue, row.revenue_1, row.revenue_2);
  const sales =
    least >= 40_000 ||
    row.title_little_giant_until >= AS_OF ||
    (row.title_specialized_until >= AS_OF && least >= 10_000);
  return (
    within(row.niche_rank_cn, 3) &&
    row.niche_rank_province === 1 &&
    row.niche_years >= 5 &&
    sales &&
    row.energy_advanced >= 1
  );
}

function championNational(row: LadderRow): boolean {
  return (
    (row.niche_years >= 10 || (row.new_product >= 1 && row.niche_years >= 5)) &&
    (row.main_revenue + row.main_revenue_1 + row.main_revenue_2) / 3 >= 40_000 - 1e-6 &&
    within(row.niche_rank_world, 3) &&
    row.tech_advanced + row.product_leading + row.energy_advanced + row.intl_leading + row.brand_strategy === 5 &&
    row.rd_leading + row.ip_leading + row.standards_joined + row.results_used + row.performance_leading === 5
  );
}

export function ladderByHand(rows: readonly LadderRow[]): ReadonlyMap<string, LadderAnswers> {
  const answers = TIERS.map((): LadderAnswers => ({
    status: new Uint8Array(rows.length),
    eligible: new Uint8Array(rows.length),
  }));
  const put = (tier: number, i: number, met: boolean, eligible: boolean): void => {
    const into = answers[tier];
    if (!into || !met) return;
    into.status[i] = 2;
    if (eligible) into.eligible[i] = 2;
  };
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    if (!row) continue;
    const listed = row.abnormal_list >= 1 || row.dishonest_list >= 1 || row.banned_product >= 1;
    const clean = !listed && row.incident_3y < 1;
    const small = notLarge(row);
    const sme = row.resident >= 1 && small && clean;
    put(0, i, innovative(row), row.registered_mainland >= 1 && small && clean);
    put(
      1,
      i,
      technology(row),
      row.resident >= 1 && row.books_taxed >= 1 && row.super_deduction_excluded < 1 && !listed && row.incident_2y < 1,
    );
    put(2, i, specialized(row), sme && (row.title_innovative_until >= AS_OF || row.title_tech_until >= AS_OF));
    put(3, i, littleGiant(row), sme && row.title_specialized_until >= AS_OF);
    put(
      4,
      i,
      championProvince(row),
      row.registered_shandong >= 1 && row.incident_3y < 1 && row.dishonest_list < 1 && row.env_credit_flagged < 1,
    );
    put(
      5,
      i,
      championNational(row),
      row.registered_mainland >= 1 && clean && row.title_champion_province_until >= AS_OF,
    );
  }
  return new Map(
    TIERS.map((tier, index) => [tier, answers[index] ?? { status: new Uint8Array(0), eligible: new Uint8Array(0) }]),
  );
}
