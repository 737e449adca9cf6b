/** What the pane says when scoring can't go on: what happened, where, what to do. */
import { ExcelTrouble, type SheetInfo, type WorkbookView } from "../../../excel/host";
import type { Text } from "../../../words/text";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { Refused } from "../../worker/refused";
import { textOfError } from "../work";
import type { Remedy, Trouble } from "./scoring-state";

/** The sheet most likely to hold the list: visible, not ours, with the most rows. */
function likelySheet(workbook: WorkbookView, but: SheetInfo): SheetInfo | null {
  const rows = ({ used }: SheetInfo): number => (used === null ? 0 : used.bottom - used.top + 1);
  const others = workbook.sheets.filter(
    (sheet) => sheet.id !== but.id && sheet.visible && sheet.used !== null && !isResultSheet(sheet.name),
  );
  return others.reduce<SheetInfo | null>((most, one) => (most === null || rows(one) > rows(most) ? one : most), null);
}

function elsewhere(workbook: WorkbookView, sheet: SheetInfo): Remedy | null {
  const other = likelySheet(workbook, sheet);
  return other === null ? null : { kind: "show-sheet", sheet: other.id, name: other.name };
}

/** Where trying again may well go better. */
const WORTH_RETRYING = new Set(["sheet-changed", "editing", "unreachable", "unexpected", "protected", "too-large"]);

export const troubles = {
  emptySheet: (workbook: WorkbookView, sheet: SheetInfo): Trouble => ({
    text: {
      zh: `“${sheet.name}”是空表。请点到放企业名单的那张表，或先用示例试试。`,
      en: `"${sheet.name}" is empty. Go to the sheet with the list of enterprises, or try the sample.`,
    },
    remedy: elsewhere(workbook, sheet),
  }),
  resultSheet: (workbook: WorkbookView, sheet: SheetInfo): Trouble => ({
    text: {
      zh: `“${sheet.name}”是评分写出的结果表，不能再拿来评分。请点到企业名单所在的表。`,
      en: `"${sheet.name}" holds results and can't be scored itself. Go to the sheet with the list of enterprises.`,
    },
    remedy: elsewhere(workbook, sheet),
  }),
  nowEmpty: (name: string): Text => ({
    zh: `“${name}”现在是空的，没有可评的企业。请恢复数据，或换一张表。`,
    en: `"${name}" is empty now, so there is nothing to score. Bring its data back or choose another sheet.`,
  }),
  nothingSelected: {
    text: {
      zh: "还没选中企业所在的行。请在表里选中要评的行，再点一次；或者评整张表。",
      en: "No rows of enterprises are selected. Select the rows to score and press again, or score the whole sheet.",
    },
    remedy: { kind: "score-whole" },
  },
  notKept: {
    text: {
      zh: "设置没能存进这个工作簿，关掉窗格后要重新设。如果工作簿是只读的，请另存一份再设。",
      en: "The settings could not be kept in this workbook and hold only until the pane closes. If it is read-only, save a copy first.",
    },
    remedy: null,
  },
  runNotKept: {
    text: {
      zh: "这次评分没能记进工作簿，下次打开要重新评。如果工作簿是只读的，请另存一份再评。",
      en: "This scoring could not be noted in the workbook and has to be done again when it is opened next. If it is read-only, save a copy first.",
    },
    remedy: null,
  },
  runGone: {
    text: {
      zh: "名单和评分的时候不一样了，没法接着上次的看。请重新评分。",
      en: "The list is no longer as it was scored, so the last scoring can't be taken up. Please score again.",
    },
    remedy: { kind: "score-again" },
  },
  cannotComeBack: {
    zh: "上一次的结果恢复不了：名单后来改得太多，或者标准已经更新。这次的结果没有动；再点一次撤销，就只去掉这次的结果表。",
    en: "The results of the scoring before can't be brought back: the list changed too much since, or the rules are newer. These results are untouched; undoing once more only takes them away.",
  },
  addedTo: (names: readonly string[]): Trouble => ({
    text: {
      zh: `${names.map((name) => `“${name}”`).join("、")}里有后来加的内容，留着没删。`,
      en: `${names.map((name) => `"${name}"`).join(", ")} hold things added since and were left as they are.`,
    },
    remedy: null,
  }),
  /** Any failure in the words of whoever threw it, with the remedy where one helps; null where it has been said already. */
  of: (error: unknown, remedy: Remedy | null): Trouble | null => {
    const text = textOfError(error);
    if (text === null) return null;
    if (error instanceof ExcelTrouble && !WORTH_RETRYING.has(error.kind))
      return { text, remedy: lookInstead(error.kind, remedy) };
    return { text, remedy: error instanceof Refused && error.why === "reading" ? { kind: "pick-heading" } : remedy };
  },
} satisfies Record<string, unknown> & {
  nothingSelected: Trouble;
  notKept: Trouble;
  runNotKept: Trouble;
  runGone: Trouble;
  cannotComeBack: Text;
};

/** A sheet that is gone can't be scored again, but another can be looked at. */
function lookInstead(kind: string, remedy: Remedy | null): Remedy | null {
  return kind === "sheet-gone" && remedy !== null ? { kind: "look-again" } : null;
}
