/** Finding one's way from what the pane shows to the sheets: results, enterprises, cells. A failure ends as a trouble in the state. */
import type { ExcelHost } from "../../../excel/host";
import { parseAddress } from "../../../excel/places";
import type { SheetRow } from "../../../sheet/reading/sheet-row";
import type { CellRange } from "../../../words/grid";
import type { CellBlocks } from "../../worker/tasks/missing-cells";
import { Store } from "../store";
import { isCancelled } from "../work";
import { NO_SETTINGS } from "./pane-settings";
import { ResultsDesk } from "./results-desk";
import { scoredPlace, scoredSheet, sheetOfPlace } from "./scored-sheets";
import { startingState, type Announcement, type Remedy, type ScoringState } from "./scoring-state";
import { troubles } from "./troubles";

export class ListNavigation extends Store<ScoringState> {
  readonly desk: ResultsDesk;

  /** @param clock milliseconds of a clock */
  constructor(
    private readonly host: ExcelHost,
    private readonly clock: () => number,
  ) {
    super(startingState(NO_SETTINGS));
    this.desk = new ResultsDesk(host);
  }

  /** Milliseconds of the clock. */
  get now(): number {
    return this.clock();
  }

  protected announce(what: Announcement["what"], count = 0): Announcement {
    return { what, count, serial: (this.state.announcement?.serial ?? 0) + 1 };
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  async openResults(): Promise<void> {
    await this.guarded(null, () => this.desk.open());
  }

  /** Selects an enterprise's row on the results sheet. */
  async showEnterprise(row: SheetRow): Promise<void> {
    const { results } = this.state;
    const place = results === null ? null : scoredPlace(results, row);
    if (place !== null) await this.guarded(null, () => this.desk.showEnterprise(row, place));
  }

  async showSheet(id: string): Promise<void> {
    await this.guarded(null, () => this.host.show(id));
  }

  /** Selects a cell of the sheet looked at (or scored) by its address. */
  async showCell(address: string): Promise<void> {
    const place = parseAddress(address);
    const sheet = place === null ? undefined : sheetOfPlace(this.state, place.sheet);
    if (place !== null && sheet !== undefined) await this.showRange(sheet, place.range);
  }

  /** Selects a cell of the sheets scored last, whatever is looked at meanwhile. */
  async showScoredCell(address: string): Promise<void> {
    const { results } = this.state;
    const place = parseAddress(address);
    const sheet = place === null || results === null ? undefined : scoredSheet(results, place.sheet);
    if (place !== null && sheet !== undefined) await this.showRange(sheet, place.range);
  }

  /** Selects one of some blocks of a sheet that was scored: several at once only the newest Excel can. */
  async showScoredBlock({ sheet: named, blocks }: CellBlocks, at: number): Promise<void> {
    const { results } = this.state;
    const sheet = results === null ? undefined : scoredSheet(results, named);
    const block = blocks[at];
    if (sheet !== undefined && block !== undefined) await this.showRange(sheet, block);
  }

  private async showRange(sheet: string, range: CellRange): Promise<void> {
    await this.guarded(null, () => this.host.show(sheet, range));
  }

  /** Runs `work`; a failure becomes a trouble with the remedy. Tells whether the work was done. */
  protected async guarded(remedy: Remedy | null, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.failed(error, remedy);
      return false;
    }
  }

  protected failed(error: unknown, remedy: Remedy | null): void {
    const cancelled = isCancelled(error);
    this.set({
      trouble: troubles.of(error, cancelled ? null : remedy),
      announcement: this.announce(cancelled ? "cancelled" : "failed"),
    });
  }
}
