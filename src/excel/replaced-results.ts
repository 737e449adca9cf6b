/** Results of ours in whose place somebody else has written theirs. */
import type { Connection } from "./connection";
import { askSetting, valueOf } from "./ask-setting";
import type { OwnWriting } from "./own-writing";
import { parseWritten, RESULTS_KEY } from "./result-layout";
import type { Doing } from "./trouble";

const ASKING: Doing = { zh: "查看结果表是谁写的", en: "looking whose results are in the workbook" };

export interface ReplacedResult {
  /** What the result is kept under. */
  readonly key: string;
  /** The sheet that we wrote. */
  readonly sheet: string;
  /** The run whose results are there now. */
  readonly run: string;
}

export async function replacedResults(connection: Connection, { ours }: OwnWriting): Promise<ReplacedResult[]> {
  if (ours.size === 0) return [];
  const kept = await connection.run(ASKING, async ({ step }) =>
    valueOf(await step((context) => askSetting(context, RESULTS_KEY))),
  );
  const written = parseWritten(kept);
  return [...ours].flatMap(([key, { run, sheet }]) => {
    const now = written.get(key)?.run ?? run;
    return now === run ? [] : [{ key, sheet, run: now }];
  });
}
