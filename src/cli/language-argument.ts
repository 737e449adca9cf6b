/** Which language a command speaks. */
import type { Language } from "../sheet/results/score-tables";

/** Known before the arguments are read, because what is wrong with them is said in this language too. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  return argv.includes("--lang=en") || (at >= 0 && argv[at + 1] === "en") ? "en" : "zh";
}
