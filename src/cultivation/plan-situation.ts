/** The first section of a growth plan: who the enterprise is, what it holds, where it stands, and its aspects beside its peers'. */
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import { isoOfSerial, serialOfIso } from "../words/calendar";
import { valueText } from "../engine/rows/explain";
import { bindQuantity } from "../engine/rows/quantity-nodes";
import { RowContext } from "../engine/rows/row-context";
import { parseQuantity } from "../language/resolve-expression";
import type { CultivationContext } from "./context";
import type { Diagnosis } from "./diagnosis";
import type { PlanBlock, PlanSection } from "./plan-document";

/** What a plan says of an enterprise beside its name: field ids, in this order. */
const TEXTS = ["region", "county", "industry", "chain", "product"] as const;
const FIGURES = [
  "founded",
  "employees",
  "revenue",
  "main_share",
  "debt_ratio",
  "rd_expense",
  "rd_staff",
  "ip_class1",
] as const;

export function situationOf(diagnosis: Diagnosis, context: CultivationContext, language: Language): PlanSection {
  return new Situation(diagnosis, context, language).section();
}

class Situation {
  private readonly asOf: number;

  constructor(
    private readonly diagnosis: Diagnosis,
    private readonly context: CultivationContext,
    private readonly language: Language,
  ) {
    this.asOf = serialOfIso(context.judgement.asOf) ?? NaN;
  }

  private say(text: Text): string {
    return text[this.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
  }

  section(): PlanSection {
    const { reading, vocabulary } = this.context;
    const { diagnosis } = this;
    const facts: [string, string][] = [
      [this.words("企业名称", "Enterprise"), diagnosis.name],
      [this.words("统一社会信用代码", "Credit code"), diagnosis.creditCode],
      ...TEXTS.map((id): [string, string] => [
        fieldName(id, vocabulary)[this.language],
        reading.text(id)[diagnosis.row] ?? "",
      ]),
      ...FIGURES.map((id): [string, string] => this.figure(id)),
    ];
    const pairs: string[][] = [];
    for (let at = 0; at < facts.length; at += 2)
      pairs.push([...(facts[at] ?? ["", ""]), ...(facts[at + 1] ?? ["", ""])]);
    const item = this.words("项目", "Item");
    const content = this.words("内容", "Content");
    return {
      heading: this.words("一、企业概况与现状", "1. The enterprise today"),
      blocks: [
        {
          kind: "table",
          columns: [
            { heading: item, width: 2 },
            { heading: content, width: 4 },
            { heading: item, width: 2 },
            { heading: content, width: 4 },
          ],
          rows: pairs,
        },
        { kind: "text", text: this.titlesText() },
        {
          kind: "text",
          text: [diagnosis.verdict, ...diagnosis.remarks].map((text) => this.say(text)).join(this.words("", " ")),
        },
        this.aspectTable(),
      ],
    };
  }

  private figure(id: string): [string, string] {
    const { reading, vocabulary } = this.context;
    const field = vocabulary.fields.get(id);
    const year = field && field.periods > 1 ? this.words(`${reading.t}年`, `${reading.t} `) : "";
    const label = `${year}${fieldName(id, vocabulary)[this.language]}`;
    if (!field) return [label, ""];
    // Read as the rules read it: a debt ratio left blank follows from debts and assets.
    const facts = new RowContext(reading.facts, vocabulary, this.asOf, reading.t);
    const node = bindQuantity(parseQuantity(id, vocabulary).quantity, facts);
    node.evaluate(this.diagnosis.row);
    if (node.lo !== node.hi) return [label, ""];
    return [label, field.type === "date" ? isoOfSerial(node.lo) : this.say(valueText(node.lo, field))];
  }

  private titlesText(): string {
    const { titles } = this.diagnosis;
    const held = titles.flatMap(({ name, standing, until }) => {
      if (standing !== "valid") return [];
      const words = until === null ? "" : this.words(`（有效期至${until}）`, ` (valid until ${until})`);
      return [`${this.say(name)}${words}`];
    });
    if (held.length > 0) return this.words(`现有称号：${held.join("、")}。`, `Titles held: ${held.join(", ")}.`);
    // A blank cell is no "none": the line is then left to be filled in.
    return titles.every(({ standing }) => standing !== "unknown")
      ? this.words("现有称号：无。", "Titles held: none.")
      : this.words("现有称号：＿＿＿＿＿＿", "Titles held: ____________");
  }

  /** Aspects of which the rung asks something first: the chart draws those. */
  private aspectTable(): PlanBlock {
    const { aspects, peers } = this.diagnosis;
    const asked = aspects.filter(({ known, unknown }) => known + unknown > 0);
    const shown = (value: number | null): number | string => (value === null ? "" : Math.round(value * 100) / 100);
    return {
      kind: "table",
      columns: [
        { heading: this.words("诊断方面", "Aspect"), width: 3 },
        { heading: this.words("本企业", "Enterprise"), width: 2 },
        { heading: this.words("目标层级的线", "Line of the rung aimed at"), width: 2 },
        { heading: this.words("同类中位数", "Peers' median"), width: 2 },
        { heading: this.words("数据", "Data"), width: 3 },
      ],
      rows: [
        ...asked.map(({ name, index, known, unknown, peers: median }) => [
          this.say(name),
          shown(index),
          1,
          shown(peers ? median : null),
          unknown === 0
            ? this.words(`已知${known}项`, `${known} known`)
            : this.words(`已知${known}项，待补${unknown}项`, `${known} known, ${unknown} not`),
        ]),
        ...aspects
          .filter((one) => !asked.includes(one))
          .map(({ name }) => [this.say(name), "", "", "", this.words("本级不设", "not asked")]),
      ],
      ...(asked.length === 0
        ? {}
        : {
            drawn: {
              title: this.words("七个方面与目标层级的线", "Seven aspects against the line of the rung aimed at"),
              rows: asked.length,
              categories: 0,
              values: [1, 2, 3],
            },
          }),
    };
  }
}

function fieldName(id: string, vocabulary: Vocabulary): Text {
  return vocabulary.fields.get(id)?.name ?? { zh: id, en: id };
}
