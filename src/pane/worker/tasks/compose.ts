/** Sheets made of a kept run, one after the other, breathing in between. */
import type { GrowthPlan } from "../../../cultivation/growth-plan";
import { planPage, PlanPages, plansTable } from "../../../cultivation/plan-sheets";
import type { Text, Language } from "../../../words/text";
import type { KeptRun } from "./kept-run";
import type { WrittenPart } from "../messages";
import { Refused } from "../refused";
import type { Composition } from "./runs";

/** A plan takes some 70 rows and 150 merged cells: more of them on a sheet and Excel takes minutes to open it. */
export const MOST_PLANS = 2000;

export const PLANS_NAME: Text = { zh: "评分_成长方案", en: "评分_Growth plans" };

/** Called after each piece of work; throws where it is to stop. */
type Step = (done: number, total: number) => Promise<void>;

/** @throws Refused where nothing can be composed, and what `step` throws */
export async function compose(
  run: KeptRun,
  wanted: Exclude<Composition, { what: "changes" | "results" }>,
  language: Language,
  step: Step,
): Promise<readonly WrittenPart[]> {
  const { sheet } = run;
  switch (wanted.what) {
    case "library": {
      const changes = run.changes(wanted.kept);
      return sheet.librarySheets(language, changes !== null && "firms" in changes ? changes : null);
    }
    case "impact":
      return sheet.impactSheets(language);
    case "benchmarks":
      return [sheet.benchmarkSheet(language)];
    case "plans":
      return plans(run, wanted, language, step);
  }
}

async function plans(
  { sheet }: KeptRun,
  { rows, aim }: Extract<Composition, { what: "plans" }>,
  language: Language,
  step: Step,
): Promise<readonly WrittenPart[]> {
  const { count } = sheet.context.reading.facts;
  const chosen =
    rows === null
      ? Array.from({ length: count }, (_, row) => row)
      : rows.flatMap((sheetRow) => sheet.rowOf(sheetRow) ?? []);
  const [first, ...others] = chosen;
  if (first === undefined) throw new Refused(NO_ROWS);
  if (chosen.length > MOST_PLANS) throw new Refused(tooMany(chosen.length));
  if (others.length === 0) return [planPage(sheet.plan(first, language, aim ?? undefined), language)];
  const pages = new PlanPages(PLANS_NAME[language], chosen.length);
  const written: GrowthPlan[] = [];
  for (const [done, row] of chosen.entries()) {
    const plan = sheet.plan(row, language);
    pages.add(plan);
    written.push(plan);
    await step(done + 1, chosen.length);
  }
  return [pages.sheet(), plansTable(written, language)];
}

const NO_ROWS: Text = {
  zh: "选中的行里没有评过分的企业。请在企业名单里选中要写方案的行，再点一次。",
  en: "No scored enterprise is in the selected rows. Select their rows on the list and press again.",
};

function tooMany(count: number): Text {
  return {
    zh: `一次最多写 ${MOST_PLANS} 份成长方案，这里有 ${count} 家。请先在名单里选中一部分，分几次写。`,
    en: `At most ${MOST_PLANS} growth plans are written at a time and there are ${count}. Select some of the rows and write them in several goes.`,
  };
}
