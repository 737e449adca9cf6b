/** What fields and numbers measure, and how that is said in a message. */
import type { Field } from "./vocabulary";
import type { Dimension } from "./tree";

/** A dimension as a person calls it. */
const SPOKEN: Readonly<Record<Dimension, string>> = {
  money: "money",
  share: "a share",
  plain: "a plain number",
  days: "a date",
  flag: "a yes or no",
  choice: "a choice",
  validity: "a validity date",
};

/** As in "money is compared with a share". */
export function spokenDimension(dimension: Dimension): string {
  return SPOKEN[dimension];
}

const CHINESE: Readonly<Record<Dimension, string>> = {
  money: "金额",
  share: "占比",
  plain: "个数",
  days: "日期",
  flag: "是否",
  choice: "选项",
  validity: "有效期",
};

/** The same in Chinese. */
export function dimensionText(dimension: Dimension): string {
  return CHINESE[dimension];
}

/** What a field measures; null for texts, which no rule can test. */
export function dimensionOf(field: Field): Dimension | null {
  switch (field.type) {
    case "money":
    case "share":
    case "flag":
    case "choice":
    case "validity":
      return field.type;
    case "date":
      return "days";
    case "text":
    case "code":
    case "industry":
      return null;
    default:
      return "plain";
  }
}
