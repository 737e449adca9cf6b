/** Drafts of rules: an edition as the sheet of a draft, and such a sheet read back. */
import { z } from "zod";
import { placeOfEdition } from "../../../authoring/catalogue";
import { compareRequirements } from "../../../authoring/compare-editions";
import { editionDraft, readDraftSheet, type Draft, type DraftSource } from "../../../authoring/draft";
import { originIn, type DraftOrigin } from "../../../authoring/draft-sheet";
import { fingerprintOf } from "../../../authoring/fingerprint";
import { lineRows, type LineRow } from "../../../authoring/moved-line";
import { PROOFS } from "../../../engine/rows/proofs";
import { editionsOf, type Purpose, type RuleSet } from "../../../policy/rule-set";
import type { Text } from "../../../words/text";
import { Refused } from "../refused";
import { task, type Knowledge } from "../task";
import type { DraftLine, DraftName, DraftView, SoundDraft } from "./draft-answers";

/** What drafts are read against: the release as it is built into the pages. */
export async function draftSource({ vocabulary, seeds }: Knowledge): Promise<DraftSource> {
  return { files: await seeds(), vocabulary, proofs: PROOFS };
}

function editionOf({ policy }: Knowledge, file: string): RuleSet | undefined {
  return editionsOf(policy).find((one) => one.file === file);
}

/** The edition's file as the sheet of a draft. */
export const begin = task(
  z.object({ file: z.string(), language: z.enum(["zh", "en"]) }),
  async ({ file, language }, desk): Promise<void> => {
    const edition = editionOf(desk.known, file);
    if (edition === undefined) throw new TypeError(`there is no edition ${file}`);
    await desk.send(editionDraft(edition, await draftSource(desk.known), language));
  },
);

const question = z.object({
  /** A sheet that was sent. */
  sheet: z.string(),
  /** A1 addresses of its cells that hold formulas. */
  formulas: z.array(z.string()),
  purpose: z.enum(["new", "review"]),
});

export const read = task(question, async ({ sheet, formulas, purpose }, desk): Promise<DraftView> => {
  const [grid] = desk.grids([sheet]);
  if (grid === undefined) throw new Refused({ zh: "草案还没有读进来。", en: "The draft has not been read." }, "gone");
  const found = originIn(grid);
  if (found === null) return { kind: "troubles", name: null, troubles: [{ cell: "A2", text: NO_ORIGIN }] };
  const { known } = desk;
  const draft = readDraftSheet(grid, found.origin, new Set(formulas), await draftSource(known));
  const name = nameOf(found.origin, found.cell, "text" in draft ? draft.ruleSets[0] : undefined, known);
  if ("troubles" in draft) return { kind: "troubles", name, troubles: draft.troubles };
  if (name === null) throw new TypeError("a draft that was read has a name");
  desk.drafts.add({ id: desk.question, draft, purpose });
  return { kind: "draft", id: desk.question, name, ...viewOf(draft, purpose, known) };
});

const NO_ORIGIN: Text = {
  zh: "这张表没有写明改自哪一版（第2行），读不出是哪一版的草案。请从规则里的一版重新起草，再把改动抄过去。",
  en: "This sheet does not say which edition it was made from (row 2). Draft anew from an edition of the rules and carry the changes over.",
};

function nameOf({ file }: DraftOrigin, cell: string, drafted: RuleSet | undefined, known: Knowledge): DraftName | null {
  const place = placeOfEdition(file);
  const own = editionOf(known, file) ?? drafted;
  if (place === null) return null;
  const { tier, edition } = place;
  const name = own?.name ?? known.policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
  return { file, tier, edition, name, cell };
}

function viewOf(draft: Draft, purpose: Purpose, known: Knowledge): Omit<SoundDraft, "kind" | "id" | "name"> {
  const [after] = draft.ruleSets;
  const before = editionOf(known, draft.origin.file);
  const all =
    before === undefined || after === undefined
      ? []
      : compareRequirements(before.forPurpose[purpose], after.forPurpose[purpose], known.vocabulary);
  const differences = all.filter(({ standing }) => standing !== "same");
  return {
    print: fingerprintOf(draft.text),
    ended: before?.inForce.until ?? null,
    isNew: draft.isNew,
    purpose,
    differences,
    same: all.length - differences.length,
    doubts: draft.doubts,
    examples: [...new Map(draft.examples.map(({ name }) => [name.zh, name])).values()],
    lines: lineRows(draft.rows, purpose, draft.textAt).map(lineView),
  };
}

export function lineView({ row, name, value, unit }: LineRow): DraftLine {
  return { id: row.id, name, value, unit };
}
