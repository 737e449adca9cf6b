/**
 * 成长方案: the plan of one enterprise, ready to be printed and finished by hand. It says what the sheet and the rules say and nothing else:
 * what is not known stays blank, dates that follow from no rule stay blank, responsibilities are for people to fill in.
 */
import { clauseText } from "../words/clause";
import { ASPECT_NAMES } from "../policy/rule-set";
import type { Text, Language } from "../words/text";
import { resultNotice } from "../sheet/results/result-notice";
import { referenceText, type Measure } from "./cultivation";
import type { CultivationContext } from "./context";
import type { Diagnosis } from "./diagnosis";
import type { Gap } from "./gaps";
import { measuresFor, measuresIn } from "./measures-for";
import type { PlanBlock, PlanSection, PlanTask } from "./plan-document";
import { pathText } from "./plan-paths";
import { datesOf } from "./plan-dates";
import { situationOf } from "./plan-situation";
import { sheetRowText, type SheetRow } from "../sheet/reading/sheet-row";

export interface GrowthPlan {
  readonly row: number;
  readonly sheetRow: SheetRow;
  readonly name: string;
  readonly creditCode: string;
  readonly target: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly PlanSection[];
  readonly tasks: readonly PlanTask[];
  readonly smallest: string;
  readonly notes: readonly string[];
}

/** More missing figures than this are counted, not named. */
const MOST_MISSING = 8;

export function growthPlan(diagnosis: Diagnosis, context: CultivationContext, language: Language): GrowthPlan {
  return new PlanWriter(diagnosis, context, language).write();
}

class PlanWriter {
  private readonly tasks: readonly PlanTask[];
  private readonly measuresHere: readonly Measure[];

  constructor(
    private readonly diagnosis: Diagnosis,
    private readonly context: CultivationContext,
    private readonly language: Language,
  ) {
    const unmet = diagnosis.gaps.filter(({ status }) => status === "unmet");
    this.measuresHere = measuresIn(diagnosis.row, context);
    // Points are earned by items: the score itself is nobody's task.
    const tasks = unmet.filter(({ kind }) => kind !== "score");
    this.tasks = (tasks.length > 0 ? tasks : unmet).map((gap) => this.task(gap));
  }

  private say(text: Text): string {
    return text[this.language];
  }

  private words(zh: string, en: string): string {
    return this.say({ zh, en });
  }

  private join(parts: readonly string[]): string {
    return [...new Set(parts)].filter((part) => part !== "").join(this.words("；", "; "));
  }

  write(): GrowthPlan {
    const { diagnosis } = this;
    const { asOf } = this.context.judgement;
    const row = sheetRowText(diagnosis.sheetRow);
    const name = diagnosis.name === "" ? this.words(`${row.zh.replaceAll(" ", "")}企业`, row.en) : diagnosis.name;
    const aim = diagnosis.target ? this.say(diagnosis.target.name) : "";
    return {
      row: diagnosis.row,
      sheetRow: diagnosis.sheetRow,
      name: diagnosis.name,
      creditCode: diagnosis.creditCode,
      target: aim,
      title: this.words(`${name}优质企业成长方案`, `Growth plan of ${name}`),
      subtitle: this.words(
        `目标层级：${aim === "" ? "已到阶梯顶端" : aim}；评分基准日：${asOf}`,
        `Aim: ${aim === "" ? "top of the ladder" : aim}. As of ${asOf}`,
      ),
      sections: [
        situationOf(diagnosis, this.context, this.language),
        this.gaps(),
        this.measures(),
        this.dates(),
        this.responsibilities(),
      ],
      tasks: this.tasks,
      smallest: this.smallest(),
      notes: [this.say(diagnosis.aspectNote), this.say(resultNotice(diagnosis.draft))],
    };
  }

  private task(gap: Gap): PlanTask {
    const measures = measuresFor(gap, this.measuresHere);
    // One of several ways: the group's words say how many are needed. Items of a score all add up.
    const group = gap.kind === "item" ? null : gap.within;
    return {
      id: gap.id,
      aspect: gap.aspect === null ? "" : this.say(ASPECT_NAMES[gap.aspect]),
      text: this.say(gap.text) + (group ? this.words(`（属于：${group.zh}）`, ` (of: ${group.en})`) : ""),
      actual: this.join(gap.lines.map(({ actual }) => this.say(actual))),
      required: this.join(gap.lines.map(({ required }) => this.say(required))),
      distance: this.join(gap.lines.map(({ gap: distance }) => this.say(distance))),
      measures: measures.map(
        ({ text, place, condition }) =>
          `${this.say(text)}${place ? this.words(`（${place.name.zh}）`, ` (${place.name.en})`) : ""}${condition ? this.words(`，${condition.zh}`, `, ${condition.en}`) : ""}`,
      ),
      sources: measures.map((measure) => this.say(referenceText(measure))),
    };
  }

