/** The options of every command that reads a sheet, and what they say together. */
import { basename, extname } from "node:path";
import type { Text } from "../../words/text";
import { serialOfIso } from "../../words/calendar";
import { commonPlace, placesOf, type PlaceCode } from "../../language/places";
import type { Vocabulary } from "../../language/vocabulary";
import type { GivenOptions } from "./given-options";
import type { FlagOption, OptionGroup, ValueOption } from "./option";
import { requireApart, type NamedPath } from "./paths";
import { WrongInput } from "./wrong-input";

export const SHEET: ValueOption = {
  kind: "value",
  name: "sheet",
  value: { zh: "表名", en: "NAME" },
  about: {
    zh: "只读这一张表；不写就把能放在一起读的表都读上",
    en: "read this sheet only; by default all sheets that belong together",
  },
};

export const AS_OF: ValueOption = {
  kind: "value",
  name: "as-of",
  value: { zh: "日期", en: "DAY" },
  about: {
    zh: "按哪一天评，写成 2026-11-21；不写是这一版核对标准的那天",
    en: "the day of judgement, written as 2026-11-21; by default the day the rules of this release were checked",
  },
};

export const PLACE: ValueOption = {
  kind: "value",
  name: "place",
  value: { zh: "省或市", en: "PLACE" },
  about: {
    zh: "表里看不出企业在哪个省时按哪里评，如 浙江；不写就当作还不知道",
    en: "the place of enterprises that tell none, such as 浙江 or Zhejiang; without it theirs is not known",
  },
};

export const OUT: ValueOption = {
  kind: "value",
  name: "out",
  value: { zh: "结果.xlsx", en: "out.xlsx" },
  about: {
    zh: "结果写到哪个文件；不写就在输入的文件名后加几个字，放在当前文件夹",
    en: "the result; by default in the current folder, with a word after the input's name",
  },
};

export const JSON_FILE: ValueOption = {
  kind: "value",
  name: "json",
  value: { zh: "结果.json|-", en: "out.json|-" },
  about: {
    zh: "结果另存一份 JSON，里面也有各列是怎么读的（reading）；写 - 就打到标准输出",
    en: "the results as JSON too, with how every column was read (reading); - prints it",
  },
};

export const FACTS: FlagOption = {
  kind: "flag",
  name: "facts",
  about: {
    zh: "JSON 里每一行另写出读到的各项数据（facts）",
    en: "adds what was read of each row to the JSON (facts)",
  },
};

export const MAP: ValueOption = {
  kind: "value",
  name: "map",
  value: { zh: "对应.json", en: "map.json" },
  about: {
    zh: "按这份对应关系读各列；没把握的列在这里确认",
    en: "reads the columns by this mapping, where doubtful columns are confirmed",
  },
};

export const SAVE_MAP: ValueOption = {
  kind: "value",
  name: "save-map",
  value: { zh: "对应.json", en: "map.json" },
  about: {
    zh: "写出各列的对应关系（表头、项目、年份、单位），改好后用 --map 再读",
    en: "writes how each column was read (heading, field, year, unit); edited, --map applies it again",
  },
};

/** How the sheet is read. */
export const READING: OptionGroup = {
  title: { zh: "怎么读", en: "Reading" },
  options: [SHEET, MAP, SAVE_MAP],
};

/** What is written. */
export const WRITING: readonly (ValueOption | FlagOption)[] = [OUT, JSON_FILE, FACTS];

export interface ListArguments {
  readonly input: string;
  readonly sheet: string | undefined;
  readonly map: string | undefined;
  readonly saveMap: string | undefined;
  readonly out: string;
  /** A path, or "-" for the terminal. */
  readonly json: string | undefined;
  readonly facts: boolean;
}

export interface ListContext {
  /** Stands behind the input's name where no output is given: 评分. */
  readonly ending: string;
  /** The output's own name where none is given, where even the input's may tell too much. */
  readonly name?: string;
  /** The output is written afresh, without the macros of the original. */
  readonly plain?: boolean;
  /** Endings of the output, the usual one first, where it may be something else than a workbook. */
  readonly kinds?: readonly string[];
  /** Other files that are read or written. */
  readonly reads?: readonly NamedPath[];
  readonly writes?: readonly NamedPath[];
}

