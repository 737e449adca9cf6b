/** What of ours is in the workbook: formulas and their state, result sheets, where they come from, and short names. */
import type { Control, ExcelHost, SheetInfo } from "../../../excel/host";
import type { Policy } from "../../../policy/rule-set";
import type { ProvenanceHead } from "../../../sharing/provenance";
import { readValuesList, VALUES_SHEET } from "../../../sharing/formulas/values-list";
import { isResultSheet } from "../../../sheet/results/sheet-names";
import { findFormulas, type FoundFormulas } from "./find-formulas";
import { headsOf } from "./provenance-heads";
import { readGrid, sheetNamed } from "./read-grid";
import type { Contents, ScoredFacts, SheetCount } from "./sharing-state";

/** A reference into another workbook: `[Book2.xlsx]Sheet1!A1`. */
const LINKED = /\[[^\]]+\.xl\w+\]/i;

/** Sheets that others have not finished yet are hidden. */
export function namesInSight(sheets: readonly SheetInfo[]): readonly string[] {
  return sheets.filter(({ visible }) => visible).map(({ name }) => name);
}

/** @throws ExcelTrouble */
export async function lookThrough(host: ExcelHost, policy: Policy, control: Control): Promise<Contents> {
  const { sheets } = await host.look();
  const found = await findFormulas(host, control);
  const list = sheetNamed(sheets, [VALUES_SHEET.zh, VALUES_SHEET.en]);
  const read = list === null ? null : readValuesList(await readGrid(host, list, control));
  return {
    formulas: countsOf(found),
    sheets: namesInSight(sheets),
    results: sheets.filter(({ name }) => isResultSheet(name)).map(({ name }) => name),
    scored: (await headsOf(host, sheets, control)).map((head) => scoredFacts(policy, head)),
    replaced: read?.kind === "read" ? read.list.formulas.length : null,
    shortNames: found.shortNames,
  };
}

function countsOf({ sheets, planner }: FoundFormulas): readonly SheetCount[] {
  return sheets.flatMap(({ id, name, protected: locked }): SheetCount[] => {
    const own = planner.formulas.filter(({ cell }) => cell.sheet === name);
    if (own.length === 0) return [];
    const count = (wanted: (one: (typeof own)[number]) => boolean): number => own.filter(wanted).length;
    return [
      {
        id,
        name,
        protected: locked,
        working: count(({ state }) => state === "working"),
        unknown: count(({ state }) => state === "unknown"),
        waiting: count(({ state }) => state === "waiting"),
        nested: count(({ nested }) => nested),
        linked: count(({ cell }) => LINKED.test(cell.formula)),
      },
    ];
  });
}

function scoredFacts(
  policy: Policy,
  { asOf, purpose, assumeGeneral, count, sheet, editions }: ProvenanceHead,
): ScoredFacts {
  return {
    asOf,
    purpose,
    assumeGeneral,
    sheet,
    enterprises: count,
    editions: editions.map(({ tier, edition }) => {
      const name = policy.tiers.get(tier)?.name ?? { zh: tier, en: tier };
      return { zh: `${name.zh} ${edition}`, en: `${name.en} ${edition}` };
    }),
  };
}
