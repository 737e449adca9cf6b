/** Sample workbooks that come with the pages, under `samples/`, each with the sheet to look at first. */
import type { BookFile } from "../../xlsx/book-file";
import type { PageTextKey } from "./page-texts";

export const SAMPLES = [
  { file: "山东示例企业.xlsx", text: "sampleShandong", sheet: "企业名单" },
  { file: "公开报道企业.xlsx", text: "samplePublic", sheet: "公开报道企业" },
  { file: "山东集群示例.xlsx", text: "sampleClusters", sheet: "目标与实际" },
  { file: "骑手示例.xlsx", text: "sampleRiders", sheet: "骑手名单" },
] as const satisfies readonly { readonly file: string; readonly text: PageTextKey; readonly sheet: string }[];

/** What the page opens with. */
export const FIRST_SAMPLE = SAMPLES[0].file;

/** @throws Error where the server does not have it */
export async function fetchSample(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`samples/${encodeURIComponent(file)}`);
  if (!response.ok) throw new Error(`samples/${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A sample opens on its list of enterprises, which is what there is to score. */
export function onSampleSheet(file: string, book: BookFile): BookFile {
  const wanted = SAMPLES.find((sample) => sample.file === file)?.sheet;
  const index = book.sheets.findIndex(({ name }) => name === wanted);
  return index < 0 ? book : { ...book, active: index };
}
