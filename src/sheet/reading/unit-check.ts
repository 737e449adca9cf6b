/** Units that cannot be right, by the sizes of amounts and by one amount against another. */
import { slot, type Vocabulary } from "../../language/vocabulary";
import type { Text } from "../../words/text";
import { median, medianRatio, ratios } from "./column-middles";
import { doubtReasons, type DoubtReason } from "./doubt-messages";
import type { Mapping } from "./map-columns";
import { spoken } from "../../words/figures";
import type { Warning } from "./messages";
import type { ReadSlot } from "./read-slot";
import { suspicions, warnings as warn } from "./warning-messages";

interface Band {
  /** Outside of these a number is absurd for the middle of a sheet. */
  readonly least: number;
  readonly most: number;
  /** How many times outside it has to be before a unit is blamed: just outside, an odd enterprise explains it as well. */
  readonly clearly: number;
  /** Between these it is ordinary; a unit is only named where it would bring the number here. */
  readonly usual: readonly [number, number];
}

/** Revenue per employee, in 万元. */
const perEmployee: Band = { least: 0.05, most: 5_000, clearly: 1, usual: [0.5, 3_000] };
/** The same where nobody wrote the unit down: below 1 万元 a head a year nobody is paid, so the amounts are likely in 亿元. */
const perEmployeeUnwritten: Band = { ...perEmployee, least: 1 };
/** Amounts of whole enterprises without a unit: the middle of a list this small, written with decimals, is likely in 亿元. */
const smallAmount: Band = { least: 50, most: Infinity, clearly: 1, usual: [50, 5_000_000] };
const wholeAmounts: ReadonlySet<string> = new Set(["revenue", "main_revenue", "total_assets"]);
/** Amounts of an enterprise, in 万元: above 1,000亿元 the middle of no sheet of enterprises lies. */
const amount: Band = { least: 0, most: 10_000_000, clearly: 1, usual: [10, 5_000_000] };
/** One amount against another of the same enterprise. */
const against: readonly { readonly top: string; readonly bottom: string; readonly band: Band }[] = [
  { top: "main_revenue", bottom: "revenue", band: { least: 1e-3, most: 5, clearly: 3, usual: [0.05, 1.5] } },
  { top: "rd_expense", bottom: "revenue", band: { least: 1e-5, most: 1, clearly: 3, usual: [0.002, 0.9] } },
  { top: "net_profit", bottom: "revenue", band: { least: 1e-6, most: 10, clearly: 3, usual: [0.002, 3] } },
  { top: "total_assets", bottom: "revenue", band: { least: 1e-3, most: 1_000, clearly: 3, usual: [0.05, 50] } },
  { top: "total_liabilities", bottom: "total_assets", band: { least: 1e-3, most: 50, clearly: 3, usual: [0.02, 5] } },
];
/** Last year against the year before. */
const yearOnYear: Band = { least: 1e-3, most: 1_000, clearly: 1, usual: [0.1, 20] };

/** The units tried, in 万元, the commonest mistakes first. */
const units: readonly { readonly name: string; readonly factor: number }[] = [
  { name: "元", factor: 0.0001 },
  { name: "亿元", factor: 10_000 },
  { name: "万元", factor: 1 },
  { name: "千元", factor: 0.1 },
  { name: "百万元", factor: 100 },
];

/** The unit that would bring a number read with `factor` into its usual band, or null. */
function likelyUnit(
  value: number,
  factor: number,
  band: Band,
): { readonly name: string; readonly times: number } | null {
  if (value < band.most * band.clearly && value > band.least / band.clearly) return null;
  for (const { name, factor: other } of units) {
    const times = other / factor;
    const moved = value * times;
    if (other !== factor && moved >= band.usual[0] && moved <= band.usual[1]) return { name, times };
  }
  return null;
}

/** Of the rows known, how many have to be absurd before a unit that somebody wrote down is doubted. */
const nearlyAll = 0.9;

