/**
 * The one way to WPS: every call goes through `run`, which turns what WPS throws into what a user is told. The pane belongs to the
 * workbook that was in front when it opened; another one coming to the front changes nothing.
 */
import { ExcelTrouble } from "../../excel/host";
import { REAL_PACE, type Pace } from "../../excel/pace";
import { throwIfCancelled, trouble, type Doing } from "../../excel/trouble";
import type { Text } from "../../words/text";
import { putAway } from "./put-away";
import { isSheet, type WpsApplication, type WpsSheet, type WpsWorkbook } from "./objects";

/** Tells a sheet without a CodeName by its name. */
const BY_NAME = "name:";

/** WPS is busy while somebody types in a cell; most people finish within seconds. */
const EDITING_WAITS = [300, 700, 1500];

/** What is off while the product changes the workbook. */
const SWITCHES = ["ScreenUpdating", "DisplayAlerts", "EnableEvents"] as const;

const EDITING: Text = {
  zh: "有一个单元格正在编辑，或者开着对话框。请按回车或 Esc 结束，再试一次。",
  en: "a cell is being edited or a dialog is open. Please finish with Enter or Esc and try again.",
};
const GONE: Text = {
  zh: "要用的工作表或表格已经不在了，可能刚被删除。请重新选择工作表，再试一次。",
  en: "the sheet or table is no longer there; it may just have been deleted. Please choose the sheet again.",
};
const refused = (said: string): Text => ({
  zh: `WPS 没能完成这一步（${said}）。请再试一次；还不行的话，保存工作簿，重新打开 WPS 再试。`,
  en: `WPS could not finish this step (${said}). Please try again; if it fails again, save the workbook and restart WPS.`,
});
const READ_ONLY: Text = {
  zh: "这个文件是以只读方式打开的，写进去也存不下来。请另存一份，在新文件里再试一次。",
  en: "the file is open read-only, so what is written could not be saved. Please save a copy and try again there.",
};

const CLOSED: Text = {
  zh: "工作簿已经关闭，或者 WPS 已经退出。请重新打开工作簿，再打开窗格。",
  en: "the workbook was closed, or WPS has quit. Please open the workbook and the pane again.",
};

/** `name` of a protected sheet. */
const locked = (name: string): Text => ({
  zh: `“${name}”受保护，改不了。请在“审阅”里撤销这张表的保护，再试一次。`,
  en: `"${name}" is protected. Please unprotect that sheet on the Review tab and try again.`,
});
const STRUCTURE: Text = {
  zh: "工作簿的结构受保护，不能添加工作表。请在“审阅 > 保护工作簿”里撤销保护，再试一次。",
  en: "the workbook's structure is protected, so no sheet can be added. Please switch off Review > Protect Workbook and try again.",
};

export class WpsConnection {
  /** Above 0 while this host changes the workbook. */
  private writing = 0;
  constructor(
    readonly application: WpsApplication,
    readonly workbook: WpsWorkbook,
    readonly pace: Pace = REAL_PACE,
  ) {}

  get isWriting(): boolean {
    return this.writing > 0;
  }

