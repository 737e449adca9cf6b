/** SUBSIDY_ELIGIBLE: the income test of the subsidy: this month and at least three of the six before reach the floor. */
import type { Text } from "../words/text";
import { isBlank, type Cell } from "../words/grid";
import { incomeTest } from "../riders/rider";
import { cellFor } from "./cell-by-cell";
import { described } from "./described";
import {
  isFailure,
  notKnown,
  valueFailure,
  type FunctionCode,
  type FunctionFailure,
  type FunctionRecord,
  type Matrix,
  type ResultCell,
} from "./function-record";
import { EMPTY_CELLS, SUBSIDY_AID } from "./help-texts";
import { readNumber } from "./number-cells";

const MONTHS = 6;
const FLOOR = { zh: "下限", en: "floor" };
const CURRENT = { zh: "当月收入", en: "current" };

/** One rider a row, six months each: rows of six cells, or a single column of six. */
function riderRows(incomes: Matrix): Matrix | FunctionFailure {
  const width = incomes[0]?.length ?? 0;
  if (width === MONTHS) return incomes;
  if (width === 1 && incomes.length === MONTHS) return [incomes.map((row) => row[0] ?? null)];
  const given = width === 1 ? incomes.length : width;
  return valueFailure(
    `收入要给6个月的，现在是${given}个。没有收入的月份填0，还不知道的留空，不要少选一格。`,
    `Six months of income are needed, ${given} were given. Write 0 for a month without income and leave an unknown one blank, but choose all six cells.`,
  );
}

function monthName(at: number): Text {
  return { zh: `第${at + 1}个月收入`, en: `income ${at + 1}` };
}

function isEligible(incomes: readonly Cell[], floor: Cell, current: Cell): ResultCell {
  if (incomes.every(isBlank) && isBlank(current)) return "";
  const months = incomes.map((cell, at) => readNumber(cell, monthName(at), "yuan"));
  const now = readNumber(current, CURRENT, "yuan");
  const line = readNumber(floor, FLOOR, "yuan");
  const wrong = [...months, now, line].find(isFailure);
  if (wrong) return wrong;
  const amounts = months.map((one) => (typeof one === "number" ? one : null));
  const thisMonth = typeof now === "number" ? now : null;
  if (line === 0)
    return valueFailure(
      "下限是0，人人都够得着，多半是填错了。请填就业地当月的缴费基数下限。",
      "The floor is 0, which everyone reaches. Give the floor of the contribution base at the place of work.",
    );
  if (typeof line !== "number") return stillOpen([FLOOR]);
  const verdict = incomeTest(thisMonth, amounts, line);
  if (verdict !== "unknown") return verdict === "met";
  return stillOpen([
    ...(thisMonth === null ? [CURRENT] : []),
    ...amounts.flatMap((one, at) => (one === null ? [monthName(at)] : [])),
  ]);
}

function stillOpen(missing: readonly Text[]): FunctionFailure {
  return notKnown(
    `能不能领还说不准，缺：${missing.map(({ zh }) => zh).join("、")}。空着不算0。`,
    `Not known yet. Missing: ${missing.map(({ en }) => en).join(", ")}. A blank does not count as 0.`,
  );
}

export const subsidyEligibleCode: FunctionCode = {
  id: "SUBSIDY_ELIGIBLE",
  takes: ["matrix", "matrix", "matrix"],
  unsureZero: "both",
  compute: (_bound, incomes, floor, current) => {
    const riders = riderRows(incomes);
    if (isFailure(riders)) return riders;
    for (const [argument, name] of [
      [floor, FLOOR],
      [current, CURRENT],
    ] as const) {
      if ((argument.length === 1 || argument.length === riders.length) && argument[0]?.length === 1) continue;
      return valueFailure(
        `“${name.zh}”要给一个值，或者每行一个（共${riders.length}行），现在是${argument.length}行${argument[0]?.length ?? 0}列。`,
        `${name.en} takes one value, or one for each of the ${riders.length} rows; it has ${argument.length} rows and ${argument[0]?.length ?? 0} columns.`,
      );
    }
    return riders.map((months, row) => [isEligible(months, cellFor(floor, row, 0), cellFor(current, row, 0))]);
  },
};

export const subsidyEligible: FunctionRecord = /* @__PURE__ */ described(subsidyEligibleCode, {
  name: "SUBSIDY_ELIGIBLE",
  description: {
    zh: "收入条件：前6个月里至少3个月达到下限，而且当月也达到",
    en: "The income test: at least 3 of the 6 months before reach the floor, and this month does too",
  },
  parameters: [
    {
      name: { zh: "前6个月收入", en: "incomes" },
      description: {
        zh: "6个月的收入，元：一行一人共6列，或一个人竖着6格",
        en: "Six months of income in yuan: six columns with one rider a row, or six cells of one rider down a column",
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: FLOOR,
      description: {
        zh: "就业地缴费基数下限，元/月；一个值，或每人一个",
        en: "The floor at the place of work in yuan a month; one value, or one a rider",
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: CURRENT,
      description: { zh: "当月收入，元", en: "The income of the month of payment in yuan" },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "达到的得 TRUE，没达到的得 FALSE。正好等于下限算达到，差一分也不算。缺的月份不影响结果时照样给出；影响时得 #N/A，提示写明缺哪个月：空白是还不知道，不是0。",
      en: "TRUE where the test is met, FALSE where it is not. Exactly the floor counts, one fen less does not. A missing month that cannot change the result does no harm; otherwise the result is #N/A and names it: a blank is not known, never 0.",
    },
    {
      zh: "各处资料都没有写明“近6个月”是否包含当月，这里按不含当月。要按含当月算，把当月和它前面的5个月作为6个月给进来。这6个月都和同一个下限比；下限中途换档时，用 ZJTX.RIDER_SUBSIDY 逐月按当时的下限比。",
      en: "The sources do not say whether the six months include the month of payment; here they do not. To include it, give it and the five before as the six. All six are compared with one floor; where the floor changed in between, ZJTX.RIDER_SUBSIDY compares each month with its own.",
    },
    {
      zh: "收入是负数、文字（如“约7000”）或不足6个月的，得 #VALUE!。",
      en: "Negative incomes, texts such as 约7000 and fewer than six months give #VALUE!.",
    },
    EMPTY_CELLS,
    SUBSIDY_AID,
  ],
  examples: [
    {
      formula: "=ZJTX.SUBSIDY_ELIGIBLE(H2:M2,7162,G2)",
      shows: { zh: "一名骑手在北京是否达到", en: "Whether one rider in Beijing meets the test" },
    },
    {
      formula: '=ZJTX.SUBSIDY_ELIGIBLE(H2:M301,ZJTX.CONTRIBUTION_BASE("北京","2025-12"),G2:G301)',
      shows: { zh: "300名骑手逐个判断", en: "300 riders, one by one" },
    },
  ],
});
