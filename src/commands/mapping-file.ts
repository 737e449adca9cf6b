/** Mappings of columns as files: applied with `--map`, written with `--save-map`, to be edited by a person. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Text } from "../words/text";
import type { Mapping } from "../sheet/reading/map-columns";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { lettersOf } from "../sheet/reading/saved-choices";
import {
  mappingFileSchema,
  savedMappingSchema,
  type MappingFile,
  type SavedColumn,
  type SavedMapping,
} from "../sheet/reading/saved-mapping";
import { systemErrorCode } from "./system-error";
import { UnreadableFile } from "./unreadable-file";
import type { Outputs } from "./kit/outputs";

/** The mapping of a sheet, by its name; one mapping in the file is for whatever sheet is read. */
export type MappingOf = (sheet: string) => SavedMapping | undefined;

function badMapping(path: string, zh: string, en: string): UnreadableFile {
  return new UnreadableFile("mapping", {
    zh: `对应关系文件“${path}”${zh}`,
    en: `The mapping "${path}" ${en}`,
  });
}

function firstProblem({ issues }: z.ZodError): Text {
  const [issue] = issues;
  const place = issue?.path.map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`)).join("");
  const at = (place ?? "").replace(/^\./, "");
  const said = issue?.message ?? "";
  return {
    zh: `里 ${at === "" ? "最外层" : at} 不对（${said}）。请照 --save-map 写出的样子改。`,
    en: `is wrong at ${at === "" ? "its top" : at} (${said}). Follow the form that --save-map writes.`,
  };
}

function parsed(path: string, value: unknown): MappingFile["sheets"] {
  const version = z.looseObject({ version: z.unknown() }).safeParse(value).data?.version;
  if (version === 1) {
    const one = savedMappingSchema.safeParse(value);
    if (one.success) {
      const { columns, headingRows } = one.data;
      return [{ sheet: "", columns, ...(headingRows === undefined ? {} : { headingRows }) }];
    }
    const { zh, en } = firstProblem(one.error);
    throw badMapping(path, zh, en);
  }
  if (version !== 2) {
    throw badMapping(
      path,
      "不是这里写出的对应关系（没有 version，或是更新的版本）。请用 --save-map 写一份再改。",
      "is none of those written here: it has no version, or a later one. Write one with --save-map and edit it.",
    );
  }
  const file = mappingFileSchema.safeParse(value);
  if (file.success) return file.data.sheets;
  const { zh, en } = firstProblem(file.error);
  throw badMapping(path, zh, en);
}

/** @throws UnreadableFile naming file, place and reason */
export async function readMappingFile(path: string): Promise<MappingOf> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (systemErrorCode(error) === "") throw error;
    throw badMapping(path, "打不开。请检查文件名和位置。", "can't be opened. Please check its name and place.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw badMapping(path, `不是写得对的 JSON（${why}）。`, `is not valid JSON (${why}).`);
  }
  const sheets = parsed(path, value);
  const [only, ...more] = sheets;
  return (sheet) => {
    const found = sheets.find((one) => one.sheet === sheet) ?? (more.length === 0 ? only : undefined);
    if (found === undefined) return undefined;
    const { columns, headingRows } = found;
    return { version: 1, columns, ...(headingRows === undefined ? {} : { headingRows }) };
  };
}

function savedColumn(mapping: Mapping, questions: ReadonlyMap<number, string>): SavedColumn {
  const { column, address, heading, field, back, unit, use } = mapping;
  const place = { column: lettersOf(address, column), heading };
  if (use === "ignored") return { ...place, field: null };
  // A column nobody recognised: its field is for a person to fill in.
  if (field === null || back < 0) return place;
  const note = questions.get(column);
  const asked = note === undefined ? {} : { confirmed: false, note };
  return { ...place, field, back, ...(unit === "" ? {} : { unit }), ...asked };
}

/** The readings' columns as they were read; what is asked about is written as not confirmed, with the question. */
export function mappingFileOf(readings: readonly SheetReading[]): MappingFile {
  return {
    version: 2,
    sheets: readings.map((reading) => {
      const questions = new Map(
        reading.doubts.flatMap(({ columns, question }) => columns.map((column) => [column, question.zh] as const)),
      );
      const [first, last] = reading.headingRows;
      const asItStands = reading.grid.placement === undefined;
      return {
        sheet: reading.sheet,
        ...(asItStands ? { headingRows: [first, last] satisfies [number, number] } : {}),
        columns: reading.columns.map((mapping) => savedColumn(mapping, questions)),
      };
    }),
  };
}

/** One column a line, so that a person finds it. */
function written(file: MappingFile): string {
  const sheets = file.sheets.map(({ columns, ...sheet }) => {
    const head = JSON.stringify(sheet).slice(0, -1);
    return `  ${head},"columns":[\n${columns.map((column) => `    ${JSON.stringify(column)}`).join(",\n")}\n  ]}`;
  });
  return `{"version":2,"sheets":[\n${sheets.join(",\n")}\n]}\n`;
}

/** @throws UnwritableFile where it cannot be written */
export async function saveMappingFile(
  outputs: Outputs,
  path: string,
  readings: readonly SheetReading[],
): Promise<void> {
  await outputs.add(path, written(mappingFileOf(readings)));
}
