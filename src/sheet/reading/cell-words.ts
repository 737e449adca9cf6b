/** Words in cells: yes, no, nothing filled in, and the words of a choice. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { foldKey, plainText } from "../../words/plain-text";
import { tickedWord } from "./tick-marks";

/** Signs that fill a cell without saying anything: —, /, **. */
const onlySigns = /^[-\u2010-\u2015\u2212\u2500_/\\.·•*…~～、,，?？]+$/;
const noneWords = new Set(["无", "没有", "零", "none"]);
const expiredWords = new Set(["已过期", "过期", "已到期", "到期", "已失效", "失效", "已取消", "取消", "已撤销"]);
/** What a note must not say for the word before it to stand: 是（已过期）, 有，但未认定. */
const contrary = /不|未|无|非|否|没|过期|失效|到期|取消|撤销|注销|但|申请|申报|公示|拟|培育|正在|计划|部分|待/;
const inForceWords = new Set(["有效", "有效期内", "在有效期内", "长期", "长期有效", "永久", "永久有效"]);

/** A word as it is compared: without blanks around it, full-width forms and case. Signs stay, since √ and × are words here. */
function wordKey(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/^["'“”]+|["'“”。.,;!]+$/g, "");
}

/** Looks up the words of a vocabulary. */
export class CellWords {
  private readonly yes: ReadonlySet<string>;
  private readonly no: ReadonlySet<string>;
  private readonly blank: ReadonlySet<string>;

  constructor(words: Vocabulary["words"]) {
    this.yes = new Set(words.yes.map(wordKey));
    this.no = new Set(words.no.map(wordKey));
    this.blank = new Set(words.blank.map(wordKey));
  }

  /** True for —, 不适用, 待补: the cell is as good as blank. */
  isBlank(text: string): boolean {
    return onlySigns.test(plainText(text)) || this.blank.has(wordKey(text));
  }

  /** True for 无, which in a count or an amount means 0. */
  isNone(text: string): boolean {
    return noneWords.has(wordKey(text));
  }

  /** 1 yes, 0 no, NaN nothing filled in, null neither. A note in brackets behind the word does not matter: 是（省级）. */
  flag(text: string): number | null {
    const word = wordKey(text);
    const plain = this.meaning(word);
    if (plain !== null) return plain;
    const listed = tickedWord(word, (one) => this.meaning(one));
    if (listed !== null) return listed;
    const noted = /^([^(,;。]{1,6})[(,;。](.+)$/.exec(word);
    const [head = "", note = ""] = [noted?.[1], noted?.[2]];
    if (head !== "" && !contrary.test(note)) {
      const value = this.meaning(head);
      if (value !== null) return value;
    }
    if (/^有[1-9]\d*[家项个件人名次]/.test(word)) return 1;
    return this.isBlank(text) ? NaN : null;
  }

  private meaning(word: string): number | null {
    return this.yes.has(word) ? 1 : this.no.has(word) ? 0 : null;
  }

  /** +Infinity for a title said to hold, -Infinity for one that does not, NaN nothing filled in, null no such word. */
  validity(text: string): number | null {
    const word = wordKey(text);
    if (inForceWords.has(word)) return Infinity;
    if (expiredWords.has(word)) return -Infinity;
    const flag = this.flag(text);
    return flag === 1 ? Infinity : flag === 0 ? -Infinity : flag;
  }
}

export type ChoiceReading =
  { readonly kind: "word" | "part"; readonly index: number } | { readonly kind: "several" | "unknown" };

/** A word in front that turns the level named into its opposite or into a plan. */
const notYet = /无|非|未|不|没|拟|申报|申请|培育|筹建|在建/;

/** The words of one choice field, lowest first. */
export class ChoiceWords {
  private readonly index = new Map<string, number>();

  constructor(field: Field) {
    field.choices.forEach(({ name, synonyms }, at) => {
      for (const word of [name.zh, name.en, ...synonyms]) {
        const key = foldKey(word);
        if (key !== "" && !this.index.has(key)) this.index.set(key, at);
      }
    });
  }

  /** The place of the word among the choices; `part` where a longer text names exactly one of them: 省级企业技术中心. */
  read(text: string): ChoiceReading {
    const key = foldKey(text);
    const exact = this.index.get(key) ?? this.index.get(foldKey(text.replace(/[（(][^（）()]*[)）]/g, "")));
    if (exact !== undefined) return { kind: "word", index: exact };
    if (notYet.test(key) || key.length > 40) return { kind: "unknown" };
    let rest = key;
    const found = new Set<number>();
    const longestFirst = [...this.index.entries()].filter(([word]) => word.length >= 2 && !/^[a-z\d]+$/.test(word));
    longestFirst.sort(([one], [other]) => other.length - one.length);
    for (const [word, at] of longestFirst) {
      if (!rest.includes(word)) continue;
      rest = rest.replaceAll(word, " ");
      found.add(at);
    }
    const [only] = found;
    if (only === undefined) return { kind: "unknown" };
    return found.size > 1 ? { kind: "several" } : { kind: "part", index: only };
  }
}
