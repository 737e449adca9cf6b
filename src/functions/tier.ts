/** TIER: the highest rung each row meets in substance. */
import { described } from "./described";
import { AS_OF, HEADINGS, PLACE, ROWS } from "./parameters";
import { OpenRows } from "./batch-verdicts";
import { chosenDate } from "./chosen-date";
import { chosenPlace } from "./chosen-place";
import { PlacedScores } from "./placed-scores";
import { hasRungs, noRungs } from "./chosen-tier";
import { isFailure, single, type FunctionCode, type FunctionRecord, type ResultCell } from "./function-record";
import { AID, EMPTY_CELLS, ONE_RESULT_A_ROW, READING, SHARES, UNKNOWN } from "./help-texts";
import { readRows } from "./rows-given";

export const NONE_YET = "尚未达到";

export const tierCode: FunctionCode = {
  id: "TIER",
  takes: ["matrix", "matrix", "scalar", "scalar"],
  unsureZero: "both",
  judges: true,
  compute: (bound, headings, rows, asOf, place) => {
    const day = chosenDate(single(asOf), bound.policy);
    if (isFailure(day)) return day;
    if (!hasRungs(day, bound.policy)) return noRungs(day, bound.policy);
    const where = chosenPlace(single(place), bound.vocabulary);
    if (isFailure(where)) return where;
    const given = readRows(headings, rows, day, bound, { place: where });
    if (isFailure(given)) return given;
    const { reading } = given;
    const placed = reading ? new PlacedScores(reading, day, bound) : null;
    const open = reading ? new OpenRows(reading, day, bound) : null;
    return given.rows.map((row): ResultCell[] => {
      if (row.fact === null) return [row.answer];
      const standing = placed?.standing(row.fact);
      if (standing?.highest) return [standing.highest.name.zh];
      if (!standing?.open) return [NONE_YET];
      return [open?.why(standing.open, row.fact, (outcome) => outcome) ?? ""];
    });
  },
};

export const tier: FunctionRecord = /* @__PURE__ */ described(tierCode, {
  name: "TIER",
  description: {
    zh: "每家企业实质条件已达到的最高层级",
    en: "The highest rung of the ladder each enterprise meets in substance",
  },
  parameters: [HEADINGS, ROWS, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: `只看实质条件：不看是否已持有前一层级的称号，也不看通用条件。一层都没达到得“${NONE_YET}”；一层都没达到、但补上数据可能达到的得 #N/A。结果总是中文名称。`,
      en: `Substance alone: titles held and general conditions are left out. "${NONE_YET}" where no rung is met; #N/A where none is met yet but more data could change that. Results are always the Chinese names.`,
    },
    ONE_RESULT_A_ROW,
    UNKNOWN,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: "=ZJTX.TIER(A1:BE1,A2:BE301)",
      shows: { zh: "300家企业各自的最高层级，一次算完", en: "The highest rung of 300 enterprises in one call" },
    },
    {
      formula: '=ZJTX.TIER(A1:BE1,A2:BE301,"2026-03-31")',
      shows: { zh: "按2026年新办法施行前一天的标准", en: "By the rules of the day before the 2026 measures" },
    },
  ],
});
