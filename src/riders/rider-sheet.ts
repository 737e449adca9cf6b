/** Riders as a sheet keeps them, and the subsidy of each: the same judgement for the pane, the command line and formulas. */
import type { SheetReading } from "../sheet/reading/read-sheet";
import type { Text } from "../words/text";
import { RepeatedRiders } from "./repeated-riders";
import { monthOfSerial, type Month } from "./month";
import { RiderJudge } from "./judge-rider";
import { lateLevels, type LateLevels } from "./late-levels";
import {
  DEFAULT_OPTIONS,
  INCOME_FIELDS,
  type Rider,
  type SubsidyOptions,
  type SubsidyOutcome,
  type SubsidyRules,
} from "./rider";
import { sheetRowOf } from "../sheet/reading/sheet-row";

export interface JudgedRider extends LateLevels {
  /** 0-based among the reading's rows. */
  readonly row: number;
  readonly rider: Rider;
  readonly outcome: SubsidyOutcome;
  /** The rider stands in an earlier row for the same month: what is asked about it, else null. */
  readonly asked: Text | null;
}

export interface SubsidyTally {
  readonly riders: number;
  readonly due: number;
  readonly notDue: number;
  readonly open: number;
  /** Sum of the amounts that are known, in yuan. */
  readonly amount: number;
  readonly backPayment: number;
  /** Riders to whom the subsidy is due though its amount is not known. */
  readonly dueWithoutAmount: number;
  /** Rows whose rider stands in an earlier row for the same month. */
  readonly repeated: number;
  /** Field id -> riders whose answer it could decide, most first. */
  readonly missing: ReadonlyMap<string, number>;
}

function wordOrNull(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}

/** What stands in for a blank cell of every row: a list of one platform or one month often has no column for it. */
export interface ForAllRiders {
  readonly platform?: string;
  readonly month?: Month;
}

/** The riders of a sheet read with `of: "rider"`, judged one by one. */
export class RiderSheet {
  private readonly judge: RiderJudge;
  private readonly texts;
  private readonly months;
  private readonly incomes;
  private readonly missing = new Map<string, number>();
  private readonly repeated = new RepeatedRiders();
  private counts = { riders: 0, due: 0, notDue: 0, open: 0, fen: 0, backFen: 0, dueWithoutAmount: 0, repeated: 0 };

  constructor(
    readonly reading: SheetReading,
    rules: SubsidyRules,
    private readonly options: SubsidyOptions = DEFAULT_OPTIONS,
    private readonly forAll: ForAllRiders = {},
  ) {
    this.judge = new RiderJudge(rules, options);
    const [platform, category, workPlace, insuredPlace] = ["platform", "category", "work_place", "insured_place"].map(
      (field) => reading.text(field),
    );
    this.texts = { platform, category, workPlace, insuredPlace };
    this.months = reading.facts.column("month");
    this.incomes = INCOME_FIELDS.map((field) => reading.facts.column(field));
  }

  /** The rider of a row (0-based), blanks as null. */
  rider(row: number): Rider {
    const number = (column: Float64Array | null | undefined): number | null => {
      const value = column?.[row] ?? NaN;
      return Number.isNaN(value) ? null : value;
    };
    const serial = number(this.months);
    const [income = null, ...earlier] = this.incomes.map(number);
    const { platform, category, workPlace, insuredPlace } = this.texts;
    return {
      platform: wordOrNull(platform?.[row]) ?? this.forAll.platform ?? null,
      category: wordOrNull(category?.[row]),
      workPlace: wordOrNull(workPlace?.[row]),
      insuredPlace: wordOrNull(insuredPlace?.[row]),
      month: serial === null ? (this.forAll.month ?? null) : monthOfSerial(serial),
      income,
      earlier,
    };
  }

  *rows(): Generator<JudgedRider, void> {
    const ids = this.reading.text("rider");
    for (let row = 0; row < this.reading.facts.count; row += 1) {
      const rider = this.rider(row);
      const found = this.judge.judge(rider);
      const late = lateLevels(this.judge, rider, found, this.options);
      const { outcome, asked } = this.repeated.look(ids[row] ?? "", sheetRowOf(this.reading, row), rider, found);
      // What waits for an answer has nothing paid later either.
      const backPayment = outcome === found ? late.backPayment : null;
      const judged = { row, rider, outcome, asked, ...late, backPayment };
      this.count(judged);
      yield judged;
    }
  }

  private count({ outcome, backPayment, asked }: JudgedRider): void {
    const { counts } = this;
    counts.riders += 1;
    if (outcome.status === "met") counts.due += 1;
    else if (outcome.status === "unmet") counts.notDue += 1;
    else counts.open += 1;
    if (outcome.status === "met" && outcome.amount === null) counts.dueWithoutAmount += 1;
    if (asked !== null) counts.repeated += 1;
    counts.fen += Math.round((outcome.amount ?? 0) * 100);
    counts.backFen += Math.round((backPayment ?? 0) * 100);
    for (const field of outcome.missing) this.missing.set(field, (this.missing.get(field) ?? 0) + 1);
  }

  tally(): SubsidyTally {
    const { fen, backFen, ...counts } = this.counts;
    return {
      ...counts,
      amount: fen / 100,
      backPayment: backFen / 100,
      missing: new Map([...this.missing].sort(([, a], [, b]) => b - a)),
    };
  }
}
