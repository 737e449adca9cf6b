/** `--tiers` is read in one way, whichever command it is given to. */
import { scoreCommand } from "../../src/commands/score-command";
import { sqlCommand } from "../../src/commands/sql/sql-command";

const SAMPLE = "seeds/samples/山东示例企业.xlsx";
const COMMANDS = {
  score: (argv: readonly string[], complain: (line: string) => void) =>
    scoreCommand([SAMPLE, "--native", ...argv], { print: complain, complain }),
  sql: (argv: readonly string[], complain: (line: string) => void) => sqlCommand(argv, { print: complain, complain }),
};

async function refusal(command: keyof typeof COMMANDS, ...argv: readonly string[]): Promise<string> {
  const lines: string[] = [];
  expect(await COMMANDS[command](argv, (line) => lines.push(line))).toBe(2);
  return lines.join("\n");
}

const cases = [
  ["a misspelt name", "大巨人", "“大巨人”不认识，或这一天没有施行的标准。是不是 小巨人？"],
  ["a misspelt id", "little-gaint", "“little-gaint”不认识，或这一天没有施行的标准。是不是 little-giant？"],
  ["a misspelt one beside a good one", "specialized、小巨人，独角兽兽", "“独角兽兽”不认识"],
  ["nothing but commas", "，,", "“”不认识"],
] as const;

test.each(Object.keys(COMMANDS).flatMap((command) => cases.map((one) => [command, ...one] as const)))(
  "%s --tiers: %s is told with the nearest word and all there are",
  async (command, _, tiers, message) => {
    const said = await refusal(command === "sql" ? "sql" : "score", "--tiers", tiers);
    expect(said).toContain(message);
    expect(said).toContain("little-giant（专精特新“小巨人”企业）");
  },
);

test.each(["score", "sql"] as const)("%s --tiers: a tier without rules on the day is refused", async (command) => {
  expect(await refusal(command, "--tiers", "小巨人", "--as-of", "2017-06-01")).toContain("“little-giant”");
});
