/**
 * Places of mainland China by their six-digit code (GB/T 2260), and the place a text or a code of a sheet means.
 * A text is followed from its beginning: 山东省济南市历下区…路 is 历下区, whatever city the road is named after. What may mean several
 * places gives all of them; who has other columns decides among them, nobody guesses.
 */
import type { Text } from "../words/text";

/** Six digits as a number: 370000 a province, 370100 a city, 370102 a county or district. */
export type PlaceCode = number;

export interface City {
  readonly code: PlaceCode;
  readonly name: Text;
  /** One of the five cities that are planned apart from their province (计划单列市). */
  readonly separate: boolean;
  /** Last two digits and name, one after the other: 02历下区 03市中区. */
  readonly districts: string;
  readonly zones: readonly string[];
}

export interface Province {
  readonly id: string;
  readonly code: PlaceCode;
  readonly name: Text;
  readonly cities: readonly City[];
  /** Districts of a municipality and counties that a province governs itself: last four digits and name. */
  readonly districts: string;
  readonly zones: readonly string[];
  /** Places that were abolished; `now` is null where the area was divided. */
  readonly former: readonly { readonly name: string; readonly code: PlaceCode; readonly now: PlaceCode | null }[];
}

export type PlaceLevel = "province" | "city" | "county";

/** What a text or code means: one place, several that bear the name, or none that is known. */
export type PlacesMeant = readonly PlaceCode[];

interface Named {
  readonly code: PlaceCode;
  readonly name: string;
  /** The name as people shorten it; null where a shortened name would be no word (东区). */
  readonly stem: string | null;
  readonly level: PlaceLevel;
}

export function provinceOf(code: PlaceCode): PlaceCode {
  return Math.floor(code / 10_000) * 10_000;
}

function cityOf(code: PlaceCode): PlaceCode {
  return Math.floor(code / 100) * 100;
}

/** A place and the places it lies in, the smallest first. */
export function placeChain(code: PlaceCode): readonly PlaceCode[] {
  return [...new Set([code, cityOf(code), provinceOf(code)])];
}

export function isWithin(code: PlaceCode, whole: PlaceCode): boolean {
  return placeChain(code).includes(whole);
}

/** The smallest place that all of them lie in; null where they lie in several provinces. */
export function commonPlace(codes: PlacesMeant): PlaceCode | null {
  const [first, ...others] = codes;
  if (first === undefined) return null;
  return placeChain(first).find((whole) => others.every((code) => isWithin(code, whole))) ?? null;
}

const PROVINCE_WORDS = /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/u;
const CITY_WORDS = /(?:市|地区|盟|自治州)$/u;
const COUNTY_WORDS = /(?:自治县|自治旗|矿区|林区|特区|市|区|县|旗)$/u;
/** 延边朝鲜族自治州 is called 延边: the peoples that names of prefectures and counties go on with. */
const PEOPLES =
  /(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|壮|傣|景颇|傈僳|白|哈尼|回|蒙古|哈萨克|柯尔克孜|满|瑶|畲|黎|仡佬|水|佤|拉祜|布朗|怒|独龙|普米|纳西|东乡|保安|撒拉|土|裕固|锡伯|达斡尔|塔吉克|仫佬|毛南|各)族|蒙古|哈萨克|柯尔克孜|各族)+$/u;

function stemOf(name: string, words: RegExp): string | null {
  const bare = name.replace(words, "");
  const stem = bare.replace(PEOPLES, "");
  const short = stem.length >= 2 ? stem : bare;
  return short.length >= 2 && short !== name ? short : null;
}

function listed(districts: string, digits: number): readonly (readonly [code: number, name: string])[] {
  return districts
    .split(" ")
    .filter((entry) => entry !== "")
    .map((entry) => [Number(entry.slice(0, digits)), entry.slice(digits)]);
}

/** What may stand between the parts of a place. */
const BETWEEN = /^(?:中国|[\s\-–—·•,，、/\\|()（）[\]【】>→省市区:：])+/u;

/** What stands between two places of a list. */
const AND = /^[^、，,；;/和与及或]{0,6}[、，,；;/和与及或]/u;

export class Places {
  private readonly byCode = new Map<PlaceCode, Named>();
  /** Spelling -> what bears it. */
  private readonly byName = new Map<string, Named[]>();
  private readonly heir = new Map<PlaceCode, PlaceCode | null>();
  private readonly formerNames: string[] = [];
  private longest = 0;
  private readonly known = new Map<string, PlacesMeant>();

