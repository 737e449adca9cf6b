/** One Univer workbook: the way to run its commands, with what they changed told and remembered for undoing. */
import type { Workbook, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type {} from "@univerjs/sheets-formula/facade";
import { Calculation } from "./calculation";
import { Journal } from "./journal";
import { Spills } from "./spills";

export class UniverLink {
  readonly journal = new Journal();
  readonly calculation: Calculation;
  readonly spills: Spills;
  /** True while one of our own commands runs: what Univer tells meanwhile is no user's doing. */
  own = false;
  /** Whether the workbook has had a formula: only then can changed cells need a calculation. */
  formulasSeen = false;

  constructor(
    readonly api: FUniver,
    readonly facade: FWorkbook,
  ) {
    this.calculation = new Calculation(api, () => this.formulasSeen);
    this.spills = new Spills(api, facade.getId());
  }

  get unitId(): string {
    return this.facade.getId();
  }

  get workbook(): Workbook {
    return this.facade.getWorkbook();
  }

  sheet(id: string): Worksheet | null {
    return this.workbook.getSheetBySheetId(id) ?? null;
  }

  /** Runs a mutation on a sheet. `quiet`: no formula can depend on it, so the formula engine is not woken. */
  run(command: string, sheet: string | null, params: object, quiet = false): void {
    const where = sheet === null ? { unitId: this.unitId } : { unitId: this.unitId, subUnitId: sheet };
    if (!quiet) this.calculation.expect();
    const before = this.own;
    this.own = true;
    try {
      this.api.syncExecuteCommand(command, { ...where, ...params }, quiet ? { onlyLocal: true } : undefined);
    } finally {
      this.own = before;
    }
  }

  /** Runs a command of Univer's own that rewrites formulas too, such as inserting rows; undone by Univer's undo. */
  async command(command: string, params: object): Promise<void> {
    this.calculation.expect();
    const before = this.own;
    this.own = true;
    try {
      const done = await this.api.executeCommand(command, { unitId: this.unitId, ...params });
      if (done) this.journal.record(() => this.undo());
    } finally {
      this.own = before;
    }
  }

  /** Works every formula out again. */
  recalculate(): void {
    this.calculation.expect();
    this.api.getFormula().executeCalculation();
  }

  private async undo(): Promise<void> {
    this.calculation.expect();
    this.own = true;
    try {
      await this.api.undo();
    } finally {
      this.own = false;
    }
  }
}
