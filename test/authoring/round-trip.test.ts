/** Editions as sheets and back: nothing changed is nothing changed, and one changed cell changes one value. */
import fc from "fast-check";
import { isNode, parse, parseDocument } from "yaml";
import { applyDraft } from "../../src/authoring/apply-draft";
import type { DraftRow } from "../../src/authoring/draft-row";
import { draftRows } from "../../src/authoring/draft-rows";
import { draftSheet } from "../../src/authoring/draft-sheet";
import { readDraft, type DraftReading } from "../../src/authoring/read-draft";
import { YamlText } from "../../src/authoring/yaml-text";
import { ownVocabulary, readSeedFiles } from "../../src/commands/read-seeds";
import type { Cell, Grid } from "../../src/words/grid";
import type { ResultSheet } from "../../src/words/result-sheet";
import type { Language } from "../../src/words/text";

const vocabulary = ownVocabulary();
const editions = [...readSeedFiles()].filter(([, text]) => /^tier: /m.test(text) && /^conditions:/m.test(text));

function gridOf(sheet: ResultSheet): Grid {
  const rows = [
    ...(sheet.titleLines ?? []).map((line): Cell[] => [line]),
    sheet.columns.map(({ heading }): Cell => heading),
    ...sheet.rows.map((row) => [...row]),
  ];
  return { sheet: sheet.name, rows, merges: [], hiddenRows: new Set() };
}

interface Drafted {
  readonly file: YamlText;
  readonly rows: readonly DraftRow[];
  readonly grid: Grid;
}

function drafted(text: string, language: Language): Drafted {
  const file = new YamlText(text);
  const rows = draftRows(file, vocabulary);
  return { file, rows, grid: gridOf(draftSheet(rows, { file: "x.yaml", fingerprint: "0" }, "x", language)) };
}

function read({ rows, grid }: Drafted): DraftReading {
  return readDraft(grid, rows, new Set());
}

test("there are editions to draft from", () => expect(editions.length).toBeGreaterThan(25));

describe.each(editions)("%s", (_, text) => {
  test.each(["zh", "en"] as const)("comes back byte for byte from an untouched sheet (%s)", (language) => {
    const draft = drafted(text, language);
    const reading = read(draft);
    expect(reading).toMatchObject({ edits: [], added: [], removed: [], troubles: [] });
    expect(applyDraft(draft.file, reading)).toEqual({ text, troubles: [] });
  });

  test("every cell that can be changed changes its own value and nothing else", () => {
    const draft = drafted(text, "zh");
    const head = 3;
    const places = draft.rows.flatMap((row, at) =>
      [...row.cells].flatMap(([column, cell], index) =>
        cell.source !== null && cell.shown !== null ? [{ row, at: head + 1 + at, column, cell, index }] : [],
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(5000), ({ at, column, cell }, number) => {
        const position = [...(draft.grid.rows[head] ?? [])].indexOf(headingOf(column));
        const { source } = cell;
        const typed =
          source?.as === "text"
            ? `改${number}: “x”, #{y}`
            : ["number", "amount", "points"].includes(source?.as ?? "") ||
                (source?.as === "line" && source.part === "number")
              ? number + 0.5
              : null;
        if (typed === null || source === null) return;
        const rows = draft.grid.rows.map((cells, row) =>
          row === at ? cells.map((one, place) => (place === position ? typed : one)) : cells,
        );
        const reading = readDraft({ ...draft.grid, rows }, draft.rows, new Set());
        expect(reading.troubles).toEqual([]);
        expect(reading.edits).toHaveLength(1);
        const after = applyDraft(draft.file, reading);
        expect(after.troubles).toEqual([]);
        const was: unknown = parse(text);
        const is: unknown = parse(after.text);
        expect(differences(was, is)).toEqual([source.path.join(".")]);
        // The lines of the value itself are the only ones that differ.
        const [old, now] = [text.split("\n"), after.text.split("\n")];
        const first = draft.file.line(source.path) - 1;
        const rest =
          old.length - old.findIndex((_, line) => tail(old, line) === tail(now, now.length - old.length + line));
        expect(now.slice(0, first)).toEqual(old.slice(0, first));
        expect(first + linesOf(text, source.path) + rest).toBeGreaterThanOrEqual(old.length);
      }),
      { numRuns: 30 },
    );
  });
});

function headingOf(column: string): string {
  const names: Readonly<Record<string, string>> = {
    zh: "内容",
    en: "英文",
    value: "值",
    points: "得分",
    clause: "条款",
    expression: "判断式",
    noteZh: "说明",
    noteEn: "英文说明",
  };
  return names[column] ?? "";
}

/** How many lines a value takes; one where it is to be a new key. */
function linesOf(text: string, path: readonly (string | number)[]): number {
  const node = parseDocument(text).getIn(path, true);
  if (!isNode(node) || !node.range) return 1;
  return text.slice(node.range[0], node.range[1]).trimEnd().split("\n").length;
}

function tail(lines: readonly string[], from: number): string | null {
  return from < 0 ? null : lines.slice(from).join("\n");
}

/** Paths of the values that differ. */
function differences(one: unknown, other: unknown, path: readonly string[] = []): string[] {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other) ? [] : [path.join(".")];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(Reflect.get(one, key), Reflect.get(other, key), [...path, key]));
}
