/** Decides for every column which field, year and unit it holds, how sure that is, and what a person should know about it. */
import type { Field, Vocabulary } from "../../language/vocabulary";
import { isAdverse } from "./adverse-flags";
import { bestColumns, slotKey, type Contender } from "./best-columns";
import { candidatesOf, refusedWarning, type Candidate, type SavedFor } from "./column-candidates";
import {
  columnUnit,
  figureSource,
  unitAssumption,
  type ColumnUnit,
  type FigureSource,
  type UnitFrom,
} from "./column-units";
import { weaker, type Confidence } from "./confidence";
import { doubtsAbout, doubtsOfPart, isAnswered } from "./column-doubts";
import type { DoubtReason } from "./doubt-messages";
import { addressIn, type Grid } from "../../words/grid";
import type { HeadingRows } from "./heading-rows";
import { settleIncomeMonths } from "./income-months";
import { assumptions as assumed } from "./assumption-messages";
import type { Assumption, Warning } from "./messages";
import { warnings as warn } from "./warning-messages";
import { TITLES_LIST } from "./named-titles";
import { nameValues } from "./name-values";
import { foldKey } from "../../words/plain-text";
import { settleYears, type SheetYears, type YearBack } from "./sheet-years";
import type { TitleNotes } from "./title-notes";
import { unitFactor, unitName } from "./units";

/** What is done with a column. Only `read` ones give values; `held` ones wait for somebody to confirm them, see `Doubt`. */
export type ColumnUse = "read" | "held" | "unknown" | "ignored" | "duplicate" | "other-year";

export interface Mapping {
  /** 0-based. */
  readonly column: number;
  /** The lowest cell of the heading. */
  readonly address: string;
  /** As in the sheet, from the group down: `营业收入（万元） / 2025年`. */
  readonly heading: string;
  /** A field id, or null where nothing was recognised or the column is left out. */
  readonly field: string | null;
  /** Years before t. */
  readonly back: number;
  /** The unit of the column's numbers; "" where it has none. */
  readonly unit: string;
  readonly unitFrom: UnitFrom;
  /** Whether the heading, a title or the source of the figures names a unit, whatever a person has said since. */
  readonly unitWritten: boolean;
  /** A number of the column times this is in the inside unit (万元, fraction). */
  readonly factor: number;
  readonly confidence: Confidence;
  /** Why it is doubtful; empty where it is not. */
  readonly doubts: readonly DoubtReason[];
  /** A saved mapping names the column, so that nothing about it is doubtful any more. */
  readonly answered: boolean;
  /** Ids of fields it could be instead, most alike first. */
  readonly alternatives: readonly string[];
  readonly use: ColumnUse;
}

