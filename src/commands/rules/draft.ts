/** `rules draft TIER`: an edition as a workbook with one sheet to edit. */
import { originOf, rowsOf } from "../../authoring/draft";
import { draftSheet } from "../../authoring/draft-sheet";
import type { Call } from "../kit/command";
import { WrongInput } from "../kit/wrong-input";
import { writeWorkbook } from "../write-workbook";
import { editionId, namedEdition, type Asked } from "./named-edition";
import { draftSource } from "./open-draft";
import { RESULT } from "./rules-options";

export async function draft(
  { given, language, terminal, outputs }: Call,
  asked: Asked,
  [tier = ""]: readonly string[],
): Promise<void> {
  const edition = namedEdition(tier, asked);
  const out = workbookOut(given.value(RESULT) ?? "规则草案.xlsx");
  const { files, vocabulary } = draftSource();
  const rows = rowsOf(files, edition.file, vocabulary);
  const name = `${edition.name[language]} ${edition.edition}`;
  await writeWorkbook(outputs, out, { kind: "none" }, [
    draftSheet(rows, originOf(files, edition.file), name, language),
  ]);
  await outputs.commit();
  terminal.print(
    language === "zh"
      ? `草案（改自 ${editionId(edition)}，${rows.length}行）已写入 ${out}`
      : `The draft (from ${editionId(edition)}, ${rows.length} rows) is in ${out}`,
  );
}

/** @throws WrongInput for a name that does not end as a workbook's does */
export function workbookOut(path: string): string {
  if (path.toLowerCase().endsWith(".xlsx")) return path;
  throw new WrongInput({
    zh: `--out 写出的是 Excel 工作簿，文件名要以 .xlsx 结尾，现在是“${path}”。`,
    en: `--out is an Excel workbook, its name must end in .xlsx; it is "${path}".`,
  });
}
