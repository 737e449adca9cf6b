import { valueOf, whyNot } from "../../src/clusters/answer";
import { figureDay } from "../../src/clusters/figure-day";
import { refusalOf, type IndicatorRow } from "../../src/clusters/indicator-sheet";
import type { Cell } from "../../src/words/grid";
import { bookOf, grid, knowledge, runOf } from "./book";

const INDICATORS = ["指标", "范围", "口径", "实际值", "单位", "截至", "基期值", "基期年"];

function rowsOf(...rows: readonly (readonly Cell[])[]): readonly IndicatorRow[] {
  return runOf([grid("指标", [INDICATORS, ...rows])]).board?.rows ?? [];
}

function rowOf(...cells: readonly Cell[]): IndicatorRow {
  const [row] = rowsOf(cells);
  if (!row) throw new Error("no row was read");
  return row;
}

describe("A sheet of indicators", () => {
  test("6 of 8 and 20 of 30 come out, 18,071 of 2,500 is refused with the reason", () => {
    const [six, twenty, stock] = rowsOf(
      ["国家级先进制造业集群", "山东", "存量", 6, "个", "2025-04"],
      ["省级先进制造业集群", "山东", "存量", 20, "个", "2025-04"],
      ["省级以上专精特新企业", "山东", "存量", 18071, "家", "2025-04"],
    );
    expect(six?.progress.map(({ completion }) => valueOf(completion))).toEqual([0.75]);
    expect(twenty?.progress.map(({ completion }) => valueOf(completion))).toEqual([0.666666666666667]);
    expect(stock?.progress.map(({ standing, completion }) => [standing, valueOf(completion)])).toEqual([
      ["refused", null],
    ]);
    expect(stock && refusalOf(stock).zh).toContain("18071÷2500 不是完成率");
  });

  test.each([
    [
      "41000 亿元 beside a unit column",
      ["省级先进制造业集群", "山东", "存量", "20个", null, "2025"],
      0.666666666666667,
    ],
    ["a percentage in the cell", ["高新技术产品占比", "集群内", "占比", "36%", null, "2025"], 0.8],
    ["a fraction under the unit %", ["高新技术产品占比", "集群内", "占比", 0.36, "%", "2025"], 0.8],
    ["36 under the unit %", ["高新技术产品占比", "集群内", "占比", 36, "%", "2025"], 0.8],
    ["a stock from its base", ["高新技术企业", "集群内", "存量", 4350, "家", "2025", 3600, 2023], 0.535714285714286],
  ])("%s", (_name, cells, expected) => {
    expect(rowOf(...cells).progress.map(({ completion }) => valueOf(completion))).toEqual([expected]);
  });

  test.each([
    ["no kind given, and several exist", ["省级以上专精特新", "集群文件", null, 900, "家", "2025"], "缺口径"],
    ["another unit altogether", ["高新技术企业", "集群内", "存量", "45%", null, "2025"], "换算不了"],
    ["a share above 1 without a unit", ["高新技术产品占比", "集群内", "占比", 36, null, "2025"], "看不出是不是百分数"],
    ["an indicator nobody knows", ["幸福指数", "山东", "存量", 3, "个", "2025"], "没有“幸福指数”这个指标"],
    ["a negative figure", ["高新技术企业", "集群内", "存量", -3, "家", "2025"], "负数"],
    [
      "a figure of another document's indicator",
      ["集群营收利润率", "集群内", "相对", 1.5, "百分点", "2024"],
      "不是一回事",
    ],
    ["a base year without its figure", ["高新技术企业", "集群内", "存量", 4350, "家", "2025", null, 2023], "缺基期值"],
    ["no figure", ["高新技术企业", "集群内", "存量", null, "家", "2025"], "缺实际值"],
  ])("%s is said in the row", (_name, cells, words) => {
    const row = rowOf(...cells);
    expect(refusalOf(row).zh).toContain(words);
    expect(row.progress.every(({ completion }) => valueOf(completion) === null)).toBe(true);
  });

  describe("A number that equals a published one borrows nothing from it", () => {
    test("A row without a scope is asked, as its neighbour with another number is", () => {
      const [six, seven] = rowsOf(
        ["国家级先进制造业集群", null, "存量", 6, "个", "2025-04"],
        ["国家级先进制造业集群", null, "存量", 7, "个", "2025-04"],
      );
      expect([six, seven].map((row) => row?.progress.map(({ standing }) => standing))).toEqual([["open"], ["open"]]);
      expect([six, seven].map((row) => row?.published)).toEqual([null, null]);
      expect(six?.assumptions.map(({ zh }) => zh).join()).toMatch(
        /没有写范围；山东全省2025-0[34]公布的国家级先进制造业集群也是这个数/,
      );
      expect(seven?.progress.map(({ remark }) => remark.zh).join()).toContain("缺范围");
    });

    test("A city's clusters of another month are not the province's: neither scope nor day is taken", () => {
      const row = rowOf("国家级先进制造业集群", "德州市", "存量", 6, "个", "2025-10");
      expect(row.published).toBeNull();
      expect(row.progress.map(({ standing, remark }) => [standing, remark.zh])).toEqual([
        ["refused", "范围不同：目标是山东全省，这个数是德州市"],
      ]);
      expect(rowOf("国家级先进制造业集群", "山东", "存量", 6, "个", "2025-10").published).toBeNull();
    });

    test("A row that says all is known for the published figure", () => {
      expect(rowOf("国家级单项冠军", "山东", "存量", 235, "家", "2025-04").published?.id).toBe("sd-now-champions");
    });

    test("A telling number of another scope is refused with the reason, without ids", () => {
      const row = rowOf("省级以上专精特新企业", null, null, 18071, "家", "2025-04");
      expect(row.progress.map(({ standing }) => standing)).toEqual(["refused"]);
      expect(refusalOf(row).zh).toContain("18071÷2500 不是完成率");
      expect(JSON.stringify([refusalOf(row), row.assumptions])).not.toMatch(/sd-|shandong/);
    });

    test("An indicator of one level needs none, and that is said", () => {
      const run = runOf([grid("指标", [INDICATORS, ["小巨人", "重庆市", "存量", 286, "家", "2025"]])], {
        documents: ["cq-specialized-2022"],
      });
      const [row] = run.board?.rows ?? [];
      expect(row?.progress.map(({ completion }) => valueOf(completion))).toEqual([0.953333333333333]);
      expect(row?.assumptions.map(({ zh }) => zh)).toEqual(["没有写级别；这个指标只有一个级别，按它看"]);
    });

    test("A level that is not said is asked for, never taken for none", () => {
      const row = rowOf("单项冠军", "集群内", "存量", 90, "家", "2025");
      expect(row.progress.map(({ standing, remark }) => [standing, remark.zh])).toEqual([
        ["open", "缺级别，说不准能不能和这个目标比"],
      ]);
    });
  });

  test.each([
    ["a level", ["瞪羚企业", "集群文件", "存量", 812, "家", "2025", null, null, "市级"], "级别“市级”认不出来"],
    ["a kind", ["瞪羚企业", "集群文件", "净增", 812, "家", "2025"], "口径“净增”认不出来"],
    ["a province without its name", ["国家级先进制造业集群", "全省", "存量", 6, "个", "2025"], "“全省”没有写是哪里"],
    ["a time", ["瞪羚企业", "集群文件", "存量", 812, "家", "去年"], "时间“去年”看不出是哪一天"],
  ])("%s nobody knows does not pass for none", (_name, cells, words) => {
    const run = runOf([grid("指标", [[...INDICATORS, "级别"], cells])]);
    const [row] = run.board?.rows ?? [];
    expect(row?.progress).toEqual([]);
    expect(row?.trouble?.zh).toContain(words);
  });

  test.each(["截止时间", "截止日期", "截至日期", "统计时间", "数据截止时间", "时点"])("%s heads the day", (heading) => {
    const rows = [
      ["指标", "范围", "口径", "实际值", heading],
      ["国家级先进制造业集群", "山东", "存量", 6, "2025年10月"],
    ];
    const run = runOf([grid("指标", rows)], { asOf: "2026-11-21" });
    expect(run.board?.rows[0]?.progress[0]?.remark.zh).toContain("这个数是2025-10-31的");
  });

  test.each([
    ["2025", "2025-12-31"],
    ["2025年10月底", "2025-10-31"],
    ["截至2025年10月", "2025-10-31"],
    ["20251015", "2025-10-15"],
    ["202510", "2025-10-31"],
    ["45945", "2025-10-15"],
    ["2025年1—10月", "2025-10-31"],
    ["2025年第三季度", "2025-09-30"],
    ["2025Q1", "2025-03-31"],
    ["2025年上半年", "2025-06-30"],
    ["二〇二五年四月", "2025-04-30"],
    ["2025年末", "2025-12-31"],
    ["2025-02-30", null],
    ["上月", null],
    ["", ""],
  ])("The time %j is %j", (written, day) => {
    expect(figureDay(written)).toBe(day);
  });

  test("Money is brought into the indicator's unit and that is said", () => {
    const run = runOf(
      [grid("指标", [INDICATORS, ["新增产值", "山东", "新增", "30000000万元", null, "2025", null, 2025]])],
      { documents: ["sd-industry-2025"] },
    );
    const [row] = run.board?.rows ?? [];
    expect(row?.assumptions.map(({ zh }) => zh).join()).toContain("换算成亿元");
    expect(row?.progress.map(({ actual }) => actual)).toEqual([3000, 3000]);
  });

  test("The board names targets without an actual and never takes them as 0", () => {
    const run = runOf([grid("指标", [INDICATORS, ["国家级先进制造业集群", "山东", "存量", 6, "个", "2025-04"]])]);
    const [board, needs] = run.sheets;
    expect(board?.notes?.[0]).toContain("表里没有写实际值的目标（23个");
    expect(needs?.rows).toHaveLength(1);
    expect(needs?.rows[0]?.slice(0, 4)).toEqual(["国家级先进制造业集群", "6个", "8个", "2个"]);
  });
});

