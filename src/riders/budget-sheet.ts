/** What the subsidies of a list cost, as a result sheet: the list's own sum, then estimates with one thing moved. */
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import type { Language, Text } from "../words/text";
import { budget, sensitivity, type BudgetLineResult, type BudgetRequest, type BudgetResult } from "./budget";
import type { Subsidies } from "./load-subsidies";
import { yuan } from "./money";
import { isoMonth } from "./month";

const MONEY = "#,##0.00";
const COUNT = "#,##0";

type Say = (text: Text) => string;

/** @param leftOut riders of the list without a known scheme, place or month */
export function budgetSheet(
  request: BudgetRequest,
  leftOut: number,
  { bases }: Pick<Subsidies, "bases">,
  language: Language,
): ResultSheet {
  const say: Say = (text) => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const result = budget(request, bases);
  const moved = sensitivity(request, bases);
  const percent = (value: number): string => `${value > 0 ? "+" : ""}${Math.round(value * 100)}%`;
  const riders = result.lines.reduce((total, { line }) => total + line.riders, 0);
  const eligible = result.lines.reduce((total, one) => total + one.eligible, 0);
  const rows: Cell[][] = [
    ...result.lines.map((one) => lineRow(one, request, say)),
    [words("合计", "All"), words("名单合计", "all of the list"), riders, eligible, null, result.month, result.year, ""],
  ];
  const estimate = (kind: string, item: string, month: number | null, year: number | null, note: string): void => {
    rows.push([kind, item, riders, null, null, month, year, note]);
  };
  const same = words("符合的骑手按名单，没有重新判断", "who qualifies as in the list, not judged again");
  const shares = rows.length;
  for (const { value, month, year, text } of moved.eligibleShare)
    estimate(
      words("估计：换一个符合比例", "Estimate: another share"),
      words(`${Math.round(value * 100)}%符合`, `${Math.round(value * 100)} % qualify`),
      month,
      year,
      words(
        `每组都按${Math.round(value * 100)}%估计；比例来自：${text.zh}`,
        `Every group at ${Math.round(value * 100)} %; where the share comes from: ${text.en}`,
      ),
    );
  const floors = rows.length;
  for (const { value, month, year } of moved.floor)
    estimate(
      words("估计：下限变动", "Estimate: floor moved"),
      value === 0
        ? words("现在的下限", "the floor as it is")
        : words(`下限${percent(value)}`, `floor ${percent(value)}`),
      month,
      year,
      value === 0 ? "" : same,
    );
  const paid = rows.length;
  for (const { value, month, year } of moved.paidShare)
    estimate(
      words("估计：补贴比例变动", "Estimate: paid share moved"),
      words(`都补${Math.round(value * 100)}%`, `${Math.round(value * 100)} % paid to all`),
      month,
      year,
      same,
    );
  const chart = (title: string, from: number, to: number) =>
    ({ kind: "column", title, categories: 1, values: [5], rows: [from, to - 1] }) as const;
  return {
    name: words("评分_补贴测算", "评分_subsidy budget"),
    titleLines: titleLines(result, leftOut, say),
    columns: [
      { heading: words("类别", "Kind"), width: 22 },
      { heading: words("项目", "Item"), width: 40 },
      { heading: words("骑手", "Riders"), width: 10, format: COUNT },
      { heading: words("应发", "Due"), width: 10, format: COUNT },
      { heading: words("每人每月（元）", "A rider a month (yuan)"), width: 16, format: MONEY },
      { heading: words("金额（元）", "Amount (yuan)"), width: 16, format: MONEY },
      { heading: words("每年（元）", "A year (yuan)"), width: 18, format: MONEY },
      { heading: words("说明", "Note"), width: 56, wrap: true },
    ],
    rows,
    asTable: true,
    charts: [
      chart(words("各档符合比例下要花的钱（元）", "Cost by share that qualifies (yuan)"), shares - 1, floors),
      chart(words("下限变动时要花的钱（元）", "Cost as the floor moves (yuan)"), floors, paid),
      chart(words("补贴比例变动时要花的钱（元）", "Cost by paid share (yuan)"), paid, rows.length),
    ],
  };
}

function titleLines(
  { month, months, open, ridersWithout, estimatedFrom }: BudgetResult,
  leftOut: number,
  say: Say,
): string[] {
  const amount = yuan(month ?? 0);
  const when = months.map(isoMonth).join(say({ zh: "、", en: ", " }));
  const several = months.length > 1;
  return [
    say(
      estimatedFrom.length === 0
        ? {
            zh: `补贴要花多少钱：${when}的名单合计${amount}元，就是骑手补贴表的合计`,
            en: `What the subsidies cost: the list of ${when} comes to ${amount} yuan, the same as the riders' table`,
          }
        : {
            zh: `补贴要花多少钱：${when}的名单合计约${amount}元，里面有估计的数，和骑手补贴表的合计不一样`,
            en: `What the subsidies cost: the list of ${when} comes to about ${amount} yuan, estimates counted, which differs from the riders' table`,
          },
    ),
    ...estimatedFrom.map(say),
    say({
      zh: `年度按${several ? `这${months.length}个月的平均乘12` : "12个月"}、基数不变算。没有算进来的：${ridersWithout}名应发但金额不能确定，${open.riders}名待补数据（都符合的话再加${yuan(open.amount)}元），${leftOut}名没有已知的方案、参保地或月份。`,
      en: `A year is twelve times ${several ? `the average of the ${months.length} months` : "the month"} at the same base. Left out: ${ridersWithout} that are due an amount not known, ${open.riders} not known yet (${yuan(open.amount)} yuan more if all qualify), ${leftOut} without a known scheme, place or month.`,
    }),
  ];
}

function lineRow(
  { line, eligible, each, month, year, why }: BudgetLineResult,
  request: BudgetRequest,
  say: Say,
): Cell[] {
  const open = line.judged?.open ?? 0;
  const notes = [
    ...why.map(say),
    ...(open === 0 ? [] : [say({ zh: `${open}名待补数据，没有算进来`, en: `${open} not known yet are left out` })]),
  ];
  return [
    say({ zh: "方案和参保地", en: "Scheme and place" }),
    [say(line.scheme.name), say(line.place.name), line.category, isoMonth(line.month ?? request.month)]
      .filter((word) => word !== "")
      .join(" "),
    line.riders,
    eligible,
    each,
    month,
    year,
    notes.join(say({ zh: "；", en: "; " })),
  ];
}
