/**
 * A list of riders judged one after another, with everything that is made of it: the result sheets and a summary. The command line and
 * the pane's worker run the same batch; whoever runs it decides when to pause between two riders.
 */
import type { Text, Language } from "../words/text";
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { ResultSheet } from "../words/result-sheet";
import type { BudgetLine } from "./budget";
import { budgetSheet } from "./budget-sheet";
import { backPaymentSheet, groupSheet } from "./group-tables";
import type { Subsidies } from "./load-subsidies";
import type { Month } from "./month";
import type { SubsidyOptions } from "./rider";
import { RiderSheet, type ForAllRiders, type JudgedRider, type SubsidyTally } from "./rider-sheet";
import { SubsidyGroups } from "./subsidy-groups";
import { SubsidyTables } from "./subsidy-tables";

export interface BatchContext {
  /** Read with `of: "rider"`. */
  readonly reading: SheetReading;
  readonly vocabulary: Vocabulary;
  /** The known figures, with a person's own in their gaps (see own-figures). */
  readonly subsidies: Subsidies;
  readonly options: SubsidyOptions;
  readonly forAll: ForAllRiders;
  readonly language: Language;
}

/** Sheets beside riders, totals and sources, which are always made. */
export interface BatchExtras {
  readonly backPayment: boolean;
  readonly budget: boolean;
  /** In the budget; see `BudgetRequest`. */
  readonly printedCosts: boolean;
}

/** Riders of a budget by scheme, place of insurance and category, by their ids: plain data that can cross from a worker. */
export interface CountedRiders extends Pick<BudgetLine, "category" | "riders" | "month" | "judged"> {
  readonly scheme: string;
  readonly place: string;
}

/** What a person is told of a finished batch; plain data. */
export interface BatchSummary extends Omit<SubsidyTally, "missing"> {
  /** The columns that leave most riders open, at most five. */
  readonly missing: readonly { readonly name: Text; readonly riders: number }[];
  /** The month with the most riders; null where no row has a month. */
  readonly month: Month | null;
  readonly counted: readonly CountedRiders[];
  /** Riders without a known scheme, place or month. */
  readonly leftOut: number;
  /** How the amounts were counted: with what is paid later, or as they were paid at the time. */
  readonly levels: SubsidyOptions["levels"];
}

const MOST_MISSING = 5;

export class SubsidyBatch {
  private readonly riders: RiderSheet;
  private readonly tables: SubsidyTables;
  private readonly groups = new SubsidyGroups();

  constructor(private readonly context: BatchContext) {
    const { reading, vocabulary, subsidies, options, forAll, language } = context;
    this.riders = new RiderSheet(reading, subsidies, options, forAll);
    this.tables = new SubsidyTables(reading, vocabulary, subsidies, options, language);
  }

  get count(): number {
    return this.context.reading.facts.count;
  }

  /** Judges the riders in the order of the sheet; run it to the end before asking for anything else. */
  *rows(): Generator<JudgedRider, void> {
    for (const judged of this.riders.rows()) {
      this.tables.add(judged);
      this.groups.add(judged);
      yield judged;
    }
  }

  tally(): SubsidyTally {
    return this.riders.tally();
  }

  /** The month most riders are of. */
  private get month(): Month | null {
    return this.context.forAll.month ?? this.groups.mainMonth();
  }

  summary(): BatchSummary {
    const { missing, ...counts } = this.tally();
    const { month } = this;
    const { lines, leftOut } = this.groups.budgetLines();
    return {
      ...counts,
      missing: [...missing].slice(0, MOST_MISSING).map(([id, riders]) => ({
        name: this.context.vocabulary.fields.get(id)?.name ?? { zh: id, en: id },
        riders,
      })),
      month,
      counted: lines.map(({ scheme, place, ...line }) => ({ ...line, scheme: scheme.id, place: place.id })),
      leftOut,
      levels: this.context.options.levels,
    };
  }

  /** The result sheets, riders first and sources last. A budget of a list without any month is left out. */
  sheets({ backPayment, budget, printedCosts }: BatchExtras): readonly ResultSheet[] {
    const { language } = this.context;
    const [results, sources] = this.tables.sheets(this.tally());
    const sheets = [results, groupSheet(this.groups, language)];
    if (backPayment) sheets.push(backPaymentSheet(this.groups, language));
    if (budget && this.month !== null) sheets.push(this.budgetOf(this.month, printedCosts));
    return [...sheets, sources];
  }

  private budgetOf(month: Month, printedCosts: boolean): ResultSheet {
    const { lines, leftOut } = this.groups.budgetLines();
    const { levels } = this.context.options;
    const request = { lines, eligibleShare: null, paidShare: null, month, floorChange: 0, levels, printedCosts };
    return budgetSheet(request, leftOut, this.context.subsidies, this.context.language);
  }
}
