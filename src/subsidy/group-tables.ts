/** Riders' subsidies by scheme and place, back payments and a budget, as result sheets with charts. */
import type { Text, Language } from "../words/text";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import { baseOf } from "./bases";
import { budget, sensitivity, type BudgetRequest, type BudgetResult } from "./budget";
import type { Subsidies } from "./load-subsidies";
import { isoMonth, type Month } from "./month";
import type { SubsidyGroup, SubsidyGroups } from "./subsidy-groups";

type Words = (zh: string, en: string) => string;

const wordsIn =
  (language: Language): Words =>
  (zh, en) =>
    ({ zh, en })[language];

const MONEY = "#,##0.00";
const COUNT = "#,##0";

function nameOf(
  group: SubsidyGroup,
  words: Words,
): { readonly scheme: string; readonly place: string; readonly month: string } {
  const { scheme, place, month } = group;
  return {
    scheme: scheme === null ? words("没有已知的方案", "no known scheme") : words(scheme.name.zh, scheme.name.en),
    place: place === null ? words("没有收录的地方", "a place not covered") : words(place.name.zh, place.name.en),
    month: month === null ? "" : isoMonth(month),
  };
}

/** Riders and amounts by scheme, place of insurance and month, with a chart of the amounts. */
export function groupSheet(groups: SubsidyGroups, language: Language): ResultSheet {
  const words = wordsIn(language);
  const rows = groups.all().map((group): Cell[] => {
    const { scheme, place, month } = nameOf(group, words);
    const { riders, due, notDue, open, dueWithoutAmount, fen } = group;
    const label = [place, scheme, month].filter((word) => word !== "").join(" ");
    return [scheme, place, month, label, riders, due, notDue, open, dueWithoutAmount, fen / 100];
  });
  return {
    name: words("评分_补贴汇总", "评分_subsidies by place"),
    titleLines: [words("补贴汇总：按方案、参保地和月份", "Subsidies by scheme, place of insurance and month")],
    columns: [
      { heading: words("方案", "Scheme"), width: 26 },
      { heading: words("参保地", "Place of insurance"), width: 16 },
      { heading: words("缴费月份", "Month"), width: 10 },
      { heading: words("图上的名字", "Name in the chart"), width: 34 },
      { heading: words("骑手", "Riders"), width: 10, format: COUNT },
      { heading: words("应发", "Due"), width: 10, format: COUNT },
      { heading: words("不发", "Not due"), width: 10, format: COUNT },
      { heading: words("待补数据", "Not known yet"), width: 12, format: COUNT },
      { heading: words("应发但金额不能确定", "Due, amount not known"), width: 18, format: COUNT },
      { heading: words("补贴合计（元）", "Subsidies (yuan)"), width: 16, format: MONEY },
    ],
    rows,
    asTable: true,
    charts: [
      {
        kind: "bar",
        title: words("补贴合计（元）", "Subsidies (yuan)"),
        categories: 3,
        values: [9],
        rows: [0, Math.min(rows.length, 12) - 1],
      },
    ],
  };
}

/** What is paid later because a level was published after the month, by place and month. */
export function backPaymentSheet(groups: SubsidyGroups, language: Language): ResultSheet {
  const words = wordsIn(language);
  const late = groups.all().filter(({ backFen }) => backFen !== 0);
  const rows = late.map((group): Cell[] => {
    const { scheme, place, month } = nameOf(group, words);
    const { place: at, month: when } = group;
    const floor = (knownIn: Month | null): number | null =>
      at === null || when === null ? null : (baseOf(at, when, knownIn)?.level.floor ?? null);
    return [`${place} ${month}`, scheme, group.backRiders, floor(when), floor(null), group.backFen / 100];
  });
  const total = late.reduce((fen, { backFen }) => fen + backFen, 0) / 100;
  return {
    name: words("评分_补发", "评分_paid later"),
    titleLines: [
      words("基数公布后要补发的钱", "To be paid later, now that the base is published"),
      rows.length === 0
        ? words(
            "没有要补发的：名单里各月的基数当时都已公布。",
            "Nothing: the bases of all months listed were published at the time.",
          )
        : words(
            `合计${total}元。每名骑手各补多少，见骑手补贴表的最后一列。`,
            `${total} yuan in all. What each rider gets stands in the last column of the riders' table.`,
          ),
    ],
    columns: [
      { heading: words("参保地和月份", "Place and month"), width: 24 },
      { heading: words("方案", "Scheme"), width: 26 },
      { heading: words("要补的骑手", "Riders"), width: 12, format: COUNT },
      { heading: words("当时的下限（元）", "Floor at the time (yuan)"), width: 18, format: MONEY },
      { heading: words("最终的下限（元）", "Floor in the end (yuan)"), width: 18, format: MONEY },
      { heading: words("补发合计（元）", "To pay (yuan)"), width: 16, format: MONEY },
    ],
    rows,
    asTable: true,
    ...(rows.length === 0
      ? {}
      : {
          charts: [
            { kind: "bar", title: words("补发合计（元）", "To pay later (yuan)"), categories: 0, values: [5] },
          ] as const,
        }),
  };
}

