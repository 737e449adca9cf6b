/** An edition written down: as a table to be filtered, or as pages to be printed on A4. */
import { clauseText } from "../words/clause";
import { documentText } from "../words/citation";
import type { Purpose, RuleSet } from "../policy/rule-set";
import type { PageRole, PageRow, PageSheet } from "../sheet/results/page-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { Language, Text } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { evidenceText } from "../engine/rows/explain";
import { editionLines, type EditionLine, type EditionLineKind } from "./edition-lines";

export const LINE_KINDS: Readonly<Record<EditionLineKind, Text>> = {
  document: { zh: "文件", en: "document" },
  note: { zh: "说明", en: "note" },
  condition: { zh: "条件", en: "condition" },
  prerequisite: { zh: "先要有的称号", en: "title to be held" },
  judgement: { zh: "由人判断", en: "judged by a person" },
  group: { zh: "一组条件", en: "group" },
  route: { zh: "直通条件", en: "direct route" },
  score: { zh: "合格线", en: "pass mark" },
  "score-group": { zh: "评分分组", en: "score group" },
  item: { zh: "得分项", en: "scored item" },
  general: { zh: "通用条件", en: "general condition" },
  term: { zh: "名词", en: "term" },
  "not-covered": { zh: "没有覆盖", en: "not covered" },
};

/** Headings of the printed pages, by the kinds below each. */
const SECTIONS: readonly {
  readonly heading: Text;
  readonly kinds: readonly EditionLineKind[];
  readonly table: boolean;
}[] = [
  {
    heading: { zh: "条件", en: "Conditions" },
    kinds: ["condition", "prerequisite", "judgement", "group"],
    table: true,
  },
  { heading: { zh: "评分", en: "Score" }, kinds: ["score", "score-group", "item"], table: true },
  {
    heading: { zh: "直通条件（符合一条，不看得分）", en: "Direct routes (one holds in place of the score)" },
    kinds: ["route"],
    table: true,
  },
  { heading: { zh: "通用条件", en: "General conditions" }, kinds: ["general"], table: true },
  { heading: { zh: "名词", en: "Terms" }, kinds: ["term"], table: false },
  { heading: { zh: "没有覆盖的", en: "Not covered" }, kinds: ["not-covered"], table: false },
];

const NOTICE: Text = {
  zh: "取自公开的转载和解读，没有打开过官方原件；使用前请和官方文件核对。认定以主管部门的决定为准。",
  en: "Taken from public copies and explanations; no official original was opened. Compare with the official document before use. The authority's decision stands.",
};

/** What an edition is written for. */
export interface EditionWriting {
  readonly edition: RuleSet;
  readonly purpose: Purpose;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
}

class Writer {
  readonly lines: readonly EditionLine[];
  private readonly edition: RuleSet;
  private readonly purpose: Purpose;
  private readonly language: Language;

  constructor({ edition, purpose, vocabulary, language }: EditionWriting) {
    this.edition = edition;
    this.purpose = purpose;
    this.language = language;
    this.lines = editionLines(edition, purpose, vocabulary);
  }

  say = (text: Text): string => text[this.language];
  words = (zh: string, en: string): string => this.say({ zh, en });

  /** A tab holds 31 characters: the edition goes before the name, which may be cut. */
  name(what: Text): string {
    const { name, tier, edition } = this.edition;
    return `评分_${this.say(what)}_${edition}_${this.words(name.zh, tier)}`;
  }

  title(): string {
    const { name, edition } = this.edition;
    const purpose = this.purpose === "review" ? this.words("复核", "review") : this.words("新申报", "new application");
    return this.words(`${name.zh}，${edition} 版（${purpose}）`, `${name.en}, edition ${edition} (${purpose})`);
  }

