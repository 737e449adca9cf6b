/** A line moved in the loaded rules is the line moved in the file. */
import { lineRows, withLine, type LineRow } from "../../src/authoring/moved-line";
import type { Purpose } from "../../src/policy/rule-set";
import { draftOf, EDITIONS, put, sheetOf, SOURCE } from "./drafting";

describe.each(EDITIONS)("%s", (file) => {
  const untouched = draftOf(sheetOf(file));

  test("an untouched draft is the edition, its examples as they were", () => {
    expect(untouched.text).toBe(SOURCE.files.get(file));
    expect(untouched.examples).toEqual([]);
  });

  test("lines moved a little read as the loader reads them", () => {
    const sheet = sheetOf(file);
    // Loading takes its time: a line of each kind stands for the others, and all of them are moved in one draft.
    const kinds = new Map<string, string>();
    for (const { row } of [...linesFor("new"), ...linesFor("review")]) {
      const kind = `${row.kind} ${String(row.path.includes("better_of"))} ${String(row.path[0])} ${String(row.path.at(-1))}`;
      if (!kinds.has(kind)) kinds.set(kind, row.id);
    }
    const chosen = new Set(kinds.values());
    for (const { row, value } of [...linesFor("new"), ...linesFor("review")])
      if (chosen.has(row.id)) put(sheet, row.id, "value", value + 0.001);
    const loaded = draftOf(sheet);
    for (const purpose of ["new", "review"] as const)
      loaded.ruleSets.forEach((ruleSet, index) => {
        const before = untouched.ruleSets[index];
        if (before === undefined) throw new Error("a rule set is gone");
        const moved = linesFor(purpose)
          .filter(({ row }) => chosen.has(row.id))
          .reduce((requirements, line) => {
            const after = withLine(requirements, line, String(line.value + 0.001), SOURCE.vocabulary);
            expect(after).not.toEqual(requirements);
            return after;
          }, before.forPurpose[purpose]);
        expect(moved).toEqual(ruleSet.forPurpose[purpose]);
      });
  });

  function linesFor(purpose: Purpose): readonly LineRow[] {
    return lineRows(untouched.rows, purpose, untouched.textAt);
  }
});
