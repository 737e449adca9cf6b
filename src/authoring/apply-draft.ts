/** The edition's file with a draft's changes in it. Lines that no change touches stay as they were, byte for byte. */
import type { SeedPath } from "../policy/seed-file";
import type { DraftRow } from "./draft-row";
import type { DraftEdit, DraftReading } from "./read-draft";
import { newNodes, type NewNode } from "./new-rows";
import { moveLines, type MovedLine } from "./test-lines";
import type { DraftTrouble } from "./read-draft";
import { YamlText } from "./yaml-text";

/** Kinds of rows that can go: what is left still says something. */
const REMOVABLE: ReadonlySet<DraftRow["kind"]> = new Set([
  "condition",
  "prerequisite",
  "judgement",
  "any",
  "all",
  "at-least",
  "route",
  "review",
  "group",
  "item",
  "option",
  "band",
  "case",
  "definition",
]);

export interface AppliedDraft {
  readonly text: string;
  readonly troubles: readonly DraftTrouble[];
}

export function applyDraft(source: YamlText, reading: DraftReading): AppliedDraft {
  const file = new YamlText(source.text);
  const troubles = [...reading.troubles];
  for (const row of reading.removed)
    if (REMOVABLE.has(row.kind) || row.id.startsWith("not-covered#")) file.remove(row.path);
    else
      troubles.push({
        cell: reading.cellOf(row.id, "remove") ?? "A1",
        text: { zh: "这一行是必有的，不能去掉。", en: "This row has to be there and can't be dropped." },
      });
  const gone = reading.removed.map(({ path }) => path);
  const edits = reading.edits.filter(({ row }) => !gone.some((path) => inside(row.path, path)));
  writeNotes(file, edits);
  for (const edit of edits) writeEdit(file, edit);
  writeLines(file, edits, troubles);
  const nodes = newNodes(reading, file);
  troubles.push(...nodes.troubles);
  for (const node of nodes.nodes) writeNode(file, node);
  return { text: file.result(), troubles };
}

function inside(path: SeedPath, around: SeedPath): boolean {
  return around.every((step, at) => path[at] === step);
}

function writeEdit(file: YamlText, { row, column, entry }: DraftEdit): void {
  const source = row.cells.get(column)?.source;
  if (source === undefined || source === null || source.as === "line" || column === "noteZh" || column === "noteEn")
    return;
  if (entry.as === "relation") {
    const key = source.as === "key" ? source.keys[entry.relation] : undefined;
    if (key !== undefined) file.rename(source.path, key);
  } else if (entry.as === "absent") {
    if (file.has(source.path)) file.remove(source.path);
  } else file.set(source.path, entry.value);
}

/** A note has both languages or is not there. */
function writeNotes(file: YamlText, edits: readonly DraftEdit[]): void {
  const rows = new Set(edits.filter(({ column }) => column === "noteZh" || column === "noteEn").map(({ row }) => row));
  for (const row of rows) {
    const path: SeedPath = [...row.path, "note"];
    const now = (column: "noteZh" | "noteEn"): string => {
      const edit = edits.find((one) => one.row === row && one.column === column);
      if (edit === undefined) return String(row.cells.get(column)?.shown ?? "");
      return edit.entry.as === "value" ? String(edit.entry.value) : "";
    };
    const [zh, en] = [now("noteZh"), now("noteEn")];
    if (zh === "" && en === "") {
      if (file.has(path)) file.remove(path);
    } else if (file.has(path))
      for (const [key, words] of [
        ["zh", zh],
        ["en", en],
      ] as const)
        file.set([...path, key], words);
    else file.set(path, { zh, en });
  }
}

/** Lines of one test are moved together; a test that was also written anew is in doubt. */
function writeLines(file: YamlText, edits: readonly DraftEdit[], troubles: DraftTrouble[]): void {
  const tests = new Map<
    string,
    { readonly path: SeedPath; readonly moved: MovedLine[]; readonly edits: DraftEdit[] }
  >();
  for (const edit of edits) {
    const source = edit.row.cells.get(edit.column)?.source;
    if (source?.as !== "line") continue;
    const key = source.path.join("/");
    const test = tests.get(key) ?? { path: source.path, moved: [], edits: [] };
    tests.set(key, test);
    test.edits.push(edit);
    if (edit.entry.as === "relation") test.moved.push({ index: source.index, relation: edit.entry.relation });
    else if (edit.entry.as === "value") test.moved.push({ index: source.index, number: String(edit.entry.value) });
  }
  for (const { path, moved, edits: own } of tests.values()) {
    const written = edits.some(({ row, column, entry }) => {
      const source = row.cells.get(column)?.source;
      return column === "expression" && entry.as === "value" && source?.as === "text" && samePath(source.path, path);
    });
    if (written)
      troubles.push({
        cell: own[0]?.cell ?? "A1",
        text: {
          zh: "判断式和值都改了，不知道以哪个为准。请只改一处。",
          en: "Both the expression and its value were changed, and they may disagree. Change one of the two.",
        },
      });
    else file.set(path, moveLines(String(file.value(path)), moved));
  }
}

function samePath(one: SeedPath, other: SeedPath): boolean {
  return one.length === other.length && inside(one, other);
}

function writeNode(file: YamlText, { list, after, item }: NewNode): void {
  if (file.has([...list, 0])) file.insert(list, after, item);
  else file.set(list, [item]);
}
