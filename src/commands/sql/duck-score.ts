/** `score --engine duckdb`: a list of any size judged inside DuckDB; what is written comes out of it row by row. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { quoted } from "../../engine/sql/dialect";
import type { Policy } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Call } from "../kit/command";
import { sayerOf, sayWritten } from "../kit/list-input";
import type { Say } from "../kit/terminal";
import type { Outputs } from "../kit/outputs";
import { loadRelease } from "../read-seeds";
import type { ScoreArguments } from "../score-arguments";
import { unwritable } from "../unwritable-file";
import { messageOf, rowsOf } from "./duck";
import { STAGES, watched } from "./duck-progress";
import { judgedTable, type JudgedTable, type TableContext } from "./judged-table";
import { writeJson } from "./rows-json";
import { summaryQuery } from "./summary-query";
import { tiersOf, verdictQuery } from "./verdict-query";
import { writeVerdictBook } from "./verdict-book";

const KEPT = ["enterprise_name", "enterprise_credit_code"];

export async function scoreInDuck({ given, language, terminal, outputs }: Call, wanted: ScoreArguments): Promise<0> {
  const release = loadRelease();
  const say = sayerOf(wanted, language, terminal);
  const context: TableContext = { release, options: wanted.options, language, say };
  const judged = await judgedTable(given.words, wanted, context);
  const { duck, regimes } = judged;
  try {
    const tiers = tiersOf(release.policy, regimes);
    const rows = await outputs.place(
      /\.parquet$/i.test(wanted.out) ? wanted.out : `${wanted.out}.verdicts`,
      !/\.parquet$/i.test(wanted.out),
    );
    await guarded(
      wanted.out,
      watched(
        duck,
        STAGES.judging[language],
        duck.run(`COPY (${verdictsOf(judged, context)}) TO ${quoted(rows)} (FORMAT parquet, USE_TMP_FILE false)`),
      ),
    );
    const table = `read_parquet(${quoted(rows)})`;
    await writeOut(duck, table, wanted.out, outputs, context);
    if (wanted.json !== undefined) await writeJson(judged, wanted, context, { terminal, outputs });
    const summary = await rowsOf(duck, summaryQuery(tiers, table, "duckdb"));
    await outputs.commit();
    saySummary(summary[0] ?? [], tiers, release.policy, say);
    sayWritten(wanted, say);
    return 0;
  } finally {
    duck.closeSync();
  }
}

function verdictsOf({ query }: JudgedTable, { release, options }: TableContext): string {
  return verdictQuery("enterprises", KEPT, { policy: release.policy, judgement: options, options: query });
}

async function writeOut(
  duck: DuckDBConnection,
  table: string,
  out: string,
  outputs: Outputs,
  context: TableContext,
): Promise<void> {
  if (/\.parquet$/i.test(out)) return;
  if (/\.csv$/i.test(out)) {
    const csv = await outputs.place(out, false);
    await guarded(
      out,
      duck.run(`COPY (SELECT * FROM ${table}) TO ${quoted(csv)} (FORMAT csv, HEADER, USE_TMP_FILE false)`),
    );
    return;
  }
  await writeVerdictBook(duck, table, out, outputs, context);
}

/** A full disk is said as one. */
async function guarded(path: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const full = /No space left|disk full|ENOSPC/i.test(messageOf(error));
    throw full ? unwritable(path, Object.assign(new Error("no room"), { code: "ENOSPC" })) : error;
  }
}

function saySummary(
  row: readonly (string | number | boolean | null)[],
  tiers: readonly string[],
  policy: Policy,
  say: Say,
): void {
  const [enterprises = 0, fingerprint = 0, none = 0, ...counts] = row.map(Number);
  say({
    zh: `评了 ${enterprises} 家企业（DuckDB），指纹 ${fingerprint}`,
    en: `${enterprises} enterprises scored in DuckDB, fingerprint ${fingerprint}`,
  });
  tiers.forEach((tier, at) => {
    const [highest = 0, met = 0, unmet = 0, unknown = 0] = counts.slice(at * 4, at * 4 + 4);
    const name: Text = policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
    say({
      zh: `  ${name.zh}：达到 ${met}，未达到 ${unmet}，待补 ${unknown}；最高到这一级的 ${highest}`,
      en: `  ${name.en}: met ${met}, unmet ${unmet}, unknown ${unknown}; highest rung of ${highest}`,
    });
  });
  say({ zh: `  尚未达到任何层级：${none} 家`, en: `  none yet: ${none}` });
}
