/** TARGET_PROGRESS: how far an actual has come towards its target, or why the two may not be compared. */
import { joined, comparable, completion, measured } from "../clusters/progress";
import { publishedElsewhere } from "../clusters/published-elsewhere";
import { inUnit } from "../clusters/indicator-units";
import { actualsOf, indicatorOf, type Actual, type Target, type Targets } from "../clusters/targets";
import type { Text } from "../words/text";
import type { Cell } from "../words/grid";
import { described } from "./described";
import { askedTarget } from "./asked-target";
import { chosenDate } from "./chosen-date";
import {
  isFailure,
  notKnown,
  single,
  valueFailure,
  type FunctionCode,
  type FunctionFailure,
  type FunctionRecord,
  type Matrix,
} from "./function-record";
import { answerCell, textOf } from "./figures-given";
import { INDICATOR } from "./target";

function refusedFor(reasons: readonly Text[]): FunctionFailure {
  const { zh, en } = joined(reasons);
  return valueFailure(`这个数不能和这个目标比：${zh}。`, `This figure may not be set against this target: ${en}.`);
}

/** A number in the indicator's unit; null for a blank. An empty cell arrives as null: a typed 0 is a 0. */
function figureGiven(matrix: Matrix, target: Target, targets: Targets): number | null | FunctionFailure {
  const cell: Cell = single(matrix);
  if (cell === null) return null;
  if (typeof cell === "object" || typeof cell === "boolean")
    return valueFailure(
      "实际值和基期值要是数字或带单位的数，如 6、45%、4.1万亿元。",
      "The actual and the base are numbers, with a unit or without: 6, 45%, 4.1万亿元.",
    );
  const read = inUnit(String(cell), "", indicatorOf(targets, target.indicator));
  if ("zh" in read) return { code: "#VALUE!", message: { zh: `${read.zh}。`, en: `${read.en}.` } };
  return Number.isNaN(read.value) ? null : read.value;
}

/** A published figure named by its id instead of a number. */
function publishedNamed(cell: Cell, targets: Targets): Actual | undefined {
  const id = textOf(cell);
  return actualsOf(targets).find((one) => one.id === id);
}

export const targetProgressCode: FunctionCode = {
  id: "TARGET_PROGRESS",
  takes: ["scalar", "matrix", "matrix", "scalar"],
  unsureZero: "both",
  compute: ({ targets, policy }, indicator, actual, base, asOf) => {
    const target = askedTarget(single(indicator), null, null, targets);
    if (isFailure(target)) return target;
    const day = chosenDate(single(asOf), policy);
    if (isFailure(day)) return day;
    const named = publishedNamed(single(actual), targets);
    if (named) {
      const may = comparable(target, measured(named), targets);
      if (may.kind === "refused") return refusedFor(may.reasons);
    }
    const figure = named ? named.value : figureGiven(actual, target, targets);
    if (isFailure(figure)) return figure;
    if (figure === null)
      return notKnown(
        "还算不出来，缺：实际值。空白不当作0，请补上。",
        "Not known yet. Missing: the actual. A blank is not 0; fill it in.",
      );
    const elsewhere = named ? null : publishedElsewhere(figure, target, targets);
    if (elsewhere) return refusedFor(elsewhere);
    const from = figureGiven(base, target, targets);
    if (isFailure(from)) return from;
    return [[answerCell(completion(target, figure, from))]];
  },
};

export const targetProgress: FunctionRecord = /* @__PURE__ */ described(targetProgressCode, {
  name: "TARGET_PROGRESS",
  description: {
    zh: "完成率：实际值÷目标，有基期值时（实际值－基期值）÷（目标－基期值）",
    en: "Completion: actual over target; with a base, (actual - base) over (target - base)",
  },
  parameters: [
    INDICATOR,
    {
      name: { zh: "实际值", en: "actual" },
      description: {
        zh: "实际完成的数，可以带单位，如 6、45%、4.1万亿元；也可以写公布数的编号",
        en: "The figure reached, with a unit or without, such as 6 or 45%; or the id of a published figure",
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: { zh: "基期值", en: "base" },
      description: {
        zh: "存量目标的起点数；不填直接用实际值÷目标",
        en: "Where a stock started from; without it, actual over target",
      },
      type: "any",
      dimensionality: "matrix",
      optional: true,
    },
    {
      name: { zh: "基准日", en: "as_of" },
      description: {
        zh: '按哪一天看，如 "2025-12-31"；完成率本身不随日期变',
        en: 'The day of judgement, such as "2025-12-31"; completion itself does not depend on it',
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "得小数，0.75就是75%，可以设成百分比格式。超过1表示超额完成。上限类目标（不超过几个）没有完成率。",
      en: "The result is a fraction: 0.75 is 75 %. Above 1 means more than reached. Limits (at most so many) have no completion.",
    },
    {
      zh: "新增和存量、全省和集群内、国家级和省级的数不能互相比。实际值正好是另一口径的公布数（如专精特新全部有效数18071）时，得 #VALUE!，提示写明原因。",
      en: "Additions and stock, province and clusters, national and provincial are never set against each other. Where the actual is the published figure of something else (18,071 specialised SMEs in all), the result is #VALUE! with the reason.",
    },
    {
      zh: "实际值空白得 #N/A，不当作0。名称有几个目标时得 #VALUE!，提示里列出编号。",
      en: "A blank actual gives #N/A, never 0. A name with several targets gives #VALUE! with their ids.",
    },
  ],
  examples: [
    { formula: '=ZJTX.TARGET_PROGRESS("国家级先进制造业集群",6)', shows: { zh: "6÷8，得0.75", en: "6 of 8: 0.75" } },
    {
      formula: '=ZJTX.TARGET_PROGRESS("sd-2023-specialized",18071)',
      shows: { zh: "口径不同，不能比，得 #VALUE!", en: "Not comparable: #VALUE!" },
    },
  ],
});
