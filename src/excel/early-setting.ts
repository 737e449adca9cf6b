/** One setting of the workbook, asked for before the pane is there. Loaded with the custom functions, so it stays small. */
import { askSetting, valueOf } from "./ask-setting";
import { Connection } from "./connection";
import { whenOfficeReady } from "./office-ready";
import type { Doing } from "./trouble";

const READING: Doing = { zh: "读取工作簿里保存的设置", en: "reading the settings kept in the workbook" };

/** Null where nothing is kept. @throws ExcelTrouble where Excel does not say */
export async function readEarly(key: string): Promise<unknown> {
  await whenOfficeReady();
  return new Connection().run(READING, async ({ step }) => valueOf(await step((context) => askSetting(context, key))));
}
