/** A sheet that was scored, kept in the worker: answers what the page asks of it. Nothing here touches the workbook. */
import { measuredText, statisticText } from "../../../cultivation/benchmark-table";
import type { MeasuredSheet } from "../../../cultivation/benchmarks";
import { referenceText } from "../../../cultivation/cultivation";
import { LISTS, type Library, type ListId } from "../../../cultivation/library";
import { RowFingerprints } from "../../../cultivation/row-fingerprints";
import type { RunChanges } from "../../../cultivation/run-changes";
import { packRun, readRun } from "../../../cultivation/run-snapshot";
import type { Diagnosis } from "../../../cultivation/diagnosis";
import type { SheetCultivation } from "../../../cultivation/sheet-cultivation";
import { verdictChanges, type VerdictChanges } from "../../../cultivation/verdict-changes";
import { packVerdicts, type VerdictSnapshot } from "../../../cultivation/verdict-snapshot";
import { verdictText } from "../../../cultivation/verdict-text";
import { placeChain, placesOf } from "../../../language/places";
import type { Text } from "../../../words/text";
import { evidenceText } from "../../../engine/rows/explain";
import type { Cell, Grid } from "../../../words/grid";
import type { SheetReading } from "../../../sheet/reading/read-sheet";
import type { WrittenPart } from "../messages";
import { fitsQuery } from "../../texts/pinyin";
import { compactText, fullText } from "./compact-text";
import { figuresOf, trialOf } from "./figures";
import {
  cut,
  type BenchmarkLine,
  type BenchmarksAnswer,
  type ChangesView,
  type FirmAnswer,
  type FoundFirm,
  type ImpactAnswer,
  type LibraryAnswer,
  type WhatIfAnswer,
} from "./run-answers";
import type { Cut } from "./reading-view";
import { placeOfSheetRow, sheetRowOf, type SheetRow } from "../../../sheet/reading/sheet-row";

/** The row of the enterprise after one, in the order of the list; the first after the last, or where there is none yet. */
function nextAfter(row: number | null, sheetRow: SheetRow, reading: SheetReading): SheetRow {
  const { grid, rowNumbers } = reading;
  if (grid.placement !== undefined) return sheetRowOf(reading, ((row ?? -1) + 1) % Math.max(1, rowNumbers.length));
  // A row may have moved since, and one that was not scored may be looked at: the next below it.
  const from = placeOfSheetRow(sheetRow)?.row ?? 0;
  return rowNumbers.find((number) => number > from) ?? rowNumbers[0] ?? sheetRow;
}

/** Signs of kept verdicts in the workbook's settings, of which Excel keeps 2 MB in all. */
const MOST_KEPT = 400_000;
/** Of a row that was moved since, the cells are where it stood: none are named then. */
function cellsOf({ gaps }: Diagnosis, cellOf: (slot: string) => string | null): Record<string, string> {
  const slots = new Set(gaps.flatMap((gap) => gap.slots));
  return Object.fromEntries(
    [...slots].flatMap((slot) => {
      const cell = cellOf(slot);
      return cell === null ? [] : [[slot, cell]];
    }),
  );
}

/** Enterprises found that are shown at a time. */
const MOST_FOUND = 50;

interface WhatIf {
  /** Counted from 0 among the run's. */
  readonly row: number;
  /** Slots with what one would type into the sheet. */
  readonly edits: readonly (readonly [slot: string, text: string])[];
  readonly aim: string | null;
}

export class KeptRun {
  private readonly prints: RowFingerprints;

  /**
   * @param id the number of the question that scored it
   * @param parts its result sheets, to be written again when it is gone back to
   * @param grids the sheets that were scored
   */
  constructor(
    readonly id: number,
    readonly sheet: SheetCultivation,
    readonly verdicts: VerdictSnapshot,
    readonly parts: readonly WrittenPart[],
    readonly grids: readonly Grid[],
  ) {
    this.prints = new RowFingerprints(sheet.context.reading);
  }

