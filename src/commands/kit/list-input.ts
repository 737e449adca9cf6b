/** The one way every command reads its list: the file, a person's mapping, the sheets that belong together, and what is said of them. */
import type { Text } from "../../words/text";
import type { Vocabulary } from "../../language/vocabulary";
import { readBook, type BookOptions } from "../../sheet/reading/read-book";
import { repeatedRows } from "../../xlsx/read/plausible-rows";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import { readMappingFile, type MappingOf } from "../mapping-file";
import { sayConverted } from "../other-formats/converted-note";
import { readWorkbook, type WorkbookFile } from "../read-workbook";
import type { ListArguments } from "./list-options";
import type { Say, Terminal } from "./terminal";
import { WrongInput } from "./wrong-input";

export interface OpenedList {
  readonly file: WorkbookFile;
  /** A person's mapping of a sheet, where `--map` gives one. */
  readonly mappingOf: MappingOf;
}

/** Opens the file and the mapping. @throws UnreadableFile */
export async function openList({ input, sheet, map }: ListArguments, say: Say): Promise<OpenedList> {
  const mappingOf: MappingOf = map === undefined ? () => undefined : await readMappingFile(map);
  const file = await readWorkbook(input, sheet);
  sayConverted(file, input, say);
  return { file, mappingOf };
}

function hiddenNote(sheet: string): Text {
  return {
    zh: `注意：“${sheet}”是隐藏的工作表，可见的工作表里没有能读的名单。`,
    en: `Note: "${sheet}" is a hidden sheet; no visible sheet holds a list that can be read.`,
  };
}

/** Reads the list of a file. @throws WrongInput where there is none */
export function readList(
  { file, mappingOf }: OpenedList,
  vocabulary: Vocabulary,
  options: Pick<BookOptions, "asOf" | "of" | "blanksMeanNone" | "place">,
  say: Say,
): SheetReading {
  const { grids, hiddenSheets: hidden, notAskedFor, size } = file;
  const reading = readBook(grids, vocabulary, { ...options, hidden, notAskedFor, mappingOf });
  if (reading.kind === "failure") throw new WrongInput(reading.message);
  refuseRepeated(reading, size);
  if (hidden.has(reading.sheet)) say(hiddenNote(reading.sheet));
  return reading;
}

/** @param size of the file, as packed @throws WrongInput where no list can have so many rows in it */
export function refuseRepeated({ sheet, facts }: SheetReading, size: number): void {
  const repeated = repeatedRows(facts.count, size);
  if (repeated !== null)
    throw new WrongInput({
      zh: `“${sheet}”没有评：${repeated.zh}。请删掉多余的行再试。`,
      en: `"${sheet}" was not scored: ${repeated.en}. Please delete the rows that say nothing and try again.`,
    });
}

/** Where lines for a person go: beside the JSON where that is printed. */
export function sayerOf({ json }: ListArguments, language: keyof Text, terminal: Terminal): Say {
  return json === "-" ? (text) => terminal.complain(text[language]) : (text) => terminal.print(text[language]);
}

/** The last lines: which files were written, and which sheets of the workbook where there is a choice of them. */
export function sayWritten({ out, json, saveMap }: ListArguments, say: Say, sheets: readonly string[] = []): void {
  const files = [out, ...(json === undefined || json === "-" ? [] : [json])];
  const [zh, en] = [sheets.join("、"), sheets.join(", ")];
  say({
    zh: `结果已写入 ${files.join(" 和 ")}${zh === "" ? "" : `：${zh}`}`,
    en: `Written to ${files.join(" and ")}${en === "" ? "" : `: ${en}`}`,
  });
  if (saveMap !== undefined) say({ zh: `各列的对应已写入 ${saveMap}`, en: `The mapping is in ${saveMap}` });
}
