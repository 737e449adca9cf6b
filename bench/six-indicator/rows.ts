/** Made-up enterprises with the cells that the six indicators of the innovative tier read. */
import { seededRandom } from "../../src/commands/samples/seeded-random";
import { amount, blanker, cents, ON_A_LINE } from "../made-up-cells";

export type SixRow = ReturnType<typeof sixRows>[number];

const SHARES = [0.01, 0.02, 0.03, 0.05] as const;
const MAIN_SHARES = [0.5, 0.55, 0.6, 0.7] as const;
const GROWTHS = [0, 0.05, 0.1, 0.15] as const;
const DEBTS = [0.55, 0.75] as const;

/** @param blanks share of the cells left blank, 0 for complete data */
export function sixRows(count: number, blanks: number) {
  const random = seededRandom(20_260_401);
  const cell = blanker(random, blanks);
  return Array.from({ length: count }, () => {
    const round = random.chance(ON_A_LINE);
    const revenue = round ? random.whole(3, 400) * 100 : amount(random, 300, 40_000);
    const before = round ? random.whole(2, 300) * 100 : amount(random, 250, 36_000);
    const rdShare = round ? random.pick(SHARES) : random.whole(0, 800) / 10_000;
    const mainShare = round ? random.pick(MAIN_SHARES) : random.whole(4000, 10_000) / 10_000;
    const growth = round ? random.pick(GROWTHS) : random.whole(-1000, 3000) / 10_000;
    const debt = round ? random.pick(DEBTS) : random.whole(2000, 9500) / 10_000;
    const assets = round ? random.whole(4, 500) * 100 : amount(random, 400, 50_000);
    const main = cents(random.chance(0.5) ? revenue * mainShare : before * (1 + growth));
    const mainBefore = cents(main === cents(revenue * mainShare) ? main / (1 + growth) : before);
    const own = random.chance(0.4) ? random.whole(1, 12) : 0;
    return {
      revenue: cell(revenue),
      rd_expense: cell(cents(revenue * rdShare)),
      main_revenue: cell(main),
      main_revenue_1: cell(mainBefore),
      total_assets: cell(assets),
      total_liabilities: cell(cents(assets * debt)),
      ip_class1: cell(own + (random.chance(0.2) ? 1 : 0)),
      ip_class1_own: cell(own),
      ip_class1_high_value: cell(own > 0 && random.chance(0.5) ? 1 : 0),
      ip_class2: cell(random.whole(0, 15)),
      strategic_industry: cell(random.whole(0, 1)),
    };
  });
}
