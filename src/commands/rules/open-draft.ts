/** The draft in a workbook. */
import { readDraftSheet, type Draft, type DraftSource } from "../../authoring/draft";
import { originIn } from "../../authoring/draft-sheet";
import { PROOFS } from "../../engine/rows/proofs";
import { isDraftSheet } from "../../sheet/results/sheet-names";
import { outlineOf } from "../../xlsx/workbook-outline";
import { PackageParts } from "../../xlsx/container/package-parts";
import { formulaCells } from "../formula-cells";
import type { Say } from "../kit/terminal";
import { WrongInput } from "../kit/wrong-input";
import { NODE_CODEC } from "../node-codec";
import { ownVocabulary, readSeedFiles } from "../read-seeds";
import { bytesOf, readWorkbook } from "../read-workbook";

export function draftSource(): DraftSource {
  return { files: readSeedFiles(), vocabulary: ownVocabulary(), proofs: PROOFS };
}

/** Reads a draft and says what is doubtful. @throws WrongInput where it gives no edition, with each cell @throws UnreadableFile */
export async function openDraft(path: string, say: Say): Promise<Draft> {
  const sheet = await draftSheetOf(path);
  const { grids, original } = await readWorkbook(path, sheet);
  const [grid] = grids;
  const origin = grid === undefined ? null : (originIn(grid)?.origin ?? null);
  if (grid === undefined || origin === null)
    throw new WrongInput({
      zh: `“${path}”的“${sheet}”上没有写明改自哪一版（第2行）。请从 rules draft 写出的工作簿开始改。`,
      en: `"${sheet}" of "${path}" does not say which edition it was made from (row 2). Start from a workbook written by rules draft.`,
    });
  const formulas = original.kind === "xlsx" ? formulaCells(original.bytes, sheet) : new Set<string>();
  const draft = readDraftSheet(grid, origin, formulas, draftSource());
  if ("troubles" in draft) {
    const lines = (language: "zh" | "en"): string =>
      draft.troubles.map(({ cell, text }) => `  ${cell}  ${text[language]}`).join("\n");
    throw new WrongInput({
      zh: `“${path}”的草案还不能用，请改这些格：\n${lines("zh")}`,
      en: `The draft in "${path}" can't be used yet. Mend these cells:\n${lines("en")}`,
    });
  }
  for (const { cell, text } of draft.doubts)
    say({ zh: `请核对 ${cell}：${text.zh}`, en: `Please check ${cell}: ${text.en}` });
  return draft;
}

/** @throws WrongInput where the workbook has no draft, or several */
async function draftSheetOf(path: string): Promise<string> {
  const bytes = await bytesOf(path);
  // What is no workbook is told by the reader.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return (await readWorkbook(path, undefined)).grids[0]?.sheet ?? "";
  const names = outlineOf(PackageParts.open(bytes, NODE_CODEC))
    .sheets.map(({ name }) => name)
    .filter(isDraftSheet);
  const [name, ...more] = names;
  if (name === undefined)
    throw new WrongInput({
      zh: `“${path}”里没有规则草案（名字以“评分_规则草案”开头的工作表）。先用 rules draft 写一份。`,
      en: `"${path}" has no draft of rules (a sheet whose name begins with 评分_规则草案). Write one with rules draft first.`,
    });
  if (more.length > 0)
    throw new WrongInput({
      zh: `“${path}”里有${names.length}份规则草案（${names.join("、")}），不知道用哪一份。请只留一份。`,
      en: `"${path}" has ${names.length} drafts of rules (${names.join(", ")}), and it can't be told which one counts. Keep one.`,
    });
  return name;
}
