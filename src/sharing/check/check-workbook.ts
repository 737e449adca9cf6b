/** Checks a scored workbook against its provenance and a fresh scoring: which rows differ, and why. Pure: the caller reads and scores. */
import { editionText, isDraftEdition } from "../../policy/editions";
import type { RuleSet } from "../../policy/rule-set";
import type { Text } from "../../words/text";
import type { Cell, Grid } from "../../words/grid";
import type { SheetReading } from "../../sheet/reading/read-sheet";
import { distinctHeadings } from "../../xlsx/accepted-names";
import type { ResultSheet } from "../../words/result-sheet";
import {
  columnsOf,
  inputPrints,
  resultPrint,
  rulesPrint,
  shownText,
  type Provenance,
  type ProvenanceHead,
  type ProvenanceRead,
} from "../provenance";
import { finding, type CellFinding, type Finding } from "./findings";
import { claimedKeys, rowKeys, rowOfKey, shownNumber, type RowKey } from "./row-keys";

export interface CheckedWorkbook {
  readonly provenance: ProvenanceRead;
  /** The input sheet as it reads now; null where it is gone or holds no list. */
  readonly reading: SheetReading | null;
  /** The sheet of results as it stands; null where it is gone. */
  readonly results: Grid | null;
  /** What the sheet of results is called. */
  readonly resultsName: string;
  /** The sheet of results as the same scoring would write it now; null without a reading. */
  readonly fresh: ResultSheet | null;
  /** The rule sets in force on the provenance's day, as this release has them. */
  readonly ruleSets: readonly RuleSet[];
  readonly version: string;
}

/** Everything that differs; empty where the workbook is as it was written. */
export function checkWorkbook(book: CheckedWorkbook): readonly Finding[] {
  const read = book.provenance;
  switch (read.kind) {
    case "none":
      return [finding("no-provenance")];
    case "broken":
      return [finding("provenance-broken")];
    case "newer":
      return [finding("newer-form", { detail: { zh: read.version, en: read.version } })];
    case "read":
      return new Check(book, read.provenance, read.sealHolds).findings();
  }
}

/** A row of results as it stands. */
interface ShownRow {
  /** Counted from 0 on the sheet of results. */
  readonly at: number;
  readonly row: number;
  readonly cells: readonly Cell[];
}

class Check {
  private readonly found: Finding[] = [];
  /** Rows whose differing results are explained. */
  private readonly explained = new Set<RowKey>();

  constructor(
    private readonly book: CheckedWorkbook,
    private readonly provenance: Provenance,
    private readonly sealHolds: boolean,
  ) {}

  findings(): readonly Finding[] {
    const { head } = this.provenance;
    const { version, reading, results, resultsName } = this.book;
    if (!this.sealHolds) this.found.push(finding("provenance-edited"));
    if (head.version !== version) this.found.push(finding("older-version", { detail: same(head.version) }));
    if (reading === null) this.found.push(finding("input-sheet-missing", { detail: same(head.sheet) }));
    else if (this.sealHolds) this.checkInputs(reading);
    const drafts = this.drafts();
    if (drafts !== null) this.found.push(finding("judged-by-draft", { detail: drafts }));
    const changed = this.changedRules();
    if (changed !== null) this.found.push(finding("rules-changed", { detail: changed }));
    if (results === null) this.found.push(finding("results-missing", { detail: same(resultsName) }));
    else this.checkResults(results);
    return this.found;
  }

