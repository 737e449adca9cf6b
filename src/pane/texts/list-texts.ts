/** What lists say: search, filters, order, copying, and what their entries are told apart by. */
import type { Texts } from "./language";

export const LIST_TEXTS = {
  findIn: { zh: "在“{list}”里找", en: "Search {list}" },
  findHint: { zh: "搜文字或拼音首字母", en: "words or pinyin initials" },
  emptySearch: { zh: "清空搜索框", en: "Clear the search" },
  anyOfFacet: { zh: "{name}：全部", en: "{name}: any" },
  facetValue: { zh: "{value}（{count}）", en: "{value} ({count})" },
  order: { zh: "排序", en: "Order" },
  ownOrder: { zh: "原来的顺序", en: "Order as listed" },
  orderBy: { zh: "按{name}排", en: "By {name}" },
  foundOf: { zh: "找到 {count} 条，共 {of} 条", en: "{count} of {of} found" },
  foundAll: { zh: "共 {count} 条", en: "{count} in all" },
  copyTable: { zh: "复制成表格", en: "Copy as table" },
  copied: { zh: "{count} 条已复制，到表格里粘贴就行", en: "{count} copied; paste them into a sheet" },
  notCopied: {
    zh: "这里不让直接写剪贴板；{count} 条已选好，按 Ctrl+C 复制",
    en: "The clipboard is closed here; {count} selected, press Ctrl+C",
  },
  onlyThese: { zh: "结果表只看这些", en: "Only these in the results" },
  findAnew: { zh: "不筛了", en: "Clear" },
  showMore: { zh: "再显示 {count} 条", en: "Show {count} more" },
  restInSheets: {
    zh: "还有 {count} 条没列在这里，也没参加搜索；写成表后都在表里。",
    en: "{count} more are not listed or searched here; all of them are on the sheets once written.",
  },
  byThisAlone: { zh: "只因这一条 {count} 家", en: "by this alone: {count} {count#enterprise|enterprises}" },
  city: { zh: "城市", en: "City" },
  tier: { zh: "层级", en: "Tier" },
  missingField: { zh: "缺的数据", en: "Missing" },
  name: { zh: "名称", en: "Name" },
  row: { zh: "行", en: "Row" },
  said: { zh: "情况", en: "What is said" },
  showAll: { zh: "全部 {count} 条", en: "Show all {count}" },
} as const satisfies Texts;
