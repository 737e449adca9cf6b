/** GB/T 4754-2017 codes and names, as far as they decide the industry of the size-class standard. */
import type { SizeIndustry, Vocabulary } from "../../language/vocabulary";
import { foldKey, plainText } from "../../words/plain-text";
import { refusals, type Refusal } from "./cell-messages";

/** Reads cells of an industry column into the index of the size-class industry. */
export class IndustryCodes {
  private readonly sectionOf = new Map<string, string>();
  private readonly codeOfName = new Map<string, string>();
  private readonly sizeName = new Map<string, number>();
  private readonly seen = new Map<string, number | Refusal>();
  private readonly sizeIndustries: readonly SizeIndustry[];

  constructor({ industryNames, sizeIndustries }: Pick<Vocabulary, "industryNames" | "sizeIndustries">) {
    this.sizeIndustries = sizeIndustries;
    for (const { code, section, zh } of industryNames) {
      if (/^\d/.test(code)) this.sectionOf.set(code, section);
      for (const name of [foldKey(zh), foldKey(zh).replace(/业$/, "")]) {
        if (!this.codeOfName.has(name)) this.codeOfName.set(name, code);
      }
    }
    sizeIndustries.forEach(({ name }, index) => {
      for (const word of [foldKey(name.zh), foldKey(name.en)]) this.sizeName.set(word, index);
    });
  }

  /** The index into `sizeIndustries`, or why there is none. Accepts C35, 3591, 专用设备制造业, C35 专用设备制造业, 制造业-专用设备制造业. */
  read(text: string): number | Refusal {
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const result = this.readParts(text);
    this.seen.set(text, result);
    return result;
  }

  private readParts(text: string): number | Refusal {
    // 3720.0 and 3,720 are the code as a spreadsheet may show it.
    const plain = plainText(text)
      .replace(/^([a-t]?\d{1,4})\.0+$/i, "$1")
      .replace(/^([a-t]?\d),(\d{3})$/i, "$1$2");
    // 3.5 is a number of something else; without its point it would pass for a code.
    if (/\d\.\d/.test(plain)) return refusals.industryUnknown;
    const whole = this.readOne(plain);
    if (typeof whole === "number") return whole;
    // The last part that can be read is the finest: people write 制造业-专用设备制造业 from wide to fine.
    const parts = plain.split(/[-/>|、,;:()\u2010-\u2015]|\s+/).filter((part) => part.trim() !== "");
    let refusal = whole;
    for (const part of parts.length > 1 ? parts.reverse() : []) {
      const result = this.readOne(part);
      if (typeof result === "number") return result;
      if (result !== refusals.industryUnknown) refusal = result;
    }
    return refusal;
  }

  private readOne(text: string): number | Refusal {
    const key = foldKey(text);
    const coded = /^([a-t])?(\d{1,4})?(\D.*)?$/.exec(key);
    const [, letter, digits, name] = coded ?? [];
    if (coded !== null && (name === undefined || this.codeOfName.has(name))) {
      if (digits !== undefined) return this.ofCode((letter ?? "").toUpperCase(), digits);
      if (letter !== undefined) return this.ofSection(letter.toUpperCase());
    }
    const behind = /^(\D{2,}?)([a-t])?(\d{2,4})$/.exec(key);
    if (behind !== null) return this.ofNameAndCode(behind[1] ?? "", (behind[2] ?? "").toUpperCase(), behind[3] ?? "");
    const code = this.codeOfName.get(key);
    if (code !== undefined) {
      const index = /^\d/.test(code) ? this.ofCode("", code) : this.ofSection(code);
      if (typeof index === "number") return index;
      // Some names are those of a size-class industry too: 批发业 is decided even where its section would not be.
      return this.sizeName.get(key) ?? index;
    }
    if (digits !== undefined && name !== undefined && /^[^年月日家个项万亿强名%].+/.test(name))
      return this.ofCode((letter ?? "").toUpperCase(), digits);
    return this.sizeName.get(key) ?? this.sizeName.get(`${key}业`) ?? refusals.industryUnknown;
  }

  /** 制鞋业19: the code behind a name; a name nobody knows has to end as industries do, and its own code must not be another. */
  private ofNameAndCode(name: string, letter: string, digits: string): number | Refusal {
    const own = this.codeOfName.get(name);
    if (own === undefined && !/业$|制造$|服务$/.test(name)) return refusals.industryUnknown;
    const fits = own === undefined || digits.startsWith(own) || this.sectionOf.get(digits.slice(0, 2)) === own;
    return fits ? this.ofCode(letter, digits) : refusals.industryContradiction;
  }

  private ofSection(letter: string): number | Refusal {
    const divisions = [...this.sectionOf.entries()].filter(([, section]) => section === letter).map(([code]) => code);
    const own = this.find((code) => code === letter);
    const inside = new Set(
      this.sizeIndustries.flatMap(({ codes }, index) =>
        codes.some((code) => divisions.some((division) => code.startsWith(division))) ? [index] : [],
      ),
    );
    if (own !== undefined) inside.add(own);
    const [only] = inside;
    if (only === undefined)
      return this.isKnownSection(letter) ? refusals.industryWithoutClass : refusals.industryUnknown;
    const covered = own !== undefined || divisions.every((division) => this.longest(letter, division) === only);
    return inside.size === 1 && covered ? only : refusals.industryTooWide;
  }

  private isKnownSection(letter: string): boolean {
    return [...this.sectionOf.values()].includes(letter);
  }

  private ofCode(letter: string, written: string): number | Refusal {
    // A number cell loses the leading 0 of agriculture's codes.
    let code = written.length === 1 ? `0${written}` : written;
    const section = this.sectionOf.get(code.slice(0, 2));
    if (section === undefined) return refusals.industryUnknown;
    if (letter !== "" && letter !== section) return refusals.industryContradiction;
    // A three-digit class that has one four-digit class only is written with a 0 behind it.
    if (code.length === 3 && this.find((one) => one === `${code}0`) !== undefined) code = `${code}0`;
    const index = this.longest(section, code);
    const finer = this.sizeIndustries.some(
      ({ codes }, at) => at !== index && codes.some((one) => one.length > code.length && one.startsWith(code)),
    );
    if (finer) return refusals.industryTooWide;
    return index ?? refusals.industryWithoutClass;
  }

  /** The industry with the longest code that starts the given one; a section letter counts least. */
  private longest(section: string, code: string): number | undefined {
    for (let length = code.length; length > 0; length--) {
      const index = this.find((one) => one === code.slice(0, length));
      if (index !== undefined) return index;
    }
    return this.find((one) => one === section);
  }

  private find(fits: (code: string) => boolean): number | undefined {
    const index = this.sizeIndustries.findIndex(({ codes }) => codes.some(fits));
    return index < 0 ? undefined : index;
  }
}
