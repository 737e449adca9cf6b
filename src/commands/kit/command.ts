/** A command as data, and the one way every command is run: help, arguments, language, exit codes. */
import { SeedError } from "../../policy/seed-file";
import type { Text, Language } from "../../words/text";
import { UnreadableFile } from "../unreadable-file";
import { UnwritableFile } from "../unwritable-file";
import { givenOptions, type GivenOptions } from "./given-options";
import { helpText, usageText, type Explained } from "./help-text";
import type { Choice, ValueOption } from "./option";
import { Outputs } from "./outputs";
import { languageOf, type Terminal } from "./terminal";
import { WrongInput } from "./wrong-input";

const LANGUAGES: readonly Choice[] = [
  { id: "zh", name: { zh: "", en: "" } },
  { id: "en", name: { zh: "", en: "" } },
];

const LANG: ValueOption = {
  kind: "value",
  name: "lang",
  value: { zh: "zh|en", en: "zh|en" },
  choices: LANGUAGES,
  about: { zh: "结果和提示用的语言，不写是 zh", en: "language of results and messages, zh if left out" },
};

const HELP = { kind: "flag", name: "help", about: { zh: "看这段说明", en: "this text" } } as const;

/** What a command is run with. */
export interface Call {
  readonly given: GivenOptions;
  /** The one word that is no option; "" where a command that takes any number of files, or none, was given none. */
  readonly input: string;
  readonly language: Language;
  readonly terminal: Terminal;
  /** What the run writes; a command commits it before it says that it has. */
  readonly outputs: Outputs;
}

export interface Command<Code extends number = 0> extends Explained {
  /** It takes any number of files, or none: `given.words`. */
  readonly anyFiles?: boolean;
  /** What is said of a second word where there is room for one. */
  readonly oneInput?: (more: string) => Text;
  run(call: Call): Promise<Code>;
}

function oneFile(more: string): Text {
  return {
    zh: `一次只读一个文件，“${more}”是多出来的。文件名里有空格的，请加引号。`,
    en: `One file at a time; "${more}" is too much. Put names with blanks in quotes.`,
  };
}

function noFile(word: string): Text {
  return {
    zh: `这个命令不读文件，“${word}”是多出来的。`,
    en: `This command reads no file; "${word}" is too much.`,
  };
}

/** The text of an error a person can put right; null for a bug. */
function mendable(error: unknown): Text | null {
  if (error instanceof SeedError) return { zh: error.message, en: error.message };
  if (error instanceof WrongInput || error instanceof UnreadableFile || error instanceof UnwritableFile)
    return error.text;
  return null;
}

/** The command with the options that every command has. */
export function explained<Code extends number>(command: Command<Code>): Command<Code> {
  const [first = { options: [] }, ...more] = command.options;
  const last = more.pop();
  const options =
    last === undefined
      ? [{ ...first, options: [...first.options, LANG, HELP] }]
      : [first, ...more, { ...last, options: [...last.options, LANG, HELP] }];
  return { ...command, options };
}

function usageLines(command: Explained): Text {
  const { zh, en } = usageText(command);
  return { zh: `${zh}\n加 --help 看全部选项和例子。`, en: `${en}\n--help explains every option.` };
}

/** What is wrong with an option is said with how the command is called. */
function parsed(command: Explained, argv: readonly string[]): GivenOptions {
  try {
    return givenOptions(
      argv,
      command.options.flatMap(({ options }) => options),
    );
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error;
    const usage = usageLines(command);
    throw new WrongInput({ zh: `${error.text.zh}\n${usage.zh}`, en: `${error.text.en}\n${usage.en}` });
  }
}

/** Runs a command and gives its exit code: its own, or 2 where an input, an argument or an output is at fault. A bug throws. */
export async function runCommand<Code extends number>(
  command: Command<Code>,
  argv: readonly string[],
  terminal: Terminal,
): Promise<Code | 0 | 2> {
  const language = languageOf(argv);
  const whole = explained(command);
  if (argv.includes("--help") || argv.includes("-h")) {
    terminal.print(helpText(whole, language));
    return 0;
  }
  const outputs = new Outputs();
  try {
    const given = parsed(whole, argv);
    const [input, ...more] = given.words;
    if (command.input === null && input !== undefined) throw new WrongInput(noFile(input));
    if (command.anyFiles === true || command.input === null)
      return await command.run({ given, input: input ?? "", language, terminal, outputs });
    if (input === undefined) throw new WrongInput(usageLines(command));
    if (more.length > 0) throw new WrongInput((command.oneInput ?? oneFile)(more.join(" ")));
    return await command.run({ given, input, language, terminal, outputs });
  } catch (error) {
    const text = mendable(error);
    if (text === null) throw error;
    terminal.complain(text[language]);
    return 2;
  } finally {
    await outputs.discard();
  }
}
