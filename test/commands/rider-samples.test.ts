import { loadKnowledge } from "../../src/commands/read-seeds";
import { readWorkbook } from "../../src/commands/read-workbook";
import { cellText } from "../../src/words/grid";
import { readSheet } from "../../src/sheet/reading/read-sheet";
import { RiderSheet, type JudgedRider } from "../../src/riders/rider-sheet";
import type { REASONS } from "../../src/riders/subsidy-reasons";

const { vocabulary, subsidies, policy } = loadKnowledge();

async function judged(sheet: string): Promise<readonly JudgedRider[]> {
  const { grids } = await readWorkbook("seeds/samples/骑手示例.xlsx", sheet);
  const [grid] = grids;
  if (!grid) throw new Error(`the sample has no ${sheet}`);
  const reading = readSheet(grid, vocabulary, { asOf: policy.checked, of: "rider" });
  if (reading.kind === "failure") throw new Error(reading.message.en);
  return [...new RiderSheet(reading, subsidies).rows()];
}

/** How each reason shows itself; a reason that is added has to be added here, and then to the sample. */
const SHOWN: Readonly<Record<keyof typeof REASONS, RegExp>> = {
  noPlatform: /没有填平台/,
  unknownPlatform: /平台“.+”不在已知的方案里/,
  noMonth: /没有填缴费月份/,
  categories: /只面向全职骑手/,
  notRolledOut: /还没有在就业地实行/,
  rolloutOpen: /只在部分地方实行/,
  noWorkPlace: /^没有填就业地$/,
  unclearWorkPlace: /就业地“.+”可以是好几个地方/,
  noFloor: /缴费基数下限没有查到(?:（.+）)?$/,
  currentShort: /当月收入.*低于就业地下限/,
  currentOpen: /当月收入是否达到就业地下限还不知道/,
  monthsShort: /只有\d个月达到下限/,
  monthsOpen: /已知\d个月达到下限/,
};
const AMOUNTS = [
  /由企业全额承担/,
  /没有填参保地/,
  /参保地“.+”不是认得的地名/,
  /缴费基数下限没有查到(?:（.+）)?，金额算不出/,
  /医疗保险缴费额没有查到/,
  /补贴比例定不下来/,
  /没有填骑手类别$/,
];

test.each(["骑手名单", "情形对照"])("Every way a subsidy can come out is in %s of the sample", async (sheet) => {
  const riders = await judged(sheet);
  const reasons = riders.flatMap(({ outcome }) => outcome.reasons.map(({ zh }) => zh));
  for (const pattern of [...Object.values(SHOWN), ...AMOUNTS])
    expect([pattern, reasons.some((reason) => pattern.test(reason))]).toEqual([pattern, true]);
  expect(new Set(riders.map(({ outcome }) => outcome.status))).toEqual(new Set(["met", "unmet", "unknown"]));
  expect(new Set(riders.map(({ outcome }) => outcome.scheme?.id))).toEqual(
    new Set(["meituan", "taobao", "jd", undefined]),
  );
  expect(riders.some(({ retestDiffers }) => retestDiffers)).toBe(true);
  expect(riders.filter(({ backPayment }) => backPayment !== null && backPayment !== 0)).toHaveLength(1);
  for (const amount of [443.3, 495.2, 441.6, 1008.66, 2017.32])
    expect([amount, riders.some(({ outcome }) => outcome.amount === amount)]).toEqual([amount, true]);
});

test("No rider of the sample is anybody: every number begins with XN", async () => {
  const { grids } = await readWorkbook("seeds/samples/骑手示例.xlsx", "骑手名单");
  const ids = (grids[0]?.rows ?? []).slice(1).map((row) => cellText(row[0]));
  expect(ids.length).toBeGreaterThan(150);
  expect(ids.every((id) => /^XN-\d{4}$/.test(id))).toBe(true);
});
