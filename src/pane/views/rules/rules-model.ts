/** The rules view's mind: an edition written into the workbook, as a table or as pages to be printed. */
import { editionPage, editionTable, type EditionWriting } from "../../../authoring/edition-sheets";
import type { ExcelHost } from "../../../excel/host";
import type { Trouble } from "../../app/scoring/scoring-state";
import { troubles } from "../../app/scoring/troubles";
import { Store } from "../../app/store";
import { Work, type UnderWay } from "../../app/work";

export interface RulesState {
  readonly work: UnderWay | null;
  readonly trouble: Trouble | null;
  /** The sheet written last, with the edition's file: the page of another says nothing of it. */
  readonly wrote: { readonly file: string; readonly name: string } | null;
}

export const NOTHING_WRITTEN: RulesState = { work: null, trouble: null, wrote: null };

/** A table to be filtered, or pages to be printed. */
export type EditionForm = "table" | "page";

export class RulesModel extends Store<RulesState> {
  private readonly work: Work;

  constructor(
    private readonly host: ExcelHost,
    now: () => number,
  ) {
    super(NOTHING_WRITTEN);
    this.work = new Work((work) => this.set({ work }), now);
  }

  /** Writes the edition onto a sheet of its own, in the place of one written before, and shows it. */
  async write(form: EditionForm, writing: EditionWriting): Promise<void> {
    if (this.work.busy) return;
    this.set({ trouble: null, wrote: null });
    const ended = await this.work.run(async ({ signal, stage }) => {
      const sheet = form === "table" ? editionTable(writing) : editionPage(writing);
      const [written] = await this.host.writeResults([sheet], { signal, progress: stage("writing") });
      if (written === undefined) return;
      await this.host.show(written.sheet, { top: 0, left: 0, bottom: 0, right: 0 });
      this.set({ wrote: { file: writing.edition.file, name: written.name } });
    });
    if (ended.kind !== "done") this.set({ trouble: troubles.of(ended.error, null) });
  }

  cancel(): void {
    this.work.cancel();
  }

  dismiss(): void {
    this.set({ trouble: null });
  }

  override dispose(): void {
    super.dispose();
    this.work.dispose();
  }
}
