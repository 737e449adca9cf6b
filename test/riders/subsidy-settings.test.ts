import { readOwnFigures } from "../../src/riders/own-figures";
import { NO_SUBSIDY_SETTINGS, packSubsidySettings, readSubsidySettings } from "../../src/riders/subsidy-settings";

test("Choices and own figures come back from a workbook as they were", () => {
  const { own } = readOwnFigures([{ place: "福建", from: "2026-01", until: "2026-12", floor: 4600 }]);
  const settings = { options: { includeCurrent: true, levels: "at-the-time" }, own } as const;
  const kept: unknown = JSON.parse(JSON.stringify(packSubsidySettings(settings)));
  expect(readSubsidySettings(kept)).toEqual({ settings, damaged: false, problems: [] });
});

test("A workbook without any has the defaults, undamaged", () => {
  expect(readSubsidySettings(undefined)).toEqual({ settings: NO_SUBSIDY_SETTINGS, damaged: false, problems: [] });
});

test.each([
  ["a text", "hello"],
  ["another version", { version: 2 }],
  ["choices nobody knows", { version: 1, includeCurrent: "maybe", levels: "some", own: {} }],
])("%s is damage, and the defaults hold", (_name, kept) => {
  expect(readSubsidySettings(kept)).toMatchObject({ settings: NO_SUBSIDY_SETTINGS, damaged: true });
});

test("An own figure that someone broke is left out, the others stay", () => {
  const level = { place: "福建", from: "2026-01", until: "2026-12", floor: 4600 };
  const { settings, damaged, problems } = readSubsidySettings({
    version: 1,
    includeCurrent: false,
    levels: "settled",
    own: { levels: [{ ...level, floor: "x" }, level] },
  });
  expect(settings.own.levels).toHaveLength(1);
  expect([damaged, problems.length]).toEqual([true, 1]);
});
