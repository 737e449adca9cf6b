/**
 * Turns, for people who write the same thing at the same time. Excel can't be asked to write only if nobody else has written meanwhile;
 * but a request whose first action fails changes nothing. So whoever writes takes away the turns that were there when they looked and
 * leaves one of their own: where somebody else came first, a turn is missing and the request is refused.
 */
import type { Text } from "../words/text";
import { randomId } from "./random-id";
import { settingKey } from "./setting-key";
import { mayBeOurs, othersMoved, trouble, type Doing } from "./trouble";

/** How often something is tried while others keep coming first. */
const MOST_TRIES = 6;

const OTHERS_BUSY: Text = {
  zh: "有人同时在这个工作簿里写结果或移动工作表，几次都没能轮上。请稍等片刻，再试一次。",
  en: "somebody else kept writing results or moving sheets in this workbook at the same time. Please wait a moment and try again.",
};

/** Does `work`, which looks and then writes, again whenever somebody else has moved what it had seen. @throws ExcelTrouble */
export async function untilInTurn<T>(doing: Doing, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!othersMoved(error)) throw error;
      if (tries < MOST_TRIES) continue;
      throw mayBeOurs(error) ? error : trouble("sheet-changed", doing, OTHERS_BUSY, error);
    }
  }
}

/** The key of a turn for writing `subject`. */
export function turnKey(subject: string, id: string): string {
  return settingKey(`turn.${subject}.${id}`);
}

/** The turns for writing `subject` among the keys of a workbook's settings. */
export function turnsAmong(settings: Excel.SettingCollection, subject: string): string[] {
  const prefix = turnKey(subject, "");
  return settings.items.map(({ key }) => key).filter((key) => key.startsWith(prefix));
}

/** Queues a turn to begin with: two who find none would not notice one another. */
export function queueFirstTurn({ workbook }: Excel.RequestContext, subject: string, id: string): void {
  workbook.settings.add(turnKey(subject, id), true);
}

/** Queues the change of turns, before anything else of the request. Refused with ItemNotFound where one that was seen is gone. */
export function queueNextTurn({ workbook }: Excel.RequestContext, subject: string, seen: readonly string[]): void {
  for (const key of seen) workbook.settings.getItem(key).delete();
  workbook.settings.add(turnKey(subject, randomId()), true);
}
