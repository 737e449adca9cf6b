/** What the product keeps in the workbook itself: it travels with the file and is gone when the file is. */
import { askSetting, valueOf } from "./ask-setting";
import type { Connection } from "./connection";
import { randomId } from "./random-id";
import { settingKey } from "./setting-key";
import type { Doing } from "./trouble";
import { queueFirstTurn, queueNextTurn, turnsAmong, untilInTurn } from "./turns";

const READING: Doing = { zh: "读取工作簿里保存的设置", en: "reading the settings kept in the workbook" };
const SAVING: Doing = { zh: "把设置保存到工作簿", en: "keeping the settings in the workbook" };

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

/**
 * Writes what `change` makes of the value there, so that of two people who change it at the same time neither writes over the other. Gives
 * what was written.
 */
export async function changeSetting<T>(connection: Connection, key: string, change: (kept: unknown) => T): Promise<T> {
  return connection.run(SAVING, ({ step }) =>
    untilInTurn(SAVING, async () => {
      const look = () =>
        step((context) => ({
          settings: context.workbook.settings.load("items/key"),
          setting: askSetting(context, key),
        }));
      let seen = await look();
      if (turnsAmong(seen.settings, key).length === 0) {
        await step((context) => queueFirstTurn(context, key, randomId()));
        seen = await look();
      }
      const value = change(valueOf(seen.setting));
      await step((context) => {
        queueNextTurn(context, key, turnsAmong(seen.settings, key));
        keepSetting(context, key, value);
      });
      return value;
    }),
  );
}
