/** `npm run sql`: the rules as SQL for a database, with the view that reads somebody's own table. */
import { mkdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { DIALECTS, type Dialect } from "../../engine/sql/dialect";
import type { QueryOptions } from "../../engine/sql/rule-set-query";
import { allEditionsOn } from "../../policy/editions";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import { dayOfJudgement } from "../../words/calendar";
import { runCommand, type Call, type Command } from "../kit/command";
import { AS_OF, dayOf, PLACE, placeGiven } from "../kit/list-options";
import type { FlagOption, ValueOption } from "../kit/option";
import { PURPOSE, purposeGiven } from "../kit/purpose-option";
import type { Terminal } from "../kit/terminal";
import { loadRelease, type Release } from "../read-seeds";
import { tiersGiven, tiersOption } from "../tiers-option";
import { openDuck, openSource } from "./duck";
import { readSample } from "./read-sample";
import { sampleGrid, slotsPresent } from "./sample";
import { sqlTexts } from "./sql-texts";
import { TableView, type TableColumn } from "./table-view";
import { regimesOf, slotsInForce } from "./verdict-query";

const NAMES: Readonly<Record<Dialect, string>> = { duckdb: "DuckDB", postgres: "PostgreSQL", spark: "Apache Spark" };

const DIALECT: ValueOption = {
  kind: "value",
  name: "dialect",
  value: { zh: "duckdb|postgres|spark", en: "duckdb|postgres|spark" },
  choices: DIALECTS.map((id) => ({ id, name: { zh: NAMES[id], en: NAMES[id] } })),
  about: { zh: "写给哪种数据库，不写是 duckdb", en: "for which database, duckdb if left out" },
};

const TIERS = tiersOption({
  zh: "只要这几个层级的查询，用逗号隔开；不写是全部",
  en: "queries of these tiers only, apart by commas; all by default",
});

const COLUMNS: ValueOption = {
  kind: "value",
  name: "columns",
  value: { zh: "表.parquet|表.csv", en: "table.parquet|table.csv" },
  about: {
    zh: "按这张表的列名、年份、单位写出视图和检查；给前几百行就够",
    en: "writes the view and the preflight for a table with these headings, years and units; a few hundred rows will do",
  },
};

const TABLE: ValueOption = {
  kind: "value",
  name: "table",
  value: { zh: "表名", en: "NAME" },
  about: {
    zh: "和 --columns 一起用：数据库里那张表叫什么，不写是 source",
    en: "with --columns: what that table is called in the database, source if left out",
  },
};

const OUT: ValueOption = {
  kind: "value",
  name: "out",
  value: { zh: "文件夹", en: "FOLDER" },
  about: {
    zh: "一段一个文件写进这个文件夹；不写就打出来",
    en: "a file a text into this folder; by default they are printed",
  },
};

const EXPLAIN: FlagOption = {
  kind: "flag",
  name: "explain",
  about: {
    zh: "每个层级的查询另给出未达到的条件、能定结果的待补数据、路径和各组得分",
    en: "queries of tiers also give the conditions that fail, the missing cells that could decide, route and points of groups",
  },
};

const NO_ASSUME: FlagOption = {
  kind: "flag",
  name: "no-assume",
  about: {
    zh: "什么都不假定：没有对应列的通用条件算待补",
    en: "nothing is taken for granted: general conditions without a column are not known",
  },
};

interface OwnTable {
  readonly reading: SheetReading;
  readonly columns: readonly TableColumn[];
}

/** The headings of somebody's table, recognised. */
async function ownTable(
  path: string,
  asOf: string,
  assumeGeneral: boolean,
  { vocabulary }: Release,
): Promise<OwnTable> {
  const duck = await openDuck();
  try {
    const source = await openSource(duck, [path]);
    const grid = await sampleGrid(duck, source, basename(path, extname(path)));
    // Headings alone are enough for the names, the years and the units.
    const rows = grid.rows.length > 1 ? grid.rows : [...grid.rows, source.columns.map(() => "示例")];
    const reading = readSample({ ...grid, rows }, vocabulary, { asOf, blanksMeanNone: assumeGeneral });
    return { reading, columns: source.columns };
  } finally {
    duck.closeSync();
  }
}

async function sql({ given, language, terminal, outputs }: Call): Promise<0> {
  const release = loadRelease();
  const { policy, vocabulary } = release;
  const dialect = DIALECTS.find((one) => one === given.value(DIALECT)) ?? "duckdb";
  const asOf = dayOf(given, policy.checked);
  const assumeGeneral = !given.has(NO_ASSUME);
  const place = placeGiven(given, vocabulary);
  const judgement = {
    asOf,
    purpose: purposeGiven(given),
    assumeGeneral,
    place,
  } as const;
  const wanted = slotsInForce(regimesOf(policy, judgement), judgement, vocabulary);
  const path = given.value(COLUMNS);
  const own = path === undefined ? null : await ownTable(path, asOf, assumeGeneral, release);
  const view =
    own === null
      ? null
      : new TableView(own.reading.columns, own.columns, {
          dialect,
          vocabulary,
          wanted,
          blanksMeanNone: assumeGeneral,
          place,
        });
  const query: QueryOptions = {
    dialect,
    vocabulary,
    asOf: dayOfJudgement(asOf),
    t: own?.reading.t ?? Number(asOf.slice(0, 4)) - 1,
    present:
      view === null || own === null ? new Set([...wanted, "place"]) : slotsPresent(own.reading, view, vocabulary),
    assumeGeneral,
    explain: given.has(EXPLAIN),
  };
  const tiers = tiersGiven(given, TIERS, allEditionsOn(policy, asOf, judgement.purpose), policy);
  const context = { policy, vocabulary, judgement, query, wanted, tiers, language };
  const texts = sqlTexts(context, view === null ? null : { view, table: given.value(TABLE) ?? "source" });
  const folder = given.value(OUT);
  if (folder === undefined) {
    // All verdicts at once and their summary are for programs; a person reads a tier at a time.
    const shown = texts.filter(({ name }) => !["verdicts.sql", "summary.sql"].includes(name));
    for (const { name, sql: text } of shown) terminal.print(`-- ${name}\n${text};\n`);
    return 0;
  }
  await mkdir(folder, { recursive: true });
  for (const { name, sql: text } of texts) await outputs.add(join(folder, name), `${text}\n`);
  await outputs.commit();
  terminal.print(
    language === "zh"
      ? `已写入 ${folder}：${texts.map(({ name }) => name).join("、")}`
      : `Written to ${folder}: ${texts.map(({ name }) => name).join(", ")}`,
  );
  return 0;
}

const SQL: Command = {
  name: "sql",
  input: null,
  anyFiles: true,
  about: {
    zh: "把规则写成SQL：建表或视图、检查、每个层级一条查询。结论和引擎一样有三种，NULL 是“还说不准”。",
    en: "Writes the rules as SQL: table or view, preflight, a query a tier. Verdicts have the engine's three answers; NULL is not known yet.",
  },
  options: [
    { title: { zh: "怎么评", en: "Judging" }, options: [AS_OF, PURPOSE, PLACE, TIERS, NO_ASSUME] },
    { title: { zh: "写给谁", en: "Writing" }, options: [DIALECT, COLUMNS, TABLE, EXPLAIN, OUT] },
  ],
  examples: [
    {
      about: { zh: "PostgreSQL 里小巨人的查询", en: "the Little Giant's query for PostgreSQL" },
      words: { zh: "--dialect postgres --tiers 小巨人", en: "--dialect postgres --tiers little-giant" },
    },
    {
      about: { zh: "给 Spark 的全部文件，按自己那张表的列名", en: "all files for Spark, by the headings of a table" },
      words: {
        zh: "--dialect spark --columns 样本.parquet --out sql",
        en: "--dialect spark --columns sample.parquet --out sql",
      },
    },
  ],
  run: sql,
};

/** Runs the command and gives its exit code. */
export async function sqlCommand(argv: readonly string[], terminal: Terminal): Promise<0 | 2> {
  return await runCommand(SQL, argv, terminal);
}
