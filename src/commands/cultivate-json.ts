/** The JSON of a cultivation library: how the list was read, and of every enterprise what it is told to do. */
import type { CultivationContext } from "../cultivation/context";
import { LISTS, type Library, type ListId } from "../cultivation/library";
import type { RunChanges } from "../cultivation/run-changes";
import { JsonRows, type JsonSink } from "./kit/json-rows";
import { assumptionsJson, factsOf, readingHead, rowHead } from "./reading-head";

/** An entry of a list without whose it is: that stands in the row. */
function entryJson(entry: Library[ListId][number]) {
  const { row: _, sheetRow: __, name: ___, creditCode: ____, ...rest } = entry;
  return rest;
}

/** Writes everything; `facts` adds to each row what was read of it. @throws UnwritableFile */
export async function writeCultivateJson(
  sink: JsonSink,
  { reading, vocabulary, judgement }: CultivationContext,
  library: Library,
  { changes, facts }: { readonly changes: RunChanges | null; readonly facts: boolean },
): Promise<void> {
  const lines = JsonRows.begin(sink, {
    asOf: judgement.asOf,
    editions: library.editions,
    ...(library.draft === null ? {} : { draft: library.draft }),
    ...readingHead(reading),
  });
  const entries = new Map<number, Partial<Record<ListId, object[]>>>();
  for (const list of LISTS)
    for (const entry of library[list]) {
      const of = entries.get(entry.row) ?? {};
      of[list] = [...(of[list] ?? []), entryJson(entry)];
      entries.set(entry.row, of);
    }
  for (const { firm, highest, titles, target, unmet } of library.records)
    await lines.add({
      ...rowHead(reading, firm.row),
      tier: highest,
      titles,
      target,
      unmet,
      lists: entries.get(firm.row) ?? {},
      ...factsOf(reading, firm.row, vocabulary, facts),
    });
  await lines.finish({
    deadlines: library.deadlines,
    ...(changes === null ? {} : { changes }),
    assumptions: assumptionsJson(reading),
  });
}
