import { runChanges, type FirmChange, type RunChanges } from "../../src/cultivation/run-changes";
import { packRun, readRun, snapshotOf, type RunSnapshot } from "../../src/cultivation/run-snapshot";
import { contextOf, cultivated, gridOf, ALL_ROUND, sampleGrid, type Row } from "./made-up-sheet";

/** The last day of the editions of 2022, and a day under those of 2026. */
const BEFORE = "2026-03-31";
const AFTER = "2026-11-21";

function snapshotOn(day: string, rows: readonly Row[]): RunSnapshot {
  return snapshotOf(cultivated(contextOf(gridOf(rows), day)).library);
}

function changed(before: readonly Row[], after: readonly Row[], from = AFTER): RunChanges {
  const context = contextOf(gridOf(after), AFTER);
  return runChanges(snapshotOn(from, before), cultivated(context).library, context);
}

const HOLDER: Row = {
  ...ALL_ROUND,
  name: "甲厂",
  title_innovative_until: "2028-06-30",
  title_specialized_until: "2028-06-30",
  title_little_giant_until: "否",
};

describe("A run that is kept", () => {
  test("comes back from its text as it was, enterprise by enterprise", async () => {
    const run = snapshotOf(cultivated(contextOf(await sampleGrid())).library);
    expect(run.firms).toHaveLength(300);
    expect(
      run.firms.some(({ lists, unmet, titles }) => lists.length > 1 && unmet.length > 0 && titles.length > 0),
    ).toBe(true);
    expect(readRun(packRun(run))).toEqual(run);
  });

  test("knows an enterprise by its code, else by its name, and keeps the first of two alike", () => {
    const run = snapshotOn(AFTER, [
      { ...HOLDER, name: "甲厂", credit_code: "91370100XN0000012P" },
      { ...HOLDER, name: " 乙厂 " },
      { ...HOLDER, name: "乙厂", main_share: 0.1 },
      { ...HOLDER, name: "" },
    ]);
    expect(run.firms.map(({ key, lists }) => [key, lists])).toEqual([
      ["91370100XN0000012P", ["apply"]],
      ["乙厂", ["apply"]],
    ]);
  });

  const texts: readonly (readonly [string, string, string])[] = [
    ["a text that is cut off", '{"format":"zjtx-library-run","version":1', "已损坏"],
    ["a record with a part missing", '{"format":"zjtx-library-run","version":1,"asOf":"2026-11-21"}', "已损坏"],
    ["some other file", '{"rows":[]}', "这不是培育库记录"],
    ["a record of a version to come", '{"format":"zjtx-library-run","version":9}', "请先升级"],
    ["a record of a version long gone", '{"format":"zjtx-library-run","version":0}', "旧版本保存的"],
  ];
  for (const [name, text, words] of texts)
    test(`${name} is refused with what to do`, () => {
      const read = readRun(text);
      expect("kind" in read ? read.message.zh : "accepted").toContain(words);
    });
});

describe("入库 and 出库", () => {
  const one = (changes: RunChanges): FirmChange | undefined => changes.firms[0];
  const zh = (change: FirmChange | undefined): readonly string[] => change?.reasons.map((reason) => reason.zh) ?? [];

  test("nothing is said of an enterprise that stays where it was", () => {
    const changes = changed([HOLDER], [HOLDER]);
    expect(changes).toMatchObject({ firms: [], unchanged: 1, editions: [] });
  });

  test("better data bring an enterprise from one list to another, and the gap closed is named", () => {
    const change = one(changed([{ ...HOLDER, main_share: 0.88 }], [{ ...HOLDER, main_share: 0.92 }]));
    expect(change).toMatchObject({ entered: ["apply"], left: ["near"], cause: "data", highestAfter: "little-giant" });
    const back = one(
      changed([{ ...HOLDER, debt_ratio: 0.9 }], [{ ...HOLDER, debt_ratio: 0.9, main_share: 0.5, rd_expense: 90 }]),
    );
    expect(
      zh(back).some((reason) => reason.startsWith("新的差距：") && reason.includes("上年度主营业务收入占营业收入")),
    ).toBe(true);
  });

  test("a title won takes an enterprise off the list, and says so", () => {
    const change = one(changed([HOLDER], [{ ...HOLDER, title_little_giant_until: "2029-06-30" }]));
    expect(change).toMatchObject({ left: ["apply"], cause: "data" });
    expect(zh(change)).toContain("新持有称号：专精特新“小巨人”企业");
  });

  test("a title that comes due is a matter of the day, also where the rules changed in between", () => {
    const row = { name: "老厂", title_specialized_until: "2027-06-30" };
    const change = one(changed([row], [row], BEFORE));
    expect(change).toMatchObject({ entered: ["due"], cause: "data" });
    expect(zh(change)).toEqual(["有称号在一年内到期或已经过期"]);
  });

  test("newcomers and those gone are told apart from those that changed", () => {
    const { firms } = changed([HOLDER, { ...HOLDER, name: "旧厂" }], [HOLDER, { ...HOLDER, name: "新厂" }]);
    expect(firms.map(({ name, cause, entered, left, sheetRow }) => [name, cause, entered, left, sheetRow])).toEqual([
      ["新厂", "new", ["apply"], [], 3],
      ["旧厂", "gone", [], ["apply"], null],
    ]);
  });

  describe("where the rules changed", () => {
    // Two years in the niche and 5000 of revenue do for 2022's specialised SMEs; 2026 asks for three.
    const YOUNG: Row = { ...HOLDER, niche_years: 2, title_specialized_until: "否", title_little_giant_until: "否" };

    test("the editions are named, and rules alone are the cause where the data are the same", () => {
      const changes = changed([YOUNG], [YOUNG], BEFORE);
      expect(changes.editions.map(({ tier, from, to }) => [tier, from, to])).toContainEqual([
        "specialized",
        "2022-08-01",
        "2026-04-01",
      ]);
      const change = one(changes);
      expect(change).toMatchObject({ cause: "rules", highestBefore: "specialized", highestAfter: "innovative" });
      expect(zh(change)).toContain("标准换版：专精特新中小企业 2022-08-01 → 2026-04-01");
    });

    test("data are named too where they would have changed the old verdict as well", () => {
      const change = one(changed([YOUNG], [{ ...YOUNG, rd_expense: 10 }], BEFORE));
      expect(change).toMatchObject({ highestBefore: "specialized", highestAfter: "innovative", cause: "both" });
    });

    test("data alone are the cause where old and new rules judge today's data alike", () => {
      const before: Row = { ...YOUNG, niche_years: 5, rd_expense: 90 };
      const change = one(changed([before], [{ ...YOUNG, niche_years: 1 }], BEFORE));
      expect(change).toMatchObject({ cause: "data", left: ["near"], highestAfter: "innovative" });
    });
  });
});
