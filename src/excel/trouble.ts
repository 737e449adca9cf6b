/**
 * Errors of Excel's API -> what a user is told. The codes are those of
 * learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling; their own messages are not meant for users.
 * Free of zod, because the custom functions load it too.
 */
import type { Text } from "../words/text";
import { CANCELLED, ExcelTrouble, type TroubleKind } from "./host";

/** What was being done, as a phrase: 读取“企业名单” / reading "企业名单". */
export type Doing = Text;

interface Explained {
  readonly kind: TroubleKind;
  readonly text: Text;
}

const PROTECTED: Explained = {
  kind: "protected",
  text: {
    zh: "工作表或工作簿受保护，或者文件是只读的。请在“审阅”里撤销保护（只读文件请另存一份），再试一次。",
    en: "the sheet or the workbook is protected, or the file is read-only. Please unprotect it on the Review tab (or save a copy of a read-only file) and try again.",
  },
};
const GONE: Explained = {
  kind: "sheet-gone",
  text: {
    zh: "要用的工作表或表格已经不在了，可能刚被删除。请重新选择工作表，再试一次。",
    en: "the sheet or table is no longer there; it may just have been deleted. Please choose the sheet again.",
  },
};
const TOO_LARGE: Explained = {
  kind: "too-large",
  text: {
    zh: "内容太多，分成小块后 Excel 仍然装不下。请先选中一部分行，分几次做。",
    en: "there is more than Excel takes, even in small pieces. Please select some of the rows and do it in several goes.",
  },
};
const TOO_OLD: Explained = {
  kind: "too-old",
  text: {
    zh: "这个版本的 Excel 没有这项功能。请更新 Excel，或改用网页版 Excel。",
    en: "this version of Excel can't do it. Please update Excel, or use Excel on the web.",
  },
};
const UNREACHABLE: Explained = {
  kind: "unreachable",
  text: {
    zh: "和 Excel 的连接断了。请检查网络；工作簿还开着的话，关掉窗格再打开，重试一次。",
    en: "the connection to Excel was lost. Please check the network, close and open the pane, and try again.",
  },
};
const UNEXPECTED: Explained = {
  kind: "unexpected",
  text: {
    zh: "Excel 没能完成这一步。请再试一次；还不行的话，保存工作簿，重新打开 Excel 再试。",
    en: "Excel could not finish this step. Please try again; if it fails again, save the workbook and restart Excel.",
  },
};

const BY_CODE: ReadonlyMap<string, Explained> = new Map<string, Explained>([
  ["AccessDenied", PROTECTED],
  ["ItemNotFound", GONE],
  ["InvalidReference", GONE],
  ["InvalidBinding", GONE],
  [
    "InvalidOperationInCellEditMode",
    {
      kind: "editing",
      text: {
        zh: "有一个单元格正在编辑。请按回车或 Esc 结束编辑，再试一次。",
        en: "a cell is being edited. Please finish with Enter or Esc and try again.",
      },
    },
  ],
  [
    "InvalidSelection",
    {
      kind: "nothing-selected",
      text: {
        zh: "现在选中的不是一块单元格。请先选中一块连续的单元格，再试一次。",
        en: "what is selected is not one block of cells. Please select one and try again.",
      },
    },
  ],
  ["RequestPayloadSizeLimitExceeded", TOO_LARGE],
  ["ResponsePayloadSizeLimitExceeded", TOO_LARGE],
  ["RangeExceedsLimit", TOO_LARGE],
  ["OperationCellsExceedLimit", TOO_LARGE],
  ["MemoryLimitReached", TOO_LARGE],
  ["ApiNotFound", TOO_OLD],
  ["ApiNotAvailable", TOO_OLD],
  ["NotImplemented", TOO_OLD],
  ["UnsupportedOperation", TOO_OLD],
  ["ConnectionFailure", UNREACHABLE],
  ["ServiceNotAvailable", UNREACHABLE],
  ["RequestAborted", UNREACHABLE],
  ["Unauthenticated", UNREACHABLE],
  [
    "InactiveWorkbook",
    {
      kind: "unreachable",
      text: {
        zh: "另一个工作簿在前面。请点一下这个工作簿的窗口，再试一次。",
        en: "another workbook is in front. Please click this workbook's window and try again.",
      },
    },
  ],
]);

/** Codes that say a request or an answer was too much for one go. */
const LIMIT_CODES: ReadonlySet<string> = new Set([
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "RangeExceedsLimit",
  "OperationCellsExceedLimit",
  "MemoryLimitReached",
]);

/** The code of an error of Excel's API; "" for any other error. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

export function isLimit(error: unknown): boolean {
  return LIMIT_CODES.has(codeOf(error));
}

/** Codes that say something is not, or no longer, as it was found. */
const MOVED_CODES: ReadonlySet<string> = new Set(["ItemNotFound", "ItemAlreadyExists", "InvalidReference", "Conflict"]);

/** May the request have been refused because somebody else was quicker? */
export function othersMoved(error: unknown): boolean {
  return MOVED_CODES.has(codeOf(error)) || mayBeOurs(error);
}

/** Some Excels say so of a name that is taken too; but mostly it is our own mistake. */
export function mayBeOurs(error: unknown): boolean {
  return codeOf(error) === "InvalidArgument";
}

export function isEditing(error: unknown): boolean {
  return codeOf(error) === "InvalidOperationInCellEditMode";
}

/** Members newer than this Excel. */
export function isTooOld(error: unknown): boolean {
  return BY_CODE.get(codeOf(error)) === TOO_OLD;
}

/** The error as `ExcelTrouble`; one that is no error of Excel's is a bug and comes back as it is. */
export function asTrouble(error: unknown, doing: Doing): unknown {
  const code = codeOf(error);
  if (code === "" || error instanceof ExcelTrouble) return error;
  const { kind, text } = BY_CODE.get(code) ?? UNEXPECTED;
  return trouble(kind, doing, text, error);
}

/** 读取“企业名单”没有完成：…… */
export function trouble(kind: TroubleKind, doing: Doing, why: Text, cause?: unknown): ExcelTrouble {
  const text = { zh: `${doing.zh}没有完成：${why.zh}`, en: `Not finished ${doing.en}: ${why.en}` };
  return new ExcelTrouble(kind, text, cause === undefined ? undefined : { cause });
}

export function tooLarge(doing: Doing, cause?: unknown): ExcelTrouble {
  return trouble("too-large", doing, TOO_LARGE.text, cause);
}

export function goneTrouble(doing: Doing): ExcelTrouble {
  return trouble("sheet-gone", doing, GONE.text);
}

/** @throws ExcelTrouble of kind "cancelled" where the signal was given */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ExcelTrouble("cancelled", CANCELLED);
}
