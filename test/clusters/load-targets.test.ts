import { readSeedFiles } from "../../src/commands/read-seeds";
import { findTarget } from "../../src/clusters/find-target";
import { loadTargets } from "../../src/clusters/load-targets";
import { packTargets, unpackTargets } from "../../src/clusters/pack-targets";
import { actualsOf, indicatorOf, sourceText, targetsOf } from "../../src/clusters/targets";
import { SeedError } from "../../src/policy/seed-file";

const files = readSeedFiles();
const targets = loadTargets(files);

function problemsOf(file: string, from: string | RegExp, to: string): string {
  const path = files.has(file) ? file : `targets/${file}`;
  const good = files.get(path) ?? "";
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  try {
    loadTargets(new Map([...files, [path, bad]]));
    return "no problem found";
  } catch (error) {
    if (error instanceof SeedError) return error.message;
    throw error;
  }
}

const CLUSTERS = "sd-clusters-2023.yaml";
const mistakes: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
  [
    "an indicator nobody knows",
    CLUSTERS,
    "indicator: gazelles",
    "indicator: gazeles",
    /sd-clusters-2023\.yaml:\d+: unknown indicator gazeles\. Did you mean gazelles\?/,
  ],
  [
    "a scope nobody knows",
    CLUSTERS,
    "scope: shandong-clusters, kind: relative",
    "scope: shandong-cluster, kind: relative",
    /unknown scope shandong-cluster\. Did you mean shandong-clusters\?/,
  ],
  [
    "a document nobody knows",
    CLUSTERS,
    "document: sd-clusters-2023",
    "document: sd-clusters-2024",
    /:2: unknown document sd-clusters-2024\. Did you mean sd-clusters-2023\?/,
  ],
  ["a kind that is none", CLUSTERS, "kind: share", "kind: ratio", /`kind`.* is "ratio"/],
  ["a level that is none", CLUSTERS, "level: world", "level: global", /`level`.* is "global"/],
  ["a comparator that is none", CLUSTERS, "comparator: about", "comparator: around", /`comparator`.* is "around"/],
  ["a percentage without its sign", CLUSTERS, "value: 45%", "value: 45", /is 45, its indicator counts in %/],
  [
    "a percentage of a thing that is counted",
    CLUSTERS,
    "value: 800",
    "value: 80%",
    /is 80%, its indicator counts in 家/,
  ],
  ["a share over 100 %", CLUSTERS, "value: 45%", "value: 145%", /is a share of 145%/],
  [
    "a base that is not named",
    CLUSTERS,
    "against: { zh: 全省平均, en: the provincial mean }, ",
    "",
    /relative to a base that is not named/,
  ],
  [
    "a base for what has none",
    CLUSTERS,
    "kind: stock, by: 2025, comparator: reach, value: 3, line: 7, evidence: confirmed, note",
    "kind: stock, against: { zh: 全省, en: all }, by: 2025, comparator: reach, value: 3, line: 7, evidence: confirmed, note",
    /has a base, its kind is stock/,
  ],
  [
    "additions from no year",
    "sd-quality-2021.yaml",
    "from: 2021, by: 2025, comparator: about, value: 1500",
    "by: 2025, comparator: about, value: 1500",
    /sd-2021-specialized counts additions from no year/,
  ],
  [
    "a period the wrong way round",
    "sd-quality-2021.yaml",
    "from: 2021, by: 2025, comparator: about, value: 1500",
    "from: 2026, by: 2025, comparator: about, value: 1500",
    /begins in 2026 and ends in 2025/,
  ],
  [
    "neither a number nor a note",
    CLUSTERS,
    /value: null, line: 7, evidence: confirmed, note: \{[^}]*\}/,
    "value: null, line: 7, evidence: confirmed",
    /has neither a number nor a note/,
  ],
  [
    "a horizon without a word about it",
    "hn-2023.yaml",
    /, by_note: \{[^}]*\} \}/,
    " }",
    /has no year and no note about it/,
  ],
  [
    "a figure without its line",
    CLUSTERS,
    ", line: 7, evidence: confirmed }",
    ", evidence: confirmed }",
    /sd-2023-clusters-national stands nowhere in its document\. Write either its `line` or its `clause`/,
  ],
  [
    "a figure without evidence",
    CLUSTERS,
    ", line: 7, evidence: confirmed }",
    ", line: 7 }",
    /sd-2023-clusters-national has no `evidence`/,
  ],
  ["an unknown key", CLUSTERS, "by: 2025", "until: 2025", /unknown key `until`/],
  ["an id twice", CLUSTERS, "id: sd-2023-gazelles", "id: sd-2023-unicorns", /figure sd-2023-unicorns stands twice/],
  ["a date in another form", "sd-ladder-2025.yaml", 'at: "2025-04"', 'at: "2025.4"', /a date is written/i],
  [
    "a document without a title",
    "documents.yaml",
    "title: 河南省重点产业链行动方案（报道）",
    'title: ""',
    /`title` of hn-2023 is empty/,
  ],
  ["an indicator twice", "indicators.yaml", "id: unicorns", "id: gazelles", /indicator gazelles stands twice/],
  ["a scope twice", "indicators.yaml", "id: jinan", "id: binzhou", /scope binzhou stands twice/],
  [
    "a difference about a figure nobody knows",
    "differences.yaml",
    "sd-2021-champions,",
    "sd-2021-champion,",
    /unknown figure sd-2021-champion\. Did you mean sd-2021-champions\?/,
  ],
  [
    "a difference of one figure",
    "differences.yaml",
    "[sd-2023-rd-gap, sd-2024-cluster-margin]",
    "[sd-2023-rd-gap]",
    /points-1-5 names 1 figures/,
  ],
  ["a limit below nothing", "cq-2023.yaml", "lead: 2\n", "lead: -1\n", /`lead`/],
];

