/** Copies of whole sheets at the end of the workbook, and their removal. */
import { uniqueSheetName } from "../../xlsx/accepted-names";
import type { Connection, Steps } from "../connection";
import type { OwnWriting } from "../own-writing";
import type { CopiedSheet } from "../sharing-host";
import { trouble, type Doing } from "../trouble";

const COPYING: Doing = { zh: "复制工作表", en: "copying the sheets" };
const REMOVING: Doing = { zh: "删除工作表", en: "removing the sheets" };

/** All or nothing. Copies of hidden sheets are hidden as well. */
export async function copySheets(
  connection: Connection,
  writing: OwnWriting,
  wanted: readonly { readonly sheet: string; readonly name: string }[],
): Promise<readonly CopiedSheet[]> {
  if (wanted.length === 0) return [];
  return writing.during(() =>
    connection.run(COPYING, async (steps) => {
      const names = await freeNames(
        steps,
        wanted.map(({ name }) => name),
      );
      const copies: { readonly from: string; readonly id: string }[] = [];
      try {
        // One request each: of copies made in a request that fails, Excel would not tell.
        for (const { sheet } of wanted) copies.push(await copyOne(steps, sheet));
        await steps.step(({ workbook }) => {
          for (const [index, { id }] of copies.entries()) workbook.worksheets.getItem(id).name = names[index] ?? "";
        });
      } catch (error) {
        await remove(
          steps,
          copies.map(({ id }) => id),
        ).catch(() => undefined);
        throw error;
      }
      return copies.map((copy, index) => ({ ...copy, name: names[index] ?? "" }));
    }),
  );
}

async function freeNames(steps: Steps, wanted: readonly string[]): Promise<readonly string[]> {
  const { worksheets, protection } = await steps.step(({ workbook }) => {
    workbook.worksheets.load("items/name");
    workbook.protection.load("protected");
    return workbook;
  });
  if (protection.protected)
    throw trouble("protected", COPYING, {
      zh: "工作簿的结构受保护，不能添加工作表。请在“审阅 > 保护工作簿”里撤销保护，再试一次。",
      en: "the workbook's structure is protected, so no sheet can be added. Please switch off Review > Protect Workbook and try again.",
    });
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  return wanted.map((name) => uniqueSheetName(name, taken));
}

async function copyOne({ step }: Steps, key: string): Promise<{ readonly from: string; readonly id: string }> {
  const from = await step(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(key);
    sheet.load("id,visibility");
    return sheet;
  });
  const { id, visibility } = from;
  const copy = await step(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(id);
    // Excel copies no sheet that only a program can bring back into view.
    if (visibility === "VeryHidden") sheet.visibility = "Hidden";
    const made = sheet.copy("End");
    made.visibility = visibility;
    if (visibility === "VeryHidden") sheet.visibility = visibility;
    made.load("id");
    return made;
  });
  return { from: id, id: copy.id };
}

/** Sheets that are gone already are left out. */
export async function removeSheets(
  connection: Connection,
  writing: OwnWriting,
  sheets: readonly string[],
): Promise<void> {
  if (sheets.length === 0) return;
  await writing.during(() => connection.run(REMOVING, (steps) => remove(steps, sheets)));
}

async function remove({ step }: Steps, keys: readonly string[]): Promise<void> {
  const asked = await step(({ workbook }) =>
    keys.map((key) => {
      const sheet = workbook.worksheets.getItemOrNullObject(key);
      sheet.load("id,visibility");
      return sheet;
    }),
  );
  const there = asked.filter((sheet) => !sheet.isNullObject);
  if (there.length === 0) return;
  await step(({ workbook }) => {
    for (const { id, visibility } of there) {
      const sheet = workbook.worksheets.getItem(id);
      // "If the worksheet's visibility is set to VeryHidden, the delete operation will fail" (Worksheet.delete).
      if (visibility === "VeryHidden") sheet.visibility = "Hidden";
      sheet.delete();
    }
  });
}
