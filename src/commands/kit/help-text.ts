/** The help of a command, made from its options: how it is called, every option with the words it takes, examples, exit codes. */
import type { Text, Language } from "../../words/text";
import type { Choice, Option, OptionGroup } from "./option";

export interface Example {
  readonly about: Text;
  /** What follows `npm run NAME -- `. */
  readonly words: Text;
}

export interface ExitCode {
  readonly code: number;
  readonly about: Text;
}

/** What the help of a command is made from. */
export interface Explained {
  /** As in `npm run NAME`. */
  readonly name: string;
  /** What it reads, as it stands in the usage: 企业名单.xlsx, book.xlsx. Null where it reads nothing that is named. */
  readonly input: Text | null;
  /** What it does. */
  readonly about: Text;
  readonly options: readonly OptionGroup[];
  readonly examples: readonly Example[];
  /** Exit codes of its own, or that say more than 0 done, 1 a bug, 2 an argument or a file. */
  readonly exitCodes?: readonly ExitCode[];
}

const COMMON_CODES: readonly ExitCode[] = [
  { code: 0, about: { zh: "做完了", en: "done" } },
  { code: 1, about: { zh: "程序出错", en: "a bug" } },
  {
    code: 2,
    about: { zh: "参数或文件有问题，原因写在错误输出里", en: "an argument or a file, with the reason on stderr" },
  },
];

/** Columns a text takes on a terminal: Chinese characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const sign of text) columns += /[\u1100-\u115f\u2e80-\uffe6]/.test(sign) ? 2 : 1;
  return columns;
}

function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(1, columns - width(text)));
}

function written(option: Option, language: Language): string {
  return option.kind === "flag" ? `--${option.name}` : `--${option.name} ${option.value[language]}`;
}

function wordsOf(option: Option): readonly Choice[] {
  return option.kind === "value" ? [...(option.choices ?? []), ...(option.known?.() ?? [])] : [];
}

/** Further lines stand below the first, under its text. */
const COLUMN = 26;

function optionLines(option: Option, language: Language): string[] {
  const [first = "", ...more] = option.about[language].split("\n");
  const head = `  ${written(option, language)}`;
  const lines = width(head) < COLUMN ? [padded(head, COLUMN) + first] : [head, " ".repeat(COLUMN) + first];
  const words = wordsOf(option).filter(({ name }) => name[language] !== "");
  const columns = Math.max(0, ...words.map(({ id }) => width(id))) + 2;
  return [
    ...lines,
    ...more.map((line) => " ".repeat(COLUMN) + line),
    ...words.map(({ id, name }) => `${" ".repeat(COLUMN + 2)}${padded(id, columns)}${name[language]}`),
  ];
}

/** One line: how the command is called. */
export function usageText({ name, input }: Pick<Explained, "name" | "input">): Text {
  if (input === null) return { zh: `用法：npm run ${name} -- [选项]`, en: `Usage: npm run ${name} -- [options]` };
  return {
    zh: `用法：npm run ${name} -- ${input.zh} [选项]`,
    en: `Usage: npm run ${name} -- ${input.en} [options]`,
  };
}

function after(words: string): string {
  return words === "" ? "" : ` -- ${words}`;
}

/** The whole help, in one language. */
export function helpText(command: Explained, language: Language): string {
  const say = (text: Text): string => text[language];
  const { name, about, options, examples, exitCodes = [] } = command;
  const codes = [...COMMON_CODES.filter(({ code }) => !exitCodes.some((own) => own.code === code)), ...exitCodes].sort(
    (one, other) => one.code - other.code,
  );
  return [
    say(usageText(command)),
    "",
    say(about),
    ...options.flatMap(({ title, options: group }, at) => [
      "",
      say(title ?? (at === 0 ? { zh: "选项", en: "Options" } : { zh: "其他", en: "More" })),
      ...group.flatMap((option) => optionLines(option, language)),
    ]),
    "",
    say({ zh: "例子", en: "Examples" }),
    ...examples.flatMap((example) => [`  ${say(example.about)}`, `    npm run ${name}${after(say(example.words))}`]),
    "",
    say({ zh: "退出码", en: "Exit codes" }) +
      say({ zh: "：", en: ": " }) +
      codes.map((one) => `${one.code} ${say(one.about)}`).join(say({ zh: "；", en: "; " })),
  ].join("\n");
}
