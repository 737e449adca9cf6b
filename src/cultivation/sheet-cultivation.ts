/**
 * 一企一策 of one sheet, scored once and kept: what a view, a command or a test asks of it. Nothing here changes the sheet.
 *
 *     const sheet = new SheetCultivation({ policy, vocabulary, cultivation, reading, judgement });
 *     for (const scored of sheet.rows()) …          // one row a step: show progress, breathe, stop; hand `scored` to other tables too
 *     sheet.library                                  // 培育库, there at once when the rows are through
 *     sheet.diagnose(row), sheet.whatIf(row, edits)  // 诊断, a few milliseconds each
 *     sheet.plan(row, "zh"), planPage(…)             // 成长方案
 *     sheet.impact(), sheet.benchmarks()             // worked out when first asked for, then kept
 *
 * Rows are counted from 0 among the reading's rows; `rowOf` finds one by its row in the sheet. Whether the sheet has changed since is
 * told by `RowFingerprints`. What needs all rows (`library`, its sheets, the changes since a run) throws `NotScoredYet` before they are through.
 */
import type { Text, Language } from "../words/text";
import type { Ladder } from "../engine/rows/ladder";
import type { ResultSheet } from "../words/result-sheet";
import type { Tally } from "../sheet/results/row-counts";
import type { ScoredRow } from "../sheet/results/row-scorer";
import { SheetScoring } from "../sheet/results/score-sheet";
import { benchmarkSheet } from "./benchmark-table";
import { measureSheet, type MeasuredSheet } from "./benchmarks";
import type { CultivationContext } from "./context";
import { SheetDiagnosis, type Diagnosis } from "./diagnosis";
import { EditionImpact, lastChange, type ImpactDates, type TierImpact } from "./edition-impact";
import { EnterpriseRows } from "./enterprise-rows";
import { growthPlan, type GrowthPlan } from "./growth-plan";
import { impactSheets } from "./impact-tables";
import { LibraryBuilder, type Library } from "./library";
import { librarySheets } from "./library-tables";
import { runChanges, type RunChanges } from "./run-changes";
import { snapshotOf, type RunSnapshot } from "./run-snapshot";
import { whatIf, type WhatIf, type WhatIfEdits, type WhatIfRefusal } from "./what-if";
import type { SheetRow } from "../sheet/reading/sheet-row";

export class NotScoredYet extends Error {
  override name = "NotScoredYet";
}

/** What the editions of two days make of the sheet. */
export interface Impact {
  readonly dates: ImpactDates;
  readonly tiers: readonly TierImpact[];
}

export class SheetCultivation {
  private readonly scoring: SheetScoring;
  private readonly builder: LibraryBuilder;
  private readonly diagnosis: SheetDiagnosis;
  private readonly impacts = new Map<string, Impact>();
  private kept: Library | null = null;
  private places: EnterpriseRows | null = null;
  private measured: readonly MeasuredSheet[] | null = null;

  /**
   * @param plans how many plans a row are looked for while scoring, for tables that show them; the library and diagnoses need none
   * @throws RangeError where the day of judgement is no date
   */
  constructor(
    readonly context: CultivationContext,
    plans = 0,
  ) {
    const { reading, policy, vocabulary, judgement } = context;
    this.scoring = new SheetScoring(reading, policy, vocabulary, { ...judgement, plans });
    this.builder = new LibraryBuilder(context, this.scoring.ladder);
    this.diagnosis = new SheetDiagnosis(context, this.scoring.ladder);
  }

  get ladder(): Ladder {
    return this.scoring.ladder;
  }

  /** Scores one row a step. To be walked through once, to the end; a walk given up leaves nothing to ask for. */
  *rows(): Generator<ScoredRow, void> {
    for (const scored of this.scoring.rows()) {
      this.builder.add(scored);
      yield scored;
    }
    this.kept = this.builder.finish();
  }

  /** The counts that a summary of the scores needs. */
  tally(): Tally {
    return this.scoring.tally();
  }

  get library(): Library {
    if (this.kept === null) throw new NotScoredYet("walk through rows() first");
    return this.kept;
  }

  /** The enterprise of a row of a sheet; null where none stands there, or several side by side. */
  rowOf(sheetRow: SheetRow): number | null {
    this.places ??= new EnterpriseRows(this.context.reading);
    return this.places.at(sheetRow);
  }

  /** Rows of an enterprise by its whole name or credit code, else those whose name holds the text; none for a blank text. */
  find(text: string): readonly number[] {
    const { names, creditCodes } = this.context.reading;
    const wanted = text.trim();
    if (wanted === "") return [];
    const rows = (fits: (row: number) => boolean): number[] => [...names.keys()].filter(fits);
    const exact = rows((row) => names[row]?.trim() === wanted || creditCodes[row] === wanted.toUpperCase());
    return exact.length > 0 ? exact : rows((row) => names[row]?.includes(wanted) === true);
  }

  /**
   * @param aim a tier of the ladder; the rung above where the enterprise stands where left out
   * @throws RangeError where the sheet has no such row
   */
  diagnose(row: number, aim?: string): Diagnosis {
    return this.diagnosis.of(row, aim);
  }

  /** Slots to cells as one would type them into the sheet; a cell that can't be read is refused with its reason. */
  whatIf(row: number, edits: WhatIfEdits): WhatIf | WhatIfRefusal {
    return whatIf(this.context, row, edits);
  }

  /** The growth plan of a row, for `planPage`, `PlanPages` and `plansTable`. */
  plan(row: number, language: Language, aim?: string): GrowthPlan {
    return growthPlan(this.diagnose(row, aim), this.context, language);
  }

  /** Null where no edition of the ladder ever replaced another. Scores every row twice when first asked for these dates. */
  impact(dates?: ImpactDates): Impact | null {
    const { policy, judgement, reading } = this.context;
    const days = dates ?? lastChange(policy, judgement.asOf, judgement.purpose);
    if (!days) return null;
    const key = `${days.before}/${days.after}`;
    const known = this.impacts.get(key);
    if (known) return known;
    const comparison = new EditionImpact(this.context, days);
    for (let row = 0; row < reading.facts.count; row += 1) comparison.add(row);
    const impact = { dates: days, tiers: comparison.result() };
    this.impacts.set(key, impact);
    return impact;
  }

  /** All rows where left out. */
  benchmarks(rows?: readonly number[]): readonly MeasuredSheet[] {
    if (rows) return measureSheet(this.context, rows);
    this.measured ??= measureSheet(this.context);
    return this.measured;
  }

  /** What a later run compares with; `packRun` makes a text of it. */
  snapshot(): RunSnapshot {
    return snapshotOf(this.library);
  }

  /** What changed since a run that was kept. */
  changesSince(before: RunSnapshot): RunChanges {
    return runChanges(before, this.library, this.context);
  }

  librarySheets(language: Language, changes: RunChanges | null = null): ResultSheet[] {
    const name = (tier: string): Text => this.context.policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
    return librarySheets(this.library, language, name, changes);
  }

  /** None where there is no impact to show. */
  impactSheets(language: Language, dates?: ImpactDates): ResultSheet[] {
    const impact = this.impact(dates);
    return impact ? impactSheets(impact.tiers, impact.dates, language) : [];
  }

  benchmarkSheet(language: Language): ResultSheet {
    return benchmarkSheet(this.benchmarks(), this.context.vocabulary, language);
  }
}