  /** The firm whose cells the row holds now, wherever it stood when it was scored; without cells the one scored in that row. */
  firm(sheetRow: SheetRow, cells: readonly Cell[] | null, aim: string | undefined): FirmAnswer {
    const { reading, vocabulary } = this.sheet.context;
    const comparable = cells !== null && typeof sheetRow === "number" && reading.grid.placement === undefined;
    const now = comparable ? this.prints.look(sheetRow, cells) : null;
    const row = now === null ? this.sheet.rowOf(sheetRow) : now.kind === "new" ? null : now.row;
    const next = nextAfter(row, sheetRow, reading);
    if (row === null) return { now, diagnosis: null, figures: [], cells: {}, trials: [], next };
    const diagnosis = this.sheet.diagnose(row, aim);
    const scored = reading.grid.rows[reading.gridRows[row] ?? -1] ?? [];
    const paths = [...(diagnosis.plan?.paths ?? []), ...(diagnosis.plan?.slow ?? [])];
    return {
      now,
      diagnosis,
      figures: figuresOf(diagnosis, reading, scored, vocabulary),
      cells: now?.kind === "moved" ? {} : cellsOf(diagnosis, (slot) => reading.cellOf(row, slot)),
      trials: paths.map((path) => trialOf(path, reading, vocabulary)),
      next,
    };
  }

  /** In the order of the list. */
  find(query: string): Cut<FoundFirm> {
    const { reading } = this.sheet.context;
    const { names, creditCodes } = reading;
    if (query.trim() === "") return { items: [], count: 0 };
    const rows = [...names.keys()].filter((row) => fitsQuery(`${names[row] ?? ""} ${creditCodes[row] ?? ""}`, query));
    const shown = rows.slice(0, MOST_FOUND);
    const cities = this.citiesOf(shown);
    const items = shown.map((row) => ({
      sheetRow: sheetRowOf(reading, row),
      name: names[row] ?? "",
      creditCode: creditCodes[row] ?? "",
      city: cities[row] ?? null,
    }));
    return { items, count: rows.length };
  }

  whatIf({ row, edits, aim }: WhatIf): WhatIfAnswer {
    const typed = new Map(edits.map(([slot, text]): [string, Cell] => [slot, text.trim() === "" ? null : text.trim()]));
    const outcome = this.sheet.whatIf(row, typed);
    if (outcome.kind === "refused") return { problems: outcome.problems, moves: [], verdict: null };
    const { purpose } = this.sheet.context.judgement;
    const edition = aim === null ? undefined : this.sheet.ladder.edition(aim, row);
    const aimed = edition ? outcome.scores.outcomes.get(edition.tier) : undefined;
    const verdict = edition && aimed ? verdictText(edition, aimed, edition.forPurpose[purpose]) : null;
    return { problems: [], moves: outcome.moves, verdict };
  }

  /** The run as a text to be kept. */
  snapshot(): string {
    return compactText(packRun(this.sheet.snapshot()));
  }

  /** The verdicts as a text to be kept; what the cells said is left out where the list is too long for it. */
  keptVerdicts(): string {
    const whole = compactText(packVerdicts(this.verdicts));
    return whole.length <= MOST_KEPT ? whole : compactText(packVerdicts(this.verdicts, false));
  }

  /** Whose verdicts changed since an earlier scoring, and what changed for them. */
  changesSince(before: VerdictSnapshot): VerdictChanges {
    const { policy, vocabulary, reading, judgement } = this.sheet.context;
    const { ladder } = this.sheet;
    const rowOf = (row: SheetRow): number | null => this.sheet.rowOf(row);
    const context = { policy, vocabulary, reading, ladder, purpose: judgement.purpose, rowOf };
    return verdictChanges(before, this.verdicts, context);
  }