  constructor(readonly provinces: readonly Province[]) {
    for (const { code, name, cities, districts, zones, former } of provinces) {
      this.add({ code, name: name.zh, stem: stemOf(name.zh, PROVINCE_WORDS), level: "province" });
      for (const [own, county] of listed(districts, 4)) this.addCounty(code + own, county);
      for (const zone of zones) this.addName(zone, { code, name: zone, stem: null, level: "county" });
      for (const city of cities) {
        const named = {
          code: city.code,
          name: city.name.zh,
          stem: stemOf(city.name.zh, CITY_WORDS),
          level: "city",
        } as const;
        this.add(named);
        if (named.stem !== null && named.name.endsWith("自治州")) this.addName(`${named.stem}州`, named);
        for (const [own, county] of listed(city.districts, 2)) this.addCounty(city.code + own, county);
        for (const zone of city.zones) this.addName(zone, { code: city.code, name: zone, stem: null, level: "county" });
      }
      for (const one of former) {
        this.heir.set(one.code, one.now);
        const now = one.now ?? code;
        const level = one.code % 100 === 0 ? "city" : "county";
        this.formerNames.push(one.name);
        this.addName(one.name, { code: now, name: one.name, stem: null, level });
        const stem = stemOf(one.name, level === "city" ? CITY_WORDS : COUNTY_WORDS);
        if (stem !== null) this.addName(stem, { code: now, name: one.name, stem, level });
      }
    }
  }

  name(code: PlaceCode): string | null {
    return this.byCode.get(code)?.name ?? null;
  }

  /** The name of a place in either language, its province before it: 山东省济南市; counties are named in Chinese. */
  text(code: PlaceCode): Text {
    const province = this.provinces.find((one) => one.code === provinceOf(code));
    const city = province?.cities.find((one) => one.code === cityOf(code));
    const county = code % 100 === 0 ? null : this.name(code);
    const zh = [province?.name.zh, city?.name.zh, county].filter((part) => part !== undefined && part !== null);
    const en = [county, city?.name.en, province?.name.en].filter((part) => part !== undefined && part !== null);
    return { zh: zh.join(""), en: en.join(", ") };
  }

  /** The province a place lies in. */
  province(code: PlaceCode): Province | null {
    return this.provinces.find((one) => one.code === provinceOf(code)) ?? null;
  }

  /** A name in a text that is no longer in use; null where there is none. */
  formerIn(text: string): string | null {
    return this.formerNames.find((name) => text.includes(name)) ?? null;
  }

  /**
   * The place of a six-digit code: its own, that of the place which took it over, else the city or province its first digits name.
   * Null for a code of no province, such as the 100000 of the national authority.
   */
  ofCode(digits: string): PlaceCode | null {
    if (!/^\d{6}$/.test(digits)) return null;
    const code = Number(digits);
    const heir = this.heir.get(code);
    if (heir !== undefined && heir !== null) return heir;
    const held = placeChain(code).find((one) => this.byCode.has(one) || (this.heir.get(one) ?? null) !== null);
    return held === undefined ? null : (this.heir.get(held) ?? held);
  }

