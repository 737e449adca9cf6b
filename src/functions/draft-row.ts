/** The row by which a spilled table says that it rests on a draft of rules. */
import type { RuleSet } from "../policy/rule-set";
import { draftNotice } from "../sheet/results/result-notice";
import type { ResultCell } from "./function-record";

/** None where the edition is in force. @param width cells of a row @param column the 0-based cell that holds texts */
export function draftRow(edition: RuleSet, width: number, column: number): ResultCell[][] {
  const notice = draftNotice([edition]);
  if (notice === null) return [];
  return [Array.from({ length: width }, (_, at) => (at === 0 ? "草案" : at === column ? notice.zh : ""))];
}
