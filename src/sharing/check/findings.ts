/** What a check of a workbook can find, in words. Rows are those of the input sheet, as Excel counts them. */
import type { CellPlace } from "../../words/grid";
import type { Text } from "../../words/text";

export type FindingKind =
  | "no-provenance"
  | "provenance-broken"
  | "provenance-edited"
  | "newer-form"
  | "older-version"
  | "input-sheet-missing"
  | "results-missing"
  | "columns-changed"
  | "inputs-changed"
  | "rows-moved"
  | "rows-added"
  | "rows-removed"
  | "judged-by-draft"
  | "rules-changed"
  | "results-edited"
  | "results-removed"
  | "results-added"
  | "results-differ"
  | "values-list-broken"
  | "values-list-edited"
  | "values-older"
  | "values-sheet-missing"
  | "values-edited"
  | "values-inputs-changed";

export interface Finding {
  readonly kind: FindingKind;
  /** The list it is about, where the workbook holds the results of several; its message begins with it. */
  readonly list: string | null;
  /** `info` changes nothing about the results. */
  readonly weight: "wrong" | "info";
  readonly message: Text;
  readonly rows: readonly number[];
  /** The sheet on which the rows stand now; null where they are gone, or stand on several. */
  readonly rowsOn: string | null;
  /** Single cells: where, what stands there, what it should be. */
  readonly details: readonly CellFinding[];
}

export interface CellFinding {
  /** Where it stands. */
  readonly cell: CellPlace;
  /** The row of the input sheet it is about. */
  readonly row: number;
  readonly heading: string;
  readonly shown: string;
  readonly expected: string;
}

/** Rows that are named one by one. */
export const SHOWN_ROWS = 12;

/** 第4、5、9行, 第4、5、9、…行（共37行）. */
export function rowsText(rows: readonly number[]): Text {
  const some = rows.slice(0, SHOWN_ROWS);
  const more = rows.length > some.length;
  return {
    zh: `第${some.join("、")}${more ? "…" : ""}行${more ? `（共${rows.length}行）` : ""}`,
    en: `row${rows.length > 1 ? "s" : ""} ${some.join(", ")}${more ? ` … (${rows.length} in all)` : ""}`,
  };
}

type Words = Readonly<Record<FindingKind, (about: { rows: Text; detail: Text }) => Text>>;

