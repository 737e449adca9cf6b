/** Verdicts out of a database as a workbook of their own: one table, gone on with on further sheets where it is longer than one. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell } from "../../words/grid";
import type { ResultSheet, Rows } from "../../words/result-sheet";
import type { Outputs } from "../kit/outputs";
import { WrongInput } from "../kit/wrong-input";
import { writeWorkbook } from "../write-workbook";
import { rowsOf } from "./duck";
import type { TableContext } from "./judged-table";

/** More would not be opened by anybody; a Parquet file or a CSV holds any number. */
const MOST = 2_000_000;

const WORDS = {
  met: { zh: "达到", en: "met" },
  unmet: { zh: "未达到", en: "unmet" },
  unknown: { zh: "待补", en: "unknown" },
} as const;

export async function writeVerdictBook(
  duck: DuckDBConnection,
  table: string,
  out: string,
  outputs: Outputs,
  { language, release: { policy } }: TableContext,
): Promise<void> {
  const [[count = 0] = []] = await rowsOf(duck, `SELECT COUNT(*) FROM ${table}`);
  if (Number(count) > MOST)
    throw new WrongInput({
      zh: `结果有 ${Number(count)} 行，放不进一个能打开的工作簿。请把 --out 写成 .parquet 或 .csv。`,
      en: `The result has ${Number(count)} rows, more than a workbook can be opened with. Let --out end in .parquet or .csv.`,
    });
  const names = (await rowsOf(duck, `DESCRIBE SELECT * FROM ${table}`)).map(([name]) => String(name));
  const cells = await rowsOf(duck, `SELECT * FROM ${table}`);
  const word = (value: string | number | boolean | null): Cell => {
    if (value === "met" || value === "unmet" || value === "unknown") return WORDS[value][language];
    return typeof value === "string" ? (policy.tiers.get(value)?.name[language] ?? value) : value;
  };
  const rows: Rows = cells.map((row) => row.map(word));
  const sheet: ResultSheet<Rows> = {
    name: language === "zh" ? "评分_结论" : "评分_Verdicts",
    columns: names.map((name) => ({
      heading: headingOf(name, policy.tiers, language),
      width: 16,
      status: /_(?:status|eligible)$/.test(name),
    })),
    rows,
    asTable: true,
    frozenColumns: 1,
    statusWords: [
      { word: WORDS.met[language], tone: "good" },
      { word: WORDS.unmet[language], tone: "bad" },
      { word: WORDS.unknown[language], tone: "unknown" },
    ],
  };
  await writeWorkbook(
    outputs,
    out,
    { kind: "csv", grid: { sheet: language === "zh" ? "说明" : "About", rows: [], merges: [], hiddenRows: new Set() } },
    [sheet],
  );
}

const FIXED = {
  enterprise_name: { zh: "企业名称", en: "Enterprise" },
  enterprise_credit_code: { zh: "统一社会信用代码", en: "Credit code" },
  tier: { zh: "最高达到", en: "Highest met" },
} as const;

const ENDINGS = [
  ["_status", { zh: "实质条件", en: "substance" }],
  ["_eligible", { zh: "申报资格", en: "eligible" }],
  ["_points_low", { zh: "得分至少", en: "points, least" }],
  ["_points_high", { zh: "得分至多", en: "points, most" }],
] as const;

function headingOf(name: string, tiers: TableContext["release"]["policy"]["tiers"], language: "zh" | "en"): string {
  if (name === "enterprise_name" || name === "enterprise_credit_code" || name === "tier") return FIXED[name][language];
  for (const [ending, text] of ENDINGS) {
    if (!name.endsWith(ending)) continue;
    const id = name.slice(0, -ending.length).replaceAll("_", "-");
    return `${tiers.get(id)?.name[language] ?? id} ${text[language]}`;
  }
  return name;
}
