/** TIER_TABLE: every rung for every row, with a heading row. */
import { described } from "./described";
import { verdictOf } from "../engine/columns/score-columns";
import { grouped } from "../words/figures";
import { eligibleText, statusText } from "../sheet/results/score-tables";
import { chosenDate } from "./chosen-date";
import { chosenPlace } from "./chosen-place";
import { PlacedScores } from "./placed-scores";
import { editionsOn } from "../policy/editions";
import { hasRungs, noRungs } from "./chosen-tier";
import { isFailure, single, type FunctionCode, type FunctionRecord, type ResultCell } from "./function-record";
import { AID, EMPTY_CELLS, GENERAL, READING, SHARES } from "./help-texts";
import { AS_OF, HEADINGS, PLACE, ROWS } from "./parameters";
import { readRows } from "./rows-given";
import { NONE_YET } from "./tier";

const OPEN = "待补数据，还说不准";

export const tierTableCode: FunctionCode = {
  id: "TIER_TABLE",
  takes: ["matrix", "matrix", "scalar", "scalar"],
  unsureZero: "blank",
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
    const rungTiers = new Set(bound.policy.rungs.flat());
    const editions = (placed?.ladder.editions ?? editionsOn(bound.policy, day, "new")).filter(({ tier }) =>
      rungTiers.has(tier),
    );
    const scored = editions.map(({ forPurpose }) => forPurpose.new.score !== null);
    const heading = ["企业名称", "已达到的最高层级", "下一层级"];
    editions.forEach(({ name }, index) => {
      heading.push(name.zh, `${name.zh} 申报资格`, ...(scored[index] ? [`${name.zh} 得分`] : []));
    });
    const nothing = heading.slice(1).map(() => "");
    const table = given.rows.map((row): ResultCell[] => {
      const { fact } = row;
      if (fact === null || placed === null) return [fact === null ? row.answer : "", ...nothing];
      const standing = placed.standing(fact);
      const cells: ResultCell[] = [
        reading?.names[fact] ?? "",
        standing.highest?.name.zh ?? (standing.open ? OPEN : NONE_YET),
        standing.next?.name.zh ?? "已到顶",
      ];
      editions.forEach(({ tier }, index) => {
        const batch = placed.of(tier, fact)?.scores;
        if (batch === undefined) return;
        cells.push(statusText(verdictOf(batch.status[fact])).zh, eligibleText(verdictOf(batch.eligible[fact])).zh);
        if (!scored[index]) return;
        const [low, high] = [batch.scoreLow[fact] ?? NaN, batch.scoreHigh[fact] ?? NaN];
        cells.push(low === high ? low : `${grouped(low, 2)}–${grouped(high, 2)}`);
      });
      return cells;
    });
    return [heading, ...table];
  },
};

export const tierTable: FunctionRecord = /* @__PURE__ */ described(tierTableCode, {
  name: "TIER_TABLE",
  description: {
    zh: "所有企业对所有层级：最高层级、下一层级、各层级是否达到、能否申报、得分（展开成表，带表头）",
    en: "Every enterprise against every rung: highest, next, met, eligible, points (a spilled table with headings)",
  },
  parameters: [HEADINGS, ROWS, AS_OF, PLACE],
  result: { type: "any", dimensionality: "matrix" },
  help: [
    {
      zh: "第一行是表头，其后每一行对应一行数据，空行留空。“✓ 达到”“✗ 未达到”“? 待补数据”说的是实质条件；申报资格还看已有称号和通用条件。得分有缺数据时写成上下限，如 70–85。",
      en: "A heading row, then one row for each row of data; empty rows stay empty. The marks for met, not met and not known are about substance; eligibility adds titles held and general conditions. Where data are missing, points are given as a range such as 70–85.",
    },
    GENERAL,
    READING,
    SHARES,
    EMPTY_CELLS,
    AID,
  ],
  examples: [
    {
      formula: "=ZJTX.TIER_TABLE(A1:BE1,A2:BE301)",
      shows: { zh: "300家企业的整张评分表", en: "The whole table of 300 enterprises" },
    },
  ],
});
