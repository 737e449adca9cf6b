/** Names of several sheets in one line: all of a few, the first ones of many. */
import { useWords } from "../texts/language";

const MOST_NAMES = 4;

export function useSheetList(): (sheets: readonly string[]) => string {
  const { say } = useWords();
  return (sheets) => {
    const names = sheets.map((name) => say("quotedSheet", { name }));
    const shown = names.slice(0, names.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES).join(say("listBreak"));
    return names.length > MOST_NAMES ? say("andMoreSheets", { sheets: shown }) : shown;
  };
}
