/** The words of a command line -> what was given of each option. A word that fits no option is said with the option it likely means. */
import { parseArgs } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import type { Text } from "../../words/text";
import { nearestId } from "../../words/nearest-id";
import type { FlagOption, ManyOption, Option, ValueOption } from "./option";
import { WrongInput } from "./wrong-input";

/** Hyphen, and what typing aids turn two of them into. */
const DASHES = /^[-–—－]+/;

/** The option a mistyped name likely means: nearly the same letters, or one name begins with the other. */
export function optionMeant(typed: string, names: readonly string[]): string | null {
  const key = typed.toLowerCase().replace(/_/g, "-");
  const letters = (word: string): string => Array.from(word).sort().join("");
  const swapped = names.find((name) => letters(name) === letters(key));
  if (swapped !== undefined) return swapped;
  const near = closest(key, [...names]);
  // Half of a short word changed is another word.
  if (distance(key, near) <= Math.max(1, Math.floor(key.length / 4))) return near;
  const related = names.filter((name) => key.length >= 2 && (name.startsWith(key) || key.startsWith(name)));
  return related.length === 1 ? (related[0] ?? null) : null;
}

function unknown(word: string, options: readonly Option[]): WrongInput {
  const typed = word.replace(DASHES, "").replace(/[=：:].*$/s, "");
  const names = options.map(({ name }) => name);
  const meant = optionMeant(typed, names);
  const shown = word.replace(/=.*$/s, "");
  const list = names.map((name) => `--${name}`).join(" ");
  return new WrongInput({
    zh: `参数不对：没有“${shown}”这个选项。${meant === null ? `可以写：${list}。` : `是不是 --${meant}？`}`,
    en: `Wrong arguments: there is no option "${shown}". ${meant === null ? `There are: ${list}.` : `Did you mean --${meant}?`}`,
  });
}

function withoutValue({ name, value }: ValueOption | ManyOption): WrongInput {
  return new WrongInput({
    zh: `--${name} 后面要写${value.zh}，现在什么也没有。值以“-”开头的，请写成 --${name}=值。`,
    en: `--${name} is followed by ${value.en}, and there is nothing. Where it begins with "-", write --${name}=VALUE.`,
  });
}

function listed({ choices = [] }: ValueOption, which: keyof Text): string {
  const words = choices.map(({ id, name: { [which]: name } }) =>
    name === "" ? id : which === "zh" ? `${id}（${name}）` : `${id} (${name})`,
  );
  const last = words.at(-1) ?? "";
  const or = which === "zh" ? "或" : "or";
  if (words.length <= 3) return `${words.slice(0, -1).join(which === "zh" ? "、" : ", ")} ${or} ${last}`;
  return words.join(which === "zh" ? "、" : ", ");
}

function requireChoice(option: ValueOption, given: string): void {
  const { name, choices } = option;
  if (choices === undefined || choices.some(({ id }) => id === given)) return;
  const ids = choices.map(({ id }) => id);
  const meant = nearestId(given.toLowerCase(), ids);
  const few = choices.length <= 3;
  throw new WrongInput({
    zh: few
      ? `--${name} 只能是 ${listed(option, "zh")}，现在是“${given}”。`
      : `--${name} 不能是“${given}”。${meant === null ? "" : `是不是 ${meant}？`}可以写：${listed(option, "zh")}。`,
    en: few
      ? `--${name} is ${listed(option, "en")}; it is "${given}".`
      : `--${name} can't be "${given}". ${meant === null ? "" : `Did you mean ${meant}? `}Write one of ${listed(option, "en")}.`,
  });
}

/** What was written on a command line. */
export class GivenOptions {
  constructor(
    readonly words: readonly string[],
    private readonly values: ReadonlyMap<string, readonly string[]>,
  ) {}

  has({ name }: FlagOption): boolean {
    return this.values.has(name);
  }

  value({ name }: ValueOption): string | undefined {
    return this.values.get(name)?.[0];
  }

  all({ name }: ManyOption): readonly string[] {
    return this.values.get(name) ?? [];
  }
}

/** @throws WrongInput for an option that is not there, a value that is missing or not among the choices, and one given twice */
export function givenOptions(argv: readonly string[], options: readonly Option[]): GivenOptions {
  const config = Object.fromEntries(
    options.map(({ name, kind }) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const), multiple: kind === "many" },
    ]),
  );
  const short = argv.find((word) => /^(?:-[a-z]|[-–—－]*[–—－]+[a-z])/i.test(word));
  const { tokens } = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined || !token.rawName.startsWith("--")) throw unknown(argv[token.index] ?? "", options);
    const { name } = option;
    if (option.kind === "flag") {
      if (token.value !== undefined)
        throw new WrongInput({
          zh: `--${name} 后面不用写值，现在是“${token.value}”。`,
          en: `--${name} takes no value, and there is "${token.value}".`,
        });
      values.set(name, []);
      continue;
    }
    const { value } = token;
    if (value === undefined || value === "" || (!token.inlineValue && /^-./.test(value))) throw withoutValue(option);
    if (option.kind === "value") {
      requireChoice(option, value);
      if (values.has(name))
        throw new WrongInput({
          zh: `--${name} 写了两次，请只留一个。`,
          en: `--${name} is there twice; please keep one.`,
        });
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  if (short !== undefined && words.includes(short)) throw unknown(short, options);
  return new GivenOptions(words, values);
}