const CLUSTERS = [
  "集群名称",
  "2025年集群产值（亿元）",
  "中小企业产值（亿元）",
  "主导产业产值",
  "2025年集群营业收入（亿元）",
  "2024年集群营业收入（亿元）",
  "占全省比重",
  "本地采购额（亿元）",
  "采购总额（万元）",
];

describe("A sheet of clusters", () => {
  const sheet = (...rows: readonly (readonly Cell[])[]) => {
    const { clusters } = runOf([grid("集群", [CLUSTERS, ...rows])]);
    if (!clusters) throw new Error("no clusters were read");
    return clusters;
  };

  test("Units of headings are kept apart: 亿元 beside 万元, and none is taken as 亿元", () => {
    const [one] = sheet(["甲集群", 100, 80, 90, 95, 90, 0.1, 3, 60_000]).clusters;
    expect(one && [one.smeShare, one.leadShare, one.localSupply].map(valueOf)).toEqual([0.8, 0.9, 0.5]);
    expect(one && valueOf(one.revenue)).toBe(950_000);
  });

  test("A negative output can't be read, and what needs it is unknown", () => {
    const clusters = sheet(["甲集群", -100, 80, 90, 95, 90, 0.1, 3, 60_000]);
    expect(clusters.reading.unreadable).toHaveLength(1);
    const [one] = clusters.clusters;
    expect(one && whyNot(one.smeShare).zh).toBe("缺集群产值");
  });

  test("Shares that add up to more than the whole are said, and so are two spellings and a name twice", () => {
    const clusters = sheet(
      ["新能源汽车集群", 100, 80, 90, 95, 90, 0.6, 3, 60_000],
      ["新能源汽车产业集群", 100, 80, 90, 95, 90, 0.5, 3, 60_000],
      ["新能源汽车集群", 100, 80, 90, 95, 90, null, 3, 60_000],
    );
    expect(clusters.warnings.map(({ zh }) => zh).join("\n")).toContain("110%，超过100%");
    expect(clusters.warnings.map(({ zh }) => zh).join("\n")).toContain("“新能源汽车集群”有2行");
    expect(clusters.suggestions).toHaveLength(1);
    expect(clusters.clusters).toHaveLength(3);
  });

  test("Shares of exactly the whole are fine", () => {
    expect(sheet(["甲", 1, 1, 1, 1, 1, 0.7, 1, 2], ["乙", 1, 1, 1, 1, 1, 0.3, 1, 2]).warnings).toEqual([]);
  });

  test("Ties share a place, and the years to catch up follow present growth", () => {
    const ranking = sheet(
      ["甲集群", 1, 1, 1, 100, 90.9090909090909, null, 1, 2],
      ["乙集群", 1, 1, 1, 50, 41.3223140495868, null, 1, 2],
      ["丙集群", 1, 1, 1, 100, 100, null, 1, 2],
      ["丁集群", 1, 1, 1, null, 100, null, 1, 2],
    ).ranking("revenue");
    expect(ranking.map(({ cluster, place, rival }) => [cluster.name, place, rival])).toEqual([
      ["甲集群", 1, null],
      ["丙集群", 1, null],
      ["乙集群", 3, "丙集群"],
      ["丁集群", null, null],
    ]);
    // 丙 does not grow: ln 2 / ln 1.21.
    expect(valueOf(ranking[2]?.years ?? { kind: "refused", reason: { zh: "", en: "" } })).toBeCloseTo(
      Math.log(2) / Math.log(1.21),
      9,
    );
  });

  test("The classes that have rows of clusters judge them; the one of districts does not", () => {
    const [one] = sheet(["甲集群", 100, 60, 90, 95, 90, 0.1, 3, 60_000]).clusters;
    expect(one?.verdicts.map(({ edition, outcome }) => [edition.tier, outcome.status])).toEqual([
      ["cluster-feature", "unmet"],
      ["cluster-feature-yunnan", "unknown"],
      ["cluster-digital-shandong", "unknown"],
    ]);
  });
});

