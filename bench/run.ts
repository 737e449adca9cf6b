/** `npm run bench`: how fast the rules run against the same rules written by hand, and how fast the pane is. */
import { runCommand, type Call, type Command } from "../src/commands/kit/command";
import type { FlagOption, ValueOption } from "../src/commands/kit/option";
import { processTerminal } from "../src/commands/kit/terminal";
import { loadKnowledge } from "../src/commands/read-seeds";
import { benchDrafts } from "./drafts";
import { benchFunctions } from "./functions";
import { benchLadder } from "./ladder/run";
import { benchOpening } from "./pane/opening";
import { benchPlans } from "./pane/plans";
import { benchPane } from "./pane/run";
import { benchPlaces } from "./places";
import { benchSharing } from "./pane/sharing";
import { benchSix } from "./six-indicator/run";
import { allTargets } from "./targets";
import { benchWorkbook } from "./workbook/run";

const QUICK: FlagOption = {
  kind: "flag",
  name: "quick",
  about: { zh: "少量几轮、少量行", en: "fewer rounds and rows" },
};
const ONLY: ValueOption = {
  kind: "value",
  name: "only",
  value: { zh: "一项", en: "PART" },
  choices: [
    { id: "six", name: { zh: "六项指标，和别的规则引擎比", en: "six indicators, beside other rule engines" } },
    { id: "ladder", name: { zh: "2026年整个梯度", en: "the whole ladder of 2026" } },
    { id: "places", name: { zh: "三十一个省混在一起", en: "31 provinces in one list" } },
    { id: "drafts", name: { zh: "规则草案对名单的影响", en: "drafts of rules on a list" } },
    { id: "workbook", name: { zh: "只读只写工作簿", en: "reading and writing workbooks alone" } },
    { id: "functions", name: { zh: "公式", en: "the functions" } },
    { id: "opening", name: { zh: "打开工作台", en: "opening the workbench" } },
    { id: "pane", name: { zh: "浏览器里的窗格", en: "the pane in the browser" } },
    { id: "plans", name: { zh: "成长方案", en: "growth plans" } },
    { id: "sharing", name: { zh: "共享的副本", en: "copies for sharing" } },
  ],
  about: { zh: "只测这一项", en: "this part alone" },
};

async function bench({ given }: Call): Promise<0> {
  const quick = given.has(QUICK);
  const only = given.value(ONLY);
  const wanted = (part: string): boolean => only === undefined || only === part;
  const release = loadKnowledge();
  if (wanted("six")) {
    const rounds = quick ? 3 : 7;
    for (const blanks of [0, 0.01]) {
      await benchSix(release, { count: 100_000, blanks, rounds, withOthers: blanks === 0 });
      if (!quick) await benchSix(release, { count: 1_000_000, blanks, rounds: 5, withOthers: false });
    }
  }
  if (wanted("ladder")) await benchLadder(release, 100_000, quick ? 3 : 7);
  if (wanted("places")) await benchPlaces(release, quick ? 3_000 : 30_000, 3);
  if (wanted("drafts")) await benchDrafts(release, quick ? 20_000 : 100_000, quick ? 3 : 5);
  if (wanted("workbook")) await benchWorkbook(30_000);
  if (wanted("functions")) await benchFunctions(release, quick ? 3 : 7);
  if (wanted("opening")) await benchOpening(quick ? 3 : 7);
  if (wanted("pane")) await benchPane(30_000, quick ? 0 : 100_000);
  if (wanted("sharing")) await benchSharing(quick ? 4_000 : 30_000);
  if (wanted("plans")) await benchPlans(quick ? 100 : 650);

  const targets = allTargets();
  console.log(`\n${targets.filter(({ reached }) => reached).length} of ${targets.length} goals reached`);
  return 0;
}

const BENCH: Command = {
  name: "bench",
  input: null,
  about: {
    zh: "用同一批数据比较本程序和别的写法，先核对各家结果一致，再计时。测到的数说给人听，没有达到目标也是 0。",
    en: "Holds this engine and others against the same data: first that they agree on the rows, then the time. A goal that is missed exits with 0 too.",
  },
  options: [{ options: [QUICK, ONLY] }],
  examples: [
    {
      about: { zh: "只测六项指标", en: "six indicators only" },
      words: { zh: "--quick --only six", en: "--quick --only six" },
    },
  ],
  exitCodes: [
    { code: 1, about: { zh: "有两家结果不一致，或程序出错", en: "two of them disagree on a row, or a bug" } },
  ],
  run: bench,
};

process.exitCode = await runCommand(BENCH, process.argv.slice(2), processTerminal());
