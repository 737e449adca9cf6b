/** The library's lists as result sheets: an overview, one sheet a list, and what changed since a run that was kept. */
import type { Text, Language } from "../words/text";
import type { Cell } from "../words/grid";
import type { ResultChart, ResultColumn, ResultSheet } from "../words/result-sheet";
import { resultNotice } from "../sheet/results/result-notice";
import { referenceText } from "./cultivation";
import { LIST_NAMES, LISTS, type Firm, type Library, type ListId } from "./library";
import { pathText } from "./plan-paths";
import { rewardsSum } from "./rewards";
import type { Cause, RunChanges } from "./run-changes";

export const LIST_MEANINGS: Readonly<Record<ListId, Text>> = {
  apply: {
    zh: "已达到持有称号之上的层级且具备申报资格，还没有这个称号",
    en: "Meets a rung above the titles held and may apply, without holding it",
  },
  near: {
    zh: "改变一两个数据就能达到下一层级，改法都重新评过分",
    en: "One or two changes from the next rung, each scored again",
  },
  data: { zh: "现有数据里没有不达标的，补上空白才有结论", en: "Nothing fails; blanks decide" },
  due: { zh: "称号已过期，或一年内到期要复核", en: "Titles that have ended or end within a year" },
  seed: {
    zh: "离下一层级还有几处差距，但创新能力、经营管理（质量、负债等）、成长性方面没有不达标、也没有空白。文件只说科技创新能力强、产品质量优、财务状况健康，没有写数；方面是本工具的归类",
    en: "Still away from the next rung, with nothing failing or blank of innovation, management and growth. The documents ask for strong innovation, good products and sound finances without figures; the grouping is this tool's",
  },
  risk: { zh: "持有称号，按复核标准已有不达标的条件", en: "Holds a title whose review it would fail" },
};

const CAUSES: Readonly<Record<Cause, Text>> = {
  rules: { zh: "标准换版", en: "rules" },
  data: { zh: "数据或日期变化", en: "data or day" },
  both: { zh: "标准和数据都有变化", en: "rules and data" },
  new: { zh: "新增企业", en: "new in the sheet" },
  gone: { zh: "表中已没有", en: "gone from the sheet" },
};

/** All sheets of the library; the sheet of changes only where there are some to show. */
export function librarySheets(
  library: Library,
  language: Language,
  tierName: (tier: string) => Text,
  changes: RunChanges | null = null,
): ResultSheet[] {
  const tables = new LibraryTables(library, language, tierName);
  const lists = [
    tables.overview(changes),
    tables.apply(),
    tables.near(),
    tables.data(),
    tables.due(),
    tables.risk(),
    tables.seed(),
  ];
  return changes ? [...lists, tables.changes(changes)] : lists;
}

class LibraryTables {
  constructor(
    private readonly library: Library,
    private readonly language: Language,
    private readonly tierName: (tier: string) => Text,
  ) {}

