import type { ExcelHost } from "../../../../src/excel/host";
import { SETTINGS_KEY } from "../../../../src/functions/rules-handover";
import type { SavedMapping } from "../../../../src/sheet/reading/saved-mapping";
import { readSettings, sameSetting } from "../../../../src/pane/app/scoring/pane-settings";
import { sampleSheet } from "../../../../src/pane/views/score/sample/sample-sheet";
import { ScoringModel } from "../../../../src/pane/app/scoring/scoring-model";
import type { ScoringState } from "../../../../src/pane/app/scoring/scoring-state";
import { book, sheet } from "../../../excel/made-up-book";
import { twoPeople, type Person, type TwoPeople } from "../../../excel/two-people";
import { paneClient, release } from "../../pane-release";

const ROWS = sampleSheet("zh").rows;

/** A pane over one person's host, and all that it has shown so far. */
interface Pane {
  readonly model: ScoringModel;
  readonly states: ScoringState[];
  /** Sheets brought into view. */
  readonly shown: string[];
  /** The announcements made until `fromNowOn`. */
  heard: number;
}

interface Two extends Readonly<Record<Person, Pane>> {
  readonly people: TwoPeople;
}

let two: Two | null = null;
afterEach(() => {
  two?.first.model.dispose();
  two?.second.model.dispose();
  two?.people.close();
  two = null;
});

function pane(host: ExcelHost): Pane {
  const shown: string[] = [];
  const states: ScoringState[] = [];
  const watched: ExcelHost = {
    ...host,
    show: (id, range) => {
      shown.push(id);
      return host.show(id, range);
    },
  };
  let clock = 0;
  const model = new ScoringModel({
    host: watched,
    client: paneClient(),
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => (clock += 1000),
  });
  model.subscribe(() => states.push(model.state));
  return { model, states, shown, heard: 0 };
}

async function open(options: Parameters<typeof twoPeople>[2] = {}): Promise<Two> {
  const file = book([sheet("名单", ROWS), sheet("另一张", ROWS.slice(0, 6))]);
  const people = await twoPeople(file, undefined, options);
  two = { people, first: pane(people.hosts.first), second: pane(people.hosts.second) };
  await two.first.model.start();
  await two.second.model.start();
  return two;
}

