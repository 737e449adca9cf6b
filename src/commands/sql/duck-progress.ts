/** Progress of a query that runs in DuckDB, on stderr; nothing where it is over at once. */
import process from "node:process";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Text } from "../../words/text";

const EVERY = 1000;

export async function watched<T>(duck: DuckDBConnection, what: string, work: Promise<T>): Promise<T> {
  const { stderr } = process;
  let told = -1;
  const timer = setInterval(() => {
    const done = Math.floor(duck.progress.percentage);
    if (done < 0 || (!stderr.isTTY && done < told + 10) || done === told) return;
    told = done;
    stderr.write(stderr.isTTY ? `\r${what} ${done}%` : `${what} ${done}%\n`);
  }, EVERY);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (stderr.isTTY && told >= 0) stderr.write("\r\u001b[K");
  }
}

export const STAGES = {
  checking: { zh: "检查", en: "checking" },
  judging: { zh: "评分", en: "scoring" },
} as const satisfies Readonly<Record<string, Text>>;
