/** The commands of the program by their names, and what they say of being called. */
import type { Terminal } from "../commands/kit/terminal";
import type { Text } from "../words/text";

const LIST = {
  score: { zh: "给企业名单评分", en: "scores a list of enterprises" },
  check: { zh: "核对一份评过分的工作簿", en: "checks a workbook with results" },
  cultivate: { zh: "培育分析：差一点的、到期的、措施", en: "cultivation: near misses, expiring titles, measures" },
  cluster: { zh: "集群指标和目标", en: "clusters and their targets" },
  riders: { zh: "骑手社保补贴", en: "riders' subsidies" },
  formula: { zh: "算一个公式", en: "works out one formula" },
  sql: { zh: "把规则写成SQL", en: "writes the rules as SQL" },
  rules: { zh: "起草、比较规则", en: "drafts and compares rules" },
  seeds: { zh: "看这一版有哪些规则", en: "what this release holds" },
} as const satisfies Readonly<Record<string, Text>>;

export type CommandName = keyof typeof LIST;

const NAMES: readonly CommandName[] = [
  "score",
  "check",
  "cultivate",
  "cluster",
  "riders",
  "formula",
  "sql",
  "rules",
  "seeds",
];

export const PROGRAM_COMMANDS: readonly { readonly name: CommandName; readonly about: Text }[] = NAMES.map((name) => ({
  name,
  about: LIST[name],
}));

const CALLED = new RegExp(`npm run (${NAMES.join("|")})\\b(?: --(?= |$))?`, "g");

/** A terminal on which `npm run score -- list.xlsx` reads `zjtx score list.xlsx`. */
export function inProgramWords(terminal: Terminal): Terminal {
  const own = (line: string): string => line.replace(CALLED, "zjtx $1");
  return { print: (line) => terminal.print(own(line)), complain: (line) => terminal.complain(own(line)) };
}
