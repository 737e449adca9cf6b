/** The small sample that 先用示例试试 puts into the workbook. Every enterprise in it is made up. */
import { z } from "zod";
import type { Cell } from "../../../../words/grid";
import type { Language } from "../../../../words/text";
import rows from "./sample.json";

const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));

export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const NAMES: Readonly<Record<Language, string>> = { zh: "示例企业名单", en: "Sample list" };

export function sampleSheet(language: Language): SampleSheet {
  return { name: NAMES[language], rows: rows.map((row) => rowSchema.parse(JSON.parse(row))) };
}