  heads(): readonly string[] {
    const { document, inForce, reviewInForce, published, lastChecked } = this.edition;
    const { from, until } = this.purpose === "review" ? reviewInForce : inForce;
    const span =
      until === null
        ? this.words(`${from} 起`, `from ${from}`)
        : this.words(`${from} 至 ${until}`, `${from} to ${until}`);
    return [
      this.words(
        `文件：${this.say(documentText(document))}，${document.issuer.zh}`,
        `Document: ${this.say(documentText(document))}, ${document.issuer.en}`,
      ),
      this.words(
        `施行 ${span}；公布 ${published}；最后核对 ${lastChecked}`,
        `In force ${span}; published ${published}; last checked ${lastChecked}`,
      ),
    ];
  }

  numbers({ numbers }: EditionLine): string {
    return numbers.map(this.say).join(this.words("；", "; "));
  }

  text({ text, depth }: EditionLine): string {
    return `${"　".repeat(depth)}${this.say(text)}`;
  }

  clause({ cited }: EditionLine): string {
    return cited === null ? "" : this.say(clauseText(cited.clause));
  }

  evidence({ cited }: EditionLine): string {
    return cited === null ? "" : this.say(evidenceText(cited));
  }

  note({ note }: EditionLine): string {
    return note === null ? "" : this.say(note);
  }

  notice(): string {
    return this.say(NOTICE);
  }
}

/** A row a line, with filter buttons. */
export function editionTable(writing: EditionWriting): ResultSheet {
  const writer = new Writer(writing);
  const { words } = writer;
  return {
    name: writer.name({ zh: "标准", en: "Rules" }),
    titleLines: [writer.title(), ...writer.heads()],
    columns: [
      { heading: words("类别", "Kind"), width: 14, wrap: true },
      { heading: words("内容", "Text"), width: 60, wrap: true },
      { heading: words("数", "Numbers"), width: 34, wrap: true },
      { heading: words("条款", "Clause"), width: 24, wrap: true },
      { heading: words("依据", "Evidence"), width: 14, wrap: true },
      { heading: words("说明", "Note"), width: 40, wrap: true },
    ],
    rows: writer.lines
      .filter(({ kind }) => kind !== "document")
      .map((line) => [
        writer.say(LINE_KINDS[line.kind]),
        writer.text(line),
        writer.numbers(line),
        writer.clause(line),
        writer.evidence(line),
        writer.note(line),
      ]),
    asTable: true,
    notes: [writer.notice()],
  };
}

const PAGE_COLUMNS = 12;
const SPANS = [5, 3, 2, 2];

/** Pages to be read and signed on paper. */
export function editionPage(writing: EditionWriting): PageSheet {
  const writer = new Writer(writing);
  const { words } = writer;
  const rows: PageRow[] = [];
  const add = (role: PageRole, text: string): void => {
    rows.push({ role, cells: [text], spans: [PAGE_COLUMNS] });
  };
  add("title", writer.title());
  for (const head of writer.heads()) add("subtitle", head);
  for (const line of writer.lines) if (line.kind === "note") add("text", writer.text(line));
  for (const { heading, kinds, table } of SECTIONS) {
    const own = writer.lines.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) continue;
    add("heading", writer.say(heading));
    if (!table) {
      for (const line of own) add("text", writer.text(line));
      continue;
    }
    rows.push({
      role: "table-head",
      cells: [words("内容", "Text"), words("数", "Numbers"), words("条款", "Clause"), words("依据", "Evidence")],
      spans: SPANS,
    });
    for (const line of own) {
      const note = writer.note(line);
      rows.push({
        role: "table-row",
        cells: [
          note === "" ? writer.text(line) : `${writer.text(line)}${words(`（${note}）`, ` (${note})`)}`,
          writer.numbers(line),
          writer.clause(line),
          writer.evidence(line),
        ],
        spans: SPANS,
      });
    }
  }
  add("note", writer.notice());
  return {
    name: writer.name({ zh: "标准打印", en: "Rules_print" }),
    columns: PAGE_COLUMNS,
    rows,
    breaks: [],
    charts: [],
  };
}
