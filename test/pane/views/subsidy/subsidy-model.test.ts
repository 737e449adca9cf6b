import { readOwnFigures } from "../../../../src/riders/own-figures";
import { NO_SUBSIDY_SETTINGS, SUBSIDY_SETTINGS_KEY } from "../../../../src/riders/subsidy-settings";
import { SubsidyModel } from "../../../../src/pane/views/subsidy/subsidy-model";
import { WorkerClient } from "../../../../src/pane/worker/client";
import { MemoryHost } from "../../memory-host";

const { own } = readOwnFigures([{ place: "福建", from: "2026-01", until: "2026-12", floor: 4600 }]);
const noWorker = new WorkerClient(() => {
  throw new Error("no worker is needed");
});

test("What is changed in one pane is there in the next, on the same workbook", async () => {
  const host = new MemoryHost();
  const first = new SubsidyModel(host, noWorker);
  await first.change({ ...NO_SUBSIDY_SETTINGS, own });
  const next = new SubsidyModel(host, noWorker);
  await next.start();
  expect(next.state).toEqual({ settings: { ...NO_SUBSIDY_SETTINGS, own }, notice: null });
});

test("Settings that someone broke are told and the defaults hold", async () => {
  const host = new MemoryHost();
  host.settings.set(SUBSIDY_SETTINGS_KEY, { version: 9 });
  const model = new SubsidyModel(host, noWorker);
  await model.start();
  expect(model.state.settings).toEqual(NO_SUBSIDY_SETTINGS);
  expect(model.state.notice?.zh).toContain("看不懂");
});

test("A workbook that can't keep settings says so, and they hold meanwhile", async () => {
  const host = new MemoryHost();
  host.saveSetting = () => Promise.reject(new Error("read-only"));
  const model = new SubsidyModel(host, noWorker);
  await model.change({ ...NO_SUBSIDY_SETTINGS, own });
  expect(model.state.settings.own).toEqual(own);
  expect(model.state.notice?.zh).toContain("没能存进");
});
