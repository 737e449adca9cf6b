/** The pane's words in the language chosen. Numbers inside a text get thousands separators and at most two decimals. */
import { createContext, useContext } from "react";
import type { Text, Language } from "../../words/text";
import { grouped } from "../../engine/rows/explain";
import { en } from "./en";
import { zh } from "./zh";

export type TextKey = keyof typeof zh;
export type Params = Readonly<Record<string, string | number>>;

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { zh, en };

/** A text with its places filled; a place without a parameter stays as it is, so that a test can see it. Write a year as a text. */
export function filled(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : typeof value === "number" ? grouped(value, 2) : value;
  });
}

/** The text of a key with its places filled. */
export function textOf(language: Language, key: TextKey, params?: Params): string {
  return filled(TEXTS[language][key], params);
}

export interface Words {
  readonly language: Language;
  /** A text of the pane. */
  readonly say: (key: TextKey, params?: Params) => string;
  /** A text that comes with the data. */
  readonly of: (text: Text) => string;
}

export function wordsOf(language: Language): Words {
  return {
    language,
    say: (key, params) => textOf(language, key, params),
    of: (text) => text[language],
  };
}

export const WordsContext = createContext<Words>(wordsOf("zh"));

export function useWords(): Words {
  return useContext(WordsContext);
}
