/** Puts formulas back where values stand for them, by the list kept in the workbook. Values changed by hand since stay as they are. */
import type { CellChange } from "../../../excel/sharing-host";
import { editionsOn } from "../../../policy/editions";
import type { Text } from "../../../words/text";
import { cellsOf } from "../../../sharing/check/check-values";
import {
  readValuesList,
  valuesListSheet,
  valuesPrint,
  VALUES_SHEET,
  type ReplacedFormula,
  type ValuesListRead,
} from "../../../sharing/formulas/values-list";
import { VALUES_SOURCES_SHEET } from "../../../sharing/formulas/values-sources";
import type { Grid } from "../../../words/grid";
import { rangeAddress } from "../../../words/range-address";
import { Refused } from "../../worker/refused";
import { readGrid, sheetNamed } from "./read-grid";
import type { ValuesWork } from "./replace-by-values";
import type { Outcome } from "./sharing-state";

type Restored = Extract<Outcome, { kind: "restored" }>;

const NO_LIST: Text = {
  zh: "这个工作簿里没有“评分_公式清单”，不知道原来的公式是什么，没法恢复。",
  en: "This workbook has no list of formulas (评分_formulas), so nobody can tell what stood there.",
};
const BROKEN: Text = {
  zh: "“评分_公式清单”不完整，读不出来，没法恢复公式。它可能被改动或删去了几行。",
  en: "The list of formulas is incomplete and can't be read, so formulas can't be put back. Lines of it may have been changed or removed.",
};

export async function restoreFormulas(work: ValuesWork): Promise<Restored> {
  const { host, policy, signal, stage, version, language } = work;
  stage("looking");
  const { sheets } = await host.look();
  const sheet = sheetNamed(sheets, [VALUES_SHEET.zh, VALUES_SHEET.en]);
  if (sheet === null) throw new Refused(NO_LIST);
  const { list } = wholeList(readValuesList(await readGrid(host, sheet, { signal })));
  const grids = new Map<string, Grid>();
  for (const name of new Set(list.formulas.map((one) => one.sheet))) {
    const info = sheetNamed(sheets, [name]);
    if (info !== null) grids.set(name, await readGrid(host, info, { signal, progress: stage("reading") }));
  }
  const changes: CellChange[] = [];
  const changed: ReplacedFormula[] = [];
  const gone = new Set<string>();
  for (const one of list.formulas) {
    const grid = grids.get(one.sheet);
    if (grid === undefined) {
      gone.add(one.sheet);
      continue;
    }
    const rows = cellsOf(grid, one.range);
    if (valuesPrint(rows) !== one.print) changed.push(one);
    else
      changes.push({
        sheet: one.sheet,
        range: one.range,
        to: { kind: "formula", formula: one.formula },
        back: { kind: "values", rows },
      });
  }
  await host.sharing.change(changes, { signal, progress: stage("writing") });
  const firsts = new Map(changes.map((one) => [one.sheet, one.range]));
  for (const one of changes) {
    const first = firsts.get(one.sheet);
    if (first === undefined || one.range.top < first.top) firsts.set(one.sheet, one.range);
  }
  await host.sharing.addNotes(
    [...firsts].map(([name, range]) => ({ sheet: name, row: range.top, column: range.left, text: null })),
  );
  if (changed.length === 0) {
    const sources = sheetNamed(sheets, [VALUES_SOURCES_SHEET.zh, VALUES_SOURCES_SHEET.en]);
    await host.sharing.removeSheets([sheet.id, ...(sources === null ? [] : [sources.id])]);
  } else {
    const others = Object.fromEntries(
      Object.entries(list.head.others).filter(([name]) => changed.some((one) => one.sheet === name)),
    );
    const head = { version, language, checked: list.head.checked, others };
    await host.writeResults([
      valuesListSheet({ head, formulas: changed }, editionsOn(policy, list.head.checked, "new")),
    ]);
  }
  return {
    kind: "restored",
    places: changes.length,
    changed: changed.map((one) => `${one.sheet}!${rangeAddress(one.range)}`),
    gone: [...gone],
  };
}

function wholeList(read: ValuesListRead): Extract<ValuesListRead, { kind: "read" }> {
  if (read.kind === "read") return read;
  if (read.kind === "newer")
    throw new Refused({
      zh: `“评分_公式清单”是更新的版本（${read.version}）写的，这里读不了。请先更新加载项。`,
      en: `The list of formulas was written by a later version (${read.version}). Please update the add-in first.`,
    });
  throw new Refused(read.kind === "none" ? NO_LIST : BROKEN);
}
