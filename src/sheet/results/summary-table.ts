/** The first sheet of results: how many enterprises stand on which rung, and which columns keep the most of them from being told. */
import { slotText } from "../../engine/rows/explain";
import type { Text, Language } from "../../words/text";
import type { Cell } from "../../words/grid";
import type { ResultSheet } from "../../words/result-sheet";
import type { Tally } from "./row-counts";
import type { SummaryContext } from "./summary-context";
import { draftNotice, resultNotice } from "./result-notice";
import { waitingText } from "./waiting-verdicts";

/** More than anyone fills in at one go. */
const MOST_MISSING = 10;

/** One row a rung, from the top; then those on none and those that blanks leave open; then the columns missing most. With a bar chart of the rungs. */
export function summarySheet(
  context: SummaryContext,
  tally: Tally,
  language: Language = context.language,
): ResultSheet {
  const say = (text: Text): string => text[language];
  const words = (zh: string, en: string): string => say({ zh, en });
  const { ladder, vocabulary, reading } = context;
  const share = (count: number): Cell => (tally.rows === 0 ? null : count / tally.rows);

  const highest = words("已达到的最高层级", "Highest rung met");
  const none = tally.highest.get("") ?? 0;
  const rungs: [string, number][] = [...ladder.rungTiers]
    .reverse()
    .map((tier) => [say(ladder.nameOf(tier)), tally.highest.get(tier) ?? 0]);
  rungs.push([words("待补数据，还说不准", "Not known yet"), tally.open]);
  rungs.push([words("尚未达到", "None yet"), none - tally.open]);
  const missing = words("最缺的数据", "Missing most");
  const notice = resultNotice(draftNotice(ladder.used));
  const rows: Cell[][] = [
    ...rungs.map(([name, count]): Cell[] => [highest, name, count, share(count)]),
    ...[...tally.missing]
      .slice(0, MOST_MISSING)
      .map(([slot, count]): Cell[] => [missing, say(slotText(slot, vocabulary, reading.t)), count, share(count)]),
  ];
  return {
    name: words("评分_汇总", "评分_summary"),
    titleLines: [
      words(`评分汇总：${reading.sheet}`, `Summary: ${reading.sheet}`),
      words(`共 ${tally.rows} 家企业。${notice.zh}`, `${tally.rows} enterprises. ${notice.en}`),
      ...(reading.doubts.length === 0 ? [] : [say(waitingText(reading, context.waiting ?? null))]),
    ],
    columns: [
      { heading: words("类别", "Kind"), width: 20 },
      { heading: words("项目", "Item"), width: 36 },
      { heading: words("企业数", "Enterprises"), width: 12, format: "#,##0" },
      { heading: words("占全部企业", "Share of all"), width: 12, format: "0.0%" },
    ],
    rows,
    asTable: true,
    notes: [
      words(
        "“最缺的数据”数的是：补上这一列，就可能判断出下一层级的企业有多少家。",
        '"Missing most" counts the enterprises whose next rung the column could decide.',
      ),
    ],
    charts: [
      {
        kind: "bar",
        title: words("各层级企业数", "Enterprises by rung"),
        categories: 1,
        values: [2],
        rows: [0, rungs.length - 1],
      },
    ],
  };
}