  private gaps(): PlanSection {
    const { gaps } = this.diagnosis;
    const missing = this.missing();
    const unmet = gaps.filter(({ status }) => status === "unmet");
    const blocks: PlanBlock[] = [];
    if (unmet.length > 0)
      blocks.push({
        kind: "table",
        columns: [
          { heading: this.words("序号", "No."), width: 1 },
          { heading: this.words("条件", "Condition"), width: 3 },
          { heading: this.words("现状", "Today"), width: 2 },
          { heading: this.words("要求", "Required"), width: 2 },
          { heading: this.words("差距", "Gap"), width: 2 },
          { heading: this.words("条款", "Clause"), width: 2 },
        ],
        // Numbered as the tasks are, which what is to be done refers to.
        rows: unmet.map((gap) => {
          const at = this.tasks.findIndex(({ id }) => id === gap.id);
          const { text, actual, required, distance } = this.tasks[at] ?? this.task(gap);
          return [at < 0 ? "" : String(at + 1), text, actual, required, distance, this.say(clauseText(gap.clause))];
        }),
      });
    else
      blocks.push({
        kind: "text",
        text: this.words("现有数据里没有不达标的条件。", "Nothing fails by the figures at hand."),
      });
    if (missing.length > 0) {
      const first = missing.slice(0, MOST_MISSING).map(({ name }) => this.say(name));
      const others = missing.length - first.length;
      blocks.push({
        kind: "text",
        text: this.words(
          `还须补充的数据，最能定结论的在前：${first.join("、")}${others > 0 ? `，另有${others}项` : ""}。`,
          `Figures still to be given, the most telling first: ${first.join(", ")}${others > 0 ? `, and ${others} more` : ""}.`,
        ),
      });
    }
    return { heading: this.words("二、差距分析", "2. Gaps"), blocks };
  }

  /** What is missing at the top of the ladder decides nothing any more. */
  private missing(): Diagnosis["missing"] {
    return this.diagnosis.target === null ? [] : this.diagnosis.missing;
  }

  private smallest(): string {
    const path = this.diagnosis.plan?.paths[0] ?? this.diagnosis.plan?.slow[0];
    return path ? this.say(pathText(path)) : "";
  }

  private measures(): PlanSection {
    const smallest = this.smallest();
    const blockers = (this.diagnosis.plan?.blockers ?? []).map(({ text }) => this.say(text));
    const blocks: PlanBlock[] = [];
    if (smallest !== "")
      blocks.push({
        kind: "text",
        text: this.words(
          `按上年度数据测算，最小改变为：${smallest}。`,
          `By last year's figures the smallest change is: ${smallest}.`,
        ),
      });
    if (blockers.length > 0)
      blocks.push({
        kind: "text",
        text: this.words(`不能速成的条件：${blockers.join("；")}。`, `Not to be had soon: ${blockers.join("; ")}.`),
      });
    if (this.tasks.length === 0) {
      const text =
        this.missing().length > 0
          ? this.words(
              "先补齐上面的数据，再对照差距定措施。",
              "First give the figures above; measures follow from the gaps.",
            )
          : this.words("没有要弥补的差距。", "There is no gap to close.");
      blocks.push({ kind: "text", text });
    } else
      blocks.push({
        kind: "table",
        columns: [
          { heading: this.words("序号", "No."), width: 1 },
          { heading: this.words("对应差距", "Gap"), width: 3 },
          { heading: this.words("措施", "Measure"), width: 4 },
          { heading: this.words("出处", "Source"), width: 4 },
        ],
        rows: this.tasks.flatMap(({ text, measures, sources }, at) =>
          measures.length === 0
            ? [[String(at + 1), text, "", ""]]
            : measures.map((measure, index) => [String(at + 1), text, measure, sources[index] ?? ""]),
        ),
      });
    for (const reward of this.diagnosis.rewards) blocks.push({ kind: "text", text: this.say(reward) });
    return { heading: this.words("三、提升措施", "3. Measures"), blocks };
  }

  private dates(): PlanSection {
    return {
      heading: this.words("四、时间安排", "4. Dates"),
      blocks: [
        {
          kind: "table",
          columns: [
            { heading: this.words("事项", "What"), width: 4 },
            { heading: this.words("目标日期", "Date"), width: 2 },
            { heading: this.words("依据", "Basis"), width: 6 },
          ],
          rows: [
            ...datesOf(this.diagnosis, this.context).map(({ what, day, basis }) => [
              this.say(what),
              day ?? "",
              this.say(basis),
            ]),
            ...this.tasks.map(({ text }) => [this.words(`补齐：${text}`, `Close: ${text}`), "", ""]),
          ],
        },
      ],
    };
  }

  private responsibilities(): PlanSection {
    const rows = this.tasks.map(({ text }) => [text, "", "", ""]);
    return {
      heading: this.words("五、责任分工", "5. Responsibilities"),
      blocks: [
        {
          kind: "table",
          columns: [
            { heading: this.words("任务", "Task"), width: 5 },
            { heading: this.words("责任部门", "Department"), width: 3 },
            { heading: this.words("责任人", "Person"), width: 2 },
            { heading: this.words("备注", "Remarks"), width: 2 },
          ],
          rows: rows.length > 0 ? rows : [["", "", "", ""]],
        },
      ],
    };
  }
}
