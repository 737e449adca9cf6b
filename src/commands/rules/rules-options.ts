/** The options of `rules`, whatever it is asked to do. */
import { AS_OF, MAP, PLACE, SHEET } from "../kit/list-options";
import type { FlagOption, OptionGroup, ValueOption } from "../kit/option";
import { PURPOSE } from "../kit/purpose-option";

export const RESULT: ValueOption = {
  kind: "value",
  name: "out",
  value: { zh: "文件或文件夹", en: "FILE|FOLDER" },
  about: {
    zh: "draft、impact 写一个 .xlsx；diff 写 .xlsx 或 .md，不写就打出来；publish 写一个文件夹",
    en: "draft, impact: an .xlsx; diff: an .xlsx or .md, printed if left out; publish: a folder",
  },
};

export const EDITION: ValueOption = {
  kind: "value",
  name: "edition",
  value: { zh: "施行日", en: "DAY" },
  about: {
    zh: "publish：新版从哪一天施行，如 2027-04-01",
    en: "publish: the day the new edition comes into force, as in 2027-04-01",
  },
};

export const SWEEP: ValueOption = {
  kind: "value",
  name: "sweep",
  value: { zh: "编号", en: "LINE" },
  about: {
    zh: "impact：逐个试草案里的一条线（写它的编号，如 revenue）",
    en: "impact: tries one line of the draft at many values (its id, as in revenue)",
  },
};

export const VALUES: ValueOption = {
  kind: "value",
  name: "values",
  value: { zh: "几个值", en: "VALUES" },
  about: {
    zh: "--sweep 试哪些值，逗号隔开，单位同草案；不写就从0试到两倍，共50个",
    en: "values for --sweep, apart by commas, in the draft's unit; by default 50 from 0 to twice the line",
  },
};

export const NEW: FlagOption = {
  kind: "flag",
  name: "new",
  about: {
    zh: "draft：从空白起草一版新的，如 draft zhejiang/gazelle@2027-01-01 --new",
    en: "draft: an empty draft of a new edition, as in draft zhejiang/gazelle@2027-01-01 --new",
  },
};

export const SCORED: FlagOption = {
  kind: "flag",
  name: "scored",
  about: { zh: "和 --new 一起用：带评分的分项、评分项和档", en: "with --new: with a score of groups, items and bands" },
};

export const RULES_OPTIONS: readonly OptionGroup[] = [
  { options: [RESULT, NEW, SCORED, EDITION, PURPOSE, SWEEP, VALUES] },
  { title: { zh: "名单怎么读（impact）", en: "Reading the list (impact)" }, options: [AS_OF, PLACE, SHEET, MAP] },
];
