/**
 * Every rule set and purpose on many rows in DuckDB, against the columns: `npm run test:sql -- 1000000`. Rows come in batches, so that
 * memory does not grow with them.
 */
import process from "node:process";
import { theRelease } from "../../release";
import { askDuck, loadDuck, openDuck } from "./duck-table";
import { compareAnswers, type Difference } from "./parity";
import { everyRuleSet } from "./rule-set-list";
import { sqlCase } from "./sql-cases";

const BATCH = 50_000;

async function run(rows: number): Promise<number> {
  const { vocabulary } = theRelease();
  const duck = await openDuck();
  let cells = 0;
  let wrong = 0;
  for (const [at, set] of everyRuleSet().entries()) {
    const found: Difference[] = [];
    let bytes = 0;
    for (let done = 0; done < rows; done += BATCH) {
      const count = Math.min(BATCH, rows - done);
      const one = sqlCase(set, { dialect: "duckdb", count, seed: 1000 * at + done / BATCH, explain: false });
      await loadDuck(duck, one.facts, one.slots, vocabulary);
      const compared = compareAnswers(
        await askDuck(duck, one.sql),
        one.columns,
        set.requirements,
        one.facts,
        one.options,
      );
      cells += compared.cells;
      bytes = one.sql.length;
      found.push(...compared.differences);
    }
    wrong += found.length;
    process.stdout.write(`${set.name}: ${rows} rows, ${bytes} bytes of SQL, ${found.length} differ\n`);
    for (const difference of found.slice(0, 5)) process.stdout.write(`  ${JSON.stringify(difference)}\n`);
  }
  process.stdout.write(`${cells} cells compared, ${wrong} differ\n`);
  duck.closeSync();
  return wrong;
}

process.exitCode = (await run(Number(process.argv[2] ?? 20_000))) === 0 ? 0 : 1;