export interface MappedColumns {
  readonly t: number;
  readonly columns: readonly Mapping[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** Columns every sheet has and no rule asks for; nobody needs to be told that they are not used. */
const everydayHeadings =
  /^(?:序号|编号|行号|备注|说明|no|sn|联系人|联系电话|电话|手机|手机号|联系方式|邮箱|地址|详细地址|注册地址|法定代表人|法人代表|法人|id)$/;

const organisationsRank = 100;

/** A column with everything known of it but whether another one goes before it. */
interface Settled {
  readonly candidate: Candidate;
  readonly field: Field;
  readonly year: YearBack;
  readonly unit: ColumnUnit;
  /** How closely the column names the field, see `HeadingMatch`. */
  readonly rank: number;
  readonly mapped: Omit<Mapping, "use">;
}

class ColumnMapper {
  readonly assumptions: Assumption[] = [];
  readonly warnings: Warning[] = [];
  private readonly unmapped: { text: string; cell: string }[] = [];
  private readonly candidates: readonly Candidate[];
  private readonly source: FigureSource | null;
  readonly years: SheetYears;

  constructor(
    private readonly grid: Grid,
    private readonly rows: HeadingRows,
    private readonly title: TitleNotes,
    private readonly vocabulary: Vocabulary,
    private readonly expectedYear: number,
    saved: SavedFor,
  ) {
    const found = candidatesOf(rows, vocabulary, saved, this.warnings);
    const { candidates, assumptions } = settleIncomeMonths(found, grid, rows.last + 1, vocabulary);
    this.candidates = candidates;
    this.assumptions.push(...assumptions);
    this.source = figureSource(this.candidates.map(({ text }) => text));
    this.years = settleYears(
      // A column that a person leaves out still says of which years the sheet is.
      this.candidates.map(({ field, mark, heading, saved: choice }) => ({
        field: choice?.field === null ? heading.match.field : field,
        mark,
        address: heading.address,
      })),
      expectedYear,
      title.year,
    );
  }

  columns(): Mapping[] {
    this.tellYear();
    const settled = this.candidates.map((candidate) => this.settle(candidate));
    const best = bestColumns(
      settled.flatMap((one) => ("use" in one || this.unusedYear(one) ? [] : [contender(one)])),
      this.grid,
      this.rows.last + 1,
      this.vocabulary,
    );
    const columns = settled.map((one) => ("use" in one ? one : this.used(one, best)));
    this.tellRest();
    return columns;
  }

  private tellYear(): void {
    const { t, because } = this.years;
    if (because === null) return;
    this.assumptions.push({
      id: "older-year",
      message: assumed.olderYear(t, this.expectedYear),
      ...(because.isAddress ? { cell: because.place } : {}),
    });
  }

  /** A mapping that is settled already because nothing is read from it, or what is known of the column. */
  private settle(candidate: Candidate): Mapping | Settled {
    const { heading, text, saved: choice, mark } = candidate;
    const { column, address: at, match } = heading;
    const whole = { back: 0, unit: "", unitFrom: "none", unitWritten: false, factor: 1 } as const;
    const bare = { column, address: at, heading: text, ...whole, doubts: [], answered: choice !== undefined };
    const nothing = { ...bare, field: null, confidence: "doubtful", use: "unknown" } as const;
    const values = this.valuesOf(candidate);
    const field = values === "units" ? null : candidate.field;
    if (field === null) {
      const ignored = choice?.field === null;
      const refusal = ignored ? null : refusedWarning(candidate, this.vocabulary);
      if (refusal !== null) this.warnings.push(refusal);
      else if (!ignored && text !== "" && !everydayHeadings.test(foldKey(text))) this.unmapped.push({ text, cell: at });
      const alternatives = match.alternatives();
      return ignored ? { ...nothing, confidence: "sure", alternatives, use: "ignored" } : { ...nothing, alternatives };
    }
    const year =
      choice?.back !== undefined
        ? { back: choice.back, confidence: "sure" as const }
        : this.years.backOf({ field, mark, address: at });
    if (year === null) {
      this.warnings.push({ id: "not-whole-year", message: warn.notWholeYear(text), cells: [at] });
      return { ...nothing, alternatives: [field.id] };
    }
    const unit = this.unitOf(candidate, field);
    const chosen = choice?.field === field.id;
    const answered = isAnswered(candidate, field, unit);
    const words = chosen ? "sure" : values === "names" ? "likely" : match.confidence;
    const doubts = answered
      ? []
      : [...doubtsAbout(candidate, words, year.confidence, unit), ...doubtsOfPart(field, candidate, this.title)];
    const confidence = answered ? "sure" : doubts.length > 0 ? "doubtful" : weaker(words, year.confidence);
    const mapped = {
      ...bare,
      field: field.id,
      back: year.back,
      unit: unit.unit,
      unitFrom: unit.from,
      unitWritten: unit.written,
      factor: unit.factor,
      confidence,
      doubts,
      answered,
      alternatives: match.alternatives().filter((id) => id !== field.id),
    };
    // 单位 over names of organisations is as good as a synonym, and better than a short name.
    const rank = values === "names" ? organisationsRank : match.rank;
    return { candidate, field, year, unit, rank, mapped };
  }

  /** What stands below a heading that may name an organisation or not; null for any other. */
  private valuesOf({ heading, field, saved }: Candidate): ReturnType<typeof nameValues> | null {
    const { confidence, unknownNotes } = heading.match;
    const asked = field?.id === "name" && confidence === "doubtful" && unknownNotes.length === 0;
    if (!asked || saved?.field !== undefined) return null;
    return nameValues(this.grid, this.rows.last + 1, heading.column);
  }

  private unitOf({ saved, heading, text }: Candidate, field: Field): ColumnUnit {
    const found = columnUnit(field, heading, this.title.unit, this.source);
    if (saved?.unit !== undefined) {
      const factor = saved.unit === "" && field.type === "share" ? 1 : unitFactor(field, saved.unit);
      if (factor !== undefined) {
        return { ...found, unit: unitName(field, saved.unit), from: "saved", factor, unclear: null };
      }
      const message = warn.savedUnitUnknown(text, saved.unit);
      this.warnings.push({ id: "saved-unit-unknown", message, cells: [heading.address] });
    }
    return found;
  }

  private unusedYear({ field, year }: Settled): boolean {
    return year.back < 0 || year.back >= field.periods;
  }

  private used(one: Settled, best: ReadonlyMap<string, number>): Mapping {
    const { candidate, field, year, unit, mapped } = one;
    const { text } = candidate;
    const at = mapped.address;
    if (this.unusedYear(one)) {
      const named = this.years.yearOf(field, year.back);
      this.warnings.push(
        year.back < 0
          ? { id: "unfinished-year", message: warn.unfinishedYear(text, named), cells: [at] }
          : { id: "year-not-needed", message: warn.yearNotNeeded(text, named), cells: [at] },
      );
      return { ...mapped, use: "other-year" };
    }
    const winner = best.get(slotKey(field.id, year.back));
    // Industries and dates of a title in several columns are read together, the finest of each row; one in doubt is left out.
    const several =
      field.type === "industry" || field.type === "validity" || field.id === TITLES_LIST || isAdverse(field);
    const together = several && mapped.confidence !== "doubtful";
    if (winner !== undefined && winner !== mapped.column && !together) {
      const first = this.candidates.find(({ heading }) => heading.column === winner)?.heading.address ?? "";
      this.warnings.push({
        id: "duplicate-column",
        message: warn.duplicateColumn(text, at, first),
        cells: [first, at],
      });
      return { ...mapped, use: "duplicate" };
    }
    if (!mapped.answered && year.confidence !== "sure") {
      this.assumptions.push({
        id: "relative-year",
        message: assumed.relativeYear(text, this.years.yearOf(field, year.back)),
        cell: at,
      });
    }
    const unitSaid = unitAssumption(text, at, unit, this.source);
    if (unitSaid !== null) this.assumptions.push(unitSaid);
    if (this.grid.hiddenColumns?.has(mapped.column) === true) {
      this.warnings.push({ id: "hidden-column", message: warn.hiddenColumn(text, at), cells: [at] });
    }
    return { ...mapped, use: "read" };
  }

  /** Headings nobody knows, and a title of another year. */
  private tellRest(): void {
    if (this.unmapped.length > 0) {
      this.warnings.push({
        id: "unmapped",
        message: warn.unmapped(this.unmapped.map(({ text }) => text)),
        cells: this.unmapped.map(({ cell }) => cell),
      });
    }
    const { t, namedByHeadings } = this.years;
    const said = this.title.year;
    if (!namedByHeadings && said !== null && said.year !== t && said.isAddress && this.years.because === null) {
      this.warnings.push({ id: "title-year", message: warn.titleYear(said.place, said.year, t), cells: [said.place] });
    }
  }
}

function contender({ candidate, mapped, field, year, rank }: Settled): Contender {
  const chosen = candidate.saved?.field === field.id;
  const { column, confidence } = mapped;
  return { column, field: field.id, back: year.back, chosen, confidence, rank };
}

/**
 * Maps the columns under the heading rows. `expectedYear` is the last complete fiscal year by the as-of date; where the newest year the
 * headings name, or else the title, is older, that year is t.
 */
export function mapColumns(
  grid: Grid,
  rows: HeadingRows,
  title: TitleNotes,
  vocabulary: Vocabulary,
  expectedYear: number,
  saved: SavedFor,
): MappedColumns {
  const mapper = new ColumnMapper(grid, rows, title, vocabulary, expectedYear, saved);
  const columns = mapper.columns();
  const { assumptions, warnings, years } = mapper;
  return { t: years.t, columns, assumptions, warnings };
}

/** The address of a data cell of a mapping, given its 0-based row in the grid. */
export function mappedCell(grid: Grid, mapping: Mapping, row: number): string {
  return addressIn(grid, row, mapping.column);
}
