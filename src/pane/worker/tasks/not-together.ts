/** Why sheets that seemed to make one list do not, once they are read to the end. */
import type { LeftOut } from "../../../sheet/reading/read-sheet";
import type { Text } from "../../../words/text";

export function notTogether(names: readonly string[], leftOut: readonly LeftOut[]): Text {
  const [left] = leftOut.filter(({ sheet }) => sheet !== undefined && names.includes(sheet));
  const why =
    left === undefined
      ? null
      : { zh: `“${left.sheet ?? ""}”${left.reason.zh}`, en: `"${left.sheet ?? ""}": ${left.reason.en}` };
  return {
    zh: `整张读下来，${names.map((name) => `“${name}”`).join("、")}放不到一起${why === null ? "" : `（${why.zh}）`}，所以没有评。请选只看一张表，或改好再来。`,
    en: `Read to the end, ${names.map((name) => `"${name}"`).join(", ")} do not belong together${why === null ? "" : ` (${why.en})`}, so nothing was worked out. Choose one sheet only, or mend the sheets and try again.`,
  };
}