export const FINDING_WORDS: Words = {
  "no-provenance": () => ({
    zh: "没有凭据表，没法核对。可能没有用本程序评过，或者凭据表被删掉了。请用原名单重新评分。",
    en: "There is no provenance sheet, so there is nothing to check against. Please score the original list again.",
  }),
  "provenance-broken": () => ({
    zh: "凭据表不完整，读不出来。它可能被改动或删去了几行。请用原名单重新评分。",
    en: "The provenance sheet is incomplete and can't be read; lines may have been changed or removed. Please score the original list again.",
  }),
  "provenance-edited": () => ({
    zh: "凭据表和它自己的校验值对不上：有人手工改过它。下面的核对只能直接拿现在的数据重算来比。",
    en: "The provenance sheet does not agree with its own seal: it was edited by hand. What follows compares with a fresh scoring only.",
  }),
  "newer-form": ({ detail }) => ({
    zh: `凭据表是更新的版本（${detail.zh}）写的，这里读不了。请先更新程序。`,
    en: `The provenance sheet was written by a later version (${detail.en}). Please update this program first.`,
  }),
  "older-version": ({ detail }) => ({
    zh: `结果是较早的版本${detail.zh}写的，已按现在的版本重算比较。`,
    en: `The results were written by version ${detail.en}; they are compared with a scoring by this one.`,
  }),
  "input-sheet-missing": ({ detail }) => ({
    zh: `评分用的工作表“${detail.zh}”不在这个工作簿里，或者读不出企业名单，没法重算。`,
    en: `The sheet "${detail.en}" that was scored is not in this workbook or holds no list any more, so nothing can be scored again.`,
  }),
  "results-missing": ({ detail }) => ({
    zh: `结果表“${detail.zh}”不在这个工作簿里。`,
    en: `The sheet of results "${detail.en}" is not in this workbook.`,
  }),
  "columns-changed": ({ detail }) => ({
    zh: `输入表的列变了：${detail.zh}。每家企业的输入因此没法逐行核对。`,
    en: `The columns of the input changed: ${detail.en}. Single rows can't be checked for changes of input.`,
  }),
  "inputs-changed": ({ rows }) => ({
    zh: `${rows.zh}的输入数据在评分之后改过。请重新评分。`,
    en: `The input of ${rows.en} changed after scoring. Please score again.`,
  }),
  "rows-moved": ({ rows }) => ({
    zh: `${rows.zh}的企业换了位置（排过序，或插入、删除过行），数据没变；结果表里的行号已对不上。`,
    en: `The enterprises of ${rows.en} moved (sorted, or rows put in or taken out); their figures are the same, the row numbers of the results are not.`,
  }),
  "rows-added": ({ rows }) => ({
    zh: `${rows.zh}是评分之后加的，还没有结果。`,
    en: `The enterprises of ${rows.en} were added after scoring and have no result.`,
  }),
  "rows-removed": ({ rows }) => ({
    zh: `${rows.zh}的企业评分时在，现在名单里没有了。`,
    en: `The enterprises of ${rows.en} were there when the sheet was scored and are gone.`,
  }),
  "judged-by-draft": ({ detail }) => ({
    zh: `这份结果有按草案评的：${detail.zh}。草案不是施行的标准；这里按施行的标准重算来比。`,
    en: `A draft judged some of these results: ${detail.en}. A draft is no rule in force; they are compared with a scoring by the rules in force.`,
  }),
  "rules-changed": ({ detail }) => ({
    zh: `标准变了：${detail.zh}。按现在的标准，结果可能不同。`,
    en: `The rules changed: ${detail.en}. Under the present ones results may differ.`,
  }),
  "results-edited": ({ rows }) => ({
    zh: `${rows.zh}的结果被手工改过。`,
    en: `The results of ${rows.en} were edited by hand.`,
  }),
  "results-removed": ({ rows }) => ({
    zh: `${rows.zh}的结果从结果表里删掉了。`,
    en: `The results of ${rows.en} were removed.`,
  }),
  "results-added": ({ rows }) => ({
    zh: `结果表里多出了${rows.zh}的结果，评分时没有。`,
    en: `There are results for ${rows.en} which the scoring did not write.`,
  }),
  "results-differ": ({ rows }) => ({
    zh: `${rows.zh}的结果和现在重算的不一样。`,
    en: `The results of ${rows.en} differ from a fresh scoring.`,
  }),
  "values-list-broken": () => ({
    zh: "公式清单不完整，读不出来。它可能被改动或删去了几行，值副本因此没法核对。",
    en: "The list of formulas is incomplete and can't be read; lines may have been changed or removed, so the copy in values can't be checked.",
  }),
  "values-list-edited": () => ({
    zh: "公式清单和它自己的校验值对不上：有人手工改过它。",
    en: "The list of formulas does not agree with its own seal: it was edited by hand.",
  }),
  "values-older": ({ detail }) => ({
    zh: `公式的值是较早的版本${detail.zh}算的。要按现在的版本重算，先恢复公式。`,
    en: `The values of the formulas were computed by version ${detail.en}. To compute them by this one, put the formulas back first.`,
  }),
  "values-sheet-missing": ({ detail }) => ({
    zh: `公式清单里写的工作表“${detail.zh}”不在这个工作簿里，可能改了名或删掉了。`,
    en: `The sheet "${detail.en}" of the list of formulas is not in this workbook; it was renamed or deleted.`,
  }),
  "values-edited": ({ detail }) => ({
    zh: `${detail.zh} 原来是公式，换成数值以后又被手工改过。`,
    en: `${detail.en}: once a formula, changed by hand after it was replaced by its value.`,
  }),
  "values-inputs-changed": ({ detail }) => ({
    zh: `“${detail.zh}”里别的单元格在公式换成数值以后改过，这些数值可能已经不对应。要重算，先恢复公式。`,
    en: `Other cells on "${detail.en}" changed after its formulas were replaced by values, which may no longer fit. To compute them again, put the formulas back first.`,
  }),
};

const NOTHING: Text = { zh: "", en: "" };

/** What says something of the results and nothing against them. */
const INFORMING: ReadonlySet<FindingKind> = new Set(["older-version", "judged-by-draft", "values-older"]);

export function finding(
  kind: FindingKind,
  about: {
    readonly rows?: readonly number[];
    readonly rowsOn?: string | null;
    readonly detail?: Text;
    readonly details?: readonly CellFinding[];
  } = {},
): Finding {
  const rows = [...new Set(about.rows ?? [])].sort((a, b) => a - b);
  return {
    kind,
    list: null,
    weight: INFORMING.has(kind) ? "info" : "wrong",
    message: FINDING_WORDS[kind]({ rows: rowsText(rows), detail: about.detail ?? NOTHING }),
    rows,
    rowsOn: about.rowsOn ?? null,
    details: about.details ?? [],
  };
}

/** The finding, told of one of several lists. */
export function findingOf(list: string, found: Finding): Finding {
  const { zh, en } = found.message;
  return { ...found, list, message: { zh: `“${list}”：${zh}`, en: `"${list}": ${en}` } };
}
