/** What a draft does to a list, as result sheets: counts, lines by weight and a sweep on one, enterprises on the other. */
import { DISCLAIMER } from "../sheet/results/result-notice";
import { statusText } from "../sheet/results/score-tables";
import type { RuleSet, Verdict } from "../policy/rule-set";
import type { Cell } from "../words/grid";
import type { ResultChart, ResultSheet } from "../words/result-sheet";
import type { Language, Text } from "../words/text";
import type { DraftImpact } from "./draft-impact";
import type { GroupKind, ImpactGroup } from "./impact-groups";
import type { LineWeight } from "./line-weights";
import type { LineRow } from "./moved-line";
import type { SweepPoint } from "./sweep";

const VERDICTS: readonly Verdict[] = ["met", "unmet", "unknown"];

const GROUPS: Readonly<Record<GroupKind, Text>> = {
  place: { zh: "按地方", en: "By place" },
  size: { zh: "按规模", en: "By size" },
  industry: { zh: "按行业", en: "By industry" },
};

export interface ImpactTables {
  readonly impact: DraftImpact;
  readonly groups: readonly ImpactGroup[];
  readonly weights: readonly LineWeight[];
  readonly sweep: { readonly line: LineRow; readonly points: readonly SweepPoint[] } | null;
  /** The draft's name: 专精特新“小巨人”企业 2026-04-01 的草案. */
  readonly name: Text;
  readonly asOf: string;
}

/** What a draft is called in its tables, by the first of its rule sets. */
export function draftName(ruleSet: RuleSet | undefined): Text {
  const { name, edition } = ruleSet ?? { name: { zh: "", en: "" }, edition: "" };
  return { zh: `${name.zh} ${edition} 的草案`, en: `draft of ${name.en} ${edition}` };
}

export function draftImpactSheets(tables: ImpactTables, language: Language): readonly ResultSheet[] {
  return [overviewSheet(tables, language), firmsSheet(tables, language)];
}

function overviewSheet({ impact, groups, weights, sweep, name, asOf }: ImpactTables, language: Language): ResultSheet {
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const rows: Cell[][] = [];
  const charts: ResultChart[] = [];
  for (const before of VERDICTS)
    for (const after of VERDICTS)
      rows.push([
        words("企业数", "Enterprises"),
        `${statusText(before)[language]} → ${statusText(after)[language]}`,
        impact.moves[before][after],
        null,
        null,
        "",
      ]);
  if (impact.elsewhere > 0)
    rows.push([
      words("企业数", "Enterprises"),
      words("由本省另有的标准评，不受影响", "judged by their province's own rules, not moved"),
      impact.elsewhere,
      null,
      null,
      "",
    ]);
  for (const [kind, list] of [
    [words("因此新增", "Gained by"), impact.gainingBy],
    [words("因此失去", "Lost by"), impact.losingBy],
  ] as const)
    for (const { text, firms, alone, clause } of list) rows.push([kind, text[language], firms, alone, null, clause]);
  for (const { kind, name: group, gained, lost } of groups)
    rows.push([GROUPS[kind][language], group[language], gained, lost, gained - lost, ""]);
  for (const { line, met, lower, higher } of weights)
    rows.push([
      words("线挪一步", "A line a step off"),
      `${line.name[language]}：${lower === null ? "—" : lower.value}｜${line.value}｜${higher === null ? "—" : higher.value}${line.unit}`,
      lower?.met ?? null,
      met,
      higher?.met ?? null,
      String(line.row.cells.get("clause")?.shown ?? ""),
    ]);
  if (sweep !== null) {
    const first = rows.length;
    for (const { value, met, unmet, unknown } of sweep.points)
      rows.push([words("逐个试", "Sweep"), `${value}${sweep.line.unit}`, met, unknown, unmet, ""]);
    charts.push({
      kind: "line",
      title: words(`${sweep.line.name.zh}：达到的企业数`, `${sweep.line.name.en}: enterprises that meet`),
      categories: 1,
      values: [2],
      rows: [first, rows.length - 1],
    });
  }
  return {
    name: words("评分_草案影响", "评分_Draft impact"),
    titleLines: [
      words(`草案的影响：${name.zh}`, `What the draft does: ${name.en}`),
      words(
        `同一份数据，评分基准日${asOf}，现行版和草案各评一次。这是草案，不是已施行的标准。`,
        `The same data as of ${asOf}, under the edition and under the draft. A draft is no rule in force.`,
      ),
      words(
        "三个数的意思随类别而变：企业数是家数；因此新增、失去是家数和只因这一条的家数；按地方、规模、行业是新增、失去、净增；线挪一步是低一步、不动、高一步时达到的家数；逐个试是达到、待补、未达到的家数。",
        "The three numbers by kind: enterprises; by a condition, and by it alone; by group gained, lost and the balance; a line a step lower, as it is, a step higher: how many meet; sweep: met, not known yet, not met.",
      ),
      DISCLAIMER[language],
    ],
    columns: [
      { heading: words("类别", "Kind"), width: 18 },
      { heading: words("内容", "What"), width: 60, wrap: true },
      { heading: words("数一", "First"), width: 10, format: "#,##0" },
      { heading: words("数二", "Second"), width: 10, format: "#,##0" },
      { heading: words("数三", "Third"), width: 10, format: "#,##0" },
      { heading: words("条款", "Clause"), width: 30, wrap: true },
    ],
    rows,
    asTable: true,
    frozenColumns: 2,
    charts,
  };
}

function firmsSheet({ impact, name }: ImpactTables, language: Language): ResultSheet {
  const words = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const change = ({ before, after }: { readonly before: Verdict; readonly after: Verdict }): string => {
    if (after === "met") return words("✓ 新增", "✓ gains");
    if (before === "met") return words("✗ 失去", "✗ loses");
    return after === "unknown" ? words("? 变为待补", "? becomes open") : words("✗ 变为未达到", "✗ becomes not met");
  };
  return {
    role: "enterprises",
    name: words("评分_草案影响企业", "评分_Draft impact firms"),
    titleLines: [
      words(`草案改变了结果的企业：${name.zh}`, `Enterprises that the draft moves: ${name.en}`),
      DISCLAIMER[language],
    ],
    columns: [
      { heading: words("行号", "Row"), width: 8 },
      { heading: words("企业名称", "Enterprise"), width: 32 },
      { heading: words("变化", "Change"), width: 14, status: true },
      { heading: words("现行版", "The edition"), width: 14, status: true },
      { heading: words("草案", "The draft"), width: 14, status: true },
      { heading: words("起作用的条件", "Conditions that did it"), width: 70, wrap: true },
    ],
    rows: impact.moved.map((firm) => [
      firm.sheetRow,
      firm.name,
      change(firm),
      statusText(firm.before)[language],
      statusText(firm.after)[language],
      firm.conditions.map(({ text }) => text[language]).join(words("；", "; ")),
    ]),
    asTable: true,
    frozenColumns: 2,
    statusWords: [
      { word: "✓", tone: "good" },
      { word: "✗", tone: "bad" },
      { word: "?", tone: "unknown" },
    ],
  };
}
