/** The words that stand in the cells of a native copy. Formulas compare with them, so each is written once, here. */
import type { Language } from "../../words/text";

export interface NativeWords {
  readonly met: string;
  readonly unmet: string;
  /** A cell is blank that could still decide. */
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
  /** Rules of a province that the enterprise is not in. */
  readonly elsewhere: string;
}

export const NATIVE_WORDS: Readonly<Record<Language, NativeWords>> = {
  zh: { met: "达到", unmet: "未达到", unknown: "待补", yes: "是", no: "否", elsewhere: "不在本省" },
  en: { met: "met", unmet: "not met", unknown: "to fill in", yes: "yes", no: "no", elsewhere: "elsewhere" },
};
