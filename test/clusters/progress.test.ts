import { readSeedFiles } from "../../src/commands/read-seeds";
import { valueOf, whyNot } from "../../src/clusters/answer";
import { loadTargets } from "../../src/clusters/load-targets";
import {
  comparable,
  completion,
  elapsedShare,
  growthNeeded,
  measured,
  paceNeeded,
  progress,
  yearsLeft,
  type Progress,
} from "../../src/clusters/progress";
import { actualsOf, targetsOf, type Actual, type Target } from "../../src/clusters/targets";

const targets = loadTargets(readSeedFiles());

function targetOf(id: string): Target {
  const found = targetsOf(targets).find((one) => one.id === id);
  if (!found) throw new Error(`no target ${id}`);
  return found;
}

function actualOf(id: string): Actual {
  const found = actualsOf(targets).find((one) => one.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

function reasonsOf(target: string, actual: string): string {
  const may = comparable(targetOf(target), measured(actualOf(actual)), targets);
  return may.kind === "refused" ? may.reasons.map(({ zh }) => zh).join("\n") : may.kind;
}

describe("Only figures that count the same are compared", () => {
  test.each([
    ["sd-2023-clusters-national", "sd-now-clusters-national"],
    ["sd-2023-clusters-provincial", "sd-now-clusters-provincial"],
    ["sd-2025-digital", "sd-2024-digital"],
  ])("%s with %s", (target, actual) => {
    expect(reasonsOf(target, actual)).toBe("comparable");
  });

  test.each([
    ["sd-2023-specialized", "sd-now-specialized", ["范围不同", "认定标准不同", "18071÷2500 不是完成率"]],
    ["sd-2021-specialized", "sd-now-specialized", ["口径不同：目标是新增，这个数是存量"]],
    ["sd-2025-specialized-new", "sd-now-specialized", ["口径不同"]],
    ["sd-2021-champions", "sd-now-champions", ["级别不同：目标是不分级别，这个数是国家级", "口径不同"]],
    ["sd-2023-champions-national", "sd-now-champions", ["范围不同：目标是山东先进制造业集群内，这个数是山东全省"]],
    ["sd-2023-champions-provincial", "sd-now-champions", ["级别不同：目标是省级，这个数是国家级"]],
    ["sd-2021-little-giants", "sd-now-little-giants", ["口径不同", "600家是2021—2025年新培育数"]],
    ["sd-2023-high-tech-products", "sd-2024-high-tech-output", ["指标不同", "是两个指标"]],
    ["sd-2023-rd-gap", "sd-2024-cluster-margin", ["指标不同", "数一样，不是一回事"]],
    ["sd-2023-leading", "sd-now-champions", ["指标不同"]],
    ["sd-2023-clusters-national", "sd-now-clusters-provincial", ["级别不同：目标是国家级，这个数是省级"]],
  ])("%s with %s is refused with the reason", (target, actual, words) => {
    for (const word of words) expect(reasonsOf(target, actual)).toContain(word);
  });

  test("Additions from another year are refused, and without a first year it is not known", () => {
    const own = { ...measured(actualOf("jx-2023-certified")), scope: "shandong", level: "provincial-up" as const };
    const from = (year: number | null) => comparable(targetOf("sd-2021-specialized"), { ...own, from: year }, targets);
    expect(from(2021)).toEqual({ kind: "comparable" });
    expect(from(2023)).toMatchObject({ kind: "refused" });
    expect(from(null)).toMatchObject({ kind: "open", missing: [{ zh: "起算年" }] });
  });

  test("What the sheet does not say leaves it open, never allowed", () => {
    const own = measured(actualOf("sd-now-clusters-national"));
    expect(
      comparable(targetOf("sd-2023-clusters-national"), { ...own, kind: null, scope: null }, targets),
    ).toMatchObject({
      kind: "open",
      missing: [{ zh: "口径" }, { zh: "范围" }],
    });
  });
});

describe("Completion", () => {
  test.each([
    ["6 of 8", "sd-2023-clusters-national", 6, null, 0.75],
    ["20 of 30", "sd-2023-clusters-provincial", 20, null, 0.666666666666667],
    ["a stock from its base", "sd-2023-high-tech-firms", 4350, 3600, 0.535714285714286],
    ["a share", "sd-2023-high-tech-products", 0.36, null, 0.8],
    ["more than the target", "sd-2023-gazelles", 812, null, 1.015],
    ["nothing yet", "sd-2023-clusters-world", 0, null, 0],
  ])("%s", (_name, id, actual, base, expected) => {
    expect(completion(targetOf(id), actual, base)).toEqual({ kind: "known", value: expected });
  });

  test.each([
    ["a blank is not known", "sd-2023-clusters-national", NaN, null, "缺实际值"],
    ["a blank base is not known", "sd-2023-clusters-national", 6, NaN, "缺基期值"],
    ["a base of additions", "sd-2021-specialized", 900, 100, "新增目标本来就从0算起"],
    ["a base at the target", "sd-2023-clusters-national", 8, 8, "基期值等于目标"],
    ["a negative figure", "sd-2023-clusters-national", -1, null, "负数"],
    ["a share over 100 %", "sd-2023-high-tech-products", 45, null, "占比超过100%"],
    ["a limit", "cq-lead", 2, null, "上限"],
    ["a target without a number", "sd-2023-clusters-1000", 5, null, "原文没有写数"],
  ])("%s has none", (_name, id, actual, base, why) => {
    const answer = completion(targetOf(id), actual, base);
    expect(valueOf(answer)).toBeNull();
    expect(whyNot(answer).zh).toContain(why);
  });
});

describe("Time", () => {
  test.each([
    [2023, 2025, "2022-12-31", 0],
    [2023, 2025, "2023-12-31", 0.333333333333333],
    [2023, 2025, "2025-12-31", 1],
    [2023, 2025, "2026-11-21", 1],
    [2025, 2025, "2025-07-02", 0.501369863013699],
    [2024, 2024, "2024-07-01", 0.5],
  ])("From %d to %d, on %s: %d has passed", (from, by, asOf, expected) => {
    const share = valueOf(elapsedShare(from, by, asOf)) ?? NaN;
    expect(Number(share.toPrecision(12))).toBe(Number(expected.toPrecision(12)));
  });

  test("A period that ends before it begins is refused", () => {
    expect(elapsedShare(2026, 2025, "2025-01-01").kind).toBe("refused");
  });

  test("The pace and the growth that are left to go, none once it is reached, refused once the year is past", () => {
    expect(yearsLeft(2025, "2024-12-31")).toBe(1);
    expect(paceNeeded(8, 6, 2)).toEqual({ kind: "known", value: 1 });
    expect(growthNeeded(121, 100, 2)).toEqual({ kind: "known", value: 0.1 });
    expect(paceNeeded(8, 9, 0)).toEqual({ kind: "known", value: 0 });
    expect(whyNot(paceNeeded(8, 6, 0)).zh).toBe("目标年已过");
    expect(whyNot(growthNeeded(8, 0, 2)).zh).toContain("不是正数");
    expect(paceNeeded(8, NaN, 2).kind).toBe("unknown");
  });
});

describe("The standing of a figure", () => {
  const stand = (id: string, actual: number, on: string | null, asOf: string): Progress =>
    progress(targetOf(id), actual, { ...measured(actualOf("sd-now-clusters-national")), on }, targets, {
      asOf,
      base: null,
      from: null,
    });
  const id = "sd-2023-clusters-national";

  test.each([
    ["reached", 8, "2025-04-30", "2025-06-30", "reached"],
    ["three quarters done when 78 % of the time had passed", 6, "2025-04-30", "2025-06-30", "behind"],
    ["seven of eight at the same time", 7, "2025-04-30", "2025-06-30", "on-track"],
    ["the year is over and the figure is of its end", 6, "2025-12-31", "2026-06-30", "past"],
    ["the year is over and the figure is older than its end", 6, "2025-04-30", "2026-06-30", "due"],
    ["the year is over and nobody says when the figure was taken", 6, null, "2026-06-30", "past"],
    ["a blank", NaN, "2025-04-30", "2025-06-30", "open"],
  ])("%s", (_name, actual, on, asOf, standing) => {
    expect(stand(id, actual, on, asOf).standing).toBe(standing);
  });

  test("A limit is kept or exceeded", () => {
    const own = {
      ...measured(actualOf("sd-now-clusters-national")),
      indicator: "lead-industries",
      level: null,
      scope: "chongqing-district",
    };
    const of = (actual: number): string =>
      progress(targetOf("cq-lead"), actual, own, targets, { asOf: "2025-01-01", base: null, from: null }).standing;
    expect([of(2), of(3)]).toEqual(["reached", "exceeded"]);
  });

  test("Completion less elapsed share, from the year of the document where nothing else says so", () => {
    const one = stand(id, 6, "2025-04-30", "2026-11-21");
    // 2025-04-30 is day 120 of 365: (2 + 120/365) / 3.
    expect(valueOf(one.elapsed)).toBeCloseTo((2 + 120 / 365) / 3, 12);
    expect(valueOf(one.ahead)).toBeCloseTo(0.75 - (2 + 120 / 365) / 3, 12);
  });
});
