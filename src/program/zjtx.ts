/**
 * `zjtx`: every command in one program, each loaded when it is asked for. Its scoring threads run this file too, so that the built program
 * stays one.
 */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { nearestId } from "../words/nearest-id";
import { inProgramWords, PROGRAM_COMMANDS, type CommandName } from "./program-words";
import { languageOf, processTerminal, type Terminal } from "../commands/kit/terminal";

type Run = (argv: readonly string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<CommandName, () => Promise<Run>>> = {
  score: async () => {
    const [{ scoreCommand }, { ownThread }] = await Promise.all([
      import("../commands/score-command"),
      import("../commands/threads/own-thread"),
    ]);
    return (argv, terminal) =>
      scoreCommand(argv, terminal, (task) => ownThread(import.meta.url, task, (module) => import.meta.resolve(module)));
  },
  check: async () => (await import("../commands/check-command")).checkCommand,
  cultivate: async () => (await import("../commands/cultivate-command")).cultivateCommand,
  cluster: async () => (await import("../commands/cluster-command")).clusterCommand,
  riders: async () => (await import("../commands/riders-command")).ridersCommand,
  formula: async () => (await import("../workbench/formulas/formula-command")).formulaCommand,
  sql: async () => (await import("../commands/sql/sql-command")).sqlCommand,
  rules: async () => (await import("../commands/rules/rules-command")).rulesCommand,
  seeds: async () => (await import("../commands/seeds-command")).seedsCommand,
};

function help(language: "zh" | "en"): string {
  const width = Math.max(...PROGRAM_COMMANDS.map(({ name }) => name.length)) + 2;
  const lines = PROGRAM_COMMANDS.map(({ name, about }) => `  ${name.padEnd(width)}${about[language]}`);
  const head = language === "zh" ? "用法：zjtx 命令 [选项]" : "Usage: zjtx COMMAND [options]";
  const foot =
    language === "zh"
      ? "zjtx 命令 --help 看一个命令的全部选项和例子；--lang en 用英文。"
      : "zjtx COMMAND --help explains a command.";
  return [head, "", ...lines, "", foot].join("\n");
}

async function zjtx([name = "", ...argv]: readonly string[]): Promise<number> {
  const terminal = inProgramWords(processTerminal());
  const language = languageOf([name, ...argv]);
  if (["", "help", "--help", "-h", "--lang", "--lang=en"].includes(name)) {
    terminal.print(help(language));
    return 0;
  }
  const command = PROGRAM_COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const names = PROGRAM_COMMANDS.map((one) => one.name);
    const meant = nearestId(name, names);
    terminal.complain(
      language === "zh"
        ? `没有“${name}”这个命令。${meant === null ? "" : `是不是 ${meant}？`}有：${names.join("、")}。`
        : `There is no command "${name}". ${meant === null ? "" : `Did you mean ${meant}? `}There are: ${names.join(", ")}.`,
    );
    return 2;
  }
  const run = await COMMANDS[command.name]();
  return await run(argv, terminal);
}

if (isMainThread || parentPort === null) process.exitCode = await zjtx(process.argv.slice(2));
else {
  const { answerScoreQuestions } = await import("../commands/threads/score-thread");
  answerScoreQuestions(parentPort, workerData);
}
