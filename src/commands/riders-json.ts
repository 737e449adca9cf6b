/** The JSON of a judged list of riders, a row a rider. */
import type { Vocabulary } from "../language/vocabulary";
import type { SheetReading } from "../sheet/reading/read-sheet";
import { isoMonth } from "../riders/month";
import type { SubsidyOptions } from "../riders/rider";
import type { ForAllRiders, JudgedRider, SubsidyTally } from "../riders/rider-sheet";
import { JsonRows, type JsonSink } from "./kit/json-rows";
import { assumptionsJson, factsOf, readingHead, rowHead } from "./reading-head";

export class RidersJson {
  private constructor(
    private readonly lines: JsonRows,
    private readonly reading: SheetReading,
    private readonly vocabulary: Vocabulary,
    private readonly facts: boolean,
  ) {}

  /** Begins with how the list was read; `facts` adds to each row what was read of it. */
  static begin(
    sink: JsonSink,
    reading: SheetReading,
    { options, forAll }: { readonly options: SubsidyOptions; readonly forAll: ForAllRiders },
    { vocabulary, facts }: { readonly vocabulary: Vocabulary; readonly facts: boolean },
  ): RidersJson {
    const { t: _, ...told } = readingHead(reading);
    const head = {
      includeCurrent: options.includeCurrent,
      levels: options.levels,
      platformForAll: forAll.platform ?? null,
      monthForAll: forAll.month === undefined ? null : isoMonth(forAll.month),
      ...told,
    };
    return new RidersJson(JsonRows.begin(sink, head), reading, vocabulary, facts);
  }

  /** Money in yuan; null where it is not known. */
  async add({ row, rider, outcome, asked, backPayment, ways }: JudgedRider): Promise<void> {
    const { creditCode: _, ...place } = rowHead(this.reading, row, "rider");
    await this.lines.add({
      ...place,
      month: rider.month === null ? null : isoMonth(rider.month),
      scheme: outcome.scheme?.id ?? null,
      status: outcome.status,
      amount: outcome.amount,
      arithmetic: outcome.arithmetic,
      comparedFloor: outcome.checks[0]?.floor ?? null,
      backPayment,
      ...(ways === null ? {} : { ways: ways.zh }),
      ...(asked === null ? {} : { asked: asked.zh }),
      reasons: outcome.reasons.map(({ zh }) => zh),
      missing: outcome.missing,
      ...factsOf(this.reading, row, this.vocabulary, this.facts),
    });
  }

  /** Ends with the totals. @throws UnwritableFile */
  async finish({ missing, ...totals }: SubsidyTally): Promise<void> {
    await this.lines.finish({
      totals: { ...totals, missing: Object.fromEntries(missing) },
      assumptions: assumptionsJson(this.reading),
    });
  }
}
