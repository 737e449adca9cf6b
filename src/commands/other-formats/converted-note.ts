/** One line for a file that was converted: what was left behind, and that the file itself is as it was. */
import type { Text } from "../../words/text";
import type { WorkbookFile } from "../read-workbook";

/** Says it where there is something to say. */
export function sayConverted({ leftBehind }: WorkbookFile, path: string, say: (text: Text) => void): void {
  if (leftBehind === null) return;
  say({
    zh: `“${path}”先转成了 .xlsx 再读，没有带过来的有：${leftBehind.zh}。原文件没有改动。`,
    en: `"${path}" was converted to .xlsx to be read; left behind: ${leftBehind.en}. The file itself is unchanged.`,
  });
}