function outOf(input: string, given: string | undefined, { ending, name, plain = false, kinds }: ListContext): string {
  // A workbook with macros keeps its kind; Excel refuses one that is named .xlsx.
  const kind = extname(input).toLowerCase() === ".xlsm" && !plain ? ".xlsm" : ".xlsx";
  const out = given ?? name ?? `${basename(input, extname(input))}_${ending}${kind}`;
  const outKind = extname(out).toLowerCase();
  if (plain && outKind === ".xlsm")
    throw new WrongInput({
      zh: `副本里没有宏，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `The copy holds no macros, its name must end in .xlsx; it is "${out}".`,
    });
  if (kinds !== undefined) {
    if (kinds.includes(outKind)) return out;
    const list = kinds.join("、");
    throw new WrongInput({
      zh: `--out 的文件名要以 ${list} 结尾，现在是“${out}”。`,
      en: `--out must end in ${kinds.join(", ")}; it is "${out}".`,
    });
  }
  if (![".xlsx", ".xlsm"].includes(outKind))
    throw new WrongInput({
      zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${out}”。`,
      en: `--out is an Excel workbook, its name must end in .xlsx; it is "${out}".`,
    });
  return out;
}

/** The place named by `--place`; null where it is not given. @throws WrongInput */
export function placeGiven(given: GivenOptions, vocabulary: Vocabulary): PlaceCode | null {
  const text = given.value(PLACE);
  if (text === undefined) return null;
  const places = placesOf(vocabulary);
  const meant = places.meant(text);
  const place = commonPlace(meant);
  if (place !== null) return place;
  const several = meant.slice(0, 4).map((code) => places.text(code));
  throw new WrongInput(
    meant.length === 0
      ? {
          zh: `--place 要写省或市，如 浙江、浙江省杭州市；没有认识的地方叫“${text}”。`,
          en: `--place takes a province or city, such as Zhejiang or 浙江; no place called "${text}" is known.`,
        }
      : {
          zh: `--place 的“${text}”可能是${several.map(({ zh }) => zh).join("、")}，请把省也写上。`,
          en: `"${text}" of --place may be ${several.map(({ en }) => en).join("; ")}: name the province too.`,
        },
  );
}

/** What is asked of a list, checked before anything is read. @throws WrongInput */
export function listArguments(given: GivenOptions, input: string, context: ListContext): ListArguments {
  const [map, saveMap, json] = [given.value(MAP), given.value(SAVE_MAP), given.value(JSON_FILE)];
  const facts = given.has(FACTS);
  const out = outOf(input, given.value(OUT), context);
  if (facts && json === undefined)
    throw new WrongInput({
      zh: "--facts 和 --json 一起用：在 JSON 里写出每一行读到的数据。",
      en: "--facts goes with --json: it adds what was read of each row.",
    });
  const named = (name: string, path: string | undefined): NamedPath[] => (path === undefined ? [] : [{ name, path }]);
  requireApart(
    [{ name: "", path: input }, ...named("--map", map), ...(context.reads ?? [])],
    [
      { name: "--out", path: out },
      ...named("--json", json === "-" ? undefined : json),
      ...named("--save-map", saveMap),
      ...(context.writes ?? []),
    ],
  );
  return { input, sheet: given.value(SHEET), map, saveMap, out, json, facts };
}

/** The day of judgement. @throws WrongInput where it is none */
export function dayOf(given: GivenOptions, checked: string): string {
  const asOf = given.value(AS_OF) ?? checked;
  if (serialOfIso(asOf) !== null) return asOf;
  const text: Text = {
    zh: `--as-of 要写成 2026-11-21 这样真实存在的日期，现在是“${asOf}”。`,
    en: `--as-of must be a real date such as 2026-11-21, it is "${asOf}".`,
  };
  throw new WrongInput(text);
}
