/**
 * Rows of a table that are no enterprises, told by their texts: totals, groups of the rows around them, rows without a name. In a database a
 * row is an enterprise or nothing, so they stop the run. Totals that only their numbers betray are found by the row reader alone.
 */
import { longestTotal } from "../../sheet/reading/data-rows";
import type { Check } from "./table-view";

const LONGEST_GROUP = 24;
const ORDINALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Texts of a table as SQL, each NULL or trimmed. */
export interface RowTexts {
  readonly name: string | null;
  readonly creditCode: string | null;
  /** The first columns. */
  readonly first: readonly string[];
}

/** 合计, 济南市小计, 合计（300家） */
function isTotal(text: string, words: readonly string[]): string {
  const endings = ["合计", "小计", "总计", "平均"];
  const likes = endings.flatMap((word) => [
    `${text} LIKE '%${word}'`,
    `${text} LIKE '${word}（%'`,
    `${text} LIKE '${word}(%'`,
  ]);
  const whole = `${text} IN (${words.map((word) => `'${word}'`).join(", ")})`;
  return `(LENGTH(${text}) <= ${longestTotal} AND (${[whole, ...likes].join(" OR ")}))`;
}

/** 甲市（2家）, 一、乙市 */
function isGroup(name: string): string {
  const counted = ["家", "户"].flatMap((word) => [`${name} LIKE '%（%${word}）'`, `${name} LIKE '%(%${word})'`]);
  const headed = ORDINALS.flatMap((word) => [`${name} LIKE '${word}、%'`, `${name} LIKE '（${word}）%'`]);
  return `(LENGTH(${name}) <= ${LONGEST_GROUP} AND (${[...counted, ...headed].join(" OR ")}))`;
}

/** @param totals the words that stand for a total by themselves */
export function rowChecks({ name, creditCode, first }: RowTexts, totals: readonly string[]): readonly Check[] {
  const withoutCode = creditCode === null ? "" : ` AND COALESCE(${creditCode}, '') = ''`;
  const found: Check[] =
    first.length === 0
      ? []
      : [
          {
            sql: `(${first.map((text) => isTotal(text, totals)).join(" OR ")})${withoutCode}`,
            about: { zh: "合计行", en: "rows of sums" },
            example: `COALESCE(${first.map((text) => `CASE WHEN ${isTotal(text, totals)} THEN ${text} END`).join(", ")})`,
          },
        ];
  if (name === null) return found;
  return [
    ...found,
    {
      sql: `${isGroup(name)}${withoutCode}`,
      about: { zh: "一组企业的小计行", en: "rows that head a group of enterprises" },
      example: name,
    },
    {
      sql: `COALESCE(${name}, '') = ''${withoutCode}`,
      about: {
        zh: "没有企业名称的行（空行、分组行）",
        en: "rows without an enterprise's name (blank, or heads of groups)",
      },
      example: first.find((text) => text !== name) ?? null,
    },
  ];
}
