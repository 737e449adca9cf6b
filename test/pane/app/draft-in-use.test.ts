/**
 * A workbook that says it is judged by a draft, on a real workbook and Microsoft's Excel client: scored by it, said to be so everywhere,
 * out of date when the draft changes, and never silently judged by the edition.
 */
import { FormulaRules } from "../../../src/pane/app/formula-rules";
import { ScoringModel } from "../../../src/pane/app/scoring/scoring-model";
import type { DraftInUse } from "../../../src/pane/app/scoring/pane-settings";
import { nativeCopy } from "../../../src/pane/views/sharing/make-copy";
import { sampleSheet } from "../../../src/pane/views/score/sample/sample-sheet";
import type { HandedRules } from "../../../src/functions/rules-handover";
import { PackageParts } from "../../../src/xlsx/container/package-parts";
import { cellText } from "../../../src/words/grid";
import { eventually } from "../../eventually";
import { saved } from "../../excel/connected";
import { cellOf, draftPane, GIANT, settled, types, type DraftPane } from "../views/rules/draft-pane";

const TAB = "评分_规则草案";
const NOTICE = /草案（改自 2026-04-01 版，指纹 [0-9a-f]{8}），不是施行中的标准/;

let pane: DraftPane | null = null;
const open: { dispose: () => void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
  const reported = pane?.reported.splice(0) ?? [];
  pane?.close();
  pane = null;
  expect(reported).toEqual([]);
});

interface InUse extends DraftPane {
  readonly draft: DraftInUse;
  readonly list: string;
  /** What the formulas were told. */
  readonly told: HandedRules[];
}

/** A list, a draft with one line raised, and formulas that are told what they judge by. */
async function drafted(): Promise<InUse> {
  pane = await draftPane();
  const { connection, scoring, drafts, client } = pane;
  await drafts.open();
  await drafts.begin(GIANT, false, "zh");
  await types(pane, cellOf("revenue", "value"), "30000");
  await settled(pane, ({ view }) => view?.kind === "draft" && view.differences.length > 0);
  const { sheets } = await connection.host.look();
  const id = (tab: string): string => sheets.find(({ name }) => name === tab)?.id ?? "";
  const told: HandedRules[] = [];
  const formulas = new FormulaRules({ host: connection.host, client, scoring, tell: (handed) => told.push(handed) });
  open.push(formulas);
  await formulas.start();
  await scoring.look(id("名单"));
  return { ...pane, draft: { id: id(TAB), name: TAB, file: GIANT }, list: id("名单"), told };
}

function textsOf({ connection }: DraftPane, tab: string): string {
  const found = saved(connection).sheets.find(({ name }) => name === tab);
  const cells = Object.values(found?.cells ?? {}).flatMap((row) => Object.values(row ?? {}));
  return cells.map((cell) => cellText(cell?.value ?? null)).join("\n");
}

const WRITTEN = ["评分_汇总", "评分_结果", "评分_差距与方案", "评分_来源与假设", "评分_凭据"];

test("a draft judges once somebody says so, and every sheet, the summary, diagnosis and library say it", async () => {
  const own = await drafted();
  const { scoring, client } = own;
  await scoring.score("zh");
  expect(scoring.state.results?.summary.draft).toBeNull();
  for (const tab of WRITTEN) expect([tab, textsOf(own, tab).includes("草案")]).toEqual([tab, false]);
  scoring.setDraft(own.draft);
  expect(scoring.state.results?.stale).toBe(true);
  await scoring.score("zh");
  const { results } = scoring.state;
  expect(results?.stale).toBe(false);
  expect(results?.summary.draft?.zh).toMatch(NOTICE);
  expect(saved(own.connection).sheets.map(({ name }) => name)).toEqual(["名单", TAB, ...WRITTEN]);
  for (const tab of WRITTEN) expect([tab, NOTICE.test(textsOf(own, tab))]).toEqual([tab, true]);
  // What changed since the edition judged is that a draft does.
  const [change] = results?.changes?.general ?? [];
  expect(change).toMatchObject({ kind: "edition", from: { zh: "2026-04-01" } });
  expect(JSON.stringify(change)).toMatch(/2026-04-01 草案 [0-9a-f]{8}/);
  const run = results?.run ?? 0;
  const { answer: firm } = await client.ask("firm", { run, sheetRow: 2, cells: null, aim: null });
  expect(firm.diagnosis?.draft?.zh).toMatch(NOTICE);
  expect((await client.ask("library", { run, kept: null })).answer.draft?.zh).toMatch(NOTICE);
  const wanted = { what: "plans", rows: null, aim: "little-giant" } as const;
  const { parts } = await client.ask("compose", { run, wanted, language: "zh" });
  expect(JSON.stringify(parts)).toMatch(NOTICE);
});