  /**
   * The places a text of a sheet may mean; none where no place of China is named. More than one where several bear the name (鼓楼区), or
   * where it names several one after the other.
   * @param level what the column holds: 朝阳 is a city in a column of cities and a district in one of counties; 吉林 likewise
   */
  meant(text: string, level: PlaceLevel | null = null): PlacesMeant {
    const key = `${level ?? ""}\n${text}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.follow(text.normalize("NFKC").trim(), level);
      this.known.set(key, found);
    }
    return found;
  }

  private follow(text: string, level: PlaceLevel | null): PlacesMeant {
    const digits = /^\d{6}$/.test(text) ? this.ofCode(text) : null;
    if (digits !== null) return [digits];
    const english = this.english(text);
    if (english.length > 0) return english;
    let [rest, meant]: [string, readonly Named[]] = [text, []];
    for (;;) {
      const between = BETWEEN.exec(rest)?.[0] ?? "";
      const next = this.first(rest, meant, level) ?? this.first(rest.slice(between.length), meant, level);
      if (next === null) break;
      meant = next.named;
      rest = next.rest;
    }
    const codes = [...new Set(meant.map(({ code }) => code))];
    const and = codes.length === 0 ? undefined : AND.exec(rest)?.[0];
    return and === undefined ? codes : [...new Set([...codes, ...this.follow(rest.slice(and.length), level)])];
  }

  /** The longest name a text begins with, among the places that lie within those meant so far. */
  private first(
    text: string,
    within: readonly Named[],
    level: PlaceLevel | null,
  ): { readonly named: readonly Named[]; readonly rest: string } | null {
    for (let length = Math.min(text.length, this.longest); length >= 2; length -= 1) {
      const spelling = text.slice(0, length);
      const bearers = (this.byName.get(spelling) ?? this.renamed(spelling)).filter(
        ({ code }) => within.length === 0 || within.some((whole) => isWithin(code, whole.code) && code !== whole.code),
      );
      if (bearers.length === 0) continue;
      const rest = text.slice(length);
      // A shortened county stands for one only where the text ends with it: 市中 may begin any street.
      const whole = bearers.filter(({ stem, level: own }) => stem !== spelling || own !== "county" || rest === "");
      if (whole.length === 0) continue;
      return { named: this.likeliest(whole, spelling, within.length === 0 ? level : null), rest };
    }
    return null;
  }

  /** 即墨市 is 即墨区 today: a county under the word it had before it became a city or a district. */
  private renamed(spelling: string): readonly Named[] {
    const stem = /^.{2,}[市区县]$/u.test(spelling) ? spelling.slice(0, -1) : "";
    return (this.byName.get(stem) ?? []).filter((one) => one.level === "county" && one.stem === stem);
  }

  /** Of places of one name the one the column holds; else a full name before a shortened one, the largest of the shortened ones. */
  private likeliest(bearers: readonly Named[], spelling: string, level: PlaceLevel | null): readonly Named[] {
    const ofLevel = level === null ? [] : bearers.filter((one) => one.level === level);
    if (ofLevel.length > 0) return ofLevel;
    const exact = bearers.filter(({ name }) => name === spelling);
    if (exact.length > 0) return exact;
    for (const one of ["province", "city", "county"] as const) {
      const held = bearers.filter((bearer) => bearer.level === one);
      if (held.length > 0) return held;
    }
    return bearers;
  }

  private english(text: string): PlacesMeant {
    if (!/^[a-z' ,.-]+$/iu.test(text)) return [];
    const parts = text
      .toLowerCase()
      .split(",")
      .map((part) => part.replace(/\b(?:province|city|municipality|prefecture|autonomous region)\b/g, "").trim())
      .filter((part) => part !== "");
    const all = this.provinces.flatMap(({ id, code, name, cities }) => [
      { code, names: [id, name.en.toLowerCase()] },
      ...cities.map((city) => ({ code: city.code, names: [city.name.en.toLowerCase()] })),
    ]);
    const meant = parts.map((part) => all.filter(({ names }) => names.includes(part)).map(({ code }) => code));
    return meant.reduce<PlacesMeant>((held, codes) => (held.length === 0 ? codes : narrowed(held, codes)), []);
  }

  private addCounty(code: PlaceCode, name: string): void {
    this.add({ code, name, stem: stemOf(name, COUNTY_WORDS), level: "county" });
  }

  private add(named: Named): void {
    this.byCode.set(named.code, named);
    this.addName(named.name, named);
    if (named.stem !== null) this.addName(named.stem, named);
  }

  private addName(spelling: string, named: Named): void {
    const bearers = this.byName.get(spelling);
    if (bearers) bearers.push(named);
    else this.byName.set(spelling, [named]);
    this.longest = Math.max(this.longest, spelling.length);
  }
}

/** Places that two columns mean together: the smaller of each two that lie in one another; none where they contradict each other. */
export function narrowed(some: PlacesMeant, others: PlacesMeant): PlacesMeant {
  const both = some.flatMap((one) =>
    others.flatMap((other) => (isWithin(one, other) ? [one] : isWithin(other, one) ? [other] : [])),
  );
  return [...new Set(both)];
}

const indexes = new WeakMap<readonly Province[], Places>();

/** The places of a vocabulary, put into order once. */
export function placesOf({ provinces }: { readonly provinces: readonly Province[] }): Places {
  const known = indexes.get(provinces);
  if (known) return known;
  const places = new Places(provinces);
  indexes.set(provinces, places);
  return places;
}
