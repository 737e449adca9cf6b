/** The native copy (透明评分表) as a book: plain formulas that work the results out, the locked lines, and the sheets that explain them. */
import type { SheetReading } from "../../sheet/reading/read-sheet";
import type { ResultSheet } from "../../words/result-sheet";
import { nativeScore, type NativeOptions } from "../../engine/formulas/native-score";
import { nativeSheets } from "./native-sheets";
import { namedApart, type CopyBook } from "./copy-book";
import { resultAsCopy } from "./result-as-copy";

/** @throws NotNative where a rule uses what plain formulas can't say */
export function nativeBook(
  reading: SheetReading,
  options: NativeOptions,
  explaining: readonly ResultSheet[],
): CopyBook {
  const score = nativeScore(reading, options);
  return namedApart([...nativeSheets(score, options.language), ...explaining.map(resultAsCopy)]);
}
