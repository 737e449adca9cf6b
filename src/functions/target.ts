/** TARGET: the figure a document sets for an indicator. */
import { described } from "./described";
import { askedTarget, yearGiven } from "./asked-target";
import {
  isFailure,
  notKnown,
  single,
  type FunctionCode,
  type FunctionParameter,
  type FunctionRecord,
} from "./function-record";

export const INDICATOR: FunctionParameter = {
  name: { zh: "指标", en: "indicator" },
  description: {
    zh: '指标名称或目标编号，如 "国家级先进制造业集群" 或 "sd-2023-clusters-national"',
    en: 'An indicator or a target\'s id, such as "sd-2023-clusters-national"',
  },
  type: "any",
  dimensionality: "scalar",
  optional: false,
};

export const targetCode: FunctionCode = {
  id: "TARGET",
  takes: ["scalar", "scalar", "scalar"],
  unsureZero: "blank",
  compute: ({ targets }, indicator, scope, year) => {
    const by = yearGiven(single(year));
    if (isFailure(by)) return by;
    const target = askedTarget(single(indicator), single(scope), by, targets);
    if (isFailure(target)) return target;
    if (target.value === null)
      return notKnown(
        `文件没有写数${target.note ? `：${target.note.zh}` : ""}。`,
        `The document gives no number${target.note ? `: ${target.note.en}` : ""}.`,
      );
    return [[target.value]];
  },
};

export const target: FunctionRecord = /* @__PURE__ */ described(targetCode, {
  name: "TARGET",
  description: {
    zh: "文件给指标定的目标值，如到2025年国家级先进制造业集群8个",
    en: "The figure a document sets for an indicator, such as 8 national clusters by 2025",
  },
  parameters: [
    INDICATOR,
    {
      name: { zh: "范围", en: "scope" },
      description: {
        zh: '数的是哪一块，如 "山东"、"集群内"；不填不限',
        en: "What it counts within, such as Shandong; any if left out",
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
    {
      name: { zh: "年份", en: "year" },
      description: {
        zh: "到哪一年的目标，如 2025；不填不限",
        en: "The year it is to be reached by, such as 2025; any if left out",
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "只收文件里写明的目标：山东2021年优质企业、2023年“3830”集群、2025年年度目标，河南产业链和集群，重庆区县产业上限，重庆、安徽和福建（暂定）的专精特新目标，全国人工智能与中小企业方案（暂定）。占比得小数（45%得0.45），百分点得点数（1.5），金额用文件里的单位（亿元）。",
      en: "Only targets that a document states: Shandong 2021, 2023 (3830) and 2025, Henan's chains and clusters, Chongqing's limits, the ladder targets of Chongqing, Anhui and Fujian (provisional), the nation's AI plan for SMEs (provisional). Shares are fractions (0.45), percentage points are points (1.5), amounts in the document's unit (亿元).",
    },
    {
      zh: "一个名称有几个目标时，数的往往不是一回事（新增、存量，全省、集群内）。这时得 #VALUE!，提示里列出编号，写编号就不会弄混。",
      en: "Where a name has several targets they count different things (additions or stock, province or clusters). The result is then #VALUE! with the ids; an id leaves no doubt.",
    },
  ],
  examples: [
    {
      formula: '=ZJTX.TARGET("国家级先进制造业集群")',
      shows: { zh: "山东到2025年的目标：8", en: "Shandong's target by 2025: 8" },
    },
    {
      formula: '=ZJTX.TARGET("单项冠军","集群内",2025)',
      shows: { zh: "集群内国家级单项冠军：100", en: "National champions inside clusters: 100" },
    },
  ],
});
