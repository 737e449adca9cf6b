/**
 * Sheets that are still being built. Each run names its own in the workbook, under a setting of its own, so that the runs of several people
 * stand side by side. What a run has left behind, because Excel was closed in the middle, goes with a later run.
 */
import { z } from "zod";
import { RESULT_PREFIX } from "../sheet/results/sheet-names";
import type { Connection, Steps } from "./connection";
import { ExcelTrouble } from "./host";
import { askSetting, valueOf } from "./ask-setting";
import { keepSetting } from "./kept-settings";
import { randomId } from "./random-id";
import { settingKey } from "./setting-key";
import { codeOf, type Doing } from "./trouble";

const PREFIX = "unfinished.";

/** Milliseconds, far more than any run takes: whoever began longer ago is not coming back for the sheets. */
const ABANDONED = 3_600_000;

const entrySchema = z.object({
  /** Whose run it is: the id of a connection. */
  owner: z.string(),
  /** When it began, in milliseconds of the calendar. */
  at: z.number(),
  sheets: z.array(z.string()),
});

export interface Run {
  readonly id: string;
  /** Names for its unfinished sheets that no other run has. */
  readonly drafts: readonly string[];
}

function keyOf({ id }: Run): string {
  return PREFIX + id;
}

/** A run that needs so many sheets. Whoever ends it takes its id from the connection's runs. */
export function beginRun(connection: Connection, sheets: number): Run {
  const id = randomId();
  connection.runs.add(id);
  return { id, drafts: Array.from({ length: sheets }, (_, index) => `${RESULT_PREFIX}未写完 ${id}-${index + 1}`) };
}

/** Queues what makes the sheets known as unfinished, and the sheets themselves. */
export function queueDrafts(context: Excel.RequestContext, connection: Connection, run: Run): Excel.Worksheet[] {
  const entry: z.infer<typeof entrySchema> = {
    owner: connection.owner,
    at: connection.pace.date(),
    sheets: [...run.drafts],
  };
  keepSetting(context, keyOf(run), entry);
  return run.drafts.map((name) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.visibility = "Hidden";
    sheet.load("id");
    return sheet;
  });
}

/** Queues what says that nothing is unfinished any more. */
export function queueFinished(context: Excel.RequestContext, run: Run): void {
  askSetting(context, keyOf(run)).delete();
}

/**
 * Removes what a run has made, as if it had not begun: its sheets and the settings under `keys`. What can't be removed now stays named in
 * the workbook and goes with a later run.
 */
export async function abandonRun(
  connection: Connection,
  doing: Doing,
  run: Run,
  keys: readonly string[] = [],
): Promise<void> {
  connection.runs.delete(run.id);
  try {
    await connection.run(doing, ({ step }) => remove(step, run.drafts, [settingKey(keyOf(run)), ...keys]));
  } catch (error) {
    if (!(error instanceof ExcelTrouble)) throw error;
  }
}

/** Removes what others, or this connection in a run that failed, have left. The keys of `settings` must be loaded. */
export async function removeAbandoned(
  connection: Connection,
  { step }: Steps,
  settings: Excel.SettingCollection,
): Promise<void> {
  const ours = settings.items.map(({ key }) => key).filter((key) => key.startsWith(settingKey(PREFIX)));
  if (ours.length === 0) return;
  try {
    const asked = await step(({ workbook }) =>
      ours.map((key) => workbook.settings.getItemOrNullObject(key).load("value")),
    );
    const abandoned = ours.flatMap((key, index) => {
      const setting = asked[index];
      const entry = entrySchema.safeParse(setting === undefined ? null : valueOf(setting));
      if (!entry.success) return [{ key, sheets: [] }];
      const { owner, at, sheets } = entry.data;
      const running = connection.runs.has(key.slice(settingKey(PREFIX).length));
      const left = owner === connection.owner ? !running : connection.pace.date() - at > ABANDONED;
      return left ? [{ key, sheets }] : [];
    });
    if (abandoned.length > 0)
      await remove(
        step,
        abandoned.flatMap(({ sheets }) => sheets),
        abandoned.map(({ key }) => key),
      );
  } catch (error) {
    // Somebody else may be removing the same; the run itself does not depend on it.
    if (codeOf(error) === "") throw error;
  }
}

/** Removes sheets by name and settings by key, those that are there. */
async function remove(step: Steps["step"], sheets: readonly string[], keys: readonly string[]): Promise<void> {
  const { items } = await step(({ workbook }) => workbook.worksheets.load("items/name"));
  const there = new Set(items.map(({ name }) => name));
  await step(({ workbook }) => {
    for (const name of sheets) if (there.has(name)) workbook.worksheets.getItem(name).delete();
    for (const key of keys) workbook.settings.getItemOrNullObject(key).delete();
  });
}
