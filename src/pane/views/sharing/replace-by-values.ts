/**
 * The copy in values: formulas of ours become the values they show, on their own sheets or on copies of them, and a list of what was
 * replaced is kept in the workbook. All or nothing.
 */
import type { ExcelHost, SheetInfo } from "../../../excel/host";
import { REAL_PACE, Slices } from "../../../excel/pace";
import type { CellChange } from "../../../excel/sharing-host";
import { editionsOn } from "../../../policy/editions";
import type { Policy } from "../../../policy/rule-set";
import type { Text, Language } from "../../../words/text";
import { cellsOf } from "../../../sharing/check/check-values";
import {
  linePrint,
  OthersPrint,
  readValuesList,
  valuesListSheet,
  valuesPrint,
  VALUES_SHEET,
  type ReplacedFormula,
} from "../../../sharing/formulas/values-list";
import { valuesSourcesSheet, type SheetFacts } from "../../../sharing/formulas/values-sources";
import type { CellRange, Grid } from "../../../words/grid";
import { rangeAddress } from "../../../words/range-address";
import { rowsOf, Shelf } from "../../worker/shelf";
import { Refused } from "../../worker/refused";
import { findFormulas } from "./find-formulas";
import { readGrid, sheetNamed } from "./read-grid";
import type { WorkerClient } from "../../worker/client";
import type { WorkControl } from "../../app/work";
import type { Outcome } from "./sharing-state";

export interface ValuesWork {
  readonly host: ExcelHost;
  readonly client: WorkerClient;
  readonly policy: Policy;
  /** Of the program. */
  readonly version: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly stage: WorkControl["stage"];
}

type ValuesOutcome = Extract<Outcome, { kind: "values" }>;

const NOTHING: Text = {
  zh: "这个工作簿里没有用到我们的公式，没有要换成数值的。评分结果表本来就是数值，直接发给别人就行。",
  en: "No formula here uses our functions, so there is nothing to replace. Result sheets hold values anyway and can be passed on as they are.",
};

function notReady(places: readonly string[]): Text {
  const some = places.slice(0, 6);
  const more = places.length > some.length;
  return {
    zh: `${some.join("、")}${more ? `等${places.length}处` : ""}还没有算出值（显示 #NAME? 或正在计算），没有值可留。请先修复，或等它们算完。`,
    en: `${some.join(", ")}${more ? ` … (${places.length} places)` : ""} show no value yet (#NAME?, or still computing). Please repair them first, or wait until they are done.`,
  };
}

function locked(names: readonly string[]): Text {
  return {
    zh: `“${names.join("”“")}”受保护，里面的公式换不了。请在“审阅”里撤销这些表的保护，再试一次。`,
    en: `"${names.join('", "')}" is protected, so its formulas can't be replaced. Please unprotect it on the Review tab and try again.`,
  };
}

/** Sheets may not be told apart by the ending alone, nor be longer than 31 characters: the host makes the name fit. */
const COPY_ENDING: Text = { zh: "（数值）", en: " (values)" };

export async function replaceByValues(work: ValuesWork, where: "here" | "copies"): Promise<ValuesOutcome> {
  const { host, policy, version, language, signal, stage } = work;
  stage("looking");
  const found = await findFormulas(host, { signal, progress: stage("looking") });
  const plan = found.planner.plan();
  if (plan.notReady.length > 0)
    throw new Refused(notReady(plan.notReady.map(({ cell }) => placeOf(cell.sheet, { ...cell, range: null }))));
  if (plan.replacements.length === 0) throw new Refused(NOTHING);
  const guarded = [...new Set(plan.locked.map(({ sheet }) => sheet))];
  if (guarded.length > 0) throw new Refused(locked(guarded));

  const { sheets } = await host.look();
  const before = await listBefore(host, sheets);
  const affected = [...new Set(plan.replacements.map(({ sheet }) => sheet))];
  const grids = await readSheets(work, sheets, affected);
  const facts = await factsOf(work, grids);
  const copies = where === "copies" ? await copiesOf(host, affected, language) : new Map<string, string>();
  try {
    const formulas: ReplacedFormula[] = [];
    const changes: CellChange[] = [];
    const slices = new Slices(REAL_PACE);
    for (const { sheet, range, formula } of plan.replacements) {
      const grid = grids.get(sheet);
      if (grid === undefined) continue;
      const rows = cellsOf(grid, range);
      const target = copies.get(sheet) ?? sheet;
      const replaced = { sheet: target, range, formula, print: valuesPrint(rows) };
      linePrint(replaced);
      formulas.push(replaced);
      changes.push({ sheet: target, range, to: { kind: "values", rows }, back: { kind: "formula", formula } });
      await slices.breathe();
    }
    const kept = before.formulas.filter(
      (one) => sheets.some(({ name }) => name === one.sheet) && !formulas.some((other) => covers(other, one)),
    );
    const all = [...kept, ...formulas];
    const others = new Map(Object.entries(before.others));
    for (const [sheet, grid] of grids) {
      const target = copies.get(sheet) ?? sheet;
      const replaced = all.filter((one) => one.sheet === target).map(({ range }) => range);
      others.set(target, await othersOf(grid, replaced));
    }
    const named = [...others].filter(([name]) => all.some(({ sheet }) => sheet === name));

    await host.sharing.change(changes, { signal, progress: stage("writing") });
    try {
      const head = { version, language, checked: policy.checked, others: Object.fromEntries(named) };
      const ruleSets = editionsOn(policy, policy.checked, "new");
      const placed = facts.map((one) => ({ ...one, sheet: copies.get(one.sheet) ?? one.sheet }));
      const list = valuesListSheet({ head, formulas: all }, ruleSets);
      await host.writeResults([list, valuesSourcesSheet(placed, ruleSets, head)], { signal });
    } catch (error) {
      await host.sharing.change(changes.map(({ to, back, ...one }) => ({ ...one, to: back, back: to })));
      throw error;
    }
    const targets = affected.map((sheet) => copies.get(sheet) ?? sheet);
    const noted = await addNotes(host, targets, formulas, language);
    return { kind: "values", places: formulas.length, sheets: targets, copied: where === "copies", noted };
  } catch (error) {
    if (copies.size > 0) await host.sharing.removeSheets([...copies.values()]);
    throw error;
  }
}

