/** What is said of a column, what it was taken for and how to change that. */
import { useWords, type KeyOf, type Texts, type Words } from "./language";

export const MAPPING = {
  inUnit: { zh: "单位是{unit}", en: "The unit is {unit}" },
  inFractions: { zh: "是小数，0.052 即 5.2%", en: "Fractions: 0.052 is 5.2%" },
  columnInUnit: { zh: "“{heading}”的单位是{unit}", en: "{heading} is in {unit}" },
  columnInFractions: { zh: "“{heading}”是小数", en: "{heading} holds fractions" },
  confirmShort: { zh: "对，就是这样", en: "Yes, that is it" },
  confirmColumn: { zh: "“{heading}”认得对", en: "{heading} is read correctly" },
  changeShort: { zh: "不对，改一下", en: "No, change it" },
  changeColumn: { zh: "改“{heading}”", en: "Change {heading}" },
  waitsForAnswer: { zh: "等着它定的：{tiers}", en: "Waiting for it: {tiers}" },
  sure: { zh: "确定", en: "certain" },
  likely: { zh: "可能", en: "likely" },
  doubtful: { zh: "请确认", en: "please confirm" },
  unused: { zh: "没用到", en: "not used" },
  leftOut: { zh: "不用这一列", en: "not used" },
  leaveOut: { zh: "不用这一列", en: "Do not use this column" },
  notRecognised: { zh: "没认出来", en: "not recognised" },
  duplicateColumn: { zh: "和别的列重复", en: "same as another column" },
  otherYear: { zh: "这一年用不到", en: "this year is not needed" },
  fieldOf: { zh: "“{heading}”是什么", en: "What {heading} holds" },
  showFields: { zh: "展开可选的字段", en: "Show the fields" },
  searchField: { zh: "输入名称或拼音首字母", en: "Type a name or pinyin initials" },
  noFieldFits: { zh: "没有这样的项目，换个词试试", en: "Nothing fits; try another word" },
  yearLabel: { zh: "哪一年", en: "Year" },
  unitLabel: { zh: "单位", en: "Unit" },
  unitAssumed: { zh: "没写单位，按{unit}", en: "no unit given, taken as {unit}" },
  plainFraction: { zh: "小数（如 0.052）", en: "fraction (such as 0.052)" },
  example: { zh: "例：{text}", en: "such as {text}" },
  resetColumn: { zh: "恢复自动识别", en: "Recognise again" },
} as const satisfies Texts;

export type MappingWords = Words<KeyOf<typeof MAPPING>>;

export function useMappingWords(): MappingWords {
  return useWords(MAPPING);
}