  private say(text: Text): string {
    return text[this.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
  }

  private join(texts: readonly Text[], zh = "；", en = "; "): string {
    return texts.map((text) => this.say(text)).join(this.words(zh, en));
  }

  private firm({ sheetRow, name, creditCode }: Firm): Cell[] {
    return [sheetRow, name, creditCode];
  }

  private sheet(
    list: Text,
    lines: readonly string[],
    columns: readonly ResultColumn[],
    rows: readonly Cell[][],
    charts: readonly ResultChart[] = [],
  ): ResultSheet {
    return {
      name: `评分_${this.say(list)}`,
      titleLines: [this.say(list), ...lines, this.say(resultNotice(this.library.draft))],
      columns,
      rows,
      asTable: true,
      frozenColumns: 2,
      statusWords: TONES,
      charts,
    };
  }

  private listSheet(list: ListId, columns: readonly ResultColumn[], rows: readonly Cell[][]): ResultSheet {
    const count = this.words(
      `评分基准日${this.library.asOf}，${rows.length}条`,
      `As of ${this.library.asOf}, ${rows.length} entries`,
    );
    const firm: ResultColumn[] = [
      { heading: this.words("行号", "Row"), width: 6 },
      { heading: this.words("企业名称", "Enterprise"), width: 30 },
      { heading: this.words("统一社会信用代码", "Credit code"), width: 21 },
    ];
    const meaning = `${this.say(LIST_MEANINGS[list])}。${count}`;
    return { ...this.sheet(LIST_NAMES[list], [meaning], [...firm, ...columns], rows), role: "enterprises" };
  }

  overview(changes: RunChanges | null): ResultSheet {
    const { library } = this;
    const rows: Cell[][] = LISTS.map((list) => [
      this.words("名单", "List"),
      this.say(LIST_NAMES[list]),
      new Set(library[list].map(({ row }) => row)).size,
      this.say(LIST_MEANINGS[list]),
    ]);
    for (const list of ["apply", "near"] as const)
      if (library[list].length > 0)
        rows.push([
          this.words("奖补合计", "Rewards in all"),
          this.say(LIST_NAMES[list]),
          new Set(library[list].map(({ row }) => row)).size,
          this.say(rewardsSum(library[list])),
        ]);
    for (const { tierName, day, holders, note, ...reference } of library.deadlines)
      rows.push([
        this.words("年度信息更新", "Yearly update"),
        this.words(`${tierName.zh}：${day}前`, `${tierName.en}: by ${day}`),
        holders,
        `${this.say(referenceText(reference))}${note ? this.words(`（${note.zh}）`, ` (${note.en})`) : ""}`,
      ]);
    for (const { name, from, to } of changes?.editions ?? [])
      rows.push([
        this.words("标准换版", "Rules changed"),
        this.say(name),
        null,
        `${from ?? this.words("无", "none")} → ${to ?? this.words("无", "none")}`,
      ]);
    return this.sheet(
      { zh: "培育库总览", en: "Library overview" },
      [
        this.words(
          `${library.rows}家企业，评分基准日${library.asOf}。应报尽报、临门一脚、待补数据、种子企业互不重复；到期复核、风险另计。`,
          `${library.rows} enterprises as of ${library.asOf}. The first three lists and the seed firms exclude each other; reviews and risks are counted apart.`,
        ),
      ],
      [
        { heading: this.words("类别", "Kind"), width: 16 },
        { heading: this.words("名称", "Name"), width: 34 },
        { heading: this.words("企业数", "Enterprises"), width: 10, format: "#,##0" },
        { heading: this.words("说明", "Meaning"), width: 70, wrap: true },
      ],
      rows,
      [
        {
          kind: "bar",
          title: this.words("培育库各名单企业数", "Enterprises on each list"),
          categories: 1,
          values: [2],
          rows: [0, LISTS.length - 1],
        },
      ],
    );
  }

  apply(): ResultSheet {
    return this.listSheet(
      "apply",
      [
        { heading: this.words("可申报", "May apply for"), width: 26 },
        { heading: this.words("称号核对", "Title"), width: 30, wrap: true, status: true },
      ],
      this.library.apply.map((entry) => [
        ...this.firm(entry),
        this.say(entry.tierName),
        entry.certain
          ? this.words("✓ 未持有", "✓ not held")
          : this.words("? 称号栏空着，请先核对是否已持有", "? the title's cell is blank: make sure it isn't held"),
      ]),
    );
  }

  near(): ResultSheet {
    return this.listSheet(
      "near",
      [
        { heading: this.words("目标层级", "Rung aimed at"), width: 26 },
        { heading: this.words("改变项数", "Changes"), width: 10 },
        { heading: this.words("最小改变", "Smallest change"), width: 60, wrap: true },
        { heading: this.words("幅度", "By"), width: 30, wrap: true },
        { heading: this.words("说明", "Note"), width: 20 },
      ],
      this.library.near.map((entry) => {
        const { path } = entry;
        const by = path.steps.filter(({ follows }) => !follows).map((step) => step.by);
        return [
          ...this.firm(entry),
          this.say(entry.tierName),
          path.changes,
          this.say(pathText(path)),
          this.join(by.filter((text) => text.zh !== "")),
          path.slow ? this.words("含不能速成的改变", "takes time") : "",
        ];
      }),
    );
  }

  data(): ResultSheet {
    return this.listSheet(
      "data",
      [
        { heading: this.words("层级", "Rung"), width: 26 },
        { heading: this.words("进展", "So far"), width: 26, wrap: true },
        { heading: this.words("待补栏数", "Blanks"), width: 10 },
        { heading: this.words("待补栏目", "Cells wanted"), width: 60, wrap: true },
      ],
      this.library.data.map((entry) => [
        ...this.firm(entry),
        this.say(entry.tierName),
        entry.substanceMet
          ? this.words("实质条件已达到，差资格数据", "substance met, eligibility open")
          : this.words("没有不达标的项", "nothing fails"),
        entry.missing.length,
        this.join(
          entry.missing.map(({ name }) => name),
          "、",
          ", ",
        ),
      ]),
    );
  }

  due(): ResultSheet {
    return this.listSheet(
      "due",
      [
        { heading: this.words("称号", "Title"), width: 26 },
        { heading: this.words("有效期至", "Valid until"), width: 12 },
        { heading: this.words("剩余天数", "Days left"), width: 10, format: "#,##0" },
        { heading: this.words("状态", "State"), width: 34, status: true, wrap: true },
      ],
      this.library.due.map((entry) => [
        ...this.firm(entry),
        this.say(entry.tierName),
        entry.until,
        entry.daysLeft,
        entry.doubtful
          ? this.words("? 有效期比规定的长，请核对日期", "? longer than the title can be valid: check the date")
          : entry.standing === "expired"
            ? this.words("✗ 已过期", "✗ ended")
            : this.words("? 到期前复核", "? review before it ends"),
      ]),
    );
  }

  risk(): ResultSheet {
    return this.listSheet(
      "risk",
      [
        { heading: this.words("持有称号", "Title held"), width: 26 },
        { heading: this.words("有效期至", "Valid until"), width: 12 },
        { heading: this.words("复核标准", "Review by"), width: 12 },
        { heading: this.words("不达标的条件", "Conditions not met"), width: 70, wrap: true },
      ],
      this.library.risk.map((entry) => [
        ...this.firm(entry),
        this.say(entry.tierName),
        entry.until ?? "",
        entry.edition,
        this.join(entry.unmet.map(({ text }) => text)),
      ]),
    );
  }

  seed(): ResultSheet {
    return this.listSheet(
      "seed",
      [
        { heading: this.words("下一层级", "Next rung"), width: 26 },
        { heading: this.words("差距", "Gaps"), width: 10 },
        { heading: this.words("还差的条件", "Conditions still to meet"), width: 70, wrap: true },
      ],
      this.library.seed.map((entry) => [
        ...this.firm(entry),
        this.say(entry.tierName),
        entry.unmet.length,
        this.join(entry.unmet.map(({ text }) => text)),
      ]),
    );
  }

  changes({ before, after, firms, unchanged }: RunChanges): ResultSheet {
    const lists = (ids: readonly ListId[]): string =>
      this.join(
        ids.map((id) => LIST_NAMES[id]),
        "、",
        ", ",
      );
    const rung = (tier: string | null): string => (tier === null ? "" : this.say(this.tierName(tier)));
    const sheet = this.sheet(
      { zh: "入库出库", en: "Came and went" },
      [
        this.words(
          `${before} 与 ${after} 两次比较，${firms.length}家有变化，${unchanged}家没有变化。`,
          `${before} against ${after}: ${firms.length} changed, ${unchanged} did not.`,
        ),
      ],
      [
        { heading: this.words("行号", "Row"), width: 6 },
        { heading: this.words("企业名称", "Enterprise"), width: 30 },
        { heading: this.words("入库", "Entered"), width: 20, wrap: true },
        { heading: this.words("出库", "Left"), width: 20, wrap: true },
        { heading: this.words("原最高层级", "Highest rung before"), width: 22 },
        { heading: this.words("现最高层级", "Highest rung now"), width: 22 },
        { heading: this.words("原因类别", "Cause"), width: 20 },
        { heading: this.words("原因", "Why"), width: 70, wrap: true },
      ],
      firms.map((firm) => [
        firm.sheetRow,
        firm.name,
        lists(firm.entered),
        lists(firm.left),
        rung(firm.highestBefore),
        rung(firm.highestAfter),
        this.say(CAUSES[firm.cause]),
        this.join(firm.reasons),
      ]),
    );
    return { ...sheet, role: "enterprises" };
  }
}

const TONES = [
  { word: "✓", tone: "good" },
  { word: "✗", tone: "bad" },
  { word: "?", tone: "unknown" },
] as const;
