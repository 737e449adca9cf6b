/** Which texts of cells say nothing but what the product knows: numbers with their units, days, yes and no, words of a choice, ranks. */
import type { Vocabulary } from "../../language/vocabulary";
import { plainText } from "../../words/plain-text";

/** Numbers, their signs and units, and what stands between them. */
const FIGURES = /[\d\s.,:;'"!?()%¥$€<>=≥≤+\-*/~·、。，；：（）—–―…√✓✔×☑☒☐□■●○◉✅]/g;
const UNITS = /[元万亿千百十个人名家项件年月日号天期级第前位笔次户]|cny|rmb|yuan|fy|q[1-4]|[ae](?![a-z])|e(?=[+-]?\d)/g;
/** Levels of awards and institutions, in which lists rank. */
const RANKS =
  /国家|部|省|市|区|县|一等|二等|三等|特等|一|二|三|四|五|六|七|八|九|零|以上|以下|以内|不足|约|近|超过|全国|全球|行业|细分|领域|排名|奖/g;
const NOTES = /不适用|未知|暂无|待定|待补|有效期|有效|至|到|截至|起|止|授予|认定|批次|批/g;

export class KnownWords {
  private readonly words: readonly string[];
  private readonly judged = new Map<string, boolean>();

  constructor({ fields, words, industryNames }: Vocabulary) {
    const choices = [...fields.values()].flatMap(({ choices: some }) =>
      some.flatMap(({ name, synonyms }) => [name.zh, name.en, ...synonyms]),
    );
    const industries = industryNames.map(({ zh }) => zh);
    const all = [...words.yes, ...words.no, ...words.blank, ...choices, ...industries].map(spelled);
    this.words = [...new Set(all)].filter((word) => word !== "").sort((left, right) => right.length - left.length);
  }

  /** Whether nothing is left of a text once all that is known is taken out of it. */
  covers(text: string): boolean {
    let covered = this.judged.get(text);
    if (covered === undefined) {
      covered = this.judge(spelled(text));
      this.judged.set(text, covered);
    }
    return covered;
  }

  private judge(text: string): boolean {
    if (text.replace(UNITS, "").replace(FIGURES, "") === "" || this.words.includes(text)) return true;
    let rest = text;
    for (const word of this.words) if (word.length > 1 && rest.includes(word)) rest = rest.replaceAll(word, " ");
    return rest.replace(NOTES, "").replace(RANKS, "").replace(UNITS, "").replace(FIGURES, "") === "";
  }
}

function spelled(text: string): string {
  return plainText(text).toLowerCase();
}
