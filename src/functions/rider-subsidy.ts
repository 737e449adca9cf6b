/** RIDER_SUBSIDY: the subsidy of each rider of a list, by the scheme of the platform. */
import { cellText, type Cell, isBlank } from "../words/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { RiderSheet, type JudgedRider } from "../riders/rider-sheet";
import { DEFAULT_OPTIONS, type SubsidyOptions } from "../riders/rider";
import { described } from "./described";
import {
  isFailure,
  notKnown,
  single,
  valueFailure,
  type BoundRelease,
  type FunctionCode,
  type FunctionFailure,
  type FunctionRecord,
  type ResultCell,
} from "./function-record";
import { EMPTY_CELLS, SUBSIDY_AID } from "./help-texts";
import { HEADINGS } from "./parameters";
import { readRows } from "./rows-given";

/** TRUE or FALSE as people write them; false where the argument is left out (an empty cell arrives as 0 in some Excels). */
function choice(cell: Cell, name: string): boolean | FunctionFailure {
  if (cell === null || isBlank(cell) || cell === 0 || cell === false) return false;
  if (cell === true || cell === 1) return true;
  const word = cellText(cell).toUpperCase();
  if (word === "TRUE" || word === "是") return true;
  if (word === "FALSE" || word === "否") return false;
  return valueFailure(`“${name}”请填 TRUE 或 FALSE，现在是“${word}”。`, `Write TRUE or FALSE instead of "${word}".`);
}

/** Why a rider's answer is open: the reasons, the columns that could decide, and what in them could not be read. */
class OpenRiders {
  private readonly unreadable: ReadonlyMap<string, string>;

  constructor(
    private readonly reading: SheetReading,
    private readonly bound: BoundRelease,
  ) {
    this.unreadable = new Map(reading.unreadable.map(({ cell, text }) => [cell, text]));
  }

  why({ row, outcome }: JudgedRider): FunctionFailure {
    const fields = outcome.missing.map((id) => {
      const name = this.bound.vocabulary.fields.get(id)?.name ?? { zh: id, en: id };
      const text = this.unreadable.get(this.reading.cellOf(row, id) ?? "");
      return text === undefined
        ? name
        : { zh: `${name.zh}（“${text}”没法用）`, en: `${name.en} ("${text}" cannot be used)` };
    });
    const lacks =
      fields.length === 0
        ? { zh: "", en: "" }
        : {
            zh: `缺：${fields.map(({ zh }) => zh).join("、")}。`,
            en: ` Missing: ${fields.map(({ en }) => en).join(", ")}.`,
          };
    return notKnown(
      `${outcome.reasons.map(({ zh }) => zh).join("；")}。${lacks.zh}`,
      `${outcome.reasons.map(({ en }) => en).join("; ")}.${lacks.en}`,
    );
  }
}

export const riderSubsidyCode: FunctionCode = {
  id: "RIDER_SUBSIDY",
  takes: ["matrix", "matrix", "scalar", "scalar"],
  unsureZero: "both",
  compute: (bound, headings, rows, includeCurrent, atTheTime) => {
    const include = choice(single(includeCurrent), "含当月");
    if (isFailure(include)) return include;
    const then = choice(single(atTheTime), "按当时");
    if (isFailure(then)) return then;
    const given = readRows(headings, rows, bound.policy.checked, bound, { kind: "rider" });
    if (isFailure(given)) return given;
    const { reading } = given;
    const options: SubsidyOptions = { includeCurrent: include, levels: then ? "at-the-time" : DEFAULT_OPTIONS.levels };
    const judged = reading === null ? [] : [...new RiderSheet(reading, bound.subsidies, options).rows()];
    const open = reading === null ? null : new OpenRiders(reading, bound);
    return given.rows.map((row): ResultCell[] => {
      if (row.fact === null) return [row.answer];
      const one = judged[row.fact];
      if (one === undefined || open === null) return [""];
      return [one.outcome.amount ?? open.why(one)];
    });
  },
};

export const riderSubsidy: FunctionRecord = /* @__PURE__ */ described(riderSubsidyCode, {
  name: "RIDER_SUBSIDY",
  description: {
    zh: "名单里每名骑手当月的社保补贴，按平台的方案算，元",
    en: "The social-insurance subsidy of each rider of a list by the platform's scheme, in yuan",
  },
  parameters: [
    HEADINGS,
    {
      name: { zh: "数据", en: "rows" },
      description: {
        zh: "骑手所在的各行，列与表头相同，例如 A2:M301",
        en: "The rows of the riders, the same columns as the headings, such as A2:M301",
      },
      type: "any",
      dimensionality: "matrix",
      optional: false,
    },
    {
      name: { zh: "含当月", en: "include_current" },
      description: {
        zh: "近6个月是否包含当月，TRUE 或 FALSE；不填为不含",
        en: "Whether the six months include the month of payment; they do not if left out",
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
    {
      name: { zh: "按当时", en: "at_the_time" },
      description: {
        zh: "TRUE 金额按缴费当时已公布的基数；不填按最终公布的，含后来补发的",
        en: "TRUE for amounts by the levels known in the month of payment; by those that hold in the end if left out",
      },
      type: "any",
      dimensionality: "scalar",
      optional: true,
    },
  ],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "需要这些列：平台、就业地、参保地、缴费月份、当月收入、前1月收入……前6月收入；淘宝闪购和京东还要骑手类别。列的顺序随意，表头写“本月收入”“近1月收入”“上月收入”也认得。",
      en: "The columns needed: 平台 platform, 就业地 place of work, 参保地 place of insurance, 缴费月份 month of payment, 当月收入 income and 前1月收入 … 前6月收入 of the six months before; Taobao Flash and JD also need 骑手类别 category. Columns may come in any order, and common other headings are known.",
    },
    {
      zh: "收入条件按就业地各月自己的下限比，用缴费当月已公布的数；补贴按参保地当月的下限算，基数公布得晚的含补发的差额（南通2025年5月：当时487.90，补7.30，共495.20）。美团：下限×20%×50%；淘宝闪购：养老和医疗的50%，骑士队长、荣誉骑士100%；京东全职由企业全额承担，没有按人公布的金额，得 #N/A。",
      en: "The income test uses each month's floor at the place of work as it was published by the month of payment, the amount the floor at the place of insurance, with the difference where that was published late (Nantong, May 2025: 487.90 at the time, 7.30 later, 495.20 in all). Meituan: floor × 20% × 50%; Taobao Flash: half of pension and medical, all of both for captains and honour riders; JD bears all of it for full-time riders, no amount a person was published, so it is #N/A.",
    },
    {
      zh: "不该发的得0。平台、地方不认识，月份的基数没有查到，收入缺了或写成文字而结果因此说不准的，得 #N/A，提示写明原因，不会给出金额。空行得空白。",
      en: "0 where nothing is due. An unknown platform or place, a month without a known base, and incomes that are blank or texts and could change the answer give #N/A with the reason, never an amount. Empty rows give blanks.",
    },
    EMPTY_CELLS,
    SUBSIDY_AID,
  ],
  examples: [
    {
      formula: "=ZJTX.RIDER_SUBSIDY(A1:M1,A2:M301)",
      shows: { zh: "300名骑手各自的补贴", en: "The subsidies of 300 riders" },
    },
    {
      formula: "=ZJTX.RIDER_SUBSIDY(A1:M1,A2:M301,TRUE)",
      shows: { zh: "近6个月含当月时的补贴", en: "The same where the six months include this one" },
    },
  ],
});
