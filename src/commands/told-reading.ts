/** What the console says of how a sheet was read: silence where all is sure, a line for what is likely, every question in full. */
import type { Text } from "../words/text";
import { yearText, type Vocabulary } from "../language/vocabulary";
import type { Mapping } from "../sheet/reading/map-columns";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Doubt } from "../sheet/reading/doubts";

export interface ToldReading {
  readonly reading: SheetReading;
  readonly vocabulary: Vocabulary;
  /** By doubt: how many verdicts wait for the answer; left out where nobody counted. */
  readonly waiting?: readonly number[];
}

const MOST_EXAMPLES = 3;
const MOST_LINES = 20;
/** Assumptions about cells and not about columns; the sources tell them. */
const ABOUT_CELLS: ReadonlySet<string> = new Set(["blank-as-none", "part-of-zero", "month-only"]);
const NOTHING: Text = { zh: "", en: "" };

function exampleText({ examples }: Doubt): Text {
  const some = examples.slice(0, MOST_EXAMPLES).join(" | ");
  return some === "" ? { zh: "", en: "" } : { zh: `例：${some}`, en: ` Such as: ${some}` };
}

const HOW_TO_CONFIRM: Text = {
  zh: "  怎么确认：加 --save-map map.json 把各列的对应写出来，改好（确认的把 confirmed 改成 true）再加 --map map.json 运行一次；或直接在表头里写明年份和单位。",
  en: "  To confirm: add --save-map map.json to write the mapping, edit it (confirmed: true where it is right) and run again with --map map.json; or put year and unit into the heading.",
};

const HOW_TO_MEND: Text = {
  zh: "  ~ 是表头没有写全、按常理读的。不对的，加 --save-map map.json 写出来，改好再加 --map map.json 运行一次。",
  en: "  ~ marks what a heading leaves open. Where one is wrong, write the mapping with --save-map map.json, edit it and run again with --map map.json.",
};

/** A column and what it was taken for; `~` where that is likely and not certain. */
function columnText(
  { address, heading, field, back, unit, confidence }: Mapping,
  t: number,
  vocabulary: Vocabulary,
): Text {
  const known = vocabulary.fields.get(field ?? "");
  const name = known?.name ?? { zh: heading, en: heading };
  const named = known !== undefined && known.periods > 1 ? yearText(known, back, t) : null;
  const year = named === null ? NOTHING : { zh: ` ${named.zh}`, en: ` ${named.en}` };
  const mark = confidence === "sure" ? " " : "~";
  const title = heading.replace(/\s+/g, " ");
  return {
    zh: `  ${mark} ${address} ${title} → ${name.zh}${year.zh}${unit === "" ? "" : ` ${unit}`}`,
    en: `  ${mark} ${address} ${title} → ${name.en}${year.en}${unit === "" ? "" : ` ${unit}`}`,
  };
}

/**
 * The questions, those that most verdicts wait for first, with every column read where there are any; else one line for each column and
 * assumption that is less than certain. Then what was left out.
 */
export function readingLines({ reading, vocabulary, waiting }: ToldReading): Text[] {
  const { doubts, columns, t, assumptions, leftOut } = reading;
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
  const read = columns.filter(({ use, field }) => use === "read" && field !== null);
  const told = doubts.length > 0 ? read : read.filter(({ confidence }) => confidence !== "sure");
  lines.push(...told.slice(0, MOST_LINES).map((column) => columnText(column, t, vocabulary)));
  if (told.length > MOST_LINES) {
    const more = told.length - MOST_LINES;
    lines.push({ zh: `    还有 ${more} 列没有列出`, en: `    and ${more} more` });
  }
  const likely = assumptions.filter(({ id }) => !ABOUT_CELLS.has(id));
  lines.push(...likely.slice(0, MOST_LINES).map(({ message: { zh, en } }) => ({ zh: `  ~ ${zh}`, en: `  ~ ${en}` })));
  if (doubts.length > 0) lines.push(HOW_TO_CONFIRM);
  else if (told.length + likely.length > 0) lines.push(HOW_TO_MEND);
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
  // What was left out has its own lines.
  const said = warnings.filter(({ id, message }) => id !== "left-out" && !asked.has(message.zh)).slice(0, MOST_LINES);
  return [
    ...said.map(({ message: { zh, en } }) => ({ zh: `  请核对：${zh}`, en: `  Please check: ${en}` })),
    ...readingLines(told),
  ];
}
