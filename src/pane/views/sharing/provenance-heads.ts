/** What the provenance sheets of a workbook say of how its lists were scored. */
import type { Control, ExcelHost, SheetInfo } from "../../../excel/host";
import { scoredLists } from "../../../sharing/check/scored-lists";
import { readHead, type ProvenanceHead } from "../../../sharing/provenance";
import { HEAD_ROWS, readGrid } from "./read-grid";

/** Those that can be read. @throws ExcelTrouble */
export async function headsOf(
  host: ExcelHost,
  sheets: readonly SheetInfo[],
  control: Control,
): Promise<readonly ProvenanceHead[]> {
  const heads: ProvenanceHead[] = [];
  for (const { provenance } of scoredLists(sheets.map(({ name }) => name))) {
    const sheet = sheets.find(({ name }) => name === provenance);
    const head = sheet === undefined ? null : readHead(await readGrid(host, sheet, control, HEAD_ROWS));
    if (head !== null) heads.push(head);
  }
  return heads;
}
