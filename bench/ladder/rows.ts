/** Made-up enterprises with every cell that the whole ladder of 2026 reads, general conditions and titles included. No blanks. */
import { seededRandom } from "../../src/commands/samples/seeded-random";
import { amount, AS_OF, cents, ON_A_LINE } from "../made-up-cells";

export type LadderRow = ReturnType<typeof ladderRows>[number];

export function ladderRows(count: number) {
  const random = seededRandom(20260401);
  const flag = (chance: number): number => Number(random.chance(chance));
  const until = (): number => AS_OF + random.whole(-400, 800);
  return Array.from({ length: count }, () => {
    const revenue = random.chance(ON_A_LINE) ? 5000 : amount(random, 300, 90_000);
    const before = cents(revenue / (0.9 + random.whole(0, 40) / 100));
    const earlier = cents(before / (0.9 + random.whole(0, 40) / 100));
    const assets = amount(random, 500, 60_000);
    const employees = random.whole(10, 1500);
    const main = cents(revenue * (0.6 + random.whole(0, 400) / 1000));
    const researched = (of: number): number =>
      random.chance(ON_A_LINE) ? cents(of * 0.03) : cents((of * random.whole(5, 90)) / 1000);
    const patents = random.whole(0, 8);
    return {
      industry: random.whole(0, 15),
      employees,
      total_assets: assets,
      total_liabilities: cents((assets * random.whole(200, 950)) / 1000),
      total_cost: cents(revenue * 0.9),
      revenue,
      revenue_1: before,
      revenue_2: earlier,
      main_revenue: main,
      main_revenue_1: cents(before * 0.85),
      main_revenue_2: cents(earlier * 0.85),
      rd_expense: researched(revenue),
      rd_expense_1: researched(before),
      rd_staff: Math.floor((employees * random.whole(0, 400)) / 1000),
      new_equity_2y: random.chance(0.1) ? 2500 : 0,
      new_equity_3y: random.chance(0.1) ? 2500 : 0,
      niche_years: random.whole(0, 14),
      niche_share_cn: random.whole(0, 300) / 1000,
      niche_share_world: random.whole(0, 120) / 1000,
      niche_rank_cn: random.whole(1, 12),
      niche_rank_province: random.whole(1, 3),
      niche_rank_world: random.whole(1, 8),
      niche_position_front: flag(0.7),
      ip_class1: patents,
      ip_class1_own: random.whole(0, patents),
      ip_class1_high_value: random.whole(0, Math.min(patents, 1)),
      ip_class1_used: random.whole(0, patents),
      ip_class2: random.whole(0, 9),
      high_tech_until: until(),
      national_title: flag(0.05),
      national_award_rank: random.chance(0.05) ? random.whole(1, 6) : 0,
      provincial_award_rank: random.chance(0.1) ? random.whole(1, 6) : 0,
      national_award_rank_5y: random.chance(0.05) ? random.whole(1, 6) : 0,
      standards_led_5y: random.whole(0, 1),
      rd_institution: random.whole(0, 5),
      strategic_industry: flag(0.4),
      key_link: flag(0.7),
      core_field: flag(0.7),
      development_score: random.whole(350, 800) / 10,
      title_innovative_until: until(),
      title_tech_until: until(),
      title_specialized_until: until(),
      title_little_giant_until: until(),
      title_champion_province_until: until(),
      new_product: flag(0.2),
      tech_advanced: flag(0.9),
      product_leading: flag(0.9),
      energy_advanced: flag(0.9),
      intl_leading: flag(0.9),
      brand_strategy: flag(0.9),
      rd_leading: flag(0.9),
      ip_leading: flag(0.9),
      standards_joined: flag(0.9),
      results_used: flag(0.9),
      performance_leading: flag(0.9),
      registered_mainland: 1,
      registered_shandong: flag(0.98),
      resident: 1,
      books_taxed: flag(0.98),
      super_deduction_excluded: flag(0.02),
      abnormal_list: flag(0.02),
      dishonest_list: flag(0.01),
      banned_product: flag(0.01),
      incident_3y: flag(0.01),
      incident_2y: flag(0.01),
      env_credit_flagged: flag(0.02),
    };
  });
}
