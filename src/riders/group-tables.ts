/** Riders' subsidies by scheme and place, and back payments, as result sheets with charts. */
import type { Language } from "../words/text";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import { baseOf } from "./bases";
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
