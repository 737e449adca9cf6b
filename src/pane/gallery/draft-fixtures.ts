/** Drafts for the gallery, made by the worker's own jobs of an edition and the sample: untouched, changed, with things wrong. */
import { DRAFT_COLUMNS, type DraftColumn } from "../../authoring/draft-row";
import type { Cell } from "../../words/grid";
import type { Language } from "../../words/text";
import { NO_DRAFT, type DraftState } from "../views/rules/draft/draft-state";
import { sampleSheet } from "../views/score/sample/sample-sheet";
import { WorkerClient } from "../worker/client";
import { tablesOf } from "../worker/parts";
import { SameThreadWorker } from "../worker/same-thread";
import { Shelf } from "../worker/shelf";
import type { Knowledge } from "../worker/task";

export interface DraftFixtures {
  readonly fresh: DraftState;
  readonly changed: DraftState;
  readonly faulty: DraftState;
  readonly judged: DraftState;
  readonly swept: DraftState;
  readonly exported: DraftState;
  readonly refused: DraftState;
}

const FILE = "national/little-giant/2026-04-01.yaml";
const DAY = "2027-04-01";

type Change = readonly [id: string, column: DraftColumn, cell: Cell];

const RAISED: readonly Change[] = [
  ["revenue", "value", 9000],
  ["debt", "value", 50],
];
const WRONG: readonly Change[] = [
  ["revenue", "value", "很多"],
  ["debt", "unit", "元"],
  ["ip", "clause", null],
];

export async function makeDraftFixtures(release: Knowledge, language: Language): Promise<DraftFixtures> {
  const client = new WorkerClient(() => new SameThreadWorker(release, { report: (error) => console.error(error) }));
  const shelf = new Shelf(client);
  const send = async (id: string, rows: readonly (readonly Cell[])[]): Promise<string> => {
    const frame = { sheet: id, merges: [], hiddenRows: [], hiddenColumns: [] };
    await shelf.sendPart(id, { frame, blocks: [{ top: 0, left: 0, rows, numberFormats: [] }] });
    return shelf.key(id);
  };
  const { name, rows: list } = sampleSheet(language);
  const scored = await client.ask("score", {
    sheets: [await send(name, list)],
    asOf: release.policy.checked,
    mapping: undefined,
    draft: null,
    purpose: "new",
    place: null,
    language,
    rows: null,
    fileName: name,
    quiet: true,
  });
  const { parts } = await client.ask("draft-begin", { file: FILE, language });
  const [sheet] = tablesOf(parts);
  if (sheet === undefined) throw new TypeError("an edition makes a draft");
  const above = [
    ...(sheet.titleLines ?? []).map((line): Cell[] => [line]),
    sheet.columns.map(({ heading }) => heading),
  ];
  const reading = async (id: string, changes: readonly Change[]) => {
    const rows = sheet.rows.map((row) =>
      row.map((cell, at) => changes.find(([of, column]) => of === row[1] && column === DRAFT_COLUMNS[at])?.[2] ?? cell),
    );
    const cleared = rows.map((row) =>
      row.map((cell, at) =>
        changes.some(([of, column, to]) => to === null && of === row[1] && column === DRAFT_COLUMNS[at]) ? null : cell,
      ),
    );
    const key = await send(id, [...above, ...cleared]);
    return (await client.ask("draft-read", { sheet: key, formulas: [], purpose: "new" })).answer;
  };
  const sheets = [{ id: "draft", name: sheet.name, origin: { file: FILE, fingerprint: "" }, cell: "A2" }];
  const state = { ...NO_DRAFT, sheets, sheet: "draft" };
  const fresh = { ...state, view: await reading("fresh", []) };
  const faulty = { ...state, view: await reading("faulty", WRONG) };
  const changed = { ...state, view: await reading("changed", RAISED) };
  if (changed.view.kind !== "draft") throw new TypeError("a raised line makes no draft wrong");
  const draft = changed.view.id;
  const of = { draft, run: scored.question };
  const judged = {
    ...changed,
    impact: (await client.ask("draft-impact", of)).answer,
    weights: (await client.ask("draft-weights", of)).answer,
  };
  const exported = await client.ask("draft-export", { draft, day: DAY });
  const refused = await client.ask("draft-export", { draft, day: "2020-01-01" });
  return {
    fresh,
    changed,
    faulty,
    judged,
    swept: { ...judged, sweep: (await client.ask("draft-sweep", { ...of, line: "debt" })).answer },
    exported: { ...judged, exported: exported.answer },
    refused: { ...judged, exported: refused.answer },
  };
}