function placeOf(sheet: string, cell: { readonly row: number; readonly column: number; readonly range: null }): string {
  const { row, column } = cell;
  return `${sheet}!${rangeAddress({ top: row, bottom: row, left: column, right: column })}`;
}

interface ListBefore {
  readonly formulas: readonly ReplacedFormula[];
  readonly others: Readonly<Record<string, string>>;
}

/** What earlier runs have replaced. */
async function listBefore(host: ExcelHost, sheets: readonly SheetInfo[]): Promise<ListBefore> {
  const sheet = sheetNamed(sheets, [VALUES_SHEET.zh, VALUES_SHEET.en]);
  const read = sheet === null ? null : readValuesList(await readGrid(host, sheet));
  return read?.kind === "read"
    ? { formulas: read.list.formulas, others: read.list.head.others }
    : { formulas: [], others: {} };
}

async function readSheets(
  { host, signal, stage }: ValuesWork,
  sheets: readonly SheetInfo[],
  names: readonly string[],
): Promise<ReadonlyMap<string, Grid>> {
  const infos = sheets.filter(({ name }) => names.includes(name));
  const grids = new Map<string, Grid>();
  const total = infos.reduce((sum, info) => sum + rowsOf(info), 0);
  const reading = stage("reading");
  let before = 0;
  for (const info of infos) {
    const start = before;
    grids.set(info.name, await readGrid(host, info, { signal, progress: (done) => reading(start + done, total) }));
    before += rowsOf(info);
  }
  return grids;
}

/** How each sheet reads, for the sheet that says what the formulas rest on. */
async function factsOf(
  { client, policy, language, signal, stage }: ValuesWork,
  grids: ReadonlyMap<string, Grid>,
): Promise<readonly SheetFacts[]> {
  const facts: SheetFacts[] = [];
  const working = stage("working");
  for (const [sheet, grid] of grids) {
    const shelf = new Shelf(client);
    try {
      await shelf.sendGrid(sheet, grid, signal);
      const question = { sheet: shelf.key(sheet), asOf: policy.checked, language };
      facts.push({ sheet, facts: (await client.ask("read-facts", question, { signal })).answer });
    } finally {
      shelf.clear();
    }
    working(facts.length, grids.size);
  }
  return facts;
}

async function copiesOf(
  host: ExcelHost,
  names: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const wanted = names.map((sheet) => ({ sheet, name: sheet + COPY_ENDING[language] }));
  const copies = await host.sharing.copySheets(wanted);
  return new Map(copies.map(({ name }, index) => [names[index] ?? "", name]));
}

function covers(one: ReplacedFormula, other: ReplacedFormula): boolean {
  return (
    one.sheet === other.sheet &&
    one.range.top <= other.range.bottom &&
    other.range.top <= one.range.bottom &&
    one.range.left <= other.range.right &&
    other.range.left <= one.range.right
  );
}

async function othersOf(grid: Grid, replaced: readonly CellRange[]): Promise<string> {
  const print = new OthersPrint(replaced);
  const slices = new Slices(REAL_PACE);
  for (const [row, cells] of grid.rows.entries()) {
    print.add(row, 0, cells);
    await slices.breathe();
  }
  return print.finish();
}

/** One note a sheet, on the first cell that was replaced. */
async function addNotes(
  host: ExcelHost,
  sheets: readonly string[],
  formulas: readonly ReplacedFormula[],
  language: Language,
): Promise<boolean> {
  const notes = sheets.flatMap((sheet) => {
    const own = formulas.filter((one) => one.sheet === sheet);
    const [first] = own;
    if (first === undefined) return [];
    const list = VALUES_SHEET[language];
    const text =
      language === "zh"
        ? `本表有 ${own.length} 处原来是专精特新评分的公式，现在是数值，公式列在“${list}”。`
        : `${own.length} places of this sheet were ZJTX formulas and are values now; the formulas are listed on "${list}".`;
    return [{ sheet, row: first.range.top, column: first.range.left, text }];
  });
  return await host.sharing.addNotes(notes);
}