  /** @throws ExcelTrouble where WPS threw; `doing` goes into its text */
  async run<T>(doing: Doing, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.isOpen ? asTrouble(error, doing) : closed(error, doing);
    }
  }

  /** A workbook that was closed answers nothing any more, in one way or another. */
  private get isOpen(): boolean {
    try {
      const name: unknown = this.workbook.Name;
      return typeof name === "string" && name !== "";
    } catch {
      return false;
    }
  }

  /** Work that changes the workbook. @throws ExcelTrouble before it begins where the file is read-only or a cell is being edited */
  async change<T>(doing: Doing, work: () => T | Promise<T>): Promise<T> {
    return this.run(doing, async () => {
      await this.untilReady(doing);
      if (this.workbook.ReadOnly) throw trouble("protected", doing, READ_ONLY);
      this.writing += 1;
      try {
        return await work();
      } finally {
        this.writing -= 1;
      }
    });
  }

  /** Some steps of a change at once: the screen is still, WPS asks nothing, and what was in view is in view again. */
  still<T>(steps: () => T): T {
    const { application } = this;
    const before = SWITCHES.map((name) => ({ name, on: application[name] }));
    try {
      for (const name of SWITCHES) application[name] = false;
      return steps();
    } finally {
      for (const { name, on } of before) this.turnBack(name, on);
    }
  }

  /** A screen that stayed still would be worse than the step that failed: once more, and what then fails is not what the user asked for. */
  private turnBack(name: (typeof SWITCHES)[number], on: boolean): void {
    for (let tries = 0; tries < 2; tries++) {
      try {
        this.application[name] = on;
        return;
      } catch {
        // Tried again.
      }
    }
  }

  private async untilReady(doing: Doing): Promise<void> {
    for (const wait of EDITING_WAITS) {
      if (this.application.Ready) return;
      await this.pace.wait(wait);
    }
    if (!this.application.Ready) throw trouble("editing", doing, EDITING);
  }

  /** Worksheets in the order of their tabs. */
  get sheets(): readonly WpsSheet[] {
    const { Worksheets } = this.workbook;
    return Array.from({ length: Worksheets.Count }, (_, index) => Worksheets.Item(index + 1)).filter(isSheet);
  }

  /** By id or name; null where it is gone. */
  find(key: string): WpsSheet | null {
    const { sheets } = this;
    return sheets.find((sheet) => idOf(sheet) === key) ?? sheets.find(({ Name }) => Name === key) ?? null;
  }

  /** @throws ExcelTrouble of kind "sheet-gone" */
  sheet(key: string, doing: Doing): WpsSheet {
    const found = this.find(key);
    if (found === null) throw trouble("sheet-gone", doing, GONE);
    return found;
  }

  get inView(): WpsSheet | null {
    const { ActiveSheet } = this.workbook;
    return isSheet(ActiveSheet) ? ActiveSheet : null;
  }

  /** Adds an empty sheet at the end; what was in view stays in view. @throws ExcelTrouble where the structure is protected */
  addSheet(name: string, doing: Doing): WpsSheet {
    this.throwIfStructureIsProtected(doing);
    const { inView } = this;
    const last = this.sheets.at(-1);
    if (last === undefined) throw trouble("sheet-gone", doing, GONE);
    const added = this.workbook.Worksheets.Add(undefined, last);
    if (!isSheet(added)) throw trouble("unexpected", doing, refused("Worksheets.Add"));
    try {
      added.Name = name;
      inView?.Activate();
    } catch (error) {
      putAway(added, inView);
      throw error;
    }
    return added;
  }

  throwIfStructureIsProtected(doing: Doing): void {
    if (this.workbook.ProtectStructure) throw trouble("protected", doing, STRUCTURE);
  }

  throwIfProtected(sheet: WpsSheet, doing: Doing): void {
    if (sheet.ProtectContents) throw trouble("protected", doing, locked(sheet.Name));
  }

  /** Lets the page have its turn between two pieces of long work. @throws ExcelTrouble where the work is cancelled */
  async breathe(signal: AbortSignal | undefined): Promise<void> {
    throwIfCancelled(signal);
    await this.pace.pause();
    throwIfCancelled(signal);
  }
}

/** The host's id of a sheet. */
export function idOf({ CodeName, Name }: WpsSheet): string {
  return CodeName === "" ? BY_NAME + Name : CodeName;
}

const closed = (error: unknown, doing: Doing): unknown =>
  error instanceof ExcelTrouble ? error : trouble("unreachable", doing, CLOSED, error);

/** WPS's errors have no codes, and their texts are for programmers: they are quoted and not explained. */
function asTrouble(error: unknown, doing: Doing): unknown {
  if (error instanceof ExcelTrouble) return error;
  // A bug of ours is none of WPS's refusals.
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return trouble("unexpected", doing, refused(said.slice(0, 120)), error);
}
