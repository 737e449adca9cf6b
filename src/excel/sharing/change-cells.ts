/** Exchanges formulas and values in cells, all or nothing: what was there is put back when a part fails or the work is cancelled. */
import type { Text } from "../../words/text";
import type { Connection, Steps } from "../connection";
import { ExcelTrouble, type Control } from "../host";
import type { OwnWriting } from "../own-writing";
import { rangeAddress } from "../../words/range-address";
import type { CellChange } from "../sharing-host";
import { codeOf, goneTrouble, throwIfCancelled, trouble, type Doing } from "../trouble";
import { lockedParts } from "./locked-parts";
import { putContents } from "./put-contents";
import { cellsOf, stacked } from "./sheet-ranges";

const CHANGING: Doing = { zh: "更换公式和数值", en: "exchanging formulas and values" };

/** The changes must not overlap; values are written before formulas. */
export async function changeCells(
  connection: Connection,
  writing: OwnWriting,
  changes: readonly CellChange[],
  control: Control = {},
): Promise<void> {
  const { signal } = control;
  throwIfCancelled(signal);
  if (changes.length === 0) return;
  await writing.during(() =>
    connection.run(CHANGING, async (steps) => {
      await refuseLocked(steps, changes, signal);
      const total = changes.reduce((sum, { range, to }) => sum + (to.kind === "formula" ? 1 : cellsOf(range)), 0);
      try {
        await putContents(
          steps,
          changes.map(({ sheet, range, to }) => ({ sheet, range, content: to })),
          signal,
          (done) => control.progress?.(done, total),
        );
      } catch (error) {
        await putBack(steps, changes, error);
        throw error;
      }
    }),
  );
}

/** Looks before anything is touched. */
async function refuseLocked(steps: Steps, changes: readonly CellChange[], signal?: AbortSignal): Promise<void> {
  const keys = [...new Set(changes.map(({ sheet }) => sheet))];
  const asked = await steps.step(({ workbook }) =>
    keys.map((key) => {
      const sheet = workbook.worksheets.getItemOrNullObject(key);
      sheet.load("name");
      const { protection } = sheet;
      protection.load("protected");
      return { key, sheet, protection };
    }),
  );
  if (asked.some(({ sheet }) => sheet.isNullObject)) throw goneTrouble(CHANGING);
  const guarded = new Map(
    asked.flatMap(({ key, sheet, protection }) => (protection.protected ? [[key, sheet.name]] : [])),
  );
  const [first] = await lockedParts(steps, stacked(changes.filter(({ sheet }) => guarded.has(sheet))), signal);
  if (first !== undefined) throw lockedTrouble(guarded.get(first.sheet) ?? first.sheet, rangeAddress(first.range));
}

function lockedTrouble(name: string, where: string): ExcelTrouble {
  return trouble("protected", CHANGING, {
    zh: `“${name}”受保护，${where} 改不了。请在“审阅”里撤销这张表的保护，再试一次。`,
    en: `"${name}" is protected, so ${where} can't be changed. Please unprotect that sheet on the Review tab and try again.`,
  });
}

/**
 * Sheet by sheet, as one that refused the change refuses this too. All changes count as made: Excel does not say how much of a request that
 * failed it has carried out, and to put back what is still there does no harm.
 * @throws ExcelTrouble where cells could not be put back
 */
async function putBack(steps: Steps, changes: readonly CellChange[], reason: unknown): Promise<void> {
  const bySheet = new Map<string, CellChange[]>();
  for (const change of [...changes].reverse()) {
    const list = bySheet.get(change.sheet);
    if (list) list.push(change);
    else bySheet.set(change.sheet, [change]);
  }
  const left: string[] = [];
  for (const [sheet, list] of bySheet) {
    try {
      await putContents(
        steps,
        list.map(({ range, back }) => ({ sheet, range, content: back })),
      );
    } catch (error) {
      const code = codeOf(error);
      if (code === "") throw error;
      // A protected sheet has taken no change either; with a sheet that has been deleted its cells are gone.
      if (code !== "AccessDenied" && code !== "ItemNotFound") left.push(sheet);
    }
  }
  if (left.length > 0) throw trouble("unexpected", CHANGING, await leftOver(steps, left), reason);
}

async function leftOver(steps: Steps, keys: readonly string[]): Promise<Text> {
  const names = await steps
    .step(({ workbook }) =>
      keys.map((key) => {
        const sheet = workbook.worksheets.getItemOrNullObject(key);
        sheet.load("name");
        return sheet;
      }),
    )
    .catch(() => []);
  const listed = names.filter((sheet) => !sheet.isNullObject).map(({ name }) => name);
  return {
    zh: `${listed.map((name) => `“${name}”`).join("、")}里有些单元格已经改了，没能恢复。请马上按“撤销”（Ctrl+Z），或不保存就关闭工作簿。`,
    en: `some cells of ${listed.map((name) => `"${name}"`).join(", ")} were changed and could not be put back. Please press Undo (Ctrl+Z) now, or close the workbook without saving.`,
  };
}
