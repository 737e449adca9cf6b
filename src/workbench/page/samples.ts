/** Sample workbooks that come with the pages, under `samples/`. */
import type { PageTextKey } from "./page-texts";

export const SAMPLES = [
  { file: "山东示例企业.xlsx", text: "sampleShandong" },
  { file: "公开报道企业.xlsx", text: "samplePublic" },
] as const satisfies readonly { readonly file: string; readonly text: PageTextKey }[];

/** What the page opens with. */
export const FIRST_SAMPLE = SAMPLES[0].file;

/** @throws Error where the server does not have it */
export async function fetchSample(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`samples/${encodeURIComponent(file)}`);
  if (!response.ok) throw new Error(`samples/${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