describe("Districts by industries", () => {
  const map = (...rows: readonly (readonly Cell[])[]) => {
    const { districts } = runOf([grid("区县", [["区县", "产业", "产业类别"], ...rows])]);
    if (!districts) throw new Error("no districts were read");
    return districts;
  };
  const role = (district: string, kinds: string): (readonly Cell[])[] =>
    Array.from(kinds).map((kind, at): readonly Cell[] => [
      district,
      `产业${at}`,
      kind === "主" ? "主导产业" : kind === "特" ? "特色产业" : null,
    ]);

  test.each([
    ["渝北区", "主主特特特特", "met"],
    ["渝北区", "主主主", "unmet"],
    ["渝北区", "特特特特特", "unmet"],
    ["两江新区", "主主主特", "met"],
    ["重庆高新区", "主主主", "met"],
    ["西部科学城重庆高新区", "主主主主", "unmet"],
    ["渝北区", "主?", "met"],
    ["渝北区", "主主?", "unknown"],
  ])("%s with %s: %s", (district, kinds, verdict) => {
    expect(map(...role(district, kinds)).districts.map((one) => one.verdict)).toEqual([verdict]);
  });

  test("The grid has a column an industry, and rows that lack a name are left out and said", () => {
    const found = map(
      ["甲区", "汽车", "主导"],
      ["乙区", "汽车", "特色"],
      ["乙区", "医药", "主导"],
      [null, "医药", "主导"],
      ["丙区", null, "主导"],
    );
    expect(found.industries).toEqual(["汽车", "医药"]);
    expect(found.districts.map(({ district, lead, special }) => [district, lead, special])).toEqual([
      ["甲区", 1, 0],
      ["乙区", 1, 1],
    ]);
    expect(found.incomplete).toEqual([5, 6]);
  });
});

