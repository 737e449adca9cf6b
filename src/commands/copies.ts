/** The copies of a scored sheet that `npm run score` writes for sharing: the native copy, and copies with names masked. */
import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import type { CopyBook } from "../sharing/copy/copy-book";
import { maskedBook, requireNobodyNamed, type MaskedLists } from "../sharing/copy/masked-book";
import { nativeBook } from "../sharing/copy/native-book";
import { writeCopy } from "../sharing/copy/write-copy";
import { StillNamed, type Identities } from "../sharing/masking/identities";
import { Masker } from "../sharing/masking/mask";
import type { NativeOptions } from "../engine/formulas/native-score";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { JsonSink } from "./kit/json-rows";
import type { Outputs } from "./kit/outputs";
import { WrongInput } from "./kit/wrong-input";
import { NODE_CODEC } from "./node-codec";

/** Masks with a key that is forgotten when the command ends. */
export function newMasker(): Masker {
  return new Masker(randomBytes(32));
}

/** Whom a copy must not name, and the masker that has seen them. */
export interface Masking {
  readonly masker: Masker;
  readonly identities: Identities;
}

/**
 * Writes the native copy with the sheets that explain it.
 * @param masking where nobody may be named in it
 * @throws UnwritableFile
 */
export async function writeNativeCopy(
  outputs: Outputs,
  path: string,
  reading: SheetReading,
  options: NativeOptions,
  explaining: readonly ResultSheet[],
  masking: Masking | null,
): Promise<readonly string[]> {
  return await save(outputs, path, nativeBook(reading, options, explaining), masking);
}

/** Writes the workbook's lists as values, names masked, with the results beside them. @throws UnwritableFile */
export async function writeMaskedCopy(
  outputs: Outputs,
  path: string,
  lists: MaskedLists,
  results: readonly ResultSheet[],
  masking: Masking,
): Promise<readonly string[]> {
  return await save(outputs, path, maskedBook(lists, results, masking.masker), masking);
}

async function save(
  outputs: Outputs,
  path: string,
  book: CopyBook,
  masking: Masking | null,
): Promise<readonly string[]> {
  const bytes = writeCopy(book, NODE_CODEC);
  if (masking !== null) nobodyNamed(() => requireNobodyNamed(masking.identities, bytes, basename(path)));
  await outputs.add(path, bytes);
  return book.sheets.map(({ name }) => name);
}

/** A sink that refuses to pass on anybody's name. */
export function withoutNames(sink: JsonSink, identities: Identities, path: string): JsonSink {
  // A name may lie across two pieces.
  let rest = "";
  return {
    write: async (text) => {
      const found = identities.foundIn(rest + text);
      if (found !== null)
        nobodyNamed(() => {
          throw new StillNamed(found, basename(path));
        });
      rest = text.slice(-500);
      await sink.write(text);
    },
    close: () => sink.close(),
  };
}

/** @throws WrongInput where somebody still is */
function nobodyNamed(look: () => void): void {
  try {
    look();
  } catch (error) {
    if (!(error instanceof StillNamed)) throw error;
    const { identity, place } = error;
    throw new WrongInput({
      zh: `没有写脱敏副本：“${place}”里还找得到原来的“${identity}”。请换个文件名，或去掉带出它的 --keep-column；都不是的话，请从表里删掉写着它的那一处再试。`,
      en: `The masked copy was not written: "${place}" still holds "${identity}". Please choose another file name, drop the --keep-column that lets it through, or take it out of the sheet where it stands.`,
    });
  }
}
