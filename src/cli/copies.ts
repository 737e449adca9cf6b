/** The copies of a scored sheet that `npm run score` writes for sharing: the native copy, and copies with names masked. */
import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import type { Purpose, RuleSet } from "../policy/rule-set";
import type { Text, Vocabulary } from "../policy/vocabulary";
import type { Grid } from "../sheet/grid";
import { readSheet, type SheetReading } from "../sheet/read-sheet";
import type { ResultSheet } from "../sheet/result-sheet";
import type { Language } from "../sheet/score-tables";
import { uniqueSheetName } from "../sheet/sheet-names";
import type { CopySheet } from "../share/copy/copy-book";
import { gridAsCopy, resultAsCopy } from "../share/copy/result-as-copy";
import { writeCopy, type Deflate } from "../share/copy/write-copy";
import { Masker } from "../share/mask";
import { maskColumns, maskResult, maskTexts, personalColumns } from "../share/masked-copy";
import { nativeScore } from "../share/native/native-score";
import { nativeSheets } from "../share/native/native-sheets";
import { saveFile } from "./write-workbook";

export interface NativeCopyOptions {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly purpose: Purpose;
  readonly assumeGeneral: boolean;
  readonly asOf: string;
  readonly ruleSets: readonly RuleSet[];
  /** The tiers of the ladder, lowest rung first. */
  readonly rungs: readonly (readonly string[])[];
}

/** Each piece is packed by itself; all but the last end on a whole byte with more to come. */
export const deflate: Deflate = (piece, last) =>
  deflateRawSync(piece, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });

/** Masks with a key that is forgotten when the command ends. */
export function newMasker(): Masker {
  return new Masker(randomBytes(32));
}

/** The reading with names and codes masked; a masker that has seen them all. */
export function maskedReading(reading: SheetReading, masker: Masker): SheetReading {
  return {
    ...reading,
    names: reading.names.map((name) => masker.mask(name, "enterprise")),
    creditCodes: reading.creditCodes.map((code) => masker.mask(code, "code")),
  };
}

/** Writes the native copy with the sheets that explain it. @throws UnwritableFile */
export async function writeNativeCopy(
  path: string,
  reading: SheetReading,
  options: NativeCopyOptions,
  explaining: readonly ResultSheet[],
): Promise<readonly string[]> {
  const score = nativeScore(reading, options);
  return await save(path, [...nativeSheets(score, options.language), ...explaining.map(resultAsCopy)]);
}

export interface MaskedCopy {
  readonly sheetNames: readonly string[];
  /** Sheets in which no list was recognised: nobody can say what they name, so they are not passed on. */
  readonly leftOut: readonly string[];
}

/** Writes the workbook's lists as values, names masked, with the results beside them. @throws UnwritableFile */
export async function writeMaskedCopy(
  path: string,
  grids: readonly Grid[],
  { vocabulary, asOf }: Pick<NativeCopyOptions, "vocabulary" | "asOf">,
  results: readonly ResultSheet[],
  masker: Masker,
): Promise<MaskedCopy> {
  const lists = grids.flatMap((grid) => {
    const reading = readSheet(grid, vocabulary, { asOf });
    return reading.kind === "reading" ? [maskColumns(grid, personalColumns(grid, reading), masker)] : [];
  });
  const kept = new Set(lists.map(({ sheet }) => sheet));
  const sheetNames = await save(path, [
    ...lists.map((grid) => gridAsCopy(maskTexts(grid, masker))),
    ...results.map((sheet) => resultAsCopy(maskResult(sheet, masker))),
  ]);
  return { sheetNames, leftOut: grids.map(({ sheet }) => sheet).filter((name) => !kept.has(name)) };
}

async function save(path: string, sheets: readonly CopySheet[]): Promise<readonly string[]> {
  const taken = new Set<string>();
  const named = sheets.map((sheet) => ({ ...sheet, name: uniqueSheetName(sheet.name, taken) }));
  await saveFile(path, writeCopy({ sheets: named }, deflate));
  return named.map(({ name }) => name);
}

/** The chosen tiers among the editions in force; a word that names none is what is wrong. */
export function chosenTiers(
  wanted: string | undefined,
  inForce: readonly RuleSet[],
): { readonly ruleSets: readonly RuleSet[] } | { readonly wrong: Text } {
  if (wanted === undefined) return { ruleSets: inForce };
  const words = wanted.split(/[,，、\s]+/).filter((word) => word !== "");
  const known = inForce.map(({ tier }) => tier);
  const unknown = words.filter((word) => !known.includes(word));
  if (words.length === 0 || unknown.length > 0) {
    const list = inForce.map(({ tier, name }) => `${tier}（${name.zh}）`).join("、");
    return {
      wrong: {
        zh: `--tiers 里的“${unknown.join("、")}”不认识，或这一天没有施行的标准。可以写：${list}。`,
        en: `--tiers names "${unknown.join(", ")}", which has no rule set in force on that day. Choose from: ${known.join(", ")}.`,
      },
    };
  }
  return { ruleSets: inForce.filter(({ tier }) => words.includes(tier)) };
}

/** What the file is called where nobody says. */
export function copyName(input: string, ending: string): string {
  return `${basename(input).replace(/\.[^.]*$/, "")}_${ending}.xlsx`;
}