describe("Chain leaders", () => {
  const FIRMS = ["企业名称", "所属产业链", "产业链环节", "是否链主企业", "2025年营业收入（万元）", "小巨人有效期至"];
  const chains = (headings: readonly Cell[], ...rows: readonly (readonly Cell[])[]) =>
    runOf([grid("企业", [headings, ...rows])]).chains;

  test("Candidates are those of the link that do not lead, titled first, then by revenue", () => {
    const table = chains(
      FIRMS,
      ["甲", "装备", "整机", "是", 900, null],
      ["乙", "装备", "铸造", "否", 100, null],
      ["丙", "装备", "铸造", "否", 50, "2027-12-31"],
      ["丁", "装备", "铸造", "否", 300, null],
      ["戊", "", "铸造", "否", 300, null],
    );
    expect(
      table?.links.map(({ link, leaders, candidates }) => [
        link,
        leaders.map(({ name }) => name),
        candidates.map(({ name }) => name),
      ]),
    ).toEqual([["铸造", ["甲"], ["丙", "丁", "乙"]]]);
    expect(table?.unassigned).toBe(1);
  });

  test("A chain without a leader, a blank mark and missing columns are said", () => {
    const table = chains(FIRMS, ["甲", "装备", "整机", null, 900, null]);
    expect(table?.links[0]?.remark.zh).toContain("没有标出链主（1家没有填）");
    expect(table?.links[0]?.remark.zh).toContain("没有持有称号的企业");
    const bare = chains(["企业名称", "所属产业链", "2025年营业收入（万元）"], ["甲", "装备", 900]);
    expect(bare?.missing.map(({ zh }) => zh)).toEqual(["链主企业", "产业链环节"]);
  });
});

