/**
 * The six indicators as a good developer would write them for these rules alone: one loop over row objects, no tree, no columns.
 * Annex 1 of 工信部企业〔2022〕63号 (the rule file is seeds/national/innovative/2022-08-01.yaml). A blank cell leaves the least and
 * the most points of its item; a value on a line that division rounds away from it still counts as on it.
 */
import type { SixRow } from "./rows";

export interface SixAnswers {
  /** 0 fails whatever the blanks hold, 1 open, 2 passes. */
  readonly status: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const EPSILON = 1e-10;

function rdPoints(share: number): number {
  if (share >= 0.05 - EPSILON) return 20;
  if (share >= 0.03 - EPSILON) return 15;
  if (share >= 0.02 - EPSILON) return 10;
  return share >= 0.01 - EPSILON ? 5 : 0;
}

function growthPoints(growth: number): number {
  if (growth >= 0.15 - EPSILON) return 20;
  if (growth >= 0.1 - EPSILON) return 15;
  if (growth >= 0.05 - EPSILON) return 10;
  return growth >= -EPSILON ? 5 : 0;
}

function debtPoints(ratio: number): number {
  if (ratio <= 0.55 + EPSILON) return 10;
  return ratio <= 0.75 + EPSILON ? 5 : 0;
}

function mainPoints(share: number): number {
  if (share >= 0.7 - EPSILON) return 20;
  if (share >= 0.6 - EPSILON) return 15;
  if (share >= 0.55 - EPSILON) return 10;
  return share >= 0.5 - EPSILON ? 5 : 0;
}

export function scoreByHand(rows: readonly SixRow[]): SixAnswers {
  const status = new Uint8Array(rows.length);
  const low = new Float64Array(rows.length);
  const high = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    if (row === undefined) continue;
    const { revenue, rd_expense: rd, main_revenue: main, main_revenue_1: before } = row;
    const { total_assets: assets, total_liabilities: debts } = row;

    let innovationLow = 0;
    let innovationHigh = 0;
    if (row.ip_class2 === null) innovationHigh = 5;
    else if (row.ip_class2 >= 1) innovationLow = innovationHigh = 5;
    if (row.ip_class1 === null) innovationHigh = 10;
    else if (row.ip_class1 >= 1) innovationLow = innovationHigh = 10;
    if (row.ip_class1_own === null) innovationHigh = 15;
    else if (row.ip_class1_own >= 1) innovationLow = innovationHigh = 15;
    if (row.ip_class1_high_value === null) innovationHigh = 20;
    else if (row.ip_class1_high_value >= 1) innovationLow = innovationHigh = 20;
    if (rd !== null && revenue !== null) {
      const points = revenue === 0 ? 0 : rdPoints(rd / revenue);
      innovationLow += points;
      innovationHigh += points;
    } else if (rd !== 0 && revenue !== 0) innovationHigh += 20;

    let growthLow = 0;
    let growthHigh = 0;
    if (main !== null && before !== null) {
      growthLow = growthHigh = before > 0 ? growthPoints(main / before - 1) : 0;
    } else if (main !== 0 && before !== 0) growthHigh = 20;
    if (debts !== null && assets !== null) {
      const points = assets === 0 ? 0 : debtPoints(debts / assets);
      growthLow += points;
      growthHigh += points;
    } else if (debts === 0) {
      growthLow += 10;
      growthHigh += 10;
    } else if (assets !== 0) growthHigh += 10;

    let specialLow = row.strategic_industry === null || row.strategic_industry < 1 ? 5 : 10;
    let specialHigh = row.strategic_industry === null || row.strategic_industry >= 1 ? 10 : 5;
    if (main !== null && revenue !== null) {
      const points = revenue === 0 ? 0 : mainPoints(main / revenue);
      specialLow += points;
      specialHigh += points;
    } else if (main !== 0 && revenue !== 0) specialHigh += 20;

    const least = innovationLow + growthLow + specialLow;
    const most = innovationHigh + growthHigh + specialHigh;
    low[i] = least;
    high[i] = most;
    if (least >= 60 && innovationLow >= 20 && growthLow >= 15 && specialLow >= 15) status[i] = 2;
    else if (most >= 60 && innovationHigh >= 20 && growthHigh >= 15 && specialHigh >= 15) status[i] = 1;
  }
  return { status, low, high };
}