test("a change of the draft makes the results out of date and tells the formulas the new rules", async () => {
  const own = await drafted();
  const { scoring, told } = own;
  scoring.setDraft(own.draft);
  await scoring.score("zh");
  const first = scoring.state.results?.summary.draft?.zh;
  await eventually(() => expect(told.map(({ kind }) => kind)).toEqual(["released", "draft"]));
  // As a person types: what the client writes counts as the pane's own.
  own.connection.book.link.facade.getSheetByName(TAB)?.getRange(cellOf("revenue", "value")).setValue(20000);
  await eventually(() => expect(scoring.state.results?.stale).toBe(true));
  await eventually(() => expect(told.map(({ kind }) => kind)).toEqual(["released", "draft", "draft"]));
  expect(told[2]).not.toEqual(told[1]);
  await scoring.score("zh");
  expect(scoring.state.results?.stale).toBe(false);
  expect(scoring.state.results?.summary.draft?.zh).not.toBe(first);
});

test("a faulty draft is refused with its cell, and neither list nor formulas are judged by the edition instead", async () => {
  const own = await drafted();
  const { scoring, told } = own;
  scoring.setDraft(own.draft);
  await types(own, cellOf("debt", "clause"), "");
  await scoring.score("zh");
  expect(scoring.state.trouble?.text.zh).toContain(`${cellOf("debt", "clause")} `);
  expect(scoring.state.trouble?.text.zh).toContain("没有改按正式的标准评");
  expect(scoring.state.results).toBeNull();
  expect(saved(own.connection).sheets.map(({ name }) => name)).toEqual(["名单", TAB]);
  await eventually(() => expect(told.at(-1)).toMatchObject({ kind: "refused" }));
  expect(JSON.stringify(told.at(-1))).toContain(cellOf("debt", "clause"));
});

test("a draft whose sheet is gone is missed, and one of another edition in its place is not taken for it", async () => {
  const own = await drafted();
  const { scoring, told, connection } = own;
  scoring.setDraft({ ...own.draft, file: "national/specialized/2026-04-01.yaml" });
  await scoring.score("zh");
  expect(scoring.state.trouble?.text.zh).toContain("已经不是 national/specialized/2026-04-01.yaml 的草案了");
  scoring.setDraft(own.draft);
  await connection.host.sharing.removeSheets([own.draft.id]);
  await scoring.look(own.list);
  await scoring.score("zh");
  expect(scoring.state.trouble?.text.zh).toContain(`“${TAB}”里的草案评，可这张表不在了`);
  expect(scoring.state.results).toBeNull();
  await eventually(() => expect(JSON.stringify(told.at(-1))).toContain("这张表不在了"));
  scoring.setDraft(null);
  await scoring.score("zh");
  expect(scoring.state.results?.summary.draft).toBeNull();
  await eventually(() => expect(told.at(-1)).toEqual({ kind: "released" }));
});

test("a day on which the draft judges nobody is refused", async () => {
  const own = await drafted();
  const { scoring } = own;
  scoring.setDraft(own.draft);
  await scoring.setChoices("2025-06-01", "new", null);
  await scoring.score("zh");
  expect(scoring.state.trouble?.text.zh).toContain("2025-06-01 这一天不施行");
  expect(scoring.state.results).toBeNull();
});

test.each([
  ["as it was, the results stand", null, false],
  ["changed meanwhile, they are out of date", "25000", true],
])("the workbook opened anew is judged by its draft: %s", async (_, typed, stale) => {
  const own = await drafted();
  const { scoring, connection, client } = own;
  scoring.setDraft(own.draft);
  await scoring.score("zh");
  await eventually(() => expect(scoring.state.results?.kept).not.toBeNull());
  scoring.dispose();
  if (typed !== null) await types(own, cellOf("revenue", "value"), typed);
  const { host } = connection;
  const again = new ScoringModel({ host, client, checked: scoring.asOf, sample: sampleSheet, now: () => 0 });
  open.push(again);
  await again.start();
  await eventually(() => expect(again.state.results?.run).not.toBeNull());
  const { results } = again.state;
  expect({ draft: NOTICE.test(results?.summary.draft?.zh ?? ""), stale: results?.stale }).toEqual({
    draft: true,
    stale,
  });
});

test("a copy in plain formulas is made of the draft and says so", async () => {
  const own = await drafted();
  const { scoring, client, connection } = own;
  scoring.setDraft(own.draft);
  const { settings } = scoring.state;
  const { signal } = new AbortController();
  const stage = () => () => undefined;
  const work = { host: connection.host, client, list: own.list, asOf: scoring.asOf, purpose: "new" } as const;
  const copy = await nativeCopy({ ...work, settings, language: "zh", signal, stage }, ["little-giant"]);
  const parts = PackageParts.open(copy.bytes);
  const text = parts
    .names()
    .map((name) => parts.text(name))
    .join("");
  expect(text).toMatch(NOTICE);
  expect(text).toMatch(/草案（2026-04-01 草案 [0-9a-f]{8}），不是施行中的标准/);
});
