/**
 * Titles named in a cell instead of by a heading: several under 资质荣誉, another one's name under 专精特新, a level under 单项冠军. Only
 * what names one title for certain counts; what may be another level, or is applied for, is told and left open.
 */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { headingIndexOf, type HeadingIndex } from "./heading-index";
import { plainText } from "../../words/plain-text";

/** The field whose cells name titles. */
export const TITLES_LIST = "titles_held";

export interface NamedTitle {
  readonly field: Field;
  /** What the cell says of the award or its end: 2024年, 第五批, 有效期至2027-12-11; "" where it only names the title. */
  readonly detail: string;
}

export interface NamedTitles {
  readonly titles: readonly NamedTitle[];
  /** Pieces that speak of a title and do not say for certain which, or that it is held. */
  readonly unclear: readonly string[];
}

const separators = /[、,;/|\n\r+&]+|\s{1,}|(?<=企业|中小|巨人|冠军|瞪羚|独角兽|专精特新|高企)(?:和|及|与|以及)(?=\S)/;
const yearOrBatch =
  /(?:19|20)\d\d(?:[-./年]\d{0,2}(?:[-./月]\d{0,2}日?)?)?度?|第?[一二三四五六七八九十\d]{1,3}批次?|首批/g;
/** Words only ever used with the titles of the ladder. */
const ofTitles = /小巨人|专精特新|单项冠军|瞪羚|独角兽|高新技术企业|高企|创新型(?:中小|企业)|科技型中小|科小/;
/** Held by nobody yet, or no longer. */
const notHeld = /拟|申报|申请|培育|准|潜在|候选|推荐|公示|撤销|取消|摘牌|失效|过期|未|非|不是/;
const levelWord = /^(?:国家|国|省|市|县|区)级?(?:认定)?$/;

/** The level a cell says, and nothing else beside its year or batch: 国家级, 省级（2024年）; null for any other cell. */
export function levelIn(text: string): string | null {
  const word = plainText(text)
    .replace(yearOrBatch, "")
    .replace(/[\s():]+/g, "");
  return levelWord.test(word) ? word : null;
}

export class TitleNames {
  private readonly index: HeadingIndex;
  private readonly seen = new Map<string, NamedTitles>();

  constructor(vocabulary: Vocabulary) {
    this.index = headingIndexOf(vocabulary, "enterprise");
  }

  /** The title a name without dates stands for; null where it is none, or may be more than one. */
  private titleOf(name: string): Field | null {
    const usual = name
      .replace(/^[\u4e00-\u9fff]{2,3}省(?:级)?/, "省级")
      .replace("重点", "")
      .replace(/(?:称号|资质|荣誉|证书)$/, "");
    const { field, confidence } = this.index.match([usual]);
    return field?.type === "validity" && confidence === "sure" ? field : null;
  }

  /** The title that a level means below a heading: 省级 under 单项冠军, 国家级（2023年） under 单项冠军级别. */
  ofLevel(level: string, heading: string): NamedTitle | null {
    const text = plainText(level);
    const word = levelIn(text);
    if (word === null) return null;
    const title = heading
      .replace(/\s+/g, "")
      .replace(/^是否/, "")
      .replace(/(?:级别|等级|层级)$/, "");
    const field = this.titleOf(word.replace(/认定$/, "").replace(/级?$/, "级") + title);
    return field === null ? null : { field, detail: (text.match(yearOrBatch) ?? []).join("") };
  }

  /** What a cell names. */
  in(text: string): NamedTitles {
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const titles: NamedTitle[] = [];
    const unclear: string[] = [];
    for (const piece of pieces(plainText(text))) {
      const named = this.inPiece(piece);
      if (named === "unclear") unclear.push(piece);
      else if (named !== null) titles.push(named);
    }
    const named = { titles, unclear };
    this.seen.set(text, named);
    return named;
  }

  private inPiece(piece: string): NamedTitle | "unclear" | null {
    const notes = [...piece.matchAll(/\(([^()]*)\)/g)].map(([, note]) => note ?? "");
    const outside = piece.replace(/\([^()]*\)/g, "");
    const marks = outside.match(yearOrBatch) ?? [];
    const name = outside.replace(yearOrBatch, "").replace(/[:：\s"“”'‘’]/g, "");
    const level = notes.find((note) => levelWord.test(note));
    const field = this.titleOf(level === undefined ? name : level.replace(/级?$/, "级") + name) ?? this.titleOf(name);
    if (field === null) return ofTitles.test(piece) ? "unclear" : null;
    const detail = [...marks, ...notes.filter((note) => note !== level)].join("");
    return notHeld.test(outside) || notHeld.test(detail) ? "unclear" : { field, detail };
  }
}

/** Titles one after another; separators inside brackets separate nothing. */
function pieces(text: string): string[] {
  const notes: string[] = [];
  const held = text.replace(/\([^()]*\)/g, (note) => `(${notes.push(note) - 1})`);
  return held
    .split(separators)
    .map((piece) => piece.replace(/\((\d+)\)/g, (_, at: string) => notes[Number(at)] ?? "").trim())
    .filter((piece) => piece !== "");
}
