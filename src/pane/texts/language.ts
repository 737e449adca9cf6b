/**
 * The pane's words in the language chosen. A view has a table of its own, in which each text stands in both languages; what several of them
 * say is in `shared-texts`, what lists say in `list-texts`, what is said of work under way in `work-texts`. Numbers inside a text get thousands separators and at most two decimals.
 */
import { createContext, useContext, useMemo } from "react";
import { grouped } from "../../words/figures";
import type { Language, Text } from "../../words/text";
import { LIST_TEXTS } from "./list-texts";
import { SHARED_TEXTS } from "./shared-texts";
import { WORK_TEXTS } from "./work-texts";

export type Texts = Readonly<Record<string, Text>>;
/** What every view may say. */
const EVERYWHERE = { ...SHARED_TEXTS, ...LIST_TEXTS, ...WORK_TEXTS };
export type SharedKey = keyof typeof EVERYWHERE;
/** Keys of a table and of the shared texts. */
export type KeyOf<Table extends Texts> = (keyof Table & string) | SharedKey;
export type Params = Readonly<Record<string, string | number>>;

/**
 * A text with its places filled; a place without a parameter stays as it is, so that a test can see it. Write a year as a text.
 * `{count#row|rows}` is the first word where the count is 1.
 */
export function filled(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)(?:#([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value !== undefined && one !== undefined) return (value === 1 || value === "1" ? one : many) ?? "";
    return value === undefined ? place : typeof value === "number" ? grouped(value, 2) : value;
  });
}

export interface Words<Key extends string = SharedKey> {
  readonly language: Language;
  /** A text of the table, or a shared one. */
  readonly say: (key: Key, params?: Params) => string;
  /** A text that comes with the data. */
  readonly of: (text: Text) => string;
}

/**
 * What a table says in a language; where it has a key of the shared texts, its own holds.
 * @param program what stands for `{program}`: the spreadsheet program, which is not Excel everywhere
 */
export function wordsOf<Table extends Texts>(language: Language, table: Table, program: Text): Words<KeyOf<Table>> {
  const all: Texts = { ...EVERYWHERE, ...table };
  return {
    language,
    say: (key, params) => filled(all[key]?.[language] ?? key, { program: program[language], ...params }),
    of: (text) => text[language],
  };
}

export const LanguageContext = createContext<Language>("zh");

/** The program that the pane stands beside, as its host names it. */
export const ProgramContext = createContext<Text>({ zh: "Excel", en: "Excel" });

const NOTHING_MORE = {};

/** The words of a table in the language chosen; without a table the shared ones. */
export function useWords(): Words;
export function useWords<Table extends Texts>(table: Table): Words<KeyOf<Table>>;
export function useWords(table: Texts = NOTHING_MORE): Words<string> {
  const language = useContext(LanguageContext);
  const program = useContext(ProgramContext);
  return useMemo(() => wordsOf(language, table, program), [language, table, program]);
}