  private checkInputs(reading: SheetReading): void {
    const changed = changedColumns(this.provenance.head, reading);
    if (changed !== null) {
      this.found.push(finding("columns-changed", { detail: changed }));
      for (const key of rowKeys(reading.rowNumbers)) this.explained.add(key);
      return;
    }
    const printOf = inputPrints(reading);
    const now = new Map(rowKeys(reading.rowNumbers).map((key, index) => [key, printOf(index)]));
    const recorded = new Map(this.recordedKeys().map((key, index) => [key, this.provenance.rows[index]?.input ?? ""]));
    const [prints, old] = [new Set(now.values()), new Set(recorded.values())];
    const rows: Record<"changed" | "moved" | "removed" | "added", number[]> = {
      changed: [],
      moved: [],
      removed: [],
      added: [],
    };
    for (const [key, input] of recorded) {
      if (now.get(key) === input) continue;
      const row = rowOfKey(key);
      if (prints.has(input)) rows.moved.push(row);
      else if (now.has(key)) rows.changed.push(row);
      else rows.removed.push(row);
      this.explained.add(key);
    }
    for (const [key, input] of now) {
      if (recorded.has(key) || old.has(input)) continue;
      rows.added.push(rowOfKey(key));
    }
    const [sheet = null, ...more] = reading.sheets;
    const on = more.length === 0 ? sheet : null;
    if (rows.changed.length > 0) this.found.push(finding("inputs-changed", { rows: rows.changed, rowsOn: on }));
    this.report("rows-moved", rows.moved);
    this.report("rows-removed", rows.removed);
    if (rows.added.length > 0) this.found.push(finding("rows-added", { rows: rows.added, rowsOn: on }));
  }

  private recordedKeys(): readonly RowKey[] {
    return rowKeys(this.provenance.rows.map(({ row }) => row));
  }

  private report(kind: Finding["kind"], rows: readonly number[], details: readonly CellFinding[] = []): void {
    if (rows.length > 0) this.found.push(finding(kind, { rows, details }));
  }

  /** The drafts that judged; null for none. */
  private drafts(): Text | null {
    const names = new Map(this.book.ruleSets.map(({ tier, name }) => [tier, name]));
    const drafted = this.provenance.head.editions.filter(({ edition }) => isDraftEdition(edition));
    if (drafted.length === 0) return null;
    const told = drafted.map(({ tier, edition }): Text => {
      const [name, by] = [names.get(tier) ?? { zh: tier, en: tier }, editionText(edition)];
      return { zh: `${name.zh} ${by.zh}`, en: `${name.en} ${by.en}` };
    });
    return { zh: told.map(({ zh }) => zh).join("；"), en: told.map(({ en }) => en).join("; ") };
  }

  /** Editions that are another one now, or read otherwise; null where all are the same. */
  private changedRules(): Text | null {
    const keyOf = (tier: string, place: number | null): string => `${tier} ${place ?? ""}`;
    const present = new Map(this.book.ruleSets.map((one) => [keyOf(one.tier, one.place), one]));
    const parts: Text[] = [];
    for (const { tier, edition, rules, place = null } of this.provenance.head.editions) {
      const now = present.get(keyOf(tier, place));
      if (isDraftEdition(edition)) continue;
      if (!now)
        parts.push({
          zh: `${tier} ${edition} 现在没有施行中的标准`,
          en: `${tier} ${edition} is not in force any more`,
        });
      else if (now.edition !== edition)
        parts.push({
          zh: `${now.name.zh}由 ${edition} 换成 ${now.edition}`,
          en: `${now.name.en}: ${edition} became ${now.edition}`,
        });
      else if (rulesPrint(now) !== rules)
        parts.push({ zh: `${now.name.zh} ${edition} 的内容有更正`, en: `${now.name.en} ${edition} was corrected` });
    }
    const known = new Set(this.provenance.head.editions.map(({ tier }) => tier));
    const places = new Set(this.provenance.head.editions.map(({ place = null }) => place));
    for (const { tier, name, place } of this.book.ruleSets)
      if (!known.has(tier) && places.has(place)) parts.push({ zh: `多了${name.zh}`, en: `${name.en} was added` });
    if (parts.length === 0) return null;
    return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
  }