  /** What changed since a run that was kept; a text where it can't be compared with. */
  changes(kept: string | null): RunChanges | Text | null {
    if (kept === null) return null;
    const before = readRun(fullText(kept) ?? "");
    return "kind" in before ? before.message : this.sheet.changesSince(before);
  }

  library(kept: string | null): LibraryAnswer {
    const { library } = this.sheet;
    const changes = this.changes(kept);
    const lists = {
      apply: cut(library.apply),
      near: cut(library.near),
      data: cut(library.data),
      due: cut(library.due),
      risk: cut(library.risk),
      seed: cut(library.seed),
    };
    return {
      asOf: library.asOf,
      rows: library.rows,
      firms: firmsOf(library),
      cities: this.citiesOf(Object.values(lists).flatMap(({ items }) => items.map(({ row }) => row))),
      ...lists,
      deadlines: library.deadlines,
      draft: library.draft,
      changes: changes !== null && "firms" in changes ? changesView(changes) : null,
      refused: changes !== null && "zh" in changes ? changes : null,
    };
  }

  private citiesOf(rows: readonly number[]): Record<number, Text> {
    const { reading, vocabulary } = this.sheet.context;
    const places = placesOf(vocabulary);
    const cities: Record<number, Text> = {};
    for (const row of rows) {
      const { place } = reading.placeOf(row);
      const city =
        place === null ? undefined : placeChain(place).find((code) => code % 100 === 0 && places.name(code) !== null);
      if (city !== undefined) cities[row] = places.text(city);
    }
    return cities;
  }

  impact(): ImpactAnswer {
    const impact = this.sheet.impact();
    return {
      dates: impact?.dates ?? null,
      tiers: (impact?.tiers ?? []).map((tier) => ({ ...tier, gains: cut(tier.gains), losses: cut(tier.losses) })),
    };
  }

  benchmarks(): BenchmarksAnswer {
    return { lines: this.sheet.benchmarks().map((measured) => this.line(measured)) };
  }

  private line({
    measure,
    known,
    unknown,
    lowerQuartile,
    median,
    upperQuartile,
    printed,
  }: MeasuredSheet): BenchmarkLine {
    const { vocabulary } = this.sheet.context;
    const own = (value: number | null): Text => (value === null ? NONE : measuredText(value, measure, vocabulary));
    return {
      name: measure.name,
      known,
      unknown,
      lower: own(lowerQuartile),
      median: own(median),
      upper: own(upperQuartile),
      printed: printed.map(({ figure, sheet }) => {
        const said = (value: number | null): Text =>
          value === null ? NONE : figure.line === null ? own(value) : measuredText(value, SHARE, vocabulary);
        const value = said(figure.value);
        return {
          basis: statisticText(figure, measure, vocabulary),
          sheet: said(sheet),
          printed: figure.atLeast ? { zh: `超过${value.zh}`, en: `more than ${value.en}` } : value,
          year: figure.year,
          scope: figure.scope,
          source: referenceText(figure),
          evidence: evidenceText(figure),
        };
      }),
    };
  }
}

const NONE: Text = { zh: "—", en: "—" };
/** Shares of enterprises are said as shares whatever the measure counts. */
const SHARE = {
  id: "share",
  name: NONE,
  unit: "share",
  unitText: "%",
  value: { kind: "constant", value: 0 },
} as const;

function firmsOf(library: Library): Record<ListId, number> {
  const count = (list: ListId): number => new Set(library[list].map(({ row }) => row)).size;
  const [apply, near, data, due, risk, seed] = LISTS;
  return {
    apply: count(apply),
    near: count(near),
    data: count(data),
    due: count(due),
    risk: count(risk),
    seed: count(seed),
  };
}

function changesView({ before, after, editions, firms, unchanged }: RunChanges): ChangesView {
  return {
    before,
    after,
    editions,
    entered: firms.filter(({ entered }) => entered.length > 0).length,
    left: firms.filter(({ left }) => left.length > 0).length,
    unchanged,
    firms: cut(firms),
  };
}