/** Until `holds`, for what goes on in the background; a test that waits in vain runs into its limit. */
async function until(holds: () => boolean): Promise<void> {
  while (two !== null && !holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Forgets what has been shown and said so far. */
function fromNowOn(one: Pane): void {
  one.states.length = 0;
  one.shown.length = 0;
  one.heard = one.model.state.announcement?.serial ?? 0;
}

/** That nothing has popped up: no sheet in view, no busy state, no trouble, nothing announced. */
function expectQuiet({ states, shown, heard }: Pane): void {
  expect(shown).toEqual([]);
  expect(states.filter(({ looking, phase }) => looking || phase === "running")).toEqual([]);
  expect(states.filter(({ trouble }) => trouble !== null)).toEqual([]);
  expect(states.filter(({ announcement }) => (announcement?.serial ?? 0) > heard)).toEqual([]);
}

async function viewOf({ people }: Two, person: Person): Promise<{ active: string; selection: unknown }> {
  const { active, selection } = await people.hosts[person].look();
  return { active, selection };
}

test("the date and purpose that one chooses hold in the other's pane, whose results are then marked as of before", async () => {
  const pair = await open();
  const { first, second } = pair;
  await first.model.scoreInView("zh");
  expect(first.model.state).toMatchObject({ phase: "done", trouble: null });
  fromNowOn(first);
  await second.model.setChoices("2025-06-30", "review", null);
  await until(() => first.model.asOf === "2025-06-30");
  expect(first.model.state).toMatchObject({ settings: { purpose: "review" }, results: { stale: true } });
  expectQuiet(first);
});

test("where Excel does not tell of settings, the other's are seen at the next look and hold for the next run", async () => {
  const { first, second } = await open({ settingsEvents: false });
  await first.model.look();
  await second.model.setChoices("2025-06-30", "review", null);
  // By then the choice is kept.
  await second.model.look();
  expect(first.model.asOf).toBe(release.policy.checked);
  await first.model.look();
  expect(first.model.asOf).toBe("2025-06-30");
  await second.model.setChoices("2026-01-31", "review", null);
  await second.model.look();
  await first.model.score("zh");
  expect(first.model.state).toMatchObject({ settings: { asOf: "2026-01-31" }, results: { stale: false } });
  const { settings } = readSettings(await two?.people.hosts.first.readSetting(SETTINGS_KEY));
  expect(settings.asOf).toBe("2026-01-31");
});

test("settings that are set to what they were leave the other's results as they are", async () => {
  const { first, second } = await open();
  await first.model.scoreInView("zh");
  await second.model.setChoices(release.policy.checked, "new", null);
  await first.model.look();
  expect(first.model.state.settings).toEqual(second.model.state.settings);
  expect(first.states.some(({ results }) => results?.stale === true)).toBe(false);
});

test("columns set at the same time for two sheets are both kept", async () => {
  const pair = await open();
  const { first, second, people } = pair;
  const other = people.book.sheetNamed("另一张")?.id ?? "";
  await second.model.look(other);
  const mapping: SavedMapping = { version: 1, headingRows: [1, 1], columns: [] };
  await Promise.all([first.model.setMapping(mapping), second.model.setMapping(mapping)]);
  await until(() => [first, second].every(({ model }) => model.state.settings.sheets.length === 2));
  const { settings } = readSettings(await people.hosts.first.readSetting(SETTINGS_KEY));
  expect(settings.sheets.map(({ name }) => name).sort()).toEqual(["另一张", "名单"]);
  expect(settings.sheets.every((choice) => sameSetting(choice.mapping, mapping))).toBe(true);
});

test("one whose results the other has replaced is told in place, and gets theirs back by scoring again", async () => {
  const pair = await open();
  const { first, second } = pair;
  await first.model.scoreInView("zh");
  const before = await viewOf(pair, "first");
  fromNowOn(first);
  await second.model.scoreInView("zh");
  await until(() => first.model.state.results?.replaced === true);
  expect(first.model.state).toMatchObject({ phase: "done", results: { rowSheets: [] } });
  expect(second.model.state).toMatchObject({ results: { replaced: false } });
  expectQuiet(first);
  expect(await viewOf(pair, "first")).toEqual(before);

  await first.model.score("zh");
  expect(first.model.state).toMatchObject({ phase: "done", results: { replaced: false } });
  await until(() => second.model.state.results?.replaced === true);
});

test("both scoring at once end with one set of result sheets, and the one who came first is told", async () => {
  const { first, second, people } = await open();
  await Promise.all([first.model.scoreInView("zh"), second.model.scoreInView("zh")]);
  expect(first.model.state).toMatchObject({ phase: "done", trouble: null });
  expect(second.model.state).toMatchObject({ phase: "done", trouble: null });
  await until(() => [first, second].some(({ model }) => model.state.results?.replaced === true));
  const names = people.book.sheets.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith("评分_"))).toHaveLength(first.model.state.results?.written.length ?? 0);
  expect([first, second].filter(({ model }) => model.state.results?.replaced === true)).toHaveLength(1);
});

test("what the other types shows in the columns, with nothing announced, busy or brought into view", async () => {
  const pair = await open();
  const { first, people } = pair;
  await first.model.look();
  expect(first.model.state.phase).toBe("seen");
  const { length } = first.model.state.reading?.columns ?? [];
  const before = await viewOf(pair, "first");
  fromNowOn(first);
  const { session, Excel } = people.clients.second;
  await Excel.run({ session }, async (context) => {
    const list = context.workbook.worksheets.getItem("名单");
    list.activate();
    list.getRangeByIndexes(0, ROWS[0]?.length ?? 0, 2, 1).values = [["另加的一列"], ["甲"]];
    context.workbook.worksheets.add("别人的表").activate();
    await context.sync();
  });
  await until(() => (first.model.state.reading?.columns.length ?? 0) > length);
  expectQuiet(first);
  expect(await viewOf(pair, "first")).toEqual(before);
  await until(() => first.model.state.workbook?.sheets.some(({ name }) => name === "别人的表") === true);
  expectQuiet(first);
});

test("a cell that the other changes on a scored list marks the results", async () => {
  const pair = await open();
  const { first, people } = pair;
  await first.model.scoreInView("zh");
  fromNowOn(first);
  const { session, Excel } = people.clients.second;
  await Excel.run({ session }, async (context) => {
    context.workbook.worksheets.getItem("名单").getRange("C3").values = [["1"]];
    await context.sync();
  });
  await until(() => first.model.state.results?.stale === true);
  expectQuiet(first);
});
