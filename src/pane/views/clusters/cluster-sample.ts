/** The sample sheet of indicators with their actuals: what is published says where, the rest says that it is made up. */
import { z } from "zod";
import type { Cell } from "../../../words/grid";
import type { Language } from "../../../words/text";
import rows from "./cluster-sample.json";

const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));
const NAMES: Readonly<Record<Language, string>> = { zh: "示例集群指标", en: "Sample indicators" };

export function clusterSample(language: Language): {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
} {
  return { name: NAMES[language], rows: rows.map((row) => rowSchema.parse(JSON.parse(row))) };
}