  private checkResults(results: Grid): void {
    const { fresh } = this.book;
    const headings = fresh ? distinctHeadings(fresh.columns.map(({ heading }) => heading)) : null;
    const shown = shownRows(results);
    if (shown === null) {
      this.found.push(finding("results-missing", { detail: { zh: results.sheet, en: results.sheet } }));
      return;
    }
    const freshRows = new Map(
      rowKeys((fresh?.rows ?? []).map(([first]) => shownNumber(first) ?? 0)).map((key, at) => [key, fresh?.rows[at]]),
    );
    const recorded = new Map(this.recordedKeys().map((key, at) => [key, this.provenance.rows[at]?.result ?? ""]));
    const edited: number[] = [];
    const differ: number[] = [];
    const details: CellFinding[] = [];
    const seen = new Set<RowKey>();
    const added: number[] = [];
    const prints = shown.map(({ row, cells }) => ({ row, print: resultPrint(cells) }));
    for (const [at, key] of claimedKeys(prints, recorded).entries()) {
      const { at: place, row, cells } = shown[at] ?? { at: 0, row: 0, cells: [] };
      const told = { sheet: results.sheet, place, row };
      if (key === null) {
        added.push(row);
        continue;
      }
      seen.add(key);
      const expected = freshRows.get(key);
      const print = prints[at]?.print;
      if (this.sealHolds && print !== recorded.get(key)) {
        edited.push(row);
        if (expected && headings && !this.explained.has(key))
          details.push(...differences(told, cells, expected, headings));
      } else if (expected && !this.explained.has(key) && print !== resultPrint(expected)) {
        differ.push(row);
        if (headings) details.push(...differences(told, cells, expected, headings));
      }
    }
    const of = (rows: readonly number[]): readonly CellFinding[] =>
      details.filter(({ row }) => rows.includes(row)).slice(0, 50);
    this.report("results-edited", edited, of(edited.slice(0, 50)));
    this.report("results-differ", differ, of(differ.slice(0, 50)));
    this.report("results-removed", [...recorded.keys()].filter((key) => !seen.has(key)).map(rowOfKey));
    this.report("results-added", added);
  }
}

function differences(
  { sheet, place, row }: { readonly sheet: string; readonly place: number; readonly row: number },
  shown: readonly Cell[],
  expected: readonly Cell[],
  headings: readonly string[],
): readonly CellFinding[] {
  return headings.flatMap((heading, column) => {
    const [is, should] = [shownText(shown[column]), shownText(expected[column])];
    return is === should ? [] : [{ cell: { sheet, row: place, column }, row, heading, shown: is, expected: should }];
  });
}

/** The rows below the headings of a sheet of results; null where it has no such headings. */
function shownRows(results: Grid): readonly ShownRow[] | null {
  const at = results.rows.findIndex(([first]) => first === "行号" || first === "Row");
  if (at < 0) return null;
  return results.rows.slice(at + 1).flatMap((cells, index) => {
    const row = shownNumber(cells[0]);
    if (row === null && cells.every((cell) => shownText(cell) === "")) return [];
    return [{ at: at + 1 + index, row: row ?? 0, cells }];
  });
}

/** Which columns are not as they were; null where all are. */
function changedColumns(head: ProvenanceHead, reading: SheetReading): Text | null {
  const key = ({ address, heading, field, back, unit }: ProvenanceHead["columns"][number]): string =>
    JSON.stringify([address.replace(/\d+$/, ""), heading, field, back, unit]);
  const before = new Map(head.columns.map((column) => [key(column), column]));
  const now = new Map(columnsOf(reading).map((column) => [key(column), column]));
  const gone = [...before].filter(([one]) => !now.has(one)).map(([, column]) => column);
  const come = [...now].filter(([one]) => !before.has(one)).map(([, column]) => column);
  if (gone.length + come.length === 0) return null;
  const names = (list: readonly { readonly address: string; readonly heading: string }[]): string =>
    list
      .slice(0, 6)
      .map(({ address, heading }) => `${address} ${heading}`)
      .join("、");
  return {
    zh: [gone.length > 0 ? `少了或改了“${names(gone)}”` : "", come.length > 0 ? `多了或改成“${names(come)}”` : ""]
      .filter(Boolean)
      .join("，"),
    en: [
      gone.length > 0 ? `gone or changed: ${names(gone)}` : "",
      come.length > 0 ? `new or changed: ${names(come)}` : "",
    ]
      .filter(Boolean)
      .join("; "),
  };
}

function same(text: string): Text {
  return { zh: text, en: text };
}
