/** Sheets as an analyst would type them, made from records of slot -> cell, and the sample workbook, each with all that cultivation needs. */
import { readSeedFiles } from "../../src/commands/read-seeds";
import { readWorkbook } from "../../src/commands/read-workbook";
import type { CultivationContext } from "../../src/cultivation/context";
import type { Cultivation } from "../../src/cultivation/cultivation";
import { loadCultivation } from "../../src/cultivation/load-cultivation";
import { SheetCultivation } from "../../src/cultivation/sheet-cultivation";
import type { Purpose } from "../../src/policy/rule-set";
import type { Cell, Grid } from "../../src/words/grid";
import { readSheet } from "../../src/sheet/reading/read-sheet";
import { theRelease } from "../release";

export const AS_OF = "2026-11-21";
/** The last complete fiscal year of sheets made here. */
const T = 2025;

export type Row = Readonly<Record<string, Cell>>;

let cultivation: Cultivation | null = null;

export function theCultivation(): Cultivation {
  const { policy, vocabulary } = theRelease();
  cultivation ??= loadCultivation(readSeedFiles(), policy, vocabulary);
  return cultivation;
}

/** The heading an analyst would write over a slot, with its year and unit. */
function headingOf(slot: string): string {
  const [, id = "", back = "0"] = /^(\w+?)(?:\[t-(\d)\])?$/.exec(slot) ?? [];
  const field = theRelease().vocabulary.fields.get(id);
  if (!field) throw new Error(`there is no field ${id}`);
  const newest = field.ofJudgementYear ? T + 1 : T;
  const year = field.periods > 1 ? `${newest - Number(back)}年` : "";
  return `${year}${field.name.zh}${field.type === "money" ? "（万元）" : ""}`;
}

/** One column a slot that any row names; a row without it has a blank cell. */
export function gridOf(rows: readonly Row[]): Grid {
  const slots = [...new Set(["name", "revenue", ...rows.flatMap((row) => Object.keys(row))])];
  return {
    sheet: "名单",
    rows: [
      slots.map(headingOf),
      ...rows.map((row, at) => slots.map((slot) => row[slot] ?? (slot === "name" ? `企业${at + 1}` : null))),
    ],
    merges: [],
    hiddenRows: new Set(),
  };
}

export function contextOf(grid: Grid, asOf = AS_OF, purpose: Purpose = "new"): CultivationContext {
  const { policy, vocabulary } = theRelease();
  const reading = readSheet(grid, vocabulary, { asOf });
  if (reading.kind === "failure") throw new Error(reading.message.zh);
  return {
    policy,
    vocabulary,
    cultivation: theCultivation(),
    reading,
    judgement: { asOf, purpose, assumeGeneral: true },
  };
}

/** The sheet scored to the end, as the product does. */
export function cultivated(context: CultivationContext, plans = 0): SheetCultivation {
  const sheet = new SheetCultivation(context, plans);
  let rows = 0;
  for (const { row } of sheet.rows()) rows = row + 1;
  if (rows !== context.reading.facts.count) throw new Error(`only ${rows} rows were scored`);
  return sheet;
}

export async function sampleGrid(name = "企业名单"): Promise<Grid> {
  const { grids } = await readWorkbook("seeds/samples/山东示例企业.xlsx");
  const grid = grids.find(({ sheet }) => sheet === name);
  if (!grid) throw new Error(`the sample has no sheet ${name}`);
  return grid;
}

/** Meets every condition of 小巨人 (2026) in substance; may apply where it holds the title below. */
export const LITTLE_GIANT: Row = {
  industry: "C35",
  employees: 200,
  total_assets: 8000,
  niche_years: 5,
  revenue: 12000,
  "revenue[t-1]": 11000,
  "revenue[t-2]": 10000,
  main_share: 0.95,
  debt_ratio: 0.5,
  rd_expense: 800,
  "rd_expense[t-1]": 700,
  ip_class1_used: 6,
  ip_class1: 6,
  national_award_rank: 0,
  niche_share_cn: 0.2,
  niche_share_world: 0.01,
  niche_rank_cn: 2,
  core_field: "是",
  key_link: "是",
  development_score: 70,
  niche_position_front: "是",
  title_specialized_until: "2028-06-30",
};

/** The same with what the scores of 2022 ask for: meets 创新型 and, under the editions of 2022 and 2026, 专精特新中小企业. */
export const ALL_ROUND: Row = {
  ...LITTLE_GIANT,
  main_revenue: 11400,
  "main_revenue[t-1]": 9900,
  "main_revenue[t-2]": 8500,
  net_profit: 1500,
  rd_staff: 60,
  rd_institution: "省级",
  ip_class1_own: 6,
  provincial_points: 15,
  strategic_industry: "是",
};
