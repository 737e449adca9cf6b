/** Why a sheet can't be read, and the next step. */
import type { Text } from "../../words/text";
import { say } from "./message-words";

export const failures = {
  emptySheet: (sheet: string): Text =>
    say(
      `“${sheet}”是空表，没有可以评分的内容。请切换到有企业数据的表。`,
      `${sheet} is empty, so there is nothing to score. Switch to the sheet with the enterprises.`,
    ),
  noHeading: (sheet: string, known: readonly string[]): Text =>
    say(
      `“${sheet}”前 30 行里没找到认识的表头。请确认有一行表头，例如：${known.join("、")}。`,
      `No known headings in the first 30 rows of ${sheet}. Make sure one row holds headings such as ${known.join(", ")}.`,
    ),
  headingsDown: (sheet: string, first: string): Text =>
    say(
      `“${sheet}”的表头像是竖着排在一列里（从 ${first} 开始），这里要一行一家企业。请复制后用“选择性粘贴—转置”换成横排。`,
      `The headings of ${sheet} seem to run down a column (from ${first}); each enterprise needs a row. Copy it and paste transposed.`,
    ),
  crowded: (sheet: string, cell: string): Text =>
    say(
      `“${sheet}”的一整行都挤在一格里（表头在 ${cell}），没有分成列。请选中这一列，用“数据—分列”按空格或所用的符号分开，再读。`,
      `Whole rows of ${sheet} stand in one cell each (the headings in ${cell}). Select the column, split it with Data > Text to Columns at the blanks or the sign used, and read again.`,
    ),
  noRows: (sheet: string, headingRow: number): Text =>
    say(
      `“${sheet}”第 ${headingRow} 行是表头，下面没有企业数据。请从第 ${headingRow + 1} 行起每家填一行。`,
      `Row ${headingRow} of ${sheet} holds the headings, but no enterprise follows. Fill one row each from row ${headingRow + 1} on.`,
    ),
};

const otherLists = {
  cluster: {
    zh: ["集群表", "集群请用集群功能（命令行是 npm run cluster）"],
    en: ["clusters", "Use the clusters view (npm run cluster)"],
  },
  rider: {
    zh: ["骑手参保表", "骑手请用骑手补贴功能（命令行是 npm run riders）"],
    en: ["riders", "Use the riders' subsidy (npm run riders)"],
  },
  indicator: {
    zh: ["指标表", "对目标请用集群功能（命令行是 npm run cluster）"],
    en: ["indicators", "Use the clusters view (npm run cluster)"],
  },
  district: {
    zh: ["区县产业表", "区县产业请用集群功能（命令行是 npm run cluster）"],
    en: ["districts", "Use the clusters view (npm run cluster)"],
  },
} as const;

/** Why the rows of a sheet are no enterprises. */
export const notEnterprises = {
  otherKind: (sheet: string, of: keyof typeof otherLists, heading: string): Text => {
    const { zh, en } = otherLists[of];
    return say(
      `“${sheet}”像是${zh[0]}（有“${heading}”一列），不是一行一家企业的名单，没有评分。${zh[1]}；要评企业，请给一份有“企业名称”的名单。`,
      `${sheet} seems to list ${en[0]} (it has a column ${heading}), not one enterprise a row, so nothing was scored. ${en[1]}; to score enterprises, give a list with their names.`,
    );
  },
  onlyGrouping: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”里只认出“${heading}”，没有企业名称，也没有评价用得上的数，不是企业名单，没有评分。请给一份一行一家企业、有“企业名称”和指标的表。`,
      `In ${sheet} only ${heading} was recognised: there are no names of enterprises and no figures a rule needs, so it is no list of enterprises and was not scored. Give a list with one enterprise a row, its name and its figures.`,
    ),
  sums: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”没有企业名称，每行一个不同的“${heading}”，像是按它汇总的表，不是企业名单，没有评分。如果每行就是一家企业，请加上“企业名称”一列；否则请给企业明细。`,
      `${sheet} has no names of enterprises and another ${heading} in every row, so it seems to sum up by it and was not scored. If each row is an enterprise, add a column 企业名称; otherwise give the list of enterprises.`,
    ),
  persons: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”像是人员名单（有“${heading}”一列），一行一个人，不是一行一家企业的名单，没有评分。研发人员、从业人员请数好，写进企业名单的对应一列；要评企业，请给一份有“企业名称”的名单。`,
      `${sheet} seems to list persons (it has a column ${heading}), not one enterprise a row, so nothing was scored. Count staff and R&D staff and write the numbers into the list of enterprises; to score enterprises, give a list with their names.`,
    ),
  departments: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”每行一个不同的“${heading}”，是一家企业内部的表，不是一行一家企业的名单，没有评分。请把各行加成这家企业的数，写成有“企业名称”的一行。`,
      `${sheet} has another ${heading} in every row: it is of one enterprise's inside, so nothing was scored. Add its rows up to that enterprise's figures and give them as one row with its name.`,
    ),
  orders: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”每行一个不同的“${heading}”，像是订单、合同或单据的明细，不是一行一家企业的名单，没有评分。请把一家企业的加成“营业收入”，写成有“企业名称”的一行；如果每行就是一家企业，请把这一列从表里去掉，名称一列改成“企业名称”。`,
      `${sheet} has another ${heading} in every row and seems to list orders, contracts or papers, not enterprises, so nothing was scored. Add those of an enterprise up to its revenue and give it as one row with its name; if each row is an enterprise, take this column out and call the names 企业名称.`,
    ),
  customers: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”像是一家企业的客户表（“${heading}”旁边是卖给它们的数），不是一行一家企业的名单，没有评分。要评这些客户，请把“${heading}”改成“企业名称”，收入写它们自己的营业收入；否则请给企业名单。`,
      `${sheet} seems to list an enterprise's customers (beside ${heading} stands what was sold to them), so nothing was scored. To score these customers, call ${heading} 企业名称 and give their own revenue; otherwise give the list of enterprises.`,
    ),
  things: (sheet: string, heading: string): Text =>
    say(
      `“${sheet}”每行一个不同的“${heading}”，没有企业名称，不是一行一家企业的名单，没有评分。如果有一列写着企业，请把它的表头改成“企业名称”；如果每行就是一家企业，请加上这一列；否则请给企业名单。`,
      `${sheet} has another ${heading} in every row and no names of enterprises, so it is no list of enterprises and was not scored. If a column names the enterprises, call it 企业名称; if each row is an enterprise, add that column; otherwise give the list of enterprises.`,
    ),
};