test.each(mistakes)("%s is named with its file, line and fix", (_name, file, from, to, expected) => {
  expect(problemsOf(file, from, to)).toMatch(expected);
});

test("A missing file is named", () => {
  const without = new Map(files);
  without.delete("targets/differences.yaml");
  expect(() => loadTargets(without)).toThrow(/targets\/differences\.yaml:1: the file is missing/);
});

test("Targets come back from their pack as they were", () => {
  expect(unpackTargets(packTargets(targets))).toEqual(targets);
  expect(() => unpackTargets("{}")).toThrow(TypeError);
});

/** Worked out by hand from the documents: id, value, kind, comparator, year, lines. */
const PRINTED: readonly (readonly [string, number | null, string, string, number | null, readonly number[]])[] = [
  ["sd-2021-specialized", 1500, "new", "about", 2025, [42]],
  ["sd-2021-little-giants", 600, "new", "about", 2025, [42]],
  ["sd-2021-champions", 400, "new", "about", 2025, [42]],
  ["sd-2021-chain-leaders", 150, "new", "about", 2025, [42]],
  ["sd-2023-clusters-world", 3, "stock", "reach", 2025, [7]],
  ["sd-2023-clusters-national", 8, "stock", "reach", 2025, [7]],
  ["sd-2023-clusters-provincial", 30, "stock", "reach", 2025, [7]],
  ["sd-2023-clusters-3000", 7, "stock", "reach", 2025, [7]],
  ["sd-2023-high-tech-products", 0.45, "share", "reach", 2025, [11, 19]],
  ["sd-2023-rd-gap", 1.5, "relative", "reach", 2025, [19]],
  ["sd-2023-carriers-provincial", 2000, "stock", "reach", 2025, [23]],
  ["sd-2023-eco-parks", 0.5, "share", "at-least", 2025, [45]],
  ["sd-2023-specialized", 2500, "stock", "reach", 2025, [47, 61]],
  ["sd-2023-gazelles", 800, "stock", "reach", 2025, [61]],
  ["sd-2023-unicorns", 15, "stock", "about", 2025, [61]],
  ["sd-2025-joint", 300, "new", "about", 2025, [43]],
  ["sd-2025-digital", 0.94, "share", "about", 2025, [57]],
  ["sd-2025-specialized-new", 1000, "new", "at-least", 2025, [49]],
  ["sd-2025-added-output", 6000, "new", "about", 2025, [45, 47]],
  ["hn-clusters", 7, "stock", "reach", null, [111, 123]],
  ["cq-lead", 2, "stock", "at-most", 2027, [131, 133]],
  ["cq-lead-exceptions", 3, "stock", "at-most", 2027, [131, 133]],
];

