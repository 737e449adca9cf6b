/** The columns of a sheet before and after its verdicts: looking at them never costs the results. */
import { ScoringClient } from "../../src/taskpane/scoring/scoring-client";
import { ScoringModel } from "../../src/taskpane/scoring/scoring-model";
import { sampleSheet } from "../../src/taskpane/sample/sample-sheet";
import type { Cell } from "../../src/sheet/reading/grid";
import { JobWorker } from "./job-worker";
import { MemoryHost } from "./memory-host";
import { release } from "./pane-release";

const ROWS = sampleSheet("zh").rows;

let open: ScoringModel | null = null;
afterEach(() => {
  open?.dispose();
  open = null;
});

async function paneOver(rows: readonly (readonly Cell[])[]): Promise<{ host: MemoryHost; model: ScoringModel }> {
  const host = new MemoryHost();
  host.add("名单", rows);
  let clock = 0;
  const model = new ScoringModel({
    host,
    client: new ScoringClient(() => new JobWorker()),
    checked: release.policy.checked,
    sample: sampleSheet,
    now: () => (clock += 1000),
  });
  open = model;
  await model.start();
  return { host, model };
}

test("The way from the results to the columns leads back to the same results.", async () => {
  const { model } = await paneOver(ROWS);
  await model.score("zh");
  const { results } = model.state;
  expect(results).not.toBeNull();
  await model.review(results?.sheet.id);
  expect(model.state).toMatchObject({ phase: "seen", results: { run: results?.run, stale: false } });
  expect(model.state.reading).not.toBeNull();
  model.backToResults();
  expect(model.state.phase).toBe("done");
  expect(model.state.results).toBe(results);
});

test("A column changed on the way marks the results as of before.", async () => {
  const { model } = await paneOver(ROWS);
  await model.score("zh");
  await model.review(model.state.results?.sheet.id);
  await model.setMapping({ version: 1, columns: [{ column: "C", heading: String(ROWS[0]?.[2]), field: null }] });
  model.backToResults();
  expect(model.state).toMatchObject({ phase: "done", results: { stale: true } });
});
