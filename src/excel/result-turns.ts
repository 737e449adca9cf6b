/**
 * Whose results are in the workbook, for people who score at the same time. Excel can't be asked to write only if nobody else has written
 * meanwhile; but a request whose first action fails changes nothing. So every exchange of results takes away the turns that its run has
 * seen and leaves one of its own: where another exchange came first, a turn is missing and the request is refused.
 */
import { settingKey } from "./kept-settings";
import { randomId } from "./random-id";

const PREFIX = settingKey("results-turn.");

/** The turns among the keys of a workbook's settings. */
export function turnsAmong(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith(PREFIX));
}

/** The key of a run's first turn: with one of its own, a run never finds none, and two that found none would not notice one another. */
export function firstTurn(run: string): string {
  return PREFIX + run;
}

export function queueFirstTurn({ workbook }: Excel.RequestContext, run: string): void {
  workbook.settings.add(firstTurn(run), true);
}

/** Queues the change of turns, before anything else of the request. Refused with ItemNotFound where one that was seen is gone. */
export function queueNextTurn({ workbook }: Excel.RequestContext, seen: readonly string[]): void {
  for (const key of seen) workbook.settings.getItem(key).delete();
  workbook.settings.add(PREFIX + randomId(), true);
}
