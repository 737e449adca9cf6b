/** The copies of a scored sheet that `npm run score` writes for sharing: the native copy, and copies with names masked. */
import { randomBytes } from "node:crypto";
import { constants, deflateRawSync } from "node:zlib";
import type { RuleSet } from "../policy/rule-set";
import type { Text } from "../policy/vocabulary";
import { nearestId } from "../rules/nearest-id";
import type { CopyBook } from "../share/copy/copy-book";
import { maskedBook, type MaskedBook } from "../share/copy/masked-book";
import { nativeBook } from "../share/copy/native-book";
import { writeCopy, type Deflate } from "../share/copy/write-copy";
import { Masker } from "../share/mask";
import type { NativeOptions } from "../share/native/native-score";
import type { Grid } from "../sheet/reading/grid";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../sheet/results/result-sheet";
import type { Outputs } from "./kit/outputs";

/** Each piece is packed by itself; all but the last end on a whole byte with more to come. */
export const deflate: Deflate = (piece, last) =>
  deflateRawSync(piece, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });

/** Masks with a key that is forgotten when the command ends. */
export function newMasker(): Masker {
  return new Masker(randomBytes(32));
}

/** Writes the native copy with the sheets that explain it. @throws UnwritableFile */
export async function writeNativeCopy(
  outputs: Outputs,
  path: string,
  reading: SheetReading,
  options: NativeOptions,
  explaining: readonly ResultSheet[],
): Promise<readonly string[]> {
  return await save(outputs, path, nativeBook(reading, options, explaining));
}

/** Writes the workbook's lists as values, names masked, with the results beside them. @throws UnwritableFile */
export async function writeMaskedCopy(
  outputs: Outputs,
  path: string,
  grids: readonly Grid[],
  known: Pick<NativeOptions, "vocabulary" | "asOf">,
  results: readonly ResultSheet[],
  masker: Masker,
): Promise<{ readonly sheetNames: readonly string[] } & Pick<MaskedBook, "leftOut">> {
  const { book, leftOut } = maskedBook(grids, known, results, masker);
  return { sheetNames: await save(outputs, path, book), leftOut };
}

async function save(outputs: Outputs, path: string, book: CopyBook): Promise<readonly string[]> {
  await outputs.add(path, writeCopy(book, deflate));
  return book.sheets.map(({ name }) => name);
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
    const meant = nearestId(unknown[0] ?? "", known);
    const list = inForce.map(({ tier, name }) => `${tier}（${name.zh}）`).join("、");
    return {
      wrong: {
        zh: `--tiers 里的“${unknown.join("、")}”不认识，或这一天没有施行的标准。${meant === null ? "" : `是不是 ${meant}？`}可以写：${list}。`,
        en: `--tiers names "${unknown.join(", ")}", which has no rule set in force on that day. ${meant === null ? "" : `Did you mean ${meant}? `}Choose from: ${known.join(", ")}.`,
      },
    };
  }
  return { ruleSets: inForce.filter(({ tier }) => words.includes(tier)) };
}
