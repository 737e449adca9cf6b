/** What the product keeps in the workbook itself: it travels with the file and is gone when the file is. */
import type { Connection } from "./connection";
import type { Doing } from "./trouble";

const READING: Doing = { zh: "读取工作簿里保存的设置", en: "reading the settings kept in the workbook" };
const SAVING: Doing = { zh: "把设置保存到工作簿", en: "keeping the settings in the workbook" };

/** Other add-ins' settings live elsewhere; ours share this beginning so that people can tell what they are. */
export function settingKey(key: string): string {
  return `zjtx.${key}`;
}

/** Queues the question; `valueOf` reads the answer. */
export function askSetting(context: Excel.RequestContext, key: string): Excel.Setting {
  const setting = context.workbook.settings.getItemOrNullObject(settingKey(key));
  setting.load("value");
  return setting;
}

/** Null where nothing is kept. */
export function valueOf(setting: Excel.Setting): unknown {
  return setting.isNullObject ? null : setting.value;
}

/** Queues keeping a JSON value. */
export function keepSetting(context: Excel.RequestContext, key: string, value: unknown): void {
  context.workbook.settings.add(settingKey(key), value);
}

export async function readSetting(connection: Connection, key: string): Promise<unknown> {
  return connection.run(READING, async ({ step }) => valueOf(await step((context) => askSetting(context, key))));
}

export async function saveSetting(connection: Connection, key: string, value: unknown): Promise<void> {
  await connection.run(SAVING, async ({ step }) => {
    if (value !== null) {
      await step((context) => keepSetting(context, key, value));
      return;
    }
    const setting = await step((context) => askSetting(context, key));
    if (!setting.isNullObject) await step((context) => askSetting(context, key).delete());
  });
}
