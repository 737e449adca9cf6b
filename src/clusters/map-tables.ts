/** 产业地图 and 链主 as result sheets. */
import type { Text, Language } from "../words/text";
import { evidenceText } from "../engine/rows/explain";
import type { Cell } from "../words/grid";
import type { ResultSheet } from "../words/result-sheet";
import { titleName, type ChainFirm, type ChainTable } from "./chain-leaders";
import { ROLE_TEXTS, type DistrictMap, type IndustryRole } from "./district-map";
import { sourceText, type Targets } from "./targets";

const LIMIT_TEXTS: Readonly<Record<"met" | "unmet" | "unknown", Text>> = {
  met: { zh: "✓ 没有超", en: "✓ within" },
  unmet: { zh: "✗ 超过上限", en: "✗ above the limit" },
  unknown: { zh: "? 待补数据", en: "? not known yet" },
};

const WORDS = [
  { word: "✓", tone: "good" },
  { word: "✗", tone: "bad" },
  { word: "?", tone: "unknown" },
] as const;

function roleText(role: IndustryRole | undefined): Text {
  return role === undefined ? { zh: "", en: "" } : ROLE_TEXTS[role ?? "unknown"];
}

/** Districts by industries, violations of the limits first in view. */
export function districtTable(map: DistrictMap, targets: Targets, language: Language): ResultSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const { limits } = map;
  const over = map.districts.filter(({ verdict }) => verdict === "unmet").length;
  const source = sourceText(targets, limits);
  return {
    name: say("评分_产业地图", "评分_industry map"),
    titleLines: [
      say("产业地图：区县×产业", "Industry map: districts by industries"),
      say(
        `${map.districts.length}个区县，${map.industries.length}个产业，超过上限${over}个。主导产业不超过${limits.lead}个、特色产业不超过${limits.special}个；${limits.exceptions.map((one) => `${one.districts.join("、")}主导不超过${one.lead}个`).join("；")}。`,
        `${map.districts.length} districts, ${map.industries.length} industries, ${over} above a limit. At most ${limits.lead} lead and ${limits.special} feature industries; ${limits.exceptions.map((one) => `${one.districts.join(", ")}: ${one.lead} lead`).join("; ")}.`,
      ),
      say(
        `依据：${source.zh}（${evidenceText(limits).zh}），引导性文件。`,
        `Source: ${source.en} (${evidenceText(limits).en}), a guiding document.`,
      ),
    ],
    columns: [
      { heading: say("区县", "District"), width: 20 },
      { heading: say("判断", "Verdict"), width: 14, status: true },
      { heading: say("主导产业数", "Lead"), width: 11 },
      { heading: say("特色产业数", "Feature"), width: 11 },
      { heading: say("说明", "Remark"), width: 40, wrap: true },
      ...map.industries.map((heading) => ({ heading, width: Math.max(8, heading.length * 2 + 2) })),
    ],
    rows: map.districts.map((one): Cell[] => [
      one.district,
      LIMIT_TEXTS[one.verdict][language],
      one.lead,
      one.special,
      one.remark[language],
      ...map.industries.map((industry) => roleText(one.roles.get(industry))[language]),
    ]),
    asTable: true,
    frozenColumns: 2,
    statusWords: WORDS,
    notes:
      map.incomplete.length === 0
        ? []
        : [
            say(
              `第${map.incomplete.slice(0, 10).join("、")}行缺区县或产业，没有算进来。`,
              `Rows ${map.incomplete.slice(0, 10).join(", ")} lack a district or an industry and are left out.`,
            ),
          ],
    charts: [
      {
        kind: "column",
        title: say("各区县主导、特色产业数", "Industries of districts"),
        categories: 0,
        values: [2, 3],
      },
    ],
  };
}

function firmText({ name, title, revenue }: ChainFirm, language: Language): string {
  const held = titleName(title)[language];
  const amount = Number.isNaN(revenue)
    ? ""
    : `${Number((revenue / 10_000).toPrecision(4))}${language === "zh" ? "亿元" : " x 100 m yuan"}`;
  const inside = [held, amount].filter((text) => text !== "").join(language === "zh" ? "，" : ", ");
  return inside === "" ? name : language === "zh" ? `${name}（${inside}）` : `${name} (${inside})`;
}

/** Chains, their links, leaders and the firms that could fill the links. */
export function chainSheet(table: ChainTable, language: Language): ResultSheet {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const join = say("、", ", ");
  return {
    name: say("评分_链主", "评分_chain leaders"),
    titleLines: [
      say("链主与产业链环节", "Chain leaders and links"),
      say(
        "候选企业是同一条链、同一环节里不是链主的企业，先看称号，再看营业收入；只用表里有的栏目。",
        "Candidates are firms of the link that do not lead, by title, then by revenue; only columns of the sheet are used.",
      ),
    ],
    columns: [
      { heading: say("产业链", "Chain"), width: 24 },
      { heading: say("环节", "Link"), width: 20 },
      { heading: say("链主", "Leaders"), width: 40, wrap: true },
      { heading: say("企业数", "Firms"), width: 10 },
      { heading: say("可以补链的企业", "Firms that could fill it"), width: 70, wrap: true },
      { heading: say("说明", "Remark"), width: 36, wrap: true },
    ],
    rows: table.links.map((link): Cell[] => [
      link.chain,
      link.link === "" ? say("（没有写环节）", "(link not given)") : link.link,
      link.leaders.map((firm) => firmText(firm, language)).join(join),
      link.firms,
      link.candidates.map((firm) => firmText(firm, language)).join(join),
      link.remark[language],
    ]),
    asTable: true,
    frozenColumns: 2,
    notes: [
      ...(table.missing.length > 0
        ? [
            say(
              `表里没有这些栏目，有了能看得更细：${table.missing.map(({ zh }) => zh).join("、")}。`,
              `The sheet lacks columns that would say more: ${table.missing.map(({ en }) => en).join(", ")}.`,
            ),
          ]
        : []),
      ...(table.unassigned > 0
        ? [say(`${table.unassigned}家没有写产业链。`, `${table.unassigned} firms name no chain.`)]
        : []),
    ],
  };
}
