/** What the console says of how a sheet was read: silence where all is sure, a line for what is likely, every question in full. */
import type { Text, Vocabulary } from "../policy/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Doubt } from "../sheet/reading/doubts";

export interface ToldReading {
  readonly reading: SheetReading;
  readonly vocabulary: Vocabulary;
  /** By doubt: how many verdicts wait for the answer; left out where nobody counted. */
  readonly waiting?: readonly number[];
  /** False for commands that take no saved mapping: there the heading is put right. */
  readonly withMapping?: boolean;
}

const MOST_EXAMPLES = 3;
const MOST_LINES = 20;

function exampleText({ examples }: Doubt): Text {
  const some = examples.slice(0, MOST_EXAMPLES).join(" | ");
  return some === "" ? { zh: "", en: "" } : { zh: `例：${some}`, en: ` Such as: ${some}` };
}

/** The questions, those that most verdicts wait for first, then one line for each column that was read with less than certainty. */
export function readingLines(told: ToldReading): Text[] {
  const { reading, vocabulary, waiting } = told;
  const { doubts, columns, t, leftOut } = reading;
  const lines: Text[] = [];
  const order = doubts
    .map((doubt, at) => ({ doubt, waits: waiting?.[at] ?? 0 }))
    .sort((one, other) => other.waits - one.waits);
  for (const { doubt, waits } of order) {
    const { question } = doubt;
    lines.push({
      zh: `  ? ${question.zh}${waits > 0 ? `有 ${waits} 家的结论等着它。` : ""}${exampleText(doubt).zh}`,
      en: `  ? ${question.en}${waits > 0 ? ` Verdicts of ${waits} enterprises wait for it.` : ""}${exampleText(doubt).en}`,
    });
  }
  if (doubts.length > 0) {
    const read = columns.filter(({ use, field }) => use === "read" && field !== null);
    for (const { address, heading, field, back, unit, confidence } of read.slice(0, MOST_LINES)) {
      const known = vocabulary.fields.get(field ?? "");
      if (known === undefined) continue;
      const year = known.periods > 1 ? { zh: ` ${t - back}年`, en: ` ${t - back}` } : { zh: "", en: "" };
      const mark = confidence === "sure" ? " " : "~";
      lines.push({
        zh: `  ${mark} ${address} ${heading} → ${known.name.zh}${year.zh}${unit === "" ? "" : ` ${unit}`}`,
        en: `  ${mark} ${address} ${heading} → ${known.name.en}${year.en}${unit === "" ? "" : ` ${unit}`}`,
      });
    }
    if (read.length > MOST_LINES) {
      const more = read.length - MOST_LINES;
      lines.push({ zh: `    还有 ${more} 列，见来源表`, en: `    and ${more} more, see the sources sheet` });
    }
    if (told.withMapping !== false)
      lines.push({
        zh: "  怎么确认：加 --save-map map.json 把各列的对应写出来，改好（确认的把 confirmed 改成 true）再加 --map map.json 运行一次；或直接在标题里写明年份和单位。",
        en: "  To confirm: add --save-map map.json to write the mapping, edit it (confirmed: true where it is right) and run again with --map map.json; or put year and unit into the heading.",
      });
    else
      lines.push({
        zh: "  怎么确认：请把标题改成说得准的写法，写明是哪一项和单位。",
        en: "  To settle it: make the heading say exactly which item and unit it holds.",
      });
  }
  for (const { sheet, rows, reason } of leftOut.slice(0, MOST_LINES)) {
    const place = [sheet ?? "", rows ?? ""].filter((part) => part !== "").join(" ");
    lines.push({ zh: `  没有读：${place}，${reason.zh}`, en: `  Not read: ${place}. ${reason.en}` });
  }
  return lines;
}

/** For lists whose results have no sheet of their own about the reading: everything to be checked, then the questions and columns. */
export function checkLines(told: ToldReading): Text[] {
  const { warnings, doubts } = told.reading;
  const asked = new Set(doubts.map(({ question }) => question.zh));
  const said = warnings.filter(({ message }) => !asked.has(message.zh)).slice(0, MOST_LINES);
  return [
    ...said.map(({ message: { zh, en } }) => ({ zh: `  请核对：${zh}`, en: `  Please check: ${en}` })),
    ...readingLines(told),
  ];
}
