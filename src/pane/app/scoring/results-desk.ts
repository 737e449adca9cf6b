/** Finding one's way in the results of the last run: open them, filter them, go to an enterprise's row. */
import type { ExcelHost, WrittenSheet } from "../../../excel/host";
import type { ScoreSummary } from "../../worker/tasks/score-answer";
import type { SheetRow } from "../../../sheet/reading/sheet-row";

export class ResultsDesk {
  private summary: ScoreSummary | null = null;
  private results: WrittenSheet | null = null;
  /** The column the results are filtered by. */
  private narrowed: string | null = null;

  constructor(private readonly host: ExcelHost) {}

  /** A run just written; `list` is the sheet with a row an enterprise. */
  take(summary: ScoreSummary, list: WrittenSheet | null): void {
    this.summary = summary;
    this.results = list;
    this.narrowed = null;
  }

  async open(): Promise<void> {
    if (this.results !== null) await this.host.show(this.results.sheet);
  }

  /** Shows only the rows of a bar; null shows all. */
  async filter(tier: string | null): Promise<void> {
    const { summary, results } = this;
    if (summary === null || results?.table == null) return;
    const bar = summary.bars.find((one) => one.tier === tier);
    await this.narrow(results.table, summary.barColumn, bar?.values ?? null);
    await this.host.show(results.sheet);
  }

  /** Shows only the results of some enterprises. */
  async only(rows: readonly SheetRow[]): Promise<void> {
    const { summary, results } = this;
    if (summary === null || results?.table == null) return;
    await this.narrow(results.table, summary.rowColumn, rows.map(String));
    await this.host.show(results.sheet);
  }

  /** A filter of another column would narrow what this one shows. */
  private async narrow(table: string, column: string, values: readonly string[] | null): Promise<void> {
    if (this.narrowed !== null && this.narrowed !== column) await this.host.filter(table, this.narrowed, null);
    await this.host.filter(table, column, values);
    this.narrowed = values === null ? null : column;
  }

  /** Selects the results row of an enterprise; its `place` on its own sheet where the results hold none. */
  async showEnterprise(row: SheetRow, place: { readonly sheet: string; readonly row: number }): Promise<void> {
    const found = await this.resultRow(row);
    if (found === null) {
      await this.host.show(place.sheet, { top: place.row, bottom: place.row, left: 0, right: 0 });
      return;
    }
    await this.filter(null);
    await this.host.show(found.sheet, { top: found.at, bottom: found.at, left: found.left, right: found.right });
  }

  /** The results may have been sorted since: the row is looked for by its first column, which holds the sheet row. */
  private async resultRow(
    row: SheetRow,
  ): Promise<{ readonly sheet: string; readonly at: number; readonly left: number; readonly right: number } | null> {
    const { results } = this;
    if (results === null) return null;
    const { info } = await this.host.shape(results.sheet);
    if (info.used === null) return null;
    const { left, right } = info.used;
    for await (const block of this.host.readBlocks(results.sheet, { ...info.used, right: left })) {
      const index = block.rows.findIndex(([first]) => first === row);
      if (index >= 0) return { sheet: results.sheet, at: block.top + index, left, right };
    }
    return null;
  }
}
