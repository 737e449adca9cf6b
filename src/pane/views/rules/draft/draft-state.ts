/** What the pane shows of a draft of rules, as plain data. */
import type { DraftOrigin } from "../../../../authoring/draft-sheet";
import type { Trouble } from "../../../app/scoring/scoring-state";
import type { UnderWay } from "../../../app/work";
import type {
  DraftImpactView,
  DraftView,
  ExportedDraft,
  LineWeightView,
  SweepView,
} from "../../../worker/tasks/draft-answers";

/** A sheet of the workbook that holds a draft. */
export interface DraftSheet {
  readonly id: string;
  readonly name: string;
  /** Null where it does not say what it was made from. */
  readonly origin: DraftOrigin | null;
  /** Where it says so, or should. */
  readonly cell: string;
}

/** Reading the draft's cells; judging the list by them; trying every line a step to either side. */
export type Live = "reading" | "judging" | "weighing";

export interface DraftState {
  /** Null: nobody has looked yet. */
  readonly sheets: readonly DraftSheet[] | null;
  /** Id of the one that is shown. */
  readonly sheet: string | null;
  /** What it says, as it was read last. */
  readonly view: DraftView | null;
  /** What it does to the list that was scored; null while that is not known. */
  readonly impact: DraftImpactView | null;
  readonly weights: readonly LineWeightView[] | null;
  /** What is being done because cells have changed. */
  readonly live: Live | null;
  /** What a person has asked for and is under way. */
  readonly asked: "begin" | "sweep" | "write" | "export" | null;
  readonly sweep: SweepView | null;
  readonly exported: ExportedDraft | null;
  /** The sheets of its effect, written last. */
  readonly wrote: { readonly sheet: string; readonly name: string } | null;
  /** The file of an edition that a draft was asked of while another is there. */
  readonly question: string | null;
  readonly work: UnderWay | null;
  readonly trouble: Trouble | null;
}

export const NO_DRAFT: DraftState = {
  sheets: null,
  sheet: null,
  view: null,
  impact: null,
  weights: null,
  live: null,
  asked: null,
  sweep: null,
  exported: null,
  wrote: null,
  question: null,
  work: null,
  trouble: null,
};

/** Sheets with drafts of one tier: nobody can tell which of them counts. Empty where the draft shown is the only one. */
export function rivals({ sheets, sheet }: Pick<DraftState, "sheets" | "sheet">): readonly DraftSheet[] {
  const own = sheets?.find(({ id }) => id === sheet);
  const tier = folderOf(own);
  if (tier === null) return [];
  const same = (sheets ?? []).filter((one) => folderOf(one) === tier);
  return same.length > 1 ? same : [];
}

/** `national/little-giant` */
function folderOf(sheet: DraftSheet | undefined): string | null {
  return sheet?.origin?.file.replace(/\/[^/]+$/, "") ?? null;
}
