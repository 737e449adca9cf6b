/** Where a command's lines go. */
import type { Text, Language } from "../../words/text";

/** Results go to `print`, what a person must mend to `complain`. */
export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

/** Says a text in the language of the command. */
export type Say = (text: Text) => void;

/** Known before the arguments are read, because what is wrong with them is said in this language too. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  return argv.includes("--lang=en") || (at >= 0 && argv[at + 1] === "en") ? "en" : "zh";
}

/** The terminal of this process. Whoever reads the lines may stop reading: `… | head` is no error. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return { print: (line) => console.log(line), complain: (line) => console.error(line) };
}