/** True where nearly every row's ratio lies so far outside the band that the unit, though written down, can hardly be right. */
function contradictsWritten(all: Float64Array, band: Band): boolean {
  const far = band.clearly * 4;
  const known = all.filter((ratio) => !Number.isNaN(ratio));
  const absurd = (ratio: number): boolean => Math.abs(ratio) > band.most * far || Math.abs(ratio) < band.least / far;
  return known.length > 0 && known.filter(absurd).length >= known.length * nearlyAll;
}

export class UnitCheck {
  readonly warnings: Warning[] = [];
  /** By the address of the heading: columns whose unit can hardly be what they were read in. */
  readonly doubts = new Map<string, DoubtReason>();
  /** What a column's numbers have to be multiplied by if the unit found likely is right, so that one wrong unit is told once. */
  private readonly moved = new Map<string, number>();

  constructor(private readonly columns: ReadonlyMap<string, ReadSlot>) {}

  private medianOf(key: string): number | null {
    const column = this.columns.get(key);
    if (column === undefined) return null;
    const middle = median(column.values);
    return middle === null ? null : middle * (this.moved.get(key) ?? 1);
  }

  private ratioOf(top: string, bottom: string): number | null {
    const [above, below] = [this.columns.get(top), this.columns.get(bottom)];
    if (above === undefined || below === undefined) return null;
    const middle = medianRatio(above.values, below.values);
    return middle === null ? null : (middle * (this.moved.get(top) ?? 1)) / (this.moved.get(bottom) ?? 1);
  }

  /** Every row's ratio, with the units that are doubted already put right. */
  private ratiosOf(top: string, bottom: string): Float64Array {
    const [above, below] = [this.columns.get(top), this.columns.get(bottom)];
    if (above === undefined || below === undefined) return new Float64Array(0);
    const doubted = ({ mapping }: ReadSlot, key: string): number =>
      this.doubts.has(mapping.address) ? (this.moved.get(key) ?? 1) : 1;
    const moved = doubted(above, top) / doubted(below, bottom);
    return ratios(above.values, below.values).map((ratio) => ratio * moved);
  }

  /**
   * Names the unit a column is likely in. A unit nobody wrote down is then doubtful; one that was written only where the ratios of
   * `against` speak against it, row by row: by size alone an enterprise may simply be very large.
   */
  private blame(key: string, value: number, band: Band, because: Text, against?: readonly [string, string]): void {
    const column = this.columns.get(key);
    if (column === undefined) return;
    const { mapping } = column;
    const likely = likelyUnit(value, mapping.factor, band);
    if (likely === null) {
      this.warnings.push({
        id: "values-suspect",
        message: warn.valuesSuspect(mapping.heading, because),
        cells: [mapping.address],
      });
      return;
    }
    const unwritten = mapping.unitFrom === "assumed";
    if (unwritten || (against !== undefined && contradictsWritten(this.ratiosOf(...against), band))) {
      this.doubts.set(mapping.address, doubtReasons.unitSuspect(mapping.unit, likely.name, because));
    }
    this.moved.set(key, likely.times);
    this.warnings.push({
      id: "unit-suspect",
      message: warn.unitSuspect(mapping.heading, mapping.unit, likely.name, because),
      cells: [mapping.address],
    });
  }

  checkRevenue(): void {
    const each = this.ratioOf("revenue", "employees");
    const unwritten = this.columns.get("revenue")?.mapping.unitFrom === "assumed";
    const band = unwritten ? perEmployeeUnwritten : perEmployee;
    if (each !== null && (each > band.most || each < band.least)) {
      this.blame("revenue", each, band, suspicions.perEmployee(spoken(each)), ["revenue", "employees"]);
    }
  }

  checkAmounts(keys: Iterable<string>): void {
    for (const key of keys) {
      const middle = this.medianOf(key);
      if (middle === null) continue;
      if (middle > amount.most) this.blame(key, middle, amount, suspicions.size(spoken(middle)));
      else if (middle < smallAmount.least && this.isSmallUnwritten(key)) {
        this.blame(key, middle, smallAmount, suspicions.size(spoken(middle)));
      }
    }
  }

