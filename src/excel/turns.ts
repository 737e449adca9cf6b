/**
 * Turns, for people who write the same thing at the same time. Excel can't be asked to write only if nobody else has written meanwhile;
 * but a request whose first action fails changes nothing. So whoever writes takes away the turns that were there when they looked and
 * leaves one of their own: where somebody else came first, a turn is missing and the request is refused.
 */
import { randomId } from "./random-id";
import { settingKey } from "./setting-key";

/** How often something is written while others keep coming first. */
export const MOST_TRIES = 6;

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