describe("Which sheet is what", () => {
  test("Each kind is known by its headings", () => {
    const { readings } = bookOf(
      grid("一", [INDICATORS, ["国家级先进制造业集群", "山东", "存量", 6, "个", "2025"]]),
      grid("二", [CLUSTERS, ["甲集群", 1, 1, 1, 1, 1, 0.1, 1, 2]]),
      grid("三", [
        ["企业名称", "所属产业集群", "营业收入（万元）"],
        ["甲公司", "甲集群", 3],
      ]),
      grid("四", [
        ["区县", "产业", "产业类别"],
        ["甲区", "汽车", "主导"],
      ]),
    );
    expect(Object.entries(readings).map(([kind, { sheet }]) => [kind, sheet])).toEqual([
      ["indicator", "一"],
      ["cluster", "二"],
      ["enterprise", "三"],
      ["district", "四"],
    ]);
  });

  test("A sheet of none of them is said to be none", () => {
    const { readings, failure } = bookOf(
      grid("杂", [
        ["颜色", "形状"],
        ["红", "圆"],
      ]),
    );
    expect(readings).toEqual({});
    expect(failure?.message.zh).toContain("杂");
  });

  test("Clusters of several years and enterprises of several places are read together", () => {
    const year = (name: string, output: number): ReturnType<typeof grid> =>
      grid(name, [
        ["集群名称", "集群产值（亿元）"],
        ["甲集群", output],
        ["乙集群", output + 1],
      ]);
    const place = (name: string, firm: string): ReturnType<typeof grid> =>
      grid(name, [
        ["企业名称", "所属产业集群", "营业收入（万元）"],
        [firm, "甲集群", 3],
      ]);
    const { readings } = bookOf(year("2024年", 3), place("东区", "甲公司"), year("2025年", 4), place("西区", "乙公司"));
    const clusters = readings.cluster;
    expect(clusters?.names.length).toBe(2);
    expect([...(clusters?.facts.column("cluster_output") ?? [])]).toEqual([40_000, 50_000]);
    expect([...(clusters?.facts.column("cluster_output[t-1]") ?? [])]).toEqual([30_000, 40_000]);
    expect(readings.enterprise?.names).toEqual(["甲公司", "乙公司"]);
  });

  test("Of two sheets of indicators the one with more columns is read, the other is named", () => {
    const { readings } = bookOf(
      grid("少", [
        ["指标", "实际值"],
        ["国家级先进制造业集群", 6],
      ]),
      grid("多", [INDICATORS, ["国家级先进制造业集群", "山东", "存量", 6, "个", "2025"]]),
    );
    expect(readings.indicator?.sheet).toBe("多");
    expect(readings.indicator?.leftOut.map(({ sheet }) => sheet)).toEqual(["少"]);
  });

  test("A sheet that only lacks the column naming its rows is told which", () => {
    const { failure } = bookOf(
      grid("县域", [
        ["县区", "主导产业", "规上工业总产值（亿元）"],
        ["甲区", "装备制造", 350],
      ]),
    );
    expect(failure?.message.zh).toContain("最像集群表，但没有“集群名称”一列");
  });

  test("Clusters do not disturb the reading of enterprises", () => {
    expect([...knowledge.vocabulary.fields.values()].filter(({ of }) => of === "cluster").length).toBeGreaterThan(30);
  });
});
