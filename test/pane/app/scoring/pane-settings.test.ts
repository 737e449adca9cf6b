import fc from "fast-check";
import {
  mergeSettings,
  sameSetting,
  type DraftInUse,
  type PaneSettings,
  type SheetChoice,
} from "../../../../src/pane/app/scoring/pane-settings";

function choice(id: string, row: number): SheetChoice {
  return { id, name: `表${id}`, mapping: { version: 1, headingRows: [row, row], columns: [] } };
}

function draftOn(id: string): DraftInUse {
  return { id, name: "评分_规则草案", file: "national/little-giant/2026-04-01.yaml" };
}

const settings: fc.Arbitrary<PaneSettings> = fc
  .record({
    asOf: fc.constantFrom(null, "2025-06-30", "2026-11-21"),
    purpose: fc.constantFrom("new" as const, "review" as const),
    place: fc.constantFrom(null, 370_000, 330_100),
    draft: fc.constantFrom(null, draftOn("a"), draftOn("b")),
    rows: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 3 })),
  })
  .map(({ asOf, purpose, place, draft, rows }) => ({
    version: 1,
    asOf,
    purpose,
    place,
    draft,
    sheets: Object.entries(rows).map(([id, row]) => choice(id, row)),
  }));

/** The settings in parts that one person changes at a time. */
function parts({ asOf, purpose, place, draft, sheets }: PaneSettings): Readonly<Record<string, unknown>> {
  const of = (id: string): unknown => sheets.find((one) => one.id === id) ?? null;
  return { asOf, purpose, place, draft, a: of("a"), b: of("b"), c: of("c") };
}

test("of settings that two have changed, each part is as the one who changed it wants it, and as ours where both did", () => {
  fc.assert(
    fc.property(settings, settings, settings, (base, ours, theirs) => {
      const [before, own, other] = [parts(base), parts(ours), parts(theirs)];
      const merged = parts(mergeSettings(base, ours, theirs));
      for (const part of Object.keys(before)) {
        const wanted = sameSetting(own[part], before[part]) ? other[part] : own[part];
        expect([part, merged[part]]).toEqual([part, wanted]);
      }
    }),
  );
});

test("settings say the same whatever order their keys come in", () => {
  expect(sameSetting({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 })).toBe(true);
  expect(sameSetting([1, 2], [2, 1])).toBe(false);
  expect(sameSetting(undefined, null)).toBe(false);
});