  private isSmallUnwritten(key: string): boolean {
    const column = this.columns.get(key);
    if (column?.mapping.unitFrom !== "assumed" || !wholeAmounts.has(column.mapping.field ?? "")) return false;
    const known = column.values.filter((value) => !Number.isNaN(value));
    return known.filter((value) => !Number.isInteger(value)).length * 2 >= known.length;
  }

  /**
   * Whoever left the unit out of one column left it out of all: the ones without a unit are doubtful together, also when a person has
   * said of one of them that it is in another unit than the usual one.
   */
  shareDoubts(keys: readonly string[]): void {
    const amounts = keys.flatMap((key) => this.columns.get(key)?.mapping ?? []);
    const likely = this.unitBesides(amounts);
    if (likely === null) return;
    for (const mapping of amounts) {
      if (mapping.unitFrom === "assumed" && !this.doubts.has(mapping.address)) {
        this.doubts.set(mapping.address, doubtReasons.unitLikeOthers(mapping.unit, likely));
      }
    }
  }

  /** The unit that one of the amounts without a unit looks like, or was said to be in by a person, if not the one assumed. */
  private unitBesides(amounts: readonly Mapping[]): string | null {
    for (const { unitFrom, address } of amounts) {
      const likely = unitFrom === "assumed" ? this.doubts.get(address)?.units[0] : undefined;
      if (likely !== undefined) return likely;
    }
    const assumed = amounts.find(({ unitFrom }) => unitFrom === "assumed")?.unit;
    const said = amounts.find(
      ({ unitFrom, unitWritten, unit }) => unitFrom === "saved" && !unitWritten && unit !== assumed,
    );
    return said?.unit ?? null;
  }

  /** One column against another; the one blamed is the one whose unit nobody wrote down, otherwise the first. */
  checkPair(top: string, bottom: string, band: Band): void {
    const ratio = this.ratioOf(top, bottom);
    const [above, below] = [this.columns.get(top), this.columns.get(bottom)];
    if (ratio === null || above === undefined || below === undefined) return;
    if (ratio <= band.most && ratio >= band.least) return;
    const blameBottom =
      above.mapping.unitFrom !== "assumed" && below.mapping.unitFrom === "assumed" && !this.moved.has(bottom);
    if (blameBottom) {
      const turned = {
        clearly: band.clearly,
        least: 1 / band.most,
        most: 1 / band.least,
        usual: [1 / band.usual[1], 1 / band.usual[0]],
      } as const;
      this.blame(bottom, 1 / ratio, turned, suspicions.against(above.mapping.heading, spoken(1 / ratio)));
    } else this.blame(top, ratio, band, suspicions.against(below.mapping.heading, spoken(ratio)), [top, bottom]);
  }
}

/** Checks the amounts of a sheet, given its columns by slot. */
export function checkUnits(vocabulary: Vocabulary, columns: ReadonlyMap<string, ReadSlot>): UnitCheck {
  const check = new UnitCheck(columns);
  const money = [...columns.entries()].filter(
    ([, { mapping }]) => vocabulary.fields.get(mapping.field ?? "")?.type === "money",
  );
  check.checkRevenue();
  // How large an amount may be is known of enterprises; a cluster's is larger, a rider's smaller.
  const ofEnterprises = money.filter(
    ([, { mapping }]) => vocabulary.fields.get(mapping.field ?? "")?.of === "enterprise",
  );
  check.checkAmounts(ofEnterprises.map(([key]) => key).filter((key) => key !== "revenue" || !columns.has("employees")));
  for (const { top, bottom, band } of against) check.checkPair(top, bottom, band);
  for (const [key, { mapping }] of money) {
    if (mapping.field !== null && mapping.back > 0) check.checkPair(key, slot(mapping.field, 0), yearOnYear);
  }
  check.shareDoubts(money.map(([key]) => key));
  return check;
}
