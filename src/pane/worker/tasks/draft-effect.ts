/** What a draft does to a list that was scored: who gains and loses, which lines move most, and one of its lines at many values. */
import { z } from "zod";
import { differenceSheet } from "../../../authoring/difference-table";
import { compareRequirements } from "../../../authoring/compare-editions";
import { draftImpact, type ImpactContext, type MovedFirm } from "../../../authoring/draft-impact";
import { impactGroups } from "../../../authoring/impact-groups";
import { draftImpactSheets, draftName } from "../../../authoring/impact-tables";
import { heaviestFirst, lineWeights, type LineWeight } from "../../../authoring/line-weights";
import { lineRows, type LineRow } from "../../../authoring/moved-line";
import { sweepLine, valuesAround, type SweepPoint } from "../../../authoring/sweep";
import { editionsOf } from "../../../policy/rule-set";
import { Refused } from "../refused";
import { task, type Desk } from "../task";
import type { DraftImpactView, DraftMove, LineWeightView, MovedFirmView, SweepView } from "./draft-answers";
import { lineView } from "./drafts";
import type { KeptDraft } from "./kept-drafts";
import { cut } from "./run-answers";

/** Values of a sweep. */
const VALUES_TRIED = 50;

const asked = z.object({
  /** A draft that was read. */
  draft: z.int(),
  /** A list that was scored. */
  run: z.int(),
});

interface Effect extends KeptDraft {
  readonly context: ImpactContext;
  readonly lines: readonly LineRow[];
}

/** @throws Refused where the draft or the run is no longer there */
function effectOf({ draft: id, run }: z.infer<typeof asked>, { drafts, runs, known }: Desk): Effect {
  const kept = drafts.of(id);
  const { reading, judgement } = runs.of(run).sheet.context;
  const { policy, vocabulary } = known;
  const lines = lineRows(kept.draft.rows, judgement.purpose, kept.draft.textAt);
  return { ...kept, context: { policy, vocabulary, reading, judgement }, lines };
}

export const impact = task(asked, (question, desk): DraftImpactView => {
  const { draft, context } = effectOf(question, desk);
  const found = draftImpact(context, draft.ruleSets);
  const { moves, moved, gainingBy, losingBy, elsewhere } = found;
  const lists: Record<DraftMove, MovedFirmView[]> = { gained: [], lost: [], opened: [], failed: [] };
  for (const firm of moved) lists[moveOf(firm)].push(firmView(firm));
  const { asOf, purpose } = context.judgement;
  return {
    asOf,
    purpose,
    enterprises: context.reading.facts.count,
    moves,
    moved: {
      gained: cut(lists.gained),
      lost: cut(lists.lost),
      opened: cut(lists.opened),
      failed: cut(lists.failed),
    },
    gainingBy,
    losingBy,
    elsewhere,
    groups: impactGroups(found, context),
  };
});

function moveOf({ before, after }: MovedFirm): DraftMove {
  if (after === "met") return "gained";
  if (before === "met") return "lost";
  return after === "unknown" ? "opened" : "failed";
}

function firmView({ row, sheetRow, name, before, after, conditions }: MovedFirm): MovedFirmView {
  return { row, sheetRow, name, before, after, conditions };
}

async function weightsOf({ context, draft, lines }: Effect, desk: Desk): Promise<readonly LineWeight[]> {
  const weights: LineWeight[] = [];
  for (const weight of lineWeights(context, draft.ruleSets, lines)) {
    weights.push(weight);
    await desk.step(weights.length, lines.length);
  }
  return heaviestFirst(weights);
}

export const weights = task(asked, async (question, desk): Promise<readonly LineWeightView[]> => {
  const found = await weightsOf(effectOf(question, desk), desk);
  return found.map(({ line, met, lower, higher }) => ({ line: lineView(line), met, lower, higher }));
});

async function sweepOf(
  { context, draft, lines }: Effect,
  id: string,
  desk: Desk,
): Promise<{ readonly line: LineRow; readonly points: readonly SweepPoint[] }> {
  const line = lines.find(({ row }) => row.id === id);
  if (line === undefined)
    throw new Refused({
      zh: "草案里已经没有这条线了。请另选一条。",
      en: "The draft no longer has this line. Please choose another.",
    });
  const values = valuesAround(line, VALUES_TRIED);
  const points: SweepPoint[] = [];
  await desk.step(0, values.length);
  for (const point of sweepLine(context, draft.ruleSets, line, values)) {
    points.push(point);
    await desk.step(points.length, values.length);
  }
  return { line, points };
}

/** One line at values around where it is: how many meet at each. */
export const sweep = task(
  asked.extend({ line: z.string() }),
  async ({ line, ...question }, desk): Promise<SweepView> => {
    const found = await sweepOf(effectOf(question, desk), line, desk);
    return { line: lineView(found.line), points: found.points };
  },
);

/** The same as result sheets: differences, effect, enterprises. */
export const sheets = task(
  asked.extend({ line: z.string().nullable(), language: z.enum(["zh", "en"]) }),
  async ({ line, language, ...question }, desk): Promise<void> => {
    const effect = effectOf(question, desk);
    const { draft, context, purpose } = effect;
    const [after] = draft.ruleSets;
    const before = editionsOf(context.policy).find(({ file }) => file === draft.origin.file);
    const found = draftImpact(context, draft.ruleSets);
    const impactSheets = draftImpactSheets(
      {
        impact: found,
        groups: impactGroups(found, context),
        weights: await weightsOf(effect, desk),
        sweep: line === null ? null : await sweepOf(effect, line, desk),
        name: draftName(after),
        asOf: context.judgement.asOf,
      },
      language,
    );
    if (before !== undefined && after !== undefined) {
      const sides = {
        before: { zh: `${before.edition} 版`, en: `edition ${before.edition}` },
        after: { zh: "草案", en: "draft" },
      };
      const all = compareRequirements(before.forPurpose[purpose], after.forPurpose[purpose], context.vocabulary);
      await desk.send(differenceSheet(all, sides, language));
    }
    for (const sheet of impactSheets) await desk.send(sheet);
  },
);