test.each(PRINTED)("%s stands as its document prints it", (id, value, kind, comparator, by, lines) => {
  expect(targetsOf(targets).find((one) => one.id === id)).toMatchObject({ value, kind, comparator, by, lines });
});

test("Published figures stand in the unit of their indicator", () => {
  const valueOf = (id: string): number | null | undefined => actualsOf(targets).find((one) => one.id === id)?.value;
  expect(
    [
      "sd-now-specialized",
      "sd-now-champions",
      "sd-now-clusters-national",
      "sd-now-clusters-provincial",
      "sd-2024-cluster-revenue",
      "sd-2024-high-tech-output",
      "bj-2023-revenue",
      "jx-2023-rd",
      "hn-chains",
    ].map(valueOf),
  ).toEqual([18071, 235, 6, 20, 41000, 0.5332, 22258, 810, 28]);
  // 71 of the documents' figures have a number; the one third of the economy is a word.
  expect(
    actualsOf(targets)
      .filter(({ value }) => value === null)
      .map(({ id }) => id),
  ).toEqual(["sd-2024-industry-share"]);
});

test("The differences between documents are kept, each with a reason in both languages", () => {
  expect(targets.differences).toHaveLength(20);
  expect(targets.differences.filter(({ about }) => about === "targets")).toHaveLength(14);
  expect(targets.differences.every(({ text }) => text.zh.length > 10 && text.en.length > 10)).toBe(true);
});

test("The line of above-scale industry is operating revenue and a formula reaches it", () => {
  const found = findTarget({ indicator: "规上标准", scope: "全国", year: 2023 }, targets);
  expect(found).toMatchObject({ kind: "target", target: { id: "bj-scale-line", value: 2000, comparator: "at-least" } });
  const { name } = indicatorOf(targets, "scale-line");
  expect(name.zh).toContain("年营业收入");
  expect(name.zh).not.toContain("主营业务");
});

describe("Targets in the folder of a province", () => {
  const file = `documents:
  - id: hb-made-up
    title: 虚构文件
    number: ""
    issuer: 虚构
    date: "2026"
    targets:
      - { id: hb-giants, indicator: little-giants, level: national, kind: stock, by: 2027, comparator: reach, value: 900, clause: 第一条, evidence: provisional }
`;
  const load = (text: string) => loadTargets(new Map([...files, ["provinces/hubei/targets.yaml", text]]));

  test("it brings its documents along and is a scope by its name", () => {
    const found = findTarget({ indicator: "小巨人", scope: "湖北省", year: null }, load(file));
    expect(found).toMatchObject({
      kind: "target",
      target: { id: "hb-giants", scope: "hubei", document: "hb-made-up" },
    });
    expect(sourceText(load(file), { document: "hb-made-up", lines: [], clause: "第一条" }).zh).toBe(
      "《虚构文件》，第一条",
    );
  });

  test.each([
    [
      "an indicator nobody knows",
      file.replace("little-giants,", "little-giant,"),
      /hubei\/targets\.yaml:8: unknown indicator/,
    ],
    [
      "a figure in no place of its document",
      file.replace("clause: 第一条, ", ""),
      /hubei\/targets\.yaml:8: hb-giants stands nowhere/,
    ],
    ["a figure told in two ways", file.replace("clause:", "line: 3, clause:"), /stands in two ways/],
    [
      "a document that stands elsewhere",
      file.replace("hb-made-up", "cq-2023"),
      /hubei\/targets\.yaml:2: document cq-2023 stands twice/,
    ],
  ])("%s is named with its line", (_name, text, expected) => {
    expect(() => load(text)).toThrow(expected);
  });

  test("a word that two scopes answer to is refused", () => {
    const path = "targets/indicators.yaml";
    const shared = (files.get(path) ?? "").replace("synonyms: [河南, 河南省]", "synonyms: [河南, 河南省, 安徽]");
    expect(() => loadTargets(new Map([...files, [path, shared]]))).toThrow(
      /scopes henan and anhui are both called 安徽/,
    );
  });
});