/** The share a budget of a list starts from, and what it is. */
export interface ChosenShare {
  readonly share: number;
  readonly text: Text;
}

/** What the list's schemes would cost: by scheme and place, at the documented shares, and with the base and the paid share moved. */
export function budgetSheet(
  request: BudgetRequest,
  chosen: ChosenShare,
  leftOut: number,
  { bases }: Pick<Subsidies, "bases">,
  language: Language,
): ResultSheet {
  const words = wordsIn(language);
  const result = budget(request, bases);
  const moved = sensitivity(request, bases);
  const percent = (value: number): string => `${value > 0 ? "+" : ""}${Math.round(value * 100)}%`;
  const rows: Cell[][] = [
    ...lineRows(result, request, words),
    [
      words("合计", "All"),
      words("全部", "all"),
      null,
      request.eligibleShare,
      null,
      result.month,
      result.year,
      words(chosen.text.zh, chosen.text.en),
    ],
  ];
  const shares = rows.length;
  for (const { value, month, year, text } of moved.eligibleShare)
    rows.push([
      words("换一个符合比例", "Another share"),
      words(`${Math.round(value * 100)}%符合`, `${Math.round(value * 100)} % qualify`),
      null,
      value,
      null,
      month,
      year,
      words(text.zh, text.en),
    ]);
  const floors = rows.length;
  for (const { value, month, year } of moved.floor)
    rows.push([
      words("下限变动", "Floor moved"),
      value === 0
        ? words("现在的下限", "the floor as it is")
        : words(`下限${percent(value)}`, `floor ${percent(value)}`),
      null,
      request.eligibleShare,
      null,
      month,
      year,
      "",
    ]);
  const paid = rows.length;
  for (const { value, month, year } of moved.paidShare)
    rows.push([
      words("补贴比例变动", "Paid share moved"),
      words(`都补${Math.round(value * 100)}%`, `${Math.round(value * 100)} % paid to all`),
      null,
      request.eligibleShare,
      null,
      month,
      year,
      "",
    ]);
  const chart = (title: string, from: number, to: number) =>
    ({ kind: "column", title, categories: 1, values: [5], rows: [from, to - 1] }) as const;
  return {
    name: words("评分_补贴测算", "评分_subsidy budget"),
    titleLines: [
      words(
        `补贴要花多少钱：按${isoMonth(request.month)}的名单和基数`,
        `What the subsidies cost: the list and the bases of ${isoMonth(request.month)}`,
      ),
      words(
        `年度按12个月、基数不变算。${result.ridersWithout}名骑手的金额不能确定、${leftOut}名没有已知的方案或参保地，都没有算进来。`,
        `A year is twelve months at the same base. ${result.ridersWithout} riders whose amount is not known and ${leftOut} without a known scheme or place are left out.`,
      ),
    ],
    columns: [
      { heading: words("类别", "Kind"), width: 18 },
      { heading: words("项目", "Item"), width: 36 },
      { heading: words("骑手", "Riders"), width: 10, format: COUNT },
      { heading: words("符合比例", "Share that qualifies"), width: 12, format: "0.0%" },
      { heading: words("每人每月（元）", "A rider a month (yuan)"), width: 16, format: MONEY },
      { heading: words("每月（元）", "A month (yuan)"), width: 16, format: MONEY },
      { heading: words("每年（元）", "A year (yuan)"), width: 18, format: MONEY },
      { heading: words("说明", "Note"), width: 56, wrap: true },
    ],
    rows,
    asTable: true,
    charts: [
      chart(
        words("各档符合比例下每月要花的钱（元）", "A month's cost by share that qualifies (yuan)"),
        shares - 1,
        floors,
      ),
      chart(words("下限变动时每月要花的钱（元）", "A month's cost as the floor moves (yuan)"), floors, paid),
      chart(words("补贴比例变动时每月要花的钱（元）", "A month's cost by paid share (yuan)"), paid, rows.length),
    ],
  };
}

function lineRows({ lines }: BudgetResult, { eligibleShare }: BudgetRequest, words: Words): Cell[][] {
  return lines.map(({ line, each, month, year, why }) => [
    words("方案和参保地", "Scheme and place"),
    [words(line.scheme.name.zh, line.scheme.name.en), words(line.place.name.zh, line.place.name.en), line.category]
      .filter((word) => word !== "")
      .join(" "),
    line.riders,
    eligibleShare,
    each,
    month,
    year,
    why.map(({ zh, en }) => words(zh, en)).join(words("；", "; ")),
  ]);
}
