/**
 * An edition that nobody has written yet: every part that a rule set needs, each cell to be filled in marked by 【待写】 with what belongs there.
 * A draft with such a mark left in it gives no edition.
 */
import { firstDay } from "../policy/editions";
import type { Text } from "../words/text";
import { placeOfEdition } from "./catalogue";
import { fingerprintOf } from "./fingerprint";
import type { DraftOrigin } from "./draft-sheet";

/** Begins what a cell says of what belongs there. Brackets alone would not do: documents are numbered in them. */
const MARK = "【待写】";

/** Whether a cell still says what belongs there instead of saying it. */
export function isToBeWritten(text: string): boolean {
  return text.startsWith(MARK);
}

const NAME: Text = { zh: "【待写】层级名称，如 浙江省瞪羚企业", en: "【待写】Name of the tier in English" };

/** The file of an edition yet to be written; null for a path that is no edition's. @param scored with a score of groups and items */
export function templateText(file: string, scored: boolean): string | null {
  const place = placeOfEdition(file);
  if (place === null) return null;
  const { province, tier, edition } = place;
  const schema = province === null ? "../../rule-set.schema.json" : "../../../rule-set.schema.json";
  return `# yaml-language-server: $schema=${schema}
tier: ${tier}
edition: "${edition}"
name: { zh: ${NAME.zh}, en: ${NAME.en} }
in_force: { from: "${edition}", until: null }
published: "${edition}"
last_checked: "${firstDay(edition)}"
document: { title: 【待写】文件标题, number: 【待写】文号，没有见到就清空这一格, issuer: 【待写】发文机关, part: 【待写】附件几，没有就清空这一格 }
validity_years: null
status: current
notes:
  zh: 【待写】说明：只见到几份、哪里还没有核到
  en: 【待写】The same in English
not_covered:
  - zh: 【待写】没有写进来的要求，如 定性要求
    en: 【待写】The same in English
general: null
conditions:
  - id: first-condition
    zh: 【待写】条件的原文，如 上年度营业收入1000万元以上；再有条件就在下面插行
    en: 【待写】The same in English
    clause: 【待写】条款，如 附件1第1项
    evidence: provisional
    aspect: growth
    test: revenue >= 1000万
${scored ? SCORE : ""}examples:
  - name: { zh: 收入刚好1000万元, en: Revenue exactly 10 million yuan }
    as_of: "${firstDay(edition)}"
    given: { revenue: 1000万 }
    expect: {}
`;
}

const SCORE = `score:
  id: score
  zh: 【待写】及格线的原文，如 评价得分60分以上
  en: 【待写】The same in English
  clause: 【待写】条款
  evidence: provisional
  pass: 60
  groups:
    - id: first-group
      zh: 【待写】分项的名称
      en: 【待写】The same in English
      max: 100
      items:
        - id: first-item
          zh: 【待写】评分项的原文；再有评分项就在下面插行
          en: 【待写】The same in English
          clause: 【待写】条款
          evidence: provisional
          aspect: innovation
          max: 100
          value: rd_expense / revenue
          bands:
            - { at_least: 5%, points: 100 }
            - { at_least: 3%, points: 60 }
          otherwise: 0
`;

export function templateOrigin(file: string, scored: boolean): DraftOrigin | null {
  const text = templateText(file, scored);
  return text === null ? null : { file, fingerprint: fingerprintOf(text) };
}

/** The template that a draft was made from; null where the origin is none. */
export function templateOf({ file, fingerprint }: DraftOrigin): string | null {
  for (const scored of [false, true]) {
    const text = templateText(file, scored);
    if (text !== null && fingerprintOf(text) === fingerprint) return text;
  }
  return null;
}
