/** One thing the product keeps in the workbook, asked for. */
import { settingKey } from "./setting-key";

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
